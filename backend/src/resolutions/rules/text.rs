//! What is written of a resolution, as it comes in and as it is kept.

use chrono::{Days, NaiveDate};
use uuid::Uuid;
use verbund_shared::{
    error::{ErrorCode, FieldError},
    limits::NAME_MAX,
    resolutions::{CIRCULAR_DAYS_MAX, VOTES_MAX, WORDING_MAX},
    values::FieldCheck,
    voting::{Count, Majority},
};

/// `SG-2026/017`: the group's short name, year and number with at least three digits.
pub fn label(short_name: &str, year: i32, number: i32) -> String {
    format!("{short_name}-{year}/{number:03}")
}

/// What a resolution says, whoever decided it.
#[derive(Debug, Clone, Default)]
pub struct Text {
    /// In one line.
    pub title: String,
    /// Word by word, in Markdown.
    pub wording: String,
    /// From when on it holds.
    pub effective_from: Option<NaiveDate>,
    /// When it is looked at again.
    pub review_on: Option<NaiveDate>,
    /// Not for guests, nor for the rest of the network.
    pub internal: bool,
}

/// Trims and checks a text.
pub fn check_text(check: &mut FieldCheck, text: Text) -> Text {
    let checked = Text {
        title: check.required_line("title", &text.title, NAME_MAX),
        wording: check.required_text("wording", &text.wording, WORDING_MAX),
        ..text
    };
    if let (Some(from), Some(review)) = (checked.effective_from, checked.review_on)
        && review < from
    {
        check.push(FieldError::new("reviewOn", ErrorCode::DateOrder));
    }
    checked
}

/// A decision that was taken elsewhere, to be recorded.
#[derive(Debug, Clone)]
pub struct Recorded {
    /// What it says.
    pub text: Text,
    /// When it was taken.
    pub decided_on: NaiveDate,
    /// Who moved it.
    pub mover: Option<Uuid>,
    /// Yes, no, abstained, there, all: as they were counted.
    pub votes: [i32; 5],
    /// The majority that was needed.
    pub majority: Majority,
    /// Whether it was by ballot.
    pub secret: bool,
}

const VOTE_FIELDS: [&str; 5] = ["yes", "no", "abstain", "present", "roll"];

/// Checks what was counted: nothing below 0, no more cast than there, no more there than there are.
pub fn check_votes(check: &mut FieldCheck, votes: [i32; 5]) -> Count {
    for (field, votes) in VOTE_FIELDS.into_iter().zip(votes) {
        if !(0..=VOTES_MAX).contains(&votes) {
            check.push(FieldError::new(field, ErrorCode::InvalidValue));
        }
    }
    let [yes, no, abstain, present, roll] = votes.map(|votes| u32::try_from(votes).unwrap_or(0));
    let count = Count { yes, no, abstain, present, roll };
    if count.cast() > u64::from(present) {
        let sum = i64::try_from(count.cast()).unwrap_or(i64::MAX);
        check.push(FieldError::new("present", ErrorCode::VotesTooMany).with("sum", sum).with("max", present));
    } else if present > roll {
        check.push(FieldError::new("roll", ErrorCode::VotesTooMany).with("sum", present).with("max", roll));
    }
    count
}

/// Checks a majority: a part that can be reached.
pub fn check_majority(check: &mut FieldCheck, majority: Majority) {
    if !majority.is_valid() {
        check.push(FieldError::new("majority", ErrorCode::InvalidValue));
    }
}

/// Checks the last day of a circular resolution: from tomorrow on, within the most days there may be.
pub fn check_last_day(check: &mut FieldCheck, today: NaiveDate, last: NaiveDate) {
    let earliest = today + Days::new(1);
    let latest = today + Days::new(CIRCULAR_DAYS_MAX.unsigned_abs());
    if !(earliest..=latest).contains(&last) {
        let error = FieldError::new("lastDay", ErrorCode::DateOutOfRange);
        check.push(error.with("earliest", earliest.to_string()).with("latest", latest.to_string()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(check: FieldCheck) -> Vec<String> {
        check
            .into_errors()
            .into_iter()
            .map(|error| format!("{}: {}", error.field, error.code.as_str()))
            .collect()
    }

    #[test]
    fn a_label_has_at_least_three_digits() {
        assert_eq!(label("SG", 2026, 7), "SG-2026/007");
        assert_eq!(label("AG Sprache", 2026, 1_234), "AG Sprache-2026/1234");
    }

    fn votes(given: [i32; 5], expected: &[&str]) {
        let mut check = FieldCheck::new();
        check_votes(&mut check, given);
        assert_eq!(found(check), expected, "{given:?}");
    }

    #[test]
    fn votes_add_up() {
        votes([3, 2, 1, 6, 9], &[]);
        votes([3, 2, 1, 5, 9], &["present: VOTES_TOO_MANY"]);
        votes([3, 2, 1, 9, 8], &["roll: VOTES_TOO_MANY"]);
        votes([-1, 0, 0, 0, 0], &["yes: INVALID_VALUE"]);
        votes([0, 0, 0, 100_001, 100_001], &["present: INVALID_VALUE", "roll: INVALID_VALUE"]);
    }

    #[test]
    fn the_last_day_lies_ahead() {
        let day = |day| NaiveDate::from_ymd_opt(2026, 3, day).unwrap();
        for (last, right) in [(day(2), false), (day(3), true), (day(31), true)] {
            let mut check = FieldCheck::new();
            check_last_day(&mut check, day(2), last);
            assert_eq!(found(check).is_empty(), right, "{last}");
        }
    }

    #[test]
    fn it_is_not_looked_at_again_before_it_holds() {
        let day = |day| NaiveDate::from_ymd_opt(2026, 3, day);
        let mut check = FieldCheck::new();
        let text = Text { title: " T ".into(), effective_from: day(3), review_on: day(2), ..Text::default() };
        assert_eq!(check_text(&mut check, text).title, "T");
        assert_eq!(found(check), ["wording: REQUIRED", "reviewOn: DATE_ORDER"]);
    }
}
