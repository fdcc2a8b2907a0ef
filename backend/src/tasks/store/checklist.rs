//! Checklists of tasks.

use sea_orm::{
    ActiveValue::{Set, Unchanged},
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, Order, QueryFilter, QueryOrder,
};
use uuid::Uuid;
use verbund_shared::id::ChecklistItemId;

use crate::{
    authz::Permit, clock::Clock, db::by_bytes, entity::checklist_item, tasks::rules::position::between,
};

pub use checklist_item::Model as ItemRow;

/// One entry.
pub async fn find_item(db: &impl ConnectionTrait, id: ChecklistItemId) -> Result<Option<ItemRow>, DbErr> {
    checklist_item::Entity::find_by_id(id.0).one(db).await
}

/// The checklists of tasks, in their order.
pub async fn checklists_of(db: &impl ConnectionTrait, tasks: &[Uuid]) -> Result<Vec<ItemRow>, DbErr> {
    checklist_item::Entity::find()
        .filter(checklist_item::Column::TaskId.is_in(tasks.iter().copied()))
        .order_by(by_bytes(db, "checklist_items", "position"), Order::Asc)
        .order_by_asc(checklist_item::Column::Id)
        .all(db)
        .await
}

/// Adds entries at the end of a checklist whose last place is this.
pub async fn insert_items(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    clock: &Clock,
    task: Uuid,
    (texts, last): (Vec<String>, Option<String>),
) -> Result<(), DbErr> {
    if texts.is_empty() {
        return Ok(());
    }
    let mut last = last;
    let rows = texts.into_iter().map(|text| {
        let position = between(last.as_deref(), None);
        last = Some(position.clone());
        checklist_item::ActiveModel {
            id: Set(clock.new_id()),
            task_id: Set(task),
            text: Set(text),
            done: Set(false),
            position: Set(position),
            version: Set(1),
        }
    });
    checklist_item::Entity::insert_many(rows.collect::<Vec<_>>()).exec_without_returning(tx).await?;
    Ok(())
}

/// A place in a checklist after another entry, or at its beginning.
pub fn place_in_checklist(items: &[ItemRow], moved: Uuid, after: Option<Uuid>) -> Option<String> {
    let others: Vec<&ItemRow> = items.iter().filter(|item| item.id != moved).collect();
    let at = match after {
        None => 0,
        Some(after) => others.iter().position(|item| item.id == after)? + 1,
    };
    let place = |at: Option<usize>| at.and_then(|at| others.get(at)).map(|item| item.position.as_str());
    Some(between(place(at.checked_sub(1)), place(Some(at))))
}

async fn update(
    tx: &impl ConnectionTrait,
    current: &ItemRow,
    row: checklist_item::ActiveModel,
) -> Result<ItemRow, DbErr> {
    let row =
        checklist_item::ActiveModel { id: Unchanged(current.id), version: Set(current.version + 1), ..row };
    checklist_item::Entity::update(row).exec(tx).await
}

/// Changes what an entry says.
pub async fn set_item_text(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    current: &ItemRow,
    text: String,
) -> Result<ItemRow, DbErr> {
    update(tx, current, checklist_item::ActiveModel { text: Set(text), ..Default::default() }).await
}

/// Ticks an entry, or takes the tick away.
pub async fn set_item_done(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    current: &ItemRow,
    done: bool,
) -> Result<ItemRow, DbErr> {
    update(tx, current, checklist_item::ActiveModel { done: Set(done), ..Default::default() }).await
}

/// Moves an entry.
pub async fn set_item_place(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    current: &ItemRow,
    position: String,
) -> Result<ItemRow, DbErr> {
    update(tx, current, checklist_item::ActiveModel { position: Set(position), ..Default::default() }).await
}

/// Removes an entry.
pub async fn delete_item(tx: &impl ConnectionTrait, _permit: &Permit, id: Uuid) -> Result<(), DbErr> {
    checklist_item::Entity::delete_by_id(id).exec(tx).await?;
    Ok(())
}
