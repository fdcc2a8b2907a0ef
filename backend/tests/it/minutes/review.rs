//! `minutesReview`: what is frozen, who is told, and that action lines become tasks.

use chrono::TimeDelta;
use serde_json::json;

use super::Met;

#[tokio::test]
async fn the_text_is_frozen_and_participants_are_told() {
    let met = Met::new().await;
    let mut early = met.now().await;
    early["until"] = json!("2026-03-09");
    assert_eq!(met.forbidden_by(&met.scene.mona, "minutesReview", &early).await, "draft");
    met.done(&met.scene.mona, "minutesSave", met.text(0, 0, "Text")).await;
    let mut input = met.now().await;
    input["until"] = json!("2026-03-09");
    met.is_refused("minutesReview", &input).await;
    for until in ["2026-03-01", "2026-06-01"] {
        input["until"] = json!(until);
        let reply = met.act(&met.scene.mona.token, "minutesReview", &input).await;
        assert_eq!(reply.fields(), ["until: DATE_OUT_OF_RANGE"]);
    }
    let minutes = met.review("2026-03-09").await;
    assert_eq!(
        (&minutes["state"], &minutes["reviewUntil"], &minutes["versions"][0]["state"]),
        (&json!("IN_REVIEW"), &json!("2026-03-09"), &json!("IN_REVIEW"))
    );
    for (who, mails) in [
        (&met.scene.chair, 1),
        (&met.scene.karl, 1),
        (&met.scene.guest, 1),
        (&met.scene.mona, 0),
        (&met.scene.outsider, 0),
    ] {
        assert_eq!(met.scene.app.mails(&who.email, "minutes-review").await, mails, "{}", who.email);
    }
    input["until"] = json!("2026-03-09");
    assert_eq!(met.code(&met.scene.mona, "minutesReview", &input).await, "CONFLICT");
    // Rewritten by nobody; begun anew with another day.
    let again = met.review("2026-03-10").await;
    assert_eq!(
        (&again["reviewUntil"], again["versions"].as_array().unwrap().len()),
        (&json!("2026-03-10"), 2)
    );
    assert_eq!(again["versions"][1]["previousSha256"], again["versions"][0]["sha256"]);
}

#[tokio::test]
async fn a_meeting_that_runs_is_not_reviewed() {
    let met = Met::new().await;
    met.done(&met.scene.mona, "minutesSave", met.text(0, 0, "Text")).await;
    met.sql("UPDATE meetings SET state = 'in_session' WHERE id = $1").await;
    let mut input = met.now().await;
    input["until"] = json!("2026-03-09");
    assert_eq!(met.forbidden_by(&met.scene.mona, "minutesReview", &input).await, "in_session");
}

#[tokio::test]
async fn action_lines_become_tasks_once() {
    let met = Met::new().await;
    let action = json!({
        "text": "Raum buchen", "organisationId": met.scene.organisation.to_string(),
        "personId": met.scene.karl.id, "due": "2026-03-20",
    });
    let input = json!({ "itemId": met.items[0].to_string(), "action": action });
    let line = met.done(&met.scene.mona, "minutesActionAdd", input).await;
    met.reviewed().await;
    met.review("2026-03-10").await;
    let minutes = met.seen(&met.scene.karl).await;
    let task = minutes["entries"][0]["actions"][0]["task"].clone();
    assert_eq!((&task["title"], &task["state"]), (&json!("Raum buchen"), &json!("OPEN")));
    assert_eq!(met.scene.app.mails(&met.scene.karl.email, "task-asked").await, 1);
    let token = met.scene.app.token_now(&met.scene.karl.id).await;
    let seen = met.scene.app.send(&token, "TaskPage", json!({ "id": task["id"] })).await;
    let seen = &seen.data()["task"];
    assert_eq!((&seen["assignment"], &seen["due"]), (&json!("ASKED"), &json!("2026-03-20")));
    // The version keeps how it stood; the task goes on beside it.
    met.scene.app.clock.advance(TimeDelta::minutes(1));
    met.scene
        .app
        .execute("UPDATE tasks SET title = 'Saal buchen' WHERE title = $1", vec!["Raum buchen".into()])
        .await;
    let version = met.version(&met.scene.karl, 2).await;
    let kept = &version["entries"][0]["actions"][0];
    assert_eq!((&kept["text"], &kept["task"]["title"]), (&json!("Raum buchen"), &json!("Saal buchen")));
    assert_eq!((&kept["organisation"], &kept["person"]), (&json!("Bildungswerk"), &json!("karl Test")));
    let remove = json!({ "id": line["id"], "version": 2 });
    assert_eq!(met.forbidden_by(&met.scene.mona, "minutesActionRemove", &remove).await, "in_review");
}
