//! Changing agendas.

use async_graphql::{Context, ID, Object};
use verbund_shared::{
    error::ErrorCode,
    id::{AgendaItemId, GroupId, MeetingId},
};

use super::inputs_agenda::*;
use crate::{
    error::{ServiceError, ServiceResult},
    graphql::{ApiResult, app_of, caller_of, parse_id},
    meetings::service,
};

/// Reads the id of something that is named; what is none names nothing that there is.
fn named<T: std::str::FromStr>(field: &str, id: Option<&ID>) -> ServiceResult<Option<T>> {
    let unknown = |_| ServiceError::field(field, ErrorCode::UnknownReference);
    id.map(|id| id.parse::<T>().map_err(unknown)).transpose()
}

/// Changing agendas.
#[derive(Default)]
pub struct AgendaMutation;

#[Object]
impl AgendaMutation {
    /// Hands in an agenda item. Those who work in the group, and coordinators.
    /// Errors: `NOT_FOUND`, `VALIDATION`, `STATE_FORBIDS`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn agenda_item_submit(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The item.")] input: AgendaItemSubmitInput,
    ) -> ApiResult<AgendaItemSubmitPayload> {
        let group: GroupId = parse_id(&input.group_id)?;
        let wished: Option<MeetingId> = named("meetingId", input.meeting_id.as_ref())?;
        let about = (group, wished);
        let row = service::submit_item(app_of(ctx), caller_of(ctx), about, input.text.read()?).await?;
        Ok(AgendaItemSubmitPayload { item: row.into() })
    }

    /// Puts an item on an agenda at once. Chair, secretary and coordinators.
    /// Errors: `NOT_FOUND`, `VALIDATION`, `STATE_FORBIDS`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn agenda_item_add(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The item.")] input: AgendaItemAddInput,
    ) -> ApiResult<AgendaItemAddPayload> {
        let meeting: MeetingId = parse_id(&input.meeting_id)?;
        let about = (meeting, named("parentId", input.parent_id.as_ref())?);
        let row = service::add_item(app_of(ctx), caller_of(ctx), about, input.text.read()?).await?;
        Ok(AgendaItemAddPayload { item: row.into() })
    }

    /// Changes what an item says. Chair, secretary and coordinators; while it waits, also whoever handed it in.
    /// Errors: `NOT_FOUND`, `VALIDATION`, `CONFLICT`, `STATE_FORBIDS`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn agenda_item_update(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The changed item.")] input: AgendaItemUpdateInput,
    ) -> ApiResult<AgendaItemUpdatePayload> {
        let about = (parse_id::<AgendaItemId>(&input.id)?, input.version);
        let row = service::change_item(app_of(ctx), caller_of(ctx), about, input.text.read()?).await?;
        Ok(AgendaItemUpdatePayload { item: row.into() })
    }

    /// Puts an item that was handed in at the end of an agenda. Chair, secretary and coordinators.
    /// Errors: `NOT_FOUND`, `VALIDATION`, `CONFLICT`, `STATE_FORBIDS`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn agenda_item_schedule(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which, and on which agenda.")] input: AgendaItemScheduleInput,
    ) -> ApiResult<AgendaItemSchedulePayload> {
        let about = (parse_id::<AgendaItemId>(&input.id)?, input.version);
        let meeting: MeetingId = parse_id(&input.meeting_id)?;
        let row = service::schedule_item(app_of(ctx), caller_of(ctx), about, meeting).await?;
        Ok(AgendaItemSchedulePayload { item: row.into() })
    }

    /// Gives an item another place on its agenda. Chair, secretary and coordinators. Errors: `NOT_FOUND`,
    /// `VALIDATION`, `CONFLICT`, `STATE_FORBIDS` (also with `state` `has_parts`), `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn agenda_item_move(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which, and where.")] input: AgendaItemMoveInput,
    ) -> ApiResult<AgendaItemMovePayload> {
        let about = (parse_id::<AgendaItemId>(&input.id)?, input.version);
        let to = (named("parentId", input.parent_id.as_ref())?, input.position);
        let row = service::move_item(app_of(ctx), caller_of(ctx), about, to).await?;
        Ok(AgendaItemMovePayload { item: row.into() })
    }

    /// Takes an item back. Chair, secretary and coordinators, and whoever handed it in. Errors: `NOT_FOUND`,
    /// `VALIDATION`, `CONFLICT`, `STATE_FORBIDS` (also with `state` `has_parts`), `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn agenda_item_withdraw(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which, and why.")] input: AgendaItemEndInput,
    ) -> ApiResult<AgendaItemWithdrawPayload> {
        let about = (parse_id::<AgendaItemId>(&input.id)?, input.version);
        let row = service::withdraw_item(app_of(ctx), caller_of(ctx), about, &input.reason).await?;
        Ok(AgendaItemWithdrawPayload { item: row.into() })
    }

    /// Puts an item off to a later meeting. Chair, secretary and coordinators. Errors: `NOT_FOUND`,
    /// `VALIDATION`, `CONFLICT`, `STATE_FORBIDS` (also with `state` `has_parts`), `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn agenda_item_defer(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which, and why.")] input: AgendaItemEndInput,
    ) -> ApiResult<AgendaItemDeferPayload> {
        let about = (parse_id::<AgendaItemId>(&input.id)?, input.version);
        let row = service::defer_item(app_of(ctx), caller_of(ctx), about, &input.reason).await?;
        Ok(AgendaItemDeferPayload { item: row.into() })
    }
}
