//! Changing tasks: what they say, who is responsible, where their cards lie.

use async_graphql::{Context, Object};
use verbund_shared::id::{GroupId, PersonId, TaskId};

use super::inputs::*;
use crate::{
    graphql::{ApiResult, app_of, caller_of, parse_id},
    tasks::service::{self, NewTask, reference},
};

/// Changing tasks.
#[derive(Default)]
pub struct TasksMutation;

#[Object]
impl TasksMutation {
    /// Makes a task in a group; its card lies at the end of the first column. Those who work in the group, and
    /// coordinators.
    /// Errors: `NOT_FOUND`, `VALIDATION`, `STATE_FORBIDS`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn task_create(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The new task.")] input: TaskCreateInput,
    ) -> ApiResult<TaskCreatePayload> {
        let responsible: Option<PersonId> =
            input.responsible_id.map(|id| reference("responsibleId", &id)).transpose()?;
        let new = NewTask {
            group: parse_id::<GroupId>(&input.group_id)?,
            text: input.task.read()?,
            responsible,
            message: input.message,
            checklist: input.checklist,
        };
        let row = service::create(app_of(ctx), caller_of(ctx), new).await?;
        Ok(TaskCreatePayload { task: row.into() })
    }

    /// Changes what a task says; all of it is replaced. Chair, secretary, coordinators, whoever is responsible and whoever made it.
    /// Errors: `NOT_FOUND`, `VALIDATION`, `CONFLICT`, `STATE_FORBIDS`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn task_change(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The changed task.")] input: TaskChangeInput,
    ) -> ApiResult<TaskChangePayload> {
        let id: TaskId = parse_id(&input.id)?;
        let text = input.task.read()?;
        let row = service::change(app_of(ctx), caller_of(ctx), id, text, input.version).await?;
        Ok(TaskChangePayload { task: row.into() })
    }

    /// Asks somebody to take a task, takes it oneself, or says that nobody has it.
    /// Chair, secretary, coordinators, whoever is responsible and whoever made it.
    /// Errors: `NOT_FOUND`, `VALIDATION`, `CONFLICT`, `STATE_FORBIDS`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn task_assign(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Who is asked.")] input: TaskAssignInput,
    ) -> ApiResult<TaskAssignPayload> {
        let id: TaskId = parse_id(&input.id)?;
        let to: Option<PersonId> = input.person_id.map(|id| reference("personId", &id)).transpose()?;
        let given = (to, input.message.as_str());
        let row = service::assign(app_of(ctx), caller_of(ctx), id, given, input.version).await?;
        Ok(TaskAssignPayload { task: row.into() })
    }

    /// Takes a task that nobody has. Those who work in the group, and coordinators.
    /// Errors: `NOT_FOUND`, `CONFLICT`, `STATE_FORBIDS`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn task_take(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The task.")] input: TaskTakeInput,
    ) -> ApiResult<TaskTakePayload> {
        let id: TaskId = parse_id(&input.id)?;
        let row = service::take(app_of(ctx), caller_of(ctx), id, input.version).await?;
        Ok(TaskTakePayload { task: row.into() })
    }

    /// Confirms that one does what one was asked to do.
    /// Errors: `NOT_FOUND`, `CONFLICT`, `STATE_FORBIDS`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn task_confirm(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The task.")] input: TaskConfirmInput,
    ) -> ApiResult<TaskConfirmPayload> {
        let id: TaskId = parse_id(&input.id)?;
        let row = service::confirm(app_of(ctx), caller_of(ctx), id, input.version).await?;
        Ok(TaskConfirmPayload { task: row.into() })
    }

    /// Gives back what one was asked to do, or has confirmed before, with a word to whoever asked.
    /// Errors: `NOT_FOUND`, `VALIDATION`, `CONFLICT`, `STATE_FORBIDS`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn task_return(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The task, and why.")] input: TaskReturnInput,
    ) -> ApiResult<TaskReturnPayload> {
        let id: TaskId = parse_id(&input.id)?;
        let row = service::give_back(app_of(ctx), caller_of(ctx), id, &input.reason, input.version).await?;
        Ok(TaskReturnPayload { task: row.into() })
    }

    /// Moves a card within its column or into another. What comes again is made anew when it is done, once.
    /// Chair, secretary, coordinators, whoever is responsible and whoever made it.
    /// Errors: `NOT_FOUND`, `VALIDATION`, `CONFLICT`, `STATE_FORBIDS`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn task_move(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Where to.")] input: TaskMoveInput,
    ) -> ApiResult<TaskMovePayload> {
        let id: TaskId = parse_id(&input.id)?;
        let after: Option<TaskId> = input.after_id.map(|id| reference("afterId", &id)).transpose()?;
        let place = (input.state, after);
        let moved = service::move_card(app_of(ctx), caller_of(ctx), id, place, input.version).await?;
        Ok(TaskMovePayload { task: moved.task.into(), successor: moved.successor.map(Into::into) })
    }

    /// Says why a task cannot go on, or gives another reason. Chair, secretary, coordinators, whoever is responsible and whoever made it.
    /// Errors: `NOT_FOUND`, `VALIDATION`, `CONFLICT`, `STATE_FORBIDS`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn task_block(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The task, and why.")] input: TaskBlockInput,
    ) -> ApiResult<TaskBlockPayload> {
        let id: TaskId = parse_id(&input.id)?;
        let row = service::block(app_of(ctx), caller_of(ctx), id, &input.reason, input.version).await?;
        Ok(TaskBlockPayload { task: row.into() })
    }

    /// Says that a task can go on. Chair, secretary, coordinators, whoever is responsible and whoever made it.
    /// Errors: `NOT_FOUND`, `CONFLICT`, `STATE_FORBIDS`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn task_unblock(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The task.")] input: TaskUnblockInput,
    ) -> ApiResult<TaskUnblockPayload> {
        let id: TaskId = parse_id(&input.id)?;
        let row = service::unblock(app_of(ctx), caller_of(ctx), id, input.version).await?;
        Ok(TaskUnblockPayload { task: row.into() })
    }

    /// Gives a task up, with the reason. Chair, secretary, coordinators, whoever is responsible and whoever made it.
    /// Errors: `NOT_FOUND`, `VALIDATION`, `CONFLICT`, `STATE_FORBIDS`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn task_cancel(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The task, and why.")] input: TaskCancelInput,
    ) -> ApiResult<TaskCancelPayload> {
        let id: TaskId = parse_id(&input.id)?;
        let row = service::cancel(app_of(ctx), caller_of(ctx), id, &input.reason, input.version).await?;
        Ok(TaskCancelPayload { task: row.into() })
    }

    /// Takes up again what was done or given up. Chair, secretary, coordinators, whoever is responsible and whoever made it.
    /// Errors: `NOT_FOUND`, `CONFLICT`, `STATE_FORBIDS`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn task_reopen(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The task.")] input: TaskReopenInput,
    ) -> ApiResult<TaskReopenPayload> {
        let id: TaskId = parse_id(&input.id)?;
        let row = service::reopen(app_of(ctx), caller_of(ctx), id, input.version).await?;
        Ok(TaskReopenPayload { task: row.into() })
    }

    /// Watches a task: one hears of comments and of its end. Whoever does already, goes on.
    /// Those who see it.
    /// Errors: `NOT_FOUND`, `UNAUTHENTICATED`.
    async fn task_watch(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The task.")] input: TaskWatchInput,
    ) -> ApiResult<TaskWatchPayload> {
        let id: TaskId = parse_id(&input.id)?;
        let row = service::set_watching(app_of(ctx), caller_of(ctx), id, true).await?;
        Ok(TaskWatchPayload { task: row.into() })
    }

    /// Does not watch a task any more. Those who see it.
    /// Errors: `NOT_FOUND`, `UNAUTHENTICATED`.
    async fn task_unwatch(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The task.")] input: TaskUnwatchInput,
    ) -> ApiResult<TaskUnwatchPayload> {
        let id: TaskId = parse_id(&input.id)?;
        let row = service::set_watching(app_of(ctx), caller_of(ctx), id, false).await?;
        Ok(TaskUnwatchPayload { task: row.into() })
    }
}
