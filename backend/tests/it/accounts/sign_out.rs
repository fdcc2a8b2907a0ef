//! `signOut` and `sessionEnd`.

use serde_json::{Value, json};

use crate::support::TestApp;

const ANNA: &str = "anna@network.example";

async fn is_out(app: &TestApp, token: &str, cookie: &str) -> bool {
    let refused = app.send(token, "AccountProfile", json!({})).await.code() == "UNAUTHENTICATED";
    let gone = app.refresh(cookie).await.data()["sessionRefresh"]["session"] == Value::Null;
    assert_eq!(refused, gone);
    gone
}

fn input(everywhere: bool) -> Value {
    json!({ "input": { "everywhere": everywhere } })
}

#[tokio::test]
async fn here_only() {
    let app = TestApp::new().await;
    let person = app.account(ANNA).await;
    let (here, here_cookie) = app.signed_in(ANNA).await;
    let (there, there_cookie) = app.signed_in(ANNA).await;
    let reply = app.send(&here, "SignOut", input(false)).await;
    assert_eq!(reply.data()["signOut"]["ended"], 1);
    assert!(reply.cookies[0].starts_with("__Host-verbund-refresh=; Path=/; Max-Age=0;"));
    assert!(is_out(&app, &here, &here_cookie).await);
    assert!(!is_out(&app, &there, &there_cookie).await);
    assert_eq!(app.audited("session_end", person.0).await, 1);
}

#[tokio::test]
async fn everywhere() {
    let app = TestApp::new().await;
    app.account(ANNA).await;
    app.account("other@network.example").await;
    let (here, here_cookie) = app.signed_in(ANNA).await;
    let (there, there_cookie) = app.signed_in(ANNA).await;
    let (other, other_cookie) = app.signed_in("other@network.example").await;
    assert_eq!(app.send(&here, "SignOut", input(true)).await.data()["signOut"]["ended"], 2);
    assert!(is_out(&app, &here, &here_cookie).await);
    assert!(is_out(&app, &there, &there_cookie).await);
    assert!(!is_out(&app, &other, &other_cookie).await);
}

#[tokio::test]
async fn the_cookie_is_enough_and_nobody_is_no_error() {
    let app = TestApp::new().await;
    app.account(ANNA).await;
    let (token, cookie) = app.signed_in(ANNA).await;
    let reply = app.send_with("", "SignOut", input(false), &[("cookie", &cookie)]).await;
    assert_eq!(reply.data()["signOut"]["ended"], 1);
    assert!(is_out(&app, &token, &cookie).await);
    assert_eq!(app.send("", "SignOut", input(true)).await.data()["signOut"]["ended"], 0);
}

#[tokio::test]
async fn one_device_is_signed_out_from_another() {
    let app = TestApp::new().await;
    app.account(ANNA).await;
    let (lost, lost_cookie) = app.signed_in(ANNA).await;
    let (here, here_cookie) = app.signed_in(ANNA).await;
    let sessions = app.send(&here, "AccountSessions", json!({})).await;
    let sessions = sessions.data()["viewer"]["sessions"].as_array().unwrap().clone();
    assert_eq!(sessions.len(), 2);
    let other = sessions.iter().find(|session| session["current"] == false).unwrap();
    let end = json!({ "input": { "sessionId": other["id"] } });

    assert_eq!(app.send("", "SessionEnd", end.clone()).await.code(), "UNAUTHENTICATED");
    app.account("other@network.example").await;
    let (stranger, _) = app.signed_in("other@network.example").await;
    assert_eq!(app.send(&stranger, "SessionEnd", end.clone()).await.code(), "NOT_FOUND");
    let nonsense = json!({ "input": { "sessionId": "org_1" } });
    assert_eq!(app.send(&here, "SessionEnd", nonsense).await.code(), "NOT_FOUND");

    app.send(&here, "SessionEnd", end.clone()).await.data();
    assert!(is_out(&app, &lost, &lost_cookie).await);
    assert!(!is_out(&app, &here, &here_cookie).await);
    assert_eq!(app.send(&here, "SessionEnd", end).await.code(), "NOT_FOUND", "it has ended");
}
