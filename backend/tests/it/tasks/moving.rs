//! `taskMove`, `taskBlock`, `taskUnblock`, `taskCancel`, `taskReopen`.

use serde_json::{Value, json};

use super::{Scene, Somebody, with};

/// The titles in a column, from the top.
async fn column(scene: &Scene, state: &str) -> Vec<String> {
    let variables = json!({ "groupId": scene.group, "state": state, "filter": {}, "first": 100 });
    let reply = scene.app.send(&scene.guest.token, "TaskColumnPage", variables).await;
    let edges = reply.data()["taskColumn"]["edges"].as_array().unwrap().clone();
    edges.iter().map(|edge| edge["node"]["title"].as_str().unwrap().to_owned()).collect()
}

async fn moved(scene: &Scene, who: &Somebody, task: &Value, state: &str, after: Option<&Value>) -> Value {
    let input = with(task, json!({ "state": state, "afterId": after.map(|task| &task["id"]) }));
    scene.done(who, "TaskMove", input).await["task"].clone()
}

#[tokio::test]
async fn cards_lie_where_they_are_put_and_others_are_not_touched() {
    let scene = Scene::new().await;
    let (a, b, c) = (scene.task("a").await, scene.task("b").await, scene.task("c").await);
    assert_eq!(column(&scene, "OPEN").await, ["a", "b", "c"]);
    let c = moved(&scene, &scene.chair, &c, "OPEN", None).await;
    assert_eq!(column(&scene, "OPEN").await, ["c", "a", "b"]);
    let c = moved(&scene, &scene.chair, &c, "OPEN", Some(&a)).await;
    assert_eq!(column(&scene, "OPEN").await, ["a", "c", "b"]);
    let b = moved(&scene, &scene.chair, &b, "IN_PROGRESS", None).await;
    let c = moved(&scene, &scene.chair, &c, "IN_PROGRESS", Some(&b)).await;
    assert_eq!(column(&scene, "IN_PROGRESS").await, ["b", "c"]);
    // A neighbour that has left the column meanwhile: at the end.
    let a = moved(&scene, &scene.chair, &a, "DONE", Some(&c)).await;
    assert_eq!(column(&scene, "DONE").await, ["a"]);
    assert_eq!((&a["closedOn"], &a["state"]), (&json!("2026-03-02"), &json!("DONE")));
    let a = moved(&scene, &scene.chair, &a, "OPEN", None).await;
    assert_eq!((&a["closedOn"], &a["version"]), (&json!(null), &json!(3)));
    assert_eq!(scene.seen(&scene.chair, &b).await["version"], 2);
}

#[tokio::test]
async fn moving_is_for_those_with_a_part_in_it_and_carries_the_version() {
    let scene = Scene::new().await;
    let task = scene.task_of("Saal", &scene.mona).await;
    let input = with(&task, json!({ "state": "IN_PROGRESS" }));
    scene.is_refused("TaskMove", &input).await;
    assert_eq!(scene.act(&scene.karl, "TaskMove", input.clone()).await.code(), "FORBIDDEN");
    for (input, expected) in [
        (with(&task, json!({ "state": "CANCELLED" })), "state: INVALID_VALUE"),
        (with(&task, json!({ "state": "OPEN", "afterId": task["id"] })), "afterId: UNKNOWN_REFERENCE"),
        (with(&task, json!({ "state": "OPEN", "afterId": "x" })), "afterId: UNKNOWN_REFERENCE"),
    ] {
        assert_eq!(scene.act(&scene.mona, "TaskMove", input).await.fields(), [expected]);
    }
    let after = scene.done(&scene.mona, "TaskMove", input.clone()).await["task"].clone();
    // Beginning is confirming.
    assert_eq!(after["assignment"], "CONFIRMED");
    let stale = scene.act(&scene.mona, "TaskMove", input).await;
    assert_eq!(stale.code(), "CONFLICT");
    assert_eq!(stale.body["errors"][0]["extensions"]["params"]["currentVersion"], 2);
    scene.is_over(&scene.mona, "TaskMove", with(&after, json!({ "state": "DONE" }))).await;
}

#[tokio::test]
async fn two_moves_at_the_same_moment_both_find_their_place() {
    let scene = Scene::new().await;
    let first = scene.task("erste").await;
    for round in 0..3 {
        let (one, other) = (scene.task(&format!("{round}a")).await, scene.task(&format!("{round}b")).await);
        let to = |task: &Value| with(task, json!({ "state": "OPEN", "afterId": first["id"] }));
        let (left, right) = tokio::join!(
            scene.act(&scene.chair, "TaskMove", to(&one)),
            scene.act(&scene.chair, "TaskMove", to(&other)),
        );
        assert_eq!((left.code(), right.code()), ("", ""));
        // The same card twice: one of both comes too late.
        let again = left.data()["taskMove"]["task"].clone();
        let (left, right) = tokio::join!(
            scene.act(&scene.chair, "TaskMove", with(&again, json!({ "state": "IN_PROGRESS" }))),
            scene.act(&scene.chair, "TaskMove", with(&again, json!({ "state": "DONE" }))),
        );
        let mut codes = [left.code(), right.code()];
        codes.sort_unstable();
        assert_eq!(codes, ["", "CONFLICT"]);
    }
    let open = column(&scene, "OPEN").await;
    assert_eq!((open.len(), open[0].as_str()), (4, "erste"));
}

