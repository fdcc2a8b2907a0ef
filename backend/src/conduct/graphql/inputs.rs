//! What the mutations of a meeting's course take.

use async_graphql::{ID, InputObject};
use verbund_shared::{
    error::ErrorCode,
    id::{OrganisationId, PersonId},
    meetings::{AttendanceAway, ItemOutcome},
};

use crate::{
    conduct::service::{NewEntry, Opening, SaidSpan},
    error::{ServiceError, ServiceResult},
    graphql::Date,
    resolutions::graphql::VoteMajorityInput,
};

/// A meeting to be opened.
#[derive(InputObject)]
pub struct MeetingOpenInput {
    /// The meeting.
    pub(super) id: ID,
    /// The version that was looked at.
    pub(super) version: i32,
}

/// A meeting to be closed.
#[derive(InputObject)]
pub struct MeetingCloseInput {
    /// The meeting.
    pub(super) id: ID,
    /// The version that was looked at.
    pub(super) version: i32,
}

/// An item to be taken up.
#[derive(InputObject)]
pub struct AgendaItemBeginInput {
    /// The item.
    pub(super) item_id: ID,
    /// The item's version that was looked at.
    pub(super) version: i32,
}

/// How a meeting is done with an item.
#[derive(InputObject)]
pub struct AgendaItemSettleInput {
    /// The item.
    pub(super) item_id: ID,
    /// The item's version that was looked at.
    pub(super) version: i32,
    /// Decided, noted or deferred.
    pub(super) outcome: ItemOutcome,
    /// Why it is deferred, in at most 1 000 characters.
    #[graphql(default)]
    pub(super) reason: String,
}

/// Somebody to be added to an attendance.
#[derive(InputObject)]
pub struct AttendanceAddInput {
    /// The meeting.
    pub(super) meeting_id: ID,
    /// The person; null for a guest without an account.
    person_id: Option<ID>,
    /// The guest's name, where no person is named.
    #[graphql(default)]
    name: String,
    /// For which organisation; of people in the group it is known.
    organisation_id: Option<ID>,
}

/// Reads an id that a field holds.
fn reference<T: std::str::FromStr>(field: &str, id: Option<ID>) -> ServiceResult<Option<T>> {
    let unknown = |_| ServiceError::field(field, ErrorCode::UnknownReference);
    id.map(|id| id.parse::<T>().map_err(unknown)).transpose()
}

impl AttendanceAddInput {
    pub(super) fn read(self) -> ServiceResult<NewEntry> {
        Ok(NewEntry {
            person: reference::<PersonId>("personId", self.person_id)?,
            name: self.name,
            organisation: reference::<OrganisationId>("organisationId", self.organisation_id)?,
        })
    }
}

/// Somebody comes.
#[derive(InputObject)]
pub struct AttendanceArriveInput {
    /// The entry.
    pub(super) id: ID,
    /// The version that was looked at.
    pub(super) version: i32,
    /// By video or telephone, not into the room.
    #[graphql(default)]
    pub(super) online: bool,
    /// Null is now; otherwise a time of the meeting's day, `HH:MM`.
    pub(super) at: Option<String>,
}

/// Somebody leaves.
#[derive(InputObject)]
pub struct AttendanceLeaveInput {
    /// The entry.
    pub(super) id: ID,
    /// The version that was looked at.
    pub(super) version: i32,
    /// Null is now; otherwise a time of the meeting's day, `HH:MM`.
    pub(super) at: Option<String>,
}

/// Somebody was not there.
#[derive(InputObject)]
pub struct AttendanceAwayInput {
    /// The entry.
    pub(super) id: ID,
    /// The version that was looked at.
    pub(super) version: i32,
    /// Excused or absent; null: it is not known.
    pub(super) away: Option<AttendanceAway>,
    /// A note on it, in at most 1 000 characters; guests of the group do not see it.
    #[graphql(default)]
    pub(super) note: String,
}

/// When somebody was there, written anew.
#[derive(InputObject)]
pub struct AttendanceCorrectInput {
    /// The entry.
    pub(super) id: ID,
    /// The version that was looked at.
    pub(super) version: i32,
    /// All times at which they were there; none: they were not.
    pub(super) spans: Vec<AttendanceSpanInput>,
}

/// From when until when somebody was there.
#[derive(InputObject)]
pub struct AttendanceSpanInput {
    /// By video or telephone, not in the room.
    online: bool,
    /// A time of the meeting's day, `HH:MM`.
    from: String,
    /// A time of the meeting's day, `HH:MM`; null while they are there.
    until: Option<String>,
}

impl From<AttendanceSpanInput> for SaidSpan {
    fn from(input: AttendanceSpanInput) -> Self {
        Self { online: input.online, from: input.from, until: input.until }
    }
}

/// Somebody to be removed from an attendance.
#[derive(InputObject)]
pub struct AttendanceRemoveInput {
    /// The entry.
    pub(super) id: ID,
    /// The version that was looked at.
    pub(super) version: i32,
}

/// A vote to be opened.
#[derive(InputObject)]
pub struct VoteOpenInput {
    /// The item it is about.
    pub(super) item_id: ID,
    /// What it is about, in one line of at most 200 characters.
    title: String,
    /// What is voted on, word by word, in Markdown of at most 20 000 characters.
    wording: String,
    /// Who moves it: somebody who works in the group.
    mover_id: Option<ID>,
    /// Whether it is by ballot; only what was counted is written down.
    #[graphql(default)]
    secret: bool,
    /// The majority that is needed; null: that of the rules of procedure.
    majority: Option<VoteMajorityInput>,
    /// Who does not vote, for a conflict of interest.
    #[graphql(default)]
    excluded: Vec<VoteExclusionInput>,
    /// From when on it will hold; null: from the day of the decision.
    effective_from: Option<Date>,
    /// When it will be looked at again; not before it holds.
    review_on: Option<Date>,
}

/// Somebody who does not vote.
#[derive(InputObject)]
pub struct VoteExclusionInput {
    /// Their entry in the attendance.
    attendance_id: ID,
    /// Why, in at most 1 000 characters.
    reason: String,
}

impl VoteOpenInput {
    pub(super) fn read(self) -> ServiceResult<Opening> {
        // Which of them is unknown is said beside it, so it goes on as none.
        let excluded = |entry: VoteExclusionInput| (entry.attendance_id.parse().ok(), entry.reason);
        Ok(Opening {
            title: self.title,
            wording: self.wording,
            mover: reference::<PersonId>("moverId", self.mover_id)?,
            secret: self.secret,
            majority: self.majority.map(Into::into),
            excluded: self.excluded.into_iter().map(excluded).collect(),
            effective_from: self.effective_from.map(|day| day.0),
            review_on: self.review_on.map(|day| day.0),
        })
    }
}

/// A vote to be closed, with what was counted.
#[derive(InputObject)]
pub struct VoteCloseInput {
    /// The vote.
    pub(super) id: ID,
    /// The version that was looked at.
    pub(super) version: i32,
    /// Votes for it.
    pub(super) yes: i32,
    /// Votes against it.
    pub(super) no: i32,
    /// Votes that abstained.
    pub(super) abstain: i32,
}

/// A vote to be broken off.
#[derive(InputObject)]
pub struct VoteCancelInput {
    /// The vote.
    pub(super) id: ID,
    /// The version that was looked at.
    pub(super) version: i32,
}
