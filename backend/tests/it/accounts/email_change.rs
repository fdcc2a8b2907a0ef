//! `emailChangeRequest` and `emailChangeConfirm`.

use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::support::{TestApp, accounts::PASSWORD};

const ANNA: &str = "anna@network.example";
const NEW: &str = "anna.neu@network.example";

fn request(email: &str, password: &str) -> Value {
    json!({ "input": { "email": email, "password": password } })
}

fn confirm(token: &str) -> Value {
    json!({ "input": { "token": token } })
}

#[tokio::test]
async fn the_new_address_counts_once_confirmed_and_the_old_one_is_told() {
    let app = TestApp::new().await;
    let person = app.account(ANNA).await;
    let (token, _) = app.signed_in(ANNA).await;
    app.send(&token, "EmailChangeRequest", request("Anna.Neu@network.example", PASSWORD)).await.data();
    app.sign_in(ANNA, PASSWORD).await.data();
    // A link for a new password that went to the old address.
    app.send("", "PasswordResetRequest", json!({ "input": { "email": ANNA } })).await.data();
    let old_link = app.link_token(ANNA, "/passwort/").await.unwrap();

    let link = app.link_token(NEW, "/adresse/").await.expect("a mail to the new address");
    let reply = app.send("", "EmailChangeConfirm", confirm(&link)).await;
    assert_eq!(reply.data()["emailChangeConfirm"]["email"], NEW);
    app.sign_in(NEW, PASSWORD).await.data();
    assert_eq!(app.sign_in(ANNA, PASSWORD).await.code(), "INVALID_CREDENTIALS");
    assert_eq!(app.mails(ANNA, "security-notice").await, 1);
    assert_eq!(app.audited("email_change", person.0).await, 1);
    let reset = json!({ "input": { "token": old_link, "newPassword": "vier Esel auf dem Dach" } });
    assert_eq!(app.send("", "PasswordReset", reset).await.code(), "LINK_INVALID");
    assert_eq!(app.send("", "EmailChangeConfirm", confirm(&link)).await.code(), "LINK_INVALID", "a replay");
}

#[tokio::test]
async fn what_is_refused() {
    let app = TestApp::new().await;
    app.account(ANNA).await;
    let (token, _) = app.signed_in(ANNA).await;
    for (email, password, error) in [
        ("", PASSWORD, "email: REQUIRED"),
        ("x", PASSWORD, "email: INVALID_EMAIL"),
        (ANNA, PASSWORD, "email: DUPLICATE"),
        (NEW, "wrong", "password: PASSWORD_WRONG"),
    ] {
        assert_eq!(app.send(&token, "EmailChangeRequest", request(email, password)).await.fields(), [error]);
    }
    assert_eq!(app.send("", "EmailChangeRequest", request(NEW, PASSWORD)).await.code(), "UNAUTHENTICATED");
    assert_eq!(app.send("", "EmailChangeConfirm", confirm(&"0".repeat(64))).await.code(), "LINK_INVALID");
}

#[tokio::test]
async fn nothing_is_said_about_addresses_of_others() {
    let app = TestApp::new().await;
    app.account(ANNA).await;
    app.account("taken@network.example").await;
    let (token, _) = app.signed_in(ANNA).await;
    let free = app.send(&token, "EmailChangeRequest", request(NEW, PASSWORD)).await;
    let taken = app.send(&token, "EmailChangeRequest", request("taken@network.example", PASSWORD)).await;
    assert_eq!(free.body, taken.body);
    assert_eq!(app.mails("taken@network.example", "email-change").await, 0);
    let link = app.link_token(NEW, "/adresse/").await.unwrap();
    assert_eq!(
        app.send("", "EmailChangeConfirm", confirm(&link)).await.code(),
        "LINK_INVALID",
        "only the last one"
    );
}

#[tokio::test]
async fn an_address_that_was_taken_meanwhile_and_a_late_link_do_not_work() {
    let app = TestApp::new().await;
    app.account(ANNA).await;
    let (token, _) = app.signed_in(ANNA).await;
    app.send(&token, "EmailChangeRequest", request(NEW, PASSWORD)).await.data();
    let link = app.link_token(NEW, "/adresse/").await.unwrap();
    app.account(NEW).await;
    assert_eq!(app.send("", "EmailChangeConfirm", confirm(&link)).await.code(), "LINK_INVALID");

    let third = "anna.drei@network.example";
    app.send(&token, "EmailChangeRequest", request(third, PASSWORD)).await.data();
    let link = app.link_token(third, "/adresse/").await.unwrap();
    app.clock.advance(TimeDelta::hours(1));
    assert_eq!(app.send("", "EmailChangeConfirm", confirm(&link)).await.code(), "LINK_INVALID");
}
