//! A vote in a meeting.

use async_graphql::{ID, SimpleObject};
use uuid::Uuid;
use verbund_shared::{
    id::{AgendaItemId, AttendanceId, VoteId},
    meetings::{VoteOutcome, VoteState},
    voting::{Count, Majority, MajorityBase},
};

use super::objects::organisation;
use crate::{
    conduct::{
        service::{Conduct, majority_of},
        store::VoteRow,
    },
    graphql::DateTime,
    groups::graphql::GroupPerson,
    markdown,
    organisations::graphql::Organisation,
    resolutions::graphql::{ResolutionName, VoteMajority},
};

/// Somebody who does not vote, for a conflict of interest.
#[derive(SimpleObject)]
pub struct VoteExclusion {
    /// Their entry in the attendance.
    attendance_id: ID,
    /// Their name.
    name: String,
    /// For which organisation they are there.
    organisation: Option<Organisation>,
    /// Why.
    reason: String,
}

/// A vote on an item of a meeting.
#[derive(SimpleObject)]
pub struct MeetingVote {
    /// Opaque id.
    id: ID,
    /// The item it is about.
    item_id: ID,
    /// What it is about, in one line.
    title: String,
    /// What is voted on, word by word, in Markdown.
    wording: String,
    /// The wording as safe HTML.
    wording_html: String,
    /// Who moves it.
    mover: Option<GroupPerson>,
    /// Whether it is by ballot.
    secret: bool,
    /// Where it stands.
    state: VoteState,
    /// The majority that is needed.
    majority: VoteMajority,
    /// Votes that were there when it was opened, without those excluded.
    present: i32,
    /// All votes there were.
    roll: i32,
    /// Whether the quorum was there when it was opened.
    quorate: bool,
    /// Votes for it.
    yes: i32,
    /// Votes against it.
    no: i32,
    /// Votes that abstained.
    abstain: i32,
    /// Votes for it that are needed; while it is open, as if everybody there said yes or no.
    needed: u32,
    /// What it decided; null unless it is closed.
    outcome: Option<VoteOutcome>,
    /// Who does not vote.
    excluded: Vec<VoteExclusion>,
    /// When it was opened.
    opened_at: DateTime,
    /// When it was closed or broken off.
    closed_at: Option<DateTime>,
    /// The resolution that came of it.
    resolution: Option<ResolutionName>,
    /// Grows with each change.
    version: i32,
}

fn whole(number: i32) -> u32 {
    u32::try_from(number).unwrap_or(0)
}

/// The yes votes that are needed: of what was counted, or before that of what is there.
fn needed(row: &VoteRow, majority: Majority) -> u32 {
    let count = Count {
        yes: whole(row.yes),
        no: whole(row.no),
        abstain: whole(row.abstain),
        present: whole(row.present),
        roll: whole(row.roll),
    };
    let base = match (row.state, majority.base) {
        (VoteState::Closed, _) | (_, MajorityBase::Roll | MajorityBase::Present) => majority.base_of(count),
        (_, MajorityBase::YesNo | MajorityBase::Cast) => u64::from(count.present),
    };
    u32::try_from(majority.needed(base)).unwrap_or(u32::MAX)
}

impl MeetingVote {
    pub(super) fn of(conduct: &Conduct, row: &VoteRow) -> Self {
        let majority = majority_of(row);
        let mover = row.mover_id.and_then(|id| conduct.people.get(&id)).cloned();
        let resolution = conduct.resolutions.iter().find(|found| found.vote_id == Some(row.id)).cloned();
        Self {
            id: VoteId(row.id).into(),
            item_id: AgendaItemId(row.item_id).into(),
            title: row.title.clone(),
            wording: row.wording.clone(),
            wording_html: markdown::to_html(&row.wording),
            mover: mover.map(Into::into),
            secret: row.secret,
            state: row.state,
            majority: majority.into(),
            present: row.present,
            roll: row.roll,
            quorate: row.quorate,
            yes: row.yes,
            no: row.no,
            abstain: row.abstain,
            needed: needed(row, majority),
            outcome: row.outcome,
            excluded: excluded(conduct, row.id),
            opened_at: row.opened_at.into(),
            closed_at: row.closed_at.map(Into::into),
            resolution: resolution.map(Into::into),
            version: row.version,
        }
    }

    /// The vote with this key.
    pub(super) fn find(conduct: &Conduct, id: Uuid) -> Option<Self> {
        conduct.votes.iter().find(|row| row.id == id).map(|row| Self::of(conduct, row))
    }
}

fn excluded(conduct: &Conduct, vote: Uuid) -> Vec<VoteExclusion> {
    let of_vote = conduct.exclusions.iter().filter(|row| row.vote_id == vote);
    let named = of_vote.filter_map(|row| {
        let entry = conduct.attendances.iter().find(|entry| entry.id == row.attendance_id)?;
        Some(VoteExclusion {
            attendance_id: AttendanceId(entry.id).into(),
            name: conduct.name_of(entry),
            organisation: organisation(conduct, entry),
            reason: row.reason.clone(),
        })
    });
    named.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn while_votes_are_counted_all_who_are_there_make_the_base() {
        let row = |state, base, [yes, no, abstain]: [i32; 3]| VoteRow {
            id: Uuid::nil(),
            meeting_id: Uuid::nil(),
            item_id: Uuid::nil(),
            wording: String::new(),
            title: String::new(),
            mover_id: None,
            secret: false,
            state,
            majority_base: base,
            majority_num: 1,
            majority_den: 2,
            majority_strict: true,
            present: 9,
            roll: 20,
            quorate: true,
            yes,
            no,
            abstain,
            outcome: None,
            effective_from: None,
            review_on: None,
            opened_at: chrono::DateTime::UNIX_EPOCH,
            closed_at: None,
            version: 1,
        };
        for (state, base, counted, expected) in [
            (VoteState::Open, MajorityBase::YesNo, [0; 3], 5),
            (VoteState::Open, MajorityBase::Cast, [0; 3], 5),
            (VoteState::Open, MajorityBase::Present, [0; 3], 5),
            (VoteState::Open, MajorityBase::Roll, [0; 3], 11),
            (VoteState::Closed, MajorityBase::YesNo, [3, 2, 4], 3),
            (VoteState::Closed, MajorityBase::Cast, [3, 2, 2], 4),
            (VoteState::Closed, MajorityBase::Present, [3, 2, 2], 5),
        ] {
            let row = row(state, base, counted);
            assert_eq!(needed(&row, majority_of(&row)), expected, "{state:?} {base:?} {counted:?}");
        }
    }
}
