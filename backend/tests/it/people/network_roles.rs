//! `networkRoleGive` and `networkRoleEnd`.

use serde_json::{Value, json};
use verbund_shared::id::{NetworkRoleId, PersonId};

use super::open;
use crate::support::TestApp;

fn give(person: PersonId, role: &str, from: Option<&str>, until: Option<&str>) -> Value {
    json!({ "input": { "personId": person, "role": role, "fromDay": from, "untilDay": until } })
}

fn end(role: &Value, last_day: &str) -> Value {
    json!({ "input": { "id": role["id"], "version": role["version"], "lastDay": last_day } })
}

#[tokio::test]
async fn a_role_is_given_from_today_and_ends_at_once() {
    let app = TestApp::new().await;
    let coordinator = app.coordinator().await;
    let (anna, token) = app.person("anna@verein.example").await;
    assert_eq!(app.send(&token, "PeoplePage", json!({ "text": "" })).await.code(), "FORBIDDEN");
    let reply = app.send(&coordinator, "NetworkRoleGive", give(anna, "COORDINATOR", None, None)).await;
    let role = reply.data()["networkRoleGive"]["person"]["record"]["networkRoles"][0].clone();
    assert_eq!(role["fromDay"], "2026-03-02");
    app.send(&token, "PeoplePage", json!({ "text": "" })).await.data();
    assert_eq!(app.audited("network_role_add", anna.0).await, 1);

    // It never held a whole day: it goes.
    let reply = app.send(&coordinator, "NetworkRoleEnd", end(&role, "2026-03-01")).await;
    assert_eq!(reply.data()["networkRoleEnd"]["person"]["record"]["networkRoles"], json!([]));
    assert_eq!(app.send(&token, "PeoplePage", json!({ "text": "" })).await.code(), "FORBIDDEN");
    assert_eq!(app.audited("network_role_end", anna.0).await, 1);
    assert_eq!(app.send(&coordinator, "NetworkRoleEnd", end(&role, "2026-03-01")).await.code(), "NOT_FOUND");
}

#[tokio::test]
async fn a_role_is_not_given_twice_backwards_or_to_nobody() {
    let app = TestApp::new().await;
    let coordinator = app.coordinator().await;
    let (anna, _) = app.person("anna@verein.example").await;
    let member = "STEERING_GROUP_MEMBER";
    let send = |input| app.send(&coordinator, "NetworkRoleGive", input);
    send(give(anna, member, Some("2026-03-01"), Some("2026-06-30"))).await.data();
    let twice = send(give(anna, member, Some("2026-06-30"), None)).await;
    assert_eq!(twice.fields(), ["role: DUPLICATE"]);
    send(give(anna, member, Some("2026-07-01"), None)).await.data();
    let backwards = send(give(anna, "COORDINATOR", Some("2026-03-02"), Some("2026-03-01"))).await;
    assert_eq!(backwards.fields(), ["untilDay: DATE_ORDER"]);
    let nobody = PersonId(app.clock.new_id());
    assert_eq!(send(give(nobody, member, None, None)).await.fields(), ["personId: UNKNOWN_REFERENCE"]);
}

#[tokio::test]
async fn the_network_keeps_a_coordinator() {
    let app = TestApp::new().await;
    let (office, token) = app.person("office@network.example").await;
    app.make_coordinator(office).await;
    let role = open(&app, &token, &json!(office)).await["record"]["networkRoles"][0].clone();
    for day in ["2026-03-01", "2026-12-31"] {
        assert_eq!(app.send(&token, "NetworkRoleEnd", end(&role, day)).await.code(), "LAST_OF_ITS_KIND");
    }
    let (anna, _) = app.person("anna@verein.example").await;
    app.send(&token, "NetworkRoleGive", give(anna, "COORDINATOR", None, None)).await.data();
    let stale = json!({ "id": role["id"], "version": 9 });
    assert_eq!(app.send(&token, "NetworkRoleEnd", end(&stale, "2026-03-02")).await.code(), "CONFLICT");
    app.send(&token, "NetworkRoleEnd", end(&role, "2026-03-01")).await.data();
    assert_eq!(app.send(&token, "PeoplePage", json!({ "text": "" })).await.code(), "FORBIDDEN");
}

