//! What waits for people among their tasks, on the page of today, and in the overview of groups.

use serde_json::{Value, json};

use super::{Scene, Somebody, with};

async fn waiting(scene: &Scene, who: &Somebody) -> Vec<Value> {
    let reply = scene.app.send(&who.token, "Today", json!({})).await;
    let items = reply.data()["today"]["waiting"].as_array().unwrap().clone();
    items.into_iter().filter(|item| item["kind"].as_str().unwrap().starts_with("TASK")).collect()
}

#[tokio::test]
async fn a_task_waits_for_its_answer_and_then_for_its_end() {
    let scene = Scene::new().await;
    let mut input = scene.new_task("Saal");
    input["task"]["due"] = json!("2026-03-01");
    input["responsibleId"] = json!(scene.mona.id);
    let task = scene.done(&scene.chair, "TaskCreate", input).await["task"].clone();
    let items = waiting(&scene, &scene.mona).await;
    assert_eq!(items.len(), 1);
    assert_eq!((&items[0]["kind"], &items[0]["name"]["de"]), (&json!("TASK_CONFIRM"), &json!("Saal")));
    assert_eq!((&items[0]["objectId"], &items[0]["version"]), (&task["id"], &json!(1)));
    assert_eq!((&items[0]["groupId"], &items[0]["overdue"]), (&json!(scene.group), &json!(true)));
    let confirmed = scene.done(&scene.mona, "TaskConfirm", with(&task, json!({}))).await["task"].clone();
    let items = waiting(&scene, &scene.mona).await;
    assert_eq!((items.len(), &items[0]["kind"]), (1, &json!("TASK_OVERDUE")));
    scene.done(&scene.mona, "TaskReturn", with(&confirmed, json!({ "reason": "Keine Zeit" }))).await;
    assert_eq!(waiting(&scene, &scene.mona).await.len(), 0);
    let items = waiting(&scene, &scene.chair).await;
    assert_eq!((items.len(), &items[0]["kind"]), (1, &json!("TASK_RETURNED")));
    scene.conclude().await;
    assert_eq!(waiting(&scene, &scene.chair).await.len(), 0);
}

#[tokio::test]
async fn the_overview_counts_what_is_left_to_do() {
    let scene = Scene::new().await;
    scene.task("a").await;
    let (b, c) = (scene.task("b").await, scene.task("c").await);
    scene.done(&scene.chair, "TaskMove", with(&b, json!({ "state": "IN_PROGRESS" }))).await;
    scene.done(&scene.chair, "TaskMove", with(&c, json!({ "state": "DONE" }))).await;
    let steering = scene.app.steering_member().await;
    let reply = scene.app.send(&steering, "GroupOversightPage", json!({ "filter": {} })).await;
    assert_eq!(reply.data()["groupOversight"]["edges"][0]["node"]["openTasks"], 2);
}
