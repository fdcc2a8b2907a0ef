//! How a meeting is held: its course, attendance and quorum.

use async_graphql::{Context, ID, Object, SimpleObject};
use uuid::Uuid;
use verbund_shared::{
    groups::GroupRole,
    id::{AgendaItemId, AttendanceId, AttendanceSpanId, MeetingId},
    meetings::{AttendanceState, MeetingReply, MeetingState},
    voting::VoteBy,
};

use super::votes::MeetingVote;
use crate::{
    conduct::{
        rules::{quorum::Point, spans, times::too_early},
        service::{Conduct, may_conduct, spans_in},
        store::{AttendanceRow, SpanRow},
    },
    graphql::{ApiResult, DateTime, caller_of},
    groups::graphql::GroupPerson,
    organisations::graphql::{Organisation, OrganisationLoader},
    resolutions::graphql::VoteMajority,
};

/// What the person who asks may do with a meeting's course now.
#[derive(SimpleObject)]
pub struct ConductViewerCan {
    /// Open it.
    open: bool,
    /// Close it.
    close: bool,
    /// Hold it while it is in session; correct its attendance afterwards.
    conduct: bool,
}

/// How many votes were there from a moment on.
#[derive(SimpleObject)]
pub struct QuorumPoint {
    /// From when on.
    at: DateTime,
    /// Votes that were there.
    present: u32,
    /// Whether that was enough.
    reached: bool,
}

impl From<Point> for QuorumPoint {
    fn from(point: Point) -> Self {
        Self { at: point.at.into(), present: point.present, reached: point.reached }
    }
}

/// Whether enough votes are there, of organisations or of people, as the rules of procedure say. After the
/// meeting: as it was at its end.
#[derive(SimpleObject)]
pub struct MeetingQuorum {
    /// Votes that are there.
    present: u32,
    /// Votes that must be there.
    needed: u32,
    /// All votes there are.
    roll: u32,
    /// Whether enough are there.
    reached: bool,
    /// How it changed over time.
    line: Vec<QuorumPoint>,
}

/// From when until when somebody was there.
#[derive(SimpleObject)]
pub struct AttendanceSpan {
    /// Opaque id.
    id: ID,
    /// By video or telephone, not in the room.
    online: bool,
    /// From when on.
    from_at: DateTime,
    /// Until when; null while they are there.
    until_at: Option<DateTime>,
}

impl From<&SpanRow> for AttendanceSpan {
    fn from(row: &SpanRow) -> Self {
        Self {
            id: AttendanceSpanId(row.id).into(),
            online: row.online,
            from_at: row.from_at.into(),
            until_at: row.until_at.map(Into::into),
        }
    }
}

/// Somebody in the attendance of a meeting.
#[derive(SimpleObject)]
pub struct Attendance {
    /// Opaque id.
    id: ID,
    /// The person; null for guests without an account.
    person: Option<GroupPerson>,
    /// Given and family name, or the guest's name; empty once the person has left the network.
    name: String,
    /// For which organisation.
    organisation: Option<Organisation>,
    /// What they are to the group on the day of the meeting.
    role: GroupRole,
    /// What they answered to the invitation.
    reply: MeetingReply,
    /// How they are there, or not.
    state: AttendanceState,
    /// A note on why they were not there; empty for guests of the group.
    note: String,
    /// Whether they bring a vote, their own or their organisation's.
    has_vote: bool,
    /// When they were there, the earliest first.
    spans: Vec<AttendanceSpan>,
    /// Grows with each change.
    version: i32,
}

impl Attendance {
    fn of(conduct: &Conduct, row: &AttendanceRow) -> Self {
        let rows = conduct.spans_of(row);
        let person = row.person_id.and_then(|id| conduct.people.get(&id)).cloned();
        Self {
            id: AttendanceId(row.id).into(),
            name: conduct.name_of(row),
            person: person.map(Into::into),
            organisation: organisation(conduct, row),
            role: row.role,
            reply: row.reply,
            state: spans::state(&spans_in(rows), row.away),
            note: if conduct.sees_internal { row.note.clone() } else { String::new() },
            has_vote: row.role != GroupRole::Guest,
            spans: rows.iter().map(Into::into).collect(),
            version: row.version,
        }
    }

