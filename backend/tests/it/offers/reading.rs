//! `offer` and `organisationOffers`.

use chrono::TimeDelta;
use serde_json::{Value, json};
use verbund_shared::{id::OrganisationId, people::AffiliationRole};

use super::organisation_with_representative;
use crate::support::{Reply, TestApp};

async fn own(app: &TestApp, token: &str, organisation: OrganisationId, filter: Value) -> Reply {
    let variables = json!({ "organisationId": organisation.to_string(), "filter": filter, "first": 2 });
    app.send(token, "OrganisationOffersPage", variables).await
}

fn titles(reply: &Reply) -> Vec<String> {
    let edges = reply.data()["organisationOffers"]["edges"].as_array().unwrap();
    edges.iter().map(|edge| edge["node"]["title"]["de"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn the_public_sees_an_offer_until_it_ends_and_while_its_organisation_is_a_member() {
    let (app, organisation, token) = organisation_with_representative().await;
    // What begins later is announced before.
    let dated = json!({ "validFrom": "2026-03-04", "validUntil": "2026-03-04" });
    let offer = app.published(&token, organisation, dated).await;
    let code = async || app.send("", "OfferPage", json!({ "id": offer["id"] })).await.code().to_owned();
    let listed = async || {
        let reply = app.send("", "OffersPage", json!({ "filter": {} })).await;
        reply.data()["offers"]["totalCount"].clone()
    };
    for (expected, count) in [("", 1), ("", 1), ("", 1), ("NOT_FOUND", 0)] {
        assert_eq!(code().await, expected, "{}", app.app.today());
        assert_eq!(listed().await, count, "{}", app.app.today());
        app.clock.advance(TimeDelta::days(1));
    }
    let stranger = app.organisation_without_membership("Anwärter").await;
    let coordinator = app.coordinator().await;
    let early = app.published(&coordinator, stranger, json!({})).await;
    assert_eq!(app.send("", "OfferPage", json!({ "id": early["id"] })).await.code(), "NOT_FOUND");
    assert_eq!(listed().await, 0);
    app.send(&coordinator, "OfferPage", json!({ "id": early["id"] })).await.data();
}

#[tokio::test]
async fn an_organisation_sees_its_own_in_pages_most_urgent_first() {
    let (app, organisation, token) = organisation_with_representative().await;
    let title = |title: &str| json!({ "title": { "de": title } });
    app.published(&token, organisation, title("Alt")).await;
    app.clock.advance(TimeDelta::minutes(5));
    app.draft(&token, organisation, title("Entwurf")).await;
    app.clock.advance(TimeDelta::days(170));
    let coordinator = app.coordinator().await;
    app.published(&coordinator, organisation, title("Neu")).await;

    let first = own(&app, &coordinator, organisation, json!({})).await;
    let connection = &first.data()["organisationOffers"];
    assert_eq!(titles(&first), ["Alt", "Entwurf"]);
    assert_eq!(
        (&connection["totalCount"], &connection["pageInfo"]["hasNextPage"]),
        (&json!(3), &json!(true))
    );
    let variables = json!({
        "organisationId": organisation.to_string(), "filter": {}, "first": 2,
        "after": connection["pageInfo"]["endCursor"],
    });
    let second = app.send(&coordinator, "OrganisationOffersPage", variables).await;
    assert_eq!(titles(&second), ["Neu"]);

    let due = own(&app, &coordinator, organisation, json!({ "freshness": "DUE" })).await;
    assert_eq!(titles(&due), ["Alt"]);
    let drafts = own(&app, &coordinator, organisation, json!({ "state": "DRAFT" })).await;
    assert_eq!(titles(&drafts), ["Entwurf"]);
}

#[tokio::test]
async fn only_people_of_the_organisation_and_coordinators_see_its_own_list() {
    let (app, organisation, token) = organisation_with_representative().await;
    own(&app, &token, organisation, json!({})).await.data();
    let staff = app.member_of(organisation, AffiliationRole::Staff, "stefan@bildungswerk.example").await;
    let list = own(&app, &staff, organisation, json!({})).await;
    list.data();
    assert_eq!(own(&app, "", organisation, json!({})).await.code(), "UNAUTHENTICATED");
    let steering = app.steering_member().await;
    assert_eq!(own(&app, &steering, organisation, json!({})).await.code(), "FORBIDDEN");
}

#[tokio::test]
async fn what_is_no_cursor_or_no_id_is_refused() {
    let (app, organisation, token) = organisation_with_representative().await;
    let variables = json!({ "organisationId": organisation.to_string(), "filter": {}, "after": "x" });
    let reply = app.send(&token, "OrganisationOffersPage", variables).await;
    assert_eq!(reply.fields(), ["after: INVALID_VALUE"]);
    assert_eq!(
        app.send("", "OfferPage", json!({ "id": organisation.to_string() })).await.code(),
        "NOT_FOUND"
    );
}
