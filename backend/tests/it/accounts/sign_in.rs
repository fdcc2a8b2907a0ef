//! `signIn`.

use chrono::TimeDelta;
use serde_json::json;

use crate::support::{
    TestApp,
    accounts::{PASSWORD, token_of},
};

const ANNA: &str = "anna@network.example";

#[tokio::test]
async fn the_right_password_opens_a_session() {
    let app = TestApp::new().await;
    let person = app.account(ANNA).await;
    let agent = [("user-agent", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0")];
    let input = json!({ "input": { "email": " Anna@Network.example ", "password": PASSWORD } });
    let reply = app.send_with("", "SignIn", input, &agent).await;
    let token = token_of(&reply);
    assert_eq!(reply.data()["signIn"]["session"]["expiresAt"], "2026-03-02T09:10:00.000000Z");

    let cookie = &reply.cookies[0];
    for part in [
        "__Host-verbund-refresh=",
        "; Path=/",
        "; HttpOnly",
        "; SameSite=Strict",
        "; Secure",
        "Max-Age=2592000",
    ] {
        assert!(cookie.contains(part), "{cookie}");
    }

    let sessions = app.send(&token, "AccountSessions", json!({})).await;
    let session = &sessions.data()["viewer"]["sessions"][0];
    assert_eq!(session["device"], "Firefox, Linux");
    assert_eq!(session["current"], true);
    assert_eq!(app.audited("session_start", person.0).await, 1);
}

#[tokio::test]
async fn wrong_password_unknown_address_and_disabled_person_look_the_same() {
    let app = TestApp::new().await;
    app.account(ANNA).await;
    let disabled = app.account("disabled@network.example").await;
    app.execute("UPDATE people SET state = 'disabled' WHERE id = $1", vec![disabled.0.into()]).await;
    // Somebody imported who never set a password.
    app.person("imported@network.example").await;

    let mut answers = Vec::new();
    for (email, password) in [
        (ANNA, "something else entirely"),
        ("nobody@network.example", PASSWORD),
        ("disabled@network.example", PASSWORD),
        ("imported@network.example", PASSWORD),
        (ANNA, &"x".repeat(5_000)),
    ] {
        let before = app.app.passwords().computed();
        let reply = app.sign_in(email, password).await;
        let effort = app.app.passwords().computed() - before;
        assert!(reply.cookies.is_empty());
        let mut error = reply.body["errors"][0].clone();
        error["extensions"].as_object_mut().unwrap().remove("requestId");
        answers.push((effort, error));
    }
    assert_eq!(answers[0].1["extensions"]["code"], "INVALID_CREDENTIALS");
    assert!(answers.iter().all(|answer| *answer == answers[0]), "{answers:?}");
}

#[tokio::test]
async fn both_fields_are_needed() {
    let app = TestApp::new().await;
    assert_eq!(app.sign_in("", "").await.fields(), ["email: REQUIRED", "password: REQUIRED"]);
    assert_eq!(app.sign_in("no-address", "x").await.fields(), ["email: INVALID_EMAIL"]);
}

#[tokio::test]
async fn attempts_on_one_account_are_slowed_down_and_success_clears_them() {
    let app = TestApp::new().await;
    app.account(ANNA).await;
    for _ in 0..5 {
        assert_eq!(app.sign_in(ANNA, "wrong").await.code(), "INVALID_CREDENTIALS");
    }
    let refused = app.sign_in(ANNA, PASSWORD).await;
    assert_eq!(refused.code(), "RATE_LIMITED");
    assert_eq!(refused.body["errors"][0]["extensions"]["params"]["retryAfterSeconds"], 2);
    assert_eq!(app.sign_in("nobody@network.example", "x").await.code(), "INVALID_CREDENTIALS");

    // Never for good: the longest delay is a minute.
    for _ in 0..20 {
        app.clock.advance(TimeDelta::seconds(61));
        assert_eq!(app.sign_in(ANNA, "wrong").await.code(), "INVALID_CREDENTIALS");
    }
    app.clock.advance(TimeDelta::seconds(61));
    app.sign_in(ANNA, PASSWORD).await.data();
    for _ in 0..5 {
        assert_eq!(app.sign_in(ANNA, "wrong").await.code(), "INVALID_CREDENTIALS");
    }
}

#[tokio::test]
async fn unknown_addresses_are_slowed_down_like_known_ones() {
    let app = TestApp::new().await;
    for _ in 0..5 {
        assert_eq!(app.sign_in("nobody@network.example", "x").await.code(), "INVALID_CREDENTIALS");
    }
    assert_eq!(app.sign_in("nobody@network.example", "x").await.code(), "RATE_LIMITED");
}

#[tokio::test]
async fn limits_hold_across_processes_and_restarts() {
    let app = TestApp::new().await;
    app.account(ANNA).await;
    for _ in 0..3 {
        app.sign_in(ANNA, "wrong").await;
    }
    let other = app.another_process().await;
    for _ in 0..2 {
        assert_eq!(other.sign_in(ANNA, "wrong").await.code(), "INVALID_CREDENTIALS");
    }
    assert_eq!(app.sign_in(ANNA, PASSWORD).await.code(), "RATE_LIMITED");
    let third = app.another_process().await;
    assert_eq!(third.sign_in(ANNA, PASSWORD).await.code(), "RATE_LIMITED");
}

#[tokio::test]
async fn attempts_at_the_same_time_count_each() {
    let app = TestApp::new().await;
    app.account(ANNA).await;
    let attempts = (0..20).map(|_| app.sign_in(ANNA, "wrong"));
    let replies = futures::future::join_all(attempts).await;
    let tried = replies.iter().filter(|reply| reply.code() == "INVALID_CREDENTIALS").count();
    assert_eq!(tried, 5, "as many as are free");
}

#[tokio::test]
async fn attempts_from_one_address_are_slowed_down_over_all_accounts() {
    let app = TestApp::with(|config| config.trust_proxy = true).await;
    app.account(ANNA).await;
    let attempt = async |n: usize, from: &str| {
        let email = format!("somebody{n}@network.example");
        let input = json!({ "input": { "email": email, "password": "x" } });
        app.send_with("", "SignIn", input, &[("x-forwarded-for", from)]).await
    };
    for n in 0..20 {
        assert_eq!(attempt(n, "203.0.113.7").await.code(), "INVALID_CREDENTIALS", "{n}");
    }
    assert_eq!(attempt(20, "203.0.113.7").await.code(), "RATE_LIMITED");
    assert_eq!(attempt(21, "203.0.113.8").await.code(), "INVALID_CREDENTIALS");
    // One household of IPv6 is one address.
    for n in 30..50 {
        attempt(n, &format!("2001:db8:1:2::{n}")).await;
    }
    assert_eq!(attempt(50, "2001:db8:1:2:ffff::1").await.code(), "RATE_LIMITED");

    let sql = "SELECT COUNT(*) FROM attempts WHERE bucket LIKE '%203.0%' OR bucket LIKE '%@%'";
    assert_eq!(app.count(sql, vec![]).await, 0, "addresses are not kept in clear");
}

#[tokio::test]
async fn an_office_that_signs_in_is_not_slowed_down() {
    let app = TestApp::with(|config| config.trust_proxy = true).await;
    app.account(ANNA).await;
    for _ in 0..25 {
        let input = json!({ "input": { "email": ANNA, "password": PASSWORD } });
        app.send_with("", "SignIn", input, &[("x-forwarded-for", "203.0.113.7")]).await.data();
    }
}

#[tokio::test]
async fn the_second_factor_is_asked_for_and_each_code_works_once() {
    let app = TestApp::new().await;
    app.account(ANNA).await;
    let (token, _) = app.signed_in(ANNA).await;
    let (secret, recovery) = app.with_second_factor(&token).await;

    let reply = app.sign_in(ANNA, PASSWORD).await;
    assert_eq!(reply.code(), "SECOND_FACTOR_REQUIRED");
    assert!(reply.cookies.is_empty());
    assert_eq!(app.sign_in(ANNA, "wrong").await.code(), "INVALID_CREDENTIALS");

    // The code that turned it on is used up.
    assert_eq!(app.sign_in_with_code(ANNA, &app.code(&secret)).await.code(), "SECOND_FACTOR_WRONG");
    app.clock.advance(TimeDelta::seconds(30));
    let code = app.code(&secret);
    let typed = format!("{} {}", &code[..3], &code[3..]);
    app.sign_in_with_code(ANNA, &typed).await.data();
    assert_eq!(app.sign_in_with_code(ANNA, &code).await.code(), "SECOND_FACTOR_WRONG", "a replay");

    app.clock.advance(TimeDelta::seconds(90));
    assert_eq!(app.sign_in_with_code(ANNA, &code).await.code(), "SECOND_FACTOR_WRONG", "too old");

    app.sign_in_with_code(ANNA, &recovery[0].to_uppercase()).await.data();
    assert_eq!(app.sign_in_with_code(ANNA, &recovery[0]).await.code(), "SECOND_FACTOR_WRONG", "a replay");
}

#[tokio::test]
async fn codes_cannot_be_tried_out() {
    let app = TestApp::new().await;
    app.account(ANNA).await;
    let (token, _) = app.signed_in(ANNA).await;
    let (secret, _) = app.with_second_factor(&token).await;
    app.clock.advance(TimeDelta::seconds(60));
    for n in 0..5 {
        assert_eq!(app.sign_in_with_code(ANNA, &format!("00000{n}")).await.code(), "SECOND_FACTOR_WRONG");
    }
    let refused = app.sign_in_with_code(ANNA, &app.code(&secret)).await;
    assert_eq!(refused.code(), "RATE_LIMITED");
    app.clock.advance(TimeDelta::minutes(15));
    app.sign_in_with_code(ANNA, &app.code(&secret)).await.data();
}
