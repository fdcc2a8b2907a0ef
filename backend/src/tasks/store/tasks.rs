//! Tasks themselves: found, made, changed, and where their cards lie.

use chrono::NaiveDate;
use sea_orm::{
    ActiveValue::{Set, Unchanged},
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, ExprTrait as _, Order, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect, QueryTrait,
    sea_query::Expr,
};
use uuid::Uuid;
use verbund_shared::{
    id::TaskId,
    tasks::{TaskAssignment, TaskState},
};

use crate::{
    authz::Permit,
    clock::Clock,
    db::by_bytes,
    entity::task,
    markdown,
    organisations::rules::names::fold,
    tasks::rules::{assignment::Assigned, recurrence::Recurrence, reminding::NOT_YET, text::TaskText},
};

pub use task::Model as TaskRow;

impl From<&TaskRow> for Assigned {
    fn from(row: &TaskRow) -> Self {
        Self {
            assignment: row.assignment,
            responsible: row.responsible_id,
            by: row.assigned_by,
            returned_by: row.returned_by,
        }
    }
}

impl TaskRow {
    /// How often it comes again.
    pub fn recurrence(&self) -> Option<Recurrence> {
        Some(Recurrence { unit: self.recurrence_unit?, every: self.recurrence_every? })
    }
}

/// One task.
pub async fn find_task(db: &impl ConnectionTrait, id: TaskId) -> Result<Option<TaskRow>, DbErr> {
    task::Entity::find_by_id(id.0).one(db).await
}

/// One task, held until the transaction ends: even what does not hold its group waits.
pub async fn lock_task(tx: &impl ConnectionTrait, id: TaskId) -> Result<Option<TaskRow>, DbErr> {
    task::Entity::find_by_id(id.0).lock_exclusive().one(tx).await
}

/// A column of a group's board.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    /// The group.
    pub group: Uuid,
    /// The column.
    pub state: TaskState,
    /// The task whose own place does not count.
    pub but: Option<Uuid>,
}

fn places(
    db: &impl ConnectionTrait,
    column: Place,
    after: Option<&str>,
    order: Order,
) -> sea_orm::Select<task::Entity> {
    let place = || by_bytes(db, "tasks", "position");
    task::Entity::find()
        .filter(task::Column::GroupId.eq(column.group))
        .filter(task::Column::State.eq(column.state))
        .apply_if(column.but, |query, but| query.filter(task::Column::Id.ne(but)))
        .apply_if(after, |query, after| query.filter(place().gt(after)))
        .order_by(place(), order)
}

/// The first place in a column, or the first after another.
pub async fn next_place(
    db: &impl ConnectionTrait,
    column: Place,
    after: Option<&str>,
) -> Result<Option<String>, DbErr> {
    Ok(places(db, column, after, Order::Asc).one(db).await?.map(|row| row.position))
}

/// The last place in a column.
pub async fn last_place(db: &impl ConnectionTrait, column: Place) -> Result<Option<String>, DbErr> {
    Ok(places(db, column, None, Order::Desc).one(db).await?.map(|row| row.position))
}

/// A task as it is made.
#[derive(Debug, Clone)]
pub struct NewTask {
    /// Its group.
    pub group: Uuid,
    /// What it says.
    pub text: TaskText,
    /// The day of the month that a series means.
    pub meant_day: Option<i32>,
    /// Where its card lies in the first column.
    pub position: String,
    /// Who is responsible.
    pub assigned: Assigned,
    /// What was written to them.
    pub message: String,
    /// The task it follows.
    pub predecessor: Option<Uuid>,
    /// Who makes it.
    pub created_by: Option<Uuid>,
}

fn text_columns(text: TaskText, meant_day: Option<i32>) -> task::ActiveModel {
    task::ActiveModel {
        search_key: Set(fold(&format!("{}\n{}", text.title, markdown::to_plain(&text.text)))),
        title: Set(text.title),
        text: Set(text.text),
        due: Set(text.due),
        priority: Set(text.priority),
        organisation_id: Set(text.organisation),
        recurrence_unit: Set(text.recurrence.map(|recurrence| recurrence.unit)),
        recurrence_every: Set(text.recurrence.map(|recurrence| recurrence.every)),
        recurrence_day: Set(meant_day),
        milestone_id: Set(text.milestone),
        ..Default::default()
    }
}

fn assigned_columns(row: &mut task::ActiveModel, assigned: Assigned, text: String) {
    row.assignment = Set(assigned.assignment);
    row.responsible_id = Set(assigned.responsible);
    row.assigned_by = Set(assigned.by);
    row.returned_by = Set(assigned.returned_by);
    row.assignment_text = Set(text);
}

