//! What people write to minutes must look like this.

use chrono::{Days, NaiveDate};
use verbund_shared::{
    error::{ErrorCode, FieldError},
    minutes::{
        ACTION_TEXT_MAX, ACTIONS_MAX, MINUTES_COMMENT_MAX, MINUTES_TEXT_MAX, PROPOSAL_MAX, REVIEW_DAYS_MAX,
    },
    values::FieldCheck,
};

/// The two texts of an item, trimmed.
pub fn check_entry(check: &mut FieldCheck, text: &str, internal: &str) -> (String, String) {
    (check.text("text", text, MINUTES_TEXT_MAX), check.text("internalText", internal, MINUTES_TEXT_MAX))
}

/// An action line, trimmed; its day is not before the meeting's.
pub fn check_action(check: &mut FieldCheck, text: &str, due: Option<NaiveDate>, held: NaiveDate) -> String {
    if due.is_some_and(|due| due < held) {
        let error = FieldError::new("due", ErrorCode::DateOutOfRange);
        check.push(error.with("earliest", held.to_string()));
    }
    check.required_line("text", text, ACTION_TEXT_MAX)
}

/// One more action line is not too many for an item.
pub fn check_room(check: &mut FieldCheck, there: usize) {
    if there >= ACTIONS_MAX {
        check.push(FieldError::new("text", ErrorCode::TooMany).with("max", ACTIONS_MAX));
    }
}

/// The last day of a review: today or later, within the days that are possible.
pub fn check_until(check: &mut FieldCheck, until: NaiveDate, today: NaiveDate) {
    let most = u64::try_from(REVIEW_DAYS_MAX).unwrap_or_default();
    let latest = today.checked_add_days(Days::new(most)).unwrap_or(today);
    if until < today || until > latest {
        let error = FieldError::new("until", ErrorCode::DateOutOfRange);
        check.push(error.with("earliest", today.to_string()).with("latest", latest.to_string()));
    }
}

/// What an objection proposes and says, trimmed.
pub fn check_objection(check: &mut FieldCheck, proposed: &str, comment: &str) -> (String, String) {
    (
        check.required_text("proposedText", proposed, PROPOSAL_MAX),
        check.text("comment", comment, MINUTES_COMMENT_MAX),
    )
}

/// What is answered to an objection, trimmed; who does not take it over says why.
pub fn check_answer(check: &mut FieldCheck, accept: bool, answer: &str) -> String {
    if accept {
        check.text("answer", answer, MINUTES_COMMENT_MAX)
    } else {
        check.required_text("answer", answer, MINUTES_COMMENT_MAX)
    }
}

/// Why minutes are changed again, trimmed.
pub fn check_reason(check: &mut FieldCheck, reason: &str) -> String {
    check.required_text("reason", reason, MINUTES_COMMENT_MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn errors(look: impl FnOnce(&mut FieldCheck)) -> Vec<String> {
        let mut check = FieldCheck::new();
        look(&mut check);
        check
            .into_errors()
            .into_iter()
            .map(|error| format!("{}: {}", error.field, error.code.as_str()))
            .collect()
    }

    #[test]
    fn a_review_ends_today_or_within_its_days() {
        for (until, right) in
            [("2026-03-01", false), ("2026-03-02", true), ("2026-05-31", true), ("2026-06-01", false)]
        {
            let found = errors(|check| check_until(check, day(until), day("2026-03-02")));
            assert_eq!(found.is_empty(), right, "{until}");
        }
    }

    #[test]
    fn an_action_line_has_a_text_and_no_day_before_the_meeting() {
        let look = |text: &str, due: Option<&str>| {
            errors(|check| {
                check_action(check, text, due.map(day), day("2026-03-02"));
            })
        };
        assert!(look("Raum buchen", None).is_empty());
        assert!(look("Raum buchen", Some("2026-03-02")).is_empty());
        assert_eq!(look("Raum buchen", Some("2026-03-01")), ["due: DATE_OUT_OF_RANGE"]);
        assert_eq!(look(" ", None), ["text: REQUIRED"]);
        assert_eq!(look(&"x".repeat(201), None), ["text: TOO_LONG"]);
        assert_eq!(errors(|check| check_room(check, ACTIONS_MAX)), ["text: TOO_MANY"]);
    }

    #[test]
    fn who_does_not_take_an_objection_over_says_why() {
        assert!(errors(|check| drop(check_answer(check, true, ""))).is_empty());
        assert_eq!(errors(|check| drop(check_answer(check, false, " "))), ["answer: REQUIRED"]);
        assert_eq!(errors(|check| drop(check_objection(check, "", ""))), ["proposedText: REQUIRED"]);
    }
}
