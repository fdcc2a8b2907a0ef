//! The fields of what a resolution says. What is typed into them survives a reload.

use leptos::prelude::*;
use verbund_shared::resolutions::WORDING_MAX;

use crate::{
    components::{CheckboxField, DateField, FormSection, TextAreaField, TextField},
    i18n::t,
    pages::{support::kept_text, tasks::preview},
};

/// What a resolution says, while it is written. It is a handle: copying it costs nothing.
#[derive(Clone, Copy)]
pub(super) struct Draft {
    /// In one line.
    pub title: RwSignal<String>,
    /// Word by word, in Markdown.
    pub wording: RwSignal<String>,
    /// From when on it holds.
    pub effective_from: RwSignal<String>,
    /// When it is looked at again.
    pub review_on: RwSignal<String>,
    /// Hidden from guests and from the rest of the network.
    pub internal: RwSignal<bool>,
}

/// A day that was typed, or none.
pub(super) fn day_of(value: RwSignal<String>) -> Option<String> {
    Some(value.get_untracked()).filter(|day| !day.is_empty())
}

impl Draft {
    /// A new one; `key` names it among what this tab keeps.
    pub fn new(key: &str, title: &str, wording: &str) -> Self {
        let empty = || RwSignal::new(String::new());
        Self {
            title: kept_text(format!("{key}-title"), title.to_owned()),
            wording: kept_text(format!("{key}-wording"), wording.to_owned()),
            effective_from: empty(),
            review_on: empty(),
            internal: RwSignal::new(false),
        }
    }

    /// Forgets what this tab keeps of it, once the server has it.
    pub fn forget(self) {
        self.title.set(String::new());
        self.wording.set(String::new());
    }

    /// Its fields; a correction keeps what is internal.
    pub fn fields(self, with_internal: bool) -> AnyView {
        view! {
            <FormSection title=t("resolutions-text")>
                <TextField label=t("resolutions-field-title") name="title" value=self.title required=true/>
                <TextAreaField
                    label=t("resolutions-field-wording")
                    name="wording"
                    value=self.wording
                    hint=t("resolutions-field-wording-hint")
                    rows=8
                    max=WORDING_MAX
                    required=true
                />
                {preview(self.wording)}
                <DateField label=t("resolutions-field-effective") name="effectiveFrom" value=self.effective_from hint=t("resolutions-field-effective-hint")/>
                <DateField label=t("resolutions-field-review") name="reviewOn" value=self.review_on/>
                {with_internal.then(|| view! {
                    <CheckboxField
                        label=t("resolutions-field-internal")
                        name="internal"
                        value=self.internal
                        hint=t("resolutions-field-internal-hint")
                    />
                })}
            </FormSection>
        }
        .into_any()
    }
}
