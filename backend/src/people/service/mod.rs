//! Use cases of people: in this file what they do themselves, beside it what the coordination
//! office does.

mod administration;
mod roles;

pub use administration::{PersonDetail, PersonRecord, count, detail, disable, enable, find, open_person};
pub use roles::{NewNetworkRole, end_role, give_role, keep_a_coordinator};

use chrono::NaiveDate;
use verbund_shared::{
    error::ErrorCode,
    id::PersonId,
    people::{AffiliationRole, NetworkRole},
    values::FieldCheck,
};

use super::{
    rules::{self, Profile},
    store::{self, EndingRole, PersonRow},
};
use crate::{
    app::App,
    audit::{self, AuditEvent},
    authz::{Action, Caller, Facts, Permit, authorise, may},
    db::Transaction,
    error::{ServiceError, ServiceResult, all_right, same_version},
};

/// Changes the own names and language.
///
/// # Errors
/// `VALIDATION`, `CONFLICT`, `UNAUTHENTICATED`.
pub async fn update_own_profile(
    app: &App,
    caller: &Caller,
    profile: Profile,
    based_on: i32,
) -> ServiceResult<PersonRow> {
    let id = caller.actor.person_id().ok_or_else(|| ServiceError::user(ErrorCode::Unauthenticated))?;
    let permit = authorise(caller, Action::OwnAccount, &Facts::person(id))?;
    let mut check = FieldCheck::new();
    let profile = rules::check_profile(&mut check, profile);
    all_right(check)?;
    let tx = app.db().begin().await?;
    let current = store::find_person(&tx, id).await?.ok_or_else(ServiceError::not_found)?;
    same_version(current.version, based_on)?;
    let row = store::update_profile(&tx, &permit, current.id, profile, current.version).await?;
    let event = AuditEvent::new("profile_update", "person").object(row.id, "").subject(PersonId(row.id));
    audit::record(&tx, app.clock(), &permit, event).await?;
    tx.commit().await?;
    Ok(row)
}

/// Replaces a person by a placeholder, as a part of a use case that has asked for the right.
pub async fn erase(tx: &Transaction, app: &App, permit: &Permit, person: &PersonRow) -> ServiceResult<()> {
    Ok(store::erase(tx, permit, person, app.today()).await?)
}

/// Roles that end until a day, the first to do so first: in organisations, and in the network.
pub type EndingRoles = (Vec<EndingRole<AffiliationRole>>, Vec<EndingRole<NetworkRole>>);

/// The roles that end from today until a day: the own ones, those in the organisations somebody
/// represents, and for coordinators all in the network.
///
/// # Errors
/// `UNAUTHENTICATED`.
pub async fn roles_ending(
    app: &App,
    caller: &Caller,
    until: NaiveDate,
    at_most: u64,
) -> ServiceResult<EndingRoles> {
    let id = caller.actor.person_id().ok_or_else(|| ServiceError::user(ErrorCode::Unauthenticated))?;
    let (db, days) = (app.db().read(), (app.today(), until));
    let whose = (!may(caller, Action::NetworkRoleManage, &Facts::NONE)).then_some(id);
    let organisations = caller.actor.represented();
    Ok((
        store::affiliations_ending(db, id, &organisations, days, at_most).await?,
        store::network_roles_ending(db, whose, days, at_most).await?,
    ))
}
