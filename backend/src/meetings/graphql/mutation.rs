//! Changing meetings, their rules and date polls.

use async_graphql::{Context, Object};
use verbund_shared::{
    error::ErrorCode,
    id::{GroupId, MeetingId, MeetingPollId, MeetingPollOptionId},
};

use super::{
    inputs::*,
    procedure::{ProcedureUpdateInput, ProcedureUpdatePayload},
};
use crate::{
    error::ServiceError,
    graphql::{ApiResult, app_of, caller_of, parse_id},
    meetings::service::{self, Invitation},
};

/// Changing meetings, their rules and date polls.
#[derive(Default)]
pub struct MeetingsMutation;

#[Object]
impl MeetingsMutation {
    /// Changes the rules of procedure of a group. Chair, secretary and coordinators.
    /// Errors: `NOT_FOUND`, `VALIDATION`, `CONFLICT`, `STATE_FORBIDS`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn procedure_update(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The rules.")] input: ProcedureUpdateInput,
    ) -> ApiResult<ProcedureUpdatePayload> {
        let about = (parse_id::<GroupId>(&input.group_id)?, input.version);
        let (rules, quorum) = input.read();
        let found = service::update_procedure(app_of(ctx), caller_of(ctx), about, rules, quorum).await?;
        Ok(ProcedureUpdatePayload { procedure: found.into() })
    }

    /// Plans a meeting; what earlier ones deferred comes on its agenda. Chair, secretary and coordinators.
    /// Errors: `NOT_FOUND`, `VALIDATION`, `STATE_FORBIDS`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn meeting_plan(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The meeting.")] input: MeetingPlanInput,
    ) -> ApiResult<MeetingPlanPayload> {
        let group: GroupId = parse_id(&input.group_id)?;
        let row = service::plan(app_of(ctx), caller_of(ctx), group, input.details.read()?).await?;
        Ok(MeetingPlanPayload { meeting: row.into() })
    }

    /// Changes a meeting ahead; whoever is invited gets a mail where time, place or link change. While it is
    /// held, only who chairs it and who writes its minutes. Chair, secretary and coordinators; in the meeting
    /// also its own chair and minute-taker.
    /// Errors: `NOT_FOUND`, `VALIDATION`, `CONFLICT`, `STATE_FORBIDS`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn meeting_update(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The changed meeting.")] input: MeetingUpdateInput,
    ) -> ApiResult<MeetingUpdatePayload> {
        let about = (parse_id::<MeetingId>(&input.id)?, input.version);
        let row = service::update(app_of(ctx), caller_of(ctx), about, input.details.read()?).await?;
        Ok(MeetingUpdatePayload { meeting: row.into() })
    }

    /// Freezes the agenda and invites everybody in the group by mail, with a calendar file; again, when the
    /// agenda has changed. Chair, secretary and coordinators. Errors: `NOT_FOUND`, `VALIDATION`, `CONFLICT`,
    /// `STATE_FORBIDS` (also with `state` `no_items`, `past`, `notice_missed`, `unchanged`), `FORBIDDEN`,
    /// `UNAUTHENTICATED`.
    async fn meeting_invite(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The invitation.")] input: MeetingInviteInput,
    ) -> ApiResult<MeetingInvitePayload> {
        let MeetingInviteInput { id, version, message, short_notice } = input;
        let new = Invitation { id: parse_id(&id)?, version, message, short_notice };
        let row = service::invite(app_of(ctx), caller_of(ctx), new).await?;
        Ok(MeetingInvitePayload { meeting: row.into() })
    }

    /// Puts a meeting off until it gets another time; whoever is invited is told. Chair, secretary and
    /// coordinators.
    /// Errors: `NOT_FOUND`, `VALIDATION`, `CONFLICT`, `STATE_FORBIDS`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn meeting_postpone(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which, and why.")] input: MeetingEndInput,
    ) -> ApiResult<MeetingPostponePayload> {
        let about = (parse_id::<MeetingId>(&input.id)?, input.version);
        let row = service::postpone(app_of(ctx), caller_of(ctx), about, &input.reason).await?;
        Ok(MeetingPostponePayload { meeting: row.into() })
    }

    /// Calls a meeting off; whoever is invited is told. Chair, secretary and coordinators.
    /// Errors: `NOT_FOUND`, `VALIDATION`, `CONFLICT`, `STATE_FORBIDS`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn meeting_cancel(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which, and why.")] input: MeetingEndInput,
    ) -> ApiResult<MeetingCancelPayload> {
        let about = (parse_id::<MeetingId>(&input.id)?, input.version);
        let row = service::call_off(app_of(ctx), caller_of(ctx), about, &input.reason).await?;
        Ok(MeetingCancelPayload { meeting: row.into() })
    }

    /// Answers the invitation to a meeting, until it is closed. Everybody in the group.
    /// Errors: `NOT_FOUND`, `VALIDATION`, `STATE_FORBIDS`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn meeting_reply(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The answer.")] input: MeetingReplyInput,
    ) -> ApiResult<MeetingReplyPayload> {
        let id: MeetingId = parse_id(&input.id)?;
        let row = service::reply(app_of(ctx), caller_of(ctx), id, input.reply, &input.note).await?;
        Ok(MeetingReplyPayload { meeting: row.into() })
    }

    /// Opens a date poll; everybody in the group gets a mail. Chair, secretary and coordinators.
    /// Errors: `NOT_FOUND`, `VALIDATION`, `STATE_FORBIDS`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn meeting_poll_open(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The poll.")] input: MeetingPollOpenInput,
    ) -> ApiResult<MeetingPollOpenPayload> {
        let group: GroupId = parse_id(&input.group_id)?;
        let row = service::open_poll(app_of(ctx), caller_of(ctx), group, input.read()).await?;
        Ok(MeetingPollOpenPayload { poll: row.into() })
    }

    /// Says which times suit, until the last day of the poll (`STATE_FORBIDS` with `state` `over` after it).
    /// Everybody in the group.
    /// Errors: `NOT_FOUND`, `VALIDATION`, `STATE_FORBIDS`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn meeting_poll_answer(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The answers.")] input: MeetingPollAnswerInput,
    ) -> ApiResult<MeetingPollAnswerPayload> {
        let id: MeetingPollId = parse_id(&input.id)?;
        let answers = input.read()?;
        let row = service::answer_poll(app_of(ctx), caller_of(ctx), id, &answers).await?;
        Ok(MeetingPollAnswerPayload { poll: row.into() })
    }

    /// Closes a date poll with one of its times, which plans the meeting. Chair, secretary and coordinators.
    /// Errors: `NOT_FOUND`, `VALIDATION`, `CONFLICT`, `STATE_FORBIDS`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn meeting_poll_close(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which, and the time.")] input: MeetingPollCloseInput,
    ) -> ApiResult<MeetingPollClosePayload> {
        let about = (parse_id::<MeetingPollId>(&input.id)?, input.version);
        let option = input.option_id.parse::<MeetingPollOptionId>();
        let option = option.map_err(|_| ServiceError::field("optionId", ErrorCode::UnknownReference));
        // Who may not know of the poll learns nothing about its times.
        service::get_poll(app_of(ctx), caller_of(ctx), about.0).await?;
        let row = service::close_poll(app_of(ctx), caller_of(ctx), about, option?).await?;
        Ok(MeetingPollClosePayload { meeting: row.into() })
    }

    /// Gives a date poll up; everybody in the group is told. Chair, secretary and coordinators.
    /// Errors: `NOT_FOUND`, `CONFLICT`, `STATE_FORBIDS`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn meeting_poll_cancel(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which.")] input: MeetingPollCancelInput,
    ) -> ApiResult<MeetingPollCancelPayload> {
        let about = (parse_id::<MeetingPollId>(&input.id)?, input.version);
        let row = service::cancel_poll(app_of(ctx), caller_of(ctx), about).await?;
        Ok(MeetingPollCancelPayload { poll: row.into() })
    }
}
