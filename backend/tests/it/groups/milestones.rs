//! `milestoneAdd`, `milestoneUpdate`, `milestoneMove`, `milestoneClose`.

use serde_json::{Value, json};

use super::{Scene, step};

fn add(group: &Value, due: &str, owner: &Value) -> Value {
    json!({ "groupId": group["id"], "text": "Umfrage in den Betrieben", "due": due, "ownerId": owner })
}

fn move_to(milestone: &Value, due: &str, reason: &str) -> Value {
    json!({ "id": milestone["id"], "version": milestone["version"], "due": due, "reason": reason })
}

fn close(milestone: &Value, outcome: &str, reason: &str) -> Value {
    json!({ "id": milestone["id"], "version": milestone["version"], "outcome": outcome, "reason": reason })
}

async fn codes_are(scene: &Scene, operation: &str, input: &Value, expected: &[(&str, &str)]) {
    for (token, code) in expected {
        let reply = scene.act(token, operation, input.clone()).await;
        assert_eq!(reply.code(), *code, "{operation}");
    }
}

#[tokio::test]
async fn a_milestone_is_added_within_the_period_for_somebody_of_the_group() {
    let scene = Scene::new().await;
    let group = scene.active("AG Sprache", "OPEN").await;
    let (mona, karl) = (scene.member(&group, "mona").await, scene.colleague("karl").await);
    let owner = scene.place(&group, "mona").await["person"]["id"].clone();
    let right = add(&group, "2026-06-01", &owner);
    codes_are(
        &scene,
        "MilestoneAdd",
        &right,
        &[
            ("", "UNAUTHENTICATED"),
            (&karl, "FORBIDDEN"),
            (&mona, "FORBIDDEN"),
            (&scene.steering, "FORBIDDEN"),
        ],
    )
    .await;
    for (input, expected) in [
        (add(&group, "2027-01-01", &owner), "due: OUTSIDE_PERIOD"),
        (
            add(&group, "2026-06-01", &json!("person_00000000000000000000000000000001")),
            "ownerId: UNKNOWN_REFERENCE",
        ),
        (json!({ "groupId": group["id"], "text": " ", "due": "2026-06-01" }), "text: REQUIRED"),
    ] {
        assert_eq!(scene.act(&scene.chair, "MilestoneAdd", input).await.fields(), [expected]);
    }
    let with = scene.done(&scene.chair, "MilestoneAdd", right).await;
    let milestone = &with["milestones"][0];
    assert_eq!((&milestone["state"], &milestone["overdue"]), (&json!("OPEN"), &json!(false)));
    assert_eq!(milestone["owner"]["givenName"], "mona");
    let own = scene.seen(&mona, &group).await.data()["group"]["milestones"][0]["viewerCan"].clone();
    assert_eq!(own, json!({ "edit": false, "settle": true }));
    let over = scene.done(&scene.steering, "GroupConclude", step(&with)).await;
    let late = scene.act(&scene.chair, "MilestoneAdd", add(&over, "2026-06-01", &json!(null))).await;
    assert_eq!(late.code(), "STATE_FORBIDS");
}

#[tokio::test]
async fn text_and_owner_change_but_not_on_a_stale_version() {
    let scene = Scene::new().await;
    let group = scene.active("AG Sprache", "OPEN").await;
    let mona = scene.member(&group, "mona").await;
    let with = scene.done(&scene.chair, "MilestoneAdd", add(&group, "2026-06-01", &json!(null))).await;
    let milestone = &with["milestones"][0];
    let change = |text: &str| json!({ "id": milestone["id"], "version": milestone["version"], "text": text });
    codes_are(
        &scene,
        "MilestoneUpdate",
        &change("Neu"),
        &[("", "UNAUTHENTICATED"), (&mona, "FORBIDDEN"), (&scene.colleague("karl").await, "NOT_FOUND")],
    )
    .await;
    assert_eq!(scene.act(&scene.chair, "MilestoneUpdate", change("")).await.fields(), ["text: REQUIRED"]);
    let (one, other) = tokio::join!(
        scene.act(&scene.chair, "MilestoneUpdate", change("Eins")),
        scene.act(&scene.chair, "MilestoneUpdate", change("Zwei")),
    );
    let mut codes = [one.code(), other.code()];
    codes.sort_unstable();
    assert_eq!(codes, ["", "CONFLICT"]);
}

