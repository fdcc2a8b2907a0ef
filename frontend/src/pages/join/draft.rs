//! What is typed into the application, kept in this tab until it is sent: a reload, an error or a
//! detour loses nothing.

use leptos::prelude::*;
use serde_json::{Map, Value, json};
use verbund_shared::{
    locale::Locale,
    operations::{ApplicationFile, application_file},
    organisations::OrganisationKind,
};

use crate::{api::Submission, i18n::locale, platform};

const STORAGE_KEY: &str = "verbund.application";
/// The fields of text, by their names in the input.
const TEXTS: [&str; 12] = [
    "organisationName",
    "kind",
    "purpose",
    "website",
    "street",
    "postalCode",
    "city",
    "contactGivenName",
    "contactFamilyName",
    "contactEmail",
    "contactPhone",
    "motivation",
];

/// What is typed so far.
#[derive(Clone, Copy)]
pub(super) struct Draft {
    texts: StoredValue<Vec<RwSignal<String>>>,
    /// Whether the organisation serves all districts.
    pub statewide: RwSignal<bool>,
    /// The chosen topics.
    pub topics: RwSignal<Vec<String>>,
    /// The chosen districts.
    pub districts: RwSignal<Vec<String>>,
    /// A field that people do not see; who fills it in is a program.
    pub trap: RwSignal<String>,
}

impl Draft {
    /// What was typed before in this tab, kept up to date from now on.
    pub fn restore() -> Self {
        let stored: Value = platform::stored_for_visit(STORAGE_KEY)
            .and_then(|text| platform::json(&text))
            .unwrap_or_default();
        let text = |name: &&str| RwSignal::new(stored[*name].as_str().unwrap_or_default().to_owned());
        let list = |name: &str| {
            let entries = stored[name].as_array().cloned().unwrap_or_default();
            RwSignal::new(entries.iter().filter_map(|entry| entry.as_str().map(str::to_owned)).collect())
        };
        let draft = Self {
            texts: StoredValue::new(TEXTS.iter().map(text).collect()),
            statewide: RwSignal::new(stored["statewide"].as_bool().unwrap_or_default()),
            topics: list("topics"),
            districts: list("districts"),
            trap: RwSignal::new(String::new()),
        };
        let kind = draft.words("kind");
        if OrganisationKind::parse(&kind.get_untracked()).is_none() {
            kind.set(OrganisationKind::Association.as_str().to_owned());
        }
        Effect::new(move |_| platform::store_for_visit(STORAGE_KEY, Some(&draft.to_json().to_string())));
        draft
    }

    /// A field of text.
    pub fn words(&self, name: &str) -> RwSignal<String> {
        let place = TEXTS.iter().position(|text| *text == name).unwrap_or_default();
        self.texts.with_value(|texts| texts[place])
    }

    fn to_json(self) -> Value {
        let mut json: Map<String, Value> =
            TEXTS.iter().map(|name| ((*name).to_owned(), self.words(name).get().into())).collect();
        json.insert("statewide".to_owned(), self.statewide.get().into());
        json.insert("topics".to_owned(), json!(self.topics.get()));
        json.insert("districts".to_owned(), json!(self.districts.get()));
        Value::Object(json)
    }

    /// Files the application; `done` gets the address that the mail goes to.
    pub fn send(&self, submission: Submission, done: impl FnOnce(String) + 'static) {
        let words = |name: &str| self.words(name).get_untracked();
        let districts =
            if self.statewide.get_untracked() { Vec::new() } else { self.districts.get_untracked() };
        let input = application_file::ApplicationFileInput {
            organisation_name: words("organisationName"),
            kind: OrganisationKind::parse(&words("kind")).unwrap_or(OrganisationKind::Other),
            purpose: words("purpose"),
            website: words("website"),
            street: words("street"),
            postal_code: words("postalCode"),
            city: words("city"),
            statewide: self.statewide.get_untracked(),
            terms: self.topics.get_untracked().into_iter().chain(districts).collect(),
            contact_given_name: words("contactGivenName"),
            contact_family_name: words("contactFamilyName"),
            contact_email: words("contactEmail"),
            contact_phone: words("contactPhone"),
            motivation: words("motivation"),
            locale: if locale() == Locale::En { Locale::En } else { Locale::De },
            second_website: self.trap.get_untracked(),
        };
        submission.send::<ApplicationFile>(application_file::Variables { input }, move |data| {
            platform::store_for_visit(STORAGE_KEY, None);
            done(data.application_file.sent_to);
        });
    }
}
