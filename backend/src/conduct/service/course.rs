//! Opening a meeting and closing it.

use std::collections::HashSet;

use uuid::Uuid;
use verbund_shared::{
    id::{GroupId, MeetingId},
    meetings::MeetingState,
};

use super::{Conduct, Held, held, meeting_event, people_on, state_forbids};
use crate::{
    app::App,
    audit::rules::begin_of,
    authz::Caller,
    conduct::{
        rules::times::too_early,
        store::{self, NewAttendance},
    },
    error::{ServiceResult, same_version},
    meetings::store as meetings,
};

/// Why items are deferred that a meeting did not get to: content, which is German.
const OUT_OF_TIME: &str = "Aus Zeitgründen vertagt.";

/// Opens a meeting, at the earliest twelve hours before it begins. Everybody who is in the group today gets
/// an entry in its attendance.
///
/// # Errors
/// `UNAUTHENTICATED`, `NOT_FOUND`, `FORBIDDEN`, `CONFLICT`, `STATE_FORBIDS` (also with `state` `too_early`).
pub async fn open(app: &App, caller: &Caller, (id, based_on): (MeetingId, i32)) -> ServiceResult<Conduct> {
    let mut held = held(app, caller, id).await?;
    same_version(held.meeting.version, based_on)?;
    held.lets(&[MeetingState::Planned, MeetingState::Invited])?;
    if too_early(app.clock().now(), held.meeting.starts_at) {
        return Err(state_forbids("too_early"));
    }
    held.meeting = store::open_meeting(&held.tx, &held.permit, app.clock(), &held.meeting).await?;
    write_attendance(&held, app).await?;
    held.note(app, meeting_event("meeting_open", &held.meeting)).await?;
    held.done(app).await
}

/// Makes the attendance that of today: entries of those who answered the invitation stay with their answers,
/// those who came into the group since get one, those who left it since have none.
async fn write_attendance(held: &Held, app: &App) -> ServiceResult<()> {
    let Held { tx, permit, group, meeting } = held;
    let people = people_on(tx, group.id, app.today()).await?;
    let rows = store::attendances_of(tx, MeetingId(meeting.id)).await?;
    let mut here: HashSet<Uuid> = HashSet::new();
    for member in people {
        let place = (member.role.role, member.role.organisation_id);
        if !here.insert(member.person.id) {
            continue;
        }
        match rows.iter().find(|row| row.person_id == Some(member.person.id)) {
            Some(row) if (row.role, row.organisation_id) == place => (),
            Some(row) => store::set_place(tx, permit, row, place).await?,
            None => {
                let (person, organisation, role) = (Some(member.person.id), place.1, place.0);
                let new = NewAttendance { person, name: String::new(), organisation, role };
                store::insert_attendance(tx, permit, app.clock(), meeting.id, new).await?;
            }
        }
    }
    for row in rows {
        if row.person_id.is_some_and(|person| !here.contains(&person)) {
            store::remove_attendance(tx, permit, row.id).await?;
        }
    }
    Ok(())
}

/// Closes a meeting: whoever is still there leaves, what it did not get to is deferred, and what was
/// deferred goes on the agenda of the next meeting, if there is one ahead.
///
/// # Errors
/// `UNAUTHENTICATED`, `NOT_FOUND`, `FORBIDDEN`, `CONFLICT`, `STATE_FORBIDS` (also with `state` `vote_open`).
pub async fn close(app: &App, caller: &Caller, (id, based_on): (MeetingId, i32)) -> ServiceResult<Conduct> {
    let mut held = held(app, caller, id).await?;
    same_version(held.meeting.version, based_on)?;
    held.lets(&[MeetingState::InSession])?;
    held.no_open_vote().await?;
    let clock = app.clock();
    held.meeting = store::close_meeting(&held.tx, &held.permit, clock, &held.meeting).await?;
    let Held { tx, permit, group, meeting } = &held;
    let rows = store::attendances_of(tx, MeetingId(meeting.id)).await?;
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    store::end_open_spans(tx, permit, &ids, meeting.closed_at.unwrap_or_else(|| clock.now())).await?;
    let deferred = store::defer_rest(tx, permit, clock, meeting, OUT_OF_TIME).await?;
    store::release_proposals(tx, permit, clock, meeting).await?;
    // A meeting of the past that nobody held is none to put something on.
    let after = meeting.starts_at.max(begin_of(app.today(), app.time_zone()));
    if let Some(next) = meetings::next_ahead(tx, GroupId(group.id), after).await? {
        meetings::carry_over(tx, permit, clock, &next).await?;
    }
    let event = meeting_event("meeting_close", meeting).detail("count", deferred);
    held.note(app, event).await?;
    held.done(app).await
}
