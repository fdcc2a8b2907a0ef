//! Use cases of meetings: rules of procedure, planning, inviting and calling off, agendas, replies, date
//! polls, and reading all that.

mod agenda;
mod agenda_moves;
mod invite;
mod mails;
mod plan;
mod polls;
mod procedure;
mod read;
mod replies;
mod waiting;

pub use agenda::{add_item, change_item, submit_item};
pub use agenda_moves::{defer_item, move_item, schedule_item, withdraw_item};
pub use invite::{FrozenAgenda, FrozenItem, Invitation, freeze_agenda, invite, place_of};
pub use plan::{call_off, plan, postpone, update};
pub use polls::{answer_poll, can_answer, cancel_poll, close_poll, get_poll, open_poll};
pub use procedure::{get_procedure, procedure_of, update_procedure};
pub use read::{
    Overview, Wanted, calendar_file, conduct_facts, get_item, get_meeting, meetings, meetings_count,
    overview, sees_internal,
};
pub use replies::{can_reply, reply};
pub use waiting::{Waiting, waiting};

use uuid::Uuid;
use verbund_shared::{
    groups::GroupRole,
    id::{AgendaItemId, GroupId, MeetingId, PersonId},
    meetings::MeetingState,
};

use super::store::{self, AgendaItemRow, MeetingRow};
use crate::{
    app::App,
    audit::AuditEvent,
    authz::{Action, Caller, Facts, Permit, authorise, may, signed_in},
    db::Transaction,
    error::{ServiceError, ServiceResult, state_forbids},
    groups::{
        self,
        rules::roles::Place,
        store::{GroupMember, GroupRow},
    },
};

/// What somebody may not see does not exist for them.
fn may_know(caller: &Caller, group: GroupId) -> ServiceResult<()> {
    let seen = may(caller, Action::MeetingRead, &Facts::group(group));
    if seen { Ok(()) } else { Err(ServiceError::not_found()) }
}

/// Begins a change in a group by those who may, and holds its row.
async fn held(
    app: &App,
    caller: &Caller,
    id: GroupId,
    action: Action,
) -> ServiceResult<(Transaction, Permit, GroupRow)> {
    held_for(app, caller, (id, None), action).await
}

/// The same where it matters that it is one's own: of whom.
async fn held_for(
    app: &App,
    caller: &Caller,
    (id, person): (GroupId, Option<PersonId>),
    action: Action,
) -> ServiceResult<(Transaction, Permit, GroupRow)> {
    signed_in(caller)?;
    may_know(caller, id)?;
    let permit = authorise(caller, action, &Facts { person, ..Facts::group(id) })?;
    let tx = app.db().begin().await?;
    let group = groups::store::lock_group(&tx, id).await?.ok_or_else(ServiceError::not_found)?;
    Ok((tx, permit, group))
}

/// A change of a meeting that was begun, with the rows that it holds.
struct Held {
    tx: Transaction,
    permit: Permit,
    group: GroupRow,
    meeting: MeetingRow,
}

/// Begins a change of a meeting by those who may, and holds its group's row.
async fn held_meeting(app: &App, caller: &Caller, id: MeetingId, action: Action) -> ServiceResult<Held> {
    let found = get_meeting(app, caller, id).await?;
    let of = (GroupId(found.group_id), conduct_facts(caller, &found).person);
    let (tx, permit, group) = held_for(app, caller, of, action).await?;
    // Read again: until the group was held, somebody else may have changed it.
    let meeting = store::find_meeting(&tx, id).await?.ok_or_else(ServiceError::not_found)?;
    Ok(Held { tx, permit, group, meeting })
}

/// A change of an agenda item that was begun, with the rows that it holds.
struct HeldItem {
    tx: Transaction,
    permit: Permit,
    group: GroupRow,
    item: AgendaItemRow,
    /// The meeting on whose agenda it stands, or is wished for.
    meeting: Option<MeetingRow>,
}

/// Begins a change of an agenda item, and holds its group's row. `own_too`: also by whoever handed it in,
/// while they may hand in items.
async fn held_item(app: &App, caller: &Caller, id: AgendaItemId, own_too: bool) -> ServiceResult<HeldItem> {
    let me = signed_in(caller)?;
    let found = get_item(app, caller, id).await?;
    let group = GroupId(found.group_id);
    let own = own_too && found.submitted_by == Some(me.0);
    let manages = may(caller, Action::MeetingManage, &Facts::group(group));
    let action = if own && !manages { Action::AgendaSubmit } else { Action::MeetingManage };
    let (tx, permit, group) = held(app, caller, group, action).await?;
    let item = store::find_item(&tx, id).await?.ok_or_else(ServiceError::not_found)?;
    let meeting = match item.meeting_id {
        Some(id) => store::find_meeting(&tx, MeetingId(id)).await?,
        None => None,
    };
    Ok(HeldItem { tx, permit, group, item, meeting })
}

/// Refuses anything in a group that does not work: it has no charter yet, or has ended.
fn working(group: &GroupRow) -> ServiceResult<()> {
    if group.state.takes_people() { Ok(()) } else { Err(state_forbids(group.state.as_str())) }
}

/// Refuses a change of an agenda that is no longer made: its meeting is over or called off.
fn takes_items(meeting: &MeetingRow) -> ServiceResult<()> {
    let open = meeting.state.is_ahead() || meeting.state == MeetingState::InSession;
    if open { Ok(()) } else { Err(state_forbids(meeting.state.as_str())) }
}

/// Those who have a place in a group on a day.
async fn inside(tx: &Transaction, group: Uuid, day: chrono::NaiveDate) -> ServiceResult<Vec<GroupMember>> {
    let mut members = groups::store::members_of(tx, &[group]).await?;
    members.retain(|member| Place::from(member).holds_on(day));
    Ok(members)
}

/// Those among them who work in the group; guests only take part.
fn workers(members: &[GroupMember]) -> Vec<Uuid> {
    let works = |member: &&GroupMember| member.role.role != GroupRole::Guest;
    members.iter().filter(works).map(|member| member.person.id).collect()
}

fn people_of(members: &[GroupMember]) -> Vec<Uuid> {
    members.iter().map(|member| member.person.id).collect()
}

fn meeting_event(action: &'static str, row: &MeetingRow) -> AuditEvent {
    AuditEvent::new(action, "meeting").object(row.id, &row.title)
}

fn item_event(action: &'static str, row: &AgendaItemRow) -> AuditEvent {
    AuditEvent::new(action, "agenda_item").object(row.id, &row.title)
}
