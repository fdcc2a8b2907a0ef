//! What holds for a person's details and for dated roles in the network.

use chrono::NaiveDate;
use uuid::Uuid;
use verbund_shared::{
    error::{ErrorCode, FieldError},
    limits::LINE_MAX,
    locale::Locale,
    values::FieldCheck,
};

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

/// Somebody's role in the network; both days belong to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DatedRole {
    /// The row.
    pub id: Uuid,
    /// Who holds it.
    pub person: Uuid,
    /// Whether the person can sign in at all.
    pub acts: bool,
    /// The first day.
    pub from: NaiveDate,
    /// The last day; none while it lasts.
    pub until: Option<NaiveDate>,
}

impl DatedRole {
    /// Whether the role holds on a day.
    pub fn holds_on(&self, day: NaiveDate) -> bool {
        self.from <= day && self.until.is_none_or(|until| day <= until)
    }
}

/// Whether a person may be given a role for these days, next to the roles of its kind.
///
/// # Errors
/// The field and what is wrong with it.
pub fn check_new_role(
    held: &[DatedRole],
    person: Uuid,
    from: NaiveDate,
    until: Option<NaiveDate>,
) -> Result<(), FieldError> {
    if until.is_some_and(|until| until < from) {
        return Err(FieldError::new("untilDay", ErrorCode::DateOrder));
    }
    let overlaps = |role: &&DatedRole| {
        role.person == person
            && role.until.is_none_or(|held_until| held_until >= from)
            && until.is_none_or(|until| role.from <= until)
    };
    match held.iter().find(overlaps) {
        Some(_) => Err(FieldError::new("role", ErrorCode::Duplicate)),
        None => Ok(()),
    }
}

/// How the end of a role is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RoleEnd {
    /// It holds until this day.
    Until(NaiveDate),
    /// It never held a day and goes.
    Remove,
}

/// How a role ends with a day. The past is not rewritten: a day before today means that yesterday
/// was the last one.
///
/// # Errors
/// `STATE_FORBIDS` when it is over already.
pub fn role_end(role: &DatedRole, last_day: NaiveDate, today: NaiveDate) -> Result<RoleEnd, ErrorCode> {
    if role.until.is_some_and(|until| until < today) {
        return Err(ErrorCode::StateForbids);
    }
    let last_day = last_day.max(today.pred_opt().unwrap_or(today));
    Ok(if last_day < role.from { RoleEnd::Remove } else { RoleEnd::Until(last_day) })
}

/// Whether somebody else who can sign in holds the role on a day.
pub fn others_hold_on(held: &[DatedRole], without: impl Fn(&DatedRole) -> bool, day: NaiveDate) -> bool {
    held.iter().any(|role| !without(role) && role.acts && role.holds_on(day))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(n: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 3, n).expect("a day in March")
    }

    fn role(person: u128, from: u32, until: Option<u32>) -> DatedRole {
        let id = Uuid::from_u128(person);
        DatedRole { id, person: id, acts: true, from: day(from), until: until.map(day) }
    }

    fn check_new(from: u32, until: Option<u32>, expected: Option<(&str, ErrorCode)>) {
        let held = [role(1, 5, Some(10)), role(2, 1, None)];
        let found = check_new_role(&held, Uuid::from_u128(1), day(from), until.map(day)).err();
        assert_eq!(found.as_ref().map(|error| (error.field.as_str(), error.code)), expected);
    }

    #[test]
    fn a_role_is_not_given_twice_for_the_same_days() {
        check_new(11, None, None);
        check_new(1, Some(4), None);
        check_new(10, None, Some(("role", ErrorCode::Duplicate)));
        check_new(12, Some(11), Some(("untilDay", ErrorCode::DateOrder)));
    }

    #[test]
    fn a_role_ends_with_a_day_at_once_or_never_begins() {
        let today = day(15);
        assert_eq!(role_end(&role(1, 1, None), day(20), today), Ok(RoleEnd::Until(day(20))));
        assert_eq!(role_end(&role(1, 1, None), day(2), today), Ok(RoleEnd::Until(day(14))));
        assert_eq!(role_end(&role(1, 15, None), day(14), today), Ok(RoleEnd::Remove));
        assert_eq!(role_end(&role(1, 1, Some(14)), day(15), today), Err(ErrorCode::StateForbids));
    }

    #[test]
    fn only_those_who_can_sign_in_hold_a_role() {
        let mut held = [role(1, 1, None), role(2, 1, Some(20))];
        let without_first = |role: &DatedRole| role.person == Uuid::from_u128(1);
        assert!(others_hold_on(&held, without_first, day(20)));
        assert!(!others_hold_on(&held, without_first, day(21)));
        held[1].acts = false;
        assert!(!others_hold_on(&held, without_first, day(20)));
    }
}
