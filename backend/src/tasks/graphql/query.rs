//! Reading tasks.

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use uuid::Uuid;
use verbund_shared::{
    id::{GroupId, OrganisationId, PersonId, TaskId},
    tasks::{TaskAssignment, TaskOrder, TaskState},
};

use super::{
    loader::{GroupById, MentionsOf, RequestLoader, TaskLoader},
    objects::Task,
    parts::TaskComment,
};
use crate::{
    graphql::{ApiResult, CursorPage, PageInfo, app_of, caller_of, list_complexity, parse_id},
    groups::{
        graphql::{Group, GroupLoader},
        store::GroupRow,
    },
    tasks::{
        service::{self, Comments},
        store::{CommentKey, CommentRow, TaskFilter, TaskKey, TaskRow, TaskSort},
    },
};

/// Which tasks are asked for.
#[derive(InputObject, Default)]
pub struct TaskFilterInput {
    /// Only this group's. On a board it is that of the board.
    group_id: Option<ID>,
    /// Only these states; all where there is none. On a board it is that of the column.
    #[graphql(default)]
    states: Vec<TaskState>,
    /// Only those this person is responsible for.
    responsible_id: Option<ID>,
    /// Only those whose responsible person was asked, has confirmed, or gave them back.
    assignment: Option<TaskAssignment>,
    /// Only those this organisation is accountable for.
    organisation_id: Option<ID>,
    /// Only those the person who asks is responsible for.
    #[graphql(default)]
    mine: bool,
    /// Only those the person who asks made.
    #[graphql(default)]
    created_by_me: bool,
    /// Only those the person who asks watches.
    #[graphql(default)]
    watched_by_me: bool,
    /// Only those that should have been done.
    #[graphql(default)]
    overdue: bool,
    /// Only those that are blocked, or only those that are not.
    blocked: Option<bool>,
    /// Words that stand in title or text.
    #[graphql(default)]
    text: String,
}

impl TaskFilterInput {
    fn read(self, ctx: &Context<'_>) -> ApiResult<TaskFilter> {
        let me = caller_of(ctx).actor.person_id().map(|id| id.0);
        let group = self.group_id.map(|id| parse_id::<GroupId>(&id)).transpose()?;
        let responsible = self.responsible_id.map(|id| parse_id::<PersonId>(&id)).transpose()?;
        let organisation = self.organisation_id.map(|id| parse_id::<OrganisationId>(&id)).transpose()?;
        Ok(TaskFilter {
            visible: None,
            group: group.map(|id| id.0),
            states: self.states,
            responsible: if self.mine { me } else { responsible.map(|id| id.0) },
            assignment: self.assignment,
            organisation: organisation.map(|id| id.0),
            created_by: me.filter(|_| self.created_by_me),
            watched_by: me.filter(|_| self.watched_by_me),
            overdue: self.overdue.then(|| app_of(ctx).today()),
            blocked: self.blocked,
            text: self.text,
        })
    }
}

/// A task in a list.
#[derive(SimpleObject)]
pub struct TaskEdge {
    /// Where it stands in the list, for `after`.
    cursor: String,
    /// The task.
    node: Task,
}

/// A page of tasks.
pub struct TaskConnection {
    rows: Vec<TaskRow>,
    more: bool,
    filter: TaskFilter,
    sort: TaskSort,
}

impl TaskConnection {
    async fn load(
        ctx: &Context<'_>,
        (filter, sort): (TaskFilter, TaskSort),
        page: &CursorPage<TaskKey>,
    ) -> ApiResult<Self> {
        let (rows, more) = service::tasks(app_of(ctx), caller_of(ctx), (&filter, sort), page).await?;
        Ok(Self { rows, more, filter, sort })
    }

    fn cursor(&self, row: &TaskRow) -> String {
        CursorPage::cursor(&TaskKey::of(row, self.sort))
    }
}

/// A page of tasks.
#[Object]
impl TaskConnection {
    /// The tasks with their places.
    async fn edges(&self, ctx: &Context<'_>) -> ApiResult<Vec<TaskEdge>> {
        TaskLoader::preload(ctx, ctx.look_ahead().field("node"), &self.rows).await?;
        let edge = |row: &TaskRow| TaskEdge { cursor: self.cursor(row), node: row.clone().into() };
        Ok(self.rows.iter().map(edge).collect())
    }

