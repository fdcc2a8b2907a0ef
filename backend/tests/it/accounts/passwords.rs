//! `passwordChange`, `passwordResetRequest`, `passwordReset`.

use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::support::{TestApp, accounts::PASSWORD};

const ANNA: &str = "anna@network.example";
const NEW: &str = "vier Esel auf dem Dach";

fn change(current: &str, new: &str) -> Value {
    json!({ "input": { "currentPassword": current, "newPassword": new } })
}

fn reset(token: &str, new: &str) -> Value {
    json!({ "input": { "token": token, "newPassword": new } })
}

async fn ask(app: &TestApp, email: &str) -> crate::support::Reply {
    app.send("", "PasswordResetRequest", json!({ "input": { "email": email } })).await
}

#[tokio::test]
async fn a_changed_password_counts_at_once_and_signs_the_other_devices_out() {
    let app = TestApp::new().await;
    let person = app.account(ANNA).await;
    let (there, _) = app.signed_in(ANNA).await;
    let (here, _) = app.signed_in(ANNA).await;
    let reply = app.send(&here, "PasswordChange", change(PASSWORD, NEW)).await;
    assert_eq!(reply.data()["passwordChange"]["endedSessions"], 1);
    app.send(&here, "AccountProfile", json!({})).await.data();
    assert_eq!(app.send(&there, "AccountProfile", json!({})).await.code(), "UNAUTHENTICATED");
    assert_eq!(app.sign_in(ANNA, PASSWORD).await.code(), "INVALID_CREDENTIALS");
    app.sign_in(ANNA, NEW).await.data();
    assert_eq!(app.audited("password_change", person.0).await, 1);
    assert_eq!(app.mails(ANNA, "security-notice").await, 1);
}

#[tokio::test]
async fn passwords_that_are_refused() {
    let app = TestApp::new().await;
    app.account(ANNA).await;
    let (token, _) = app.signed_in(ANNA).await;
    for (current, new, error) in [
        (PASSWORD, "", "newPassword: REQUIRED"),
        (PASSWORD, "kurz", "newPassword: TOO_SHORT"),
        (PASSWORD, &"ab1!".repeat(33), "newPassword: TOO_LONG"),
        (PASSWORD, "Passwort1234", "newPassword: PASSWORD_TOO_EASY"),
        (PASSWORD, "anna und die Berge", "newPassword: PASSWORD_TOO_EASY"),
        ("something else", NEW, "currentPassword: PASSWORD_WRONG"),
    ] {
        assert_eq!(app.send(&token, "PasswordChange", change(current, new)).await.fields(), [error]);
    }
    assert_eq!(app.send("", "PasswordChange", change(PASSWORD, NEW)).await.code(), "UNAUTHENTICATED");
    app.sign_in(ANNA, PASSWORD).await.data();
}

#[tokio::test]
async fn the_own_password_cannot_be_tried_out_either() {
    let app = TestApp::new().await;
    app.account(ANNA).await;
    let (token, _) = app.signed_in(ANNA).await;
    for _ in 0..5 {
        app.send(&token, "PasswordChange", change("wrong", NEW)).await;
    }
    assert_eq!(app.send(&token, "PasswordChange", change(PASSWORD, NEW)).await.code(), "RATE_LIMITED");
    app.clock.advance(TimeDelta::minutes(5));
    let (token, _) = app.signed_in(ANNA).await;
    app.send(&token, "PasswordChange", change(PASSWORD, NEW)).await.data();
}

