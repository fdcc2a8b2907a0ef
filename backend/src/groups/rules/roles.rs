//! Dated roles in a group: when they hold, how they end, and that somebody leads.

use chrono::NaiveDate;
use uuid::Uuid;
use verbund_shared::{
    error::ErrorCode,
    groups::{GroupRole, GroupRoleState},
};

/// A person's place in a group; both days belong to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The row.
    pub id: Uuid,
    /// Whose.
    pub person: Uuid,
    /// Whether the person can sign in at all.
    pub acts: bool,
    /// Which role.
    pub role: GroupRole,
    /// Where it stands.
    pub state: GroupRoleState,
    /// The first day; none while it is awaited.
    pub from: Option<NaiveDate>,
    /// The last day; none while it lasts.
    pub until: Option<NaiveDate>,
}

impl Place {
    /// Whether the role holds on a day.
    pub fn holds_on(&self, day: NaiveDate) -> bool {
        self.state == GroupRoleState::Active
            && self.from.is_some_and(|from| from <= day)
            && self.until.is_none_or(|until| day <= until)
    }
}

/// How the end of a role is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// It holds until this day, and is over afterwards.
    Later(NaiveDate),
    /// It is over now; this day is written as the last.
    Now(NaiveDate),
}

impl End {
    /// The last day.
    pub fn day(self) -> NaiveDate {
        match self {
            Self::Later(day) | Self::Now(day) => day,
        }
    }
}

/// How a role ends with a day: today or before is at once, and the past is not rewritten.
///
/// # Errors
/// `STATE_FORBIDS` where it does not hold today; `LAST_OF_ITS_KIND` where nobody who can sign in
/// would lead the group.
pub fn end(places: &[Place], id: Uuid, last_day: NaiveDate, today: NaiveDate) -> Result<End, ErrorCode> {
    let place = places.iter().find(|place| place.id == id).filter(|place| place.holds_on(today));
    let place = place.ok_or(ErrorCode::StateForbids)?;
    if leaves_nobody(places, place, last_day.max(today)) {
        return Err(ErrorCode::LastOfItsKind);
    }
    Ok(if last_day > today { End::Later(last_day) } else { End::Now(today) })
}

/// Whether somebody leads the group on a day.
pub fn leads(places: &[Place], day: NaiveDate) -> bool {
    places.iter().any(|place| place.role == GroupRole::Chair && place.holds_on(day))
}

/// Whether on the day after nobody would lead the group.
fn leaves_nobody(places: &[Place], ended: &Place, last_day: NaiveDate) -> bool {
    let leads = |place: &Place| place.role == GroupRole::Chair && place.acts;
    let Some(day_after) = last_day.succ_opt() else { return false };
    leads(ended)
        && !places.iter().any(|place| place.id != ended.id && leads(place) && place.holds_on(day_after))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::groups::rules::testing::day;
    use GroupRole::{Chair, Member};
    use GroupRoleState::{Active, Ended, Requested};

    fn place(id: u128, role: GroupRole, state: GroupRoleState, from: u32, until: Option<u32>) -> Place {
        Place {
            id: Uuid::from_u128(id),
            person: Uuid::from_u128(id),
            acts: true,
            role,
            state,
            from: Some(day(from)),
            until: until.map(day),
        }
    }

    #[test]
    fn a_role_holds_from_its_first_to_its_last_day_while_it_is_not_ended() {
        for (state, from, until, expected) in [
            (Active, 15, None, true),
            (Active, 16, None, false),
            (Active, 1, Some(15), true),
            (Active, 1, Some(14), false),
            (Ended, 1, Some(15), false),
            (Requested, 1, None, false),
        ] {
            assert_eq!(place(1, Member, state, from, until).holds_on(day(15)), expected, "{state:?} {from}");
        }
        assert!(!Place { from: None, ..place(1, Member, Active, 1, None) }.holds_on(day(15)));
    }

    #[test]
    fn a_role_ends_later_or_at_once() {
        let places = [place(1, Member, Active, 1, None), place(2, Member, Active, 1, Some(14))];
        let ending = |id, last: u32| end(&places, Uuid::from_u128(id), day(last), day(15));
        assert_eq!(ending(1, 20), Ok(End::Later(day(20))));
        assert_eq!(ending(1, 15), Ok(End::Now(day(15))));
        assert_eq!(ending(1, 2), Ok(End::Now(day(15))));
        assert_eq!(ending(2, 20), Err(ErrorCode::StateForbids));
        assert_eq!(ending(9, 20), Err(ErrorCode::StateForbids));
    }

    #[test]
    fn somebody_who_can_sign_in_leads() {
        let mut places = [place(1, Chair, Active, 1, None), place(2, Chair, Active, 1, Some(20))];
        let ending = |places: &[Place], id, last: u32| end(places, Uuid::from_u128(id), day(last), day(15));
        assert_eq!(ending(&places, 1, 15), Ok(End::Now(day(15))));
        assert_eq!(ending(&places, 1, 20), Err(ErrorCode::LastOfItsKind));
        assert_eq!(ending(&places, 2, 15), Ok(End::Now(day(15))));
        places[1].acts = false;
        assert_eq!(ending(&places, 1, 15), Err(ErrorCode::LastOfItsKind));
    }
}
