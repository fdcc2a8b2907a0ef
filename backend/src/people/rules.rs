//! What holds for a person's own details.

use verbund_shared::{limits::LINE_MAX, locale::Locale, values::FieldCheck};

/// What a person says about themselves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    /// Given name.
    pub given_name: String,
    /// Family name.
    pub family_name: String,
    /// Language of the mails to them.
    pub locale: Locale,
}

/// Trims and checks a profile.
pub fn check_profile(check: &mut FieldCheck, profile: Profile) -> Profile {
    Profile {
        given_name: check.required_line("givenName", &profile.given_name, LINE_MAX),
        family_name: check.required_line("familyName", &profile.family_name, LINE_MAX),
        locale: profile.locale,
    }
}
