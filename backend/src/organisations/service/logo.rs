//! The logo: an uploaded file that the organisation refers to.

use uuid::Uuid;
use verbund_shared::{
    error::ErrorCode,
    id::{FileId, OrganisationId},
};

use super::authorised_organisation;
use crate::{
    app::App,
    audit::{self, AuditEvent},
    authz::{Action, Caller, Permit},
    db::Transaction,
    error::{ServiceError, ServiceResult},
    files::{self, rules::FilePurpose},
    network::store::next_directory_sequence,
    organisations::store::{self, OrganisationRow},
};

/// Makes an uploaded picture the logo.
///
/// # Errors
/// `NOT_FOUND`, `VALIDATION` (`UNKNOWN_REFERENCE` when it is not the person's own upload),
/// `UNAUTHENTICATED`, `FORBIDDEN`.
pub async fn set_logo(
    app: &App,
    caller: &Caller,
    organisation: OrganisationId,
    upload: FileId,
) -> ServiceResult<OrganisationRow> {
    let tx = app.db().begin().await?;
    let (permit, row) = authorised_organisation(&tx, caller, Action::OrganisationEdit, organisation).await?;
    if !files::store::is_uploaded_by(&tx, upload, FilePurpose::Logo, caller.actor.person_id()).await? {
        return Err(ServiceError::field("uploadId", ErrorCode::UnknownReference));
    }
    let row = replace(&tx, app, &permit, "logo_set", &row, Some(upload.0)).await?;
    tx.commit().await?;
    Ok(row)
}

/// Removes the logo; without one, nothing happens.
///
/// # Errors
/// `NOT_FOUND`, `UNAUTHENTICATED`, `FORBIDDEN`.
pub async fn remove_logo(
    app: &App,
    caller: &Caller,
    organisation: OrganisationId,
) -> ServiceResult<OrganisationRow> {
    let tx = app.db().begin().await?;
    let (permit, row) = authorised_organisation(&tx, caller, Action::OrganisationEdit, organisation).await?;
    if row.logo_id.is_none() {
        return Ok(row);
    }
    let row = replace(&tx, app, &permit, "logo_remove", &row, None).await?;
    tx.commit().await?;
    Ok(row)
}

async fn replace(
    tx: &Transaction,
    app: &App,
    permit: &Permit,
    action: &'static str,
    current: &OrganisationRow,
    logo: Option<Uuid>,
) -> ServiceResult<OrganisationRow> {
    let sequence = next_directory_sequence(tx, permit).await?;
    let row = store::set_logo(tx, permit, app.clock(), current.id, logo, sequence).await?;
    if let Some(old) = current.logo_id.filter(|old| Some(*old) != logo) {
        files::store::delete_file(tx, permit, old).await?;
    }
    let event = AuditEvent::new(action, "organisation")
        .object(row.id, &row.name)
        .organisation(OrganisationId(row.id));
    audit::record(tx, app.clock(), permit, event).await?;
    Ok(row)
}
