//! `circularOpen`, `circularVote`, `circularWithdraw`, deciding and reminding.

use chrono::TimeDelta;
use serde_json::{Value, json};
use verbund::resolutions::service::{close_due, remind};
use verbund_shared::id::GroupId;

use super::register;
use crate::tasks::{Scene, Somebody};

fn opening(scene: &Scene) -> Value {
    json!({
        "groupId": scene.group,
        "text": { "title": "Neues Logo", "wording": "Wir nehmen **Entwurf B**." },
        "reasons": "Der Druck drängt.",
        "lastDay": "2026-03-09",
    })
}

/// A scene whose group votes by person: chair, two members and no guest.
async fn by_person() -> Scene {
    let scene = Scene::new().await;
    let group: GroupId = scene.group.parse().unwrap();
    let sql = "INSERT INTO procedures (group_id, vote_by, quorum_kind, quorum_num, quorum_den) VALUES ($1, 'person', 'fraction', 1, 2)";
    scene.app.execute(sql, vec![group.0.into()]).await;
    scene
}

async fn opened(scene: &Scene) -> Value {
    scene.done(&scene.chair, "CircularOpen", opening(scene)).await["circular"]["id"].clone()
}

async fn vote(scene: &Scene, who: &Somebody, id: &Value, choice: &str) -> Value {
    let comment = if choice == "OBJECT" { "Das will ich besprechen." } else { "" };
    let input = json!({ "id": id, "choice": choice, "comment": comment });
    scene.done(who, "CircularVote", input).await["circular"].clone()
}

async fn seen(scene: &Scene, who: &Somebody, id: &Value) -> Value {
    scene.app.send(&who.token, "CircularPage", json!({ "id": id })).await.data()["circular"].clone()
}

#[tokio::test]
async fn all_who_have_a_vote_are_told_and_vote_and_it_is_decided_at_once() {
    let scene = by_person().await;
    scene.is_refused("CircularOpen", &opening(&scene)).await;
    assert_eq!(scene.act(&scene.mona, "CircularOpen", opening(&scene)).await.code(), "FORBIDDEN");
    let id = opened(&scene).await;
    for (who, mails) in
        [(&scene.chair, 1), (&scene.mona, 1), (&scene.karl, 1), (&scene.guest, 0), (&scene.outsider, 0)]
    {
        assert_eq!(scene.app.mails(&who.email, "circular-opened").await, mails, "{}", who.email);
    }
    let row = seen(&scene, &scene.mona, &id).await;
    assert_eq!((&row["roll"], &row["quorum"], &row["lastDay"]), (&json!(3), &json!(2), &json!("2026-03-09")));
    vote(&scene, &scene.mona, &id, "YES").await;
    let others = seen(&scene, &scene.karl, &id).await;
    assert_eq!((&others["castCount"], &others["myVote"]["cast"]), (&json!(1), &json!(false)));
    assert!(others["votes"].as_array().unwrap().iter().all(|vote| vote["choice"] == Value::Null));
    // One changes one's mind while votes count.
    vote(&scene, &scene.mona, &id, "NO").await;
    assert_eq!(seen(&scene, &scene.mona, &id).await["myVote"]["choice"], "NO");
    vote(&scene, &scene.karl, &id, "YES").await;
    assert_eq!(vote(&scene, &scene.chair, &id, "YES").await["state"], "ADOPTED");
    let ended = seen(&scene, &scene.karl, &id).await;
    assert_eq!(ended["resolution"]["label"], "AG-2026/001");
    assert_eq!(ended["votes"].as_array().unwrap().iter().filter(|vote| vote["choice"] == "YES").count(), 2);
    assert_eq!(scene.app.mails(&scene.mona.email, "circular-closed").await, 1);
    assert_eq!(register(&scene, &scene.mona, json!({})).await, ["Neues Logo"]);
    let input = json!({ "id": id, "choice": "NO", "comment": "" });
    assert_eq!(scene.act(&scene.mona, "CircularVote", input).await.code(), "STATE_FORBIDS");
}

