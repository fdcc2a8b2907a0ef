//! Where short notices appear. The region is always there, so that screen readers announce them.

use leptos::prelude::*;

use crate::{
    components::{Icon, IconButton, IconName},
    i18n::t,
    state::toasts::{Toast, ToastKind, close_toast, toasts},
};

/// The notices, newest last.
#[component]
pub fn ToastRegion() -> AnyView {
    view! {
        <div class="toasts" role="status" aria-live="polite">
            {move || toasts().into_iter().map(toast_view).collect::<Vec<_>>()}
        </div>
    }
    .into_any()
}

fn toast_view(toast: Toast) -> AnyView {
    let Toast { id, kind, text } = toast;
    let (class, icon) = match kind {
        ToastKind::Done => ("toast toast-good", IconName::Done),
        ToastKind::Failed => ("toast toast-wrong", IconName::Alert),
    };
    view! {
        <div class=class>
            <Icon name=icon/>
            <p>{text}</p>
            <IconButton icon=IconName::Close label=t("app-close") on_press=move |()| close_toast(id)/>
        </div>
    }
    .into_any()
}
