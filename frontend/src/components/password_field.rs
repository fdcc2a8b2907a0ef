//! A field for a password, which can be shown while it is typed.

use leptos::prelude::*;

use super::{Icon, IconName, field::FieldParts};
use crate::i18n::{t, text};

/// A password. It can be shown, pasted and filled in by a password manager.
#[component]
pub fn PasswordField(
    /// The words above it.
    #[prop(into)]
    label: Signal<String>,
    /// The field's name in the input, by which errors find it.
    #[prop(into)]
    name: String,
    /// What is typed.
    value: RwSignal<String>,
    /// A sentence that helps.
    #[prop(optional, into)]
    hint: Option<Signal<String>>,
    /// Whether it is a new one, which a password manager may make up.
    #[prop(optional)]
    new: bool,
) -> AnyView {
    let parts = FieldParts::new(&name, label, hint.is_some(), None);
    let shown = RwSignal::new(false);
    let words = move || text(if shown.get() { "app-password-hide" } else { "app-password-show" });
    let control = view! {
        <div class="password">
            <input
                class="input"
                type=move || if shown.get() { "text" } else { "password" }
                id=parts.id.clone()
                name=name
                autocomplete=if new { "new-password" } else { "current-password" }
                autocapitalize="off"
                spellcheck="false"
                aria-required="true"
                aria-describedby=parts.described_by()
                aria-invalid=parts.invalid()
                prop:value=value
                on:input=move |event| value.set(event_target_value(&event))
            />
            <button
                type="button"
                class="icon-button"
                aria-label=t("app-password-show")
                aria-pressed=move || if shown.get() { "true" } else { "false" }
                title=words
                on:click=move |_| shown.update(|shown| *shown = !*shown)
            >
                {move || view! { <Icon name=if shown.get() { IconName::EyeOff } else { IconName::Eye }/> }}
            </button>
        </div>
    };
    parts.frame(label, true, hint, control.into_any())
}
