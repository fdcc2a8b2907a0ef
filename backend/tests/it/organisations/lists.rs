//! `organisations` for administration and `myOrganisations`.

use serde_json::{Value, json};
use verbund_shared::people::AffiliationRole;

use crate::support::{Reply, TestApp};

async fn list(app: &TestApp, token: &str, variables: Value) -> Reply {
    let mut all = json!({ "text": "" });
    for (name, value) in variables.as_object().unwrap() {
        all[name] = value.clone();
    }
    app.send(token, "OrganisationsAdmin", all).await
}

fn names(reply: &Reply) -> Vec<String> {
    let edges = reply.data()["organisations"]["edges"].as_array().unwrap();
    edges.iter().map(|edge| edge["node"]["name"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn the_list_is_in_the_order_of_names_and_continues_after_a_cursor() {
    let app = TestApp::new().await;
    let coordinator = app.coordinator().await;
    for name in ["zebra", "Ähre", "Bär", "apfel"] {
        app.member(name).await;
    }
    let first = list(&app, &coordinator, json!({ "first": 3 })).await;
    assert_eq!(names(&first), ["Ähre", "apfel", "Bär"]);
    let connection = &first.data()["organisations"];
    assert_eq!(
        (connection["totalCount"].clone(), connection["pageInfo"]["hasNextPage"].clone()),
        (json!(4), json!(true))
    );
    let after = connection["pageInfo"]["endCursor"].clone();
    let second = list(&app, &coordinator, json!({ "first": 3, "after": after })).await;
    assert_eq!(names(&second), ["zebra"]);
    assert_eq!(list(&app, &coordinator, json!({ "after": "x" })).await.fields(), ["after: INVALID_VALUE"]);
    assert_eq!(list(&app, &coordinator, json!({ "first": 101 })).await.fields(), ["first: INVALID_VALUE"]);
}

#[tokio::test]
async fn the_list_is_filtered_by_state_kind_and_text() {
    let app = TestApp::new().await;
    let coordinator = app.coordinator().await;
    app.member("100 % Hilfe").await;
    let resting = app.member("Größe_1").await;
    let input = json!({ "organisationId": resting, "from": "2026-03-02", "reason": "x" });
    app.send(&coordinator, "MembershipSuspend", json!({ "input": input })).await.data();
    for (filter, found) in [
        (json!({ "state": "SUSPENDED" }), vec!["Größe_1"]),
        (json!({ "state": "ACTIVE" }), vec!["100 % Hilfe"]),
        (json!({ "state": "ENDED" }), vec![]),
        (json!({ "kind": "CHAMBER" }), vec![]),
        (json!({ "text": "GROESSE" }), vec!["Größe_1"]),
        (json!({ "text": "0 %" }), vec!["100 % Hilfe"]),
        (json!({ "text": "_" }), vec!["Größe_1"]),
        (json!({ "text": "Halle" }), vec!["100 % Hilfe", "Größe_1"]),
    ] {
        assert_eq!(names(&list(&app, &coordinator, filter.clone()).await), found, "{filter}");
    }
}

#[tokio::test]
async fn a_list_takes_the_same_number_of_statements_however_long_it_is() {
    let app = TestApp::new().await;
    let coordinator = app.coordinator().await;
    let mut counts = Vec::new();
    let mut made = 0;
    for n in [1, 10, 100] {
        while made < n {
            app.member(&format!("Verein {made}")).await;
            made += 1;
        }
        let request = list(&app, &coordinator, json!({ "first": 100 }));
        let (statements, reply) = app.statements_of(request).await;
        assert_eq!(names(&reply).len(), n);
        counts.push(statements);
    }
    // Five to know who asks, one for the page, one for its memberships, one for the total.
    assert_eq!(counts, [8, 8, 8]);
}

#[tokio::test]
async fn only_coordinators_see_the_list() {
    let app = TestApp::new().await;
    let id = app.member("Verein").await;
    let representative = app.member_of(id, AffiliationRole::Representative, "rep@verein.example").await;
    assert_eq!(list(&app, "", json!({})).await.code(), "UNAUTHENTICATED");
    assert_eq!(list(&app, &representative, json!({})).await.code(), "FORBIDDEN");
}

#[tokio::test]
async fn a_person_sees_their_own_organisations() {
    let app = TestApp::new().await;
    let id = app.member("Verein").await;
    app.member("Anderer").await;
    let staff = app.member_of(id, AffiliationRole::Staff, "staff@verein.example").await;
    let own = app.send(&staff, "MyOrganisations", json!({})).await;
    assert_eq!(own.data()["myOrganisations"].as_array().unwrap().len(), 1);
    assert_eq!(own.data()["myOrganisations"][0]["viewerCan"]["edit"], false);
    assert_eq!(app.send("", "MyOrganisations", json!({})).await.data()["myOrganisations"], json!([]));
}
