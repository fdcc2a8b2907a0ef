//! What is stored about a person, for that person: as one file, and who looked at it.

use uuid::Uuid;

use super::own;
use crate::{
    accounts::store::{self, DataAccess},
    app::App,
    audit::{self, AuditEvent},
    authz::Caller,
    error::{ServiceError, ServiceResult},
    graphql::{CursorPage, page_of},
};

/// Everything stored about the person who asks, as JSON.
///
/// # Errors
/// `UNAUTHENTICATED`.
pub async fn export(app: &App, caller: &Caller) -> ServiceResult<String> {
    let own = own(app, caller).await?;
    let tx = app.db().begin().await?;
    let event = AuditEvent::new("own_data_export", "person").object(own.person.id, "").subject(own.id());
    audit::record(&tx, app.clock(), &own.permit, event).await?;
    let data = store::collect_own_data(&tx, &own.person, app.clock().now()).await?;
    tx.commit().await?;
    serde_json::to_string_pretty(&data).map_err(|cause| ServiceError::Internal(cause.into()))
}

/// What others, or the program, did with the own data, newest first; true when more follows.
///
/// # Errors
/// `UNAUTHENTICATED`.
pub async fn accesses(
    app: &App,
    caller: &Caller,
    page: &CursorPage<Uuid>,
) -> ServiceResult<(Vec<DataAccess>, bool)> {
    let own = own(app, caller).await?;
    let rows = store::data_accesses(app.db().read(), own.id(), page.after, page.first + 1).await?;
    Ok(page_of(rows, page.first))
}
