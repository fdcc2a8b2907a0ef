//! Milestones.

use chrono::NaiveDate;
use sea_orm::{
    ActiveValue::{Set, Unchanged},
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};
use uuid::Uuid;
use verbund_shared::{
    groups::MilestoneState,
    id::{MilestoneId, PersonId},
};

use crate::{authz::Permit, clock::Clock, entity::milestone};

pub use milestone::Model as MilestoneRow;

/// A milestone as it is written down.
#[derive(Debug, Clone)]
pub struct NewMilestone {
    /// What is to be reached.
    pub text: String,
    /// By when.
    pub due: NaiveDate,
    /// Who is responsible.
    pub owner: Option<Uuid>,
}

/// One milestone.
pub async fn find_milestone(
    db: &impl ConnectionTrait,
    id: MilestoneId,
) -> Result<Option<MilestoneRow>, DbErr> {
    milestone::Entity::find_by_id(id.0).one(db).await
}

/// Milestones by their database keys, in no particular order.
pub async fn milestones_by_id(db: &impl ConnectionTrait, ids: &[Uuid]) -> Result<Vec<MilestoneRow>, DbErr> {
    milestone::Entity::find().filter(milestone::Column::Id.is_in(ids.iter().copied())).all(db).await
}

/// The milestones of groups in the order of their days.
pub async fn milestones_of(db: &impl ConnectionTrait, groups: &[Uuid]) -> Result<Vec<MilestoneRow>, DbErr> {
    milestone::Entity::find()
        .filter(milestone::Column::GroupId.is_in(groups.iter().copied()))
        .order_by_asc(milestone::Column::Due)
        .order_by_asc(milestone::Column::Id)
        .all(db)
        .await
}

/// The days of all open milestones of groups.
pub async fn open_milestones(
    db: &impl ConnectionTrait,
    groups: &[Uuid],
) -> Result<Vec<(Uuid, NaiveDate)>, DbErr> {
    milestone::Entity::find()
        .select_only()
        .columns([milestone::Column::GroupId, milestone::Column::Due])
        .filter(milestone::Column::GroupId.is_in(groups.iter().copied()))
        .filter(milestone::Column::State.eq(MilestoneState::Open))
        .into_tuple()
        .all(db)
        .await
}

/// A person's milestones that should have been reached before a day, the oldest first.
pub async fn overdue_of(
    db: &impl ConnectionTrait,
    owner: PersonId,
    groups: &[Uuid],
    today: NaiveDate,
    at_most: u64,
) -> Result<Vec<MilestoneRow>, DbErr> {
    milestone::Entity::find()
        .filter(milestone::Column::OwnerId.eq(owner.0))
        .filter(milestone::Column::GroupId.is_in(groups.iter().copied()))
        .filter(milestone::Column::State.eq(MilestoneState::Open))
        .filter(milestone::Column::Due.lt(today))
        .order_by_asc(milestone::Column::Due)
        .order_by_asc(milestone::Column::Id)
        .limit(at_most)
        .all(db)
        .await
}

/// Adds a milestone.
pub async fn insert_milestone(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    clock: &Clock,
    group: Uuid,
    new: NewMilestone,
) -> Result<MilestoneRow, DbErr> {
    let row = milestone::ActiveModel {
        id: Set(clock.new_id()),
        group_id: Set(group),
        text: Set(new.text),
        due: Set(new.due),
        first_due: Set(new.due),
        owner_id: Set(new.owner),
        state: Set(MilestoneState::Open),
        reason: Set(String::new()),
        closed_on: Set(None),
        created_at: Set(clock.now()),
        version: Set(1),
    };
    milestone::Entity::insert(row).exec_with_returning(tx).await
}

/// Changes a milestone's text and who is responsible.
pub async fn update_milestone(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    current: &MilestoneRow,
    text: String,
    owner: Option<Uuid>,
) -> Result<MilestoneRow, DbErr> {
    let row = milestone::ActiveModel {
        id: Unchanged(current.id),
        text: Set(text),
        owner_id: Set(owner),
        version: Set(current.version + 1),
        ..Default::default()
    };
    milestone::Entity::update(row).exec(tx).await
}

/// Gives a milestone another day.
pub async fn move_milestone(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    current: &MilestoneRow,
    due: NaiveDate,
    reason: String,
) -> Result<MilestoneRow, DbErr> {
    let row = milestone::ActiveModel {
        id: Unchanged(current.id),
        due: Set(due),
        reason: Set(reason),
        version: Set(current.version + 1),
        ..Default::default()
    };
    milestone::Entity::update(row).exec(tx).await
}

/// Closes a milestone.
pub async fn close_milestone(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    current: &MilestoneRow,
    state: MilestoneState,
    (on, reason): (NaiveDate, String),
) -> Result<MilestoneRow, DbErr> {
    let row = milestone::ActiveModel {
        id: Unchanged(current.id),
        state: Set(state),
        reason: Set(reason),
        closed_on: Set(Some(on)),
        version: Set(current.version + 1),
        ..Default::default()
    };
    milestone::Entity::update(row).exec(tx).await
}
