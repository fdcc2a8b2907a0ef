//! A task.

use async_graphql::{Context, ID, Object, SimpleObject};
use verbund_shared::{
    id::{GroupId, PersonId, TaskId},
    tasks::{TaskAssignment, TaskPriority, TaskRecurrenceUnit, TaskSourceKind, TaskState},
};

use super::{
    loader::{ChecklistOf, CommentCountOf, GroupById, MilestoneById, RequestLoader, WatchersOf},
    parts::ChecklistItem,
};
use crate::{
    authz::{Action, Facts, may},
    graphql::{ApiResult, Date, DateTime, app_of, caller_of},
    groups::{
        graphql::{Group, GroupLoader, GroupPerson, Milestone, person},
        store::GroupRow,
    },
    markdown,
    organisations::graphql::{Organisation, OrganisationLoader},
    tasks::{
        rules::moves::{Act, after, is_overdue},
        service::{person_facts, work_facts},
        store::{ItemRow, TaskRow},
    },
};

/// A task of a group.
pub struct Task {
    row: TaskRow,
}

impl From<TaskRow> for Task {
    fn from(row: TaskRow) -> Self {
        Self { row }
    }
}

impl Task {
    async fn group_row(&self, ctx: &Context<'_>) -> ApiResult<Option<GroupRow>> {
        ctx.data_unchecked::<RequestLoader>().load_one(GroupById(self.row.group_id)).await
    }

    async fn items(&self, ctx: &Context<'_>) -> ApiResult<Vec<ItemRow>> {
        let loader = ctx.data_unchecked::<RequestLoader>();
        Ok(loader.load_one(ChecklistOf(self.row.id)).await?.unwrap_or_default())
    }
}

/// How often a task comes again after it is done.
#[derive(SimpleObject)]
pub struct TaskRecurrence {
    /// Days, weeks, months or years.
    unit: TaskRecurrenceUnit,
    /// How many of them lie between two.
    every: i32,
}

/// What a task comes from.
#[derive(SimpleObject)]
pub struct TaskSource {
    /// Which kind of thing; the field of that kind is set.
    kind: TaskSourceKind,
    /// The milestone.
    milestone: Option<Milestone>,
}

/// What the person who asks may do with a task now.
#[derive(SimpleObject)]
pub struct TaskViewerCan {
    /// Change what it says, and its checklist.
    edit: bool,
    /// Ask somebody to take it, or say that nobody has it.
    assign: bool,
    /// Take it.
    take: bool,
    /// Confirm that one does it.
    confirm: bool,
    /// Give it back.
    give_back: bool,
    /// Move its card, within its column or into another.
    #[graphql(name = "move")]
    moves: bool,
    /// Say why it cannot go on.
    block: bool,
    /// Say that it can go on.
    unblock: bool,
    /// Give it up.
    cancel: bool,
    /// Take it up again.
    reopen: bool,
    /// Write a comment.
    comment: bool,
}

/// A task of a group. Those who see what is inside the group see its tasks.
#[Object]
impl Task {
    /// Opaque id.
    async fn id(&self) -> ID {
        TaskId(self.row.id).into()
    }

    /// Its group.
    async fn group(&self, ctx: &Context<'_>) -> ApiResult<Option<Group>> {
        Ok(self.group_row(ctx).await?.map(Into::into))
    }

    /// What is to be done, in one line.
    async fn title(&self) -> &str {
        &self.row.title
    }

    /// More about it, in Markdown as it was written; may be empty.
    async fn text(&self) -> &str {
        &self.row.text
    }

    /// The text as safe HTML.
    async fn text_html(&self) -> String {
        markdown::to_html(&self.row.text)
    }

    /// By when; null where nothing presses.
    async fn due(&self) -> Option<Date> {
        self.row.due.map(Into::into)
    }

    /// Whether it should have been done.
    async fn overdue(&self, ctx: &Context<'_>) -> bool {
        is_overdue(self.row.state, self.row.due, app_of(ctx).today())
    }

    /// How urgent it is.
    async fn priority(&self) -> TaskPriority {
        self.row.priority
    }

    /// Where it stands.
    async fn state(&self) -> TaskState {
        self.row.state
    }

    /// Whether something keeps it from going on.
    async fn blocked(&self) -> bool {
        self.row.blocked
    }

    /// What keeps it; empty where nothing does.
    async fn blocked_reason(&self) -> &str {
        &self.row.blocked_reason
    }

    /// The accountable organisation.
    async fn organisation(&self, ctx: &Context<'_>) -> ApiResult<Option<Organisation>> {
        let Some(id) = self.row.organisation_id else { return Ok(None) };
        Ok(OrganisationLoader::organisation(ctx, id).await?.map(Into::into))
    }

    /// Who is responsible, asked or confirmed; null where nobody is.
    async fn responsible(&self, ctx: &Context<'_>) -> ApiResult<Option<GroupPerson>> {
        person(ctx, self.row.responsible_id).await
    }

    /// Whether the responsible person knows and wants it.
    async fn assignment(&self) -> TaskAssignment {
        self.row.assignment
    }

    /// What was written when asking, or why it was given back; may be empty.
    async fn assignment_text(&self) -> &str {
        &self.row.assignment_text
    }

