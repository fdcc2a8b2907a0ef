//! Giving and ending dated roles of people in an organisation. People who have no account yet
//! are invited (`accounts`).

use chrono::NaiveDate;
use verbund_shared::{
    error::ErrorCode,
    id::{AffiliationId, OrganisationId, PersonId},
    people::{AffiliationRole, PersonState},
};

use super::authorised_organisation;
use crate::{
    app::App,
    audit::{self, AuditEvent},
    authz::{Action, Caller, Facts, authorise, may},
    error::{ServiceError, ServiceResult, same_version},
    groups,
    organisations::{
        rules::roles::{self, DatedRole, End, Refusal},
        store::{self, OrganisationRow},
    },
};

/// A role to be given.
#[derive(Debug, Clone, Copy)]
pub struct NewRole {
    /// Where.
    pub organisation: OrganisationId,
    /// To whom.
    pub person: PersonId,
    /// Which.
    pub role: AffiliationRole,
    /// The first day.
    pub from: NaiveDate,
    /// The last day; none while it lasts.
    pub until: Option<NaiveDate>,
}

/// Gives a role to a person: by representatives to people who have or had a role there, by
/// coordinators to anybody with an account.
///
/// # Errors
/// `NOT_FOUND`, `VALIDATION` (`DATE_ORDER`, `DUPLICATE`), `UNAUTHENTICATED`, `FORBIDDEN`.
pub async fn add_role(app: &App, caller: &Caller, new: NewRole) -> ServiceResult<OrganisationRow> {
    let tx = app.db().begin().await?;
    let (permit, row) =
        authorised_organisation(&tx, caller, Action::AffiliationManage, new.organisation).await?;
    let person = store::find_person(&tx, new.person).await?;
    let held: Vec<DatedRole> = store::roles_of(&tx, &[row.id]).await?.iter().map(DatedRole::from).collect();
    let known_here = held.iter().any(|role| role.person == new.person.0);
    let person = person
        .filter(|person| person.state == PersonState::Active)
        .filter(|_| known_here || may(caller, Action::PeopleRead, &Facts::NONE))
        .ok_or_else(|| ServiceError::field("personId", ErrorCode::UnknownReference))?;
    roles::check_new(&held, person.id, new.role, new.from, new.until).map_err(|refusal| {
        let field = if refusal == Refusal::AlreadyHeld { "role" } else { "until" };
        ServiceError::field(field, refusal.code())
    })?;
    let days = (new.from, new.until);
    let role =
        store::insert_affiliation(&tx, &permit, app.clock(), row.id, new.person, new.role, days).await?;
    let event = AuditEvent::new("affiliation_add", "affiliation")
        .object(role.id, full_name(&person))
        .organisation(new.organisation)
        .subject(new.person)
        .detail("role", new.role.as_str())
        .detail("from", new.from.to_string());
    audit::record(&tx, app.clock(), &permit, event).await?;
    tx.commit().await?;
    Ok(row)
}

/// Ends a role with a day; a day before today ends it at once.
///
/// # Errors
/// `NOT_FOUND`, `CONFLICT`, `STATE_FORBIDS` (over already), `LAST_OF_ITS_KIND` (nobody would
/// represent the organisation), `UNAUTHENTICATED`, `FORBIDDEN`.
pub async fn end_role(
    app: &App,
    caller: &Caller,
    id: AffiliationId,
    last_day: NaiveDate,
    based_on: i32,
) -> ServiceResult<OrganisationRow> {
    let tx = app.db().begin().await?;
    let Some(role) = store::find_affiliation(&tx, id).await? else {
        // Whoever has no right anywhere learns nothing, not even that it does not exist.
        authorise(caller, Action::AffiliationManage, &Facts::NONE)?;
        return Err(ServiceError::not_found());
    };
    let organisation = OrganisationId(role.organisation_id);
    // Holding the organisation's row makes two who end each other's role come one after the other.
    let (permit, row) = authorised_organisation(&tx, caller, Action::AffiliationManage, organisation).await?;
    let held = store::roles_of(&tx, &[row.id]).await?;
    let found = held.iter().find(|held| held.role.id == id.0).ok_or_else(ServiceError::not_found)?;
    same_version(found.role.version, based_on)?;
    let roles: Vec<DatedRole> = held.iter().map(DatedRole::from).collect();
    let end = roles::check_end(&roles, id.0, last_day, app.today())
        .map_err(|refusal| ServiceError::user(refusal.code()))?;
    match end {
        End::Until(until) => {
            store::end_affiliation(&tx, &permit, &found.role, until).await?;
        }
        End::Remove => store::delete_affiliation(&tx, &permit, found.role.id).await?,
    }
    let person = PersonId(found.person.id);
    if let Some(last_day) = roles::belongs_until(&roles, id.0, last_day) {
        groups::service::end_for_organisation(&tx, app, &permit, (organisation, Some(person)), last_day)
            .await?;
    }
    let event = AuditEvent::new("affiliation_end", "affiliation")
        .object(found.role.id, full_name(&found.person))
        .organisation(organisation)
        .subject(PersonId(found.person.id))
        .detail("role", found.role.role.as_str())
        .detail("until", last_day.to_string());
    audit::record(&tx, app.clock(), &permit, event).await?;
    tx.commit().await?;
    Ok(row)
}

fn full_name(person: &store::PersonRow) -> String {
    format!("{} {}", person.given_name, person.family_name)
}
