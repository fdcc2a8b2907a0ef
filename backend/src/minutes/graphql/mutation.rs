//! Writing minutes, and what becomes of them.

use async_graphql::{Context, Object};
use verbund_shared::id::{ActionLineId, AgendaItemId, MeetingId, ObjectionId};

use super::{
    inputs::*,
    objects::Minutes,
    parts::{MinutesAction, MinutesEntry, MinutesObjection},
};
use crate::{
    graphql::{ApiResult, app_of, caller_of, parse_id},
    minutes::{
        service::{self, NewObjection},
        store::ObjectionRow,
    },
};

/// Writing minutes, and what becomes of them.
#[derive(Default)]
pub struct MinutesMutation;

async fn minutes(ctx: &Context<'_>, id: MeetingId) -> ApiResult<Minutes> {
    Ok(Minutes(service::get(app_of(ctx), caller_of(ctx), id).await?))
}

async fn objection(ctx: &Context<'_>, row: ObjectionRow) -> ApiResult<MinutesObjection> {
    let item = service::get_item(app_of(ctx), caller_of(ctx), AgendaItemId(row.item_id)).await?;
    Ok(MinutesObjection { row, item: Some(item), works: true })
}

#[Object]
impl MinutesMutation {
    /// Keeps what is written to an item; the first save begins the minutes. While they are a draft, from the
    /// day of the meeting on. Whoever writes the minutes.
    /// Errors: `NOT_FOUND`, `VALIDATION`, `CONFLICT`, `STATE_FORBIDS`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn minutes_save(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What is written.")] input: MinutesSaveInput,
    ) -> ApiResult<MinutesSavePayload> {
        let id: AgendaItemId = parse_id(&input.item_id)?;
        let (app, caller) = (app_of(ctx), caller_of(ctx));
        let texts = (input.text.as_str(), input.internal_text.as_str());
        let (row, actions) = service::save(app, caller, (id, input.version), texts).await?;
        let item = service::get_item(app, caller, id).await?;
        Ok(MinutesSavePayload { entry: MinutesEntry { item, row: Some(row), actions } })
    }

    /// Adds an action line to an item. Whoever writes the minutes.
    /// Errors: `NOT_FOUND`, `VALIDATION`, `STATE_FORBIDS`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn minutes_action_add(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The action line.")] input: MinutesActionAddInput,
    ) -> ApiResult<MinutesActionAddPayload> {
        let id: AgendaItemId = parse_id(&input.item_id)?;
        let row = service::add_action(app_of(ctx), caller_of(ctx), id, input.action.read()?).await?;
        Ok(MinutesActionAddPayload { action: MinutesAction(row) })
    }

    /// Changes an action line that is no task yet (`STATE_FORBIDS` with `state` `task`). Whoever writes the
    /// minutes.
    /// Errors: `NOT_FOUND`, `VALIDATION`, `CONFLICT`, `STATE_FORBIDS`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn minutes_action_change(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The action line.")] input: MinutesActionChangeInput,
    ) -> ApiResult<MinutesActionChangePayload> {
        let id: ActionLineId = parse_id(&input.id)?;
        let (about, new) = ((id, input.version), input.action.read()?);
        let row = service::change_action(app_of(ctx), caller_of(ctx), about, new).await?;
        Ok(MinutesActionChangePayload { action: MinutesAction(row) })
    }

    /// Removes an action line that is no task yet (`STATE_FORBIDS` with `state` `task`). Whoever writes the
    /// minutes.
    /// Errors: `NOT_FOUND`, `CONFLICT`, `STATE_FORBIDS`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn minutes_action_remove(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The action line.")] input: MinutesActionRemoveInput,
    ) -> ApiResult<MinutesActionRemovePayload> {
        let id: ActionLineId = parse_id(&input.id)?;
        service::remove_action(app_of(ctx), caller_of(ctx), (id, input.version)).await?;
        Ok(MinutesActionRemovePayload { id: input.id })
    }

    /// Freezes the text as the next version, to which participants may object until a day; action lines
    /// become tasks. May be begun anew while it runs. Whoever writes the minutes.
    /// Errors: `NOT_FOUND`, `VALIDATION`, `CONFLICT`, `STATE_FORBIDS`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn minutes_review(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which, and until when.")] input: MinutesReviewInput,
    ) -> ApiResult<MinutesReviewPayload> {
        let id: MeetingId = parse_id(&input.meeting_id)?;
        service::review(app_of(ctx), caller_of(ctx), (id, input.version), input.until.0).await?;
        Ok(MinutesReviewPayload { minutes: minutes(ctx, id).await? })
    }

    /// Objects to a paragraph of the newest version until the last day of the review (`STATE_FORBIDS` with
    /// `state` `review_over` afterwards). Those who work in the group.
    /// Errors: `NOT_FOUND`, `VALIDATION`, `CONFLICT`, `STATE_FORBIDS`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn minutes_object(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The objection.")] input: MinutesObjectInput,
    ) -> ApiResult<MinutesObjectPayload> {
        let id: MeetingId = parse_id(&input.meeting_id)?;
        let new = NewObjection {
            number: input.version_number,
            item: parse_id(&input.item_id)?,
            paragraph: input.paragraph,
            proposed: input.proposed_text,
            comment: input.comment,
        };
        let row = service::object(app_of(ctx), caller_of(ctx), id, new).await?;
        Ok(MinutesObjectPayload { objection: objection(ctx, row).await? })
    }

    /// Takes the proposed text over into the paragraph, or answers why it stays (`STATE_FORBIDS` with `state`
    /// `paragraph_changed` where it was changed since). Whoever writes the minutes.
    /// Errors: `NOT_FOUND`, `VALIDATION`, `CONFLICT`, `STATE_FORBIDS`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn minutes_objection_answer(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What becomes of it.")] input: MinutesObjectionAnswerInput,
    ) -> ApiResult<MinutesObjectionAnswerPayload> {
        let id: ObjectionId = parse_id(&input.id)?;
        let about = (id, input.version);
        let row = service::answer(app_of(ctx), caller_of(ctx), about, input.accept, &input.answer).await?;
        Ok(MinutesObjectionAnswerPayload { objection: objection(ctx, row).await? })
    }

    /// Takes one's own objection back while nobody has answered it.
    /// Errors: `NOT_FOUND`, `CONFLICT`, `STATE_FORBIDS`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn minutes_objection_withdraw(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which.")] input: MinutesObjectionWithdrawInput,
    ) -> ApiResult<MinutesObjectionWithdrawPayload> {
        let id: ObjectionId = parse_id(&input.id)?;
        let row = service::withdraw(app_of(ctx), caller_of(ctx), (id, input.version)).await?;
        Ok(MinutesObjectionWithdrawPayload { objection: objection(ctx, row).await? })
    }

    /// Makes minutes final of which nothing is missing (`STATE_FORBIDS` with `state` `gaps` otherwise). Their
    /// approval puts itself on the next agenda, unless the rules approve by silence. Whoever writes the
    /// minutes.
    /// Errors: `NOT_FOUND`, `CONFLICT`, `STATE_FORBIDS`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn minutes_finalise(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which.")] input: MinutesFinaliseInput,
    ) -> ApiResult<MinutesFinalisePayload> {
        let id: MeetingId = parse_id(&input.meeting_id)?;
        service::finalise(app_of(ctx), caller_of(ctx), (id, input.version)).await?;
        Ok(MinutesFinalisePayload { minutes: minutes(ctx, id).await? })
    }

    /// Signs final minutes, once (`STATE_FORBIDS` with `state` `signed`): who chaired the meeting, and who
    /// wrote the minutes.
    /// Errors: `NOT_FOUND`, `CONFLICT`, `STATE_FORBIDS`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn minutes_sign(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which version.")] input: MinutesSignInput,
    ) -> ApiResult<MinutesSignPayload> {
        let id: MeetingId = parse_id(&input.meeting_id)?;
        let about = (id, input.version);
        service::sign(app_of(ctx), caller_of(ctx), about, input.version_number).await?;
        Ok(MinutesSignPayload { minutes: minutes(ctx, id).await? })
    }

    /// Approves minutes of which a later meeting has decided so (`STATE_FORBIDS` with `state`
    /// `approval_missing` otherwise); their meeting is completed. Whoever writes the minutes.
    /// Errors: `NOT_FOUND`, `CONFLICT`, `STATE_FORBIDS`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn minutes_approve(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which.")] input: MinutesApproveInput,
    ) -> ApiResult<MinutesApprovePayload> {
        let id: MeetingId = parse_id(&input.meeting_id)?;
        service::approve(app_of(ctx), caller_of(ctx), (id, input.version)).await?;
        Ok(MinutesApprovePayload { minutes: minutes(ctx, id).await? })
    }

    /// Begins a draft of final minutes again, with the reason; what was approved ends as an amendment. All
    /// versions stay. Whoever writes the minutes.
    /// Errors: `NOT_FOUND`, `VALIDATION`, `CONFLICT`, `STATE_FORBIDS`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn minutes_amend(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which, and why.")] input: MinutesAmendInput,
    ) -> ApiResult<MinutesAmendPayload> {
        let id: MeetingId = parse_id(&input.meeting_id)?;
        service::amend(app_of(ctx), caller_of(ctx), (id, input.version), &input.reason).await?;
        Ok(MinutesAmendPayload { minutes: minutes(ctx, id).await? })
    }
}