    /// Who asked, or took it.
    async fn assigned_by(&self, ctx: &Context<'_>) -> ApiResult<Option<GroupPerson>> {
        person(ctx, self.row.assigned_by).await
    }

    /// Who gave it back last; null where it was not.
    async fn returned_by(&self, ctx: &Context<'_>) -> ApiResult<Option<GroupPerson>> {
        person(ctx, self.row.returned_by).await
    }

    /// How often it comes again; null: once.
    async fn recurrence(&self) -> Option<TaskRecurrence> {
        let recurrence = self.row.recurrence()?;
        Some(TaskRecurrence { unit: recurrence.unit, every: recurrence.every })
    }

    /// What it comes from; null where somebody made it just so.
    async fn source(&self, ctx: &Context<'_>) -> ApiResult<Option<TaskSource>> {
        let Some(id) = self.row.milestone_id else { return Ok(None) };
        let row = ctx.data_unchecked::<RequestLoader>().load_one(MilestoneById(id)).await?;
        let open = self.group_row(ctx).await?.is_some_and(|group| !group.state.is_final());
        let milestone = row.map(|row| Milestone::new(row, caller_of(ctx).clone(), open));
        Ok(Some(TaskSource { kind: TaskSourceKind::Milestone, milestone }))
    }

    /// Its checklist, in its order.
    async fn checklist(&self, ctx: &Context<'_>) -> ApiResult<Vec<ChecklistItem>> {
        Ok(self.items(ctx).await?.into_iter().map(Into::into).collect())
    }

    /// How many entries of its checklist are ticked.
    async fn checklist_done(&self, ctx: &Context<'_>) -> ApiResult<usize> {
        Ok(self.items(ctx).await?.iter().filter(|item| item.done).count())
    }

    /// How many entries its checklist has.
    async fn checklist_total(&self, ctx: &Context<'_>) -> ApiResult<usize> {
        Ok(self.items(ctx).await?.len())
    }

    /// How many comments it has; `taskComments` lists them.
    async fn comment_count(&self, ctx: &Context<'_>) -> ApiResult<i64> {
        let loader = ctx.data_unchecked::<RequestLoader>();
        Ok(loader.load_one(CommentCountOf(self.row.id)).await?.unwrap_or_default())
    }

    /// Who watches it.
    async fn watchers(&self, ctx: &Context<'_>) -> ApiResult<Vec<GroupPerson>> {
        let loader = ctx.data_unchecked::<RequestLoader>();
        let ids = loader.load_one(WatchersOf(self.row.id)).await?.unwrap_or_default();
        GroupLoader::load_people(ctx, ids.clone()).await?;
        let mut people = Vec::new();
        for id in ids {
            people.extend(person(ctx, Some(id)).await?);
        }
        Ok(people)
    }

    /// Whether the person who asks watches it.
    async fn watching(&self, ctx: &Context<'_>) -> ApiResult<bool> {
        let loader = ctx.data_unchecked::<RequestLoader>();
        let ids = loader.load_one(WatchersOf(self.row.id)).await?.unwrap_or_default();
        let me = caller_of(ctx).actor.person_id();
        Ok(ids.into_iter().any(|id| Some(PersonId(id)) == me))
    }

    /// When it was done or given up.
    async fn closed_on(&self) -> Option<Date> {
        self.row.closed_on.map(Into::into)
    }

    /// Why it was given up; empty where it was not.
    async fn closed_reason(&self) -> &str {
        &self.row.closed_reason
    }

    /// Who made it; null where the program did.
    async fn created_by(&self, ctx: &Context<'_>) -> ApiResult<Option<GroupPerson>> {
        person(ctx, self.row.created_by).await
    }

    /// When it was made.
    async fn created_at(&self) -> DateTime {
        self.row.created_at.into()
    }

    /// When it was last changed or moved.
    async fn updated_at(&self) -> DateTime {
        self.row.updated_at.into()
    }

    /// Grows with each change and each move; an edit says which one it is based on. Checklist and
    /// comments have versions of their own.
    async fn version(&self) -> i32 {
        self.row.version
    }

    /// What the person who asks may do now.
    async fn viewer_can(&self, ctx: &Context<'_>) -> ApiResult<TaskViewerCan> {
        let (row, caller) = (&self.row, caller_of(ctx));
        let open = self.group_row(ctx).await?.is_some_and(|group| !group.state.is_final());
        let lets = |act| open && after(row.state, row.blocked, act).is_ok();
        let works = may(caller, Action::TaskWork, &work_facts(caller, row));
        let makes = may(caller, Action::TaskMake, &Facts::group(GroupId(row.group_id)));
        let answers = may(caller, Action::TaskAnswer, &person_facts(row, row.responsible_id));
        Ok(TaskViewerCan {
            edit: works && lets(Act::Change),
            assign: works && lets(Act::Change),
            take: makes && row.responsible_id.is_none() && lets(Act::Change),
            confirm: answers && row.assignment == TaskAssignment::Asked && lets(Act::Change),
            give_back: answers && lets(Act::Change),
            moves: works && open && row.state.can_move_to(row.state),
            block: works && lets(Act::Block),
            unblock: works && lets(Act::Unblock),
            cancel: works && lets(Act::Cancel),
            reopen: works && lets(Act::Reopen),
            comment: makes && open,
        })
    }
}
