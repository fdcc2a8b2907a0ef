//! What an organisation's profile and its contacts must look like.

use chrono::NaiveDate;
use uuid::Uuid;
use verbund_shared::{
    error::{ErrorCode, FieldError},
    id::TermId,
    limits::{LINE_MAX, NAME_MAX, TERMS_MAX, TEXT_MAX},
    organisations::OrganisationKind,
    terms::TermKind,
    values::FieldCheck,
};

use crate::network::rules::Bilingual;

/// An organisation's profile as it will be stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrganisationProfile {
    /// Full name.
    pub name: String,
    /// Name for narrow places; may be empty.
    pub short_name: String,
    /// What sort of organisation it is.
    pub kind: OrganisationKind,
    /// What it is for; German is required.
    pub purpose: Bilingual,
    /// Web address.
    pub website: String,
    /// General address for mail.
    pub email: String,
    /// General phone number.
    pub phone: String,
    /// Street and number.
    pub street: String,
    /// Postal code.
    pub postal_code: String,
    /// Town.
    pub city: String,
    /// Whether it serves all districts.
    pub statewide: bool,
    /// Topics, districts, languages.
    pub terms: Vec<TermId>,
}

/// Trims and checks a profile; `known` are the terms that exist.
pub fn check_profile(
    profile: OrganisationProfile,
    known: &[(Uuid, TermKind)],
) -> (OrganisationProfile, FieldCheck) {
    let mut check = FieldCheck::new();
    let terms = check_terms(&mut check, &profile.terms, known);
    let checked = OrganisationProfile {
        name: check.required_line("name", &profile.name, NAME_MAX),
        short_name: check.line("shortName", &profile.short_name, 40),
        kind: profile.kind,
        purpose: Bilingual {
            de: check.required_text("purpose.de", &profile.purpose.de, TEXT_MAX),
            en: check.text("purpose.en", &profile.purpose.en, TEXT_MAX),
        },
        website: check.url("website", &profile.website),
        email: check.email("email", &profile.email),
        phone: check.phone("phone", &profile.phone),
        street: check.line("street", &profile.street, LINE_MAX),
        postal_code: check.line("postalCode", &profile.postal_code, 10),
        city: check.line("city", &profile.city, LINE_MAX),
        statewide: profile.statewide,
        terms,
    };
    (checked, check)
}

/// Checks chosen terms: each exists, none twice, not too many of a kind.
pub fn check_terms(check: &mut FieldCheck, chosen: &[TermId], known: &[(Uuid, TermKind)]) -> Vec<TermId> {
    let mut terms: Vec<TermId> = Vec::new();
    let mut kinds: Vec<TermKind> = Vec::new();
    for (place, term) in chosen.iter().enumerate() {
        match known.iter().find(|(id, _)| *id == term.0) {
            None => check.push(FieldError::new(format!("terms.{place}"), ErrorCode::UnknownReference)),
            Some(_) if terms.contains(term) => {}
            Some((_, kind)) => {
                terms.push(*term);
                kinds.push(*kind);
            }
        }
    }
    let most = TermKind::ALL.iter().map(|kind| kinds.iter().filter(|found| *found == kind).count()).max();
    if most.is_some_and(|most| most > TERMS_MAX) {
        check.push(FieldError::new("terms", ErrorCode::TooMany).with("max", TERMS_MAX));
    }
    terms
}

/// A contact person as it will be stored.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ContactValues {
    /// Full name.
    pub name: String,
    /// What the person does there.
    pub function: String,
    /// E-mail address.
    pub email: String,
    /// Phone number.
    pub phone: String,
    /// The day on which the person agreed to be published; none means not public.
    pub consented_on: Option<NaiveDate>,
}

/// Trims and checks a contact.
pub fn check_contact(values: ContactValues, today: NaiveDate) -> (ContactValues, FieldCheck) {
    let mut check = FieldCheck::new();
    let checked = ContactValues {
        name: check.required_line("name", &values.name, NAME_MAX),
        function: check.line("function", &values.function, LINE_MAX),
        email: check.email("email", &values.email),
        phone: check.phone("phone", &values.phone),
        consented_on: values.consented_on,
    };
    if values.consented_on.is_some_and(|day| day > today) {
        check.push(FieldError::new("consentedOn", ErrorCode::InvalidDate));
    }
    if checked.email.is_empty() && checked.phone.is_empty() && !check.has("email") && !check.has("phone") {
        check.push(FieldError::new("email", ErrorCode::Required));
    }
    (checked, check)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(check: FieldCheck) -> Vec<(String, ErrorCode)> {
        check.into_errors().into_iter().map(|error| (error.field, error.code)).collect()
    }

    fn check(change: impl FnOnce(&mut OrganisationProfile), expected: &[(&str, ErrorCode)]) {
        let mut profile = OrganisationProfile {
            name: "Verein".into(),
            short_name: String::new(),
            kind: OrganisationKind::Association,
            purpose: Bilingual { de: "Hilft.".into(), en: String::new() },
            website: String::new(),
            email: String::new(),
            phone: String::new(),
            street: String::new(),
            postal_code: String::new(),
            city: String::new(),
            statewide: false,
            terms: vec![],
        };
        change(&mut profile);
        let known: Vec<_> = (1..=50).map(|n| (Uuid::from_u128(n), TermKind::Topic)).collect();
        let expected: Vec<_> = expected.iter().map(|(field, code)| ((*field).to_owned(), *code)).collect();
        assert_eq!(codes(check_profile(profile, &known).1), expected);
    }

    #[test]
    fn a_profile_needs_a_name_a_german_purpose_and_terms_that_exist() {
        check(|_| (), &[]);
        check(|p| p.name = " ".into(), &[("name", ErrorCode::Required)]);
        check(|p| p.purpose.de = " ".into(), &[("purpose.de", ErrorCode::Required)]);
        check(|p| p.website = "ftp://x.example".into(), &[("website", ErrorCode::InvalidUrl)]);
        check(|p| p.terms = vec![TermId(Uuid::from_u128(1)); 3], &[]);
        check(|p| p.terms = vec![TermId(Uuid::nil())], &[("terms.0", ErrorCode::UnknownReference)]);
        check(
            |p| p.terms = (1..=41).map(|n| TermId(Uuid::from_u128(n))).collect(),
            &[("terms", ErrorCode::TooMany)],
        );
    }

    #[test]
    fn a_contact_can_be_reached_and_agreed_in_the_past() {
        let today = NaiveDate::from_ymd_opt(2026, 3, 2).expect("a day");
        let contact = |email: &str, consented_on| {
            let values = ContactValues {
                name: "Žofia ß".into(),
                email: email.into(),
                consented_on,
                ..ContactValues::default()
            };
            codes(check_contact(values, today).1)
        };
        assert_eq!(contact("a@b.example", Some(today)), []);
        assert_eq!(contact("", None), [("email".to_owned(), ErrorCode::Required)]);
        assert_eq!(
            contact("a@b.example", today.succ_opt()),
            [("consentedOn".to_owned(), ErrorCode::InvalidDate)]
        );
    }
}
