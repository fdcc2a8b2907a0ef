//! Moving cards, blocking, giving up, taking up again; what comes again when it is done.

use verbund_shared::{
    error::ErrorCode,
    id::TaskId,
    tasks::{TaskAssignment, TaskState},
    values::FieldCheck,
};

use super::{Held, event, held, inside, mails, record, state_forbids, work_facts, worker};
use crate::{
    app::App,
    authz::{Action, Caller, Permit, authorise},
    error::{ServiceError, ServiceResult, all_right},
    tasks::{
        rules::{
            assignment::Assigned,
            moves::{Act, moved},
            position, recurrence,
            text::{TaskText, check_reason},
        },
        store::{self, Closing, Place, TaskRow},
    },
};

/// A card that was moved, with the task that follows it in its series.
#[derive(Debug, Clone)]
pub struct Moved {
    /// The task.
    pub task: TaskRow,
    /// The next of the series, where this one was completed for the first time.
    pub successor: Option<TaskRow>,
}

/// Moves a card into a column, below another card or to the top. A card that has left that column
/// meanwhile is no neighbour any more: then it lies at the end.
///
/// # Errors
/// `NOT_FOUND`, `VALIDATION` (what is no column; a neighbour of another group), `CONFLICT`,
/// `STATE_FORBIDS`, `UNAUTHENTICATED`, `FORBIDDEN`.
pub async fn move_card(
    app: &App,
    caller: &Caller,
    id: TaskId,
    (to, after): (TaskState, Option<TaskId>),
    based_on: i32,
) -> ServiceResult<Moved> {
    let held = held(app, caller, id).await?;
    let permit = authorise(caller, Action::TaskWork, &work_facts(caller, &held.task))?;
    let neighbour = match after {
        None => None,
        Some(after) => {
            let found = store::find_task(&held.tx, after).await?;
            let found = found.filter(|other| other.group_id == held.group.id && after != id);
            Some(found.ok_or_else(|| ServiceError::field("afterId", ErrorCode::UnknownReference))?)
        }
    };
    held.current(based_on)?;
    moved(held.task.state, to).map_err(|code| match code {
        ErrorCode::InvalidValue => ServiceError::field("state", code),
        _ => state_forbids(held.task.state.as_str()),
    })?;
    let column = Place { group: held.group.id, state: to, but: Some(id.0) };
    let (lower, upper) = match neighbour {
        None => (None, store::next_place(&held.tx, column, None).await?),
        Some(card) if card.state == to => {
            let next = store::next_place(&held.tx, column, Some(&card.position)).await?;
            (Some(card.position), next)
        }
        Some(_) => (store::last_place(&held.tx, column).await?, None),
    };
    let place = position::between(lower.as_deref(), upper.as_deref());
    let moved = settle(app, caller, &permit, &held, (to, place), String::new()).await?;
    held.tx.commit().await?;
    Ok(moved)
}

/// Writes where a card lies now, and what follows from its state.
async fn settle(
    app: &App,
    caller: &Caller,
    permit: &Permit,
    held: &Held,
    place: (TaskState, String),
    reason: String,
) -> ServiceResult<Moved> {
    let (before, to) = (&held.task, place.0);
    let closing = to.is_final().then(|| Closing {
        // What was closed before and is only moved keeps its day.
        on: before.closed_on.unwrap_or_else(|| app.today()),
        reason: reason.clone(),
    });
    let me = caller.actor.person_id().map(|id| id.0);
    let assigned = Assigned::from(before).begun(to, me);
    let after = (assigned.assignment, closing);
    let task = store::set_place(&held.tx, permit, app.clock(), before, place, after).await?;
    let completed = to == TaskState::Done && before.state != TaskState::Done;
    let action = match to {
        TaskState::Done if completed => "task_complete",
        TaskState::Cancelled => "task_cancel",
        TaskState::Open | TaskState::InProgress if before.state.is_final() => "task_reopen",
        _ => "task_move",
    };
    let mut happened = event(action, &task).detail("states", to.as_str());
    if !reason.is_empty() {
        happened = happened.detail("reason", reason);
    }
    record(&held.tx, app, permit, happened).await?;
    let successor = if completed { follow(app, permit, held).await? } else { None };
    if to.is_final() && to != before.state {
        mails::closed(&held.tx, app, permit, &held.group, &task).await?;
    }
    Ok(Moved { task, successor })
}

