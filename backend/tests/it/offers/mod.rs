//! Offers.

mod offer_confirm;
mod offer_create;
mod offer_publish;
mod offer_update;
mod reading;
mod reminders;

use verbund_shared::{id::OrganisationId, people::AffiliationRole};

use crate::support::TestApp;

/// A server with a member organisation and one who represents it.
async fn organisation_with_representative() -> (TestApp, OrganisationId, String) {
    let app = TestApp::new().await;
    let organisation = app.member_organisation("Bildungswerk").await;
    let token = app.member_of(organisation, AffiliationRole::Representative, "rita@bildungswerk.example");
    let token = token.await;
    (app, organisation, token)
}
