//! Lists of tasks: filtered, in an order, page by page.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, ExprTrait as _, Order, PaginatorTrait,
    QueryFilter, QueryOrder, QuerySelect, QueryTrait,
    sea_query::{Expr, Func, LikeExpr},
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use verbund_shared::{
    id::GroupId,
    tasks::{TaskAssignment, TaskState},
};

use super::tasks::{TaskRow, due_before};
use crate::{
    db::by_bytes,
    entity::{task, task_watcher},
    graphql::CursorPage,
    organisations::{rules::names::fold, store::escape_like},
};

/// What a list of tasks is filtered by.
#[derive(Debug, Clone, Default)]
pub struct TaskFilter {
    /// The groups whose tasks may be seen; all where nothing is said.
    pub visible: Option<Vec<GroupId>>,
    /// Only this group's.
    pub group: Option<Uuid>,
    /// Only these states; all where there is none.
    pub states: Vec<TaskState>,
    /// Only those this person is responsible for.
    pub responsible: Option<Uuid>,
    /// Only those whose responsible person was asked, has confirmed, or gave them back.
    pub assignment: Option<TaskAssignment>,
    /// Only those this organisation is accountable for.
    pub organisation: Option<Uuid>,
    /// Only those this person made.
    pub created_by: Option<Uuid>,
    /// Only those this person watches.
    pub watched_by: Option<Uuid>,
    /// Only those that should have been done before this day.
    pub overdue: Option<NaiveDate>,
    /// Only those that are blocked, or only those that are not.
    pub blocked: Option<bool>,
    /// Words that stand in title or text.
    pub text: String,
}

/// In which order a list is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TaskSort {
    /// By the day it is due; what has none comes last.
    Due,
    /// What was changed last comes first.
    Newest,
    /// As the cards lie in a column; of one group and one state only.
    Place,
}

/// What a list of tasks is ordered by.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub enum TaskKey {
    /// The day it is due, or the last of all days.
    Due(NaiveDate, Uuid),
    /// When it was changed.
    Newest(DateTime<Utc>, Uuid),
    /// Where the card lies.
    Place(String),
}

/// Stands for no day: everything that has one comes before.
const NO_DAY: NaiveDate = NaiveDate::from_ymd_opt(9999, 12, 31).expect("a day");

impl TaskKey {
    /// Where a task stands in an order.
    pub fn of(row: &TaskRow, sort: TaskSort) -> Self {
        match sort {
            TaskSort::Due => Self::Due(row.due.unwrap_or(NO_DAY), row.id),
            TaskSort::Newest => Self::Newest(row.updated_at, row.id),
            TaskSort::Place => Self::Place(row.position.clone()),
        }
    }

    /// Whether it is a place in this order.
    pub fn is_of(&self, sort: TaskSort) -> bool {
        match self {
            Self::Due(..) => sort == TaskSort::Due,
            Self::Newest(..) => sort == TaskSort::Newest,
            Self::Place(_) => sort == TaskSort::Place,
        }
    }
}

fn due() -> Expr {
    Func::coalesce([Expr::col((task::Entity, task::Column::Due)), Expr::value(NO_DAY)]).into()
}

fn condition(filter: &TaskFilter) -> Condition {
    let mut condition = Condition::all()
        .add_option(filter.group.map(|id| task::Column::GroupId.eq(id)))
        .add_option(filter.responsible.map(|id| task::Column::ResponsibleId.eq(id)))
        .add_option(filter.assignment.map(|word| task::Column::Assignment.eq(word)))
        .add_option(filter.organisation.map(|id| task::Column::OrganisationId.eq(id)))
        .add_option(filter.created_by.map(|id| task::Column::CreatedBy.eq(id)))
        .add_option(filter.blocked.map(|blocked| task::Column::Blocked.eq(blocked)))
        .add_option(filter.overdue.map(due_before));
    if let Some(visible) = &filter.visible {
        condition = condition.add(task::Column::GroupId.is_in(visible.iter().map(|id| id.0)));
    }
    if !filter.states.is_empty() {
        condition = condition.add(task::Column::State.is_in(filter.states.iter().copied()));
    }
    if let Some(person) = filter.watched_by {
        let watched = task_watcher::Entity::find()
            .select_only()
            .column(task_watcher::Column::TaskId)
            .filter(task_watcher::Column::PersonId.eq(person))
            .into_query();
        condition = condition.add(task::Column::Id.in_subquery(watched));
    }
    for word in fold(&filter.text).split_whitespace() {
        let like = LikeExpr::new(format!("%{}%", escape_like(word))).escape('\\');
        condition = condition.add(task::Column::SearchKey.like(like));
    }
    condition
}

/// A page of tasks in an order, and one more.
pub async fn tasks_page(
    db: &impl ConnectionTrait,
    filter: &TaskFilter,
    sort: TaskSort,
    page: &CursorPage<TaskKey>,
) -> Result<Vec<TaskRow>, DbErr> {
    let place = || by_bytes(db, "tasks", "position");
    let after = page.after.as_ref().map(|key| match key {
        TaskKey::Due(day, id) => {
            Condition::any().add(due().gt(*day)).add(due().eq(*day).and(task::Column::Id.gt(*id)))
        }
        TaskKey::Newest(at, id) => Condition::any()
            .add(task::Column::UpdatedAt.lt(*at))
            .add(task::Column::UpdatedAt.eq(*at).and(task::Column::Id.lt(*id))),
        TaskKey::Place(position) => Condition::all().add(place().gt(position.clone())),
    });
    let rows = task::Entity::find()
        .filter(condition(filter))
        .filter(Condition::all().add_option(after))
        .limit(page.first + 1);
    match sort {
        TaskSort::Due => rows.order_by(due(), Order::Asc).order_by_asc(task::Column::Id),
        TaskSort::Newest => rows.order_by_desc(task::Column::UpdatedAt).order_by_desc(task::Column::Id),
        TaskSort::Place => rows.order_by(place(), Order::Asc),
    }
    .all(db)
    .await
}

/// How many tasks a filter finds.
pub async fn count_tasks(db: &impl ConnectionTrait, filter: &TaskFilter) -> Result<u64, DbErr> {
    task::Entity::find().filter(condition(filter)).count(db).await
}
