//! `offerUpdate`.

use serde_json::{Value, json};
use verbund_shared::people::AffiliationRole;

use super::organisation_with_representative;
use crate::support::{Reply, TestApp};

async fn update(app: &TestApp, token: &str, offer: &Value, change: Value) -> Reply {
    let text = app.offer_text(change).await;
    let input = json!({ "id": offer["id"], "version": offer["version"], "text": text });
    app.send(token, "OfferUpdate", json!({ "input": input })).await
}

#[tokio::test]
async fn a_changed_offer_shows_what_is_new_at_once() {
    let (app, organisation, token) = organisation_with_representative().await;
    let offer = app.published(&token, organisation, json!({})).await;
    let title = json!({ "de": "Sprachkurs am Morgen", "en": "Morning language course" });
    let reply = update(&app, &token, &offer, json!({ "title": title, "statewide": true })).await;
    assert_eq!(reply.data()["offerUpdate"]["offer"]["version"], 3);

    let page = app.send("", "OfferPage", json!({ "id": offer["id"] })).await;
    assert_eq!(page.data()["offer"]["title"]["en"], "Morning language course");
    let found = app.send("", "OffersPage", json!({ "filter": { "text": "morgen" } })).await;
    assert_eq!(found.data()["offers"]["totalCount"], 1);
}

#[tokio::test]
async fn what_is_published_stays_complete() {
    let (app, organisation, token) = organisation_with_representative().await;
    let offer = app.published(&token, organisation, json!({})).await;
    let reply = update(&app, &token, &offer, json!({ "termIds": [], "contactEmail": "" })).await;
    assert_eq!(
        reply.fields(),
        ["topics: REQUIRED", "targetGroups: REQUIRED", "districts: REQUIRED", "contactEmail: REQUIRED"]
    );
    let draft = app.draft(&token, organisation, json!({})).await;
    update(&app, &token, &draft, json!({ "termIds": [], "contactEmail": "" })).await.data();
}

#[tokio::test]
async fn a_stale_edit_is_refused() {
    let (app, organisation, token) = organisation_with_representative().await;
    let draft = app.draft(&token, organisation, json!({})).await;
    update(&app, &token, &draft, json!({})).await.data();
    let reply = update(&app, &token, &draft, json!({})).await;
    assert_eq!(reply.code(), "CONFLICT");
    assert_eq!(reply.body["errors"][0]["extensions"]["params"]["currentVersion"], 2);
}

#[tokio::test]
async fn only_those_who_may_and_drafts_stay_hidden_from_others() {
    let (app, organisation, token) = organisation_with_representative().await;
    let published = app.published(&token, organisation, json!({})).await;
    let draft = app.draft(&token, organisation, json!({})).await;
    let other = app.member_organisation("Kammer").await;
    let foreign = app.member_of(other, AffiliationRole::Representative, "karl@kammer.example").await;
    let staff = app.member_of(organisation, AffiliationRole::Staff, "stefan@bildungswerk.example").await;
    for (who, offer, code) in [
        ("", &published, "UNAUTHENTICATED"),
        ("", &draft, "UNAUTHENTICATED"),
        (&foreign, &published, "FORBIDDEN"),
        (&foreign, &draft, "NOT_FOUND"),
        (&staff, &published, "FORBIDDEN"),
        (&staff, &draft, "FORBIDDEN"),
    ] {
        assert_eq!(update(&app, who, offer, json!({})).await.code(), code);
    }
}
