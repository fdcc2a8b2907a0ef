//! `applicationFile` and `applicationConfirm`.

use chrono::TimeDelta;
use serde_json::{Value, json};
use verbund_shared::terms::TermKind;

use super::{EMAIL, confirm, confirmed, file, newest};
use crate::support::TestApp;

#[tokio::test]
async fn a_visitor_files_and_confirms_by_the_link_in_the_mail() {
    let app = TestApp::new().await;
    let coordinator = app.coordinator().await;
    let topic = app.term(TermKind::Topic, "language").await;
    let reply = file(&app, json!({ "terms": [topic] })).await;
    assert_eq!(reply.data()["applicationFile"]["sentTo"], EMAIL);
    assert_eq!(app.mails("coordinator@network.example", "application-new").await, 0);

    let token = app.link_token(EMAIL, "/mitmachen/bestaetigen/").await.unwrap();
    let reply = confirm(&app, &token).await;
    let follow = reply.data()["applicationConfirm"]["followToken"].as_str().unwrap();
    assert_eq!(app.mails(EMAIL, "application-received").await, 1);
    assert_eq!(app.mails("coordinator@network.example", "application-new").await, 1);

    // The link in the mail and the one given at once both work.
    let mailed = app.link_token(EMAIL, "/antrag/").await.unwrap();
    for token in [follow, &mailed] {
        let seen = app.send("", "ApplicationFollow", json!({ "token": token })).await;
        assert_eq!(seen.data()["applicationByToken"]["state"], "CONFIRMED");
    }
    let (id, _) = newest(&app, &coordinator).await;
    let detail = app.send(&coordinator, "ApplicationDetail", json!({ "id": id })).await;
    let detail = &detail.data()["application"];
    assert_eq!(
        (&detail["website"], &detail["contactEmail"]),
        (&json!("https://www.neu.example"), &json!(EMAIL))
    );
    assert_eq!(detail["terms"][0]["name"]["de"], "language");
}

#[tokio::test]
async fn what_is_missing_or_wrong_is_named() {
    let app = TestApp::new().await;
    let archived = app.term(TermKind::Topic, "old").await;
    app.execute("UPDATE terms SET archived = $1", vec![true.into()]).await;
    let wrong = json!({
        "organisationName": " ", "purpose": "", "website": "ftp://x", "city": "", "terms": [archived, "x"],
        "contactGivenName": "", "contactFamilyName": "", "contactEmail": "eva", "contactPhone": "ring me",
        "motivation": "",
    });
    assert_eq!(
        file(&app, wrong).await.fields(),
        [
            "organisationName: REQUIRED",
            "purpose: REQUIRED",
            "website: INVALID_URL",
            "city: REQUIRED",
            "terms.0: UNKNOWN_REFERENCE",
            "terms.1: UNKNOWN_REFERENCE",
            "contactGivenName: REQUIRED",
            "contactFamilyName: REQUIRED",
            "contactEmail: INVALID_EMAIL",
            "contactPhone: INVALID_PHONE",
            "motivation: REQUIRED",
        ]
    );
}

#[tokio::test]
async fn markup_and_every_script_are_kept_as_they_were_typed() {
    let app = TestApp::new().await;
    let coordinator = app.coordinator().await;
    let name = "<img src=x onerror=alert(1)> Žofia 李 हिन्दी";
    let motivation = "'; DROP TABLE applications; --\n=HYPERLINK(\"x\")\nمرحبا";
    let follow = confirmed(&app, json!({ "organisationName": name, "motivation": motivation })).await;
    let (id, _) = newest(&app, &coordinator).await;
    let detail = app.send(&coordinator, "ApplicationDetail", json!({ "id": id })).await;
    assert_eq!(detail.data()["application"]["organisationName"], name);
    let seen = app.send("", "ApplicationFollow", json!({ "token": follow })).await;
    assert_eq!(seen.data()["applicationByToken"]["motivation"], motivation);
}

#[tokio::test]
async fn what_fills_the_hidden_field_is_thrown_away_without_a_word() {
    let app = TestApp::new().await;
    let reply = file(&app, json!({ "secondWebsite": "spam.example" })).await;
    assert_eq!(reply.data()["applicationFile"]["sentTo"], EMAIL);
    assert_eq!(app.count("SELECT COUNT(*) FROM applications", vec![]).await, 0);
    assert_eq!(app.mails(EMAIL, "application-confirm").await, 0);
}

#[tokio::test]
async fn nobody_is_flooded_with_mails_and_mistakes_do_not_count() {
    let app = TestApp::new().await;
    for _ in 0..5 {
        assert_eq!(file(&app, json!({ "motivation": "" })).await.code(), "VALIDATION");
    }
    let mut codes = Vec::new();
    for _ in 0..6 {
        codes.push(file(&app, json!({})).await.code().to_owned());
    }
    assert_eq!(codes.first().unwrap(), "");
    assert_eq!(codes.last().unwrap(), "RATE_LIMITED");
    let sent = app.mails(EMAIL, "application-confirm").await;
    assert!((1..=5).contains(&sent), "{sent} mails");
}

#[tokio::test]
async fn the_confirming_link_works_once_and_for_fourteen_days() {
    let app = TestApp::new().await;
    file(&app, json!({})).await.data();
    let token = app.link_token(EMAIL, "/mitmachen/bestaetigen/").await.unwrap();
    confirm(&app, &token).await.data();
    assert_eq!(confirm(&app, &token).await.code(), "LINK_INVALID");

    file(&app, json!({})).await.data();
    let late = app.link_token(EMAIL, "/mitmachen/bestaetigen/").await.unwrap();
    app.clock.advance(TimeDelta::days(14));
    for token in [late.as_str(), "", "x", &"0".repeat(64)] {
        assert_eq!(confirm(&app, token).await.code(), "LINK_INVALID");
    }
}

#[tokio::test]
async fn a_link_for_one_thing_does_not_open_another() {
    let app = TestApp::new().await;
    file(&app, json!({})).await.data();
    let token = app.link_token(EMAIL, "/mitmachen/bestaetigen/").await.unwrap();
    let seen = app.send("", "ApplicationFollow", json!({ "token": token })).await;
    assert_eq!(seen.code(), "LINK_INVALID");
    assert_eq!(seen.body["data"], Value::Null);
}