/// Makes a task.
pub async fn insert_task(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    clock: &Clock,
    new: NewTask,
) -> Result<TaskRow, DbErr> {
    let mut row = task::ActiveModel {
        id: Set(clock.new_id()),
        group_id: Set(new.group),
        state: Set(TaskState::Open),
        position: Set(new.position),
        blocked: Set(false),
        blocked_reason: Set(String::new()),
        predecessor_id: Set(new.predecessor),
        closed_on: Set(None),
        closed_reason: Set(String::new()),
        reminded: Set(NOT_YET),
        created_by: Set(new.created_by),
        created_at: Set(clock.now()),
        updated_at: Set(clock.now()),
        version: Set(1),
        ..text_columns(new.text, new.meant_day)
    };
    assigned_columns(&mut row, new.assigned, new.message);
    task::Entity::insert(row).exec_with_returning(tx).await
}

/// Whether a task of the series follows already.
pub async fn has_successor(db: &impl ConnectionTrait, id: Uuid) -> Result<bool, DbErr> {
    Ok(task::Entity::find().filter(task::Column::PredecessorId.eq(id)).count(db).await? > 0)
}

async fn update(
    tx: &impl ConnectionTrait,
    clock: &Clock,
    current: &TaskRow,
    row: task::ActiveModel,
) -> Result<TaskRow, DbErr> {
    let row = task::ActiveModel {
        id: Unchanged(current.id),
        updated_at: Set(clock.now()),
        version: Set(current.version + 1),
        ..row
    };
    task::Entity::update(row).exec(tx).await
}

/// Changes what a task says; of another day people are reminded anew.
pub async fn update_task(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    clock: &Clock,
    current: &TaskRow,
    (text, meant_day): (TaskText, Option<i32>),
) -> Result<TaskRow, DbErr> {
    let moved = text.due != current.due;
    let mut row = text_columns(text, meant_day);
    if moved {
        row.reminded = Set(NOT_YET);
    }
    update(tx, clock, current, row).await
}

/// Changes who is responsible, and for which organisation.
pub async fn set_assigned(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    clock: &Clock,
    current: &TaskRow,
    (assigned, text): (Assigned, String),
    organisation: Option<Uuid>,
) -> Result<TaskRow, DbErr> {
    let mut row = task::ActiveModel { organisation_id: Set(organisation), ..Default::default() };
    if assigned.responsible != current.responsible_id {
        row.reminded = Set(NOT_YET);
    }
    assigned_columns(&mut row, assigned, text);
    update(tx, clock, current, row).await
}

/// Says why a task is blocked, or that it is not any more.
pub async fn set_blocked(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    clock: &Clock,
    current: &TaskRow,
    reason: Option<String>,
) -> Result<TaskRow, DbErr> {
    let row = task::ActiveModel {
        blocked: Set(reason.is_some()),
        blocked_reason: Set(reason.unwrap_or_default()),
        ..Default::default()
    };
    update(tx, clock, current, row).await
}

/// When and why a task was closed.
#[derive(Debug, Clone)]
pub struct Closing {
    /// When.
    pub on: NaiveDate,
    /// Why, where it was given up.
    pub reason: String,
}

/// Moves a card; what is closed is not blocked any more.
pub async fn set_place(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    clock: &Clock,
    current: &TaskRow,
    (state, position): (TaskState, String),
    (assignment, closing): (TaskAssignment, Option<Closing>),
) -> Result<TaskRow, DbErr> {
    let mut row = task::ActiveModel {
        state: Set(state),
        position: Set(position),
        assignment: Set(assignment),
        closed_on: Set(closing.as_ref().map(|closing| closing.on)),
        ..Default::default()
    };
    if state.is_final() {
        row.blocked = Set(false);
        row.blocked_reason = Set(String::new());
    }
    row.closed_reason = Set(closing.map(|closing| closing.reason).unwrap_or_default());
    update(tx, clock, current, row).await
}

/// Whether a task's day is before another.
pub(super) fn due_before(day: NaiveDate) -> Expr {
    Expr::col((task::Entity, task::Column::Due)).lt(day).and(is_open())
}

/// Whether there is something left to do.
pub(super) fn is_open() -> Expr {
    Expr::col((task::Entity, task::Column::State))
        .is_in([TaskState::Open.as_str(), TaskState::InProgress.as_str()])
}
