//! Whether an organisation is asked before its people are taken into groups.

use verbund_shared::id::OrganisationId;

use super::authorised_organisation;
use crate::{
    app::App,
    audit::{self, AuditEvent},
    authz::{Action, Caller},
    error::ServiceResult,
    organisations::store::{self, OrganisationRow},
};

/// Says whether the organisation wants to be asked. Those who asked before are not asked again.
///
/// # Errors
/// `NOT_FOUND`, `UNAUTHENTICATED`, `FORBIDDEN`.
pub async fn set_group_consent(
    app: &App,
    caller: &Caller,
    id: OrganisationId,
    wanted: bool,
) -> ServiceResult<OrganisationRow> {
    let tx = app.db().begin().await?;
    let (permit, current) = authorised_organisation(&tx, caller, Action::OrganisationEdit, id).await?;
    let row = store::set_group_consent(&tx, &permit, current.id, wanted).await?;
    let event = AuditEvent::new("group_consent_set", "organisation")
        .object(row.id, &row.name)
        .organisation(id)
        .detail("wanted", wanted);
    audit::record(&tx, app.clock(), &permit, event).await?;
    tx.commit().await?;
    Ok(row)
}
