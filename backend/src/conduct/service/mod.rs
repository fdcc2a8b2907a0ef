//! Use cases of holding a meeting: its course, its items, attendance and votes, and reading all that.

mod attendance;
mod course;
mod items;
mod read;
mod votes;

pub use attendance::{NewEntry, SaidSpan, add, arrive, away, correct, end_person, leave, remove};
pub use course::{close, open};
pub use items::{begin, settle};
pub use read::{Conduct, conduct, may_conduct, spans_in};
pub use votes::{Opening, cancel as cancel_vote, close as close_vote, majority_of, open as open_vote};

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;
use verbund_shared::{
    id::{AgendaItemId, GroupId, MeetingId, PersonId},
    meetings::{MeetingState, VoteState},
};

use super::{rules::times::Window, store};
use crate::{
    app::App,
    audit::{self, AuditEvent},
    authz::{Action, Caller, Facts, Permit, authorise, may, signed_in},
    db::Transaction,
    error::{ServiceError, ServiceResult, state_forbids},
    groups::{
        self,
        rules::roles::Place,
        store::{GroupMember, GroupRow},
    },
    meetings::{
        service::conduct_facts,
        store::{self as meetings, AgendaItemRow, MeetingRow},
    },
    minutes,
};

/// A change of a meeting that was begun, with the rows that it holds.
struct Held {
    tx: Transaction,
    permit: Permit,
    group: GroupRow,
    meeting: MeetingRow,
}

/// Begins a change of a meeting by those who hold it, and holds its group's row. What somebody may not see
/// does not exist for them; in a group that does not work nothing is held.
async fn held(app: &App, caller: &Caller, id: MeetingId) -> ServiceResult<Held> {
    signed_in(caller)?;
    let found = meetings::find_meeting(app.db().read(), id).await?.ok_or_else(ServiceError::not_found)?;
    let group = GroupId(found.group_id);
    if !may(caller, Action::MeetingRead, &Facts::group(group)) {
        return Err(ServiceError::not_found());
    }
    let permit = authorise(caller, Action::MeetingConduct, &conduct_facts(caller, &found))?;
    let tx = app.db().begin().await?;
    let group = groups::store::lock_group(&tx, group).await?.ok_or_else(ServiceError::not_found)?;
    // Read again: until the group was held, somebody else may have changed it.
    let meeting = meetings::find_meeting(&tx, id).await?.ok_or_else(ServiceError::not_found)?;
    if !group.state.takes_people() {
        return Err(state_forbids(group.state.as_str()));
    }
    Ok(Held { tx, permit, group, meeting })
}

/// Begins a change of an item on a meeting's agenda.
async fn held_item(app: &App, caller: &Caller, id: AgendaItemId) -> ServiceResult<(Held, AgendaItemRow)> {
    signed_in(caller)?;
    let found = meetings::find_item(app.db().read(), id).await?.ok_or_else(ServiceError::not_found)?;
    let meeting = found.meeting_id.ok_or_else(ServiceError::not_found)?;
    let held = held(app, caller, MeetingId(meeting)).await?;
    let item = meetings::find_item(&held.tx, id).await?.ok_or_else(ServiceError::not_found)?;
    if item.meeting_id == Some(meeting) { Ok((held, item)) } else { Err(ServiceError::not_found()) }
}

impl Held {
    /// Refuses what the meeting's state does not let happen.
    fn lets(&self, states: &[MeetingState]) -> ServiceResult<()> {
        let now = self.meeting.state;
        if states.contains(&now) { Ok(()) } else { Err(state_forbids(now.as_str())) }
    }

    /// When people may have been there, while attendance can be written: from the opening until the minutes
    /// are final.
    async fn window(&self, app: &App) -> ServiceResult<Window> {
        self.lets(&[MeetingState::InSession, MeetingState::Closed])?;
        let minutes = minutes::store::minutes_of(&self.tx, MeetingId(self.meeting.id)).await?;
        if let Some(minutes) = minutes.filter(|minutes| !minutes.state.is_open()) {
            return Err(state_forbids(minutes.state.as_str()));
        }
        let opened = self.meeting.opened_at.ok_or_else(|| ServiceError::broken("held but never opened"))?;
        Ok(Window::new(opened, self.meeting.closed_at, app.clock().now(), app.time_zone()))
    }

    /// Refuses what has to wait until no vote is open.
    async fn no_open_vote(&self) -> ServiceResult<()> {
        let votes = store::votes_of(&self.tx, MeetingId(self.meeting.id)).await?;
        let open = votes.iter().any(|vote| vote.state == VoteState::Open);
        if open { Err(state_forbids("vote_open")) } else { Ok(()) }
    }

    async fn note(&self, app: &App, event: AuditEvent) -> ServiceResult<()> {
        Ok(audit::record(&self.tx, app.clock(), &self.permit, event).await?)
    }

    /// Commits, and gives the meeting as it is now.
    async fn done(self, app: &App) -> ServiceResult<Conduct> {
        let conduct = read::load(&self.tx, app, self.meeting, self.group, true).await?;
        self.tx.commit().await?;
        Ok(conduct)
    }
}

/// The people of a group on a day, guests too.
async fn people_on(tx: &Transaction, group: Uuid, day: NaiveDate) -> ServiceResult<Vec<GroupMember>> {
    let mut members = groups::store::members_of(tx, &[group]).await?;
    members.retain(|member| Place::from(member).holds_on(day));
    Ok(members)
}

/// The last moment of a meeting that counts: now, or just before its end.
fn moment_of(meeting: &MeetingRow, now: DateTime<Utc>) -> DateTime<Utc> {
    meeting.closed_at.map_or(now, |closed| closed - chrono::TimeDelta::microseconds(1))
}

fn meeting_event(action: &'static str, row: &MeetingRow) -> AuditEvent {
    AuditEvent::new(action, "meeting").object(row.id, &row.title)
}

fn item_event(action: &'static str, row: &AgendaItemRow) -> AuditEvent {
    AuditEvent::new(action, "agenda_item").object(row.id, &row.title)
}

fn vote_event(action: &'static str, row: &store::VoteRow) -> AuditEvent {
    AuditEvent::new(action, "vote").object(row.id, &row.title)
}

/// The trail names the meeting, and whose attendance it is by reference: a name would outlast the person.
fn attendance_event(action: &'static str, meeting: &MeetingRow, row: &store::AttendanceRow) -> AuditEvent {
    let event = AuditEvent::new(action, "attendance").object(row.id, &meeting.title);
    match row.person_id {
        Some(person) => event.subject(PersonId(person)),
        None => event,
    }
}
