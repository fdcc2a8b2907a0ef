//! Use cases of groups: their life, the ways in, their people, milestones, and reading all that.

mod joining;
mod lifecycle;
mod mails;
mod milestones;
mod people;
mod read;
mod waiting;

pub use joining::{Invitation, Request, answer_consent, answer_invitation, decide, invite, join};
pub use lifecycle::{Proposal, propose, refuse_change, revise_charter, take_step, update};
pub use milestones::{add_milestone, change_milestone, close_milestone, move_milestone};
pub use people::{NewRole, end_for_organisation, end_person, end_role, give_role, leave};
pub use read::{Overseen, get_group, groups, groups_count, my_places, oversight};
pub use waiting::{Waiting, WaitingPlace, waiting};

use chrono::NaiveDate;
use uuid::Uuid;
use verbund_shared::{
    error::ErrorCode,
    groups::GroupState,
    id::{GroupId, GroupRoleId, OrganisationId, PersonId},
};

use super::store::{self, GroupMember, GroupRow, NewEvent};
use crate::{
    app::App,
    audit::{self, AuditEvent},
    authz::{Action, Caller, Facts, Permit, may, signed_in},
    db::Transaction,
    error::{ServiceError, ServiceResult, state_forbids},
};

/// Whether somebody may know of a group. What is only proposed is known to those inside, to those who
/// decide, and, while its chair waits for the consent of an organisation, to the chair and to those
/// who represent that.
async fn may_see<E>(
    caller: &Caller,
    group: &GroupRow,
    members: impl Future<Output = Result<Vec<GroupMember>, E>>,
) -> ServiceResult<bool>
where
    ServiceError: From<E>,
{
    let facts = Facts::group(GroupId(group.id));
    if group.state != GroupState::Proposed {
        return Ok(may(caller, Action::GroupRead, &facts));
    }
    if may(caller, Action::GroupReadInternal, &facts) {
        return Ok(true);
    }
    let me = caller.actor.person_id();
    Ok(members
        .await?
        .iter()
        .filter(|member| member.role.state.is_pending())
        .any(|member| Some(PersonId(member.person.id)) == me || represents(caller, member)))
}

/// Whether somebody answers for the organisation for which a place is.
fn represents(caller: &Caller, member: &GroupMember) -> bool {
    let consents = |id| may(caller, Action::GroupConsent, &Facts::organisation(OrganisationId(id)));
    member.role.organisation_id.is_some_and(consents)
}

/// Begins a change of a group and holds its row. What somebody may not see does not exist for them.
async fn held(app: &App, caller: &Caller, id: GroupId) -> ServiceResult<(Transaction, GroupRow)> {
    signed_in(caller)?;
    let tx = app.db().begin().await?;
    let row = store::lock_group(&tx, id).await?.ok_or_else(ServiceError::not_found)?;
    let seen = may_see(caller, &row, store::members_of(&tx, &[row.id])).await?;
    if seen { Ok((tx, row)) } else { Err(ServiceError::not_found()) }
}

/// Begins a change of a place in a group and holds the group's row. Others' places are known to
/// those inside, to those who decide, and to those who represent the organisation it is for.
async fn held_place(
    app: &App,
    caller: &Caller,
    id: GroupRoleId,
) -> ServiceResult<(Transaction, GroupRow, GroupMember)> {
    let me = signed_in(caller)?;
    let tx = app.db().begin().await?;
    let member = store::find_role(&tx, id).await?.ok_or_else(ServiceError::not_found)?;
    let group = GroupId(member.role.group_id);
    let row = store::lock_group(&tx, group).await?.ok_or_else(ServiceError::not_found)?;
    // Read again: until the group was held, somebody else may have changed the place.
    let member = store::find_role(&tx, id).await?.ok_or_else(ServiceError::not_found)?;
    let seen = member.person.id == me.0
        || represents(caller, &member)
        || may(caller, Action::GroupReadInternal, &Facts::group(group));
    if seen { Ok((tx, row, member)) } else { Err(ServiceError::not_found()) }
}

/// Keeps what happened to a group in its history.
async fn happened(
    tx: &Transaction,
    app: &App,
    permit: &Permit,
    (group, version): (Uuid, i32),
    event: NewEvent,
) -> ServiceResult<GroupRow> {
    let event = store::insert_event(tx, permit, app.clock(), group, event).await?;
    Ok(store::note_event(tx, permit, group, event, version).await?)
}

/// The audit entry of something done to a group.
async fn record(
    tx: &Transaction,
    app: &App,
    permit: &Permit,
    action: &'static str,
    group: &GroupRow,
) -> ServiceResult<()> {
    let event = AuditEvent::new(action, "group").object(group.id, &group.name_de);
    Ok(audit::record(tx, app.clock(), permit, event).await?)
}

/// The audit entry of something done to somebody's place in a group.
async fn record_place(
    tx: &Transaction,
    app: &App,
    permit: &Permit,
    action: &'static str,
    (group, place): (&GroupRow, &store::RoleRow),
) -> ServiceResult<()> {
    let mut event = AuditEvent::new(action, "group_role")
        .object(place.id, &group.name_de)
        .subject(PersonId(place.person_id))
        .detail("role", place.role.as_str());
    if let Some(organisation) = place.organisation_id {
        event = event.organisation(OrganisationId(organisation));
    }
    Ok(audit::record(tx, app.clock(), permit, event).await?)
}

/// For which organisation somebody is in a group; none only where that is allowed and they belong to
/// none, such as the coordination office.
async fn organisation_of(
    tx: &Transaction,
    person: PersonId,
    wanted: Option<OrganisationId>,
    none_allowed: bool,
    today: NaiveDate,
) -> ServiceResult<Result<Option<Uuid>, ErrorCode>> {
    let theirs = store::organisations_of(tx, person, today).await?;
    if theirs.is_empty() && wanted.is_none() && none_allowed {
        return Ok(Ok(None));
    }
    Ok(super::rules::joining::organisation(&theirs, wanted.map(|id| id.0)).map(Some))
}
