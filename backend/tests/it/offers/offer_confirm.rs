//! `offerConfirm`.

use chrono::TimeDelta;
use serde_json::{Value, json};
use verbund_shared::people::AffiliationRole;

use super::organisation_with_representative;
use crate::support::{Reply, TestApp};

async fn confirm(app: &TestApp, token: &str, offer: &Value) -> Reply {
    let input = json!({ "id": offer["id"], "version": offer["version"] });
    app.send(token, "OfferConfirm", json!({ "input": input })).await
}

async fn freshness(app: &TestApp, offer: &Value) -> String {
    let reply = app.send("", "OfferPage", json!({ "id": offer["id"] })).await;
    if reply.code() == "NOT_FOUND" {
        return "NOT_FOUND".to_owned();
    }
    reply.data()["offer"]["freshness"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn an_offer_ages_is_hidden_and_comes_back_when_confirmed() {
    let (app, organisation, _) = organisation_with_representative().await;
    let coordinator = app.coordinator().await;
    let offer = app.published(&coordinator, organisation, json!({})).await;
    for (days, expected) in [(165, "CURRENT"), (1, "DUE"), (14, "DUE"), (1, "OVERDUE"), (59, "OVERDUE")] {
        app.clock.advance(TimeDelta::days(days));
        assert_eq!(freshness(&app, &offer).await, expected, "{}", app.app.today());
    }
    app.clock.advance(TimeDelta::days(1));
    assert_eq!(freshness(&app, &offer).await, "NOT_FOUND");
    let found = app.send("", "OffersPage", json!({ "filter": {} })).await;
    assert_eq!(found.data()["offers"]["totalCount"], 0);

    let token = app.member_of(organisation, AffiliationRole::Representative, "new@bildungswerk.example");
    let reply = confirm(&app, &token.await, &offer).await;
    assert_eq!(reply.data()["offerConfirm"]["offer"]["checkedOn"], app.app.today().to_string());
    assert_eq!(freshness(&app, &offer).await, "CURRENT");
}

#[tokio::test]
async fn confirming_twice_is_the_same_as_once_and_disturbs_no_edit() {
    let (app, organisation, token) = organisation_with_representative().await;
    let offer = app.published(&token, organisation, json!({})).await;
    for _ in 0..2 {
        let reply = confirm(&app, &token, &offer).await;
        assert_eq!(reply.data()["offerConfirm"]["offer"]["version"], offer["version"]);
    }
}

#[tokio::test]
async fn only_what_was_looked_at_and_is_published_can_be_confirmed() {
    let (app, organisation, token) = organisation_with_representative().await;
    let offer = app.published(&token, organisation, json!({})).await;
    let stale = json!({ "id": offer["id"], "version": 1 });
    assert_eq!(confirm(&app, &token, &stale).await.code(), "CONFLICT");
    let draft = app.draft(&token, organisation, json!({})).await;
    assert_eq!(confirm(&app, &token, &draft).await.code(), "STATE_FORBIDS");
    let nothing = json!({ "id": "offer_00000000000000000000000000000001", "version": 1 });
    assert_eq!(confirm(&app, &token, &nothing).await.code(), "NOT_FOUND");
}

#[tokio::test]
async fn only_representatives_of_the_organisation_and_coordinators_may() {
    let (app, organisation, token) = organisation_with_representative().await;
    let offer = app.published(&token, organisation, json!({})).await;
    assert_eq!(confirm(&app, "", &offer).await.code(), "UNAUTHENTICATED");
    let delegate =
        app.member_of(organisation, AffiliationRole::VotingDelegate, "v@bildungswerk.example").await;
    assert_eq!(confirm(&app, &delegate, &offer).await.code(), "FORBIDDEN");
    let steering = app.steering_member().await;
    assert_eq!(confirm(&app, &steering, &offer).await.code(), "FORBIDDEN");
}
