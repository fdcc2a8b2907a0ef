//! The end of a list that goes on: how much is shown, and a button for more.

use leptos::prelude::*;

use super::Button;
use crate::i18n::{t, t_with};

/// How many entries are shown of how many, and more on demand.
#[component]
pub fn Pager(
    /// How many are shown.
    #[prop(into)]
    shown: Signal<usize>,
    /// How many there are, where that is known.
    #[prop(optional, into)]
    total: Signal<Option<i64>>,
    /// Whether there are more.
    #[prop(into)]
    has_more: Signal<bool>,
    /// Whether more are on their way.
    #[prop(optional, into)]
    pending: Signal<bool>,
    /// Gets more.
    #[prop(into)]
    on_more: Callback<()>,
) -> AnyView {
    let words = move || {
        let shown = shown.get();
        match total.get() {
            Some(total) => t_with("app-shown-of", &[("shown", shown.into()), ("total", total.into())]).get(),
            None => t_with("app-shown", &[("shown", shown.into())]).get(),
        }
    };
    view! {
        <div class="pager">
            <p aria-live="polite">{words}</p>
            {move || {
                has_more.get().then(|| {
                    view! { <Button pending on_press=move |()| on_more.run(())>{t("app-more")}</Button> }.into_any()
                })
            }}
        </div>
    }
    .into_any()
}