#[tokio::test]
async fn a_blocked_task_says_why_until_it_goes_on_or_ends() {
    let scene = Scene::new().await;
    let task = scene.task_of("Saal", &scene.mona).await;
    let block = with(&task, json!({ "reason": "Wir warten auf das Angebot." }));
    scene.is_refused("TaskBlock", &block).await;
    assert_eq!(scene.act(&scene.karl, "TaskBlock", block.clone()).await.code(), "FORBIDDEN");
    let wordless = scene.act(&scene.mona, "TaskBlock", with(&task, json!({ "reason": "" }))).await;
    assert_eq!(wordless.fields(), ["reason: REQUIRED"]);
    let early = scene.act(&scene.mona, "TaskUnblock", with(&task, json!({}))).await;
    assert_eq!(early.code(), "STATE_FORBIDS");
    let blocked = scene.done(&scene.mona, "TaskBlock", block.clone()).await["task"].clone();
    assert_eq!((&blocked["blocked"], &blocked["blockedReason"]), (&json!(true), &block["reason"]));
    assert_eq!(scene.act(&scene.mona, "TaskBlock", block).await.code(), "CONFLICT");
    let other = with(&blocked, json!({ "reason": "Das Angebot ist zu teuer." }));
    let blocked = scene.done(&scene.mona, "TaskBlock", other).await["task"].clone();
    scene.is_refused("TaskUnblock", &with(&blocked, json!({}))).await;
    let free = scene.done(&scene.mona, "TaskUnblock", with(&blocked, json!({}))).await["task"].clone();
    assert_eq!((&free["blocked"], &free["blockedReason"]), (&json!(false), &json!("")));
    assert_eq!(scene.act(&scene.mona, "TaskUnblock", with(&blocked, json!({}))).await.code(), "CONFLICT");
    let blocked =
        scene.done(&scene.mona, "TaskBlock", with(&free, json!({ "reason": "x" }))).await["task"].clone();
    let done = moved(&scene, &scene.mona, &blocked, "DONE", None).await;
    assert_eq!(done["blocked"], false);
    let late = scene.act(&scene.mona, "TaskBlock", with(&done, json!({ "reason": "x" }))).await;
    assert_eq!(late.code(), "STATE_FORBIDS");
}

#[tokio::test]
async fn a_task_is_given_up_with_a_reason_and_taken_up_again() {
    let scene = Scene::new().await;
    let task = scene.task("Saal").await;
    let cancel = with(&task, json!({ "reason": "Der Tag fällt aus." }));
    scene.is_refused("TaskCancel", &cancel).await;
    assert_eq!(scene.act(&scene.mona, "TaskCancel", cancel.clone()).await.code(), "FORBIDDEN");
    let wordless = scene.act(&scene.chair, "TaskCancel", with(&task, json!({ "reason": "" }))).await;
    assert_eq!(wordless.fields(), ["reason: REQUIRED"]);
    let early = scene.act(&scene.chair, "TaskReopen", with(&task, json!({}))).await;
    assert_eq!(early.code(), "STATE_FORBIDS");
    let over = scene.done(&scene.chair, "TaskCancel", cancel.clone()).await["task"].clone();
    assert_eq!((&over["state"], &over["closedReason"]), (&json!("CANCELLED"), &cancel["reason"]));
    assert_eq!(scene.act(&scene.chair, "TaskCancel", cancel).await.code(), "CONFLICT");
    let twice = scene.act(&scene.chair, "TaskCancel", with(&over, json!({ "reason": "x" }))).await;
    assert_eq!(twice.code(), "STATE_FORBIDS");
    let as_card = scene.act(&scene.chair, "TaskMove", with(&over, json!({ "state": "OPEN" }))).await;
    assert_eq!(as_card.code(), "STATE_FORBIDS");
    let reopen = with(&over, json!({}));
    scene.is_refused("TaskReopen", &reopen).await;
    let again = scene.done(&scene.chair, "TaskReopen", reopen.clone()).await["task"].clone();
    assert_eq!(
        (&again["state"], &again["closedReason"], &again["closedOn"]),
        (&json!("OPEN"), &json!(""), &json!(null))
    );
    assert_eq!(scene.act(&scene.chair, "TaskReopen", reopen).await.code(), "CONFLICT");
    let done = moved(&scene, &scene.chair, &again, "DONE", None).await;
    scene.done(&scene.chair, "TaskReopen", with(&done, json!({}))).await;
    let seen = scene.seen(&scene.chair, &task).await;
    scene.is_over(&scene.chair, "TaskCancel", with(&seen, json!({ "reason": "x" }))).await;
}

#[tokio::test]
async fn those_who_watch_hear_that_it_is_done() {
    let scene = Scene::new().await;
    let task = scene.task_of("Saal", &scene.mona).await;
    scene.done(&scene.guest, "TaskWatch", json!({ "id": task["id"] })).await;
    moved(&scene, &scene.mona, &task, "DONE", None).await;
    for (who, mails) in [(&scene.chair, 1), (&scene.guest, 1), (&scene.mona, 0), (&scene.karl, 0)] {
        assert_eq!(scene.app.mails(&who.email, "task-news").await, mails, "{}", who.email);
    }
}
