//! Coming and going: nobody is there twice at once, and nobody leaves before having come.

use chrono::{DateTime, Utc};
use verbund_shared::{
    error::ErrorCode,
    meetings::{AttendanceAway, AttendanceState},
};

use super::quorum::Span;

/// Why somebody cannot come or go at a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// They are there already, in the same way; or not there at all.
    State(AttendanceState),
    /// It lies within, or before, a time at which they were there.
    Overlap,
    /// They would have left before they came.
    Order,
}

impl Refused {
    /// The code that people get.
    pub fn code(self) -> ErrorCode {
        match self {
            Self::State(_) => ErrorCode::StateForbids,
            Self::Overlap => ErrorCode::Overlap,
            Self::Order => ErrorCode::DateOrder,
        }
    }
}

/// How somebody is there, or not, as it is known now.
pub fn state(spans: &[Span], away: Option<AttendanceAway>) -> AttendanceState {
    match (spans.iter().find(|span| span.until.is_none()), away) {
        (Some(span), _) if span.online => AttendanceState::Online,
        (Some(_), _) => AttendanceState::Present,
        (None, _) if !spans.is_empty() => AttendanceState::Left,
        (None, Some(AttendanceAway::Excused)) => AttendanceState::Excused,
        (None, Some(AttendanceAway::Absent)) => AttendanceState::Absent,
        (None, None) => AttendanceState::Unknown,
    }
}

/// The spans, by their beginnings, after somebody came at a moment. Who was in the room and is online now
/// left at the same moment.
///
/// # Errors
/// [`Refused`] where they are there in this way already, or were there later than that.
pub fn arrive(spans: &[Span], at: DateTime<Utc>, online: bool) -> Result<Vec<Span>, Refused> {
    let mut after = spans.to_vec();
    if let Some(open) = spans.iter().find(|span| span.until.is_none()) {
        if open.online == online {
            return Err(Refused::State(state(spans, None)));
        }
        after = leave(spans, at)?;
    } else if spans.iter().any(|span| span.until.is_some_and(|until| at < until)) {
        return Err(Refused::Overlap);
    }
    after.push(Span { online, from: at, until: None });
    Ok(after)
}

/// The spans after somebody left at a moment. Who leaves at the moment of coming was not there.
///
/// # Errors
/// [`Refused`] where they are not there, or came later than that.
pub fn leave(spans: &[Span], at: DateTime<Utc>) -> Result<Vec<Span>, Refused> {
    let open = spans.iter().position(|span| span.until.is_none());
    let open = open.ok_or(Refused::State(state(spans, None)))?;
    let mut after = spans.to_vec();
    if at < after[open].from {
        return Err(Refused::Order);
    }
    after[open].until = Some(at);
    after.retain(|span| span.until != Some(span.from));
    Ok(after)
}

/// What is wrong with spans that are written anew: the place in the list and the code.
pub fn check(spans: &[Span]) -> Option<(usize, ErrorCode)> {
    if let Some(wrong) = spans.iter().position(|span| span.until.is_some_and(|until| until <= span.from)) {
        return Some((wrong, ErrorCode::DateOrder));
    }
    let mut order: Vec<usize> = (0..spans.len()).collect();
    order.sort_by_key(|&place| spans[place].from);
    let overlap = order.windows(2).find(|pair| {
        let (before, after) = (&spans[pair[0]], &spans[pair[1]]);
        before.until.is_none_or(|until| after.from < until)
    });
    overlap.map(|pair| (pair[1], ErrorCode::Overlap))
}

#[cfg(test)]
mod tests {
    use super::*;
    use AttendanceState::{Absent, Excused, Left, Online, Present, Unknown};
    use chrono::TimeDelta;

    fn at(minute: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + TimeDelta::minutes(minute)
    }

    /// `until` 0: still there.
    fn spans(given: &[(i64, i64, bool)]) -> Vec<Span> {
        let span = |&(from, until, online): &(i64, i64, bool)| Span {
            online,
            from: at(from),
            until: (until > 0).then(|| at(until)),
        };
        given.iter().map(span).collect()
    }

    #[test]
    fn the_state_follows_from_spans_first() {
        for (given, away, expected) in [
            (&[][..], None, Unknown),
            (&[], Some(AttendanceAway::Excused), Excused),
            (&[], Some(AttendanceAway::Absent), Absent),
            (&[(0, 5, false)], None, Left),
            (&[(0, 5, false), (6, 0, false)], None, Present),
            (&[(0, 5, false), (6, 0, true)], None, Online),
        ] {
            assert_eq!(state(&spans(given), away), expected, "{given:?}");
        }
    }

    #[test]
    fn one_comes_once_and_changes_between_room_and_online() {
        for (given, minute, online, expected) in [
            (&[][..], 1, false, Ok(&[(1, 0, false)][..])),
            (&[(1, 0, false)], 2, false, Err(Refused::State(Present))),
            (&[(1, 0, true)], 2, true, Err(Refused::State(Online))),
            (&[(1, 0, false)], 2, true, Ok(&[(1, 2, false), (2, 0, true)])),
            (&[(1, 0, false)], 1, true, Ok(&[(1, 0, true)])),
            (&[(3, 0, false)], 2, true, Err(Refused::Order)),
            (&[(1, 3, false)], 2, false, Err(Refused::Overlap)),
            (&[(1, 3, false)], 3, false, Ok(&[(1, 3, false), (3, 0, false)])),
        ] {
            let found = arrive(&spans(given), at(minute), online);
            assert_eq!(found, expected.map(spans), "{given:?} at {minute}");
        }
    }

    #[test]
    fn one_leaves_after_having_come() {
        for (given, minute, expected) in [
            (&[][..], 1, Err(Refused::State(Unknown))),
            (&[(1, 2, false)], 3, Err(Refused::State(Left))),
            (&[(2, 0, false)], 1, Err(Refused::Order)),
            (&[(2, 0, false)], 2, Ok(&[][..])),
            (&[(2, 0, false)], 5, Ok(&[(2, 5, false)])),
        ] {
            assert_eq!(leave(&spans(given), at(minute)), expected.map(spans), "{given:?} at {minute}");
        }
    }

    #[test]
    fn spans_do_not_overlap_in_whatever_order_they_come() {
        for (given, expected) in [
            (&[][..], None),
            (&[(1, 2, false), (2, 3, true), (5, 0, false)], None),
            (&[(5, 0, false), (1, 2, false)], None),
            (&[(2, 2, false)], Some((0, ErrorCode::DateOrder))),
            (&[(1, 2, false), (4, 3, false)], Some((1, ErrorCode::DateOrder))),
            (&[(1, 3, false), (2, 4, false)], Some((1, ErrorCode::Overlap))),
            (&[(2, 4, false), (1, 3, false)], Some((0, ErrorCode::Overlap))),
            (&[(1, 0, false), (2, 3, false)], Some((1, ErrorCode::Overlap))),
            (&[(1, 0, false), (1, 0, true)], Some((1, ErrorCode::Overlap))),
        ] {
            assert_eq!(check(&spans(given)), expected, "{given:?}");
        }
    }
}
