//! What all fields share: the ids that tie label, hint, error and control together.

use leptos::prelude::*;

use super::{Icon, IconName, form::FormContext};
use crate::i18n::t;

/// The ids and the error of one field.
#[derive(Clone)]
pub(super) struct FieldParts {
    /// The control.
    pub id: String,
    /// The sentence of what is wrong.
    pub error: Signal<Option<String>>,
    hint_id: Option<String>,
    error_id: String,
}

impl FieldParts {
    /// Ids for the field of this name, known to the form around it if there is one.
    pub fn new(
        name: &str,
        label: Signal<String>,
        has_hint: bool,
        own_error: Option<Signal<Option<String>>>,
    ) -> Self {
        let form = use_context::<FormContext>();
        let id = match form {
            Some(form) => form.field_id(name),
            None => super::form::plain_id(name),
        };
        if let Some(form) = form {
            form.register(name, label);
        }
        let name = name.to_owned();
        let error = Signal::derive(move || {
            own_error.and_then(|error| error.get()).or_else(|| form.and_then(|form| form.error_of(&name)))
        });
        Self { error, hint_id: has_hint.then(|| format!("{id}-hint")), error_id: format!("{id}-error"), id }
    }

    /// The value of `aria-describedby`: error first, then hint.
    pub fn described_by(&self) -> Signal<Option<String>> {
        let Self { error, hint_id, error_id, .. } = self.clone();
        Signal::derive(move || match (error.read().is_some(), &hint_id) {
            (true, Some(hint)) => Some(format!("{error_id} {hint}")),
            (true, None) => Some(error_id.clone()),
            (false, hint) => hint.clone(),
        })
    }

    /// The value of `aria-invalid`.
    pub fn invalid(&self) -> Signal<Option<&'static str>> {
        let error = self.error;
        Signal::derive(move || error.read().is_some().then_some("true"))
    }

    /// Label, hint, control and error, one below the other.
    pub fn frame(
        &self,
        label: Signal<String>,
        required: bool,
        hint: Option<Signal<String>>,
        control: AnyView,
    ) -> AnyView {
        let label = view! {
            <label class="field-label" for=self.id.clone()>
                {label} {(!required).then(optional_mark)}
            </label>
        };
        view! { <div class="field">{label} {self.hint(hint)} {control} {self.error_line()}</div> }.into_any()
    }

    /// The hint under a label.
    pub fn hint(&self, hint: Option<Signal<String>>) -> Option<AnyView> {
        hint.map(|hint| view! { <p class="field-hint" id=self.hint_id.clone()>{hint}</p> }.into_any())
    }

    /// The sentence of what is wrong, under the control.
    pub fn error_line(&self) -> AnyView {
        let Self { error, error_id, .. } = self.clone();
        (move || {
            error.get().map(|sentence| {
                view! {
                    <p class="field-error" id=error_id.clone()>
                        <Icon name=IconName::Alert/>
                        <span>{sentence}</span>
                    </p>
                }
                .into_any()
            })
        })
        .into_any()
    }
}

/// Marks what may stay empty.
pub(super) fn optional_mark() -> AnyView {
    view! { <span class="field-optional">{t("app-optional")}</span> }.into_any()
}
