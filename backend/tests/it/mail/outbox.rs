//! `outbox`, `mailOpen`, `mailRetry`, and what the daily work leaves of mails.

use chrono::TimeDelta;
use serde_json::{Value, json};
use verbund::mail::service::purge;

use super::queue;
use crate::support::TestApp;

async fn outbox(app: &TestApp, token: &str, variables: Value) -> crate::support::Reply {
    app.send(token, "Outbox", variables).await
}

async fn first_id(app: &TestApp, token: &str) -> Value {
    outbox(app, token, json!({})).await.data()["outbox"]["edges"][0]["node"]["id"].clone()
}

#[tokio::test]
async fn without_a_mail_server_the_coordinator_opens_a_mail_and_that_is_noted() {
    let app = TestApp::new().await;
    let coordinator = app.coordinator().await;
    queue(&app, "eva@verein.example").await;
    let list = outbox(&app, &coordinator, json!({ "state": "QUEUED" })).await;
    assert_eq!(list.data()["mailServerSet"], false);
    let mail = &list.data()["outbox"]["edges"][0]["node"];
    assert_eq!(mail["template"], "invitation");
    assert_eq!(mail["subject"], "Einladung: Verein <A>");
    assert!(!list.body.to_string().contains("geheim123"));

    let reply = app.send(&coordinator, "MailOpen", json!({ "input": { "id": mail["id"] } })).await;
    let text = reply.data()["mailOpen"]["text"].as_str().unwrap();
    assert!(text.contains("https://network.example/einladung/geheim123"), "{text}");
    let looks = app.count("SELECT COUNT(*) FROM audit_entries WHERE action = 'mail_open'", vec![]).await;
    assert_eq!(looks, 1);
}

#[tokio::test]
async fn with_a_mail_server_nobody_reads_somebodys_link() {
    let app = TestApp::with(|config| config.smtp_url = Some("smtp://localhost:1".to_owned())).await;
    let coordinator = app.coordinator().await;
    queue(&app, "eva@verein.example").await;
    let id = first_id(&app, &coordinator).await;
    assert_eq!(
        app.send(&coordinator, "MailOpen", json!({ "input": { "id": id } })).await.code(),
        "STATE_FORBIDS"
    );
}

#[tokio::test]
async fn only_failed_mails_are_tried_again() {
    let app = TestApp::new().await;
    let coordinator = app.coordinator().await;
    queue(&app, "eva@verein.example").await;
    let id = first_id(&app, &coordinator).await;
    let retry = json!({ "input": { "id": id } });
    assert_eq!(app.send(&coordinator, "MailRetry", retry.clone()).await.code(), "STATE_FORBIDS");
    app.execute("UPDATE outbox SET state = 'failed', attempts = 8, last_error = '451'", vec![]).await;
    let reply = app.send(&coordinator, "MailRetry", retry).await;
    assert_eq!(reply.data()["mailRetry"]["mail"]["state"], "QUEUED");
    assert_eq!(reply.data()["mailRetry"]["mail"]["attempts"], 0);
    let nothing = json!({ "input": { "id": "mail_00000000000000000000000000000001" } });
    assert_eq!(app.send(&coordinator, "MailRetry", nothing.clone()).await.code(), "NOT_FOUND");
    assert_eq!(app.send(&coordinator, "MailOpen", nothing).await.code(), "NOT_FOUND");
}

#[tokio::test]
async fn pages_follow_each_other_and_cost_the_same() {
    let app = TestApp::new().await;
    let coordinator = app.coordinator().await;
    for number in 0..5 {
        queue(&app, &format!("person{number}@verein.example")).await;
        app.clock.advance(TimeDelta::milliseconds(2));
    }
    let (one, page) = app.statements_of(outbox(&app, &coordinator, json!({ "first": 1 }))).await;
    let (all, _) = app.statements_of(outbox(&app, &coordinator, json!({ "first": 100 }))).await;
    assert_eq!(one, all);
    let page = page.data()["outbox"].clone();
    assert_eq!((&page["totalCount"], &page["pageInfo"]["hasNextPage"]), (&json!(5), &json!(true)));
    assert_eq!(page["edges"][0]["node"]["recipient"], "person4@verein.example");
    let rest = json!({ "first": 10, "after": page["pageInfo"]["endCursor"] });
    let rest = outbox(&app, &coordinator, rest).await;
    assert_eq!(rest.data()["outbox"]["edges"].as_array().unwrap().len(), 4);
}

#[tokio::test]
async fn only_coordinators_see_the_outbox() {
    let app = TestApp::new().await;
    assert_eq!(outbox(&app, "", json!({})).await.code(), "UNAUTHENTICATED");
    let steering = app.steering_member().await;
    assert_eq!(outbox(&app, &steering, json!({})).await.code(), "FORBIDDEN");
}

#[tokio::test]
async fn what_was_sent_is_emptied_after_a_week_and_gone_after_half_a_year() {
    let app = TestApp::new().await;
    queue(&app, "eva@verein.example").await;
    let now = app.clock.now();
    app.execute("UPDATE outbox SET state = 'sent', sent_at = $1", vec![now.into()]).await;
    assert_eq!(purge(&app.app).await.unwrap(), 0);
    app.clock.advance(TimeDelta::days(8));
    assert_eq!(purge(&app.app).await.unwrap(), 1);
    assert_eq!(app.one_text("SELECT body_text || body_html FROM outbox", vec![]).await.unwrap(), "");
    assert_eq!(purge(&app.app).await.unwrap(), 0);
    app.clock.advance(TimeDelta::days(200));
    assert_eq!(purge(&app.app).await.unwrap(), 1);
    assert_eq!(app.count("SELECT COUNT(*) FROM outbox", vec![]).await, 0);
}
