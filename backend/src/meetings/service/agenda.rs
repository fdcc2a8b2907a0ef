//! Handing in agenda items, putting them on an agenda, changing what they say.

use uuid::Uuid;
use verbund_shared::{
    error::{ErrorCode, FieldError},
    id::{AgendaItemId, GroupId, MeetingId},
    meetings::{AGENDA_ITEMS_MAX, AgendaItemState},
    values::FieldCheck,
};

use super::{
    Held, HeldItem, held, held_item, held_meeting, item_event, plan::people_inside, state_forbids,
    takes_items, working,
};
use crate::{
    app::App,
    audit,
    authz::{Action, Caller, Permit},
    db::Transaction,
    error::{ServiceError, ServiceResult, all_right, same_version},
    meetings::{
        rules::details::{ItemText, check_item},
        store::{self, AgendaItemRow, MeetingRow, NewItem},
    },
};

fn new_item(group: Uuid, permit: &Permit, text: ItemText) -> NewItem {
    NewItem {
        group,
        kind: text.kind,
        title: text.title,
        text: text.text,
        duration: text.duration,
        presenter: text.presenter,
        presenter_name: text.presenter_name,
        internal: text.internal,
        deferred_from: None,
        minutes_of: None,
        submitted_by: permit.actor().person_id().map(|id| id.0),
    }
}

pub(super) fn unknown(field: &str) -> ServiceError {
    ServiceError::field(field, ErrorCode::UnknownReference)
}

/// Refuses one more item where an agenda, or what waits for one, is full.
pub(super) fn not_full(field: &str, items: usize) -> ServiceResult<()> {
    if items < AGENDA_ITEMS_MAX {
        return Ok(());
    }
    Err(ServiceError::fields(vec![FieldError::new(field, ErrorCode::TooMany).with("max", AGENDA_ITEMS_MAX)]))
}

/// A meeting of a group whose agenda is still made.
pub(super) async fn meeting_of(tx: &Transaction, group: Uuid, id: MeetingId) -> ServiceResult<MeetingRow> {
    let found = store::find_meeting(tx, id).await?.filter(|meeting| meeting.group_id == group);
    let meeting = found.ok_or_else(|| unknown("meetingId"))?;
    takes_items(&meeting)?;
    Ok(meeting)
}

/// Hands an item in: to the group, or with the wish that it comes on the agenda of one of its meetings.
///
/// # Errors
/// `UNAUTHENTICATED`, `NOT_FOUND`, `FORBIDDEN`, `VALIDATION`, `STATE_FORBIDS`.
pub async fn submit_item(
    app: &App,
    caller: &Caller,
    (id, wished): (GroupId, Option<MeetingId>),
    text: ItemText,
) -> ServiceResult<AgendaItemRow> {
    let (tx, permit, group) = held(app, caller, id, Action::AgendaSubmit).await?;
    let mut check = FieldCheck::new();
    let text = check_item(&mut check, text, None, &people_inside(&tx, app, group.id).await?);
    all_right(check)?;
    working(&group)?;
    let wished = match wished {
        Some(meeting) => Some(meeting_of(&tx, group.id, meeting).await?.id),
        None => None,
    };
    not_full("groupId", store::submitted_items(&tx, id).await?.len())?;
    let new = new_item(group.id, &permit, text);
    let item = store::submit_item(&tx, &permit, app.clock(), new, wished).await?;
    audit::record(&tx, app.clock(), &permit, item_event("agenda_submit", &item)).await?;
    tx.commit().await?;
    Ok(item)
}

/// Puts an item on the agenda of a meeting at once: at its end, or as the last part of another item.
///
/// # Errors
/// `UNAUTHENTICATED`, `NOT_FOUND`, `FORBIDDEN`, `VALIDATION`, `STATE_FORBIDS`.
pub async fn add_item(
    app: &App,
    caller: &Caller,
    (id, parent): (MeetingId, Option<AgendaItemId>),
    text: ItemText,
) -> ServiceResult<AgendaItemRow> {
    let Held { tx, permit, group, meeting } = held_meeting(app, caller, id, Action::MeetingManage).await?;
    let mut check = FieldCheck::new();
    let text = check_item(&mut check, text, None, &people_inside(&tx, app, group.id).await?);
    all_right(check)?;
    working(&group)?;
    takes_items(&meeting)?;
    let items = store::items_of(&tx, id).await?;
    not_full("meetingId", items.iter().filter(|item| item.position > 0).count())?;
    let is_parent = |item: &&AgendaItemRow| item.position > 0 && item.parent_id.is_none();
    let parent = match parent {
        Some(AgendaItemId(parent)) => {
            let found = items.iter().filter(is_parent).find(|item| item.id == parent);
            Some(found.ok_or_else(|| unknown("parentId"))?.id)
        }
        None => None,
    };
    let new = new_item(group.id, &permit, text);
    let item = store::insert_item(&tx, &permit, app.clock(), new, Some((&meeting, parent))).await?;
    let item = store::keep_internal(&tx, &permit, item).await?;
    audit::record(&tx, app.clock(), &permit, item_event("agenda_add", &item)).await?;
    tx.commit().await?;
    Ok(item)
}

/// Changes what an item says: those who manage the group's meetings, and while it waits whoever handed it in.
///
/// # Errors
/// `UNAUTHENTICATED`, `NOT_FOUND`, `FORBIDDEN`, `VALIDATION`, `CONFLICT`, `STATE_FORBIDS`.
pub async fn change_item(
    app: &App,
    caller: &Caller,
    (id, based_on): (AgendaItemId, i32),
    text: ItemText,
) -> ServiceResult<AgendaItemRow> {
    let HeldItem { tx, permit, group, item, meeting } = held_item(app, caller, id, true).await?;
    // Whoever was named before may stay, also after leaving the group.
    let mut inside = people_inside(&tx, app, group.id).await?;
    inside.extend(item.presenter_id);
    let mut check = FieldCheck::new();
    let text = check_item(&mut check, text, Some(item.kind), &inside);
    all_right(check)?;
    same_version(item.version, based_on)?;
    working(&group)?;
    match item.state {
        AgendaItemState::Submitted => {}
        AgendaItemState::Scheduled if permit.action() == Action::MeetingManage => {
            if let Some(meeting) = &meeting {
                takes_items(meeting)?;
            }
        }
        state => return Err(state_forbids(state.as_str())),
    }
    let item = store::update_item(&tx, &permit, app.clock(), &item, text).await?;
    let item = store::keep_internal(&tx, &permit, item).await?;
    audit::record(&tx, app.clock(), &permit, item_event("agenda_update", &item)).await?;
    tx.commit().await?;
    Ok(item)
}
