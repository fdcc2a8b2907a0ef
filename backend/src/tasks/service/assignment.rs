//! Who is responsible for a task: asked, taken, confirmed, given back.

use uuid::Uuid;
use verbund_shared::{
    error::ErrorCode,
    id::{GroupId, PersonId, TaskId},
    tasks::TaskAssignment,
    values::FieldCheck,
};

use super::{
    Held, event, held, inside, mails, person_facts, record, signed_in, state_forbids, work_facts, worker,
};
use crate::{
    app::App,
    authz::{Action, Caller, Facts, Permit, authorise},
    error::{ServiceError, ServiceResult, all_right},
    tasks::{
        rules::{
            assignment::Assigned,
            moves::Act,
            text::{check_reason, check_word},
        },
        store::{self, TaskRow},
    },
};

/// Writes who is responsible, with the word to it; they watch the task from now on.
async fn write(
    app: &App,
    permit: &Permit,
    held: &Held,
    (assigned, word): (Assigned, String),
    organisation: Option<Uuid>,
) -> ServiceResult<TaskRow> {
    let organisation = held.task.organisation_id.or(organisation);
    let task = store::set_assigned(&held.tx, permit, app.clock(), &held.task, (assigned, word), organisation)
        .await?;
    let responsible: Vec<Uuid> = task.responsible_id.into_iter().collect();
    store::watch(&held.tx, permit, task.id, &responsible).await?;
    Ok(task)
}

/// Asks somebody to take a task, takes it oneself, or says that nobody has it.
///
/// # Errors
/// `NOT_FOUND`, `VALIDATION` (`UNKNOWN_REFERENCE` for somebody who does not work in the group),
/// `CONFLICT`, `STATE_FORBIDS`, `UNAUTHENTICATED`, `FORBIDDEN`.
pub async fn assign(
    app: &App,
    caller: &Caller,
    id: TaskId,
    (to, message): (Option<PersonId>, &str),
    based_on: i32,
) -> ServiceResult<TaskRow> {
    let me = signed_in(caller)?;
    let held = held(app, caller, id).await?;
    let permit = authorise(caller, Action::TaskWork, &work_facts(caller, &held.task))?;
    let mut check = FieldCheck::new();
    let message = check_word(&mut check, message);
    all_right(check)?;
    let inside = inside(&held.tx, held.group.id, app.today()).await?;
    let member = match to {
        None => None,
        Some(to) => Some(
            worker(&inside, to.0)
                .ok_or_else(|| ServiceError::field("personId", ErrorCode::UnknownReference))?,
        ),
    };
    held.current(based_on)?;
    held.lets(Act::Change)?;
    let assigned = Assigned::from(&held.task).give(to.map(|id| id.0), me.0);
    let organisation = member.and_then(|member| member.role.organisation_id);
    let task = write(app, &permit, &held, (assigned, message), organisation).await?;
    let action = if to.is_some() { "task_assign" } else { "task_unassign" };
    let mut given = event(action, &task);
    if let Some(person) = to.map(|id| id.0).or(held.task.responsible_id) {
        given = given.subject(PersonId(person));
    }
    record(&held.tx, app, &permit, given).await?;
    mails::asked(&held.tx, app, &permit, &held.group, (Some(&held.task), &task)).await?;
    held.tx.commit().await?;
    Ok(task)
}

/// Takes a task that nobody has.
///
/// # Errors
/// `NOT_FOUND`, `CONFLICT`, `STATE_FORBIDS` (somebody has it), `UNAUTHENTICATED`, `FORBIDDEN`.
pub async fn take(app: &App, caller: &Caller, id: TaskId, based_on: i32) -> ServiceResult<TaskRow> {
    let me = signed_in(caller)?;
    let held = held(app, caller, id).await?;
    let permit = authorise(caller, Action::TaskMake, &Facts::group(GroupId(held.group.id)))?;
    held.current(based_on)?;
    held.lets(Act::Change)?;
    let taken = Assigned::from(&held.task).take(me.0).map_err(|_| refused(&held.task))?;
    let inside = inside(&held.tx, held.group.id, app.today()).await?;
    let organisation = worker(&inside, me.0).and_then(|member| member.role.organisation_id);
    let task = write(app, &permit, &held, (taken, String::new()), organisation).await?;
    record(&held.tx, app, &permit, event("task_take", &task)).await?;
    held.tx.commit().await?;
    Ok(task)
}

fn refused(task: &TaskRow) -> ServiceError {
    state_forbids(task.assignment.as_str())
}

/// Confirms what one was asked to do.
///
/// # Errors
/// `NOT_FOUND`, `CONFLICT`, `STATE_FORBIDS` (nothing is asked), `UNAUTHENTICATED`, `FORBIDDEN`.
pub async fn confirm(app: &App, caller: &Caller, id: TaskId, based_on: i32) -> ServiceResult<TaskRow> {
    let held = held(app, caller, id).await?;
    let permit = authorise(caller, Action::TaskAnswer, &person_facts(&held.task, held.task.responsible_id))?;
    held.current(based_on)?;
    held.lets(Act::Change)?;
    let confirmed = Assigned::from(&held.task).confirm().map_err(|_| refused(&held.task))?;
    let word = held.task.assignment_text.clone();
    let task = write(app, &permit, &held, (confirmed, word), None).await?;
    record(&held.tx, app, &permit, event("task_confirm", &task)).await?;
    held.tx.commit().await?;
    Ok(task)
}

/// Gives back what one was asked to do, with a word to whoever asked.
///
/// # Errors
/// `NOT_FOUND`, `VALIDATION` (no word), `CONFLICT`, `STATE_FORBIDS`, `UNAUTHENTICATED`, `FORBIDDEN`.
pub async fn give_back(
    app: &App,
    caller: &Caller,
    id: TaskId,
    reason: &str,
    based_on: i32,
) -> ServiceResult<TaskRow> {
    let held = held(app, caller, id).await?;
    let permit = authorise(caller, Action::TaskAnswer, &person_facts(&held.task, held.task.responsible_id))?;
    let mut check = FieldCheck::new();
    let reason = check_reason(&mut check, reason);
    all_right(check)?;
    held.current(based_on)?;
    held.lets(Act::Change)?;
    let back = Assigned::from(&held.task).give_back().map_err(|_| refused(&held.task))?;
    let task = write(app, &permit, &held, (back, reason.clone()), None).await?;
    record(&held.tx, app, &permit, event("task_return", &task).detail("reason", reason)).await?;
    if task.assignment == TaskAssignment::Returned {
        mails::returned(&held.tx, app, &permit, &held.group, &task).await?;
    }
    held.tx.commit().await?;
    Ok(task)
}
