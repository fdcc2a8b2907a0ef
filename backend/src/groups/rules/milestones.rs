//! When a milestone may be due, and what moving and closing it needs.

use chrono::NaiveDate;
use verbund_shared::{
    error::{ErrorCode, FieldError},
    groups::MilestoneState,
    limits::{NAME_MAX, TEXT_MAX},
    values::FieldCheck,
};

use super::text::Period;

/// The text of a milestone, trimmed.
pub fn check_text(check: &mut FieldCheck, text: &str) -> String {
    check.required_line("text", text, NAME_MAX)
}

/// Why it is moved or closed, trimmed: there is always a reason.
pub fn check_reason(check: &mut FieldCheck, reason: &str) -> String {
    check.required_text("reason", reason, TEXT_MAX)
}

/// A milestone lies within the period of the charter.
pub fn check_due(check: &mut FieldCheck, due: NaiveDate, period: Period) {
    if !period.contains(due) {
        let mut error = FieldError::new("due", ErrorCode::OutsidePeriod);
        for (name, day) in [("from", period.from), ("until", period.until)] {
            if let Some(day) = day {
                error = error.with(name, day.to_string());
            }
        }
        check.push(error);
    }
}

/// Moving is to another day.
pub fn check_move(check: &mut FieldCheck, from: NaiveDate, to: NaiveDate, period: Period) {
    if from == to {
        check.push(FieldError::new("due", ErrorCode::InvalidValue));
    } else {
        check_due(check, to, period);
    }
}

/// Only what is open is changed, moved or closed.
pub fn is_changeable(state: MilestoneState) -> bool {
    state == MilestoneState::Open
}

/// Whether it should have been reached.
pub fn is_overdue(state: MilestoneState, due: NaiveDate, today: NaiveDate) -> bool {
    state == MilestoneState::Open && due < today
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::groups::rules::testing::{day, found};

    #[test]
    fn a_milestone_lies_within_the_period() {
        let period = Period { from: Some(day(2)), until: Some(day(20)) };
        for (due, right) in [(1, false), (2, true), (20, true), (21, false)] {
            let errors = found(|check| check_due(check, day(due), period));
            assert_eq!(errors.is_empty(), right, "{due}");
        }
        assert!(found(|check| check_due(check, day(31), Period::default())).is_empty());
    }

    #[test]
    fn moving_is_to_another_day_within_the_period() {
        let period = Period { from: None, until: Some(day(20)) };
        let moved = |to| found(|check| check_move(check, day(10), day(to), period));
        assert_eq!(moved(15), []);
        assert_eq!(moved(10), [("due".to_owned(), ErrorCode::InvalidValue)]);
        assert_eq!(moved(21), [("due".to_owned(), ErrorCode::OutsidePeriod)]);
    }

    #[test]
    fn moving_and_closing_need_a_reason() {
        let reason = |text: &str| {
            found(|check| {
                check_reason(check, text);
            })
        };
        assert_eq!(reason(" "), [("reason".to_owned(), ErrorCode::Required)]);
        assert_eq!(reason("Es dauert länger."), []);
    }

    #[test]
    fn what_is_open_after_its_day_is_overdue() {
        use MilestoneState::{Done, Dropped, Open};
        for (state, due, expected) in
            [(Open, 14, true), (Open, 15, false), (Done, 14, false), (Dropped, 1, false)]
        {
            assert_eq!(is_overdue(state, day(due), day(15)), expected, "{state:?} {due}");
        }
    }
}
