//! `taskChecklistAdd`, `taskChecklistChange`, `taskChecklistTick`, `taskChecklistMove`,
//! `taskChecklistRemove`.

use serde_json::{Value, json};

use super::{Scene, with};

async fn with_items(scene: &Scene, items: &[&str]) -> Value {
    let mut input = scene.new_task("Saal");
    input["checklist"] = json!(items);
    input["responsibleId"] = json!(scene.mona.id);
    scene.done(&scene.chair, "TaskCreate", input).await["task"].clone()
}

fn texts(task: &Value) -> Vec<&str> {
    task["checklist"].as_array().unwrap().iter().map(|item| item["text"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn entries_are_added_at_the_end() {
    let scene = Scene::new().await;
    let task = with_items(&scene, &["eins"]).await;
    let add = |text: &str| json!({ "taskId": task["id"], "text": text });
    scene.is_refused("TaskChecklistAdd", &add("x")).await;
    assert_eq!(scene.act(&scene.karl, "TaskChecklistAdd", add("x")).await.code(), "FORBIDDEN");
    assert_eq!(scene.act(&scene.mona, "TaskChecklistAdd", add(" ")).await.fields(), ["text: REQUIRED"]);
    let (one, other) = tokio::join!(
        scene.act(&scene.mona, "TaskChecklistAdd", add("zwei")),
        scene.act(&scene.chair, "TaskChecklistAdd", add("drei")),
    );
    assert_eq!((one.code(), other.code()), ("", ""));
    let seen = scene.seen(&scene.mona, &task).await;
    assert_eq!((texts(&seen).len(), texts(&seen)[0], &seen["version"]), (3, "eins", &json!(1)));
    let full: Vec<&str> = vec!["x"; 100];
    let full = with_items(&scene, &full).await;
    let more = json!({ "taskId": full["id"], "text": "x" });
    assert_eq!(scene.act(&scene.mona, "TaskChecklistAdd", more).await.fields(), ["text: TOO_MANY"]);
    scene.is_over(&scene.mona, "TaskChecklistAdd", add("x")).await;
}

#[tokio::test]
async fn entries_change_with_their_own_version() {
    let scene = Scene::new().await;
    let task = with_items(&scene, &["eins"]).await;
    let item = &task["checklist"][0];
    let change = with(item, json!({ "text": "Eins" }));
    scene.is_refused("TaskChecklistChange", &change).await;
    let empty = scene.act(&scene.mona, "TaskChecklistChange", with(item, json!({ "text": "" }))).await;
    assert_eq!(empty.fields(), ["text: REQUIRED"]);
    let after = scene.done(&scene.mona, "TaskChecklistChange", change.clone()).await["task"].clone();
    assert_eq!((texts(&after), &after["checklist"][0]["version"]), (vec!["Eins"], &json!(2)));
    assert_eq!(scene.act(&scene.mona, "TaskChecklistChange", change).await.code(), "CONFLICT");
    scene
        .is_over(&scene.mona, "TaskChecklistChange", with(&after["checklist"][0], json!({ "text": "x" })))
        .await;
}

#[tokio::test]
async fn an_entry_that_is_ticked_stays_ticked() {
    let scene = Scene::new().await;
    let task = with_items(&scene, &["eins", "zwei"]).await;
    let tick = with(&task["checklist"][0], json!({ "done": true }));
    scene.is_refused("TaskChecklistTick", &tick).await;
    // Two at once, or twice after a lost answer: nobody is told off.
    let (one, other) = tokio::join!(
        scene.act(&scene.mona, "TaskChecklistTick", tick.clone()),
        scene.act(&scene.chair, "TaskChecklistTick", tick.clone()),
    );
    assert_eq!((one.code(), other.code()), ("", ""));
    let seen = scene.seen(&scene.guest, &task).await;
    assert_eq!((&seen["checklistDone"], &seen["checklistTotal"]), (&json!(1), &json!(2)));
    let stale = with(&task["checklist"][0], json!({ "done": false }));
    assert_eq!(scene.act(&scene.mona, "TaskChecklistTick", stale).await.code(), "CONFLICT");
    let untick = with(&seen["checklist"][0], json!({ "done": false }));
    let after = scene.done(&scene.mona, "TaskChecklistTick", untick).await;
    assert_eq!(after["task"]["checklistDone"], 0);
    scene.is_over(&scene.mona, "TaskChecklistTick", tick).await;
}

#[tokio::test]
async fn entries_are_moved() {
    let scene = Scene::new().await;
    let task = with_items(&scene, &["a", "b", "c"]).await;
    let item = |at: usize| task["checklist"][at].clone();
    let top = with(&item(2), json!({ "afterId": null }));
    scene.is_refused("TaskChecklistMove", &top).await;
    let after = scene.done(&scene.mona, "TaskChecklistMove", top.clone()).await["task"].clone();
    assert_eq!(texts(&after), ["c", "a", "b"]);
    assert_eq!(scene.act(&scene.mona, "TaskChecklistMove", top).await.code(), "CONFLICT");
    let below = with(&item(0), json!({ "afterId": item(1)["id"] }));
    let after = scene.done(&scene.mona, "TaskChecklistMove", below).await["task"].clone();
    assert_eq!(texts(&after), ["c", "b", "a"]);
    let other = with_items(&scene, &["x"]).await;
    let elsewhere = with(&item(1), json!({ "afterId": other["checklist"][0]["id"] }));
    let reply = scene.act(&scene.mona, "TaskChecklistMove", elsewhere).await;
    assert_eq!(reply.fields(), ["afterId: UNKNOWN_REFERENCE"]);
    scene.is_over(&scene.mona, "TaskChecklistMove", with(&item(1), json!({}))).await;
}

#[tokio::test]
async fn entries_are_removed() {
    let scene = Scene::new().await;
    let task = with_items(&scene, &["a", "b"]).await;
    let remove = with(&task["checklist"][0], json!({}));
    scene.is_refused("TaskChecklistRemove", &remove).await;
    let stale = json!({ "id": task["checklist"][0]["id"], "version": 7 });
    assert_eq!(scene.act(&scene.mona, "TaskChecklistRemove", stale).await.code(), "CONFLICT");
    let after = scene.done(&scene.mona, "TaskChecklistRemove", remove.clone()).await["task"].clone();
    assert_eq!(texts(&after), ["b"]);
    assert_eq!(scene.act(&scene.mona, "TaskChecklistRemove", remove).await.code(), "NOT_FOUND");
    scene.is_over(&scene.mona, "TaskChecklistRemove", with(&task["checklist"][1], json!({}))).await;
}
