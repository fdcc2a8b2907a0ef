//! What is stored about a person in tasks, and what becomes of it when they leave.

use serde_json::{Value, json};

use super::{Scene, with};

#[tokio::test]
async fn the_own_data_hold_tasks_and_comments() {
    let scene = Scene::new().await;
    let task = scene.task_of("Saal", &scene.mona).await;
    let input = json!({ "taskId": task["id"], "body": "Mache ich." });
    scene.done(&scene.mona, "TaskCommentAdd", input).await;
    let reply = scene.app.send(&scene.mona.token, "OwnDataExport", json!({})).await;
    let text = reply.data()["ownDataExport"]["json"].as_str().unwrap();
    let data: Value = serde_json::from_str(text).unwrap();
    assert_eq!(
        (&data["tasks"][0]["title"], &data["tasks"][0]["responsible"]),
        (&json!("Saal"), &json!(true))
    );
    assert_eq!(data["taskComments"][0]["body"], "Mache ich.");
}

#[tokio::test]
async fn whoever_leaves_the_network_leaves_a_placeholder() {
    let scene = Scene::new().await;
    let (open, done) =
        (scene.task_of("Offen", &scene.mona).await, scene.task_of("Erledigt", &scene.mona).await);
    scene.done(&scene.mona, "TaskMove", with(&done, json!({ "state": "DONE" }))).await;
    let own = json!({ "taskId": open["id"], "body": "Ich fange an." });
    scene.done(&scene.mona, "TaskCommentAdd", own).await;
    let about = json!({ "taskId": open["id"], "body": "Danke, @mona Test!", "mentions": [scene.mona.id] });
    scene.done(&scene.chair, "TaskCommentAdd", about).await;
    let coordinator = scene.app.coordinator().await;
    let delete = json!({ "input": { "personId": scene.mona.id } });
    scene.app.send(&coordinator, "PersonDelete", delete).await.data();

    let open = scene.seen(&scene.chair, &open).await;
    assert_eq!((&open["responsible"], &open["assignment"]), (&json!(null), &json!("UNASSIGNED")));
    assert_eq!(open["watchers"].as_array().unwrap().len(), 1);
    let done = scene.seen(&scene.chair, &done).await;
    assert_eq!(done["responsible"]["givenName"], "");
    let comments =
        scene.app.send(&scene.chair.token, "TaskCommentsPage", json!({ "taskId": open["id"] })).await;
    let edges = comments.data()["taskComments"]["edges"].as_array().unwrap().clone();
    assert_eq!(
        (&edges[0]["node"]["body"], &edges[0]["node"]["author"]["givenName"]),
        (&json!("Ich fange an."), &json!(""))
    );
    assert_eq!(
        (&edges[1]["node"]["body"], &edges[1]["node"]["mentions"]),
        (&json!("Danke, @…!"), &json!([]))
    );
}
