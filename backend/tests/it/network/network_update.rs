//! `networkUpdate`.

use serde_json::{Value, json};

use crate::support::TestApp;

fn input(change: Value) -> Value {
    let text = json!({ "de": "Text", "en": "" });
    let mut input = json!({
        "version": 1, "name": "Netzwerk Beispiel", "shortName": "NB", "foundedYear": 2014,
        "contactEmail": "office@network.example", "website": "network.example",
        "welcome": text, "purpose": text, "principles": text, "imprint": text, "privacy": text,
        "offerCheckDays": 180, "offerGraceDays": 60,
    });
    for (name, value) in change.as_object().unwrap() {
        input[name] = value.clone();
    }
    json!({ "input": input })
}

#[tokio::test]
async fn a_coordinator_changes_the_profile() {
    let app = TestApp::new().await;
    let coordinator = app.coordinator().await;
    let reply = app.send(&coordinator, "NetworkUpdate", input(json!({}))).await;
    assert_eq!(reply.data()["networkUpdate"]["network"]["version"], 2);

    let profile = app.send("", "NetworkProfile", json!({})).await;
    let network = &profile.data()["network"];
    assert_eq!(network["name"], "Netzwerk Beispiel");
    assert_eq!(network["website"], "https://network.example");
    assert_eq!(network["viewerCan"]["edit"], false);
}

#[tokio::test]
async fn a_stale_edit_is_refused_and_names_the_current_version() {
    let app = TestApp::new().await;
    let coordinator = app.coordinator().await;
    app.send(&coordinator, "NetworkUpdate", input(json!({}))).await.data();
    let reply = app.send(&coordinator, "NetworkUpdate", input(json!({}))).await;
    assert_eq!(reply.code(), "CONFLICT");
    assert_eq!(reply.body["errors"][0]["extensions"]["params"]["currentVersion"], 2);
}

#[tokio::test]
async fn wrong_fields_are_named() {
    let app = TestApp::new().await;
    let coordinator = app.coordinator().await;
    let wrong = json!({ "name": " ", "website": "javascript:alert(1)", "offerCheckDays": 0 });
    let reply = app.send(&coordinator, "NetworkUpdate", input(wrong)).await;
    assert_eq!(reply.code(), "VALIDATION");
    assert_eq!(reply.fields(), ["name: REQUIRED", "website: INVALID_URL", "offerCheckDays: INVALID_VALUE"]);
}

#[tokio::test]
async fn only_coordinators_may() {
    let app = TestApp::new().await;
    assert_eq!(app.send("", "NetworkUpdate", input(json!({}))).await.code(), "UNAUTHENTICATED");
    let steering = app.steering_member().await;
    assert_eq!(app.send(&steering, "NetworkUpdate", input(json!({}))).await.code(), "FORBIDDEN");
}
