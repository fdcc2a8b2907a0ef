//! What holds for passwords, sessions, codes and delays: decisions on values.

use chrono::{DateTime, TimeDelta, Utc};
use verbund_shared::{
    error::{ErrorCode, FieldError},
    id::OrganisationId,
    limits::{PASSWORD_MAX, PASSWORD_MIN},
    people::{AffiliationRole, NetworkRole},
    values::FieldCheck,
};

use super::easy_passwords;

/// How long a device stays signed in without being used.
const SESSION_IDLE: TimeDelta = TimeDelta::days(30);
/// How long a device stays signed in at all.
const SESSION_LONGEST: TimeDelta = TimeDelta::days(90);
/// How long a used refresh token is still taken: for a lost reply and for tabs that ask at once.
pub const REFRESH_GRACE: TimeDelta = TimeDelta::seconds(30);
/// How long a link in a mail about passwords or addresses works.
pub const LINK_LIFE: TimeDelta = TimeDelta::hours(1);
/// How long an invitation can be accepted.
pub const INVITATION_LIFE: TimeDelta = TimeDelta::days(14);
/// How long the first start's link works; a restart makes a new one.
pub const FIRST_START_LIFE: TimeDelta = TimeDelta::days(7);
/// How many recovery codes there are.
pub const RECOVERY_CODES: usize = 10;
/// Failures older than this no longer count.
pub const FAILURES_FORGOTTEN: TimeDelta = TimeDelta::hours(24);

/// When a session ends if it is not used again.
pub fn session_end(created_at: DateTime<Utc>, now: DateTime<Utc>) -> DateTime<Utc> {
    (now + SESSION_IDLE).min(created_at + SESSION_LONGEST)
}

/// What a refresh token is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RefreshUse {
    /// Used a moment ago by the same app: gets a token of its own.
    Again,
    /// Used long ago: somebody has a copy.
    Reuse,
}

/// Judges a refresh token that was used before.
pub fn judge_used(used_at: DateTime<Utc>, now: DateTime<Utc>) -> RefreshUse {
    if now - used_at <= REFRESH_GRACE { RefreshUse::Again } else { RefreshUse::Reuse }
}

/// The role an invitation offers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OfferedRole {
    /// A role in an organisation.
    InOrganisation(OrganisationId, AffiliationRole),
    /// A role in the network.
    InNetwork(NetworkRole),
}

/// New devices within a day, the next of which are told no more: it would only hide the first ones.
const NEW_DEVICES_A_DAY: usize = 3;

/// Whether somebody is told of a sign-in on this device. `known` are the devices of the sign-ins
/// that are still remembered, with their moments, the first one too; `before` says whether there
/// was any sign-in at all. The first one is not told: it comes with accepting the invitation.
pub fn tells_of_device(
    known: &[(String, DateTime<Utc>)],
    before: bool,
    device: &str,
    now: DateTime<Utc>,
) -> bool {
    if !before || known.iter().any(|(name, _)| name == device) {
        return false;
    }
    let first_seen = |name: &str| known.iter().filter(|(other, _)| other == name).map(|(_, at)| *at).min();
    let mut new: Vec<&str> = known
        .iter()
        .map(|(name, _)| name.as_str())
        .filter(|name| first_seen(name).is_some_and(|at| now - at < TimeDelta::days(1)))
        .collect();
    new.sort_unstable();
    new.dedup();
    new.len() < NEW_DEVICES_A_DAY
}

/// How many attempts are free, and how long to wait after those.
#[derive(Debug, Clone, Copy)]
pub struct Limit {
    /// What is limited; part of the bucket's name.
    pub name: &'static str,
    /// Attempts without a delay.
    pub free: i32,
    /// The first delay, doubled by each further attempt.
    pub first_delay: TimeDelta,
    /// No delay is longer: nobody is locked out for good.
    pub longest_delay: TimeDelta,
}

impl Limit {
    /// How long to wait after so many attempts.
    pub fn delay_after(&self, attempts: i32) -> TimeDelta {
        let over = attempts - self.free;
        if over < 0 {
            return TimeDelta::zero();
        }
        let doubled = self.first_delay * 2_i32.saturating_pow(u32::try_from(over.min(16)).unwrap_or(0));
        doubled.min(self.longest_delay)
    }
}

/// Checks a password somebody wants to have. `own` is what a stranger knows of the person.
pub fn check_password(check: &mut FieldCheck, field: &str, password: &str, own: &[&str]) {
    let length = password.chars().count();
    if password.is_empty() {
        check.push(FieldError::new(field, ErrorCode::Required));
    } else if length < PASSWORD_MIN {
        check.push(FieldError::new(field, ErrorCode::TooShort).with("min", PASSWORD_MIN));
    } else if length > PASSWORD_MAX {
        check.push(FieldError::new(field, ErrorCode::TooLong).with("max", PASSWORD_MAX));
    } else if easy_passwords::is_easy(password) || contains_own(password, own) {
        check.push(FieldError::new(field, ErrorCode::PasswordTooEasy));
    }
}

/// Whether the password holds a name or an address of the person.
fn contains_own(password: &str, own: &[&str]) -> bool {
    let password = password.to_lowercase();
    own.iter()
        .flat_map(|text| text.split(|c: char| !c.is_alphanumeric()))
        .filter(|part| part.chars().count() >= 4)
        .any(|part| password.contains(&part.to_lowercase()))
}

