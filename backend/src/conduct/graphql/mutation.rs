//! Holding a meeting.

use async_graphql::{Context, Object};
use uuid::Uuid;
use verbund_shared::id::{AgendaItemId, AttendanceId, MeetingId, VoteId};

use super::{inputs::*, objects::Attendance, payloads::*, votes::MeetingVote};
use crate::{
    conduct::service::{self, Conduct, SaidSpan},
    error::{ServiceError, ServiceResult},
    graphql::{ApiResult, app_of, caller_of, parse_id},
};

/// The entry that was changed, as it is in the meeting now.
fn entry((id, conduct): (Uuid, Conduct)) -> ServiceResult<Attendance> {
    Attendance::find(&conduct, id).ok_or_else(ServiceError::not_found)
}

/// The vote that was changed, as it is in the meeting now.
fn vote((id, conduct): (Uuid, Conduct)) -> ServiceResult<MeetingVote> {
    MeetingVote::find(&conduct, id).ok_or_else(ServiceError::not_found)
}

/// Holding a meeting: whoever manages the group's meetings, chairs this one or writes its minutes.
#[derive(Default)]
pub struct ConductMutation;

#[Object]
impl ConductMutation {
    /// Opens a meeting, at the earliest twelve hours before it begins; everybody in the group gets an entry in its
    /// attendance. Those who hold it.
    /// Errors: `NOT_FOUND`, `CONFLICT`, `STATE_FORBIDS`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn meeting_open(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The meeting.")] input: MeetingOpenInput,
    ) -> ApiResult<MeetingOpenPayload> {
        let id: MeetingId = parse_id(&input.id)?;
        let conduct = service::open(app_of(ctx), caller_of(ctx), (id, input.version)).await?;
        Ok(MeetingOpenPayload { conduct: conduct.into() })
    }

    /// Closes a meeting: who is still there leaves, and what it did not get to is deferred. Those who hold it.
    /// Errors: `NOT_FOUND`, `CONFLICT`, `STATE_FORBIDS`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn meeting_close(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The meeting.")] input: MeetingCloseInput,
    ) -> ApiResult<MeetingClosePayload> {
        let id: MeetingId = parse_id(&input.id)?;
        let conduct = service::close(app_of(ctx), caller_of(ctx), (id, input.version)).await?;
        Ok(MeetingClosePayload { conduct: conduct.into() })
    }

    /// Takes up an item: people speak about it now. Those who hold the meeting.
    /// Errors: `NOT_FOUND`, `CONFLICT`, `STATE_FORBIDS`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn agenda_item_begin(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The item.")] input: AgendaItemBeginInput,
    ) -> ApiResult<AgendaItemBeginPayload> {
        let id: AgendaItemId = parse_id(&input.item_id)?;
        let conduct = service::begin(app_of(ctx), caller_of(ctx), (id, input.version)).await?;
        Ok(AgendaItemBeginPayload { conduct: conduct.into() })
    }

    /// Says how the meeting is done with an item; deferred, it goes on the next agenda when the meeting is closed.
    /// Those who hold the meeting.
    /// Errors: `NOT_FOUND`, `VALIDATION`, `CONFLICT`, `STATE_FORBIDS`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn agenda_item_settle(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How it is done.")] input: AgendaItemSettleInput,
    ) -> ApiResult<AgendaItemSettlePayload> {
        let id: AgendaItemId = parse_id(&input.item_id)?;
        let (about, how) = ((id, input.version), (input.outcome, input.reason.as_str()));
        let conduct = service::settle(app_of(ctx), caller_of(ctx), about, how).await?;
        Ok(AgendaItemSettlePayload { conduct: conduct.into() })
    }

    /// Adds a person or a guest to the attendance. Those who hold the meeting.
    /// Errors: `NOT_FOUND`, `VALIDATION`, `STATE_FORBIDS`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn attendance_add(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Who.")] input: AttendanceAddInput,
    ) -> ApiResult<AttendanceAddPayload> {
        let meeting: MeetingId = parse_id(&input.meeting_id)?;
        let added = service::add(app_of(ctx), caller_of(ctx), meeting, input.read()?).await?;
        Ok(AttendanceAddPayload { attendance: entry(added)? })
    }

    /// Notes that somebody came, into the room or online. Those who hold the meeting.
    /// Errors: `NOT_FOUND`, `VALIDATION`, `CONFLICT`, `STATE_FORBIDS`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn attendance_arrive(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Who, how and when.")] input: AttendanceArriveInput,
    ) -> ApiResult<AttendanceArrivePayload> {
        let id: AttendanceId = parse_id(&input.id)?;
        let (about, how) = ((id, input.version), (input.online, input.at.as_deref()));
        let changed = service::arrive(app_of(ctx), caller_of(ctx), about, how).await?;
        Ok(AttendanceArrivePayload { attendance: entry(changed)? })
    }

    /// Notes that somebody left. Those who hold the meeting.
    /// Errors: `NOT_FOUND`, `VALIDATION`, `CONFLICT`, `STATE_FORBIDS`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn attendance_leave(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Who and when.")] input: AttendanceLeaveInput,
    ) -> ApiResult<AttendanceLeavePayload> {
        let id: AttendanceId = parse_id(&input.id)?;
        let (about, at) = ((id, input.version), input.at.as_deref());
        let changed = service::leave(app_of(ctx), caller_of(ctx), about, at).await?;
        Ok(AttendanceLeavePayload { attendance: entry(changed)? })
    }

    /// Notes that somebody was excused or absent. Those who hold the meeting, until its minutes are final.
    /// Errors: `NOT_FOUND`, `VALIDATION`, `CONFLICT`, `STATE_FORBIDS`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn attendance_away(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Who and why.")] input: AttendanceAwayInput,
    ) -> ApiResult<AttendanceAwayPayload> {
        let id: AttendanceId = parse_id(&input.id)?;
        let (about, why) = ((id, input.version), (input.away, input.note.as_str()));
        let changed = service::away(app_of(ctx), caller_of(ctx), about, why).await?;
        Ok(AttendanceAwayPayload { attendance: entry(changed)? })
    }

    /// Writes anew when somebody was there. Those who hold the meeting, until its minutes are final.
    /// Errors: `NOT_FOUND`, `VALIDATION`, `CONFLICT`, `STATE_FORBIDS`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn attendance_correct(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Who and when.")] input: AttendanceCorrectInput,
    ) -> ApiResult<AttendanceCorrectPayload> {
        let id: AttendanceId = parse_id(&input.id)?;
        let about = (id, input.version);
        let said: Vec<SaidSpan> = input.spans.into_iter().map(Into::into).collect();
        let changed = service::correct(app_of(ctx), caller_of(ctx), about, &said).await?;
        Ok(AttendanceCorrectPayload { attendance: entry(changed)? })
    }

    /// Removes a guest who was added by mistake. Those who hold the meeting, until its minutes are final.
    /// Errors: `NOT_FOUND`, `CONFLICT`, `STATE_FORBIDS`, `IN_USE`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn attendance_remove(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Who.")] input: AttendanceRemoveInput,
    ) -> ApiResult<AttendanceRemovePayload> {
        let id: AttendanceId = parse_id(&input.id)?;
        let removed = service::remove(app_of(ctx), caller_of(ctx), (id, input.version)).await?;
        Ok(AttendanceRemovePayload { id: AttendanceId(removed).into() })
    }

    /// Opens a vote on an item while the quorum is there; one at a time. Those who hold the meeting.
    /// Errors: `NOT_FOUND`, `VALIDATION`, `STATE_FORBIDS`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn vote_open(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What is voted on.")] input: VoteOpenInput,
    ) -> ApiResult<VoteOpenPayload> {
        let item: AgendaItemId = parse_id(&input.item_id)?;
        let opened = service::open_vote(app_of(ctx), caller_of(ctx), item, input.read()?).await?;
        Ok(VoteOpenPayload { vote: vote(opened)? })
    }

    /// Closes a vote with what was counted; the resolution gets its number at the same moment. Those who hold the
    /// meeting.
    /// Errors: `NOT_FOUND`, `VALIDATION`, `CONFLICT`, `STATE_FORBIDS`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn vote_close(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What was counted.")] input: VoteCloseInput,
    ) -> ApiResult<VoteClosePayload> {
        let id: VoteId = parse_id(&input.id)?;
        let (about, counted) = ((id, input.version), [input.yes, input.no, input.abstain]);
        let closed = service::close_vote(app_of(ctx), caller_of(ctx), about, counted).await?;
        Ok(VoteClosePayload { vote: vote(closed)? })
    }

    /// Breaks a vote off: it counts for nothing. Those who hold the meeting.
    /// Errors: `NOT_FOUND`, `CONFLICT`, `STATE_FORBIDS`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn vote_cancel(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The vote.")] input: VoteCancelInput,
    ) -> ApiResult<VoteCancelPayload> {
        let id: VoteId = parse_id(&input.id)?;
        let broken_off = service::cancel_vote(app_of(ctx), caller_of(ctx), (id, input.version)).await?;
        Ok(VoteCancelPayload { vote: vote(broken_off)? })
    }
}
