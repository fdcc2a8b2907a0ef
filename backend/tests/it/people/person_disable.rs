//! `personDisable` and `personEnable`.

use serde_json::{Value, json};
use verbund_shared::id::PersonId;

use crate::support::TestApp;

fn on(person: PersonId, version: i32) -> Value {
    json!({ "input": { "id": person, "version": version } })
}

#[tokio::test]
async fn a_disabled_person_is_signed_out_and_comes_back_with_the_same_roles() {
    let app = TestApp::new().await;
    let coordinator = app.coordinator().await;
    let (anna, token) = app.person("anna@verein.example").await;
    let reply = app.send(&coordinator, "PersonDisable", on(anna, 1)).await;
    let person = &reply.data()["personDisable"]["person"];
    assert_eq!(person["record"]["person"]["state"], "DISABLED");
    assert_eq!(person["devices"], 0);
    assert_eq!(app.send(&token, "AccountProfile", json!({})).await.code(), "UNAUTHENTICATED");
    assert_eq!(app.audited("person_disable", anna.0).await, 1);

    assert_eq!(app.send(&coordinator, "PersonDisable", on(anna, 2)).await.code(), "STATE_FORBIDS");
    assert_eq!(app.send(&coordinator, "PersonEnable", on(anna, 1)).await.code(), "CONFLICT");
    let reply = app.send(&coordinator, "PersonEnable", on(anna, 2)).await;
    assert_eq!(reply.data()["personEnable"]["person"]["record"]["person"]["state"], "ACTIVE");
    assert_eq!(app.audited("person_enable", anna.0).await, 1);
    assert_eq!(app.send(&coordinator, "PersonEnable", on(anna, 3)).await.code(), "STATE_FORBIDS");
}

#[tokio::test]
async fn nobody_disables_themselves_or_somebody_unknown() {
    let app = TestApp::new().await;
    let (office, token) = app.person("office@network.example").await;
    app.make_coordinator(office).await;
    assert_eq!(app.send(&token, "PersonDisable", on(office, 1)).await.code(), "FORBIDDEN");
    let nobody = PersonId(app.clock.new_id());
    assert_eq!(app.send(&token, "PersonDisable", on(nobody, 1)).await.code(), "NOT_FOUND");
    assert_eq!(app.send(&token, "PersonEnable", on(nobody, 1)).await.code(), "NOT_FOUND");
    let (anna, _) = app.person("anna@verein.example").await;
    assert_eq!(app.send(&token, "PersonDisable", on(anna, 7)).await.code(), "CONFLICT");
}

#[tokio::test]
async fn of_two_coordinators_who_disable_each_other_one_stays() {
    let app = TestApp::new().await;
    let (one, one_token) = app.person("one@network.example").await;
    let (two, two_token) = app.person("two@network.example").await;
    app.make_coordinator(one).await;
    app.make_coordinator(two).await;
    let (first, second) = tokio::join!(
        app.send(&one_token, "PersonDisable", on(two, 1)),
        app.send(&two_token, "PersonDisable", on(one, 1)),
    );
    let active = app.count("SELECT COUNT(*) FROM people WHERE state = 'active'", vec![]).await;
    assert_eq!(active, 1, "{first:?} {second:?}");
}

#[tokio::test]
async fn others_are_refused() {
    let app = TestApp::new().await;
    let steering = app.steering_member().await;
    let (anna, _) = app.person("anna@verein.example").await;
    for operation in ["PersonDisable", "PersonEnable"] {
        assert_eq!(app.send("", operation, on(anna, 1)).await.code(), "UNAUTHENTICATED");
        assert_eq!(app.send(&steering, operation, on(anna, 1)).await.code(), "FORBIDDEN");
    }
}
