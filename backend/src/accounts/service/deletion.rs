//! Leaving: a person is replaced by a placeholder; what they did stays, without their name.

use verbund_shared::{error::ErrorCode, id::PersonId, people::PersonState};

use super::{own, second_factor::prove_fully};
use crate::{
    accounts::store::{self, Purpose},
    app::App,
    audit::{self, AuditEvent},
    authz::{Action, Caller, Facts, Permit, authorise},
    conduct,
    db::Transaction,
    error::{ServiceError, ServiceResult},
    groups, people, tasks,
};

/// Deletes the own account, after password and, where it is on, second factor.
///
/// # Errors
/// `LAST_OF_ITS_KIND` for the only coordinator; `VALIDATION`, `RATE_LIMITED`, `UNAUTHENTICATED`.
pub async fn delete_own(app: &App, caller: &Caller, password: &str, code: &str) -> ServiceResult<()> {
    let own = own(app, caller).await?;
    let tx = prove_fully(app, caller, &own, password, code).await?;
    erase(&tx, app, &own.permit, own.id()).await?;
    tx.commit().await?;
    Ok(())
}

/// Deletes a person. Coordinators only; for themselves there is [`delete_own`].
///
/// # Errors
/// `NOT_FOUND`, `LAST_OF_ITS_KIND`, `FORBIDDEN`, `UNAUTHENTICATED`.
pub async fn delete_person(app: &App, caller: &Caller, id: PersonId) -> ServiceResult<()> {
    let permit = authorise(caller, Action::PersonManage, &Facts::person(id))?;
    if caller.actor.person_id() == Some(id) {
        return Err(ServiceError::user(ErrorCode::Forbidden).with("reason", "own_account"));
    }
    let tx = app.db().begin().await?;
    erase(&tx, app, &permit, id).await?;
    tx.commit().await?;
    Ok(())
}

async fn erase(tx: &Transaction, app: &App, permit: &Permit, id: PersonId) -> ServiceResult<()> {
    // First of all: who waits here for somebody else's end sees what became of it.
    people::service::keep_a_coordinator(tx, app, id).await?;
    let person = people::find_person(tx, id).await?.ok_or_else(ServiceError::not_found)?;
    if person.state == PersonState::Deleted {
        return Err(ServiceError::not_found());
    }
    store::delete_sessions(tx, permit, id).await?;
    store::delete_credentials(tx, permit, id).await?;
    for purpose in [Purpose::PasswordReset, Purpose::EmailChange] {
        store::delete_links(tx, permit, purpose, Some(id)).await?;
    }
    groups::service::end_person(tx, app, permit, id).await?;
    tasks::service::end_person(tx, permit, &person).await?;
    conduct::service::end_person(tx, permit, id).await?;
    people::service::erase(tx, app, permit, &person).await?;
    let event = AuditEvent::new("person_delete", "person").object(id.0, "").subject(id);
    audit::record(tx, app.clock(), permit, event).await?;
    Ok(())
}
