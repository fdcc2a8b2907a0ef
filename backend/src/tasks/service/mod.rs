//! Use cases of tasks: making and changing them, who is responsible, moving cards, checklists,
//! comments, watching, and reading all that.

mod actions;
mod assignment;
mod checklist;
mod comments;
mod leaving;
mod mails;
mod moves;
mod read;
mod tasks;
mod waiting;

pub use actions::{FromAction, make_from_action};
pub use assignment::{assign, confirm, give_back, take};
pub use checklist::{add_item, change_item, move_item, remove_item, tick_item};
pub use comments::{NewComment, add_comment, change_comment, remove_comment};
pub use leaving::end_person;
pub(super) use mails::link;
pub use moves::{Moved, block, cancel, move_card, reopen, unblock};
pub use read::{Comments, comments, get_task, task_group, tasks, tasks_count};
pub(super) use tasks::reference;
pub use tasks::{NewTask, change, create, set_watching};
pub use waiting::{Waiting, waiting};

use chrono::NaiveDate;
use uuid::Uuid;
use verbund_shared::{
    groups::GroupRole,
    id::{GroupId, OrganisationId, PersonId, TaskId},
};

use super::{
    rules::{
        assignment::own_part,
        moves::{self as steps, Act},
    },
    store::{self, TaskRow},
};
use crate::{
    app::App,
    audit::{self, AuditEvent},
    authz::{Action, Caller, Facts, Permit, may, signed_in},
    db::Transaction,
    error::{ServiceError, ServiceResult, same_version, state_forbids},
    groups::{
        self,
        rules::roles::Place,
        store::{GroupMember, GroupRow},
    },
};

/// What a right to work on a task is asked about: its group, and whether it is one's own.
pub(super) fn work_facts(caller: &Caller, task: &TaskRow) -> Facts {
    let me = caller.actor.person_id().map(|id| id.0);
    let person = own_part(me, task.responsible_id, task.created_by).map(PersonId);
    Facts { person, ..Facts::group(GroupId(task.group_id)) }
}

/// What a right of one person within a task's group is asked about.
pub(super) fn person_facts(task: &TaskRow, person: Option<Uuid>) -> Facts {
    Facts { person: person.map(PersonId), ..Facts::group(GroupId(task.group_id)) }
}

/// Begins a change in a group and holds its row: whatever happens to its tasks comes one after the
/// other. What somebody may not see does not exist for them.
async fn held_group(app: &App, caller: &Caller, id: GroupId) -> ServiceResult<(Transaction, GroupRow)> {
    signed_in(caller)?;
    if !may(caller, Action::TaskRead, &Facts::group(id)) {
        return Err(ServiceError::not_found());
    }
    let tx = app.db().begin().await?;
    let group = groups::store::lock_group(&tx, id).await?.ok_or_else(ServiceError::not_found)?;
    Ok((tx, group))
}

/// A change that was begun, with the rows that it holds.
struct Held {
    tx: Transaction,
    group: GroupRow,
    task: TaskRow,
}

/// Begins a change of a task and holds its group's row.
async fn held(app: &App, caller: &Caller, id: TaskId) -> ServiceResult<Held> {
    signed_in(caller)?;
    let found = store::find_task(app.db().read(), id).await?.ok_or_else(ServiceError::not_found)?;
    let (tx, group) = held_group(app, caller, GroupId(found.group_id)).await?;
    // Read again: until the group was held, somebody else may have changed it.
    let task = store::lock_task(&tx, id).await?.ok_or_else(ServiceError::not_found)?;
    Ok(Held { tx, group, task })
}

impl Held {
    /// Refuses what was based on an older version, and anything in a group that has ended.
    fn current(&self, based_on: i32) -> ServiceResult<()> {
        same_version(self.task.version, based_on)?;
        self.open()
    }

    /// Refuses anything in a group that has ended.
    fn open(&self) -> ServiceResult<()> {
        open(&self.group)
    }

    /// Refuses what the task's state does not let happen.
    fn lets(&self, act: Act) -> ServiceResult<verbund_shared::tasks::TaskState> {
        steps::after(self.task.state, self.task.blocked, act)
            .map_err(|refused| ServiceError::user(refused.code()).with("state", refused.0.as_str()))
    }
}

fn open(group: &GroupRow) -> ServiceResult<()> {
    if group.state.is_final() { Err(state_forbids(group.state.as_str())) } else { Ok(()) }
}

/// The audit entry of something done to a task; more is added by its details.
fn event(action: &'static str, task: &TaskRow) -> AuditEvent {
    let event = AuditEvent::new(action, "task").object(task.id, &task.title);
    match task.organisation_id {
        Some(id) => event.organisation(OrganisationId(id)),
        None => event,
    }
}

async fn record(tx: &Transaction, app: &App, permit: &Permit, event: AuditEvent) -> ServiceResult<()> {
    Ok(audit::record(tx, app.clock(), permit, event).await?)
}

/// Those who have a place in a group today.
async fn inside(tx: &Transaction, group: Uuid, today: NaiveDate) -> ServiceResult<Vec<GroupMember>> {
    let mut members = groups::store::members_of(tx, &[group]).await?;
    members.retain(|member| Place::from(member).holds_on(today));
    Ok(members)
}

/// Somebody among them who can be responsible: guests take part, but do not work in the group.
fn worker(inside: &[GroupMember], person: Uuid) -> Option<&GroupMember> {
    let works = |member: &&GroupMember| member.person.id == person && member.role.role != GroupRole::Guest;
    inside.iter().find(works)
}
