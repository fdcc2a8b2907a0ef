//! What the audit trail is filtered by, in words of the network's day.

use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeZone, Utc};
use chrono_tz::Tz;

/// The moment at which a day begins where the network is.
pub fn begin_of(day: NaiveDate, time_zone: Tz) -> DateTime<Utc> {
    let midnight = day.and_time(NaiveTime::MIN);
    // Where the clocks go forward at midnight, the day begins an hour later.
    time_zone
        .from_local_datetime(&midnight)
        .earliest()
        .map_or(midnight.and_utc(), |at| at.with_timezone(&Utc))
}

/// The moment at which a day is over.
pub fn end_of(day: NaiveDate, time_zone: Tz) -> DateTime<Utc> {
    begin_of(day.checked_add_days(Days::new(1)).unwrap_or(day), time_zone)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_goes_from_midnight_to_midnight_in_its_zone() {
        let day = |month, day| NaiveDate::from_ymd_opt(2026, month, day).unwrap_or_default();
        let zone = chrono_tz::Europe::Berlin;
        assert_eq!(begin_of(day(3, 2), zone).to_rfc3339(), "2026-03-01T23:00:00+00:00");
        assert_eq!(end_of(day(3, 2), zone).to_rfc3339(), "2026-03-02T23:00:00+00:00");
        // The day on which summer time begins has 23 hours.
        assert_eq!((end_of(day(3, 29), zone) - begin_of(day(3, 29), zone)).num_hours(), 23);
    }
}
