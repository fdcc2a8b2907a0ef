//! Contact persons, published only with the consent that is recorded.

use verbund_shared::id::{ContactId, OrganisationId};

use super::authorised_organisation;
use crate::{
    app::App,
    audit::{self, AuditEvent},
    authz::{Action, Caller, Facts, Permit, authorise},
    db::Transaction,
    error::{ServiceError, ServiceResult, all_right, same_version},
    network::store::next_directory_sequence,
    organisations::{
        rules::profile::{ContactValues, check_contact},
        store::{self, ContactRow, OrganisationRow},
    },
};

/// Adds a contact person.
///
/// # Errors
/// `NOT_FOUND`, `VALIDATION`, `UNAUTHENTICATED`, `FORBIDDEN`.
pub async fn add_contact(
    app: &App,
    caller: &Caller,
    organisation: OrganisationId,
    values: ContactValues,
) -> ServiceResult<(OrganisationRow, ContactRow)> {
    let tx = app.db().begin().await?;
    let (permit, row) = authorised_organisation(&tx, caller, Action::OrganisationEdit, organisation).await?;
    let (row, contact) = add_contact_in(&tx, app, &permit, &row, values).await?;
    tx.commit().await?;
    Ok((row, contact))
}

/// Adds a contact person.
///
/// # Errors
/// `VALIDATION`.
pub async fn add_contact_in(
    tx: &Transaction,
    app: &App,
    permit: &Permit,
    organisation: &OrganisationRow,
    values: ContactValues,
) -> ServiceResult<(OrganisationRow, ContactRow)> {
    let (values, check) = check_contact(values, app.today());
    all_right(check)?;
    let last = store::contacts_of(tx, &[organisation.id]).await?.last().map_or(0, |contact| contact.position);
    let position = last.saturating_add(1);
    let contact = store::insert_contact(tx, permit, app.clock(), organisation.id, position, values).await?;
    let row = changed(tx, app, permit, "contact_add", organisation, &contact).await?;
    Ok((row, contact))
}

/// Changes a contact person, or gives or takes back the consent.
///
/// # Errors
/// `NOT_FOUND`, `VALIDATION`, `CONFLICT`, `UNAUTHENTICATED`, `FORBIDDEN`.
pub async fn update_contact(
    app: &App,
    caller: &Caller,
    id: ContactId,
    values: ContactValues,
    based_on: i32,
) -> ServiceResult<(OrganisationRow, ContactRow)> {
    let tx = app.db().begin().await?;
    let (permit, row, contact) = authorised_contact(&tx, caller, id).await?;
    same_version(contact.version, based_on)?;
    let (values, check) = check_contact(values, app.today());
    all_right(check)?;
    let contact = store::update_contact(&tx, &permit, &contact, values).await?;
    let row = changed(&tx, app, &permit, "contact_update", &row, &contact).await?;
    tx.commit().await?;
    Ok((row, contact))
}

/// Removes a contact person.
///
/// # Errors
/// `NOT_FOUND`, `CONFLICT`, `UNAUTHENTICATED`, `FORBIDDEN`.
pub async fn remove_contact(
    app: &App,
    caller: &Caller,
    id: ContactId,
    based_on: i32,
) -> ServiceResult<OrganisationRow> {
    let tx = app.db().begin().await?;
    let (permit, row, contact) = authorised_contact(&tx, caller, id).await?;
    same_version(contact.version, based_on)?;
    store::delete_contact(&tx, &permit, contact.id).await?;
    let row = changed(&tx, app, &permit, "contact_remove", &row, &contact).await?;
    tx.commit().await?;
    Ok(row)
}

async fn authorised_contact(
    tx: &Transaction,
    caller: &Caller,
    id: ContactId,
) -> ServiceResult<(Permit, OrganisationRow, ContactRow)> {
    let Some(contact) = store::lock_contact(tx, id).await? else {
        // Whoever has no right anywhere learns nothing, not even that it does not exist.
        authorise(caller, Action::OrganisationEdit, &Facts::NONE)?;
        return Err(ServiceError::not_found());
    };
    let organisation = OrganisationId(contact.organisation_id);
    let (permit, row) = authorised_organisation(tx, caller, Action::OrganisationEdit, organisation).await?;
    Ok((permit, row, contact))
}

async fn changed(
    tx: &Transaction,
    app: &App,
    permit: &Permit,
    action: &'static str,
    organisation: &OrganisationRow,
    contact: &ContactRow,
) -> ServiceResult<OrganisationRow> {
    let event = AuditEvent::new(action, "contact")
        .object(contact.id, &contact.name)
        .organisation(OrganisationId(organisation.id))
        .detail("public", contact.consented_at.is_some());
    audit::record(tx, app.clock(), permit, event).await?;
    let sequence = next_directory_sequence(tx, permit).await?;
    Ok(store::touch_organisation(tx, permit, app.clock(), organisation.id, sequence).await?)
}
