//! People and their tasks: who watches, what waits for whom, whom to remind, and who leaves.

use chrono::NaiveDate;
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, ExprTrait as _, JoinType, QueryFilter,
    QueryOrder, QuerySelect, QueryTrait,
    sea_query::{Expr, OnConflict},
};
use uuid::Uuid;
use verbund_shared::{
    groups::GroupState,
    id::{GroupId, PersonId},
    tasks::TaskAssignment,
};

use super::tasks::{TaskRow, due_before, is_open};
use crate::{
    authz::Permit,
    entity::{group, task, task_comment, task_mention, task_watcher},
    tasks::rules::reminding::OF_END,
};

/// Lets people watch a task; who does already goes on.
pub async fn watch(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    task: Uuid,
    people: &[Uuid],
) -> Result<(), DbErr> {
    let row = |person: &Uuid| task_watcher::ActiveModel { task_id: Set(task), person_id: Set(*person) };
    if people.is_empty() {
        return Ok(());
    }
    task_watcher::Entity::insert_many(people.iter().map(row).collect::<Vec<_>>())
        .on_conflict(
            OnConflict::columns([task_watcher::Column::TaskId, task_watcher::Column::PersonId])
                .do_nothing()
                .to_owned(),
        )
        .exec_without_returning(tx)
        .await?;
    Ok(())
}

/// Lets somebody not watch a task any more.
pub async fn unwatch(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    task: Uuid,
    person: PersonId,
) -> Result<(), DbErr> {
    task_watcher::Entity::delete_by_id((task, person.0)).exec(tx).await?;
    Ok(())
}

/// Who watches tasks.
pub async fn watchers_of(db: &impl ConnectionTrait, tasks: &[Uuid]) -> Result<Vec<(Uuid, Uuid)>, DbErr> {
    let rows = task_watcher::Entity::find()
        .filter(task_watcher::Column::TaskId.is_in(tasks.iter().copied()))
        .order_by_asc(task_watcher::Column::PersonId)
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| (row.task_id, row.person_id)).collect())
}

/// Those of some tasks that a person watches.
pub async fn watched_among(
    db: &impl ConnectionTrait,
    person: PersonId,
    tasks: &[Uuid],
) -> Result<Vec<Uuid>, DbErr> {
    task_watcher::Entity::find()
        .select_only()
        .column(task_watcher::Column::TaskId)
        .filter(task_watcher::Column::PersonId.eq(person.0))
        .filter(task_watcher::Column::TaskId.is_in(tasks.iter().copied()))
        .into_tuple()
        .all(db)
        .await
}

/// Tasks to which something is left to do, in groups that go on and may be seen.
fn left(visible: Option<&[GroupId]>) -> sea_orm::Select<task::Entity> {
    task::Entity::find()
        .join(
            JoinType::InnerJoin,
            task::Entity::belongs_to(group::Entity).from(task::Column::GroupId).to(group::Column::Id).into(),
        )
        .filter(group::Column::State.ne(GroupState::Concluded))
        .filter(is_open())
        .apply_if(visible, |query, visible| {
            query.filter(task::Column::GroupId.is_in(visible.iter().map(|id| id.0)))
        })
}

async fn waiting(
    db: &impl ConnectionTrait,
    visible: Option<&[GroupId]>,
    condition: Condition,
    at_most: u64,
) -> Result<Vec<TaskRow>, DbErr> {
    left(visible)
        .filter(condition)
        .order_by_asc(task::Column::UpdatedAt)
        .order_by_asc(task::Column::Id)
        .limit(at_most)
        .all(db)
        .await
}

/// Tasks a person is asked to take.
pub async fn waiting_to_confirm(
    db: &impl ConnectionTrait,
    visible: Option<&[GroupId]>,
    person: PersonId,
    at_most: u64,
) -> Result<Vec<TaskRow>, DbErr> {
    let condition = Condition::all()
        .add(task::Column::ResponsibleId.eq(person.0))
        .add(task::Column::Assignment.eq(TaskAssignment::Asked));
    waiting(db, visible, condition, at_most).await
}

