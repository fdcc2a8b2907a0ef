//! `firstCoordinatorCreate`, the first start's link, `verbund admin create`.

use chrono::TimeDelta;
use serde_json::{Value, json};
use verbund::accounts::service::first_start;
use verbund_shared::locale::Locale;

use crate::support::{TestApp, accounts::PASSWORD};

const ANNA: &str = "anna@network.example";

async fn link(app: &TestApp) -> String {
    let path = first_start::first_link(&app.app).await.unwrap().expect("no coordinator yet");
    path.strip_prefix("/erster-start/").unwrap().to_owned()
}

fn input(token: &str, email: &str, password: &str) -> Value {
    json!({ "input": {
        "token": token, "givenName": "Anna", "familyName": "Anders", "email": email,
        "password": password, "locale": "DE",
    } })
}

#[tokio::test]
async fn the_first_coordinator_is_made_once() {
    let app = TestApp::new().await;
    let earlier = link(&app).await;
    let token = link(&app).await;
    let send = async |token: &str| app.send("", "FirstCoordinatorCreate", input(token, ANNA, PASSWORD)).await;
    assert_eq!(send(&earlier).await.code(), "LINK_INVALID", "a new start makes a new link");

    let works = json!({ "kind": "FIRST_COORDINATOR", "token": token });
    assert_eq!(app.send("", "LinkWorks", works.clone()).await.data()["linkWorks"], true);
    let reply = send(&token).await;
    let viewer = &reply.data()["firstCoordinatorCreate"]["session"]["viewer"];
    assert_eq!(viewer["can"]["coordinate"], true);
    assert_eq!(viewer["networkRoles"][0]["role"], "COORDINATOR");
    app.sign_in(ANNA, PASSWORD).await.data();

    assert_eq!(send(&token).await.code(), "LINK_INVALID", "a replay");
    assert_eq!(app.send("", "LinkWorks", works).await.data()["linkWorks"], false);
    assert_eq!(first_start::first_link(&app.app).await.unwrap(), None);
}

#[tokio::test]
async fn wrong_fields_are_named_and_keep_the_link() {
    let app = TestApp::new().await;
    let token = link(&app).await;
    let wrong = app.send("", "FirstCoordinatorCreate", input(&token, "x", "kurz")).await;
    assert_eq!(wrong.fields(), ["email: INVALID_EMAIL", "password: TOO_SHORT"]);
    app.person(ANNA).await;
    let taken = app.send("", "FirstCoordinatorCreate", input(&token, ANNA, PASSWORD)).await;
    assert_eq!(taken.fields(), ["email: DUPLICATE"]);
    app.send("", "FirstCoordinatorCreate", input(&token, "b@network.example", PASSWORD)).await.data();
}

#[tokio::test]
async fn a_link_does_not_outlive_its_time_or_its_purpose() {
    let app = TestApp::new().await;
    let token = link(&app).await;
    app.coordinator().await;
    let send = async || app.send("", "FirstCoordinatorCreate", input(&token, ANNA, PASSWORD)).await;
    assert_eq!(send().await.code(), "LINK_INVALID", "there is a coordinator by now");

    let app = TestApp::new().await;
    let token = link(&app).await;
    app.clock.advance(TimeDelta::days(7));
    let late = app.send("", "FirstCoordinatorCreate", input(&token, ANNA, PASSWORD)).await;
    assert_eq!(late.code(), "LINK_INVALID");
}

#[tokio::test]
async fn the_command_line_invites_a_coordinator() {
    let app = TestApp::new().await;
    let path = first_start::invite_coordinator(&app.app, ANNA, "Anna", "Anders", Locale::De).await.unwrap();
    let token = path.strip_prefix("/einladung/").unwrap();
    let shown = app.send("", "InvitationByLink", json!({ "token": token })).await;
    assert_eq!(shown.data()["invitation"]["networkRole"], "COORDINATOR");
    assert_eq!(shown.data()["invitation"]["givenName"], "Anna");
    assert!(first_start::invite_coordinator(&app.app, "x", "", "", Locale::De).await.is_err());
}
