//! When a task comes again. Days are the network's days, so clocks that are put forward or back
//! change nothing.

use chrono::{Datelike, Days, Months, NaiveDate};
use verbund_shared::tasks::TaskRecurrenceUnit;

/// How often a task comes again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Recurrence {
    /// Days, weeks, months or years.
    pub unit: TaskRecurrenceUnit,
    /// How many of them lie between two.
    pub every: i32,
}

/// The day of the next task: the first of the series that is after the day of this one and after
/// today, so that nothing appears that is late already. `day` is the day of the month that is meant.
pub fn next(recurrence: Recurrence, due: NaiveDate, day: u32, today: NaiveDate) -> Option<NaiveDate> {
    let every = u32::try_from(recurrence.every).ok().filter(|every| *every > 0)?;
    let mut steps = 1;
    loop {
        let next = step(recurrence.unit, due, day, every.checked_mul(steps)?)?;
        if next > today {
            return Some(next);
        }
        steps += 1;
    }
}

fn step(unit: TaskRecurrenceUnit, due: NaiveDate, day: u32, count: u32) -> Option<NaiveDate> {
    match unit {
        TaskRecurrenceUnit::Day => due.checked_add_days(Days::new(count.into())),
        TaskRecurrenceUnit::Week => due.checked_add_days(Days::new(u64::from(count) * 7)),
        TaskRecurrenceUnit::Month => in_month(due.checked_add_months(Months::new(count))?, day),
        TaskRecurrenceUnit::Year => {
            in_month(due.checked_add_months(Months::new(count.checked_mul(12)?))?, day)
        }
    }
}

/// The day of this month, or its last where it is too short.
fn in_month(month: NaiveDate, day: u32) -> Option<NaiveDate> {
    (1..=day.min(31)).rev().find_map(|day| month.with_day(day))
}

#[cfg(test)]
mod tests {
    use super::*;
    use TaskRecurrenceUnit::{Day, Month, Week, Year};

    fn date(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    fn check(every: (i32, TaskRecurrenceUnit), due: &str, day: u32, today: &str, expected: &str) {
        let recurrence = Recurrence { unit: every.1, every: every.0 };
        let found = next(recurrence, date(due), day, date(today));
        assert_eq!(found, Some(date(expected)), "every {every:?} from {due}, done {today}");
    }

    #[test]
    fn the_next_day_follows_the_day_it_was_due() {
        check((1, Day), "2026-03-02", 2, "2026-03-02", "2026-03-03");
        check((2, Week), "2026-03-02", 2, "2026-03-01", "2026-03-16");
        check((1, Month), "2026-03-02", 2, "2026-03-02", "2026-04-02");
        check((3, Month), "2026-11-15", 15, "2026-11-10", "2027-02-15");
        check((1, Year), "2026-03-02", 2, "2026-03-02", "2027-03-02");
    }

    #[test]
    fn the_thirty_first_is_the_last_day_of_a_short_month_and_comes_back() {
        check((1, Month), "2026-01-31", 31, "2026-01-31", "2026-02-28");
        check((1, Month), "2026-02-28", 31, "2026-02-28", "2026-03-31");
        check((1, Month), "2026-03-31", 31, "2026-03-31", "2026-04-30");
        check((1, Month), "2028-01-30", 30, "2028-01-30", "2028-02-29");
        check((1, Month), "2026-12-31", 31, "2026-12-31", "2027-01-31");
    }

    #[test]
    fn leap_days_come_back_in_leap_years() {
        check((1, Year), "2028-02-29", 29, "2028-02-29", "2029-02-28");
        check((1, Year), "2031-02-28", 29, "2031-02-28", "2032-02-29");
        check((4, Year), "2028-02-29", 29, "2028-02-29", "2032-02-29");
    }

    #[test]
    fn what_is_done_late_does_not_come_late_again() {
        check((1, Week), "2026-03-02", 2, "2026-03-20", "2026-03-23");
        check((1, Month), "2026-01-31", 31, "2026-04-30", "2026-05-31");
        check((1, Day), "2020-01-01", 1, "2026-03-02", "2026-03-03");
    }

    #[test]
    fn the_change_of_clocks_loses_and_gains_no_day() {
        check((1, Day), "2026-03-28", 28, "2026-03-28", "2026-03-29");
        check((1, Day), "2026-03-29", 29, "2026-03-29", "2026-03-30");
        check((1, Week), "2026-10-18", 18, "2026-10-18", "2026-10-25");
        check((1, Day), "2026-10-25", 25, "2026-10-25", "2026-10-26");
    }

    #[test]
    fn the_end_of_time_is_no_day() {
        let yearly = Recurrence { unit: Year, every: 60 };
        assert_eq!(next(yearly, NaiveDate::MAX, 31, date("2026-01-01")), None);
        let never = Recurrence { unit: Day, every: 0 };
        assert_eq!(next(never, date("2026-01-01"), 1, date("2026-01-01")), None);
    }
}
