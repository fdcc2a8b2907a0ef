//! Times as people say them during a meeting: hour and minute, without a day.

use chrono::{DateTime, Days, NaiveTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;
use verbund_shared::error::{ErrorCode, FieldError};

/// How long before the opening people may have been there.
const BEFORE_OPENING: TimeDelta = TimeDelta::hours(2);
/// How long before its beginning a meeting may be opened.
const OPEN_BEFORE: TimeDelta = TimeDelta::hours(12);

/// Whether it is too early to open a meeting that begins at a moment.
pub fn too_early(now: DateTime<Utc>, starts: DateTime<Utc>) -> bool {
    starts - now > OPEN_BEFORE
}

/// When people may have been there: from two hours before the opening until now, or until the closing.
#[derive(Debug, Clone, Copy)]
pub struct Window {
    /// When the meeting was opened.
    opened: DateTime<Utc>,
    /// The last moment that is possible.
    latest: DateTime<Utc>,
    zone: Tz,
}

impl Window {
    /// The window of a meeting that was opened, and perhaps closed.
    pub fn new(opened: DateTime<Utc>, closed: Option<DateTime<Utc>>, now: DateTime<Utc>, zone: Tz) -> Self {
        Self { opened, latest: closed.unwrap_or(now).min(now), zone }
    }

    /// The first moment that is possible.
    fn earliest(&self) -> DateTime<Utc> {
        self.opened - BEFORE_OPENING
    }

    /// The last moment that is possible: now, or the closing.
    pub fn latest(&self) -> DateTime<Utc> {
        self.latest
    }

    /// The moment that people mean by `HH:MM`: on the day of the opening, or where only that is possible, on
    /// the day after or before, for meetings around midnight. Of a time that comes twice, the first.
    ///
    /// # Errors
    /// `INVALID_VALUE`, `TIME_SKIPPED`, `TIME_OUT_OF_RANGE`, each for `field`.
    pub fn moment(&self, field: &str, text: &str) -> Result<DateTime<Utc>, FieldError> {
        let wrong = |code| FieldError::new(field, code).with("value", text);
        let time = read(text).ok_or_else(|| wrong(ErrorCode::InvalidValue))?;
        let day = self.opened.with_timezone(&self.zone).date_naive();
        let days = [Some(day), day.checked_add_days(Days::new(1)), day.checked_sub_days(Days::new(1))];
        let mut skipped = false;
        for day in days.into_iter().flatten() {
            let found = self.zone.from_local_datetime(&day.and_time(time));
            match found.earliest().map(|at| at.with_timezone(&Utc)) {
                Some(at) if (self.earliest()..=self.latest).contains(&at) => return Ok(at),
                Some(_) => (),
                // The day of the opening skips it, or the one after, where the meeting went on until then.
                None => skipped |= self.day_is_possible(day),
            }
        }
        if skipped {
            return Err(wrong(ErrorCode::TimeSkipped));
        }
        let shown = |at: DateTime<Utc>| at.with_timezone(&self.zone).format("%H:%M").to_string();
        let error = FieldError::new(field, ErrorCode::TimeOutOfRange);
        Err(error.with("earliest", shown(self.earliest())).with("latest", shown(self.latest)))
    }

    fn day_is_possible(&self, day: chrono::NaiveDate) -> bool {
        let of = |at: DateTime<Utc>| at.with_timezone(&self.zone).date_naive();
        (of(self.earliest())..=of(self.latest)).contains(&day)
    }
}

/// Reads `HH:MM`; hours may have one digit.
fn read(text: &str) -> Option<NaiveTime> {
    let (hours, minutes) = text.trim().split_once(':')?;
    let digits = |text: &str, most: usize| {
        let right = (1..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
        right.then(|| text.parse().ok()).flatten()
    };
    NaiveTime::from_hms_opt(digits(hours, 2)?, (minutes.len() == 2).then(|| digits(minutes, 2))??, 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utc(text: &str) -> DateTime<Utc> {
        DateTime::parse_from_rfc3339(&format!("2026-{text}:00Z")).unwrap().to_utc()
    }

    /// A window in Berlin; `expected` is a moment in UTC or a code.
    fn check(opened: &str, latest: &str, said: &[(&str, &str)]) {
        let window = Window::new(utc(opened), None, utc(latest), chrono_tz::Europe::Berlin);
        for (text, expected) in said {
            let found = match window.moment("at", text) {
                Ok(at) => at.format("%m-%dT%H:%M").to_string(),
                Err(error) => error.code.as_str().to_owned(),
            };
            assert_eq!(found, *expected, "{text} opened {opened} until {latest}");
        }
    }

    #[test]
    fn a_time_is_one_of_the_day_of_the_meeting() {
        check(
            "03-02T09:00",
            "03-02T11:00",
            &[
                ("10:00", "03-02T09:00"),
                ("8:00", "03-02T07:00"),
                ("07:59", "TIME_OUT_OF_RANGE"),
                ("12:00", "03-02T11:00"),
                ("12:01", "TIME_OUT_OF_RANGE"),
                ("", "INVALID_VALUE"),
                ("25:00", "INVALID_VALUE"),
                ("10:60", "INVALID_VALUE"),
                ("10:5", "INVALID_VALUE"),
                ("+1:05", "INVALID_VALUE"),
                ("10.05", "INVALID_VALUE"),
            ],
        );
    }

    #[test]
    fn around_midnight_it_may_be_the_day_after_or_before() {
        check(
            "03-02T21:30",
            "03-02T23:45",
            &[("23:00", "03-02T22:00"), ("00:30", "03-02T23:30"), ("01:00", "TIME_OUT_OF_RANGE")],
        );
        check("03-02T23:10", "03-03T01:00", &[("23:50", "03-02T22:50"), ("01:30", "03-03T00:30")]);
    }

    #[test]
    fn summer_time_skips_an_hour_and_winter_time_repeats_one() {
        check(
            "03-29T00:30",
            "03-29T03:00",
            &[("01:45", "03-29T00:45"), ("02:30", "TIME_SKIPPED"), ("03:10", "03-29T01:10")],
        );
        check("10-25T00:10", "10-25T03:00", &[("02:30", "10-25T00:30"), ("03:30", "10-25T02:30")]);
        // Opened the evening before.
        check("03-28T21:00", "03-29T02:00", &[("02:30", "TIME_SKIPPED"), ("23:00", "03-28T22:00")]);
    }

    #[test]
    fn a_meeting_is_opened_on_its_day() {
        let starts = utc("03-02T18:00");
        assert!(too_early(utc("03-02T05:59"), starts));
        assert!(!too_early(utc("03-02T06:00"), starts));
        assert!(!too_early(utc("03-04T06:00"), starts));
    }
}
