//! `auditEntries`, and the words of the trail.

mod words;

use chrono::TimeDelta;
use serde_json::{Value, json};
use verbund_shared::people::AffiliationRole;

use crate::support::{Reply, TestApp};

async fn trail(app: &TestApp, token: &str, filter: Value) -> Reply {
    app.send(token, "AuditTrail", json!({ "filter": filter, "first": 100 })).await
}

fn actions(reply: &Reply) -> Vec<String> {
    let edges = reply.data()["auditEntries"]["edges"].as_array().unwrap();
    edges.iter().map(|edge| edge["node"]["action"].as_str().unwrap().to_owned()).collect()
}

/// Adds a term and thereby an entry.
async fn term(app: &TestApp, token: &str, key: &str) {
    app.clock.advance(TimeDelta::milliseconds(5));
    let name = json!({ "de": key, "en": "" });
    let input = json!({ "kind": "TOPIC", "key": key, "name": name, "position": 1 });
    app.send(token, "TermAdd", json!({ "input": input })).await.data();
}

#[tokio::test]
async fn an_entry_says_who_did_what_to_what() {
    let app = TestApp::new().await;
    let coordinator = app.coordinator().await;
    term(&app, &coordinator, "language").await;
    let reply = trail(&app, &coordinator, json!({})).await;
    assert_eq!(actions(&reply), ["term_add", "network_create"]);
    let [added, created] = [0, 1].map(|place| &reply.data()["auditEntries"]["edges"][place]["node"]);
    assert_eq!((&added["actorKind"], &added["actorName"]), (&json!("person"), &json!("coordinator Test")));
    assert_eq!((&added["objectKind"], &added["objectLabel"]), (&json!("term"), &json!("language")));
    assert_eq!((&created["actorKind"], &created["actorName"]), (&json!("system"), &json!("")));
    assert_eq!(created["details"], json!([{ "name": "name", "value": "Unser Netzwerk" }]));
}

#[tokio::test]
async fn the_trail_is_filtered() {
    let app = TestApp::new().await;
    let coordinator = app.coordinator().await;
    let organisation = app.member("Verein").await;
    term(&app, &coordinator, "language").await;
    let all = trail(&app, &coordinator, json!({})).await;
    let actor = all.data()["auditEntries"]["edges"][0]["node"]["actorId"].clone();
    for (filter, found) in [
        (json!({ "action": "network_create" }), vec!["network_create"]),
        (json!({ "action": "" , "objectKind": "term" }), vec!["term_add"]),
        (json!({ "actorId": actor }), vec!["term_add"]),
        (json!({ "organisationId": organisation }), vec!["organisation_create"]),
        (json!({ "from": "2026-03-03" }), vec![]),
        (json!({ "until": "2026-03-01" }), vec![]),
        (json!({ "from": "2026-03-02", "until": "2026-03-02", "objectKind": "term" }), vec!["term_add"]),
    ] {
        assert_eq!(actions(&trail(&app, &coordinator, filter.clone()).await), found, "{filter}");
    }
    assert_eq!(trail(&app, &coordinator, json!({ "actorId": "x" })).await.code(), "NOT_FOUND");
}

#[tokio::test]
async fn the_trail_continues_after_a_cursor_in_the_same_number_of_statements() {
    let app = TestApp::new().await;
    let coordinator = app.coordinator().await;
    let mut counts = Vec::new();
    let mut made = 0;
    for n in [1, 10, 100] {
        while made < n {
            term(&app, &coordinator, &format!("topic_{made}")).await;
            made += 1;
        }
        let request = trail(&app, &coordinator, json!({ "objectKind": "term" }));
        let (statements, reply) = app.statements_of(request).await;
        assert_eq!(actions(&reply).len(), n);
        counts.push(statements);
    }
    // Five to know who asks, one for the page with its names, one for the total.
    assert_eq!(counts, [7, 7, 7]);

    let page = |after: Value| json!({ "filter": { "objectKind": "term" }, "first": 60, "after": after });
    let first = app.send(&coordinator, "AuditTrail", page(Value::Null)).await;
    let connection = &first.data()["auditEntries"];
    assert_eq!(
        (&connection["pageInfo"]["hasNextPage"], &connection["totalCount"]),
        (&json!(true), &json!(100))
    );
    let second =
        app.send(&coordinator, "AuditTrail", page(connection["pageInfo"]["endCursor"].clone())).await;
    assert_eq!(actions(&second).len(), 40);
    assert_eq!(second.data()["auditEntries"]["edges"][39]["node"]["objectLabel"], "topic_0");
}

#[tokio::test]
async fn only_coordinators_read_the_trail() {
    let app = TestApp::new().await;
    let organisation = app.member("Verein").await;
    let steering = app.steering_member().await;
    let representative =
        app.member_of(organisation, AffiliationRole::Representative, "rep@verein.example").await;
    assert_eq!(trail(&app, "", json!({})).await.code(), "UNAUTHENTICATED");
    assert_eq!(trail(&app, &steering, json!({})).await.code(), "FORBIDDEN");
    assert_eq!(trail(&app, &representative, json!({})).await.code(), "FORBIDDEN");
}
