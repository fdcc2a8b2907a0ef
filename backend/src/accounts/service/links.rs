//! Whether a one-time link still works.

use crate::{
    accounts::{
        secrets,
        store::{self, Purpose},
    },
    app::App,
    error::ServiceResult,
};

/// Whether a link still works. A link for a new password that went to nobody does not.
pub(in crate::accounts) async fn works(app: &App, purpose: Purpose, token: &str) -> ServiceResult<bool> {
    let hash = secrets::hash(token);
    let link = store::find_link(app.db().read(), purpose, &hash, app.clock().now()).await?;
    Ok(link.is_some_and(|link| link.person_id.is_some() || purpose == Purpose::FirstCoordinator))
}
