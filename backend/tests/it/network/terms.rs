//! `termAdd`, `termUpdate` and the list of terms.

use serde_json::json;

use crate::support::TestApp;

async fn add(app: &TestApp, token: &str, key: &str) -> crate::support::Reply {
    let input =
        json!({ "kind": "TOPIC", "key": key, "name": { "de": "Sprache", "en": "Language" }, "position": 1 });
    app.send(token, "TermAdd", json!({ "input": input })).await
}

#[tokio::test]
async fn a_coordinator_adds_renames_and_archives_a_term() {
    let app = TestApp::new().await;
    let coordinator = app.coordinator().await;
    let reply = add(&app, &coordinator, "language").await;
    let id = reply.data()["termAdd"]["term"]["id"].clone();

    let input =
        json!({ "id": id, "version": 1, "name": { "de": "Sprachen" }, "position": 2, "archived": true });
    let reply = app.send(&coordinator, "TermUpdate", json!({ "input": input })).await;
    assert_eq!(reply.data()["termUpdate"]["term"]["name"]["de"], "Sprachen");

    let current = app.send("", "Terms", json!({ "archivedToo": false })).await;
    assert_eq!(current.data()["terms"], json!([]));
    let all = app.send("", "Terms", json!({ "archivedToo": true })).await;
    assert_eq!(all.data()["terms"][0]["key"], "language");
}

#[tokio::test]
async fn a_key_stands_once_in_its_kind_and_has_plain_letters() {
    let app = TestApp::new().await;
    let coordinator = app.coordinator().await;
    add(&app, &coordinator, "language").await.data();
    assert_eq!(add(&app, &coordinator, "language").await.fields(), ["key: DUPLICATE"]);
    assert_eq!(add(&app, &coordinator, "Spräche").await.fields(), ["key: INVALID_CHARACTERS"]);
}

#[tokio::test]
async fn an_unknown_or_foreign_id_does_not_exist() {
    let app = TestApp::new().await;
    let coordinator = app.coordinator().await;
    for id in ["term_00000000000000000000000000000001", "org_00000000000000000000000000000001", "x"] {
        let input =
            json!({ "id": id, "version": 1, "name": { "de": "X" }, "position": 1, "archived": false });
        assert_eq!(app.send(&coordinator, "TermUpdate", json!({ "input": input })).await.code(), "NOT_FOUND");
    }
}

#[tokio::test]
async fn only_coordinators_may() {
    let app = TestApp::new().await;
    assert_eq!(add(&app, "", "language").await.code(), "UNAUTHENTICATED");
    let steering = app.steering_member().await;
    assert_eq!(add(&app, &steering, "language").await.code(), "FORBIDDEN");
    let input = json!({ "id": "term_00000000000000000000000000000001", "version": 1, "name": { "de": "X" }, "position": 1, "archived": false });
    assert_eq!(app.send("", "TermUpdate", json!({ "input": input })).await.code(), "UNAUTHENTICATED");
}
