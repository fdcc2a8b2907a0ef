//! Where agenda items stand: scheduled, moved, withdrawn, deferred.

use uuid::Uuid;
use verbund_shared::{
    error::ErrorCode,
    id::{AgendaItemId, GroupId, MeetingId},
    meetings::AgendaItemState,
    values::FieldCheck,
};

use super::{
    HeldItem,
    agenda::{meeting_of, not_full, unknown},
    held_item,
    invite::place_of,
    item_event, state_forbids, takes_items, working,
};
use crate::{
    app::App,
    audit,
    authz::{Action, Caller},
    error::{ServiceError, ServiceResult, all_right, same_version},
    meetings::{
        rules::{
            agenda::{NotMoved, Place, has_parts, moved, without},
            details::check_reason,
        },
        store::{self, AgendaItemRow},
    },
};

/// Puts an item that was handed in at the end of a meeting's agenda.
///
/// # Errors
/// `UNAUTHENTICATED`, `NOT_FOUND`, `FORBIDDEN`, `VALIDATION`, `CONFLICT`, `STATE_FORBIDS`.
pub async fn schedule_item(
    app: &App,
    caller: &Caller,
    (id, based_on): (AgendaItemId, i32),
    on: MeetingId,
) -> ServiceResult<AgendaItemRow> {
    let HeldItem { tx, permit, group, item, .. } = held_item(app, caller, id, false).await?;
    same_version(item.version, based_on)?;
    working(&group)?;
    if item.state != AgendaItemState::Submitted {
        return Err(state_forbids(item.state.as_str()));
    }
    let meeting = meeting_of(&tx, group.id, on).await?;
    let items = store::items_of(&tx, on).await?;
    not_full("meetingId", items.iter().filter(|item| item.position > 0).count())?;
    let item = store::schedule_item(&tx, &permit, app.clock(), &item, &meeting).await?;
    let event = item_event("agenda_schedule", &item).detail("name", meeting.title);
    audit::record(&tx, app.clock(), &permit, event).await?;
    tx.commit().await?;
    Ok(item)
}

/// The places on the agenda on which an item stands.
async fn places(tx: &crate::db::Transaction, item: &AgendaItemRow) -> ServiceResult<Vec<Place>> {
    let Some(meeting) = item.meeting_id else { return Ok(Vec::new()) };
    Ok(store::items_of(tx, MeetingId(meeting)).await?.iter().map(place_of).collect())
}

/// Gives an item another place on its agenda; `position` counts from 1 among the parts of the parent.
///
/// # Errors
/// `UNAUTHENTICATED`, `NOT_FOUND`, `FORBIDDEN`, `VALIDATION` (`UNKNOWN_REFERENCE` for a parent that is none,
/// `INVALID_VALUE` for a place that there is not), `CONFLICT`, `STATE_FORBIDS` (also with `state` `has_parts`:
/// what has parts becomes no part).
pub async fn move_item(
    app: &App,
    caller: &Caller,
    (id, based_on): (AgendaItemId, i32),
    (parent, position): (Option<AgendaItemId>, i32),
) -> ServiceResult<AgendaItemRow> {
    let HeldItem { tx, permit, group, item, meeting } = held_item(app, caller, id, false).await?;
    same_version(item.version, based_on)?;
    working(&group)?;
    let meeting = meeting.filter(|_| item.state == AgendaItemState::Scheduled && item.position > 0);
    takes_items(&meeting.ok_or_else(|| state_forbids(item.state.as_str()))?)?;
    let parent: Option<Uuid> = parent.map(|id| id.0);
    let changes = moved(&places(&tx, &item).await?, item.id, parent, position).map_err(|why| match why {
        NotMoved::Parent => unknown("parentId"),
        NotMoved::HasParts => state_forbids("has_parts"),
        NotMoved::Position => ServiceError::field("position", ErrorCode::InvalidValue),
    })?;
    store::place_items(&tx, &permit, &changes).await?;
    let item = store::touch_item(&tx, &permit, app.clock(), &item).await?;
    let item = store::keep_internal(&tx, &permit, item).await?;
    audit::record(&tx, app.clock(), &permit, item_event("agenda_move", &item)).await?;
    tx.commit().await?;
    Ok(item)
}

/// Takes an item back, with the reason: those who manage the group's meetings, and whoever handed it in.
///
/// # Errors
/// `UNAUTHENTICATED`, `NOT_FOUND`, `FORBIDDEN`, `VALIDATION`, `CONFLICT`, `STATE_FORBIDS` (also with `state`
/// `has_parts`: its parts must go first).
pub async fn withdraw_item(
    app: &App,
    caller: &Caller,
    about: (AgendaItemId, i32),
    why: &str,
) -> ServiceResult<AgendaItemRow> {
    end(app, caller, about, (AgendaItemState::Withdrawn, "agenda_withdraw"), why).await
}

/// Puts an item off to a later meeting, with the reason: where one is planned already, it comes on its agenda
/// at once, otherwise when the next one is planned.
///
/// # Errors
/// `UNAUTHENTICATED`, `NOT_FOUND`, `FORBIDDEN`, `VALIDATION`, `CONFLICT`, `STATE_FORBIDS`.
pub async fn defer_item(
    app: &App,
    caller: &Caller,
    about: (AgendaItemId, i32),
    why: &str,
) -> ServiceResult<AgendaItemRow> {
    end(app, caller, about, (AgendaItemState::Deferred, "agenda_defer"), why).await
}

async fn end(
    app: &App,
    caller: &Caller,
    (id, based_on): (AgendaItemId, i32),
    (state, action): (AgendaItemState, &'static str),
    why: &str,
) -> ServiceResult<AgendaItemRow> {
    let withdraws = state == AgendaItemState::Withdrawn;
    let HeldItem { tx, permit, group, item, meeting } = held_item(app, caller, id, withdraws).await?;
    let mut check = FieldCheck::new();
    let why = check_reason(&mut check, why);
    all_right(check)?;
    same_version(item.version, based_on)?;
    working(&group)?;
    let scheduled = item.state == AgendaItemState::Scheduled;
    if !(scheduled || (withdraws && item.state == AgendaItemState::Submitted)) {
        return Err(state_forbids(item.state.as_str()));
    }
    if scheduled && let Some(meeting) = &meeting {
        // In the meeting itself, those who hold it say what becomes of an item.
        let manages = permit.action() == Action::MeetingManage;
        if !(meeting.state.is_ahead() || (withdraws && manages)) {
            return Err(state_forbids(meeting.state.as_str()));
        }
        takes_items(meeting)?;
    }
    let places = places(&tx, &item).await?;
    if has_parts(&places, item.id) {
        return Err(state_forbids("has_parts"));
    }
    store::place_items(&tx, &permit, &without(&places, item.id)).await?;
    let item = store::end_item(&tx, &permit, app.clock(), &item, (state, why.clone())).await?;
    if let Some(meeting) = meeting.filter(|_| state == AgendaItemState::Deferred)
        && let Some(next) = store::next_ahead(&tx, GroupId(group.id), meeting.starts_at).await?
    {
        store::carry_over(&tx, &permit, app.clock(), &next).await?;
    }
    let event = item_event(action, &item).detail("reason", why);
    audit::record(&tx, app.clock(), &permit, event).await?;
    tx.commit().await?;
    Ok(item)
}
