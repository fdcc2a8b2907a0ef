//! What a network's profile and its terms must look like.

use verbund_shared::{
    error::{ErrorCode, FieldError},
    limits::{LINE_MAX, NAME_MAX, TEXT_MAX},
    values::FieldCheck,
};

/// A text in German and English.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Bilingual {
    /// German.
    pub de: String,
    /// English; empty for none.
    pub en: String,
}

/// The network's profile as it will be stored.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NetworkProfile {
    /// Full name.
    pub name: String,
    /// Name for narrow places.
    pub short_name: String,
    /// Year of foundation.
    pub founded_year: Option<i32>,
    /// Address of the coordination office.
    pub contact_email: String,
    /// The network's own website.
    pub website: String,
    /// One or two sentences that greet.
    pub welcome: Bilingual,
    /// What the network is for.
    pub purpose: Bilingual,
    /// How it works.
    pub principles: Bilingual,
    /// Imprint (§ 5 DDG).
    pub imprint: Bilingual,
    /// Privacy notice (Art. 13 GDPR).
    pub privacy: Bilingual,
    /// Days after which an offer must be confirmed again.
    pub offer_check_days: i32,
    /// Days an overdue offer stays visible, marked.
    pub offer_grace_days: i32,
}

/// Trims and checks a profile.
pub fn check_profile(profile: NetworkProfile) -> (NetworkProfile, FieldCheck) {
    let mut check = FieldCheck::new();
    let text = |check: &mut FieldCheck, name: &str, value: &Bilingual| Bilingual {
        de: check.text(&format!("{name}.de"), &value.de, TEXT_MAX),
        en: check.text(&format!("{name}.en"), &value.en, TEXT_MAX),
    };
    let checked = NetworkProfile {
        name: check.required_line("name", &profile.name, NAME_MAX),
        short_name: check.required_line("shortName", &profile.short_name, 40),
        founded_year: profile.founded_year,
        contact_email: check.email("contactEmail", &profile.contact_email),
        website: check.url("website", &profile.website),
        welcome: text(&mut check, "welcome", &profile.welcome),
        purpose: text(&mut check, "purpose", &profile.purpose),
        principles: text(&mut check, "principles", &profile.principles),
        imprint: text(&mut check, "imprint", &profile.imprint),
        privacy: text(&mut check, "privacy", &profile.privacy),
        offer_check_days: profile.offer_check_days,
        offer_grace_days: profile.offer_grace_days,
    };
    if profile.founded_year.is_some_and(|year| !(1000..=2200).contains(&year)) {
        check.push(FieldError::new("foundedYear", ErrorCode::InvalidValue));
    }
    if !(1..=1_000).contains(&profile.offer_check_days) {
        check.push(FieldError::new("offerCheckDays", ErrorCode::InvalidValue));
    }
    if !(0..=1_000).contains(&profile.offer_grace_days) {
        check.push(FieldError::new("offerGraceDays", ErrorCode::InvalidValue));
    }
    (checked, check)
}

/// What a network is called until somebody names it.
pub const UNNAMED: &str = "Unser Netzwerk";

/// Whether the network's profile still lacks what everybody reads first.
pub fn is_unfinished(name: &str, purpose_de: &str) -> bool {
    name == UNNAMED || purpose_de.is_empty()
}

/// A term as it will be stored.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TermValues {
    /// German name.
    pub name_de: String,
    /// English name; empty for none.
    pub name_en: String,
    /// Place in the order of its kind.
    pub position: i32,
    /// Not offered for new things, still shown where used.
    pub archived: bool,
    /// Column and row on the tile map; districts only.
    pub tile: Option<(i32, i32)>,
}

/// Trims and checks a term's values.
pub fn check_term(values: TermValues) -> (TermValues, FieldCheck) {
    let mut check = FieldCheck::new();
    let checked = TermValues {
        name_de: check.required_line("name.de", &values.name_de, LINE_MAX),
        name_en: check.line("name.en", &values.name_en, LINE_MAX),
        ..values
    };
    (checked, check)
}

/// Checks a term's key: it stands in URLs and CSV files.
pub fn check_term_key(check: &mut FieldCheck, key: &str) -> String {
    let key = check.required_line("key", key, 40);
    if key.chars().any(|c| !matches!(c, 'a'..='z' | '0'..='9' | '_')) && !check.has("key") {
        check.push(FieldError::new("key", ErrorCode::InvalidCharacters));
    }
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(change: impl FnOnce(&mut NetworkProfile), expected: &[(&str, ErrorCode)]) {
        let mut profile = NetworkProfile {
            name: "Netzwerk".into(),
            short_name: "N".into(),
            offer_check_days: 180,
            ..NetworkProfile::default()
        };
        change(&mut profile);
        let found = check_profile(profile).1.into_errors();
        let found: Vec<_> = found.iter().map(|error| (error.field.as_str(), error.code)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_profile_needs_a_name_and_sensible_numbers() {
        check(|_| (), &[]);
        check(|p| p.name = "  ".into(), &[("name", ErrorCode::Required)]);
        check(|p| p.website = "javascript:x".into(), &[("website", ErrorCode::InvalidUrl)]);
        check(|p| p.founded_year = Some(20), &[("foundedYear", ErrorCode::InvalidValue)]);
        check(|p| p.offer_check_days = 0, &[("offerCheckDays", ErrorCode::InvalidValue)]);
        check(|p| p.purpose.en = "x".repeat(TEXT_MAX + 1), &[("purpose.en", ErrorCode::TooLong)]);
    }
}
