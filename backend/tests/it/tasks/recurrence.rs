//! Tasks that come again when they are done.

use serde_json::{Value, json};

use super::{Scene, with};

async fn monthly(scene: &Scene, due: &str) -> Value {
    let mut input = scene.new_task("Newsletter");
    input["task"]["due"] = json!(due);
    input["task"]["recurrence"] = json!({ "unit": "MONTH", "every": 1 });
    input["responsibleId"] = json!(scene.mona.id);
    input["checklist"] = json!(["Texte sammeln", "Verschicken"]);
    let task = scene.done(&scene.chair, "TaskCreate", input).await["task"].clone();
    scene.done(&scene.mona, "TaskConfirm", with(&task, json!({}))).await["task"].clone()
}

async fn complete(scene: &Scene, task: &Value) -> Value {
    scene.done(&scene.mona, "TaskMove", with(task, json!({ "state": "DONE" }))).await
}

#[tokio::test]
async fn the_next_one_appears_with_all_but_the_ticks() {
    let scene = Scene::new().await;
    let task = monthly(&scene, "2026-03-31").await;
    let tick = json!({ "id": task["checklist"][0]["id"], "version": 1, "done": true });
    scene.done(&scene.mona, "TaskChecklistTick", tick).await;
    let next = complete(&scene, &task).await["successor"].clone();
    assert_eq!((&next["due"], &next["state"]), (&json!("2026-04-30"), &json!("OPEN")));
    assert_eq!(
        (&next["assignment"], &next["responsible"]["givenName"]),
        (&json!("CONFIRMED"), &json!("mona"))
    );
    assert_eq!((&next["checklistTotal"], &next["checklistDone"]), (&json!(2), &json!(0)));
    assert_eq!(next["recurrence"], json!({ "unit": "MONTH", "every": 1 }));
    assert_eq!(next["watching"], true);
    // The thirty-first that was meant comes back.
    let after = complete(&scene, &next).await["successor"].clone();
    assert_eq!(after["due"], "2026-05-31");
}

#[tokio::test]
async fn completing_twice_makes_one_successor() {
    let scene = Scene::new().await;
    let task = monthly(&scene, "2026-03-31").await;
    let done = with(&task, json!({ "state": "DONE" }));
    let (one, other) = tokio::join!(
        scene.act(&scene.mona, "TaskMove", done.clone()),
        scene.act(&scene.chair, "TaskMove", done),
    );
    let mut codes = [one.code(), other.code()];
    codes.sort_unstable();
    assert_eq!(codes, ["", "CONFLICT"]);
    let seen = scene.seen(&scene.mona, &task).await;
    let again = scene.done(&scene.mona, "TaskReopen", with(&seen, json!({}))).await["task"].clone();
    assert_eq!(complete(&scene, &again).await["successor"], json!(null));
    let sql = "SELECT COUNT(*) FROM tasks WHERE predecessor_id IS NOT NULL";
    assert_eq!(scene.app.count(sql, vec![]).await, 1);
}

#[tokio::test]
async fn changing_the_rest_keeps_the_day_that_is_meant() {
    let scene = Scene::new().await;
    let task = monthly(&scene, "2026-03-31").await;
    let april = complete(&scene, &task).await["successor"].clone();
    let text = |due: &str| json!({ "title": "Rundbrief", "due": due, "recurrence": { "unit": "MONTH", "every": 1 } });
    let april =
        scene.done(&scene.chair, "TaskChange", with(&april, json!({ "task": text("2026-04-30") }))).await;
    let may = complete(&scene, &april["task"]).await["successor"].clone();
    assert_eq!((&may["title"], &may["due"]), (&json!("Rundbrief"), &json!("2026-05-31")));
    let may = scene.done(&scene.chair, "TaskChange", with(&may, json!({ "task": text("2026-05-15") }))).await;
    assert_eq!(complete(&scene, &may["task"]).await["successor"]["due"], "2026-06-15");
}

#[tokio::test]
async fn whoever_has_left_the_group_does_not_go_on() {
    let scene = Scene::new().await;
    let task = monthly(&scene, "2026-03-31").await;
    scene.done(&scene.mona, "GroupLeave", json!({ "id": scene.group })).await;
    let done = scene.done(&scene.chair, "TaskMove", with(&task, json!({ "state": "DONE" }))).await;
    assert_eq!(
        (&done["successor"]["responsible"], &done["successor"]["assignment"]),
        (&json!(null), &json!("UNASSIGNED"))
    );
}
