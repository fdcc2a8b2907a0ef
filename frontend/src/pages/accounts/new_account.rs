//! The fields of a new account, for invitations and for the first start.

use leptos::prelude::*;
use verbund_shared::locale::Locale;

use super::support::password_hint;
use crate::{
    components::{Choice, PasswordField, SelectField, TextField},
    i18n::{locale, t, text},
};

/// What is typed for a new account.
#[derive(Clone, Copy)]
pub(super) struct NewAccount {
    pub(super) given_name: RwSignal<String>,
    pub(super) family_name: RwSignal<String>,
    pub(super) password: RwSignal<String>,
    locale: RwSignal<String>,
}

impl NewAccount {
    pub(super) fn new(given_name: &str, family_name: &str) -> Self {
        Self {
            given_name: RwSignal::new(given_name.to_owned()),
            family_name: RwSignal::new(family_name.to_owned()),
            password: RwSignal::new(String::new()),
            locale: RwSignal::new(locale().as_str().to_owned()),
        }
    }

    pub(super) fn locale(self) -> Locale {
        Locale::parse(&self.locale.get_untracked()).unwrap_or_default()
    }

    /// Names, `more` (such as an address), password and language.
    pub(super) fn fields(self, more: Option<AnyView>) -> AnyView {
        view! {
            {name_fields(self.given_name, self.family_name)}
            {more}
            <PasswordField
                label=t("accounts-password")
                name="password"
                value=self.password
                hint=password_hint()
                new=true
            />
            {locale_field(self.locale)}
        }
        .into_any()
    }
}

/// Given and family name, side by side where there is room.
pub(super) fn name_fields(given_name: RwSignal<String>, family_name: RwSignal<String>) -> AnyView {
    view! {
        <div class="field-row">
            <TextField
                label=t("accounts-given-name")
                name="givenName"
                value=given_name
                required=true
                autocomplete="given-name"
            />
            <TextField
                label=t("accounts-family-name")
                name="familyName"
                value=family_name
                required=true
                autocomplete="family-name"
            />
        </div>
    }
    .into_any()
}

/// The language of the mails to a person.
pub(super) fn locale_field(value: RwSignal<String>) -> AnyView {
    let choices = Signal::derive(|| {
        vec![Choice::new("de", text("accounts-locale-de")), Choice::new("en", text("accounts-locale-en"))]
    });
    view! { <SelectField label=t("accounts-locale") name="locale" value choices required=true/> }.into_any()
}
