//! Day and time as people in the network's time zone read them.

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;
use verbund_shared::{
    error::{ErrorCode, FieldError},
    values::FieldCheck,
};

/// The longest that a meeting can be.
const LONGEST: TimeDelta = TimeDelta::hours(24);

/// A day, and a time of it such as `09:30`.
#[derive(Debug, Clone)]
pub struct LocalTime {
    /// The day.
    pub day: NaiveDate,
    /// Hours and minutes.
    pub time: String,
}

/// Hours and minutes in the only spelling there is: `09:30`.
pub fn clock_time(text: &str) -> Option<NaiveTime> {
    let plain = text.len() == 5 && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b':');
    NaiveTime::parse_from_str(text, "%H:%M").ok().filter(|_| plain)
}

/// The moment of a local time. Of two, where the clocks go back, the first.
///
/// # Errors
/// `INVALID_VALUE` where it is no time, `TIME_SKIPPED` where the clocks skip it.
pub fn moment(at: &LocalTime, zone: Tz) -> Result<DateTime<Utc>, ErrorCode> {
    let time = clock_time(at.time.trim()).ok_or(ErrorCode::InvalidValue)?;
    let local = zone.from_local_datetime(&at.day.and_time(time)).earliest();
    local.map(|local| local.with_timezone(&Utc)).ok_or(ErrorCode::TimeSkipped)
}

/// Checks from when to when something is: the end after the start, and within a day of it.
pub fn check_span(
    check: &mut FieldCheck,
    (from, until): (&str, &str),
    (starts, ends): (&LocalTime, &LocalTime),
    zone: Tz,
) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
    let mut read = |field: &str, at: &LocalTime| match moment(at, zone) {
        Ok(moment) => Some(moment),
        Err(code) => {
            check.push(FieldError::new(field, code).with("value", at.time.trim()));
            None
        }
    };
    let (starts_at, ends_at) = (read(from, starts), read(until, ends));
    let (starts_at, ends_at) = (starts_at?, ends_at?);
    if ends_at <= starts_at {
        check.push(FieldError::new(until, ErrorCode::DateOrder));
        return None;
    }
    if ends_at - starts_at > LONGEST {
        let latest = (starts_at + LONGEST).with_timezone(&zone).date_naive().to_string();
        let error = FieldError::new(until, ErrorCode::DateOutOfRange);
        check.push(error.with("earliest", starts.day.to_string()).with("latest", latest));
        return None;
    }
    Some((starts_at, ends_at))
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono_tz::Europe::Berlin;

    fn at(month: u32, day: u32, time: &str) -> LocalTime {
        LocalTime { day: NaiveDate::from_ymd_opt(2026, month, day).unwrap(), time: time.to_owned() }
    }

    #[test]
    fn a_time_is_read_where_the_network_is() {
        for (month, day, time, expected) in [
            (3, 2, "09:30", Ok("2026-03-02T08:30:00+00:00")),
            (7, 2, "09:30", Ok("2026-07-02T07:30:00+00:00")),
            // The night on which the clocks go forward, and the one on which they go back.
            (3, 29, "02:30", Err(ErrorCode::TimeSkipped)),
            (3, 29, "03:00", Ok("2026-03-29T01:00:00+00:00")),
            (10, 25, "02:30", Ok("2026-10-25T00:30:00+00:00")),
            (3, 2, "9:30", Err(ErrorCode::InvalidValue)),
            (3, 2, "24:00", Err(ErrorCode::InvalidValue)),
            (3, 2, "+1:30", Err(ErrorCode::InvalidValue)),
            (3, 2, "", Err(ErrorCode::InvalidValue)),
        ] {
            let found = moment(&at(month, day, time), Berlin).map(|moment| moment.to_rfc3339());
            assert_eq!(found, expected.map(str::to_owned), "{month} {day} {time}");
        }
    }

    fn errors(starts: LocalTime, ends: LocalTime) -> Vec<String> {
        let mut check = FieldCheck::new();
        check_span(&mut check, ("startsAt", "endsAt"), (&starts, &ends), Berlin);
        let error = |error: FieldError| format!("{}: {}", error.field, error.code.as_str());
        check.into_errors().into_iter().map(error).collect()
    }

    #[test]
    fn the_end_comes_after_the_start_and_within_a_day() {
        assert!(errors(at(3, 2, "22:00"), at(3, 3, "01:00")).is_empty());
        assert_eq!(errors(at(3, 2, "10:00"), at(3, 2, "10:00")), ["endsAt: DATE_ORDER"]);
        assert_eq!(errors(at(3, 2, "10:00"), at(3, 3, "10:01")), ["endsAt: DATE_OUT_OF_RANGE"]);
        assert_eq!(
            errors(at(3, 29, "02:00"), at(3, 29, "x")),
            ["startsAt: TIME_SKIPPED", "endsAt: INVALID_VALUE"]
        );
    }
}