    /// The entry with this key.
    pub(super) fn find(conduct: &Conduct, id: Uuid) -> Option<Self> {
        conduct.attendances.iter().find(|row| row.id == id).map(|row| Self::of(conduct, row))
    }
}

/// For which organisation somebody is in the attendance.
pub(super) fn organisation(conduct: &Conduct, row: &AttendanceRow) -> Option<Organisation> {
    row.organisation_id.and_then(|id| conduct.organisations.get(&id)).cloned().map(Into::into)
}

/// How a meeting is held, as it stands now.
pub struct MeetingConduct(Conduct);

impl From<Conduct> for MeetingConduct {
    fn from(conduct: Conduct) -> Self {
        Self(conduct)
    }
}

impl MeetingConduct {
    fn organisations(&self) -> Vec<Uuid> {
        self.0.organisations.keys().copied().collect()
    }
}

/// How a meeting is held, as it stands now.
#[Object]
impl MeetingConduct {
    /// The meeting.
    async fn meeting_id(&self) -> ID {
        MeetingId(self.0.meeting.id).into()
    }

    /// Where it stands.
    async fn state(&self) -> MeetingState {
        self.0.meeting.state
    }

    /// The meeting's version, for opening and closing it.
    async fn version(&self) -> i32 {
        self.0.meeting.version
    }

    /// When it was opened.
    async fn opened_at(&self) -> Option<DateTime> {
        self.0.meeting.opened_at.map(Into::into)
    }

    /// When it was closed.
    async fn closed_at(&self) -> Option<DateTime> {
        self.0.meeting.closed_at.map(Into::into)
    }

    /// The item people speak about; null for those who may not see it.
    async fn current_item_id(&self) -> Option<ID> {
        self.0.current_item.map(|id| AgendaItemId(id).into())
    }

    /// The server's time.
    async fn now(&self) -> DateTime {
        self.0.now.into()
    }

    /// Who is in its attendance, by name, guests last. Before the opening those who were invited.
    async fn attendances(&self, ctx: &Context<'_>) -> ApiResult<Vec<Attendance>> {
        let asked = ctx.look_ahead().field("organisation");
        OrganisationLoader::preload(ctx, asked, &self.organisations()).await?;
        Ok(self.0.attendances.iter().map(|row| Attendance::of(&self.0, row)).collect())
    }

    /// Whether enough votes are there, and how that changed.
    async fn quorum(&self) -> MeetingQuorum {
        MeetingQuorum {
            present: self.0.present(),
            needed: self.0.procedure.quorum.needed(self.0.roll()),
            roll: self.0.roll(),
            reached: self.0.is_quorate(),
            line: self.0.line().into_iter().map(Into::into).collect(),
        }
    }

    /// Its votes, in the order in which they were opened; guests see none on internal items.
    async fn votes(&self, ctx: &Context<'_>) -> ApiResult<Vec<MeetingVote>> {
        let asked = ctx.look_ahead().field("excluded").field("organisation");
        OrganisationLoader::preload(ctx, asked, &self.organisations()).await?;
        Ok(self.0.votes.iter().map(|row| MeetingVote::of(&self.0, row)).collect())
    }

    /// The majority that a decision needs, unless the vote says otherwise.
    async fn majority(&self) -> VoteMajority {
        self.0.procedure.majority.into()
    }

    /// Who has a vote.
    async fn vote_by(&self) -> VoteBy {
        self.0.procedure.vote_by
    }

    /// What the person who asks may do now.
    async fn viewer_can(&self, ctx: &Context<'_>) -> ConductViewerCan {
        let meeting = &self.0.meeting;
        let may = self.0.group.state.takes_people() && may_conduct(caller_of(ctx), meeting);
        let state = meeting.state;
        let ahead = matches!(state, MeetingState::Planned | MeetingState::Invited);
        ConductViewerCan {
            open: may && ahead && !too_early(self.0.now, meeting.starts_at),
            close: may && state == MeetingState::InSession,
            conduct: may && matches!(state, MeetingState::InSession | MeetingState::Closed),
        }
    }
}
