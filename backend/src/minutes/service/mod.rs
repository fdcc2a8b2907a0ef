//! Use cases of minutes: writing them, review and objections, finalising, signing, approving and amending
//! them, and reading all that.

mod can;
mod closing;
mod freeze;
mod mails;
mod material;
mod objections;
mod read;
mod review;
mod waiting;
mod writing;

pub use can::{Can, can};
pub use closing::{amend, approve, approve_due, finalise, sign};
pub use freeze::freeze;
pub use material::{Item, Material};
pub use objections::{NewObjection, answer, object, withdraw};
pub use read::{Version, View, comparison, get, get_item, version};
pub use review::review;
pub use waiting::{Waiting, waiting};
pub use writing::{NewAction, add_action, change_action, remove_action, save};

use chrono::NaiveDate;
use verbund_shared::{
    groups::GroupRole,
    id::{GroupId, MeetingId},
    meetings::MeetingState,
    minutes::MinutesState,
};

use super::store::{self, MinutesRow};
use crate::{
    app::App,
    audit::{self, AuditEvent},
    authz::{Action, Caller, Facts, Permit, authorise, may, signed_in},
    db::Transaction,
    error::{ServiceError, ServiceResult, same_version, state_forbids},
    groups::{
        self,
        rules::roles::Place,
        store::{GroupMember, GroupRow},
    },
    meetings::{self, service::conduct_facts, store::MeetingRow},
};

/// What the right to object is asked about: the group, and oneself.
fn own_facts(caller: &Caller, meeting: &MeetingRow) -> Facts {
    Facts { person: caller.actor.person_id(), ..Facts::group(GroupId(meeting.group_id)) }
}

/// Whether somebody writes the minutes of a meeting.
fn writes(caller: &Caller, meeting: &MeetingRow) -> bool {
    may(caller, Action::MinutesWrite, &conduct_facts(caller, meeting))
}

/// Whether somebody sees what is internal.
fn sees_internal(caller: &Caller, meeting: &MeetingRow) -> bool {
    may(caller, Action::MeetingReadInternal, &Facts::group(GroupId(meeting.group_id)))
}

/// A meeting that somebody may see.
async fn seen_meeting(app: &App, caller: &Caller, id: MeetingId) -> ServiceResult<MeetingRow> {
    signed_in(caller)?;
    let found = meetings::store::find_meeting(app.db().read(), id).await?;
    let meeting = found.ok_or_else(ServiceError::not_found)?;
    if may(caller, Action::MeetingRead, &Facts::group(GroupId(meeting.group_id))) {
        Ok(meeting)
    } else {
        Err(ServiceError::not_found())
    }
}

/// A change that was begun, with the rows that it holds.
struct Held {
    tx: Transaction,
    permit: Permit,
    group: GroupRow,
    meeting: MeetingRow,
    minutes: Option<MinutesRow>,
}

/// Begins a change of a meeting's minutes by somebody who writes them, and holds the group's row.
async fn held(app: &App, caller: &Caller, id: MeetingId) -> ServiceResult<Held> {
    let meeting = seen_meeting(app, caller, id).await?;
    let permit = authorise(caller, Action::MinutesWrite, &conduct_facts(caller, &meeting))?;
    hold(app, permit, &meeting).await
}

/// Begins a change and holds the group's row.
async fn hold(app: &App, permit: Permit, found: &MeetingRow) -> ServiceResult<Held> {
    let tx = app.db().begin().await?;
    let group = groups::store::lock_group(&tx, GroupId(found.group_id)).await?;
    let group = group.ok_or_else(ServiceError::not_found)?;
    // Read again: until the group was held, somebody else may have changed it.
    let id = MeetingId(found.id);
    let meeting = meetings::store::find_meeting(&tx, id).await?.ok_or_else(ServiceError::not_found)?;
    let minutes = store::minutes_of(&tx, id).await?;
    Ok(Held { tx, permit, group, meeting, minutes })
}

impl Held {
    /// Refuses anything in a group that does not work.
    fn working(&self) -> ServiceResult<()> {
        let state = self.group.state;
        if state.takes_people() { Ok(()) } else { Err(state_forbids(state.as_str())) }
    }

    /// The minutes as they were looked at, in a group that works.
    fn current(&self, based_on: i32) -> ServiceResult<&MinutesRow> {
        same_version(self.minutes.as_ref().map_or(0, |row| row.version), based_on)?;
        self.working()?;
        // Without minutes there is nothing to do this with.
        self.minutes.as_ref().ok_or_else(|| state_forbids(MinutesState::Draft.as_str()))
    }

    /// Refuses to write what is no draft, or before the day of the meeting.
    fn writable(&self, app: &App) -> ServiceResult<()> {
        self.working()?;
        if let Some(state) =
            self.minutes.as_ref().map(|row| row.state).filter(|state| *state != MinutesState::Draft)
        {
            return Err(state_forbids(state.as_str()));
        }
        if takes_notes(app, &self.meeting) { Ok(()) } else { Err(state_forbids(self.meeting.state.as_str())) }
    }

    /// The minutes; begun where there are none.
    async fn begun(&self, app: &App) -> ServiceResult<MinutesRow> {
        if let Some(minutes) = &self.minutes {
            return Ok(minutes.clone());
        }
        let row = store::insert_minutes(&self.tx, &self.permit, app.clock(), self.meeting.id).await?;
        self.record(app, event("minutes_begin", &self.meeting)).await?;
        Ok(row)
    }

    async fn record(&self, app: &App, event: AuditEvent) -> ServiceResult<()> {
        Ok(audit::record(&self.tx, app.clock(), &self.permit, event).await?)
    }
}

/// The day of a meeting, where the network is.
fn day_of(app: &App, meeting: &MeetingRow) -> NaiveDate {
    meeting.starts_at.with_timezone(&app.time_zone()).date_naive()
}

/// Whether minutes can be written: while it is held, afterwards, and on its day.
fn takes_notes(app: &App, meeting: &MeetingRow) -> bool {
    meeting.state.is_held() || (meeting.state == MeetingState::Invited && day_of(app, meeting) == app.today())
}

/// Whether a meeting is over.
fn is_over(meeting: &MeetingRow) -> bool {
    matches!(meeting.state, MeetingState::Closed | MeetingState::Completed)
}

/// Those who work in a group on a day: guests take part, but do not work there.
async fn workers(tx: &Transaction, group: &GroupRow, day: NaiveDate) -> ServiceResult<Vec<GroupMember>> {
    let mut members = groups::store::members_of(tx, &[group.id]).await?;
    members.retain(|member| Place::from(member).holds_on(day) && member.role.role != GroupRole::Guest);
    Ok(members)
}

fn event(action: &'static str, meeting: &MeetingRow) -> AuditEvent {
    AuditEvent::new(action, "minutes").object(meeting.id, &meeting.title)
}