/// Tasks a person gave to somebody who gave them back.
pub async fn waiting_returned(
    db: &impl ConnectionTrait,
    visible: Option<&[GroupId]>,
    person: PersonId,
    at_most: u64,
) -> Result<Vec<TaskRow>, DbErr> {
    let condition = Condition::all()
        .add(task::Column::AssignedBy.eq(person.0))
        .add(task::Column::Assignment.eq(TaskAssignment::Returned));
    waiting(db, visible, condition, at_most).await
}

/// Tasks a person has confirmed that should have been done before a day.
pub async fn waiting_overdue(
    db: &impl ConnectionTrait,
    visible: Option<&[GroupId]>,
    (person, today): (PersonId, NaiveDate),
    at_most: u64,
) -> Result<Vec<TaskRow>, DbErr> {
    let condition = Condition::all()
        .add(task::Column::ResponsibleId.eq(person.0))
        .add(task::Column::Assignment.eq(TaskAssignment::Confirmed))
        .add(due_before(today));
    waiting(db, visible, condition, at_most).await
}

/// Tasks of which their people may have to be reminded: due until a day, by person and day.
pub async fn due_tasks(db: &impl ConnectionTrait, until: NaiveDate) -> Result<Vec<TaskRow>, DbErr> {
    left(None)
        .filter(task::Column::ResponsibleId.is_not_null())
        .filter(task::Column::Due.lte(until))
        .filter(task::Column::Reminded.lt(OF_END))
        .order_by_asc(task::Column::ResponsibleId)
        .order_by_asc(task::Column::Due)
        .order_by_asc(task::Column::Id)
        .all(db)
        .await
}

/// Notes that somebody was reminded; whether nobody else has noted it before.
pub async fn mark_reminded(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    row: &TaskRow,
    stage: i32,
) -> Result<bool, DbErr> {
    let done = task::Entity::update_many()
        .col_expr(task::Column::Reminded, Expr::value(stage))
        .filter(task::Column::Id.eq(row.id))
        .filter(task::Column::Version.eq(row.version))
        .filter(task::Column::Reminded.lt(stage))
        .exec(tx)
        .await?;
    Ok(done.rows_affected > 0)
}

/// Takes a person who leaves the network out of tasks: what they had to do is free again, nobody
/// is reached under their name any more. What they wrote and made stays, with a placeholder's name.
pub async fn erase_person(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    person: PersonId,
    full_name: &str,
) -> Result<(), DbErr> {
    task::Entity::update_many()
        .col_expr(task::Column::ResponsibleId, Expr::value(None::<Uuid>))
        .col_expr(task::Column::Assignment, Expr::value(TaskAssignment::Unassigned))
        .col_expr(task::Column::AssignmentText, Expr::value(""))
        .col_expr(task::Column::Version, Expr::col(task::Column::Version).add(1))
        .filter(task::Column::ResponsibleId.eq(person.0))
        .filter(is_open())
        .exec(tx)
        .await?;
    task_watcher::Entity::delete_many().filter(task_watcher::Column::PersonId.eq(person.0)).exec(tx).await?;
    let mentioned = task_comment::Entity::find()
        .join(
            JoinType::InnerJoin,
            task_comment::Entity::belongs_to(task_mention::Entity)
                .from(task_comment::Column::Id)
                .to(task_mention::Column::CommentId)
                .into(),
        )
        .filter(task_mention::Column::PersonId.eq(person.0))
        .all(tx)
        .await?;
    for row in mentioned.iter().filter(|_| !full_name.is_empty()) {
        let body = row.body.replace(&format!("@{full_name}"), "@…");
        task_comment::Entity::update_many()
            .col_expr(task_comment::Column::Body, Expr::value(body))
            .filter(task_comment::Column::Id.eq(row.id))
            .exec(tx)
            .await?;
    }
    task_mention::Entity::delete_many().filter(task_mention::Column::PersonId.eq(person.0)).exec(tx).await?;
    Ok(())
}
