//! Date polls: which times can be asked about, and until when people answer.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use chrono_tz::Tz;
use verbund_shared::{
    error::{ErrorCode, FieldError},
    limits::NAME_MAX,
    meetings::{MEETING_TEXT_MAX, POLL_OPTIONS_MAX},
    values::FieldCheck,
};

use super::times::{LocalTime, check_span};

/// So far ahead a date is looked for.
const AHEAD_MAX: TimeDelta = TimeDelta::days(730);

/// A date poll as it is entered.
#[derive(Debug, Clone)]
pub struct NewPoll {
    /// The title that the meeting gets.
    pub title: String,
    /// Markdown: what it is about.
    pub text: String,
    /// Where the meeting is to be.
    pub place: String,
    /// Where it is to be on the web.
    pub online_url: String,
    /// The last day to answer.
    pub answer_by: NaiveDate,
    /// The times that are asked about.
    pub options: Vec<(LocalTime, LocalTime)>,
}

/// A date poll as it is kept.
#[derive(Debug, Clone)]
pub struct PollText {
    /// The title that the meeting gets.
    pub title: String,
    /// Markdown: what it is about.
    pub text: String,
    /// Where the meeting is to be.
    pub place: String,
    /// Where it is to be on the web.
    pub online_url: String,
    /// The last day to answer.
    pub answer_by: NaiveDate,
    /// The times that are asked about, in their order.
    pub options: Vec<(DateTime<Utc>, DateTime<Utc>)>,
}

/// Trims and checks a poll: at least two times ahead, each once, and a last day from today on, before the
/// last of them.
pub fn check_poll(check: &mut FieldCheck, new: NewPoll, now: DateTime<Utc>, zone: Tz) -> PollText {
    let title = check.required_line("title", &new.title, NAME_MAX);
    let text = check.text("text", &new.text, MEETING_TEXT_MAX);
    let place = check.line("place", &new.place, NAME_MAX);
    let online_url = check.url("onlineUrl", &new.online_url);
    let today = now.with_timezone(&zone).date_naive();
    match new.options.len() {
        0 | 1 => check.push(FieldError::new("options", ErrorCode::Required)),
        2..=POLL_OPTIONS_MAX => {}
        _ => check.push(FieldError::new("options", ErrorCode::TooMany).with("max", POLL_OPTIONS_MAX)),
    }
    let mut options: Vec<(DateTime<Utc>, DateTime<Utc>)> = Vec::new();
    for (at, (starts, ends)) in new.options.iter().take(POLL_OPTIONS_MAX).enumerate() {
        let fields = (format!("options.{at}.startsAt"), format!("options.{at}.endsAt"));
        let Some(span) = check_span(check, (&fields.0, &fields.1), (starts, ends), zone) else { continue };
        let latest = now + AHEAD_MAX;
        if span.0 <= now || span.0 > latest {
            let latest = latest.with_timezone(&zone).date_naive().to_string();
            let error = FieldError::new(&fields.0, ErrorCode::DateOutOfRange);
            check.push(error.with("earliest", today.to_string()).with("latest", latest));
        } else if options.contains(&span) {
            check.push(FieldError::new(&fields.0, ErrorCode::Duplicate));
        }
        options.push(span);
    }
    options.sort();
    let last = options.last().map_or(today, |(starts, _)| starts.with_timezone(&zone).date_naive());
    if !(today..=last.max(today)).contains(&new.answer_by) {
        let error = FieldError::new("answerBy", ErrorCode::DateOutOfRange);
        check.push(error.with("earliest", today.to_string()).with("latest", last.to_string()));
    }
    PollText { title, text, place, online_url, answer_by: new.answer_by, options }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeZone as _;
    use chrono_tz::Europe::Berlin;

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 3, day).unwrap()
    }

    fn option(of: u32) -> (LocalTime, LocalTime) {
        let at = |time: &str| LocalTime { day: day(of), time: time.to_owned() };
        (at("10:00"), at("12:00"))
    }

    fn errors(days: &[u32], answer_by: u32) -> Vec<String> {
        let new = NewPoll {
            title: "Klausur".into(),
            text: String::new(),
            place: String::new(),
            online_url: String::new(),
            answer_by: day(answer_by),
            options: days.iter().map(|day| option(*day)).collect(),
        };
        let now = Utc.with_ymd_and_hms(2026, 3, 2, 9, 0, 0).unwrap();
        let mut check = FieldCheck::new();
        check_poll(&mut check, new, now, Berlin);
        let error = |error: FieldError| format!("{}: {}", error.field, error.code.as_str());
        check.into_errors().into_iter().map(error).collect()
    }

    #[test]
    fn two_times_ahead_and_a_day_to_answer_before_the_last() {
        assert!(errors(&[9, 10], 2).is_empty());
        assert!(errors(&[9, 10], 10).is_empty());
        assert_eq!(errors(&[9, 10], 11), ["answerBy: DATE_OUT_OF_RANGE"]);
        assert_eq!(errors(&[9, 10], 1), ["answerBy: DATE_OUT_OF_RANGE"]);
        assert_eq!(errors(&[9], 5), ["options: REQUIRED"]);
        assert_eq!(errors(&[9, 9], 5), ["options.1.startsAt: DUPLICATE"]);
        assert_eq!(errors(&[9, 2], 5), ["options.1.startsAt: DATE_OUT_OF_RANGE"]);
        assert_eq!(errors(&[9; 31], 5)[0], "options: TOO_MANY");
    }
}
