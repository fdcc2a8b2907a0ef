//! Roles in a group: given, ended, left.

use chrono::NaiveDate;
use uuid::Uuid;
use verbund_shared::{
    error::ErrorCode,
    groups::{GroupRole, GroupRoleState},
    id::{GroupId, GroupRoleId, OrganisationId, PersonId},
};

use super::{held_place, lifecycle::open, record_place, signed_in, state_forbids};
use crate::{
    app::App,
    authz::{Action, Caller, Facts, Permit, authorise},
    db::Transaction,
    error::{ServiceError, ServiceResult, same_version},
    groups::{
        rules::roles::{self, End},
        store::{self, GroupMember, GroupRow, NewPlace},
    },
};

/// A role to be given to somebody who is in the group.
#[derive(Debug, Clone, Copy)]
pub struct NewRole {
    /// Which.
    pub role: GroupRole,
    /// The last day; none while it lasts.
    pub until: Option<NaiveDate>,
}

/// Leaves a group, or takes back what one asked for.
///
/// # Errors
/// `NOT_FOUND` (one has no place there), `LAST_OF_ITS_KIND` (nobody would lead the group),
/// `UNAUTHENTICATED`.
pub async fn leave(app: &App, caller: &Caller, id: GroupId) -> ServiceResult<GroupRow> {
    let me = signed_in(caller)?;
    let permit = authorise(caller, Action::GroupOwnPlace, &Facts::person(me))?;
    let tx = app.db().begin().await?;
    let group = store::lock_group(&tx, id).await?.ok_or_else(ServiceError::not_found)?;
    let member = store::place_of(&tx, id, me).await?.ok_or_else(ServiceError::not_found)?;
    stop(&tx, app, &permit, &member, app.today()).await?;
    record_place(&tx, app, &permit, "group_leave", (&group, &member.role)).await?;
    tx.commit().await?;
    Ok(group)
}

/// Ends a role, or declines what is still awaited.
async fn stop(
    tx: &Transaction,
    app: &App,
    permit: &Permit,
    member: &GroupMember,
    last_day: NaiveDate,
) -> ServiceResult<()> {
    if member.role.state.is_pending() {
        let declined = GroupRoleState::Declined;
        store::set_role_state(tx, permit, &member.role, declined, app.today(), "").await?;
        return Ok(());
    }
    let places = store::places_of(tx, GroupId(member.role.group_id)).await?;
    let end = roles::end(&places, member.role.id, last_day, app.today())
        .map_err(|code| ServiceError::user(code).with("state", member.role.state.as_str()))?;
    store::end_role(tx, permit, &member.role, end).await?;
    Ok(())
}

/// Asks for the right over a place: whoever leads a group is changed only by those who lead it, and
/// by the coordination office.
fn authorise_over(caller: &Caller, group: GroupId, roles: &[GroupRole]) -> ServiceResult<Permit> {
    let chair = roles.contains(&GroupRole::Chair);
    let action = if chair { Action::GroupChairManage } else { Action::GroupManage };
    authorise(caller, action, &Facts::group(group))
}

/// Gives another role to somebody who is in the group; the one they hold ends with that.
///
/// # Errors
/// `NOT_FOUND`, `VALIDATION` (`DUPLICATE` for the role they hold, `DATE_ORDER`), `CONFLICT`,
/// `STATE_FORBIDS`, `LAST_OF_ITS_KIND`, `UNAUTHENTICATED`, `FORBIDDEN`.
pub async fn give_role(
    app: &App,
    caller: &Caller,
    id: GroupRoleId,
    new: NewRole,
    based_on: i32,
) -> ServiceResult<GroupRow> {
    let (tx, group, member) = held_place(app, caller, id).await?;
    let (group_id, today) = (GroupId(group.id), app.today());
    let permit = authorise_over(caller, group_id, &[member.role.role, new.role])?;
    if new.until.is_some_and(|until| until < today) {
        return Err(ServiceError::field("until", ErrorCode::DateOrder));
    }
    if new.role == member.role.role {
        return Err(ServiceError::field("role", ErrorCode::Duplicate));
    }
    same_version(member.role.version, based_on)?;
    open(&group)?;
    if member.role.state != GroupRoleState::Active {
        return Err(state_forbids(member.role.state.as_str()));
    }
    stop(&tx, app, &permit, &member, today).await?;
    let place = NewPlace {
        person: PersonId(member.person.id),
        organisation: member.role.organisation_id,
        role: new.role,
        state: GroupRoleState::Active,
        days: (Some(today), new.until),
        text: String::new(),
        invited_by: caller.actor.person_id().map(|id| id.0),
    };
    let place = store::insert_role(&tx, &permit, app.clock(), group_id, place).await?;
    record_place(&tx, app, &permit, "group_role_give", (&group, &place)).await?;
    tx.commit().await?;
    Ok(group)
}

/// Ends a role with a day, today at the earliest; what is still awaited is taken back at once.
///
/// # Errors
/// `NOT_FOUND`, `CONFLICT`, `STATE_FORBIDS` (over already), `LAST_OF_ITS_KIND`, `UNAUTHENTICATED`,
/// `FORBIDDEN`.
pub async fn end_role(
    app: &App,
    caller: &Caller,
    id: GroupRoleId,
    last_day: NaiveDate,
    based_on: i32,
) -> ServiceResult<GroupRow> {
    let (tx, group, member) = held_place(app, caller, id).await?;
    let permit = authorise_over(caller, GroupId(group.id), &[member.role.role])?;
    same_version(member.role.version, based_on)?;
    stop(&tx, app, &permit, &member, last_day).await?;
    record_place(&tx, app, &permit, "group_role_end", (&group, &member.role)).await?;
    tx.commit().await?;
    Ok(group)
}

/// Ends all places of somebody who leaves the network, as a part of a use case that has asked for the
/// right; the groups keep the rows and with them their history.
pub async fn end_person(tx: &Transaction, app: &App, permit: &Permit, person: PersonId) -> ServiceResult<()> {
    Ok(store::end_roles_of_person(tx, permit, person, app.today()).await?)
}

/// Ends with a day the places that people hold for an organisation, of one person or of all: they no longer belong to
/// it, or it leaves the network. A part of a use case that has asked for the right. What is awaited is
/// declined at once. A group may be left without a chair by this, which the overview says.
pub async fn end_for_organisation(
    tx: &Transaction,
    app: &App,
    permit: &Permit,
    (organisation, person): (OrganisationId, Option<PersonId>),
    last_day: NaiveDate,
) -> ServiceResult<()> {
    let members = store::open_roles_for(tx, organisation, person).await?;
    let ids: Vec<Uuid> = members.iter().map(|member| member.role.group_id).collect();
    let groups = store::groups_by_id(tx, &ids).await?;
    for member in &members {
        let Some(group) = groups.iter().find(|group| group.id == member.role.group_id) else { continue };
        let role = &member.role;
        let place = if role.state.is_pending() {
            store::set_role_state(tx, permit, role, GroupRoleState::Declined, app.today(), "").await?
        } else if role.until_day.is_some_and(|until| until <= last_day) {
            continue;
        } else if last_day < app.today() {
            store::end_role(tx, permit, role, End::Now(app.today())).await?
        } else {
            store::end_role(tx, permit, role, End::Later(last_day)).await?
        };
        record_place(tx, app, permit, "group_role_end", (group, &place)).await?;
    }
    Ok(())
}
