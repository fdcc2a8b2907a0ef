//! Changing resolutions and circular resolutions.

use async_graphql::{Context, Object};
use verbund_shared::id::{CircularId, GroupId, ResolutionId};

use super::inputs::*;
use crate::{
    graphql::{ApiResult, app_of, caller_of, parse_id},
    resolutions::service::{self, NewVote, Opening},
};

/// Changing resolutions and circular resolutions.
#[derive(Default)]
pub struct ResolutionsMutation;

#[Object]
impl ResolutionsMutation {
    /// Records a decision that a group took elsewhere; whether it was adopted follows from votes and majority.
    /// Chair, secretary and coordinators.
    /// Errors: `NOT_FOUND`, `VALIDATION`, `STATE_FORBIDS`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn resolution_record(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The decision.")] input: ResolutionRecordInput,
    ) -> ApiResult<ResolutionRecordPayload> {
        let group: GroupId = parse_id(&input.group_id)?;
        let row = service::record(app_of(ctx), caller_of(ctx), group, input.read()?).await?;
        Ok(ResolutionRecordPayload { resolution: row.into() })
    }

    /// Says that a resolution is implemented, revoked or expired. Chair, secretary and coordinators.
    /// Errors: `NOT_FOUND`, `VALIDATION`, `CONFLICT`, `STATE_FORBIDS`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn resolution_settle(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What became of it.")] input: ResolutionSettleInput,
    ) -> ApiResult<ResolutionSettlePayload> {
        let id: ResolutionId = parse_id(&input.id)?;
        let about = (id, input.version);
        let row = service::settle(app_of(ctx), caller_of(ctx), about, input.life, &input.reason).await?;
        Ok(ResolutionSettlePayload { resolution: row.into() })
    }

    /// Corrects a resolution by one that stands in its place, with the same vote. Chair, secretary and coordinators.
    /// Errors: `NOT_FOUND`, `VALIDATION`, `CONFLICT`, `STATE_FORBIDS`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn resolution_supersede(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The correction.")] input: ResolutionSupersedeInput,
    ) -> ApiResult<ResolutionSupersedePayload> {
        let id: ResolutionId = parse_id(&input.id)?;
        let (about, text) = ((id, input.version), input.text.into());
        let row = service::supersede(app_of(ctx), caller_of(ctx), about, text, &input.reason).await?;
        Ok(ResolutionSupersedePayload { resolution: row.into() })
    }

    /// Opens a circular resolution: votes and voters are fixed, and all voters get a mail. Chair, secretary
    /// and coordinators. Errors: `NOT_FOUND`, `VALIDATION`, `STATE_FORBIDS`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn circular_open(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What is to be decided.")] input: CircularOpenInput,
    ) -> ApiResult<CircularOpenPayload> {
        let group: GroupId = parse_id(&input.group_id)?;
        let new = Opening { text: input.text.into(), reasons: input.reasons, last_day: input.last_day.0 };
        let row = service::open(app_of(ctx), caller_of(ctx), group, new).await?;
        Ok(CircularOpenPayload { circular: row.into() })
    }

    /// Casts one's vote, or changes it while votes count; an organisation's vote stays with whoever cast it
    /// first (`STATE_FORBIDS` with `state` `cast` for colleagues). Those who may vote.
    /// Errors: `NOT_FOUND`, `VALIDATION`, `STATE_FORBIDS`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn circular_vote(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The vote.")] input: CircularVoteInput,
    ) -> ApiResult<CircularVotePayload> {
        let id: CircularId = parse_id(&input.id)?;
        let new = NewVote { choice: input.choice, comment: input.comment };
        let row = service::vote(app_of(ctx), caller_of(ctx), id, new).await?;
        Ok(CircularVotePayload { circular: row.into() })
    }

    /// Takes a circular resolution back before it is decided. Chair, secretary and coordinators.
    /// Errors: `NOT_FOUND`, `VALIDATION`, `CONFLICT`, `STATE_FORBIDS`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn circular_withdraw(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which, and why.")] input: CircularWithdrawInput,
    ) -> ApiResult<CircularWithdrawPayload> {
        let id: CircularId = parse_id(&input.id)?;
        let about = (id, input.version);
        let row = service::withdraw(app_of(ctx), caller_of(ctx), about, &input.reason).await?;
        Ok(CircularWithdrawPayload { circular: row.into() })
    }
}
