//! `offerPublish` and `offerArchive`.

use serde_json::{Value, json};
use verbund_shared::people::AffiliationRole;

use super::organisation_with_representative;
use crate::support::{Reply, TestApp};

async fn act(app: &TestApp, token: &str, operation: &str, offer: &Value) -> Reply {
    let input = json!({ "id": offer["id"], "version": offer["version"] });
    app.send(token, operation, json!({ "input": input })).await
}

async fn found(app: &TestApp) -> Value {
    let reply = app.send("", "OffersPage", json!({ "filter": {} })).await;
    reply.data()["offers"]["totalCount"].clone()
}

#[tokio::test]
async fn publishing_shows_archiving_hides_and_publishing_shows_again() {
    let (app, organisation, token) = organisation_with_representative().await;
    let draft = app.draft(&token, organisation, json!({})).await;
    assert_eq!(found(&app).await, 0);

    let reply = act(&app, &token, "OfferPublish", &draft).await;
    let published = &reply.data()["offerPublish"]["offer"];
    assert_eq!(published["state"], "PUBLISHED");
    assert_eq!(published["checkedOn"], "2026-03-02");
    assert_eq!(published["checkAgainBy"], "2026-08-29");
    assert_eq!(found(&app).await, 1);

    let reply = act(&app, &token, "OfferArchive", published).await;
    let archived = &reply.data()["offerArchive"]["offer"];
    assert_eq!(archived["state"], "ARCHIVED");
    assert_eq!(found(&app).await, 0);
    assert_eq!(app.send("", "OfferPage", json!({ "id": draft["id"] })).await.code(), "NOT_FOUND");

    act(&app, &token, "OfferPublish", archived).await.data();
    assert_eq!(found(&app).await, 1);
}

#[tokio::test]
async fn what_the_public_needs_must_be_there() {
    let (app, organisation, token) = organisation_with_representative().await;
    let draft = app.draft(&token, organisation, json!({ "termIds": [], "contactEmail": "" })).await;
    let reply = act(&app, &token, "OfferPublish", &draft).await;
    assert_eq!(reply.code(), "VALIDATION");
    assert_eq!(
        reply.fields(),
        ["topics: REQUIRED", "targetGroups: REQUIRED", "districts: REQUIRED", "contactEmail: REQUIRED"]
    );
}

#[tokio::test]
async fn an_act_must_fit_state_and_version() {
    let (app, organisation, token) = organisation_with_representative().await;
    let published = app.published(&token, organisation, json!({})).await;
    let reply = act(&app, &token, "OfferPublish", &published).await;
    assert_eq!(reply.code(), "STATE_FORBIDS");
    assert_eq!(reply.body["errors"][0]["extensions"]["params"]["state"], "published");
    let stale = json!({ "id": published["id"], "version": 1 });
    assert_eq!(act(&app, &token, "OfferArchive", &stale).await.code(), "CONFLICT");
    let archived = act(&app, &token, "OfferArchive", &published).await;
    let archived = &archived.data()["offerArchive"]["offer"];
    assert_eq!(act(&app, &token, "OfferArchive", archived).await.code(), "STATE_FORBIDS");
}

#[tokio::test]
async fn only_representatives_of_the_organisation_and_coordinators_may() {
    let (app, organisation, token) = organisation_with_representative().await;
    let draft = app.draft(&token, organisation, json!({})).await;
    let published = app.published(&token, organisation, json!({})).await;
    let staff = app.member_of(organisation, AffiliationRole::Staff, "stefan@bildungswerk.example").await;
    for (who, code) in [("", "UNAUTHENTICATED"), (staff.as_str(), "FORBIDDEN")] {
        assert_eq!(act(&app, who, "OfferPublish", &draft).await.code(), code);
        assert_eq!(act(&app, who, "OfferArchive", &published).await.code(), code);
    }
    let coordinator = app.coordinator().await;
    act(&app, &coordinator, "OfferPublish", &draft).await.data();
    act(&app, &coordinator, "OfferArchive", &published).await.data();
}
