//! What the course of a meeting changes in the meeting and in its items.

use sea_orm::{
    ActiveValue::{Set, Unchanged},
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, ExprTrait as _, PaginatorTrait, QueryFilter,
    sea_query::Expr,
};
use uuid::Uuid;
use verbund_shared::meetings::{AgendaItemState, MeetingState};

use crate::{
    authz::Permit,
    clock::Clock,
    entity::{agenda_item, meeting},
    meetings::store::{AgendaItemRow, MeetingRow},
};

/// Opens a meeting now.
pub async fn open_meeting(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    clock: &Clock,
    current: &MeetingRow,
) -> Result<MeetingRow, DbErr> {
    let row = meeting::ActiveModel {
        id: Unchanged(current.id),
        state: Set(MeetingState::InSession),
        opened_at: Set(Some(clock.now())),
        updated_at: Set(clock.now()),
        version: Set(current.version + 1),
        ..Default::default()
    };
    meeting::Entity::update(row).exec(tx).await
}

/// Closes a meeting now.
pub async fn close_meeting(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    clock: &Clock,
    current: &MeetingRow,
) -> Result<MeetingRow, DbErr> {
    let row = meeting::ActiveModel {
        id: Unchanged(current.id),
        state: Set(MeetingState::Closed),
        closed_at: Set(Some(clock.now())),
        current_item_id: Set(None),
        updated_at: Set(clock.now()),
        version: Set(current.version + 1),
        ..Default::default()
    };
    meeting::Entity::update(row).exec(tx).await
}

/// Notes which item people speak about. The meeting's version stays: it is that of its details and its
/// state, and who edits those is not to be disturbed by each item.
pub async fn set_current_item(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    current: &MeetingRow,
    item: Uuid,
) -> Result<MeetingRow, DbErr> {
    let row = meeting::ActiveModel {
        id: Unchanged(current.id),
        current_item_id: Set(Some(item)),
        ..Default::default()
    };
    meeting::Entity::update(row).exec(tx).await
}

/// Changes where an item stands, with the reason where there is one.
pub async fn set_item_state(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    clock: &Clock,
    current: &AgendaItemRow,
    (state, reason): (AgendaItemState, String),
) -> Result<AgendaItemRow, DbErr> {
    let row = agenda_item::ActiveModel {
        id: Unchanged(current.id),
        state: Set(state),
        reason: Set(reason),
        updated_at: Set(clock.now()),
        version: Set(current.version + 1),
        ..Default::default()
    };
    agenda_item::Entity::update(row).exec(tx).await
}

/// Defers what a meeting did not get to; how many items.
pub async fn defer_rest(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    clock: &Clock,
    meeting: &MeetingRow,
    reason: &str,
) -> Result<u64, DbErr> {
    let done = agenda_item::Entity::update_many()
        .col_expr(agenda_item::Column::State, Expr::value(AgendaItemState::Deferred))
        .col_expr(agenda_item::Column::Reason, Expr::value(reason))
        .col_expr(agenda_item::Column::UpdatedAt, Expr::value(clock.now()))
        .col_expr(agenda_item::Column::Version, Expr::col(agenda_item::Column::Version).add(1))
        .filter(agenda_item::Column::MeetingId.eq(meeting.id))
        .filter(agenda_item::Column::State.is_in([AgendaItemState::Scheduled, AgendaItemState::InDiscussion]))
        .exec(tx)
        .await?;
    Ok(done.rows_affected)
}

/// Gives back to the group what was handed in for a meeting and never came on its agenda.
pub async fn release_proposals(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    clock: &Clock,
    meeting: &MeetingRow,
) -> Result<(), DbErr> {
    agenda_item::Entity::update_many()
        .col_expr(agenda_item::Column::MeetingId, Expr::value(Option::<Uuid>::None))
        .col_expr(agenda_item::Column::UpdatedAt, Expr::value(clock.now()))
        .col_expr(agenda_item::Column::Version, Expr::col(agenda_item::Column::Version).add(1))
        .filter(agenda_item::Column::MeetingId.eq(meeting.id))
        .filter(agenda_item::Column::State.eq(AgendaItemState::Submitted))
        .exec(tx)
        .await?;
    Ok(())
}

/// Whether a deferred item stands on a later agenda already.
pub async fn taken_up(db: &impl ConnectionTrait, item: Uuid) -> Result<bool, DbErr> {
    let found =
        agenda_item::Entity::find().filter(agenda_item::Column::DeferredFromId.eq(item)).count(db).await?;
    Ok(found > 0)
}
