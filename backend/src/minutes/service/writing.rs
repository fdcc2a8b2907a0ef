//! Writing a draft: the texts of items, and their action lines.

use chrono::NaiveDate;
use uuid::Uuid;
use verbund_shared::{
    error::{ErrorCode, FieldError},
    id::{ActionLineId, AgendaItemId, MeetingId, OrganisationId, PersonId},
    values::FieldCheck,
};

use super::{Held, day_of, held, seen_meeting, sees_internal, signed_in, workers};
use crate::{
    app::App,
    authz::Caller,
    error::{ServiceError, ServiceResult, all_right, same_version},
    groups,
    meetings::{self, store::AgendaItemRow},
    minutes::{
        rules::text::{check_action, check_entry, check_room},
        store::{self, ActionRow, ActionText, EntryRow},
    },
};

/// Begins a change of what belongs to an item of a meeting's agenda.
async fn held_item(app: &App, caller: &Caller, id: AgendaItemId) -> ServiceResult<(Held, AgendaItemRow)> {
    signed_in(caller)?;
    let found = meetings::store::find_item(app.db().read(), id).await?.ok_or_else(ServiceError::not_found)?;
    let meeting = MeetingId(found.meeting_id.ok_or_else(ServiceError::not_found)?);
    if found.internal && !sees_internal(caller, &seen_meeting(app, caller, meeting).await?) {
        return Err(ServiceError::not_found());
    }
    let held = held(app, caller, meeting).await?;
    // Read again: in the meantime it may have gone to another agenda.
    let item = meetings::store::find_item(&held.tx, id).await?;
    let item = item.filter(|item| item.meeting_id == Some(meeting.0)).ok_or_else(ServiceError::not_found)?;
    Ok((held, item))
}

/// Keeps what is written to an item, and gives it with the item's action lines. The first save begins the
/// minutes.
///
/// # Errors
/// `UNAUTHENTICATED`, `NOT_FOUND`, `FORBIDDEN`, `VALIDATION`, `STATE_FORBIDS` (no draft, or before the day
/// of the meeting), `CONFLICT` (0 is the version of what nobody has written yet).
pub async fn save(
    app: &App,
    caller: &Caller,
    (item, based_on): (AgendaItemId, i32),
    (text, internal): (&str, &str),
) -> ServiceResult<(EntryRow, Vec<ActionRow>)> {
    let (held, item) = held_item(app, caller, item).await?;
    let mut check = FieldCheck::new();
    let texts = check_entry(&mut check, text, internal);
    all_right(check)?;
    held.writable(app)?;
    let current = store::find_entry(&held.tx, AgendaItemId(item.id)).await?;
    same_version(current.as_ref().map_or(0, |row| row.version), based_on)?;
    let minutes = held.begun(app).await?;
    let about = (minutes.id, item.id);
    let row = store::save_entry(&held.tx, &held.permit, app.clock(), about, current.as_ref(), texts).await?;
    let mut actions = store::actions_of(&held.tx, minutes.id).await?;
    actions.retain(|action| action.item_id == item.id);
    held.tx.commit().await?;
    Ok((row, actions))
}

/// An action line as somebody writes it.
#[derive(Debug, Clone)]
pub struct NewAction {
    /// What is to be done.
    pub text: String,
    /// The accountable organisation.
    pub organisation: Option<OrganisationId>,
    /// Who is asked to do it.
    pub person: Option<PersonId>,
    /// By when.
    pub due: Option<NaiveDate>,
}

