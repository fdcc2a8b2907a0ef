//! What somebody files.

use uuid::Uuid;
use verbund_shared::{
    id::TermId,
    limits::{LINE_MAX, NAME_MAX, TEXT_MAX},
    locale::Locale,
    organisations::OrganisationKind,
    terms::TermKind,
    values::FieldCheck,
};

use crate::organisations::rules::profile::check_terms;

/// An application as it is filed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filing {
    /// The organisation's name.
    pub organisation_name: String,
    /// What sort of organisation it is.
    pub kind: OrganisationKind,
    /// What it is for.
    pub purpose: String,
    /// Web address.
    pub website: String,
    /// Street and number.
    pub street: String,
    /// Postal code.
    pub postal_code: String,
    /// Town.
    pub city: String,
    /// Whether it serves all districts.
    pub statewide: bool,
    /// Topics and districts.
    pub terms: Vec<TermId>,
    /// The contact's given name.
    pub contact_given_name: String,
    /// The contact's family name.
    pub contact_family_name: String,
    /// The contact's address, to which all mail goes.
    pub contact_email: String,
    /// The contact's phone number.
    pub contact_phone: String,
    /// Why it wants to join.
    pub motivation: String,
    /// The language the applicant reads.
    pub locale: Locale,
}

/// Trims and checks what is filed; `known` are the terms that exist.
pub fn check_filing(filing: Filing, known: &[(Uuid, TermKind)]) -> (Filing, FieldCheck) {
    let mut check = FieldCheck::new();
    let checked = Filing {
        organisation_name: check.required_line("organisationName", &filing.organisation_name, NAME_MAX),
        kind: filing.kind,
        purpose: check.required_text("purpose", &filing.purpose, TEXT_MAX),
        website: check.url("website", &filing.website),
        street: check.line("street", &filing.street, LINE_MAX),
        postal_code: check.line("postalCode", &filing.postal_code, 10),
        city: check.required_line("city", &filing.city, LINE_MAX),
        statewide: filing.statewide,
        terms: check_terms(&mut check, &filing.terms, known),
        contact_given_name: check.required_line("contactGivenName", &filing.contact_given_name, LINE_MAX),
        contact_family_name: check.required_line("contactFamilyName", &filing.contact_family_name, LINE_MAX),
        contact_email: check.required_email("contactEmail", &filing.contact_email),
        contact_phone: check.phone("contactPhone", &filing.contact_phone),
        motivation: check.required_text("motivation", &filing.motivation, TEXT_MAX),
        locale: filing.locale,
    };
    (checked, check)
}
