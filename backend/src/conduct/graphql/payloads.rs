//! What the mutations of a meeting's course give.

use async_graphql::{ID, SimpleObject};

use super::{
    objects::{Attendance, MeetingConduct},
    votes::MeetingVote,
};

/// The opened meeting.
#[derive(SimpleObject)]
pub struct MeetingOpenPayload {
    /// How the meeting is held now.
    pub(super) conduct: MeetingConduct,
}

/// The closed meeting.
#[derive(SimpleObject)]
pub struct MeetingClosePayload {
    /// How the meeting is held now.
    pub(super) conduct: MeetingConduct,
}

/// The meeting after the item was taken up.
#[derive(SimpleObject)]
pub struct AgendaItemBeginPayload {
    /// How the meeting is held now.
    pub(super) conduct: MeetingConduct,
}

/// The meeting after it was done with the item.
#[derive(SimpleObject)]
pub struct AgendaItemSettlePayload {
    /// How the meeting is held now.
    pub(super) conduct: MeetingConduct,
}

/// The added entry.
#[derive(SimpleObject)]
pub struct AttendanceAddPayload {
    /// The entry.
    pub(super) attendance: Attendance,
}

/// The entry of somebody who came.
#[derive(SimpleObject)]
pub struct AttendanceArrivePayload {
    /// The entry.
    pub(super) attendance: Attendance,
}

/// The entry of somebody who left.
#[derive(SimpleObject)]
pub struct AttendanceLeavePayload {
    /// The entry.
    pub(super) attendance: Attendance,
}

/// The entry of somebody who was not there.
#[derive(SimpleObject)]
pub struct AttendanceAwayPayload {
    /// The entry.
    pub(super) attendance: Attendance,
}

/// The corrected entry.
#[derive(SimpleObject)]
pub struct AttendanceCorrectPayload {
    /// The entry.
    pub(super) attendance: Attendance,
}

/// The opened vote.
#[derive(SimpleObject)]
pub struct VoteOpenPayload {
    /// The vote.
    pub(super) vote: MeetingVote,
}

/// The closed vote with its resolution.
#[derive(SimpleObject)]
pub struct VoteClosePayload {
    /// The vote.
    pub(super) vote: MeetingVote,
}

/// The vote that was broken off.
#[derive(SimpleObject)]
pub struct VoteCancelPayload {
    /// The vote.
    pub(super) vote: MeetingVote,
}

/// The removed entry.
#[derive(SimpleObject)]
pub struct AttendanceRemovePayload {
    /// Its id.
    pub(super) id: ID,
}
