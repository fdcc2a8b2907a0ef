//! `applicationByToken`, `applicationAnswer`, `applicationWithdraw`.

use serde_json::json;

use super::{confirmed, in_review, step};
use crate::support::{Reply, TestApp};

async fn answer(app: &TestApp, token: &str, text: &str) -> Reply {
    app.send("", "ApplicationAnswer", json!({ "input": { "token": token, "answer": text } })).await
}

async fn withdraw(app: &TestApp, token: &str) -> Reply {
    app.send("", "ApplicationWithdraw", json!({ "input": { "token": token, "reason": "Zu früh" } })).await
}

#[tokio::test]
async fn the_applicant_reads_the_question_and_answers() {
    let app = TestApp::new().await;
    let coordinator = app.coordinator().await;
    let (id, version, follow) = in_review(&app, &coordinator).await;
    assert_eq!(answer(&app, &follow, "Ungefragt").await.code(), "STATE_FORBIDS");
    let question = json!({ "question": "Wie viele Mitglieder?" });
    step(&app, &coordinator, "ApplicationAsk", &id, &version, question).await.data();

    let seen = app.send("", "ApplicationFollow", json!({ "token": follow })).await;
    let seen = &seen.data()["applicationByToken"];
    assert_eq!((&seen["state"], &seen["canAnswer"]), (&json!("QUESTION_OPEN"), &json!(true)));
    assert_eq!(seen["events"].as_array().unwrap().last().unwrap()["text"], "Wie viele Mitglieder?");

    assert_eq!(answer(&app, &follow, "  ").await.fields(), ["answer: REQUIRED"]);
    let reply = answer(&app, &follow, "Zwölf.").await;
    assert_eq!(reply.data()["applicationAnswer"]["application"]["state"], "IN_REVIEW");
    assert_eq!(app.mails("coordinator@network.example", "application-answered").await, 1);
    assert_eq!(answer(&app, &follow, "Noch einmal").await.code(), "STATE_FORBIDS");
}

#[tokio::test]
async fn the_applicant_sees_neither_notes_nor_names() {
    let app = TestApp::new().await;
    let coordinator = app.coordinator().await;
    let (id, version, follow) = in_review(&app, &coordinator).await;
    let note = json!({ "note": "Kennt jemand den Verein?" });
    step(&app, &coordinator, "ApplicationNote", &id, &version, note).await.data();
    let seen = app.send("", "ApplicationFollow", json!({ "token": follow })).await;
    let text = seen.data().to_string();
    assert!(!text.contains("Kennt jemand") && !text.contains("coordinator"), "{text}");
}

#[tokio::test]
async fn the_applicant_withdraws_once() {
    let app = TestApp::new().await;
    app.coordinator().await;
    let follow = confirmed(&app, json!({})).await;
    let reply = withdraw(&app, &follow).await;
    let application = &reply.data()["applicationWithdraw"]["application"];
    assert_eq!((&application["state"], &application["canWithdraw"]), (&json!("WITHDRAWN"), &json!(false)));
    assert_eq!(app.mails("coordinator@network.example", "application-withdrawn").await, 1);
    assert_eq!(withdraw(&app, &follow).await.code(), "STATE_FORBIDS");
}

#[tokio::test]
async fn an_unknown_link_opens_nothing() {
    let app = TestApp::new().await;
    confirmed(&app, json!({})).await;
    for token in ["", "x", &"f".repeat(64)] {
        assert_eq!(answer(&app, token, "x").await.code(), "LINK_INVALID");
        assert_eq!(withdraw(&app, token).await.code(), "LINK_INVALID");
        let seen = app.send("", "ApplicationFollow", json!({ "token": token })).await;
        assert_eq!(seen.code(), "LINK_INVALID");
    }
}
