//! Giving and ending dated roles in the network.

use chrono::NaiveDate;
use verbund_shared::{
    error::ErrorCode,
    id::{NetworkRoleId, PersonId},
    people::{NetworkRole, PersonState},
};

use super::administration::full_name;
use crate::{
    app::App,
    audit::{self, AuditEvent},
    authz::{Action, Caller, Facts, authorise},
    db::Transaction,
    error::{ServiceError, ServiceResult, same_version},
    people::{
        rules::{self, DatedRole, RoleEnd},
        store::{self, PersonRow},
    },
};

/// A role to be given.
#[derive(Debug, Clone, Copy)]
pub struct NewNetworkRole {
    /// To whom.
    pub person: PersonId,
    /// Which.
    pub role: NetworkRole,
    /// The first day; today when not said.
    pub from: Option<NaiveDate>,
    /// The last day; none while it lasts.
    pub until: Option<NaiveDate>,
}

/// Gives a role in the network to somebody who has an account.
///
/// # Errors
/// `VALIDATION` (`UNKNOWN_REFERENCE`, `DATE_ORDER`, `DUPLICATE`), `UNAUTHENTICATED`, `FORBIDDEN`.
pub async fn give_role(app: &App, caller: &Caller, new: NewNetworkRole) -> ServiceResult<PersonRow> {
    let permit = authorise(caller, Action::NetworkRoleManage, &Facts::person(new.person))?;
    let tx = app.db().begin().await?;
    let held = store::lock_roles(&tx, new.role).await?;
    let person = store::lock_person(&tx, new.person)
        .await?
        .filter(|person| person.state == PersonState::Active)
        .ok_or_else(|| ServiceError::field("personId", ErrorCode::UnknownReference))?;
    let from = new.from.unwrap_or_else(|| app.today());
    rules::check_new_role(&held, person.id, from, new.until)
        .map_err(|error| ServiceError::fields(vec![error]))?;
    let days = (from, new.until);
    store::insert_network_role(&tx, &permit, app.clock(), new.person, new.role, days).await?;
    let event = AuditEvent::new("network_role_add", "person")
        .object(person.id, full_name(&person))
        .subject(new.person)
        .detail("role", new.role.as_str())
        .detail("from", from.to_string());
    audit::record(&tx, app.clock(), &permit, event).await?;
    tx.commit().await?;
    Ok(person)
}

/// Ends a role in the network with a day; a day before today ends it at once.
///
/// # Errors
/// `NOT_FOUND`, `CONFLICT`, `STATE_FORBIDS` (over already), `LAST_OF_ITS_KIND` (nobody would
/// coordinate the network), `UNAUTHENTICATED`, `FORBIDDEN`.
pub async fn end_role(
    app: &App,
    caller: &Caller,
    id: NetworkRoleId,
    last_day: NaiveDate,
    based_on: i32,
) -> ServiceResult<PersonRow> {
    let permit = authorise(caller, Action::NetworkRoleManage, &Facts::NONE)?;
    let tx = app.db().begin().await?;
    let kind = store::find_network_role(&tx, id).await?.ok_or_else(ServiceError::not_found)?.role;
    let held = store::lock_roles(&tx, kind).await?;
    // Read again: until the roles were held, somebody else may have changed it.
    let role = store::find_network_role(&tx, id).await?.ok_or_else(ServiceError::not_found)?;
    same_version(role.version, based_on)?;
    let dated = held.iter().find(|held| held.id == role.id).ok_or_else(ServiceError::not_found)?;
    let end = rules::role_end(dated, last_day, app.today()).map_err(ServiceError::user)?;
    if kind == NetworkRole::Coordinator && leaves_nobody(&held, dated, end) {
        return Err(ServiceError::user(ErrorCode::LastOfItsKind));
    }
    match end {
        RoleEnd::Until(day) => store::end_network_role(&tx, &permit, &role, day).await?,
        RoleEnd::Remove => store::delete_network_role(&tx, &permit, role.id).await?,
    }
    let subject = PersonId(role.person_id);
    let person = store::find_person(&tx, subject).await?.ok_or_else(ServiceError::not_found)?;
    let event = AuditEvent::new("network_role_end", "person")
        .object(person.id, full_name(&person))
        .subject(subject)
        .detail("role", kind.as_str())
        .detail("until", last_day.to_string());
    audit::record(&tx, app.clock(), &permit, event).await?;
    tx.commit().await?;
    Ok(person)
}

/// Makes sure that somebody else coordinates the network today, where the person is one of those
/// who do, and holds the coordinators' roles until the transaction ends: of two who leave at the
/// same moment, the second finds the first gone.
///
/// # Errors
/// `LAST_OF_ITS_KIND`.
pub async fn keep_a_coordinator(tx: &Transaction, app: &App, without: PersonId) -> ServiceResult<()> {
    let held = store::lock_roles(tx, NetworkRole::Coordinator).await?;
    let today = app.today();
    let own = |role: &DatedRole| role.person == without.0;
    let is_one = held.iter().any(|role| own(role) && role.holds_on(today));
    if is_one && !rules::others_hold_on(&held, own, today) {
        return Err(ServiceError::user(ErrorCode::LastOfItsKind));
    }
    Ok(())
}

/// Whether on the day after nobody could coordinate who could with the role.
fn leaves_nobody(held: &[DatedRole], ended: &DatedRole, end: RoleEnd) -> bool {
    let RoleEnd::Until(last_day) = end else { return false };
    let Some(day_after) = last_day.succ_opt() else { return false };
    ended.acts
        && ended.holds_on(day_after)
        && !rules::others_hold_on(held, |role| role.id == ended.id, day_after)
}
