//! The checklist of a task.

use uuid::Uuid;
use verbund_shared::{
    error::ErrorCode,
    id::{ChecklistItemId, TaskId},
    values::FieldCheck,
};

use super::{Held, event, held, record, work_facts};
use crate::{
    app::App,
    authz::{Action, Caller, Permit, authorise},
    error::{ServiceError, ServiceResult, all_right, same_version},
    tasks::{
        rules::{
            moves::Act,
            text::{check_item, check_room},
        },
        store::{self, ItemRow, TaskRow},
    },
};

/// Begins a change of an entry and holds its task's group.
async fn held_item(
    app: &App,
    caller: &Caller,
    id: ChecklistItemId,
) -> ServiceResult<(Held, Permit, ItemRow)> {
    super::signed_in(caller)?;
    let found = store::find_item(app.db().read(), id).await?.ok_or_else(ServiceError::not_found)?;
    let held = held(app, caller, TaskId(found.task_id)).await?;
    let permit = authorise(caller, Action::TaskWork, &work_facts(caller, &held.task))?;
    // Read again: until the group was held, somebody else may have changed it.
    let item = store::find_item(&held.tx, id).await?.ok_or_else(ServiceError::not_found)?;
    Ok((held, permit, item))
}

/// Only what is open, in a group that goes on.
fn changeable(held: &Held) -> ServiceResult<()> {
    held.open()?;
    held.lets(Act::Change).map(|_| ())
}

async fn done(
    app: &App,
    permit: &Permit,
    held: Held,
    action: &'static str,
    text: &str,
) -> ServiceResult<TaskRow> {
    record(&held.tx, app, permit, event(action, &held.task).detail("name", text)).await?;
    held.tx.commit().await?;
    Ok(held.task)
}

/// Adds an entry at the end.
///
/// # Errors
/// `NOT_FOUND`, `VALIDATION`, `STATE_FORBIDS`, `UNAUTHENTICATED`, `FORBIDDEN`.
pub async fn add_item(app: &App, caller: &Caller, id: TaskId, text: &str) -> ServiceResult<TaskRow> {
    let held = held(app, caller, id).await?;
    let permit = authorise(caller, Action::TaskWork, &work_facts(caller, &held.task))?;
    let items = store::checklists_of(&held.tx, &[id.0]).await?;
    let mut check = FieldCheck::new();
    let text = check_item(&mut check, "text", text);
    check_room(&mut check, "text", items.len() + 1);
    all_right(check)?;
    changeable(&held)?;
    let last = items.last().map(|item| item.position.clone());
    store::insert_items(&held.tx, &permit, app.clock(), id.0, (vec![text.clone()], last)).await?;
    done(app, &permit, held, "checklist_add", &text).await
}

/// Changes what an entry says.
///
/// # Errors
/// `NOT_FOUND`, `VALIDATION`, `CONFLICT`, `STATE_FORBIDS`, `UNAUTHENTICATED`, `FORBIDDEN`.
pub async fn change_item(
    app: &App,
    caller: &Caller,
    id: ChecklistItemId,
    text: &str,
    based_on: i32,
) -> ServiceResult<TaskRow> {
    let (held, permit, item) = held_item(app, caller, id).await?;
    let mut check = FieldCheck::new();
    let text = check_item(&mut check, "text", text);
    all_right(check)?;
    same_version(item.version, based_on)?;
    changeable(&held)?;
    store::set_item_text(&held.tx, &permit, &item, text.clone()).await?;
    done(app, &permit, held, "checklist_change", &text).await
}

/// Ticks an entry, or takes the tick away. Where somebody else has just done that, there is nothing to
/// do and nothing to complain about.
///
/// # Errors
/// `NOT_FOUND`, `CONFLICT`, `STATE_FORBIDS`, `UNAUTHENTICATED`, `FORBIDDEN`.
pub async fn tick_item(
    app: &App,
    caller: &Caller,
    id: ChecklistItemId,
    ticked: bool,
    based_on: i32,
) -> ServiceResult<TaskRow> {
    let (held, permit, item) = held_item(app, caller, id).await?;
    changeable(&held)?;
    if item.done == ticked {
        return Ok(held.task);
    }
    same_version(item.version, based_on)?;
    store::set_item_done(&held.tx, &permit, &item, ticked).await?;
    let action = if ticked { "checklist_tick" } else { "checklist_untick" };
    done(app, &permit, held, action, &item.text).await
}

/// Moves an entry below another, or to the top.
///
/// # Errors
/// `NOT_FOUND`, `VALIDATION` (an entry of another task), `CONFLICT`, `STATE_FORBIDS`,
/// `UNAUTHENTICATED`, `FORBIDDEN`.
pub async fn move_item(
    app: &App,
    caller: &Caller,
    id: ChecklistItemId,
    after: Option<ChecklistItemId>,
    based_on: i32,
) -> ServiceResult<TaskRow> {
    let (held, permit, item) = held_item(app, caller, id).await?;
    let items = store::checklists_of(&held.tx, &[held.task.id]).await?;
    let after: Option<Uuid> = after.map(|id| id.0);
    let place = store::place_in_checklist(&items, item.id, after)
        .ok_or_else(|| ServiceError::field("afterId", ErrorCode::UnknownReference))?;
    same_version(item.version, based_on)?;
    changeable(&held)?;
    store::set_item_place(&held.tx, &permit, &item, place).await?;
    done(app, &permit, held, "checklist_move", &item.text).await
}

/// Removes an entry.
///
/// # Errors
/// `NOT_FOUND`, `CONFLICT`, `STATE_FORBIDS`, `UNAUTHENTICATED`, `FORBIDDEN`.
pub async fn remove_item(
    app: &App,
    caller: &Caller,
    id: ChecklistItemId,
    based_on: i32,
) -> ServiceResult<TaskRow> {
    let (held, permit, item) = held_item(app, caller, id).await?;
    same_version(item.version, based_on)?;
    changeable(&held)?;
    store::delete_item(&held.tx, &permit, item.id).await?;
    done(app, &permit, held, "checklist_remove", &item.text).await
}