    /// Where the page ends.
    async fn page_info(&self) -> PageInfo {
        PageInfo { has_next_page: self.more, end_cursor: self.rows.last().map(|row| self.cursor(row)) }
    }

    /// How many there are in all; counted only when asked for.
    async fn total_count(&self, ctx: &Context<'_>) -> ApiResult<u64> {
        Ok(service::tasks_count(app_of(ctx), caller_of(ctx), &self.filter).await?)
    }
}

/// A column of a board.
#[derive(SimpleObject)]
pub struct TaskColumn {
    /// The state of its tasks.
    state: TaskState,
    /// Its cards, from the top; more of them by `taskColumn`.
    tasks: TaskConnection,
}

/// A group's tasks as cards in columns.
pub struct TaskBoard {
    group: GroupRow,
    filter: TaskFilter,
    page: CursorPage<TaskKey>,
}

fn in_column(filter: &TaskFilter, group: Uuid, state: TaskState) -> (TaskFilter, TaskSort) {
    let filter = TaskFilter { group: Some(group), states: vec![state], ..filter.clone() };
    (filter, TaskSort::Place)
}

/// A group's tasks as cards in columns. What was given up is in no column.
#[Object]
impl TaskBoard {
    /// The group.
    async fn group(&self) -> Group {
        self.group.clone().into()
    }

    /// Open, in progress, done.
    async fn columns(&self, ctx: &Context<'_>) -> ApiResult<Vec<TaskColumn>> {
        let mut columns = Vec::new();
        for state in TaskState::COLUMNS {
            let wanted = in_column(&self.filter, self.group.id, state);
            columns.push(TaskColumn { state, tasks: TaskConnection::load(ctx, wanted, &self.page).await? });
        }
        // Loaded once for all columns; each finds it there.
        let asked = ctx.look_ahead().field("tasks").field("edges").field("node");
        let rows: Vec<TaskRow> = columns.iter().flat_map(|column| column.tasks.rows.clone()).collect();
        TaskLoader::preload(ctx, asked, &rows).await?;
        Ok(columns)
    }
}

/// A comment in a list.
#[derive(SimpleObject)]
pub struct TaskCommentEdge {
    /// Where it stands in the list, for `after`.
    cursor: String,
    /// The comment.
    node: TaskComment,
}

/// A page of a task's comments, the oldest first.
pub struct TaskCommentConnection(Comments);

fn comment_cursor(row: &CommentRow) -> String {
    CursorPage::cursor(&CommentKey { at: row.created_at, id: row.id })
}

/// A comment as the person who asks sees it.
pub(super) async fn comment(ctx: &Context<'_>, task: &TaskRow, row: CommentRow) -> ApiResult<TaskComment> {
    let group = ctx.data_unchecked::<RequestLoader>().load_one(GroupById(task.group_id)).await?;
    let open = group.is_some_and(|group| !group.state.is_final());
    Ok(TaskComment { row, task: task.clone(), caller: caller_of(ctx).clone(), open })
}

/// A page of a task's comments, the oldest first.
#[Object]
impl TaskCommentConnection {
    /// The comments with their places.
    async fn edges(&self, ctx: &Context<'_>) -> ApiResult<Vec<TaskCommentEdge>> {
        let asked = ctx.look_ahead().field("node");
        let mut people: Vec<Uuid> = self.0.rows.iter().filter_map(|row| row.author_id).collect();
        if asked.field("mentions").exists() {
            let keys = self.0.rows.iter().map(|row| MentionsOf(row.id));
            let mentions = ctx.data_unchecked::<RequestLoader>().load_many(keys).await?;
            people.extend(mentions.into_values().flatten());
        }
        GroupLoader::load_people(ctx, people).await?;
        let mut edges = Vec::new();
        for row in &self.0.rows {
            let node = comment(ctx, &self.0.task, row.clone()).await?;
            edges.push(TaskCommentEdge { cursor: comment_cursor(row), node });
        }
        Ok(edges)
    }

    /// Where the page ends.
    async fn page_info(&self) -> PageInfo {
        PageInfo { has_next_page: self.0.more, end_cursor: self.0.rows.last().map(comment_cursor) }
    }
}

