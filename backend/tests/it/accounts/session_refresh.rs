//! `sessionRefresh`.

use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::support::{
    Reply, TestApp,
    accounts::{cookie_of, token_of},
};

const ANNA: &str = "anna@network.example";

fn is_out(reply: &Reply) -> bool {
    reply.data()["sessionRefresh"]["session"] == Value::Null
}

async fn works(app: &TestApp, token: &str) -> bool {
    app.send(token, "AccountProfile", json!({})).await.code().is_empty()
}

#[tokio::test]
async fn a_new_access_token_and_a_new_cookie() {
    let app = TestApp::new().await;
    app.account(ANNA).await;
    let (token, cookie) = app.signed_in(ANNA).await;
    app.clock.advance(TimeDelta::minutes(20));
    assert!(!works(&app, &token).await, "the old access token has run out");
    let reply = app.refresh(&cookie).await;
    assert!(works(&app, &token_of(&reply)).await);
    assert_eq!(reply.data()["sessionRefresh"]["session"]["viewer"]["person"]["email"], ANNA);
    assert_ne!(cookie_of(&reply), cookie);
}

#[tokio::test]
async fn without_a_session_the_answer_is_nobody_and_no_error() {
    let app = TestApp::new().await;
    assert!(is_out(&app.send("", "SessionRefresh", json!({})).await));
    for forged in ["__Host-verbund-refresh=", "__Host-verbund-refresh=abc", "verbund-refresh=abc", "x"] {
        assert!(is_out(&app.refresh(forged).await), "{forged}");
    }
    let unknown = format!("__Host-verbund-refresh={}", "0".repeat(64));
    assert!(is_out(&app.refresh(&unknown).await));
}

#[tokio::test]
async fn a_lost_answer_can_be_asked_for_again_for_thirty_seconds() {
    let app = TestApp::new().await;
    app.account(ANNA).await;
    let (_, cookie) = app.signed_in(ANNA).await;
    app.refresh(&cookie).await.data();
    app.clock.advance(TimeDelta::seconds(30));
    let again = app.refresh(&cookie).await;
    assert!(!is_out(&again));
    assert!(!is_out(&app.refresh(&cookie_of(&again)).await));
}

#[tokio::test]
async fn a_copied_cookie_ends_the_session_for_both() {
    let app = TestApp::new().await;
    let person = app.account(ANNA).await;
    let (_, stolen) = app.signed_in(ANNA).await;
    let (elsewhere, _) = app.signed_in(ANNA).await;
    let owner = app.refresh(&stolen).await;
    app.clock.advance(TimeDelta::seconds(31));

    assert!(is_out(&app.refresh(&stolen).await));
    assert!(is_out(&app.refresh(&cookie_of(&owner)).await), "the whole family is revoked");
    assert!(!works(&app, &token_of(&owner)).await, "its access tokens too");
    assert!(works(&app, &elsewhere).await, "other devices are not concerned");
    assert_eq!(app.audited("session_revoke", person.0).await, 1);
    assert_eq!(app.mails(ANNA, "security-notice").await, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn twenty_tabs_at_once_stay_signed_in() {
    let app = TestApp::new().await;
    app.account(ANNA).await;
    let (_, cookie) = app.signed_in(ANNA).await;
    let other = app.another_process().await;
    let replies = futures::future::join_all((0..20).map(|n| {
        let process = if n % 2 == 0 { &app } else { &other };
        process.refresh(&cookie)
    }))
    .await;
    for reply in &replies {
        assert!(!is_out(reply));
    }
    app.clock.advance(TimeDelta::minutes(5));
    // The browser keeps the cookie that came last, whichever that is.
    for reply in [&replies[0], &replies[7], &replies[19]] {
        assert!(!is_out(&app.refresh(&cookie_of(reply)).await));
    }
}

#[tokio::test]
async fn a_session_slides_and_ends_after_ninety_days() {
    let app = TestApp::new().await;
    app.account(ANNA).await;
    let (_, mut cookie) = app.signed_in(ANNA).await;
    for _ in 0..8 {
        app.clock.advance(TimeDelta::days(10));
        let reply = app.refresh(&cookie).await;
        cookie = cookie_of(&reply);
    }
    let last = app.refresh(&cookie).await;
    assert!(last.cookies[0].contains("Max-Age=864000"), "ten days are left: {}", last.cookies[0]);
    app.clock.advance(TimeDelta::days(10));
    assert!(is_out(&app.refresh(&cookie_of(&last)).await));
}

#[tokio::test]
async fn an_unused_session_ends_after_thirty_days() {
    let app = TestApp::new().await;
    app.account(ANNA).await;
    let (_, cookie) = app.signed_in(ANNA).await;
    app.clock.advance(TimeDelta::days(30));
    assert!(is_out(&app.refresh(&cookie).await));
}

#[tokio::test]
async fn a_disabled_person_is_out_at_once() {
    let app = TestApp::new().await;
    let person = app.account(ANNA).await;
    let (token, cookie) = app.signed_in(ANNA).await;
    app.execute("UPDATE people SET state = 'disabled' WHERE id = $1", vec![person.0.into()]).await;
    assert!(is_out(&app.refresh(&cookie).await));
    assert!(!works(&app, &token).await);
}

#[tokio::test]
async fn only_hashes_of_tokens_are_kept() {
    let app = TestApp::new().await;
    app.account(ANNA).await;
    let (_, cookie) = app.signed_in(ANNA).await;
    let token = cookie.split_once('=').unwrap().1.to_owned();
    assert_eq!(token.len(), 64, "256 bits in hex");
    let sql = "SELECT COUNT(*) FROM refresh_tokens WHERE token_hash = $1";
    assert_eq!(app.count(sql, vec![token.into()]).await, 0);
}
