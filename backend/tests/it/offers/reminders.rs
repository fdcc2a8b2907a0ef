//! Asking organisations by mail whether their offers are still right.

use chrono::TimeDelta;
use sea_orm::{ConnectionTrait, Statement};
use serde_json::json;
use verbund::offers::reminders::remind;
use verbund_shared::people::AffiliationRole;

use super::organisation_with_representative;
use crate::support::TestApp;

async fn outbox(app: &TestApp) -> Vec<(String, String)> {
    let db = app.app.db().raw_writer();
    let sql = "SELECT recipient, subject FROM outbox ORDER BY recipient, created_at";
    let rows = db.query_all_raw(Statement::from_string(db.get_database_backend(), sql)).await.unwrap();
    rows.iter()
        .map(|row| (row.try_get("", "recipient").unwrap(), row.try_get("", "subject").unwrap()))
        .collect()
}

#[tokio::test]
async fn representatives_are_asked_once_per_offer_and_period() {
    let (app, organisation, token) = organisation_with_representative().await;
    app.member_of(organisation, AffiliationRole::Staff, "stefan@bildungswerk.example").await;
    let offer = app.published(&token, organisation, json!({})).await;
    app.published(&token, organisation, json!({})).await;
    app.draft(&token, organisation, json!({})).await;
    assert_eq!(remind(&app.app).await.unwrap(), 0);

    app.clock.advance(TimeDelta::days(166));
    assert_eq!(remind(&app.app).await.unwrap(), 1);
    assert_eq!(remind(&app.app).await.unwrap(), 0);
    let rita = "rita@bildungswerk.example".to_owned();
    assert_eq!(outbox(&app).await, [(rita.clone(), "Stimmen Ihre 2 Angebote noch?".to_owned())]);

    let coordinator = app.coordinator().await;
    let input = json!({ "id": offer["id"], "version": offer["version"] });
    app.send(&coordinator, "OfferConfirm", json!({ "input": input })).await.data();
    app.clock.advance(TimeDelta::days(166));
    assert_eq!(remind(&app.app).await.unwrap(), 1);
    assert_eq!(outbox(&app).await[1], (rita, "Stimmt Ihr Angebot noch?".to_owned()));
}

#[tokio::test]
async fn nobody_is_asked_where_nobody_can_answer() {
    let app = TestApp::new().await;
    let coordinator = app.coordinator().await;
    let without_people = app.member_organisation("Kammer").await;
    app.published(&coordinator, without_people, json!({})).await;
    let stranger = app.organisation_without_membership("Anwärter").await;
    app.member_of(stranger, AffiliationRole::Representative, "a@anwaerter.example").await;
    app.published(&coordinator, stranger, json!({})).await;
    app.clock.advance(TimeDelta::days(200));
    assert_eq!(remind(&app.app).await.unwrap(), 0);

    // Who comes later is asked then.
    app.member_of(without_people, AffiliationRole::Representative, "k@kammer.example").await;
    assert_eq!(remind(&app.app).await.unwrap(), 1);
}
