//! Dated roles of people in an organisation.

use chrono::NaiveDate;
use uuid::Uuid;
use verbund_shared::{error::ErrorCode, people::AffiliationRole};

/// One role; both days belong to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DatedRole {
    /// The row.
    pub id: Uuid,
    /// Who holds it.
    pub person: Uuid,
    /// Whether the person can sign in at all.
    pub person_active: bool,
    /// The role.
    pub role: AffiliationRole,
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

/// Why a role cannot be given or ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// The end is before the beginning.
    DateOrder,
    /// The person holds this role already on some of these days.
    AlreadyHeld,
    /// The role has ended already.
    Over,
    /// Nobody would represent the organisation.
    LastRepresentative,
}

impl Refusal {
    /// The code a person sees.
    pub fn code(self) -> ErrorCode {
        match self {
            Self::DateOrder => ErrorCode::DateOrder,
            Self::AlreadyHeld => ErrorCode::Duplicate,
            Self::Over => ErrorCode::StateForbids,
            Self::LastRepresentative => ErrorCode::LastOfItsKind,
        }
    }
}

/// Whether a person may be given a role for these days.
pub fn check_new(
    roles: &[DatedRole],
    person: Uuid,
    role: AffiliationRole,
    from: NaiveDate,
    until: Option<NaiveDate>,
) -> Result<(), Refusal> {
    if until.is_some_and(|until| until < from) {
        return Err(Refusal::DateOrder);
    }
    let overlaps = |held: &DatedRole| {
        held.until.is_none_or(|held_until| held_until >= from) && until.is_none_or(|until| held.from <= until)
    };
    if roles.iter().any(|held| held.person == person && held.role == role && overlaps(held)) {
        return Err(Refusal::AlreadyHeld);
    }
    Ok(())
}

/// How the end of a role is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// It holds until this day.
    Until(NaiveDate),
    /// It never held a day and goes.
    Remove,
}

/// Whether and how a role may end with a day; a day before today ends it at once.
pub fn check_end(
    roles: &[DatedRole],
    id: Uuid,
    last_day: NaiveDate,
    today: NaiveDate,
) -> Result<End, Refusal> {
    let Some(ended) = roles.iter().find(|role| role.id == id) else { return Err(Refusal::Over) };
    if ended.until.is_some_and(|until| until < today) {
        return Err(Refusal::Over);
    }
    // The past is not rewritten: at once means that yesterday was the last day.
    let yesterday = today.pred_opt().unwrap_or(today);
    let last_day = last_day.max(yesterday);
    if leaves_nobody(roles, ended, last_day) {
        return Err(Refusal::LastRepresentative);
    }
    Ok(if last_day < ended.from { End::Remove } else { End::Until(last_day) })
}

/// Until when somebody belongs to the organisation if one of their roles ends with a day; none while
/// another one lasts.
pub fn belongs_until(roles: &[DatedRole], id: Uuid, last_day: NaiveDate) -> Option<NaiveDate> {
    let ended = roles.iter().find(|role| role.id == id)?;
    let others = roles.iter().filter(|role| role.id != id && role.person == ended.person);
    others.map(|role| role.until).try_fold(last_day, |latest, until| Some(latest.max(until?)))
}

/// Whether on the day after nobody would represent the organisation, who could still act then.
fn leaves_nobody(roles: &[DatedRole], ended: &DatedRole, last_day: NaiveDate) -> bool {
    let acts = |role: &DatedRole| role.role == AffiliationRole::Representative && role.person_active;
    let Some(day_after) = last_day.succ_opt() else { return false };
    acts(ended)
        && ended.until.is_none_or(|until| until > last_day)
        && !roles.iter().any(|role| role.id != ended.id && acts(role) && role.holds_on(day_after))
}

#[cfg(test)]
mod tests {
    use super::*;
    use AffiliationRole::{Representative, Staff};

    fn day(n: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 3, n).expect("a day in March")
    }

    fn held(id: u128, role: AffiliationRole, from: u32, until: Option<u32>) -> DatedRole {
        DatedRole {
            id: Uuid::from_u128(id),
            person: Uuid::from_u128(id),
            person_active: true,
            role,
            from: day(from),
            until: until.map(day),
        }
    }

    fn check_ending(roles: &[DatedRole], id: u128, last_day: u32, expected: Result<End, Refusal>) {
        assert_eq!(check_end(roles, Uuid::from_u128(id), day(last_day), day(15)), expected);
    }

    #[test]
    fn a_role_is_not_given_twice_for_the_same_days() {
        let roles = [held(1, Staff, 5, Some(10))];
        let new = |role, from, until: Option<u32>| {
            check_new(&roles, Uuid::from_u128(1), role, day(from), until.map(day))
        };
        assert_eq!(new(Staff, 10, None), Err(Refusal::AlreadyHeld));
        assert_eq!(new(Staff, 11, None), Ok(()));
        assert_eq!(new(Staff, 1, Some(4)), Ok(()));
        assert_eq!(new(Representative, 7, None), Ok(()));
        assert_eq!(new(Staff, 12, Some(11)), Err(Refusal::DateOrder));
    }

    #[test]
    fn somebody_belongs_until_the_last_of_their_roles_ends() {
        let of_one = |id, until: Option<u32>| DatedRole { person: Uuid::nil(), ..held(id, Staff, 1, until) };
        let until = |roles: &[DatedRole]| belongs_until(roles, Uuid::from_u128(1), day(10));
        assert_eq!(until(&[of_one(1, None)]), Some(day(10)));
        assert_eq!(until(&[of_one(1, None), of_one(2, Some(12)), held(3, Staff, 1, None)]), Some(day(12)));
        assert_eq!(until(&[of_one(1, None), of_one(2, Some(5))]), Some(day(10)));
        assert_eq!(until(&[of_one(1, None), of_one(2, None)]), None);
    }

    #[test]
    fn a_role_ends_with_a_day_at_once_or_never_begins() {
        let roles = [held(1, Staff, 1, None), held(2, Staff, 15, None), held(3, Staff, 1, Some(3))];
        check_ending(&roles, 1, 20, Ok(End::Until(day(20))));
        check_ending(&roles, 1, 2, Ok(End::Until(day(14))));
        check_ending(&roles, 2, 14, Ok(End::Remove));
        check_ending(&roles, 3, 14, Err(Refusal::Over));
        check_ending(&roles, 9, 14, Err(Refusal::Over));
    }

    #[test]
    fn somebody_must_go_on_representing_the_organisation() {
        let alone = [held(1, Representative, 1, None), held(2, Staff, 1, None)];
        check_ending(&alone, 1, 14, Err(Refusal::LastRepresentative));
        check_ending(&alone, 1, 25, Err(Refusal::LastRepresentative));
        check_ending(&alone, 2, 14, Ok(End::Until(day(14))));
        let two = [held(1, Representative, 1, None), held(2, Representative, 1, Some(20))];
        check_ending(&two, 1, 14, Ok(End::Until(day(14))));
        check_ending(&two, 1, 20, Err(Refusal::LastRepresentative));
        let successor = [held(1, Representative, 1, None), held(2, Representative, 21, None)];
        check_ending(&successor, 1, 20, Ok(End::Until(day(20))));
        let mut disabled = two;
        disabled[1].person_active = false;
        check_ending(&disabled, 1, 14, Err(Refusal::LastRepresentative));
    }
}