#[tokio::test]
async fn one_objection_sends_it_to_a_meeting() {
    let scene = by_person().await;
    let id = opened(&scene).await;
    let silent = json!({ "id": id, "choice": "OBJECT", "comment": " " });
    assert_eq!(scene.act(&scene.mona, "CircularVote", silent).await.fields(), ["comment: REQUIRED"]);
    for (who, choice) in [(&scene.mona, "OBJECT"), (&scene.karl, "YES"), (&scene.chair, "YES")] {
        vote(&scene, who, &id, choice).await;
    }
    assert_eq!(seen(&scene, &scene.mona, &id).await["state"], "TO_MEETING");
    assert!(register(&scene, &scene.mona, json!({})).await.is_empty());
    let items = scene
        .app
        .count(
            "SELECT COUNT(*) FROM agenda_items WHERE title = $1 AND state = 'submitted'",
            vec!["Neues Logo".into()],
        )
        .await;
    assert_eq!(items, 1);
}

#[tokio::test]
async fn votes_count_before_the_end_and_not_from_it_on() {
    let scene = by_person().await;
    let id = opened(&scene).await;
    vote(&scene, &scene.mona, &id, "YES").await;
    vote(&scene, &scene.karl, &id, "ABSTAIN").await;
    assert_eq!(close_due(&scene.app.app).await.unwrap(), 0);
    // The end of 9 March in Berlin.
    let end = chrono::DateTime::parse_from_rfc3339("2026-03-09T23:00:00Z").unwrap().to_utc();
    scene.app.clock.advance(end - scene.app.clock.now());
    let chair = scene.app.token_now(&scene.chair.id).await;
    let input = json!({ "input": { "id": id, "choice": "NO", "comment": "" } });
    assert_eq!(scene.app.send(&chair, "CircularVote", input).await.code(), "STATE_FORBIDS");
    // However many processes look, it is decided once.
    let other = scene.app.another_process().await;
    let (one, two) = futures::join!(close_due(&scene.app.app), close_due(&other.app));
    assert_eq!(one.unwrap() + two.unwrap(), 1);
    let row = scene.app.send(&chair, "CircularPage", json!({ "id": id })).await.data()["circular"].clone();
    assert_eq!((&row["state"], &row["resolution"]["label"]), (&json!("ADOPTED"), &json!("AG-2026/001")));
    // Decided on its last day, whenever somebody looked.
    let reply = scene.app.send(&chair, "ResolutionPage", json!({ "id": row["resolution"]["id"] })).await;
    assert_eq!(reply.data()["resolution"]["decidedOn"], "2026-03-09");
}

#[tokio::test]
async fn too_few_votes_send_it_to_a_meeting() {
    let scene = by_person().await;
    let id = opened(&scene).await;
    vote(&scene, &scene.mona, &id, "YES").await;
    scene.app.clock.advance(TimeDelta::days(8));
    assert_eq!(close_due(&scene.app.app).await.unwrap(), 1);
    let chair = scene.app.token_now(&scene.chair.id).await;
    let row = scene.app.send(&chair, "CircularPage", json!({ "id": id })).await.data()["circular"].clone();
    assert_eq!(row["state"], "TO_MEETING");
}

#[tokio::test]
async fn an_organisation_has_one_vote_which_stays_with_whoever_cast_it() {
    let scene = Scene::new().await;
    let id = opened(&scene).await;
    let row = seen(&scene, &scene.mona, &id).await;
    assert_eq!((&row["roll"], row["votes"][0]["voters"].as_array().unwrap().len()), (&json!(1), 3));
    // All three at once: one casts it, the others are told.
    let cast = |who: &Somebody, choice: &str| {
        let input = json!({ "id": id, "choice": choice, "comment": "" });
        let token = who.token.clone();
        let app = &scene.app;
        async move { app.send(&token, "CircularVote", json!({ "input": input })).await }
    };
    let replies = futures::future::join_all([
        cast(&scene.chair, "YES"),
        cast(&scene.mona, "NO"),
        cast(&scene.karl, "ABSTAIN"),
    ])
    .await;
    let refused = replies.iter().filter(|reply| !reply.code().is_empty()).count();
    assert_eq!(refused, 2);
    let ended = seen(&scene, &scene.mona, &id).await;
    assert_eq!(ended["castCount"], 1);
    assert_ne!(ended["state"], "OPEN");
}

