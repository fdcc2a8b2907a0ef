//! Charters, whose versions are only ever added, and what happened to groups.

use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
    sea_query::{Alias, Expr, ExprTrait as _, Query},
};
use uuid::Uuid;
use verbund_shared::groups::GroupEventKind;

use crate::{
    authz::Permit,
    clock::Clock,
    entity::{group_charter, group_event},
    groups::rules::text::CharterText,
};

pub use group_charter::Model as CharterRow;
pub use group_event::Model as EventRow;

/// Adds a version to a group's charter.
pub async fn insert_charter(
    tx: &impl ConnectionTrait,
    permit: &Permit,
    clock: &Clock,
    group: Uuid,
    number: i32,
    text: CharterText,
) -> Result<CharterRow, DbErr> {
    let row = group_charter::ActiveModel {
        id: Set(clock.new_id()),
        group_id: Set(group),
        number: Set(number),
        from_day: Set(text.period.from),
        until_day: Set(text.period.until),
        note: Set(text.note),
        person_id: Set(permit.actor().person_id().map(|id| id.0)),
        at: Set(clock.now()),
        goal_de: Set(text.goal.de),
        goal_en: Set(text.goal.en),
        scope_de: Set(text.scope.de),
        scope_en: Set(text.scope.en),
        results_de: Set(text.results.de),
        results_en: Set(text.results.en),
    };
    group_charter::Entity::insert(row).exec_with_returning(tx).await
}

/// All versions of the charters of groups, the newest first.
pub async fn charters_of(db: &impl ConnectionTrait, groups: &[Uuid]) -> Result<Vec<CharterRow>, DbErr> {
    group_charter::Entity::find()
        .filter(group_charter::Column::GroupId.is_in(groups.iter().copied()))
        .order_by_desc(group_charter::Column::Number)
        .order_by_asc(group_charter::Column::GroupId)
        .all(db)
        .await
}

/// The newest version of each group's charter.
pub async fn latest_charters(db: &impl ConnectionTrait, groups: &[Uuid]) -> Result<Vec<CharterRow>, DbErr> {
    let newer = Alias::new("newer");
    let column = |column: group_charter::Column| (newer.clone(), column);
    let later = Query::select()
        .expr(Expr::val(1))
        .from_as(group_charter::Entity, newer.clone())
        .and_where(
            Expr::col(column(group_charter::Column::GroupId))
                .equals((group_charter::Entity, group_charter::Column::GroupId)),
        )
        .and_where(
            Expr::col(column(group_charter::Column::Number))
                .gt(Expr::col((group_charter::Entity, group_charter::Column::Number))),
        )
        .to_owned();
    group_charter::Entity::find()
        .filter(group_charter::Column::GroupId.is_in(groups.iter().copied()))
        .filter(Expr::exists(later).not())
        .all(db)
        .await
}

/// Something that happened.
#[derive(Debug, Clone)]
pub struct NewEvent {
    /// What.
    pub kind: GroupEventKind,
    /// What was written to it.
    pub text: String,
    /// Which milestone it is about.
    pub milestone: Option<Uuid>,
}

/// Adds to a group's history.
pub async fn insert_event(
    tx: &impl ConnectionTrait,
    permit: &Permit,
    clock: &Clock,
    group: Uuid,
    new: NewEvent,
) -> Result<Uuid, DbErr> {
    let id = clock.new_id();
    let row = group_event::ActiveModel {
        id: Set(id),
        group_id: Set(group),
        kind: Set(new.kind),
        text: Set(new.text),
        person_id: Set(permit.actor().person_id().map(|id| id.0)),
        milestone_id: Set(new.milestone),
        at: Set(clock.now()),
    };
    group_event::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(id)
}

/// What happened to groups, the newest first, at most so much.
pub async fn events_of(
    db: &impl ConnectionTrait,
    groups: &[Uuid],
    at_most: Option<u64>,
) -> Result<Vec<EventRow>, DbErr> {
    group_event::Entity::find()
        .filter(group_event::Column::GroupId.is_in(groups.iter().copied()))
        .order_by_desc(group_event::Column::At)
        .order_by_desc(group_event::Column::Id)
        .apply_if(at_most, QuerySelect::limit)
        .all(db)
        .await
}

/// Events by their database keys, in no particular order.
pub async fn events_by_id(db: &impl ConnectionTrait, ids: &[Uuid]) -> Result<Vec<EventRow>, DbErr> {
    group_event::Entity::find().filter(group_event::Column::Id.is_in(ids.iter().copied())).all(db).await
}
