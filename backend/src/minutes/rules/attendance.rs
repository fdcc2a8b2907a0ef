//! How somebody was there, as minutes say it.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use verbund_shared::meetings::{AttendanceAway, AttendanceState};

/// A time in which somebody was there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// By video or telephone.
    pub online: bool,
    /// Since when.
    pub from: DateTime<Utc>,
    /// Until when; none while they are there.
    pub until: Option<DateTime<Utc>>,
}

/// How somebody was there. Who went before the end of the meeting has left.
pub fn state(spans: &[Span], away: Option<AttendanceAway>, end: Option<DateTime<Utc>>) -> AttendanceState {
    let Some(last) = spans.last() else {
        return match away {
            Some(AttendanceAway::Excused) => AttendanceState::Excused,
            Some(AttendanceAway::Absent) => AttendanceState::Absent,
            None => AttendanceState::Unknown,
        };
    };
    let left = last.until.is_some_and(|until| end.is_none_or(|end| until < end));
    match (left, last.online) {
        (true, _) => AttendanceState::Left,
        (false, true) => AttendanceState::Online,
        (false, false) => AttendanceState::Present,
    }
}

/// The times as people read them where the network is: `09:00–10:30`. Who was there at the end was so until
/// then.
pub fn times(spans: &[Span], end: Option<DateTime<Utc>>, zone: Tz) -> Vec<String> {
    let time = |at: DateTime<Utc>| at.with_timezone(&zone).format("%H:%M").to_string();
    let written =
        |span: &Span| format!("{}–{}", time(span.from), span.until.or(end).map(time).unwrap_or_default());
    spans.iter().map(written).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeZone;

    fn at(hour: u32, minute: u32) -> DateTime<Utc> {
        Utc.with_ymd_and_hms(2026, 3, 2, hour, minute, 0).unwrap()
    }

    fn span(online: bool, until: Option<DateTime<Utc>>) -> Span {
        Span { online, from: at(9, 0), until }
    }

    #[test]
    fn who_was_there_how() {
        let end = Some(at(11, 0));
        for (spans, away, expected) in [
            (vec![], None, AttendanceState::Unknown),
            (vec![], Some(AttendanceAway::Excused), AttendanceState::Excused),
            (vec![], Some(AttendanceAway::Absent), AttendanceState::Absent),
            (vec![span(false, None)], None, AttendanceState::Present),
            (vec![span(false, end)], None, AttendanceState::Present),
            (vec![span(true, end)], None, AttendanceState::Online),
            (vec![span(false, Some(at(10, 0)))], None, AttendanceState::Left),
            (vec![span(false, Some(at(10, 0))), span(true, None)], None, AttendanceState::Online),
        ] {
            assert_eq!(state(&spans, away, end), expected, "{spans:?}");
        }
    }

    #[test]
    fn times_are_those_of_the_network() {
        let berlin = chrono_tz::Europe::Berlin;
        let spans = [span(false, Some(at(9, 45))), span(true, None)];
        assert_eq!(times(&spans, Some(at(11, 0)), berlin), ["10:00–10:45", "10:00–12:00"]);
        assert_eq!(times(&spans[1..], None, berlin), ["10:00–"]);
    }
}
