//! The mail about a sign-in on a device that the account did not know.

use chrono::TimeDelta;
use serde_json::json;

use crate::support::{Reply, TestApp, accounts::PASSWORD};

const ANNA: &str = "anna@network.example";
const FIREFOX: &str = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
const EDGE: &str = "Mozilla/5.0 (Windows NT 10.0) Chrome/138.0 Safari/537.36 Edg/138.0";
const IPHONE: &str = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Safari/604.1";

async fn sign_in(app: &TestApp, agent: &str, password: &str) -> Reply {
    let input = json!({ "input": { "email": ANNA, "password": password } });
    app.send_with("", "SignIn", input, &[("user-agent", agent)]).await
}

async fn told(app: &TestApp) -> i64 {
    app.mails(ANNA, "new-device").await
}

async fn newest(app: &TestApp, column: &str) -> String {
    let sql = format!("SELECT {column} FROM outbox WHERE template = 'new-device' ORDER BY id DESC LIMIT 1");
    app.one_text(&sql, vec![]).await.unwrap()
}

#[tokio::test]
async fn an_unknown_device_is_told_once_with_what_to_do() {
    let app = TestApp::new().await;
    app.account(ANNA).await;
    // The very first one is no news.
    sign_in(&app, FIREFOX, PASSWORD).await.data();
    sign_in(&app, FIREFOX, PASSWORD).await.data();
    assert_eq!(told(&app).await, 0);

    // Who does not know the password tells nobody anything.
    assert_eq!(sign_in(&app, EDGE, "something else entirely").await.code(), "INVALID_CREDENTIALS");
    assert_eq!(told(&app).await, 0);

    sign_in(&app, EDGE, PASSWORD).await.data();
    assert_eq!(told(&app).await, 1);
    let text = newest(&app, "body_text").await;
    for part in ["anna Test", "2. März 2026 um 10:00 Uhr", "Edge, Windows", "neues fest", "/konto/sitzungen"]
    {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert!(newest(&app, "body_html").await.contains("href=\"https://"));
    sign_in(&app, EDGE, PASSWORD).await.data();
    sign_in(&app, FIREFOX, PASSWORD).await.data();
    assert_eq!(told(&app).await, 1);
}

#[tokio::test]
async fn it_is_told_in_the_persons_language() {
    let app = TestApp::new().await;
    let person = app.account(ANNA).await;
    app.execute("UPDATE people SET locale = 'en' WHERE id = $1", vec![person.0.into()]).await;
    sign_in(&app, FIREFOX, PASSWORD).await.data();
    sign_in(&app, "curl/8", PASSWORD).await.data();
    assert_eq!(newest(&app, "subject").await, "New sign-in to your account");
    let text = newest(&app, "body_text").await;
    assert!(text.contains("on 2 March 2026 at 10:00") && text.contains("could not recognise"), "{text}");
}

#[tokio::test]
async fn after_a_long_absence_a_device_is_unknown_again() {
    let app = TestApp::new().await;
    app.account(ANNA).await;
    sign_in(&app, FIREFOX, PASSWORD).await.data();
    app.clock.advance(TimeDelta::days(200));
    verbund::accounts::service::housekeeping::tidy(&app.app).await.unwrap();
    assert_eq!(app.count("SELECT COUNT(*) FROM sessions", vec![]).await, 0);
    sign_in(&app, FIREFOX, PASSWORD).await.data();
    assert_eq!(told(&app).await, 1);
}

#[tokio::test]
async fn many_devices_on_one_day_do_not_flood_the_inbox() {
    let app = TestApp::new().await;
    app.account(ANNA).await;
    for agent in [FIREFOX, EDGE, IPHONE, "Chrome/1 Android", "Safari/1 iPad", "Chrome/1 CrOS"] {
        sign_in(&app, agent, PASSWORD).await.data();
    }
    assert_eq!(told(&app).await, 2);
    app.clock.advance(TimeDelta::days(2));
    sign_in(&app, "Firefox/1 Windows", PASSWORD).await.data();
    assert_eq!(told(&app).await, 3);
}

#[tokio::test]
async fn accepting_an_invitation_is_the_first_sign_in() {
    let app = TestApp::new().await;
    let coordinator = app.coordinator().await;
    let input = json!({ "input": { "role": "COORDINATOR", "email": ANNA, "locale": "DE" } });
    app.send(&coordinator, "NetworkRoleInvite", input).await.data();
    let token = app.link_token(ANNA, "/einladung/").await.unwrap();
    let account = json!({ "givenName": "Anna", "familyName": "Neu", "password": PASSWORD, "locale": "DE" });
    let input = json!({ "input": { "token": token, "account": account } });
    app.send_with("", "InvitationAccept", input, &[("user-agent", FIREFOX)]).await.data();
    sign_in(&app, FIREFOX, PASSWORD).await.data();
    assert_eq!(told(&app).await, 0);
    sign_in(&app, EDGE, PASSWORD).await.data();
    assert_eq!(told(&app).await, 1);
}
