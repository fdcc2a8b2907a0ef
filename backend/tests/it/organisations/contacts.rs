//! `contactAdd`, `contactUpdate`, `contactRemove`.

use serde_json::{Value, json};
use verbund_shared::{id::OrganisationId, people::AffiliationRole};

use crate::support::{Reply, TestApp};

fn contact(consented_on: Option<&str>) -> Value {
    json!({ "name": "Dr. Anna Groß", "function": "Leitung", "email": "a.gross@verein.example",
            "phone": "", "consentedOn": consented_on })
}

async fn add(app: &TestApp, token: &str, id: OrganisationId, contact: Value) -> Reply {
    let input = json!({ "organisationId": id, "contact": contact });
    app.send(token, "ContactAdd", json!({ "input": input })).await
}

async fn update(app: &TestApp, token: &str, id: &Value, version: i32, contact: Value) -> Reply {
    let input = json!({ "id": id, "version": version, "contact": contact });
    app.send(token, "ContactUpdate", json!({ "input": input })).await
}

async fn remove(app: &TestApp, token: &str, id: &Value, version: i32) -> Reply {
    app.send(token, "ContactRemove", json!({ "input": { "id": id, "version": version } })).await
}

async fn seen_by(app: &TestApp, token: &str, id: OrganisationId) -> usize {
    let reply = app.send(token, "OrganisationProfile", json!({ "id": id })).await;
    reply.data()["organisation"]["contacts"].as_array().unwrap().len()
}

#[tokio::test]
async fn a_contact_is_public_only_with_consent() {
    let app = TestApp::new().await;
    let id = app.member("Verein").await;
    let representative = app.member_of(id, AffiliationRole::Representative, "rep@verein.example").await;
    let staff = app.member_of(id, AffiliationRole::Staff, "staff@verein.example").await;
    let reply = add(&app, &representative, id, contact(None)).await;
    let contact_id = reply.data()["contactAdd"]["contact"]["id"].clone();
    assert_eq!((seen_by(&app, "", id).await, seen_by(&app, &staff, id).await), (0, 1));

    let reply = update(&app, &representative, &contact_id, 1, contact(Some("2026-03-01"))).await;
    assert_eq!(reply.data()["contactUpdate"]["contact"]["consentedOn"], "2026-03-01");
    assert_eq!(seen_by(&app, "", id).await, 1);

    assert_eq!(remove(&app, &representative, &contact_id, 1).await.code(), "CONFLICT");
    remove(&app, &representative, &contact_id, 2).await.data();
    assert_eq!(seen_by(&app, &staff, id).await, 0);
}

#[tokio::test]
async fn consent_was_given_in_the_past_and_a_contact_can_be_reached() {
    let app = TestApp::new().await;
    let id = app.member("Verein").await;
    let coordinator = app.coordinator().await;
    let reply = add(&app, &coordinator, id, contact(Some("2026-03-03"))).await;
    assert_eq!(reply.fields(), ["consentedOn: INVALID_DATE"]);
    let reply = add(&app, &coordinator, id, json!({ "name": "" })).await;
    assert_eq!(reply.fields(), ["name: REQUIRED", "email: REQUIRED"]);
}

#[tokio::test]
async fn a_stale_change_is_refused() {
    let app = TestApp::new().await;
    let id = app.member("Verein").await;
    let coordinator = app.coordinator().await;
    let reply = add(&app, &coordinator, id, contact(None)).await;
    let contact_id = &reply.data()["contactAdd"]["contact"]["id"];
    update(&app, &coordinator, contact_id, 1, contact(None)).await.data();
    assert_eq!(update(&app, &coordinator, contact_id, 1, contact(None)).await.code(), "CONFLICT");
}

#[tokio::test]
async fn only_its_representatives_and_coordinators_may() {
    let app = TestApp::new().await;
    let id = app.member("Verein").await;
    let coordinator = app.coordinator().await;
    let reply = add(&app, &coordinator, id, contact(None)).await;
    let contact_id = reply.data()["contactAdd"]["contact"]["id"].clone();
    let staff = app.member_of(id, AffiliationRole::Staff, "staff@verein.example").await;
    for (token, code) in [("", "UNAUTHENTICATED"), (&staff, "FORBIDDEN")] {
        assert_eq!(add(&app, token, id, contact(None)).await.code(), code);
        assert_eq!(update(&app, token, &contact_id, 1, contact(None)).await.code(), code);
        assert_eq!(remove(&app, token, &contact_id, 1).await.code(), code);
    }
    let unknown = json!("contact_00000000000000000000000000000001");
    assert_eq!(remove(&app, &coordinator, &unknown, 1).await.code(), "NOT_FOUND");
    assert_eq!(remove(&app, &staff, &unknown, 1).await.code(), "FORBIDDEN");
}
