//! Dialogs: the browser's own, so that the focus stays inside and comes back afterwards.

use leptos::{html, prelude::*};

use super::{Actions, Button, ButtonKind, IconButton, IconName, TextAreaField};
use crate::i18n::t;

/// A dialog that is open while `open` says so. What is inside is made anew each time it opens.
#[component]
pub fn Dialog(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// What it is about.
    #[prop(into)]
    title: Signal<String>,
    /// Whether it needs much room.
    #[prop(optional)]
    wide: bool,
    /// What is inside.
    children: ChildrenFn,
) -> AnyView {
    let node = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        let Some(dialog) = node.get() else { return };
        match (open.get(), dialog.open()) {
            (true, false) => {
                let _ = dialog.show_modal();
            }
            (false, true) => dialog.close(),
            _ => {}
        }
    });
    let class = if wide { "dialog dialog-wide" } else { "dialog" };
    view! {
        <dialog class=class node_ref=node aria-label=title on:close=move |_| open.set(false)>
            {move || {
                open.get().then(|| {
                    view! {
                        <div class="dialog-head">
                            <h2>{title}</h2>
                            <IconButton icon=IconName::Close label=t("app-close") on_press=move |()| open.set(false)/>
                        </div>
                        <div class="dialog-body">{children()}</div>
                    }
                    .into_any()
                })
            }}
        </dialog>
    }
    .into_any()
}

/// Asks before something is done that cannot be taken back, or that needs a reason.
#[component]
pub fn ConfirmDialog(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// What is asked.
    #[prop(into)]
    title: Signal<String>,
    /// What it means.
    #[prop(into)]
    text: Signal<String>,
    /// The words on the button that does it.
    #[prop(into)]
    confirm: Signal<String>,
    /// Whether it takes something away.
    #[prop(optional)]
    danger: bool,
    /// The words above the field for a reason; no reason is asked without.
    #[prop(optional, into)]
    reason: Option<Signal<String>>,
    /// Whether it is on its way.
    #[prop(optional, into)]
    pending: Signal<bool>,
    /// Why it failed, if it did.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// Does it; gets the reason, which is empty where none is asked.
    #[prop(into)]
    on_confirm: Callback<String>,
) -> AnyView {
    let kind = if danger { ButtonKind::Danger } else { ButtonKind::Primary };
    let written = RwSignal::new(String::new());
    let missing = RwSignal::new(false);
    let do_it = move |()| {
        let word = written.get_untracked().trim().to_owned();
        if reason.is_some() && word.is_empty() {
            missing.set(true);
            return;
        }
        missing.set(false);
        on_confirm.run(word);
    };
    let reason_error = Signal::derive(move || {
        missing.get().then(|| crate::i18n::text("error-required")).or_else(|| error.get())
    });
    view! {
        <Dialog open title>
            <p>{text}</p>
            {match reason {
                Some(label) => view! {
                    <TextAreaField label name="reason" value=written rows=3 required=true error=reason_error/>
                }
                .into_any(),
                None => view! { <p class="field-error" role="alert">{error}</p> }.into_any(),
            }}
            <Actions>
                <Button kind pending on_press=do_it>{confirm}</Button>
                <Button kind=ButtonKind::Quiet on_press=move |()| open.set(false)>{t("app-cancel")}</Button>
            </Actions>
        </Dialog>
    }
    .into_any()
}
