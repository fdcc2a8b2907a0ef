//! Finding people and opening one.

use serde_json::{Value, json};
use verbund_shared::{id::PersonId, people::AffiliationRole};

use super::open;
use crate::support::TestApp;

async fn found(app: &TestApp, token: &str, variables: Value) -> Vec<String> {
    let reply = app.send(token, "PeoplePage", variables).await;
    let edges = reply.data()["people"]["edges"].as_array().unwrap().clone();
    edges.iter().map(|edge| edge["node"]["person"]["email"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn people_are_found_by_words_role_and_state() {
    let app = TestApp::new().await;
    let coordinator = app.coordinator().await;
    app.steering_member().await;
    let organisation = app.bare_organisation("Verein").await;
    app.member_of(organisation, AffiliationRole::Staff, "anna@verein.example").await;
    let (ozan, _) = app.person("özan@verein.example").await;
    app.execute(
        "UPDATE people SET given_name = 'Özan', state = 'disabled' WHERE id = $1",
        vec![ozan.0.into()],
    )
    .await;

    assert_eq!(found(&app, &coordinator, json!({ "text": "" })).await.len(), 4);
    assert_eq!(found(&app, &coordinator, json!({ "text": "VEREIN anna" })).await, ["anna@verein.example"]);
    assert_eq!(found(&app, &coordinator, json!({ "text": "özan" })).await, ["özan@verein.example"]);
    assert_eq!(found(&app, &coordinator, json!({ "text": "%" })).await.len(), 0);
    assert_eq!(
        found(&app, &coordinator, json!({ "text": "", "state": "DISABLED" })).await,
        ["özan@verein.example"]
    );
    assert_eq!(
        found(&app, &coordinator, json!({ "text": "", "networkRole": "STEERING_GROUP_MEMBER" })).await,
        ["steering@network.example"]
    );
    assert_eq!(
        found(&app, &coordinator, json!({ "text": "", "affiliationRole": "STAFF" })).await,
        ["anna@verein.example"]
    );
}

#[tokio::test]
async fn a_list_of_people_is_read_in_pages_by_four_statements() {
    let app = TestApp::new().await;
    let coordinator = app.coordinator().await;
    for name in ["berta", "anna", "cora"] {
        app.person(&format!("{name}@verein.example")).await;
    }
    let first = app.send(&coordinator, "PeoplePage", json!({ "text": "verein", "first": 2 }));
    let (statements, first) = app.statements_of(first).await;
    // The sign-in's statements come on top of page, roles twice and count.
    assert!(statements <= 9, "{statements}");
    let people = &first.data()["people"];
    assert_eq!(people["edges"][0]["node"]["person"]["givenName"], "anna");
    assert_eq!(people["totalCount"], 3);
    assert_eq!(people["pageInfo"]["hasNextPage"], true);
    let after = json!({ "text": "verein", "first": 2, "after": people["pageInfo"]["endCursor"] });
    assert_eq!(found(&app, &coordinator, after).await, ["cora@verein.example"]);
}

#[tokio::test]
async fn opening_somebody_is_noted_with_whose_data_it_was() {
    let app = TestApp::new().await;
    let coordinator = app.coordinator().await;
    let (anna, _) = app.person("anna@verein.example").await;
    let shown = open(&app, &coordinator, &json!(anna)).await;
    assert_eq!(shown["record"]["person"]["email"], "anna@verein.example");
    assert_eq!(shown["devices"], 1);
    assert_eq!(app.audited("person_view", anna.0).await, 1);
    let nobody = PersonId(app.clock.new_id());
    assert_eq!(app.send(&coordinator, "PersonShow", json!({ "id": nobody })).await.code(), "NOT_FOUND");
}

#[tokio::test]
async fn only_coordinators_see_people() {
    let app = TestApp::new().await;
    let steering = app.steering_member().await;
    let (anna, token) = app.person("anna@verein.example").await;
    for (token, code) in [("", "UNAUTHENTICATED"), (&steering, "FORBIDDEN"), (&token, "FORBIDDEN")] {
        assert_eq!(app.send(token, "PeoplePage", json!({ "text": "" })).await.code(), code);
        assert_eq!(app.send(token, "PersonShow", json!({ "id": anna })).await.code(), code);
    }
}