#[tokio::test]
async fn only_those_on_the_roll_vote() {
    let scene = by_person().await;
    let id = opened(&scene).await;
    let input = json!({ "id": id, "choice": "YES", "comment": "" });
    let guest = scene.act(&scene.guest, "CircularVote", input.clone()).await;
    assert_eq!(guest.code(), "NOT_FOUND");
    assert_eq!(scene.act(&scene.outsider, "CircularVote", input.clone()).await.code(), "NOT_FOUND");
    let coordinator = scene.app.coordinator().await;
    let reply = scene.app.send(&coordinator, "CircularVote", json!({ "input": input })).await;
    assert_eq!(reply.code(), "FORBIDDEN");
    assert_eq!(scene.app.send("", "CircularVote", json!({ "input": input })).await.code(), "UNAUTHENTICATED");
}

#[tokio::test]
async fn it_is_taken_back_with_a_reason() {
    let scene = by_person().await;
    let id = opened(&scene).await;
    let input = |version: i64, reason: &str| json!({ "id": id, "version": version, "reason": reason });
    assert_eq!(scene.act(&scene.mona, "CircularWithdraw", input(1, "x")).await.code(), "FORBIDDEN");
    assert_eq!(
        scene.act(&scene.chair, "CircularWithdraw", input(1, "")).await.fields(),
        ["reason: REQUIRED"]
    );
    assert_eq!(scene.act(&scene.chair, "CircularWithdraw", input(2, "x")).await.code(), "CONFLICT");
    scene.done(&scene.chair, "CircularWithdraw", input(1, "Entwurf C kommt.")).await;
    let row = seen(&scene, &scene.mona, &id).await;
    assert_eq!((&row["state"], &row["reason"]), (&json!("WITHDRAWN"), &json!("Entwurf C kommt.")));
    assert_eq!(scene.act(&scene.chair, "CircularWithdraw", input(2, "x")).await.code(), "STATE_FORBIDS");
    scene.app.clock.advance(TimeDelta::days(30));
    assert_eq!(close_due(&scene.app.app).await.unwrap(), 0);
}

#[tokio::test]
async fn what_is_wrong_with_an_opening_is_said() {
    let scene = by_person().await;
    for (field, value, expected) in [
        ("lastDay", json!("2026-03-02"), "lastDay: DATE_OUT_OF_RANGE"),
        ("lastDay", json!("2026-06-01"), "lastDay: DATE_OUT_OF_RANGE"),
        ("reasons", json!("x".repeat(20_001)), "reasons: TOO_LONG"),
        ("text", json!({ "title": "T", "wording": " " }), "wording: REQUIRED"),
    ] {
        let mut input = opening(&scene);
        input[field] = value;
        assert_eq!(scene.act(&scene.chair, "CircularOpen", input).await.fields(), [expected]);
    }
    scene.is_over(&scene.chair, "CircularOpen", opening(&scene)).await;
}

#[tokio::test]
async fn those_who_have_not_voted_are_reminded_once_and_find_it_on_their_first_page() {
    let scene = by_person().await;
    let id = opened(&scene).await;
    vote(&scene, &scene.mona, &id, "YES").await;
    let waits = async |who: &Somebody| {
        let reply = scene.app.send(&who.token, "Today", json!({})).await;
        let waiting = reply.data()["today"]["waiting"].as_array().unwrap().clone();
        waiting.into_iter().find(|item| item["kind"] == "CIRCULAR_VOTE")
    };
    assert_eq!(waits(&scene.karl).await.unwrap()["due"], "2026-03-09");
    assert!(waits(&scene.mona).await.is_none());
    assert_eq!(remind(&scene.app.app).await.unwrap(), 0);
    scene.app.clock.advance(TimeDelta::days(6) + TimeDelta::hours(12));
    assert_eq!(remind(&scene.app.app).await.unwrap(), 2);
    assert_eq!(remind(&scene.app.app).await.unwrap(), 0);
    assert_eq!(scene.app.mails(&scene.mona.email, "circular-reminder").await, 0);
    assert_eq!(scene.app.mails(&scene.karl.email, "circular-reminder").await, 1);
}
