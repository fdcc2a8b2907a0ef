//! Making tasks, changing what they say, watching them.

use uuid::Uuid;
use verbund_shared::{
    error::{ErrorCode, FieldError},
    id::{GroupId, MilestoneId, PersonId, TaskId},
    tasks::TaskState,
    values::FieldCheck,
};

use super::{event, held, held_group, inside, mails, open, record, signed_in, work_facts, worker};
use crate::{
    app::App,
    authz::{Action, Caller, Facts, authorise},
    db::Transaction,
    error::{ServiceError, ServiceResult, all_right},
    groups::{self, store::GroupMember},
    tasks::{
        rules::{
            assignment::Assigned,
            moves::Act,
            position,
            text::{TaskText, check_checklist, check_task, check_word, meant_day},
        },
        store::{self, Place, TaskRow},
    },
};

/// A task as somebody makes it.
#[derive(Debug, Clone)]
pub struct NewTask {
    /// Its group.
    pub group: GroupId,
    /// What it says.
    pub text: TaskText,
    /// Who is asked to do it; oneself need not be asked.
    pub responsible: Option<PersonId>,
    /// What is written to them.
    pub message: String,
    /// The entries of its checklist.
    pub checklist: Vec<String>,
}

/// Makes a task; whoever makes it watches it.
///
/// # Errors
/// `NOT_FOUND`, `VALIDATION`, `STATE_FORBIDS` (the group has ended), `UNAUTHENTICATED`, `FORBIDDEN`.
pub async fn create(app: &App, caller: &Caller, new: NewTask) -> ServiceResult<TaskRow> {
    let me = signed_in(caller)?;
    let (tx, group) = held_group(app, caller, new.group).await?;
    let permit = authorise(caller, Action::TaskMake, &Facts::group(new.group))?;
    let mut check = FieldCheck::new();
    let mut text = check_task(&mut check, new.text);
    let message = check_word(&mut check, &new.message);
    let checklist = check_checklist(&mut check, &new.checklist);
    let inside = inside(&tx, group.id, app.today()).await?;
    check_references(&tx, &mut check, group.id, &inside, (&text, None)).await?;
    let responsible = new.responsible.and_then(|id| {
        let found = worker(&inside, id.0);
        if found.is_none() {
            check.push(FieldError::new("responsibleId", ErrorCode::UnknownReference));
        }
        found
    });
    all_right(check)?;
    open(&group)?;
    text.organisation = text.organisation.or(responsible.and_then(|member| member.role.organisation_id));
    let column = Place { group: group.id, state: TaskState::Open, but: None };
    let last = store::last_place(&tx, column).await?;
    let task = store::NewTask {
        group: group.id,
        meant_day: meant_day(&text, None),
        text,
        position: position::between(last.as_deref(), None),
        assigned: match responsible {
            Some(member) => Assigned::NOBODY.give(Some(member.person.id), me.0),
            None => Assigned::NOBODY,
        },
        message,
        predecessor: None,
        created_by: Some(me.0),
    };
    let task = store::insert_task(&tx, &permit, app.clock(), task).await?;
    store::insert_items(&tx, &permit, app.clock(), task.id, (checklist, None)).await?;
    let mut watchers = vec![me.0];
    watchers.extend(task.responsible_id.filter(|id| *id != me.0));
    store::watch(&tx, &permit, task.id, &watchers).await?;
    let mut made = event("task_create", &task);
    if let Some(responsible) = task.responsible_id {
        made = made.subject(PersonId(responsible));
    }
    record(&tx, app, &permit, made).await?;
    mails::asked(&tx, app, &permit, &group, (None, &task)).await?;
    tx.commit().await?;
    Ok(task)
}

/// What a task refers to is of its group; what has left it since may stay.
async fn check_references(
    tx: &Transaction,
    check: &mut FieldCheck,
    group: Uuid,
    inside: &[GroupMember],
    (text, before): (&TaskText, Option<&TaskRow>),
) -> ServiceResult<()> {
    let organisation =
        text.organisation.filter(|_| text.organisation != before.and_then(|row| row.organisation_id));
    if organisation.is_some_and(|id| !inside.iter().any(|member| member.role.organisation_id == Some(id))) {
        check.push(FieldError::new("organisationId", ErrorCode::UnknownReference));
    }
    if let Some(id) = text.milestone.filter(|_| text.milestone != before.and_then(|row| row.milestone_id)) {
        let found = groups::store::find_milestone(tx, MilestoneId(id)).await?;
        if found.is_none_or(|milestone| milestone.group_id != group) {
            check.push(FieldError::new("milestoneId", ErrorCode::UnknownReference));
        }
    }
    Ok(())
}

/// Changes what a task says. All of it is replaced.
///
/// # Errors
/// `NOT_FOUND`, `VALIDATION`, `CONFLICT`, `STATE_FORBIDS`, `UNAUTHENTICATED`, `FORBIDDEN`.
pub async fn change(
    app: &App,
    caller: &Caller,
    id: TaskId,
    text: TaskText,
    based_on: i32,
) -> ServiceResult<TaskRow> {
    let held = held(app, caller, id).await?;
    let permit = authorise(caller, Action::TaskWork, &work_facts(caller, &held.task))?;
    let mut check = FieldCheck::new();
    let text = check_task(&mut check, text);
    let inside = inside(&held.tx, held.group.id, app.today()).await?;
    check_references(&held.tx, &mut check, held.group.id, &inside, (&text, Some(&held.task))).await?;
    all_right(check)?;
    held.current(based_on)?;
    held.lets(Act::Change)?;
    let before = held.task.due.zip(held.task.recurrence_day);
    let text = (text.clone(), meant_day(&text, before));
    let task = store::update_task(&held.tx, &permit, app.clock(), &held.task, text).await?;
    let mut changed = event("task_change", &task);
    if let Some(due) = task.due.filter(|_| task.due != held.task.due) {
        changed = changed.detail("due", due.to_string());
    }
    record(&held.tx, app, &permit, changed).await?;
    held.tx.commit().await?;
    Ok(task)
}

/// Begins or ends watching a task; whoever does already, or does not, changes nothing.
///
/// # Errors
/// `NOT_FOUND`, `UNAUTHENTICATED`.
pub async fn set_watching(app: &App, caller: &Caller, id: TaskId, watching: bool) -> ServiceResult<TaskRow> {
    let me = signed_in(caller)?;
    let held = held(app, caller, id).await?;
    let permit = authorise(caller, Action::TaskRead, &Facts::group(GroupId(held.group.id)))?;
    let watched = !store::watched_among(&held.tx, me, &[id.0]).await?.is_empty();
    if watched == watching {
        return Ok(held.task);
    }
    if watching {
        store::watch(&held.tx, &permit, id.0, &[me.0]).await?;
    } else {
        store::unwatch(&held.tx, &permit, id.0, me).await?;
    }
    let action = if watching { "task_watch" } else { "task_unwatch" };
    record(&held.tx, app, &permit, event(action, &held.task)).await?;
    held.tx.commit().await?;
    Ok(held.task)
}

/// One of the ids that tasks refer to; what is no id of its kind refers to nothing.
pub(in crate::tasks) fn reference<T: std::str::FromStr>(field: &str, id: &str) -> ServiceResult<T> {
    id.parse().map_err(|_| ServiceError::field(field, ErrorCode::UnknownReference))
}
