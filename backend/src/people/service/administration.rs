//! What the coordination office does with people: find them, see one, keep one from signing in.

use chrono::{DateTime, Utc};
use uuid::Uuid;
use verbund_shared::{error::ErrorCode, id::PersonId, people::PersonState};

use crate::{
    accounts::{service::sessions, store::Sessions},
    app::App,
    audit::{self, AuditEvent},
    authz::{Action, Caller, Facts, authorise},
    error::{ServiceError, ServiceResult, same_version},
    graphql::{CursorPage, page_of},
    people::store::{self, PeopleFilter, PersonKey, PersonRow, RoleInNetwork, RoleInOrganisation},
};

/// Why the sessions of a disabled person ended.
const DISABLED: &str = "person_disabled";

/// A person with their roles, past and coming ones too.
#[derive(Debug, Clone)]
pub struct PersonRecord {
    /// The person.
    pub person: PersonRow,
    /// Roles in organisations.
    pub affiliations: Vec<RoleInOrganisation>,
    /// Roles in the network.
    pub network_roles: Vec<RoleInNetwork>,
}

/// Everything the coordination office sees of one person.
#[derive(Debug, Clone)]
pub struct PersonDetail {
    /// The person with their roles.
    pub record: PersonRecord,
    /// Devices they are signed in on.
    pub devices: usize,
    /// When they last used one of them.
    pub last_used_at: Option<DateTime<Utc>>,
}

/// A page of people by name with their roles, and whether more follow.
///
/// # Errors
/// `UNAUTHENTICATED`, `FORBIDDEN`.
pub async fn find(
    app: &App,
    caller: &Caller,
    filter: &PeopleFilter,
    page: &CursorPage<PersonKey>,
) -> ServiceResult<(Vec<PersonRecord>, bool)> {
    authorise(caller, Action::PeopleRead, &Facts::NONE)?;
    let db = app.db().read();
    let (people, more) = page_of(store::people_page(db, filter, app.today(), page).await?, page.first);
    let ids: Vec<Uuid> = people.iter().map(|person| person.id).collect();
    let affiliations = store::affiliations_of_people(db, &ids).await?;
    let network_roles = store::network_roles_of_people(db, &ids).await?;
    let record = |person: PersonRow| PersonRecord {
        affiliations: affiliations.iter().filter(|role| role.person_id == person.id).cloned().collect(),
        network_roles: network_roles.iter().filter(|role| role.person_id == person.id).cloned().collect(),
        person,
    };
    Ok((people.into_iter().map(record).collect(), more))
}

/// How many people a filter finds.
///
/// # Errors
/// `UNAUTHENTICATED`, `FORBIDDEN`.
pub async fn count(app: &App, caller: &Caller, filter: &PeopleFilter) -> ServiceResult<u64> {
    authorise(caller, Action::PeopleRead, &Facts::NONE)?;
    Ok(store::count_people(app.db().read(), filter, app.today()).await?)
}

/// One person with everything the coordination office sees. Looking at somebody else is noted, and
/// they can see that it was.
///
/// # Errors
/// `NOT_FOUND`, `UNAUTHENTICATED`, `FORBIDDEN`.
pub async fn open_person(app: &App, caller: &Caller, id: PersonId) -> ServiceResult<PersonDetail> {
    let permit = authorise(caller, Action::PeopleRead, &Facts::person(id))?;
    let person = store::find_person(app.db().read(), id)
        .await?
        .filter(|person| person.state != PersonState::Deleted)
        .ok_or_else(ServiceError::not_found)?;
    if caller.actor.person_id() != Some(id) {
        let tx = app.db().begin().await?;
        let event =
            AuditEvent::new("person_view", "person").object(person.id, full_name(&person)).subject(id);
        audit::record(&tx, app.clock(), &permit, event).await?;
        tx.commit().await?;
    }
    detail(app, person).await
}

/// The same without asking for the right, for what a mutation answers.
pub async fn detail(app: &App, person: PersonRow) -> ServiceResult<PersonDetail> {
    let db = app.db().read();
    let id = PersonId(person.id);
    let open = sessions::open_sessions_of(app, id).await?;
    Ok(PersonDetail {
        devices: open.len(),
        last_used_at: open.first().map(|session| session.last_used_at),
        record: PersonRecord {
            affiliations: store::affiliations_of(db, id).await?,
            network_roles: store::network_roles_of(db, id).await?,
            person,
        },
    })
}

/// Keeps somebody from signing in and ends their sessions. Their roles stay, so that everything is
/// as before when they are let in again.
///
/// # Errors
/// `NOT_FOUND`, `CONFLICT`, `STATE_FORBIDS` (disabled already), `LAST_OF_ITS_KIND`,
/// `UNAUTHENTICATED`, `FORBIDDEN` (also for oneself).
pub async fn disable(app: &App, caller: &Caller, id: PersonId, based_on: i32) -> ServiceResult<PersonRow> {
    let permit = authorise(caller, Action::PersonManage, &Facts::person(id))?;
    if caller.actor.person_id() == Some(id) {
        return Err(ServiceError::user(ErrorCode::Forbidden).with("reason", "own_account"));
    }
    let tx = app.db().begin().await?;
    super::keep_a_coordinator(&tx, app, id).await?;
    let person = store::lock_person(&tx, id).await?.ok_or_else(ServiceError::not_found)?;
    in_state(&person, PersonState::Active)?;
    same_version(person.version, based_on)?;
    let row = store::set_state(&tx, &permit, &person, PersonState::Disabled).await?;
    sessions::end(&tx, app, &permit, id, Sessions::All(id), DISABLED).await?;
    let event = AuditEvent::new("person_disable", "person").object(row.id, full_name(&row)).subject(id);
    audit::record(&tx, app.clock(), &permit, event).await?;
    tx.commit().await?;
    Ok(row)
}

/// Lets somebody sign in again.
///
/// # Errors
/// `NOT_FOUND`, `CONFLICT`, `STATE_FORBIDS` (not disabled), `UNAUTHENTICATED`, `FORBIDDEN`.
pub async fn enable(app: &App, caller: &Caller, id: PersonId, based_on: i32) -> ServiceResult<PersonRow> {
    let permit = authorise(caller, Action::PersonManage, &Facts::person(id))?;
    let tx = app.db().begin().await?;
    let person = store::lock_person(&tx, id).await?.ok_or_else(ServiceError::not_found)?;
    in_state(&person, PersonState::Disabled)?;
    same_version(person.version, based_on)?;
    let row = store::set_state(&tx, &permit, &person, PersonState::Active).await?;
    let event = AuditEvent::new("person_enable", "person").object(row.id, full_name(&row)).subject(id);
    audit::record(&tx, app.clock(), &permit, event).await?;
    tx.commit().await?;
    Ok(row)
}

fn in_state(person: &PersonRow, state: PersonState) -> ServiceResult<()> {
    match person.state {
        PersonState::Deleted => Err(ServiceError::not_found()),
        is if is == state => Ok(()),
        is => Err(ServiceError::user(ErrorCode::StateForbids).with("state", is.as_str())),
    }
}

/// Given and family name.
pub(super) fn full_name(person: &PersonRow) -> String {
    format!("{} {}", person.given_name, person.family_name).trim().to_owned()
}
