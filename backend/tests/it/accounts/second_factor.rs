//! `totpStart`, `totpConfirm`, `totpDisable`, `recoveryCodesRenew`.

use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::support::{TestApp, accounts::PASSWORD};

const ANNA: &str = "anna@network.example";

fn start(password: &str) -> Value {
    json!({ "input": { "password": password } })
}

fn proof(password: &str, code: &str) -> Value {
    json!({ "input": { "password": password, "code": code } })
}

async fn state(app: &TestApp, token: &str) -> (bool, i64) {
    let reply = app.send(token, "AccountSecurity", json!({})).await;
    let state = &reply.data()["viewer"]["secondFactor"];
    (state["on"].as_bool().unwrap(), state["recoveryCodesLeft"].as_i64().unwrap())
}

#[tokio::test]
async fn it_is_on_only_after_a_first_code() {
    let app = TestApp::new().await;
    let person = app.account(ANNA).await;
    let (token, _) = app.signed_in(ANNA).await;
    let reply = app.send(&token, "TotpStart", start(PASSWORD)).await;
    let enrolment = &reply.data()["totpStart"];
    assert!(
        enrolment["uri"].as_str().unwrap().starts_with("otpauth://totp/Netzwerk:anna%40network.example?")
    );
    assert!(enrolment["picture"].as_str().unwrap().starts_with("data:image/svg+xml;base64,"));
    assert_eq!(state(&app, &token).await, (false, 0));
    app.sign_in(ANNA, PASSWORD).await.data();

    let (_, codes) = app.with_second_factor(&token).await;
    assert_eq!(codes.len(), 10);
    assert_eq!(state(&app, &token).await, (true, 10));
    assert_eq!(app.audited("second_factor_on", person.0).await, 1);
    assert_eq!(app.mails(ANNA, "security-notice").await, 1);
    assert_eq!(app.send(&token, "TotpStart", start(PASSWORD)).await.code(), "STATE_FORBIDS");
}

#[tokio::test]
async fn starting_needs_the_password_and_confirming_a_right_code() {
    let app = TestApp::new().await;
    app.account(ANNA).await;
    let (token, _) = app.signed_in(ANNA).await;
    let code = json!({ "input": { "code": "123456" } });
    assert_eq!(app.send(&token, "TotpStart", start("wrong")).await.fields(), ["password: PASSWORD_WRONG"]);
    assert_eq!(app.send(&token, "TotpConfirm", code.clone()).await.code(), "STATE_FORBIDS");
    app.send(&token, "TotpStart", start(PASSWORD)).await.data();
    assert_eq!(app.send(&token, "TotpConfirm", code.clone()).await.fields(), ["code: SECOND_FACTOR_WRONG"]);
    assert_eq!(app.send("", "TotpStart", start(PASSWORD)).await.code(), "UNAUTHENTICATED");
    assert_eq!(app.send("", "TotpConfirm", code).await.code(), "UNAUTHENTICATED");
}

#[tokio::test]
async fn turning_it_off_needs_password_and_code() {
    let app = TestApp::new().await;
    let person = app.account(ANNA).await;
    let (token, _) = app.signed_in(ANNA).await;
    let nothing_on = app.send(&token, "TotpDisable", proof(PASSWORD, "123456")).await;
    assert_eq!(nothing_on.code(), "STATE_FORBIDS");
    let (secret, codes) = app.with_second_factor(&token).await;
    app.clock.advance(TimeDelta::seconds(30));
    let code = app.code(&secret);
    let send = async |password: &str, code: &str| {
        app.send(&token, "TotpDisable", proof(password, code)).await.fields()
    };
    assert_eq!(send("wrong", &code).await, ["password: PASSWORD_WRONG"]);
    assert_eq!(send(PASSWORD, "").await, ["code: SECOND_FACTOR_WRONG"]);
    assert_eq!(send(PASSWORD, "000000").await, ["code: SECOND_FACTOR_WRONG"]);
    assert_eq!(app.send("", "TotpDisable", proof(PASSWORD, &code)).await.code(), "UNAUTHENTICATED");

    app.send(&token, "TotpDisable", proof(PASSWORD, &codes[3])).await.data();
    assert_eq!(state(&app, &token).await, (false, 0));
    app.sign_in(ANNA, PASSWORD).await.data();
    assert_eq!(app.audited("second_factor_off", person.0).await, 1);
    assert_eq!(app.audited("recovery_code_use", person.0).await, 1);
}

#[tokio::test]
async fn new_recovery_codes_replace_the_old_ones() {
    let app = TestApp::new().await;
    app.account(ANNA).await;
    let (token, _) = app.signed_in(ANNA).await;
    let (_, old) = app.with_second_factor(&token).await;
    let reply = app.send(&token, "RecoveryCodesRenew", proof(PASSWORD, &old[0])).await;
    let new = reply.data()["recoveryCodesRenew"]["recoveryCodes"].as_array().unwrap().clone();
    assert_eq!(new.len(), 10);
    assert_eq!(app.sign_in_with_code(ANNA, &old[1]).await.code(), "SECOND_FACTOR_WRONG");
    app.sign_in_with_code(ANNA, new[1].as_str().unwrap()).await.data();
    assert_eq!(state(&app, &token).await, (true, 9));
    let wrong = app.send(&token, "RecoveryCodesRenew", proof(PASSWORD, &old[2])).await;
    assert_eq!(wrong.fields(), ["code: SECOND_FACTOR_WRONG"]);
    assert_eq!(app.send("", "RecoveryCodesRenew", proof(PASSWORD, "x")).await.code(), "UNAUTHENTICATED");
}
