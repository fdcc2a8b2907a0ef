//! Membership as dated periods: which state holds on a day, and how a change is written so that
//! the periods never overlap and no day of the past changes its state.

use chrono::{Days, NaiveDate};
use uuid::Uuid;
use verbund_shared::{
    error::{ErrorCode, FieldError},
    limits::{MEMBERSHIP_AHEAD_DAYS, MEMBERSHIP_EARLIEST},
    organisations::MembershipState,
    values::FieldCheck,
};

use MembershipState::{Active, Ended, Suspended};

/// One period; both days belong to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// The row.
    pub id: Uuid,
    /// The state during the period.
    pub state: MembershipState,
    /// The first day.
    pub from: NaiveDate,
    /// The last day; none while it lasts.
    pub until: Option<NaiveDate>,
}

impl Period {
    /// Whether the period holds on a day.
    pub fn holds_on(&self, day: NaiveDate) -> bool {
        self.from <= day && self.until.is_none_or(|until| day <= until)
    }
}

/// The state on a day; none before the first membership.
pub fn state_on(periods: &[Period], day: NaiveDate) -> Option<MembershipState> {
    match periods.iter().find(|period| period.holds_on(day)) {
        Some(period) => Some(period.state),
        // A closed period with nothing after it has ended.
        None => periods.iter().any(|period| period.from <= day).then_some(Ended),
    }
}

/// Whether it was a member on a day; a suspended member is one whose rights rest.
pub fn was_member_on(periods: &[Period], day: NaiveDate) -> bool {
    matches!(state_on(periods, day), Some(Active | Suspended))
}

/// Since when it has been a member without interruption; none where it is not one on that day.
pub fn member_since(periods: &[Period], day: NaiveDate) -> Option<NaiveDate> {
    let mut since = periods.iter().find(|period| period.holds_on(day) && period.state != Ended)?.from;
    while let Some(before) = since.pred_opt().and_then(|day_before| {
        periods.iter().find(|period| period.holds_on(day_before) && period.state != Ended)
    }) {
        since = before.from;
    }
    Some(since)
}

/// Checks the first day of a new membership: planned at most a year ahead, and not mistyped.
pub fn check_member_since(check: &mut FieldCheck, field: &str, day: NaiveDate, today: NaiveDate) {
    let earliest: NaiveDate = MEMBERSHIP_EARLIEST.parse().unwrap_or(NaiveDate::MIN);
    let latest = today + Days::new(MEMBERSHIP_AHEAD_DAYS);
    if day < earliest || day > latest {
        let error = FieldError::new(field, ErrorCode::DateOutOfRange);
        check.push(error.with("earliest", earliest.to_string()).with("latest", latest.to_string()));
    }
}

/// What has to be written for a change.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Plan {
    /// Periods to remove: planned ones that the change replaces.
    pub remove: Vec<Uuid>,
    /// A period to end on a day, or to open again.
    pub set_until: Option<(Uuid, Option<NaiveDate>)>,
    /// A period to give the new state and reason, because the change begins on its first day.
    pub restate: Option<Uuid>,
    /// The first day of a new period.
    pub open: Option<NaiveDate>,
}

/// Why a change is not possible.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// Not from this state (none: never a member).
    Forbidden(Option<MembershipState>),
    /// The day lies before the period that holds today.
    BeforeCurrent(NaiveDate),
}

impl Refusal {
    /// The code a person sees.
    pub fn code(self) -> ErrorCode {
        match self {
            Self::Forbidden(_) => ErrorCode::StateForbids,
            Self::BeforeCurrent(_) => ErrorCode::DateOrder,
        }
    }
}

