//! What is written to items: texts and action lines.

use chrono::NaiveDate;
use sea_orm::{
    ActiveValue::{Set, Unchanged},
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder,
};
use uuid::Uuid;
use verbund_shared::id::{ActionLineId, AgendaItemId};

use crate::{
    authz::Permit,
    clock::Clock,
    entity::{minutes_action, minutes_entry},
};

pub use minutes_action::Model as ActionRow;
pub use minutes_entry::Model as EntryRow;

/// What was written to items.
pub async fn entries_of(db: &impl ConnectionTrait, minutes: Uuid) -> Result<Vec<EntryRow>, DbErr> {
    minutes_entry::Entity::find().filter(minutes_entry::Column::MinutesId.eq(minutes)).all(db).await
}

/// What was written to one item.
pub async fn find_entry(db: &impl ConnectionTrait, item: AgendaItemId) -> Result<Option<EntryRow>, DbErr> {
    minutes_entry::Entity::find_by_id(item.0).one(db).await
}

/// Keeps what is written to an item: anew, or in the place of what was read before.
pub async fn save_entry(
    tx: &impl ConnectionTrait,
    permit: &Permit,
    clock: &Clock,
    (minutes, item): (Uuid, Uuid),
    current: Option<&EntryRow>,
    (text, internal): (String, String),
) -> Result<EntryRow, DbErr> {
    let row = minutes_entry::ActiveModel {
        item_id: if current.is_some() { Unchanged(item) } else { Set(item) },
        minutes_id: Set(minutes),
        text: Set(text),
        internal_text: Set(internal),
        saved_at: Set(clock.now()),
        saved_by: Set(permit.actor().person_id().map(|id| id.0)),
        version: Set(current.map_or(0, |row| row.version) + 1),
    };
    if current.is_some() {
        minutes_entry::Entity::update(row).exec(tx).await
    } else {
        minutes_entry::Entity::insert(row).exec_with_returning(tx).await
    }
}

/// The action lines of minutes, the oldest first.
pub async fn actions_of(db: &impl ConnectionTrait, minutes: Uuid) -> Result<Vec<ActionRow>, DbErr> {
    minutes_action::Entity::find()
        .filter(minutes_action::Column::MinutesId.eq(minutes))
        .order_by_asc(minutes_action::Column::CreatedAt)
        .order_by_asc(minutes_action::Column::Id)
        .all(db)
        .await
}

/// One action line.
pub async fn find_action(db: &impl ConnectionTrait, id: ActionLineId) -> Result<Option<ActionRow>, DbErr> {
    minutes_action::Entity::find_by_id(id.0).one(db).await
}

/// What an action line says.
#[derive(Debug, Clone)]
pub struct ActionText {
    /// What is to be done.
    pub text: String,
    /// The accountable organisation.
    pub organisation: Uuid,
    /// Who is asked to do it.
    pub person: Option<Uuid>,
    /// By when.
    pub due: Option<NaiveDate>,
}

/// Adds an action line.
pub async fn insert_action(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    clock: &Clock,
    (minutes, item): (Uuid, Uuid),
    new: ActionText,
) -> Result<ActionRow, DbErr> {
    let row = minutes_action::ActiveModel {
        id: Set(clock.new_id()),
        minutes_id: Set(minutes),
        item_id: Set(item),
        text: Set(new.text),
        organisation_id: Set(new.organisation),
        person_id: Set(new.person),
        due: Set(new.due),
        task_id: Set(None),
        created_at: Set(clock.now()),
        version: Set(1),
    };
    minutes_action::Entity::insert(row).exec_with_returning(tx).await
}

/// Changes an action line. All of it is replaced.
pub async fn update_action(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    current: &ActionRow,
    new: ActionText,
) -> Result<ActionRow, DbErr> {
    let row = minutes_action::ActiveModel {
        id: Unchanged(current.id),
        text: Set(new.text),
        organisation_id: Set(new.organisation),
        person_id: Set(new.person),
        due: Set(new.due),
        version: Set(current.version + 1),
        ..Default::default()
    };
    minutes_action::Entity::update(row).exec(tx).await
}

/// Notes the task that an action line has become.
pub async fn set_action_task(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    current: &ActionRow,
    task: Uuid,
) -> Result<ActionRow, DbErr> {
    let row = minutes_action::ActiveModel {
        id: Unchanged(current.id),
        task_id: Set(Some(task)),
        version: Set(current.version + 1),
        ..Default::default()
    };
    minutes_action::Entity::update(row).exec(tx).await
}

/// Removes an action line.
pub async fn delete_action(tx: &impl ConnectionTrait, _permit: &Permit, id: Uuid) -> Result<(), DbErr> {
    minutes_action::Entity::delete_by_id(id).exec(tx).await?;
    Ok(())
}