/// Makes the next task of a series; however often one is completed, there is one that follows it.
async fn follow(app: &App, permit: &Permit, held: &Held) -> ServiceResult<Option<TaskRow>> {
    let (tx, done, today) = (&held.tx, &held.task, app.today());
    let (Some(recurrence), Some(due), Some(day)) = (done.recurrence(), done.due, done.recurrence_day) else {
        return Ok(None);
    };
    let day = u32::try_from(day).unwrap_or(1);
    let Some(next) = recurrence::next(recurrence, due, day, today) else { return Ok(None) };
    if store::has_successor(tx, done.id).await? {
        return Ok(None);
    }
    let column = Place { group: held.group.id, state: TaskState::Open, but: None };
    let last = store::last_place(tx, column).await?;
    let inside = inside(tx, held.group.id, today).await?;
    // Whoever has left the group does not go on with it.
    let stays = done.responsible_id.is_some_and(|id| worker(&inside, id).is_some());
    let assigned = match done.assignment {
        TaskAssignment::Confirmed | TaskAssignment::Asked if stays => Assigned::from(done),
        _ => Assigned::NOBODY,
    };
    let new = store::NewTask {
        group: held.group.id,
        text: TaskText {
            title: done.title.clone(),
            text: done.text.clone(),
            due: Some(next),
            priority: done.priority,
            organisation: done.organisation_id,
            recurrence: Some(recurrence),
            milestone: done.milestone_id,
        },
        meant_day: done.recurrence_day,
        position: position::between(last.as_deref(), None),
        assigned,
        message: String::new(),
        predecessor: Some(done.id),
        created_by: done.created_by,
    };
    let task = store::insert_task(tx, permit, app.clock(), new).await?;
    let items = store::checklists_of(tx, &[done.id]).await?;
    let texts = items.into_iter().map(|item| item.text).collect();
    store::insert_items(tx, permit, app.clock(), task.id, (texts, None)).await?;
    let watchers: Vec<_> =
        store::watchers_of(tx, &[done.id]).await?.into_iter().map(|(_, person)| person).collect();
    store::watch(tx, permit, task.id, &watchers).await?;
    record(tx, app, permit, event("task_recur", &task).detail("due", next.to_string())).await?;
    Ok(Some(task))
}

/// Says why a task cannot go on, or gives another reason.
///
/// # Errors
/// `NOT_FOUND`, `VALIDATION` (no reason), `CONFLICT`, `STATE_FORBIDS`, `UNAUTHENTICATED`, `FORBIDDEN`.
pub async fn block(
    app: &App,
    caller: &Caller,
    id: TaskId,
    reason: &str,
    based_on: i32,
) -> ServiceResult<TaskRow> {
    let held = held(app, caller, id).await?;
    let permit = authorise(caller, Action::TaskWork, &work_facts(caller, &held.task))?;
    let mut check = FieldCheck::new();
    let reason = check_reason(&mut check, reason);
    all_right(check)?;
    held.current(based_on)?;
    held.lets(Act::Block)?;
    let task = store::set_blocked(&held.tx, &permit, app.clock(), &held.task, Some(reason.clone())).await?;
    record(&held.tx, app, &permit, event("task_block", &task).detail("reason", reason)).await?;
    held.tx.commit().await?;
    Ok(task)
}

/// Says that a task can go on.
///
/// # Errors
/// `NOT_FOUND`, `CONFLICT`, `STATE_FORBIDS` (it is not blocked), `UNAUTHENTICATED`, `FORBIDDEN`.
pub async fn unblock(app: &App, caller: &Caller, id: TaskId, based_on: i32) -> ServiceResult<TaskRow> {
    let held = held(app, caller, id).await?;
    let permit = authorise(caller, Action::TaskWork, &work_facts(caller, &held.task))?;
    held.current(based_on)?;
    held.lets(Act::Unblock)?;
    let task = store::set_blocked(&held.tx, &permit, app.clock(), &held.task, None).await?;
    record(&held.tx, app, &permit, event("task_unblock", &task)).await?;
    held.tx.commit().await?;
    Ok(task)
}

/// Gives a task up, with the reason.
///
/// # Errors
/// `NOT_FOUND`, `VALIDATION` (no reason), `CONFLICT`, `STATE_FORBIDS`, `UNAUTHENTICATED`, `FORBIDDEN`.
pub async fn cancel(
    app: &App,
    caller: &Caller,
    id: TaskId,
    reason: &str,
    based_on: i32,
) -> ServiceResult<TaskRow> {
    let held = held(app, caller, id).await?;
    let permit = authorise(caller, Action::TaskWork, &work_facts(caller, &held.task))?;
    let mut check = FieldCheck::new();
    let reason = check_reason(&mut check, reason);
    all_right(check)?;
    held.current(based_on)?;
    let to = held.lets(Act::Cancel)?;
    at_end(app, caller, &permit, held, to, reason).await
}

/// Takes up again what was done or given up; its card lies at the end of the first column.
///
/// # Errors
/// `NOT_FOUND`, `CONFLICT`, `STATE_FORBIDS`, `UNAUTHENTICATED`, `FORBIDDEN`.
pub async fn reopen(app: &App, caller: &Caller, id: TaskId, based_on: i32) -> ServiceResult<TaskRow> {
    let held = held(app, caller, id).await?;
    let permit = authorise(caller, Action::TaskWork, &work_facts(caller, &held.task))?;
    held.current(based_on)?;
    let to = held.lets(Act::Reopen)?;
    at_end(app, caller, &permit, held, to, String::new()).await
}

async fn at_end(
    app: &App,
    caller: &Caller,
    permit: &Permit,
    held: Held,
    to: TaskState,
    reason: String,
) -> ServiceResult<TaskRow> {
    let column = Place { group: held.group.id, state: to, but: Some(held.task.id) };
    let last = store::last_place(&held.tx, column).await?;
    let place = position::between(last.as_deref(), None);
    let moved = settle(app, caller, permit, &held, (to, place), reason).await?;
    held.tx.commit().await?;
    Ok(moved.task)
}