/// A code as it is compared: without the spaces and dashes people type.
pub fn plain_code(code: &str) -> String {
    code.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase()
}

/// Whether a plain code is one of an authenticator app; otherwise it is a recovery code.
pub fn is_app_code(plain: &str) -> bool {
    plain.len() == 6 && plain.bytes().all(|b| b.is_ascii_digit())
}

/// A device's name from the browser's own description: `Firefox, Windows`.
pub fn device_name(user_agent: &str) -> String {
    // The order matters: most browsers also carry the names of those they descend from.
    const BROWSERS: &[(&str, &str)] = &[
        ("Edg", "Edge"),
        ("OPR/", "Opera"),
        ("SamsungBrowser", "Samsung Internet"),
        ("Firefox/", "Firefox"),
        ("FxiOS", "Firefox"),
        ("CriOS", "Chrome"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    ];
    const SYSTEMS: &[(&str, &str)] = &[
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Android", "Android"),
        ("Windows", "Windows"),
        ("CrOS", "ChromeOS"),
        ("Mac OS X", "macOS"),
        ("Linux", "Linux"),
    ];
    let find = |known: &[(&str, &'static str)]| {
        known.iter().find(|(mark, _)| user_agent.contains(mark)).map(|(_, name)| *name)
    };
    [find(BROWSERS), find(SYSTEMS)].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment(seconds: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_700_000_000 + seconds, 0).expect("a moment")
    }

    #[test]
    fn a_session_slides_up_to_its_longest_life() {
        let created = moment(0);
        assert_eq!(session_end(created, created), created + TimeDelta::days(30));
        assert_eq!(session_end(created, created + TimeDelta::days(80)), created + TimeDelta::days(90));
    }

    #[test]
    fn an_unknown_device_is_told_but_not_the_first_nor_too_many() {
        let now = moment(10 * 86_400);
        let seen = |devices: &[(&str, i64)]| -> Vec<(String, DateTime<Utc>)> {
            devices.iter().map(|(name, days)| ((*name).to_owned(), now - TimeDelta::days(*days))).collect()
        };
        for (known, before, tells) in [
            (vec![], false, false),
            (vec![], true, true),
            (vec![("Firefox, Linux", 3)], true, true),
            (vec![("Edge, Windows", 3), ("Firefox, Linux", 0)], true, false),
            (vec![("a", 0), ("b", 0), ("b", 0)], true, true),
            (vec![("a", 0), ("b", 0), ("c", 0)], true, false),
            (vec![("a", 0), ("b", 0), ("c", 0), ("c", 2)], true, true),
        ] {
            assert_eq!(tells_of_device(&seen(&known), before, "Edge, Windows", now), tells, "{known:?}");
        }
    }

    #[test]
    fn a_used_token_is_taken_again_only_within_the_grace() {
        assert_eq!(judge_used(moment(0), moment(30)), RefreshUse::Again);
        assert_eq!(judge_used(moment(0), moment(31)), RefreshUse::Reuse);
    }

    #[test]
    fn delays_double_and_stay_bounded() {
        let limit = Limit {
            name: "x",
            free: 5,
            first_delay: TimeDelta::seconds(1),
            longest_delay: TimeDelta::seconds(60),
        };
        let delays: Vec<i64> = (4..=12).map(|n| limit.delay_after(n).num_seconds()).collect();
        assert_eq!(delays, [0, 1, 2, 4, 8, 16, 32, 60, 60]);
        assert_eq!(limit.delay_after(i32::MAX).num_seconds(), 60);
    }

    fn check(password: &str, expected: Option<ErrorCode>) {
        let mut found = FieldCheck::new();
        let own = ["Jasmin", "Aydın-Köhler", "j.aydin@halle.example"];
        check_password(&mut found, "password", password, &own);
        assert_eq!(found.into_errors().first().map(|error| error.code), expected, "{password}");
    }

    #[test]
    fn passwords_are_long_not_easy_and_not_ones_own_name() {
        check("", Some(ErrorCode::Required));
        check("kurz-aber-x", Some(ErrorCode::TooShort));
        check(&"ab1!".repeat(40), Some(ErrorCode::TooLong));
        check("Passwort1234", Some(ErrorCode::PasswordTooEasy));
        check("jasmin-und-der-zug", Some(ErrorCode::PasswordTooEasy));
        check("AYDINs kleine Welt", Some(ErrorCode::PasswordTooEasy));
        check("drei Ziegen im Nebel", None);
        check("пять зелёных яблок", None);
        check("verbund-demo-2026", None);
    }

    #[test]
    fn codes_are_read_as_people_type_them() {
        assert_eq!(plain_code(" 123 456"), "123456");
        assert_eq!(plain_code("AB12-cd34"), "ab12cd34");
        assert!(is_app_code("123456"));
        assert!(!is_app_code("ab12cd34"));
    }

    #[test]
    fn devices_are_named_by_browser_and_system() {
        let firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
        let edge = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0 Safari/537.36 Edg/138.0";
        assert_eq!(device_name(firefox), "Firefox, Linux");
        assert_eq!(device_name(edge), "Edge, Windows");
        assert_eq!(device_name("curl/8"), "");
    }
}
