//! Who is there from when until when.

use uuid::Uuid;
use verbund_shared::{
    error::{ErrorCode, FieldError},
    groups::GroupRole,
    id::{AttendanceId, MeetingId, OrganisationId, PersonId},
    limits::NAME_MAX,
    meetings::{AttendanceAway, MEETING_REASON_MAX, MeetingState},
    people::PersonState,
    values::FieldCheck,
};

use super::{Conduct, Held, attendance_event, held, people_on, signed_in, spans_in, state_forbids};
use crate::{
    app::App,
    authz::{Caller, Permit},
    conduct::{
        rules::{
            quorum::Span,
            spans::{self, Refused},
        },
        store::{self, AttendanceRow, NewAttendance},
    },
    db::Transaction,
    error::{ServiceError, ServiceResult, all_right, same_version},
    organisations::store::find_organisation,
    people::people_by_id,
};

/// Times at which one person was there, at most.
const SPANS_MAX: usize = 50;

/// Somebody to be added: a person, or a guest without an account by name.
#[derive(Debug, Clone, Default)]
pub struct NewEntry {
    /// The person.
    pub person: Option<PersonId>,
    /// The guest's name.
    pub name: String,
    /// For which organisation; of a person in the group it is known.
    pub organisation: Option<OrganisationId>,
}

/// When somebody was there, as it is said.
#[derive(Debug, Clone)]
pub struct SaidSpan {
    /// By video or telephone.
    pub online: bool,
    /// `HH:MM`.
    pub from: String,
    /// `HH:MM`; none while they are there.
    pub until: Option<String>,
}

/// A change of an entry that was begun.
struct Entry {
    held: Held,
    row: AttendanceRow,
    spans: Vec<Span>,
}

async fn entry(app: &App, caller: &Caller, (id, based_on): (AttendanceId, i32)) -> ServiceResult<Entry> {
    signed_in(caller)?;
    let found = store::find_attendance(app.db().read(), id).await?.ok_or_else(ServiceError::not_found)?;
    let held = held(app, caller, MeetingId(found.meeting_id)).await?;
    let row = store::find_attendance(&held.tx, id).await?.ok_or_else(ServiceError::not_found)?;
    same_version(row.version, based_on)?;
    let spans = spans_in(&store::spans_of(&held.tx, &[row.id]).await?);
    Ok(Entry { held, row, spans })
}

impl Entry {
    /// Writes when they were there; who was there was neither excused nor absent.
    async fn write(self, app: &App, action: &'static str, spans: &[Span]) -> ServiceResult<(Uuid, Conduct)> {
        let Self { held, row, .. } = self;
        let away = row.away.filter(|_| spans.is_empty());
        let (changed, note) = ((away, row.note.clone()), row.id);
        store::replace_spans(&held.tx, &held.permit, app.clock(), note, spans).await?;
        let row = store::change_attendance(&held.tx, &held.permit, &row, changed).await?;
        held.note(app, attendance_event(action, &held.meeting, &row)).await?;
        Ok((row.id, held.done(app).await?))
    }
}

/// The error of coming or going at a time that was said.
fn refused(refused: Refused) -> ServiceError {
    match refused {
        Refused::State(state) => state_forbids(state.as_str()),
        Refused::Overlap | Refused::Order => ServiceError::field("at", refused.code()),
    }
}

fn one(error: FieldError) -> ServiceError {
    ServiceError::fields(vec![error])
}

