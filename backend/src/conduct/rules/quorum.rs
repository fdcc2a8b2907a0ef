//! The votes there are and the votes that are there, as a function of time.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use uuid::Uuid;
use verbund_shared::{
    groups::GroupRole,
    voting::{Quorum, VoteBy},
};

/// From when until when somebody was there, in the room or by video.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// By video or telephone.
    pub online: bool,
    /// The first moment.
    pub from: DateTime<Utc>,
    /// The first moment at which they were gone; none while they are there.
    pub until: Option<DateTime<Utc>>,
}

impl Span {
    /// Whether it holds a moment.
    pub fn holds(&self, at: DateTime<Utc>) -> bool {
        self.from <= at && self.until.is_none_or(|until| at < until)
    }
}

/// Somebody in the attendance of a meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attendee {
    /// The entry.
    pub id: Uuid,
    /// For which organisation.
    pub organisation: Option<Uuid>,
    /// What they are to the group; guests have no vote.
    pub role: GroupRole,
    /// When they were there.
    pub spans: Vec<Span>,
}

/// A vote: an organisation's, however many of its people are there, or a person's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Vote {
    /// The organisation's.
    Organisation(Uuid),
    /// The person's, named by their entry.
    Own(Uuid),
}

impl Attendee {
    /// The vote they bring; guests none. Who works in the group for no organisation has one of their own.
    pub fn vote(&self, by: VoteBy) -> Option<Vote> {
        if self.role == GroupRole::Guest {
            return None;
        }
        let organisation = self.organisation.filter(|_| by == VoteBy::Organisation);
        Some(organisation.map_or(Vote::Own(self.id), Vote::Organisation))
    }

    /// Whether they are there at a moment.
    pub fn is_there(&self, at: DateTime<Utc>) -> bool {
        self.spans.iter().any(|span| span.holds(at))
    }
}

fn whole(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// All votes there are.
pub fn roll(attendees: &[Attendee], by: VoteBy) -> u32 {
    whole(attendees.iter().filter_map(|attendee| attendee.vote(by)).collect::<BTreeSet<_>>().len())
}

/// The votes that are there at a moment, without people who are excluded. An organisation has its vote as
/// long as one of its people who is there is not excluded.
pub fn present(attendees: &[Attendee], by: VoteBy, at: DateTime<Utc>, excluded: &[Uuid]) -> u32 {
    let there = attendees.iter().filter(|attendee| attendee.is_there(at) && !excluded.contains(&attendee.id));
    whole(there.filter_map(|attendee| attendee.vote(by)).collect::<BTreeSet<_>>().len())
}

/// How many votes were there from a moment on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point {
    /// From when on.
    pub at: DateTime<Utc>,
    /// Votes that were there.
    pub present: u32,
    /// Whether that was enough.
    pub reached: bool,
}

/// How the votes that were there changed over time; only changes, in their order.
pub fn line(attendees: &[Attendee], by: VoteBy, quorum: Quorum) -> Vec<Point> {
    let spans = || attendees.iter().flat_map(|attendee| &attendee.spans);
    let moments: BTreeSet<DateTime<Utc>> =
        spans().flat_map(|span| std::iter::once(span.from).chain(span.until)).collect();
    let roll = roll(attendees, by);
    let mut line: Vec<Point> = Vec::new();
    for at in moments {
        let present = present(attendees, by, at, &[]);
        if line.last().map_or(0, |last| last.present) != present {
            line.push(Point { at, present, reached: quorum.is_reached(present, roll) });
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;
    use GroupRole::{Chair, Guest, Member};
    use VoteBy::{Organisation, Person};
    use chrono::TimeDelta;

    fn at(minute: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + TimeDelta::minutes(minute)
    }

    fn somebody(id: u128, organisation: u128, role: GroupRole, spans: &[(i64, i64)]) -> Attendee {
        let span = |&(from, until): &(i64, i64)| Span {
            online: false,
            from: at(from),
            until: (until > 0).then(|| at(until)),
        };
        Attendee {
            id: Uuid::from_u128(id),
            organisation: (organisation > 0).then(|| Uuid::from_u128(organisation)),
            role,
            spans: spans.iter().map(span).collect(),
        }
    }

    /// Two of organisation 1, one of 2, one of none, a guest of 3.
    fn meeting() -> Vec<Attendee> {
        vec![
            somebody(11, 1, Chair, &[(0, 60)]),
            somebody(12, 1, Member, &[(10, 20), (30, 0)]),
            somebody(21, 2, Member, &[(20, 40)]),
            somebody(91, 0, Member, &[(15, 0)]),
            somebody(31, 3, Guest, &[(0, 0)]),
        ]
    }

    #[test]
    fn guests_have_no_vote_and_an_organisation_has_one() {
        assert_eq!((roll(&meeting(), Organisation), roll(&meeting(), Person)), (3, 4));
        assert_eq!((roll(&[], Organisation), roll(&[], Person)), (0, 0));
    }

    #[test]
    fn a_vote_is_there_while_one_of_its_people_is() {
        for (minute, organisations, people) in [
            (0, 1, 1),
            (10, 1, 2),
            (15, 2, 3),
            // One leaves at the moment at which another arrives.
            (20, 3, 3),
            (30, 3, 4),
            (40, 2, 3),
            // The chair is gone, a colleague stays.
            (60, 2, 2),
            (-1, 0, 0),
        ] {
            let meeting = meeting();
            let counted = [Organisation, Person].map(|by| present(&meeting, by, at(minute), &[]));
            assert_eq!(counted, [organisations, people], "minute {minute}");
        }
    }

    #[test]
    fn an_organisation_is_excluded_when_all_its_people_who_are_there_are() {
        let meeting = meeting();
        let without = |minute, ids: &[u128]| {
            let ids: Vec<Uuid> = ids.iter().map(|id| Uuid::from_u128(*id)).collect();
            [Organisation, Person].map(|by| present(&meeting, by, at(minute), &ids))
        };
        assert_eq!(without(35, &[11]), [3, 3]);
        assert_eq!(without(35, &[11, 12]), [2, 2]);
        // The colleague is not there at 25.
        assert_eq!(without(25, &[11]), [2, 2]);
        assert_eq!(without(25, &[31]), [3, 3]);
    }

    #[test]
    fn the_line_holds_changes_only() {
        let half = Quorum::Fraction { num: 1, den: 2 };
        let line: Vec<_> = line(&meeting(), Organisation, half)
            .into_iter()
            .map(|point| ((point.at - at(0)).num_minutes(), point.present, point.reached))
            .collect();
        assert_eq!(line, [(0, 1, false), (15, 2, true), (20, 3, true), (40, 2, true)]);
        assert!(super::line(&[], Person, Quorum::None).is_empty());
    }

    #[test]
    fn changing_from_the_room_to_online_changes_no_count() {
        let mut one = somebody(1, 1, Member, &[(0, 10), (10, 0)]);
        one.spans[1].online = true;
        let line = line(&[one], Person, Quorum::Count(1));
        assert_eq!(line, [Point { at: at(0), present: 1, reached: true }]);
    }
}
