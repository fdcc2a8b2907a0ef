//! From the outbox to a mail server, with all that goes wrong on the way.

use chrono::TimeDelta;
use verbund::mail::{Sender, service::send_due};

use super::queue;
use crate::support::{
    TestApp,
    smtp::{MailServer, Mood},
};

async fn app_with(server: &MailServer) -> (TestApp, Sender) {
    let url = server.url.clone();
    let app = TestApp::with(|config| {
        config.smtp_url = Some(url);
        config.mail_from = Some("Netz für Alle <office@network.example>".to_owned());
    })
    .await;
    let sender = Sender::new(app.app.config()).unwrap();
    (app, sender)
}

async fn state_of(app: &TestApp) -> String {
    app.one_text("SELECT state || ' ' || attempts || ' ' || last_error FROM outbox", vec![]).await.unwrap()
}

#[tokio::test]
async fn a_mail_is_sent_once_with_both_texts() {
    let server = MailServer::start(Mood::Takes).await;
    let (app, sender) = app_with(&server).await;
    queue(&app, "eva@verein.example").await;
    assert_eq!(send_due(&app.app, &sender).await.unwrap(), 1);
    assert_eq!(send_due(&app.app, &sender).await.unwrap(), 0);
    let mails = server.mails();
    assert_eq!(mails.len(), 1);
    for part in [
        "To: eva@verein.example",
        "<office@network.example>",
        "Auto-Submitted: auto-generated",
        "text/plain",
        "text/html",
        "/einladung/geheim123",
    ] {
        assert!(mails[0].contains(part), "{part} in {}", mails[0]);
    }
    assert_eq!(state_of(&app).await, "sent 1 ");
}

#[tokio::test]
async fn a_server_that_is_busy_gets_it_later() {
    let server = MailServer::start(Mood::Busy).await;
    let (app, sender) = app_with(&server).await;
    queue(&app, "eva@verein.example").await;
    assert_eq!(send_due(&app.app, &sender).await.unwrap(), 0);
    assert!(state_of(&app).await.starts_with("queued 1 "), "{}", state_of(&app).await);
    // Not before its time.
    server.set_mood(Mood::Takes);
    assert_eq!(send_due(&app.app, &sender).await.unwrap(), 0);
    app.clock.advance(TimeDelta::seconds(61));
    assert_eq!(send_due(&app.app, &sender).await.unwrap(), 1);
    assert_eq!(state_of(&app).await, "sent 2 ");
}

#[tokio::test]
async fn it_is_given_up_after_eight_attempts_in_about_a_day() {
    let server = MailServer::start(Mood::Busy).await;
    let (app, sender) = app_with(&server).await;
    queue(&app, "eva@verein.example").await;
    for _ in 0..10 {
        send_due(&app.app, &sender).await.unwrap();
        app.clock.advance(TimeDelta::hours(7));
    }
    assert!(state_of(&app).await.starts_with("failed 8 "), "{}", state_of(&app).await);
}

#[tokio::test]
async fn an_address_that_does_not_exist_is_not_tried_again() {
    let server = MailServer::start(Mood::Refuses).await;
    let (app, sender) = app_with(&server).await;
    queue(&app, "nobody@verein.example").await;
    send_due(&app.app, &sender).await.unwrap();
    let state = state_of(&app).await;
    assert!(state.starts_with("failed 1 ") && !state.contains("einladung"), "{state}");
}

#[tokio::test]
async fn a_process_that_dies_while_sending_loses_nothing() {
    let server = MailServer::start(Mood::Takes).await;
    let (app, sender) = app_with(&server).await;
    queue(&app, "eva@verein.example").await;
    // Another process has taken it and was killed.
    let until = app.clock.now() + TimeDelta::minutes(3);
    app.execute("UPDATE outbox SET attempts = 1, leased_until = $1", vec![until.into()]).await;
    assert_eq!(send_due(&app.app, &sender).await.unwrap(), 0);
    app.clock.advance(TimeDelta::minutes(4));
    assert_eq!(send_due(&app.app, &sender).await.unwrap(), 1);
    assert_eq!(server.mails().len(), 1);
}

#[tokio::test]
async fn a_lost_answer_leads_to_a_second_copy_with_the_same_id() {
    let server = MailServer::start(Mood::HangsUp).await;
    let (app, sender) = app_with(&server).await;
    queue(&app, "eva@verein.example").await;
    send_due(&app.app, &sender).await.unwrap();
    server.set_mood(Mood::Takes);
    app.clock.advance(TimeDelta::minutes(2));
    assert_eq!(send_due(&app.app, &sender).await.unwrap(), 1);
    let ids: Vec<String> = server
        .mails()
        .iter()
        .map(|mail| mail.lines().find(|line| line.starts_with("Message-ID")).unwrap().to_owned())
        .collect();
    assert_eq!(ids.len(), 2);
    assert_eq!(ids[0], ids[1]);
}

#[tokio::test]
async fn two_processes_do_not_send_the_same_mail() {
    let server = MailServer::start(Mood::Takes).await;
    let (app, one) = app_with(&server).await;
    let two = Sender::new(app.app.config()).unwrap();
    for number in 0..5 {
        queue(&app, &format!("person{number}@verein.example")).await;
    }
    let (first, second) = tokio::join!(send_due(&app.app, &one), send_due(&app.app, &two));
    assert_eq!(first.unwrap() + second.unwrap(), 5);
    assert_eq!(server.mails().len(), 5);
}

#[tokio::test]
async fn a_mail_of_a_transaction_that_is_rolled_back_does_not_exist() {
    let server = MailServer::start(Mood::Takes).await;
    let (app, sender) = app_with(&server).await;
    let permit = verbund::authz::authorise(
        &verbund::authz::Caller::system(),
        verbund::authz::Action::AffiliationManage,
        &verbund::authz::Facts::NONE,
    )
    .unwrap();
    let tx = app.app.db().begin().await.unwrap();
    let mail = verbund::mail::Mail {
        to: "eva@verein.example".to_owned(),
        locale: verbund_shared::locale::Locale::En,
        template: verbund::mail::MailTemplate::PasswordReset,
        values: vec![("hours", "1".to_owned())],
        link: Some("/passwort/x".to_owned()),
    };
    verbund::mail::enqueue(&tx, &app.app, &permit, mail).await.unwrap();
    drop(tx);
    assert_eq!(send_due(&app.app, &sender).await.unwrap(), 0);
}

#[tokio::test]
async fn the_worker_wakes_when_a_mail_is_committed() {
    let server = MailServer::start(Mood::Takes).await;
    let (app, _) = app_with(&server).await;
    let worker = tokio::spawn(verbund::mail::run_worker(app.app.clone()));
    tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    queue(&app, "eva@verein.example").await;
    for _ in 0..100 {
        if !server.mails().is_empty() {
            worker.abort();
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    panic!("the worker slept on");
}