#[tokio::test]
async fn of_two_who_end_each_others_role_at_once_one_stays() {
    for round in 0..4 {
        let app = TestApp::new().await;
        let (one, first) = app.person("one@network.example").await;
        let (other, second) = app.person("other@network.example").await;
        app.make_coordinator(one).await;
        app.make_coordinator(other).await;
        let role = async |person: PersonId| {
            open(&app, &first, &json!(person)).await["record"]["networkRoles"][0].clone()
        };
        let (ones, others) = (role(one).await, role(other).await);
        let (by_one, by_other) = futures::join!(
            app.send(&first, "NetworkRoleEnd", end(&others, "2026-03-01")),
            app.send(&second, "NetworkRoleEnd", end(&ones, "2026-03-01")),
        );
        let mut codes = [by_one.code().to_owned(), by_other.code().to_owned()];
        codes.sort();
        // The slower one either finds itself the last, or has no right any more.
        assert!(
            codes[0].is_empty() && ["FORBIDDEN", "LAST_OF_ITS_KIND"].contains(&codes[1].as_str()),
            "{round} {codes:?}"
        );
        let holding = "SELECT COUNT(*) FROM network_roles WHERE until_day IS NULL";
        assert_eq!(app.count(holding, vec![]).await, 1);
    }
}

#[tokio::test]
async fn a_role_does_not_end_while_the_only_other_coordinator_leaves() {
    for _ in 0..4 {
        let app = TestApp::new().await;
        let one = app.account("one@network.example").await;
        let (other, second) = app.person("other@network.example").await;
        app.make_coordinator(one).await;
        app.make_coordinator(other).await;
        let (first, _) = app.signed_in("one@network.example").await;
        let own = open(&app, &second, &json!(other)).await["record"]["networkRoles"][0].clone();
        let leaving = json!({ "input": { "password": crate::support::accounts::PASSWORD, "code": "" } });
        let (left, ended) = futures::join!(
            app.send(&first, "PersonDelete", leaving),
            app.send(&second, "NetworkRoleEnd", end(&own, "2026-03-01")),
        );
        let mut codes = [left.code().to_owned(), ended.code().to_owned()];
        codes.sort();
        assert_eq!(codes, ["", "LAST_OF_ITS_KIND"]);
    }
}

#[tokio::test]
async fn a_role_that_is_over_stays_as_it_was() {
    let app = TestApp::new().await;
    let coordinator = app.coordinator().await;
    let (anna, _) = app.person("anna@verein.example").await;
    let past = give(anna, "STEERING_GROUP_MEMBER", Some("2025-01-01"), Some("2025-12-31"));
    let reply = app.send(&coordinator, "NetworkRoleGive", past).await;
    let role = reply.data()["networkRoleGive"]["person"]["record"]["networkRoles"][0].clone();
    let again = app.send(&coordinator, "NetworkRoleEnd", end(&role, "2026-03-02")).await;
    assert_eq!(again.code(), "STATE_FORBIDS");
}

#[tokio::test]
async fn others_are_refused() {
    let app = TestApp::new().await;
    let steering = app.steering_member().await;
    let (anna, _) = app.person("anna@verein.example").await;
    let role = json!({ "id": NetworkRoleId(app.clock.new_id()), "version": 1 });
    for (token, code) in [("", "UNAUTHENTICATED"), (steering.as_str(), "FORBIDDEN")] {
        let given = app.send(token, "NetworkRoleGive", give(anna, "COORDINATOR", None, None)).await;
        assert_eq!(given.code(), code);
        assert_eq!(app.send(token, "NetworkRoleEnd", end(&role, "2026-03-02")).await.code(), code);
    }
}
