//! When people are told by mail that a task is due.

use chrono::{Days, NaiveDate};

/// So long before its day somebody is reminded of a task.
pub const AHEAD: Days = Days::new(3);
/// Nobody was reminded yet.
pub const NOT_YET: i32 = 0;
/// Reminded that the day comes.
pub const OF_DAY: i32 = 1;
/// Reminded that the day is over.
pub const OF_END: i32 = 2;

/// How far one should be reminded of a task today: of the day to come, of the day that is over; none
/// where nothing is to be said, or was said already.
pub fn stage(due: NaiveDate, reminded: i32, today: NaiveDate) -> Option<i32> {
    let wanted = if due < today {
        OF_END
    } else if due <= today + AHEAD {
        OF_DAY
    } else {
        NOT_YET
    };
    Some(wanted).filter(|wanted| *wanted > reminded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_is_reminded_before_and_after_once_each() {
        let day = |n| NaiveDate::from_ymd_opt(2026, 3, n).expect("a day in March");
        for (due, reminded, expected) in [
            (19, NOT_YET, None),
            (18, NOT_YET, Some(OF_DAY)),
            (18, OF_DAY, None),
            (15, NOT_YET, Some(OF_DAY)),
            (14, OF_DAY, Some(OF_END)),
            (14, NOT_YET, Some(OF_END)),
            (14, OF_END, None),
        ] {
            assert_eq!(stage(day(due), reminded, day(15)), expected, "{due} {reminded}");
        }
    }
}
