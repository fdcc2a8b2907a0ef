//! `affiliationAdd`, `affiliationEnd`, and who sees an organisation's people.

use chrono::TimeDelta;
use serde_json::{Value, json};
use verbund_shared::{
    id::{OrganisationId, PersonId},
    people::AffiliationRole,
};

use crate::support::{Reply, TestApp};

async fn add(app: &TestApp, token: &str, id: OrganisationId, person: &Value, role: &str) -> Reply {
    let input = json!({ "organisationId": id, "personId": person, "role": role });
    app.send(token, "AffiliationAdd", json!({ "input": input })).await
}

async fn end(app: &TestApp, token: &str, id: &Value, last_day: &str) -> Reply {
    let input = json!({ "id": id, "version": 1, "lastDay": last_day });
    app.send(token, "AffiliationEnd", json!({ "input": input })).await
}

async fn people(app: &TestApp, token: &str, id: OrganisationId) -> Vec<Value> {
    let reply = app.send(token, "OrganisationPeople", json!({ "id": id })).await;
    reply.data()["organisation"]["people"].as_array().cloned().unwrap_or_default()
}

#[tokio::test]
async fn a_representative_gives_a_second_role_to_a_colleague() {
    let app = TestApp::new().await;
    let id = app.member("Verein").await;
    let representative = app.member_of(id, AffiliationRole::Representative, "rep@verein.example").await;
    app.member_of(id, AffiliationRole::Staff, "staff@verein.example").await;
    let staff = people(&app, &representative, id).await[1]["person"]["id"].clone();
    let reply = add(&app, &representative, id, &staff, "DEPUTY").await;
    let organisation = &reply.data()["affiliationAdd"]["organisation"];
    assert_eq!(organisation["people"].as_array().unwrap().len(), 3);
    let twice = add(&app, &representative, id, &staff, "DEPUTY").await;
    assert_eq!(twice.fields(), ["role: DUPLICATE"]);
}

#[tokio::test]
async fn a_stranger_is_invited_not_added() {
    let app = TestApp::new().await;
    let id = app.member("Verein").await;
    let representative = app.member_of(id, AffiliationRole::Representative, "rep@verein.example").await;
    let (PersonId(stranger), _) = app.person("stranger@other.example").await;
    let stranger = json!(PersonId(stranger));
    let reply = add(&app, &representative, id, &stranger, "STAFF").await;
    assert_eq!(reply.fields(), ["personId: UNKNOWN_REFERENCE"]);
    let coordinator = app.coordinator().await;
    add(&app, &coordinator, id, &stranger, "STAFF").await.data();
}

#[tokio::test]
async fn a_role_that_ends_later_holds_until_its_last_day() {
    let app = TestApp::new().await;
    let id = app.member("Verein").await;
    let first = app.member_of(id, AffiliationRole::Representative, "a@verein.example").await;
    let second = app.member_of(id, AffiliationRole::Representative, "b@verein.example").await;
    let roles = people(&app, &first, id).await;
    end(&app, &first, &roles[1]["id"], "2026-03-02").await.data();
    assert_eq!(people(&app, &second, id).await.len(), 2);
    app.clock.advance(TimeDelta::hours(14));
    // The access token is older than ten minutes; a new one shows what holds on the new day.
    let (_, coordinator) = (second, app.coordinator().await);
    let roles = people(&app, &coordinator, id).await;
    assert_eq!((roles[0]["holdsToday"].clone(), roles[1]["holdsToday"].clone()), (json!(true), json!(false)));
}

#[tokio::test]
async fn the_last_representative_stays() {
    let app = TestApp::new().await;
    let id = app.member("Verein").await;
    let representative = app.member_of(id, AffiliationRole::Representative, "rep@verein.example").await;
    let own = people(&app, &representative, id).await[0]["id"].clone();
    assert_eq!(end(&app, &representative, &own, "2026-03-01").await.code(), "LAST_OF_ITS_KIND");
    assert_eq!(end(&app, &representative, &own, "2026-12-31").await.code(), "LAST_OF_ITS_KIND");
}

#[tokio::test]
async fn two_representatives_who_end_each_other_leave_one() {
    let app = TestApp::new().await;
    let id = app.member("Verein").await;
    let first = app.member_of(id, AffiliationRole::Representative, "a@verein.example").await;
    let second = app.member_of(id, AffiliationRole::Representative, "b@verein.example").await;
    let roles = people(&app, &first, id).await;
    let (one, other) = futures::join!(
        end(&app, &first, &roles[1]["id"], "2026-03-01"),
        end(&app, &second, &roles[0]["id"], "2026-03-01"),
    );
    let mut codes = [one.code().to_owned(), other.code().to_owned()];
    codes.sort();
    // Who was second is either the last one left, or no representative any more.
    assert!(
        codes[0].is_empty() && ["LAST_OF_ITS_KIND", "FORBIDDEN"].contains(&codes[1].as_str()),
        "{codes:?}"
    );
    let coordinator = app.coordinator().await;
    let left = people(&app, &coordinator, id).await;
    let still = left.iter().filter(|one| one["holdsToday"] == true).count();
    assert_eq!(still, 1, "{left:?}");
}

#[tokio::test]
async fn a_stale_end_is_refused_and_an_ended_role_stays_ended() {
    let app = TestApp::new().await;
    let id = app.member("Verein").await;
    let coordinator = app.coordinator().await;
    app.member_of(id, AffiliationRole::Staff, "staff@verein.example").await;
    let role = people(&app, &coordinator, id).await[0]["id"].clone();
    end(&app, &coordinator, &role, "2026-03-01").await.data();
    assert_eq!(end(&app, &coordinator, &role, "2026-03-01").await.code(), "CONFLICT");
    let input = json!({ "id": role, "version": 2, "lastDay": "2026-03-09" });
    let reply = app.send(&coordinator, "AffiliationEnd", json!({ "input": input })).await;
    assert_eq!(reply.code(), "STATE_FORBIDS");
}

#[tokio::test]
async fn only_representatives_and_coordinators_manage_people() {
    let app = TestApp::new().await;
    let id = app.member("Verein").await;
    let staff = app.member_of(id, AffiliationRole::Staff, "staff@verein.example").await;
    let role = people(&app, &staff, id).await[0].clone();
    for (token, code) in [("", "UNAUTHENTICATED"), (&staff, "FORBIDDEN")] {
        assert_eq!(add(&app, token, id, &role["person"]["id"], "STAFF").await.code(), code);
        assert_eq!(end(&app, token, &role["id"], "2026-03-01").await.code(), code);
    }
    let reply = app.send("", "OrganisationPeople", json!({ "id": id })).await;
    assert_eq!(reply.data()["organisation"]["people"], Value::Null);
}
