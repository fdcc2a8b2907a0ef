//! Changing what belongs to tasks: checklists and comments.

use async_graphql::{Context, ID, Object};
use verbund_shared::id::{ChecklistItemId, PersonId, TaskCommentId, TaskId};

use super::{inputs::*, query::comment};
use crate::{
    error::ServiceResult,
    graphql::{ApiResult, app_of, caller_of, parse_id},
    tasks::service::{self, NewComment, reference},
};

fn written(body: String, mentions: &[ID]) -> ServiceResult<NewComment> {
    let mentions: Vec<PersonId> =
        mentions.iter().map(|id| reference("mentions", id)).collect::<ServiceResult<_>>()?;
    Ok(NewComment { body, mentions })
}

/// Changing what belongs to tasks.
#[derive(Default)]
pub struct TaskPartsMutation;

#[Object]
impl TaskPartsMutation {
    /// Adds an entry at the end of a checklist. Chair, secretary, coordinators, whoever is responsible and whoever made it.
    /// Errors: `NOT_FOUND`, `VALIDATION`, `STATE_FORBIDS`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn task_checklist_add(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The new entry.")] input: TaskChecklistAddInput,
    ) -> ApiResult<TaskChecklistAddPayload> {
        let id: TaskId = parse_id(&input.task_id)?;
        let row = service::add_item(app_of(ctx), caller_of(ctx), id, &input.text).await?;
        Ok(TaskChecklistAddPayload { task: row.into() })
    }

    /// Changes what an entry says. Chair, secretary, coordinators, whoever is responsible and whoever made it.
    /// Errors: `NOT_FOUND`, `VALIDATION`, `CONFLICT`, `STATE_FORBIDS`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn task_checklist_change(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The changed entry.")] input: TaskChecklistChangeInput,
    ) -> ApiResult<TaskChecklistChangePayload> {
        let id: ChecklistItemId = parse_id(&input.id)?;
        let row = service::change_item(app_of(ctx), caller_of(ctx), id, &input.text, input.version).await?;
        Ok(TaskChecklistChangePayload { task: row.into() })
    }

    /// Ticks an entry, or takes the tick away; where somebody else has just done so, nothing happens.
    /// Chair, secretary, coordinators, whoever is responsible and whoever made it.
    /// Errors: `NOT_FOUND`, `CONFLICT`, `STATE_FORBIDS`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn task_checklist_tick(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The entry.")] input: TaskChecklistTickInput,
    ) -> ApiResult<TaskChecklistTickPayload> {
        let id: ChecklistItemId = parse_id(&input.id)?;
        let row = service::tick_item(app_of(ctx), caller_of(ctx), id, input.done, input.version).await?;
        Ok(TaskChecklistTickPayload { task: row.into() })
    }

    /// Moves an entry below another, or to the top. Chair, secretary, coordinators, whoever is responsible and whoever made it.
    /// Errors: `NOT_FOUND`, `VALIDATION`, `CONFLICT`, `STATE_FORBIDS`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn task_checklist_move(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Where to.")] input: TaskChecklistMoveInput,
    ) -> ApiResult<TaskChecklistMovePayload> {
        let id: ChecklistItemId = parse_id(&input.id)?;
        let after: Option<ChecklistItemId> =
            input.after_id.map(|id| reference("afterId", &id)).transpose()?;
        let row = service::move_item(app_of(ctx), caller_of(ctx), id, after, input.version).await?;
        Ok(TaskChecklistMovePayload { task: row.into() })
    }

    /// Removes an entry. Chair, secretary, coordinators, whoever is responsible and whoever made it.
    /// Errors: `NOT_FOUND`, `CONFLICT`, `STATE_FORBIDS`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn task_checklist_remove(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The entry.")] input: TaskChecklistRemoveInput,
    ) -> ApiResult<TaskChecklistRemovePayload> {
        let id: ChecklistItemId = parse_id(&input.id)?;
        let row = service::remove_item(app_of(ctx), caller_of(ctx), id, input.version).await?;
        Ok(TaskChecklistRemovePayload { task: row.into() })
    }

    /// Writes a comment; those who are mentioned get a mail. Those who work in the group, and coordinators.
    /// Errors: `NOT_FOUND`, `VALIDATION`, `STATE_FORBIDS`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn task_comment_add(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The new comment.")] input: TaskCommentAddInput,
    ) -> ApiResult<TaskCommentAddPayload> {
        let id: TaskId = parse_id(&input.task_id)?;
        let new = written(input.body, &input.mentions)?;
        let (task, row) = service::add_comment(app_of(ctx), caller_of(ctx), id, new).await?;
        let comment = comment(ctx, &task, row).await?;
        Ok(TaskCommentAddPayload { task: task.into(), comment })
    }

    /// Changes one's own comment; only those who were not mentioned before get a mail.
    /// Errors: `NOT_FOUND`, `VALIDATION`, `CONFLICT`, `STATE_FORBIDS`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn task_comment_change(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The changed comment.")] input: TaskCommentChangeInput,
    ) -> ApiResult<TaskCommentChangePayload> {
        let id: TaskCommentId = parse_id(&input.id)?;
        let new = written(input.body, &input.mentions)?;
        let (task, row) =
            service::change_comment(app_of(ctx), caller_of(ctx), id, new, input.version).await?;
        let comment = comment(ctx, &task, row).await?;
        Ok(TaskCommentChangePayload { task: task.into(), comment })
    }

    /// Removes a comment: one's own, or any as chair, secretary or coordinator.
    /// Errors: `NOT_FOUND`, `CONFLICT`, `STATE_FORBIDS`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn task_comment_remove(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The comment.")] input: TaskCommentRemoveInput,
    ) -> ApiResult<TaskCommentRemovePayload> {
        let id: TaskCommentId = parse_id(&input.id)?;
        let row = service::remove_comment(app_of(ctx), caller_of(ctx), id, input.version).await?;
        Ok(TaskCommentRemovePayload { task: row.into() })
    }
}