/// Checks an action line: its organisation is a member of the network, its person works in the group.
async fn checked(
    app: &App,
    held: &Held,
    mut check: FieldCheck,
    new: NewAction,
    before: Option<&ActionRow>,
) -> ServiceResult<ActionText> {
    let text = check_action(&mut check, &new.text, new.due, day_of(app, &held.meeting));
    let organisation = new.organisation.map_or_else(Uuid::nil, |id| id.0);
    // What was right when it was written may stay.
    if before.is_none_or(|row| row.organisation_id != organisation)
        && groups::store::active_members_among(&held.tx, &[organisation], app.today()).await?.is_empty()
    {
        check.push(FieldError::new("organisationId", ErrorCode::UnknownReference));
    }
    let person = new.person.map(|id| id.0);
    if let Some(person) = person.filter(|_| before.is_none_or(|row| row.person_id != person))
        && !workers(&held.tx, &held.group, app.today()).await?.iter().any(|member| member.person.id == person)
    {
        check.push(FieldError::new("personId", ErrorCode::UnknownReference));
    }
    all_right(check)?;
    Ok(ActionText { text, organisation, person, due: new.due })
}

/// Adds an action line to an item.
///
/// # Errors
/// `UNAUTHENTICATED`, `NOT_FOUND`, `FORBIDDEN`, `VALIDATION` (`UNKNOWN_REFERENCE` for an organisation that is
/// no member or a person who does not work in the group, `TOO_MANY`), `STATE_FORBIDS`.
pub async fn add_action(
    app: &App,
    caller: &Caller,
    item: AgendaItemId,
    new: NewAction,
) -> ServiceResult<ActionRow> {
    let (held, item) = held_item(app, caller, item).await?;
    let mut check = FieldCheck::new();
    if let Some(minutes) = &held.minutes {
        let all = store::actions_of(&held.tx, minutes.id).await?;
        check_room(&mut check, all.iter().filter(|row| row.item_id == item.id).count());
    }
    let new = checked(app, &held, check, new, None).await?;
    held.writable(app)?;
    let minutes = held.begun(app).await?;
    let about = (minutes.id, item.id);
    let row = store::insert_action(&held.tx, &held.permit, app.clock(), about, new).await?;
    held.tx.commit().await?;
    Ok(row)
}

/// Begins a change of an action line, as it was looked at.
async fn held_action(app: &App, caller: &Caller, id: ActionLineId) -> ServiceResult<(Held, ActionRow)> {
    signed_in(caller)?;
    let found = store::find_action(app.db().read(), id).await?.ok_or_else(ServiceError::not_found)?;
    let (held, _) = held_item(app, caller, AgendaItemId(found.item_id)).await?;
    let row = store::find_action(&held.tx, id).await?.ok_or_else(ServiceError::not_found)?;
    Ok((held, row))
}

/// Changes an action line. What has become a task already is changed there.
///
/// # Errors
/// `UNAUTHENTICATED`, `NOT_FOUND`, `FORBIDDEN`, `VALIDATION`, `CONFLICT`, `STATE_FORBIDS` (`task` where it
/// has become one).
pub async fn change_action(
    app: &App,
    caller: &Caller,
    (id, based_on): (ActionLineId, i32),
    new: NewAction,
) -> ServiceResult<ActionRow> {
    let (held, row) = held_action(app, caller, id).await?;
    let new = checked(app, &held, FieldCheck::new(), new, Some(&row)).await?;
    same_version(row.version, based_on)?;
    no_task(&held, app, &row)?;
    let row = store::update_action(&held.tx, &held.permit, &row, new).await?;
    held.tx.commit().await?;
    Ok(row)
}

/// Removes an action line. What has become a task already stays.
///
/// # Errors
/// `UNAUTHENTICATED`, `NOT_FOUND`, `FORBIDDEN`, `CONFLICT`, `STATE_FORBIDS` (`task` where it has become one).
pub async fn remove_action(
    app: &App,
    caller: &Caller,
    (id, based_on): (ActionLineId, i32),
) -> ServiceResult<()> {
    let (held, row) = held_action(app, caller, id).await?;
    same_version(row.version, based_on)?;
    no_task(&held, app, &row)?;
    store::delete_action(&held.tx, &held.permit, row.id).await?;
    held.tx.commit().await?;
    Ok(())
}

fn no_task(held: &Held, app: &App, row: &ActionRow) -> ServiceResult<()> {
    held.writable(app)?;
    if row.task_id.is_some() { Err(super::state_forbids("task")) } else { Ok(()) }
}