#[tokio::test]
async fn a_link_sets_a_new_password_once_and_ends_all_sessions() {
    let app = TestApp::new().await;
    let person = app.account(ANNA).await;
    let (token, _) = app.signed_in(ANNA).await;
    ask(&app, ANNA).await.data();
    let link = app.link_token(ANNA, "/passwort/").await.expect("a mail with a link");
    let works = json!({ "kind": "PASSWORD_RESET", "token": link });
    assert_eq!(app.send("", "LinkWorks", works.clone()).await.data()["linkWorks"], true);

    // A password that is refused does not use the link up.
    assert_eq!(
        app.send("", "PasswordReset", reset(&link, "kurz")).await.fields(),
        ["newPassword: TOO_SHORT"]
    );
    app.send("", "PasswordReset", reset(&link, NEW)).await.data();
    assert_eq!(app.send(&token, "AccountProfile", json!({})).await.code(), "UNAUTHENTICATED");
    assert_eq!(app.sign_in(ANNA, PASSWORD).await.code(), "INVALID_CREDENTIALS");
    app.sign_in(ANNA, NEW).await.data();
    assert_eq!(app.audited("password_reset", person.0).await, 1);

    assert_eq!(app.send("", "PasswordReset", reset(&link, PASSWORD)).await.code(), "LINK_INVALID");
    assert_eq!(app.send("", "LinkWorks", works).await.data()["linkWorks"], false);
}

#[tokio::test]
async fn a_reset_helps_who_is_slowed_down_and_keeps_the_second_factor() {
    let app = TestApp::new().await;
    app.account(ANNA).await;
    let (token, _) = app.signed_in(ANNA).await;
    app.with_second_factor(&token).await;
    for _ in 0..5 {
        app.sign_in(ANNA, "wrong").await;
    }
    ask(&app, ANNA).await.data();
    let link = app.link_token(ANNA, "/passwort/").await.unwrap();
    app.send("", "PasswordReset", reset(&link, NEW)).await.data();
    assert_eq!(app.sign_in(ANNA, NEW).await.code(), "SECOND_FACTOR_REQUIRED");
}

#[tokio::test]
async fn an_unknown_address_gets_the_same_answer_and_no_mail() {
    let app = TestApp::new().await;
    app.account(ANNA).await;
    let known = ask(&app, ANNA).await;
    let unknown = ask(&app, "nobody@network.example").await;
    assert_eq!(known.body, unknown.body);
    assert_eq!(app.mails("nobody@network.example", "password-reset").await, 0);
    assert_eq!(ask(&app, "x").await.fields(), ["email: INVALID_EMAIL"]);
}

#[tokio::test]
async fn a_link_ends_after_an_hour_and_forged_ones_never_work() {
    let app = TestApp::new().await;
    app.account(ANNA).await;
    ask(&app, ANNA).await.data();
    let link = app.link_token(ANNA, "/passwort/").await.unwrap();
    for forged in ["", "x", &"0".repeat(64)] {
        assert_eq!(app.send("", "PasswordReset", reset(forged, NEW)).await.code(), "LINK_INVALID");
    }
    app.clock.advance(TimeDelta::hours(1));
    assert_eq!(app.send("", "PasswordReset", reset(&link, NEW)).await.code(), "LINK_INVALID");
}

#[tokio::test]
async fn two_at_once_use_a_link_only_once() {
    let app = TestApp::new().await;
    app.account(ANNA).await;
    ask(&app, ANNA).await.data();
    let link = app.link_token(ANNA, "/passwort/").await.unwrap();
    let other = app.another_process().await;
    let (one, two) = futures::future::join(
        app.send("", "PasswordReset", reset(&link, NEW)),
        other.send("", "PasswordReset", reset(&link, "fünf Gänse im Boot")),
    )
    .await;
    let mut codes = [one.code().to_owned(), two.code().to_owned()];
    codes.sort();
    assert_eq!(codes, ["", "LINK_INVALID"]);
}

#[tokio::test]
async fn links_cannot_be_asked_for_without_end() {
    let app = TestApp::new().await;
    app.account(ANNA).await;
    for _ in 0..3 {
        ask(&app, ANNA).await.data();
    }
    assert_eq!(ask(&app, ANNA).await.code(), "RATE_LIMITED");
    app.clock.advance(TimeDelta::hours(1));
    ask(&app, ANNA).await.data();
}