/// Plans a change to `state` from the day `from` on. What was planned for later than today is
/// replaced by it; so making an active member active again takes back a planned end.
pub fn plan(
    periods: &[Period],
    today: NaiveDate,
    state: MembershipState,
    from: NaiveDate,
) -> Result<Plan, Refusal> {
    let mut sorted = periods.to_vec();
    sorted.sort_by_key(|period| period.from);
    let begun = sorted.iter().filter(|period| period.from <= today).count().max(1).min(sorted.len());
    let (begun, planned) = sorted.split_at(begun);
    let remove: Vec<Uuid> = planned.iter().map(|period| period.id).collect();
    let Some((current, before)) = begun.split_last() else {
        return match state {
            Active => Ok(Plan { open: Some(from), ..Plan::default() }),
            Suspended | Ended => Err(Refusal::Forbidden(None)),
        };
    };
    let over = current.until.is_some_and(|until| until < today);
    let current_state = if over { Ended } else { current.state };
    let takes_back = current_state == Active && state == Active && !remove.is_empty();
    if takes_back {
        return Ok(Plan { remove, set_until: Some((current.id, None)), ..Plan::default() });
    }
    if !matches!(
        (current_state, state),
        (Active, Suspended) | (Suspended, Active) | (Active | Suspended, Ended) | (Ended, Active)
    ) {
        return Err(Refusal::Forbidden(Some(current_state)));
    }
    if from < current.from || (over && current.until.is_some_and(|until| from <= until)) {
        return Err(Refusal::BeforeCurrent(current.from));
    }
    if from > current.from {
        let set_until = (!over).then(|| (current.id, from.pred_opt()));
        return Ok(Plan { remove, set_until, open: Some(from), ..Plan::default() });
    }
    // From the same day on: the current period never held. Either the one before goes on, or
    // this one takes the new state.
    match before.last() {
        Some(previous) if previous.state == state && previous.until == from.pred_opt() => {
            let mut remove = remove;
            remove.push(current.id);
            Ok(Plan { remove, set_until: Some((previous.id, None)), ..Plan::default() })
        }
        _ => Ok(Plan {
            remove,
            set_until: Some((current.id, None)),
            restate: Some(current.id),
            ..Plan::default()
        }),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(n: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 3, n).expect("a day in March")
    }

    fn period(id: u128, state: MembershipState, from: u32, until: Option<u32>) -> Period {
        Period { id: Uuid::from_u128(id), state, from: day(from), until: until.map(day) }
    }

    /// Carries a plan out, as the store does.
    fn apply(periods: &[Period], plan: &Plan, state: MembershipState) -> Vec<Period> {
        let mut after: Vec<_> =
            periods.iter().filter(|period| !plan.remove.contains(&period.id)).copied().collect();
        for period in &mut after {
            if let Some((id, until)) = plan.set_until
                && period.id == id
            {
                period.until = until;
            }
            if plan.restate == Some(period.id) {
                period.state = state;
            }
        }
        if let Some(from) = plan.open {
            let last = periods.iter().map(|period| period.id.as_u128()).max().unwrap_or(0);
            let id = Uuid::from_u128(last + 1);
            after.push(Period { id, state, from, until: None });
        }
        after
    }

    #[test]
    fn the_state_on_a_day_is_that_of_its_period() {
        let periods = [period(1, Active, 1, Some(9)), period(2, Suspended, 10, Some(14))];
        assert_eq!(state_on(&periods, day(9)), Some(Active));
        assert_eq!(state_on(&periods, day(10)), Some(Suspended));
        assert_eq!(state_on(&periods, day(20)), Some(Ended));
        assert_eq!(state_on(&periods[1..], day(9)), None);
        assert!(was_member_on(&periods, day(14)));
        assert!(!was_member_on(&periods, day(15)));
        assert_eq!(member_since(&periods, day(12)), Some(day(1)));
        assert_eq!(member_since(&periods, day(20)), None);
    }

    fn check(periods: &[Period], state: MembershipState, from: u32, expected: Result<&[Period], Refusal>) {
        let found = plan(periods, day(15), state, day(from)).map(|plan| apply(periods, &plan, state));
        assert_eq!(found, expected.map(<[Period]>::to_vec));
    }

    #[test]
    fn a_change_closes_the_current_period_and_opens_the_next() {
        let active = [period(1, Active, 1, None)];
        check(&active, Suspended, 15, Ok(&[period(1, Active, 1, Some(14)), period(2, Suspended, 15, None)]));
        check(&active, Ended, 20, Ok(&[period(1, Active, 1, Some(19)), period(2, Ended, 20, None)]));
        check(&[], Active, 15, Ok(&[period(1, Active, 15, None)]));
    }

    #[test]
    fn what_cannot_follow_is_refused() {
        let active = [period(1, Active, 5, None)];
        check(&active, Active, 15, Err(Refusal::Forbidden(Some(Active))));
        check(&active, Suspended, 4, Err(Refusal::BeforeCurrent(day(5))));
        check(&[], Ended, 15, Err(Refusal::Forbidden(None)));
        let ended = [period(1, Ended, 5, None)];
        check(&ended, Suspended, 15, Err(Refusal::Forbidden(Some(Ended))));
    }

    #[test]
    fn a_change_of_the_same_day_leaves_no_empty_period() {
        let suspended_today = [period(1, Active, 1, Some(14)), period(2, Suspended, 15, None)];
        check(&suspended_today, Active, 15, Ok(&[period(1, Active, 1, None)]));
        check(&suspended_today, Ended, 15, Ok(&[period(1, Active, 1, Some(14)), period(2, Ended, 15, None)]));
    }

    #[test]
    fn what_was_planned_is_replaced_or_taken_back() {
        let leaving = [period(1, Active, 1, Some(19)), period(2, Ended, 20, None)];
        check(&leaving, Active, 15, Ok(&[period(1, Active, 1, None)]));
        check(&leaving, Suspended, 16, Ok(&[period(1, Active, 1, Some(15)), period(3, Suspended, 16, None)]));
    }

    #[test]
    fn an_ended_member_can_come_back_after_the_end() {
        let over = [period(1, Active, 1, Some(9))];
        check(&over, Active, 9, Err(Refusal::BeforeCurrent(day(1))));
        check(&over, Active, 12, Ok(&[period(1, Active, 1, Some(9)), period(2, Active, 12, None)]));
    }

    proptest! {
        #[test]
        fn periods_never_overlap_and_the_past_stays(
            changes in proptest::collection::vec((0usize..3, 1u32..28), 1..12)
        ) {
            let today = day(15);
            let mut periods = vec![period(1, Active, 1, None)];
            for (state, from) in changes {
                let state = MembershipState::ALL[state];
                let Ok(plan) = plan(&periods, today, state, day(from)) else { continue };
                let after = apply(&periods, &plan, state);
                for number in 1..=28 {
                    let holding = after.iter().filter(|period| period.holds_on(day(number))).count();
                    prop_assert_eq!(holding, 1, "day {} after {:?}", number, &after);
                    if number < from && number <= 15 {
                        prop_assert_eq!(state_on(&after, day(number)), state_on(&periods, day(number)));
                    }
                }
                prop_assert_eq!(state_on(&after, day(from.max(15))), Some(state));
                periods = after;
            }
        }
    }
}