#[tokio::test]
async fn moving_needs_a_reason_and_is_kept_in_the_history() {
    let scene = Scene::new().await;
    let group = scene.active("AG Sprache", "OPEN").await;
    let mona = scene.member(&group, "mona").await;
    let karl = scene.member(&group, "karl").await;
    let owner = scene.place(&group, "mona").await["person"]["id"].clone();
    let with = scene.done(&scene.chair, "MilestoneAdd", add(&group, "2026-06-01", &owner)).await;
    let milestone = &with["milestones"][0];
    let right = move_to(milestone, "2026-08-01", "Ferien");
    codes_are(&scene, "MilestoneMove", &right, &[("", "UNAUTHENTICATED"), (&karl, "FORBIDDEN")]).await;
    for (input, expected) in [
        (move_to(milestone, "2026-08-01", ""), "reason: REQUIRED"),
        (move_to(milestone, "2027-08-01", "x"), "due: OUTSIDE_PERIOD"),
        (move_to(milestone, "2026-06-01", "x"), "due: INVALID_VALUE"),
    ] {
        assert_eq!(scene.act(&mona, "MilestoneMove", input).await.fields(), [expected]);
    }
    let moved = scene.done(&mona, "MilestoneMove", right.clone()).await;
    let after = &moved["milestones"][0];
    assert_eq!((&after["due"], &after["firstDue"]), (&json!("2026-08-01"), &json!("2026-06-01")));
    assert_eq!(after["reason"], "Ferien");
    assert_eq!(scene.act(&mona, "MilestoneMove", right).await.code(), "CONFLICT");
    let history = scene.app.send(&mona, "GroupHistory", json!({ "id": group["id"] })).await;
    let event = &history.data()["group"]["events"][0];
    assert_eq!((&event["kind"], &event["milestoneId"]), (&json!("MILESTONE_MOVED"), &milestone["id"]));
}

#[tokio::test]
async fn closing_needs_a_reason_and_is_done_once() {
    let scene = Scene::new().await;
    let group = scene.active("AG Sprache", "OPEN").await;
    let mona = scene.member(&group, "mona").await;
    let with = scene.done(&scene.chair, "MilestoneAdd", add(&group, "2026-06-01", &json!(null))).await;
    let milestone = &with["milestones"][0];
    let right = close(milestone, "DONE", "Alle haben geantwortet.");
    codes_are(&scene, "MilestoneClose", &right, &[("", "UNAUTHENTICATED"), (&mona, "FORBIDDEN")]).await;
    let wordless = scene.act(&scene.chair, "MilestoneClose", close(milestone, "DROPPED", " ")).await;
    assert_eq!(wordless.fields(), ["reason: REQUIRED"]);
    let open = scene.act(&scene.chair, "MilestoneClose", close(milestone, "OPEN", "x")).await;
    assert_eq!(open.fields(), ["outcome: INVALID_VALUE"]);
    let (one, other) = tokio::join!(
        scene.act(&scene.chair, "MilestoneClose", right.clone()),
        scene.act(&scene.chair, "MilestoneClose", right),
    );
    let mut codes = [one.code(), other.code()];
    codes.sort_unstable();
    assert_eq!(codes, ["", "CONFLICT"]);
    let closed = scene.seen(&scene.chair, &group).await.data()["group"]["milestones"][0].clone();
    assert_eq!((&closed["state"], &closed["closedOn"]), (&json!("DONE"), &json!("2026-03-02")));
    let again = scene.act(&scene.chair, "MilestoneClose", close(&closed, "DROPPED", "x")).await;
    assert_eq!(again.code(), "STATE_FORBIDS");
}