/// Adds somebody to the attendance: a person, or a guest by name. Who is not in the group today is a guest
/// and has no vote. Gives the entry's key with the meeting.
///
/// # Errors
/// `UNAUTHENTICATED`, `NOT_FOUND`, `FORBIDDEN`, `VALIDATION` (also `UNKNOWN_REFERENCE`, `DUPLICATE`),
/// `STATE_FORBIDS`.
pub async fn add(
    app: &App,
    caller: &Caller,
    meeting: MeetingId,
    new: NewEntry,
) -> ServiceResult<(Uuid, Conduct)> {
    let held = held(app, caller, meeting).await?;
    let mut check = FieldCheck::new();
    let name = match new.person {
        None => check.required_line("name", &new.name, NAME_MAX),
        Some(person) => {
            check_person(&held, &mut check, person).await?;
            String::new()
        }
    };
    if let Some(organisation) = new.organisation
        && find_organisation(&held.tx, organisation).await?.is_none()
    {
        check.push(FieldError::new("organisationId", ErrorCode::UnknownReference));
    }
    all_right(check)?;
    held.window(app).await?;
    let people = people_on(&held.tx, held.group.id, app.today()).await?;
    let place = people.iter().find(|member| new.person == Some(PersonId(member.person.id)));
    let entry = NewAttendance {
        person: new.person.map(|id| id.0),
        name,
        organisation: match place {
            Some(member) => member.role.organisation_id,
            None => new.organisation.map(|id| id.0),
        },
        role: place.map_or(GroupRole::Guest, |member| member.role.role),
    };
    let row = store::insert_attendance(&held.tx, &held.permit, app.clock(), held.meeting.id, entry).await?;
    held.note(app, attendance_event("attendance_add", &held.meeting, &row)).await?;
    Ok((row.id, held.done(app).await?))
}

/// Nobody is in an attendance twice, and nobody who has left the network comes in.
async fn check_person(held: &Held, check: &mut FieldCheck, person: PersonId) -> ServiceResult<()> {
    let found = people_by_id(&held.tx, &[person.0]).await?;
    if !found.iter().any(|row| row.state == PersonState::Active) {
        let error = FieldError::new("personId", ErrorCode::UnknownReference);
        check.push(error.with("value", person.to_string()));
    }
    let rows = store::attendances_of(&held.tx, MeetingId(held.meeting.id)).await?;
    if rows.iter().any(|row| row.person_id == Some(person.0)) {
        check.push(FieldError::new("personId", ErrorCode::Duplicate));
    }
    Ok(())
}

/// Notes that somebody came, into the room or online, now or at a time of this day. Who was there in the
/// other way changes over at that moment.
///
/// # Errors
/// `UNAUTHENTICATED`, `NOT_FOUND`, `FORBIDDEN`, `VALIDATION` (`INVALID_VALUE`, `TIME_SKIPPED`,
/// `TIME_OUT_OF_RANGE`, `OVERLAP`, `DATE_ORDER`), `CONFLICT`, `STATE_FORBIDS` (also where they are there
/// already).
pub async fn arrive(
    app: &App,
    caller: &Caller,
    about: (AttendanceId, i32),
    (online, at): (bool, Option<&str>),
) -> ServiceResult<(Uuid, Conduct)> {
    let entry = entry(app, caller, about).await?;
    entry.held.lets(&[MeetingState::InSession])?;
    let window = entry.held.window(app).await?;
    let at = at.map_or(Ok(window.latest()), |text| window.moment("at", text)).map_err(one)?;
    let spans = spans::arrive(&entry.spans, at, online).map_err(refused)?;
    entry.write(app, "attendance_arrive", &spans).await
}

/// Notes that somebody left, now or at a time of this day.
///
/// # Errors
/// As [`arrive`].
pub async fn leave(
    app: &App,
    caller: &Caller,
    about: (AttendanceId, i32),
    at: Option<&str>,
) -> ServiceResult<(Uuid, Conduct)> {
    let entry = entry(app, caller, about).await?;
    entry.held.lets(&[MeetingState::InSession])?;
    let window = entry.held.window(app).await?;
    let at = at.map_or(Ok(window.latest()), |text| window.moment("at", text)).map_err(one)?;
    let spans = spans::leave(&entry.spans, at).map_err(refused)?;
    entry.write(app, "attendance_leave", &spans).await
}

