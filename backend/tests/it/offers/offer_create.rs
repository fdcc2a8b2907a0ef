//! `offerCreate`.

use serde_json::{Value, json};
use verbund_shared::{id::OrganisationId, people::AffiliationRole};

use super::organisation_with_representative;
use crate::support::{Reply, TestApp};

async fn create(app: &TestApp, token: &str, organisation: OrganisationId, change: Value) -> Reply {
    let text = app.offer_text(change).await;
    let input = json!({ "organisationId": organisation.to_string(), "text": text });
    app.send(token, "OfferCreate", json!({ "input": input })).await
}

#[tokio::test]
async fn a_representative_writes_a_draft_that_the_public_does_not_see() {
    let (app, organisation, token) = organisation_with_representative().await;
    let reply = create(&app, &token, organisation, json!({ "url": "bildungswerk.example/kurs" })).await;
    let offer = &reply.data()["offerCreate"]["offer"];
    assert_eq!(offer["state"], "DRAFT");
    assert_eq!(
        offer["viewerCan"],
        json!({ "edit": true, "publish": true, "archive": true, "confirm": false })
    );

    let form = app.send(&token, "OfferEdit", json!({ "id": offer["id"] })).await;
    let form = &form.data()["offer"];
    assert_eq!(form["url"], "https://bildungswerk.example/kurs");
    assert_eq!(form["topics"].as_array().unwrap().len(), 1);
    assert_eq!(app.send("", "OfferPage", json!({ "id": offer["id"] })).await.code(), "NOT_FOUND");
}

#[tokio::test]
async fn wrong_fields_are_named() {
    let (app, organisation, token) = organisation_with_representative().await;
    let wrong = json!({
        "title": { "de": " " }, "contactEmail": "nobody", "url": "javascript:alert(1)",
        "validFrom": "2026-05-01", "validUntil": "2026-04-01",
        "termIds": ["term_00000000000000000000000000000001"],
    });
    let reply = create(&app, &token, organisation, wrong).await;
    assert_eq!(
        reply.fields(),
        [
            "title.de: REQUIRED",
            "url: INVALID_URL",
            "contactEmail: INVALID_EMAIL",
            "validUntil: DATE_ORDER",
            "terms: UNKNOWN_REFERENCE"
        ]
    );
    let reply = create(&app, &token, organisation, json!({ "termIds": ["x"] })).await;
    assert_eq!(reply.fields(), ["terms: UNKNOWN_REFERENCE"]);
}

#[tokio::test]
async fn markup_is_text_like_any_other() {
    let (app, organisation, token) = organisation_with_representative().await;
    let title = "<script>alert('Ünicode 李')</script>";
    let reply = create(&app, &token, organisation, json!({ "title": { "de": title } })).await;
    assert_eq!(reply.data()["offerCreate"]["offer"]["title"]["de"], title);
}

#[tokio::test]
async fn an_unknown_organisation_does_not_exist() {
    let app = TestApp::new().await;
    let coordinator = app.coordinator().await;
    let nowhere = OrganisationId(app.clock.new_id());
    assert_eq!(create(&app, &coordinator, nowhere, json!({})).await.code(), "NOT_FOUND");
}

#[tokio::test]
async fn only_representatives_of_the_organisation_and_coordinators_may() {
    let (app, organisation, _) = organisation_with_representative().await;
    assert_eq!(create(&app, "", organisation, json!({})).await.code(), "UNAUTHENTICATED");
    let staff = app.member_of(organisation, AffiliationRole::Staff, "stefan@bildungswerk.example").await;
    assert_eq!(create(&app, &staff, organisation, json!({})).await.code(), "FORBIDDEN");
    let other = app.member_organisation("Kammer").await;
    let foreign = app.member_of(other, AffiliationRole::Representative, "karl@kammer.example").await;
    assert_eq!(create(&app, &foreign, organisation, json!({})).await.code(), "FORBIDDEN");
    let coordinator = app.coordinator().await;
    create(&app, &coordinator, organisation, json!({})).await.data();
}
