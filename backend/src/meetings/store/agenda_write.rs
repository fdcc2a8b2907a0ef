//! Changing agenda items, and the frozen versions of agendas.

use sea_orm::{
    ActiveValue::{Set, Unchanged},
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::Expr,
};
use uuid::Uuid;
use verbund_shared::meetings::AgendaItemState;

use super::{agenda::AgendaItemRow, meetings::MeetingRow};
use crate::{
    authz::Permit,
    clock::Clock,
    entity::{agenda_item, agenda_version, group_file, meeting},
    meetings::rules::details::ItemText,
};

pub use agenda_version::Model as AgendaVersionRow;
pub use group_file::Model as PaperRow;

/// Changes what an item says.
pub async fn update_item(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    clock: &Clock,
    current: &AgendaItemRow,
    text: ItemText,
) -> Result<AgendaItemRow, DbErr> {
    let row = agenda_item::ActiveModel {
        id: Unchanged(current.id),
        kind: Set(text.kind),
        title: Set(text.title),
        text: Set(text.text),
        duration: Set(text.duration),
        presenter_id: Set(text.presenter),
        presenter_name: Set(text.presenter_name),
        internal: Set(text.internal),
        updated_at: Set(clock.now()),
        version: Set(current.version + 1),
        ..Default::default()
    };
    agenda_item::Entity::update(row).exec(tx).await
}

/// Takes an item off the agenda, with the reason; it has no place any more.
pub async fn end_item(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    clock: &Clock,
    current: &AgendaItemRow,
    (state, reason): (AgendaItemState, String),
) -> Result<AgendaItemRow, DbErr> {
    let row = agenda_item::ActiveModel {
        id: Unchanged(current.id),
        position: Set(0),
        state: Set(state),
        reason: Set(reason),
        updated_at: Set(clock.now()),
        version: Set(current.version + 1),
        ..Default::default()
    };
    agenda_item::Entity::update(row).exec(tx).await
}

/// Gives items their places. The group's row must be held.
pub async fn place_items(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    places: &[(Uuid, Option<Uuid>, i32)],
) -> Result<(), DbErr> {
    for (id, parent, position) in places {
        let row = agenda_item::ActiveModel {
            id: Unchanged(*id),
            parent_id: Set(*parent),
            position: Set(*position),
            ..Default::default()
        };
        agenda_item::Entity::update(row).exec(tx).await?;
    }
    Ok(())
}

/// What is part of something internal is internal too; gives an item as it is then.
pub async fn keep_internal(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    item: AgendaItemRow,
) -> Result<AgendaItemRow, DbErr> {
    let Some(meeting) = item.meeting_id else { return Ok(item) };
    let parents: Vec<Uuid> = agenda_item::Entity::find()
        .select_only()
        .column(agenda_item::Column::Id)
        .filter(agenda_item::Column::MeetingId.eq(meeting))
        .filter(agenda_item::Column::Internal.eq(true))
        .into_tuple()
        .all(tx)
        .await?;
    agenda_item::Entity::update_many()
        .col_expr(agenda_item::Column::Internal, Expr::value(true))
        .filter(agenda_item::Column::MeetingId.eq(meeting))
        .filter(agenda_item::Column::ParentId.is_in(parents))
        .exec(tx)
        .await?;
    Ok(agenda_item::Entity::find_by_id(item.id).one(tx).await?.unwrap_or(item))
}

/// Notes that an item was moved, so that whoever looked at its old place is told.
pub async fn touch_item(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    clock: &Clock,
    current: &AgendaItemRow,
) -> Result<AgendaItemRow, DbErr> {
    let row = agenda_item::ActiveModel {
        id: Unchanged(current.id),
        updated_at: Set(clock.now()),
        version: Set(current.version + 1),
        ..Default::default()
    };
    agenda_item::Entity::update(row).exec(tx).await
}

/// Freezes an agenda as the next version. The group's row must be held.
pub async fn insert_version(
    tx: &impl ConnectionTrait,
    permit: &Permit,
    clock: &Clock,
    meeting: &MeetingRow,
    (content, sha256): (String, String),
) -> Result<MeetingRow, DbErr> {
    let number = meeting.agenda_number + 1;
    let row = agenda_version::ActiveModel {
        id: Set(clock.new_id()),
        meeting_id: Set(meeting.id),
        number: Set(number),
        content: Set(content),
        sha256: Set(sha256),
        person_id: Set(permit.actor().person_id().map(|id| id.0)),
        at: Set(clock.now()),
    };
    agenda_version::Entity::insert(row).exec_without_returning(tx).await?;
    let row =
        meeting::ActiveModel { id: Unchanged(meeting.id), agenda_number: Set(number), ..Default::default() };
    meeting::Entity::update(row).exec(tx).await
}

/// The frozen versions of agendas, each meeting's in their order.
pub async fn versions_of(
    db: &impl ConnectionTrait,
    meetings: &[Uuid],
) -> Result<Vec<AgendaVersionRow>, DbErr> {
    agenda_version::Entity::find()
        .filter(agenda_version::Column::MeetingId.is_in(meetings.iter().copied()))
        .order_by_asc(agenda_version::Column::Number)
        .all(db)
        .await
}

/// The papers of agenda items, the oldest first.
pub async fn papers_of(db: &impl ConnectionTrait, items: &[Uuid]) -> Result<Vec<PaperRow>, DbErr> {
    group_file::Entity::find()
        .filter(group_file::Column::AgendaItemId.is_in(items.iter().copied()))
        .order_by_asc(group_file::Column::CreatedAt)
        .order_by_asc(group_file::Column::Id)
        .all(db)
        .await
}