/// Notes that somebody was excused or absent, or that it is not known, with a note; only where they were
/// never there.
///
/// # Errors
/// `UNAUTHENTICATED`, `NOT_FOUND`, `FORBIDDEN`, `VALIDATION`, `CONFLICT`, `STATE_FORBIDS`.
pub async fn away(
    app: &App,
    caller: &Caller,
    about: (AttendanceId, i32),
    (away, note): (Option<AttendanceAway>, &str),
) -> ServiceResult<(Uuid, Conduct)> {
    let Entry { held, row, spans } = entry(app, caller, about).await?;
    let mut check = FieldCheck::new();
    let note = check.text("note", note, MEETING_REASON_MAX);
    all_right(check)?;
    held.window(app).await?;
    if !spans.is_empty() {
        return Err(state_forbids(spans::state(&spans, None).as_str()));
    }
    let row = store::change_attendance(&held.tx, &held.permit, &row, (away, note)).await?;
    held.note(app, attendance_event("attendance_away", &held.meeting, &row)).await?;
    Ok((row.id, held.done(app).await?))
}

/// Writes anew when somebody was there; nothing: they were not. After the meeting every time has its end.
///
/// # Errors
/// As [`arrive`], for `spans.0.from` and the like; also `REQUIRED` and `TOO_MANY`.
pub async fn correct(
    app: &App,
    caller: &Caller,
    about: (AttendanceId, i32),
    said: &[SaidSpan],
) -> ServiceResult<(Uuid, Conduct)> {
    let entry = entry(app, caller, about).await?;
    let window = entry.held.window(app).await?;
    let mut check = FieldCheck::new();
    if said.len() > SPANS_MAX {
        check.push(FieldError::new("spans", ErrorCode::TooMany).with("max", SPANS_MAX));
    }
    let mut spans = Vec::new();
    for (place, span) in said.iter().enumerate().take(SPANS_MAX) {
        let from = window.moment(&format!("spans.{place}.from"), &span.from);
        let field = format!("spans.{place}.until");
        let until = match &span.until {
            Some(until) => window.moment(&field, until).map(Some),
            None if entry.held.meeting.state == MeetingState::InSession => Ok(None),
            None => Err(FieldError::new(field, ErrorCode::Required)),
        };
        match (from, until) {
            (Ok(from), Ok(until)) => spans.push(Span { online: span.online, from, until }),
            (from, until) => {
                [from.err(), until.err()].into_iter().flatten().for_each(|error| check.push(error))
            }
        }
    }
    all_right(check)?;
    if let Some((place, code)) = spans::check(&spans) {
        let side = if code == ErrorCode::Overlap { "from" } else { "until" };
        return Err(ServiceError::field(&format!("spans.{place}.{side}"), code));
    }
    entry.write(app, "attendance_correct", &spans).await
}

/// Forgets what was noted on somebody who leaves the network, as a part of a use case that has asked for the
/// right.
///
/// # Errors
/// Only what breaks.
pub async fn end_person(tx: &Transaction, permit: &Permit, person: PersonId) -> ServiceResult<()> {
    Ok(store::erase_notes(tx, permit, person).await?)
}

/// Removes somebody who was added by mistake: a guest who is not in the group. Gives the meeting.
///
/// # Errors
/// `UNAUTHENTICATED`, `NOT_FOUND`, `FORBIDDEN`, `CONFLICT`, `STATE_FORBIDS` (also somebody of the group),
/// `IN_USE` (excluded from a vote).
pub async fn remove(app: &App, caller: &Caller, about: (AttendanceId, i32)) -> ServiceResult<Uuid> {
    let Entry { held, row, .. } = entry(app, caller, about).await?;
    held.window(app).await?;
    let people = people_on(&held.tx, held.group.id, app.today()).await?;
    let of_group = people.iter().any(|member| Some(member.person.id) == row.person_id);
    if of_group || row.role != GroupRole::Guest {
        return Err(state_forbids(row.role.as_str()));
    }
    let votes = store::votes_of(&held.tx, MeetingId(held.meeting.id)).await?;
    let votes: Vec<Uuid> = votes.iter().map(|vote| vote.id).collect();
    let excluded = store::exclusions_of(&held.tx, &votes).await?;
    if excluded.iter().any(|exclusion| exclusion.attendance_id == row.id) {
        return Err(ServiceError::user(ErrorCode::InUse));
    }
    store::remove_attendance(&held.tx, &held.permit, row.id).await?;
    held.note(app, attendance_event("attendance_remove", &held.meeting, &row)).await?;
    held.tx.commit().await?;
    Ok(row.id)
}
