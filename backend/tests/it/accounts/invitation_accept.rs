//! `invitationAccept`.

use chrono::TimeDelta;
use serde_json::{Value, json};
use verbund_shared::id::OrganisationId;

use crate::support::{
    TestApp,
    accounts::{PASSWORD, token_of},
};

const NEW: &str = "neu@network.example";

async fn invited(app: &TestApp, email: &str) -> (OrganisationId, String) {
    let organisation = app.bare_organisation("Verein Beispiel").await;
    let coordinator = app.coordinator().await;
    (organisation, invite(app, &coordinator, organisation, email).await)
}

async fn invite(app: &TestApp, coordinator: &str, organisation: OrganisationId, email: &str) -> String {
    let input =
        json!({ "organisationId": organisation, "role": "REPRESENTATIVE", "email": email, "locale": "DE" });
    app.send(coordinator, "PersonInvite", json!({ "input": input })).await.data();
    app.link_token(email, "/einladung/").await.unwrap()
}

fn account(token: &str, password: &str) -> Value {
    json!({ "input": { "token": token, "account": {
        "givenName": "Nele", "familyName": "Neumann", "password": password, "locale": "EN",
    } } })
}

fn without_account(token: &str) -> Value {
    json!({ "input": { "token": token } })
}

#[tokio::test]
async fn a_new_account_gets_the_role_and_is_signed_in() {
    let app = TestApp::new().await;
    let (organisation, link) = invited(&app, NEW).await;
    let reply = app.send("", "InvitationAccept", account(&link, PASSWORD)).await;
    let viewer = &reply.data()["invitationAccept"]["session"]["viewer"];
    assert_eq!(viewer["person"]["familyName"], "Neumann");
    assert_eq!(viewer["person"]["email"], NEW);
    assert_eq!(viewer["affiliations"][0]["organisationId"], json!(organisation));
    assert_eq!(viewer["affiliations"][0]["role"], "REPRESENTATIVE");
    assert_eq!(
        viewer["can"],
        json!({ "manageOrganisation": true, "reviewApplications": false, "coordinate": false })
    );
    app.send(&token_of(&reply), "AccountProfile", json!({})).await.data();
    app.sign_in(NEW, PASSWORD).await.data();
    assert_eq!(app.send("", "InvitationAccept", account(&link, PASSWORD)).await.code(), "LINK_INVALID");
}

#[tokio::test]
async fn what_was_typed_wrong_is_named_and_the_link_stays() {
    let app = TestApp::new().await;
    let (_, link) = invited(&app, NEW).await;
    let wrong = json!({ "input": { "token": link, "account": {
        "givenName": " ", "familyName": "", "password": "kurz", "locale": "DE",
    } } });
    assert_eq!(
        app.send("", "InvitationAccept", wrong).await.fields(),
        ["givenName: REQUIRED", "familyName: REQUIRED", "password: TOO_SHORT"]
    );
    let own_name = account(&link, "nele neumann 4711");
    assert_eq!(app.send("", "InvitationAccept", own_name).await.fields(), ["password: PASSWORD_TOO_EASY"]);
    assert_eq!(
        app.send("", "InvitationAccept", without_account(&link)).await.fields(),
        ["password: REQUIRED"]
    );
    app.send("", "InvitationAccept", account(&link, PASSWORD)).await.data();
}

#[tokio::test]
async fn who_has_an_account_signs_in_to_accept() {
    let app = TestApp::new().await;
    let person = app.account(NEW).await;
    let (_, link) = invited(&app, NEW).await;
    let shown = app.send("", "InvitationByLink", json!({ "token": link })).await;
    assert_eq!(shown.data()["invitation"]["hasAccount"], true);
    // The link alone neither changes the password nor signs in.
    assert_eq!(
        app.send("", "InvitationAccept", account(&link, "vier Esel am Dach")).await.code(),
        "UNAUTHENTICATED"
    );
    let (token, _) = app.signed_in(NEW).await;
    let reply = app.send(&token, "InvitationAccept", without_account(&link)).await;
    assert_eq!(reply.data()["invitationAccept"]["session"], Value::Null);
    let profile = app.send(&token, "AccountProfile", json!({})).await;
    assert_eq!(profile.data()["viewer"]["affiliations"].as_array().unwrap().len(), 1);
    assert_eq!(app.audited("invitation_accept", person.0).await, 1);
    assert_eq!(app.send(&token, "InvitationAccept", without_account(&link)).await.code(), "LINK_INVALID");
}

#[tokio::test]
async fn somebody_imported_without_a_password_sets_it_by_the_link() {
    let app = TestApp::new().await;
    let (person, _) = app.person(NEW).await;
    let (_, link) = invited(&app, NEW).await;
    app.send("", "InvitationAccept", account(&link, PASSWORD)).await.data();
    assert_eq!(app.audited("invitation_accept", person.0).await, 1);
    app.sign_in(NEW, PASSWORD).await.data();
}

#[tokio::test]
async fn a_role_that_is_held_already_is_not_given_twice() {
    let app = TestApp::new().await;
    app.account(NEW).await;
    let organisation = app.bare_organisation("Verein Beispiel").await;
    let coordinator = app.coordinator().await;
    let (token, _) = app.signed_in(NEW).await;
    let link = invite(&app, &coordinator, organisation, NEW).await;
    app.send(&token, "InvitationAccept", without_account(&link)).await.data();
    app.clock.advance(TimeDelta::seconds(1));
    let link = invite(&app, &coordinator, organisation, NEW).await;
    app.send(&token, "InvitationAccept", without_account(&link)).await.data();
    let profile = app.send(&token, "AccountProfile", json!({})).await;
    assert_eq!(profile.data()["viewer"]["affiliations"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn late_and_forged_links_do_not_work() {
    let app = TestApp::new().await;
    let (_, link) = invited(&app, NEW).await;
    let forged = account(&"0".repeat(64), PASSWORD);
    assert_eq!(app.send("", "InvitationAccept", forged).await.code(), "LINK_INVALID");
    app.clock.advance(TimeDelta::days(14));
    assert_eq!(app.send("", "InvitationAccept", account(&link, PASSWORD)).await.code(), "LINK_INVALID");
}

#[tokio::test]
async fn two_at_once_accept_only_once() {
    let app = TestApp::new().await;
    let (_, link) = invited(&app, NEW).await;
    let other = app.another_process().await;
    let (one, two) = futures::future::join(
        app.send("", "InvitationAccept", account(&link, PASSWORD)),
        other.send("", "InvitationAccept", account(&link, PASSWORD)),
    )
    .await;
    let accepted = [&one, &two].iter().filter(|reply| reply.code().is_empty()).count();
    assert_eq!(accepted, 1, "{} {}", one.body, two.body);
    assert_eq!(app.count("SELECT COUNT(*) FROM affiliations", vec![]).await, 1);
}