/// Reading tasks.
#[derive(Default)]
pub struct TasksQuery;

#[Object]
impl TasksQuery {
    /// A task. Those who see what is inside its group see it. Errors: `NOT_FOUND`, `UNAUTHENTICATED`.
    async fn task(&self, ctx: &Context<'_>, #[graphql(desc = "The task.")] id: ID) -> ApiResult<Task> {
        let id: TaskId = parse_id(&id)?;
        Ok(service::get_task(app_of(ctx), caller_of(ctx), id).await?.into())
    }

    /// The tasks of all groups one sees the inside of.
    /// Errors: `VALIDATION`, `NOT_FOUND` (an id that is none), `UNAUTHENTICATED`.
    #[graphql(complexity = "list_complexity(first, child_complexity)")]
    async fn tasks(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only some of them.", default)] filter: TaskFilterInput,
        #[graphql(desc = "In which order.", default_with = "TaskOrder::Due")] order: TaskOrder,
        #[graphql(desc = "At most this many, 20 when nothing is said.")] first: Option<i32>,
        #[graphql(desc = "Those after this cursor, of the same order.")] after: Option<String>,
    ) -> ApiResult<TaskConnection> {
        let (filter, page) = (filter.read(ctx)?, CursorPage::read(first, after)?);
        let sort = match order {
            TaskOrder::Due => TaskSort::Due,
            TaskOrder::Newest => TaskSort::Newest,
        };
        TaskConnection::load(ctx, (filter, sort), &page).await
    }

    /// A group's board: its columns, each from the top.
    /// Errors: `VALIDATION`, `NOT_FOUND`, `UNAUTHENTICATED`.
    #[graphql(complexity = "3 * list_complexity(first, child_complexity)")]
    async fn task_board(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The group.")] group_id: ID,
        #[graphql(desc = "Only some of its tasks.", default)] filter: TaskFilterInput,
        #[graphql(
            desc = "At most this many in a column, 20 when nothing is said; about 40 whole cards fit into one query."
        )]
        first: Option<i32>,
    ) -> ApiResult<TaskBoard> {
        let id: GroupId = parse_id(&group_id)?;
        let (filter, page) = (filter.read(ctx)?, CursorPage::read(first, None)?);
        let group = service::task_group(app_of(ctx), caller_of(ctx), id).await?;
        Ok(TaskBoard { group, filter, page })
    }

    /// More of a column of a group's board; what was given up, the column of `CANCELLED`, too.
    /// Errors: `VALIDATION`, `NOT_FOUND`, `UNAUTHENTICATED`.
    #[graphql(complexity = "list_complexity(first, child_complexity)")]
    async fn task_column(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The group.")] group_id: ID,
        #[graphql(desc = "Which column.")] state: TaskState,
        #[graphql(desc = "Only some of its tasks.", default)] filter: TaskFilterInput,
        #[graphql(desc = "At most this many, 20 when nothing is said.")] first: Option<i32>,
        #[graphql(desc = "Those below this cursor.")] after: Option<String>,
    ) -> ApiResult<TaskConnection> {
        let id: GroupId = parse_id(&group_id)?;
        let (filter, page) = (filter.read(ctx)?, CursorPage::read(first, after)?);
        let group = service::task_group(app_of(ctx), caller_of(ctx), id).await?;
        TaskConnection::load(ctx, in_column(&filter, group.id, state), &page).await
    }

    /// The comments on a task, the oldest first. Errors: `VALIDATION`, `NOT_FOUND`, `UNAUTHENTICATED`.
    #[graphql(complexity = "list_complexity(first, child_complexity)")]
    async fn task_comments(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The task.")] task_id: ID,
        #[graphql(desc = "At most this many, 20 when nothing is said.")] first: Option<i32>,
        #[graphql(desc = "Those after this cursor.")] after: Option<String>,
    ) -> ApiResult<TaskCommentConnection> {
        let id: TaskId = parse_id(&task_id)?;
        let page = CursorPage::read(first, after)?;
        Ok(TaskCommentConnection(service::comments(app_of(ctx), caller_of(ctx), id, &page).await?))
    }
}
