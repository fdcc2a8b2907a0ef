//! `taskAssign`, `taskTake`, `taskConfirm`, `taskReturn`.

use serde_json::json;

use super::{Scene, with};

#[tokio::test]
async fn somebody_is_asked_confirms_and_gives_back_with_a_word() {
    let scene = Scene::new().await;
    let task = scene.task("Saal").await;
    let ask = with(&task, json!({ "personId": scene.mona.id, "message": "Magst du?" }));
    scene.is_refused("TaskAssign", &ask).await;
    assert_eq!(scene.act(&scene.karl, "TaskAssign", ask.clone()).await.code(), "FORBIDDEN");
    let asked = scene.done(&scene.chair, "TaskAssign", ask.clone()).await["task"].clone();
    assert_eq!((&asked["assignment"], &asked["assignmentText"]), (&json!("ASKED"), &json!("Magst du?")));
    // Without an organisation it becomes that of whoever does it.
    assert_eq!(asked["organisation"]["name"], "Bildungswerk");
    assert_eq!(scene.app.mails(&scene.mona.email, "task-asked").await, 1);
    assert_eq!(scene.act(&scene.chair, "TaskAssign", ask).await.code(), "CONFLICT");

    let answer = with(&asked, json!({}));
    scene.is_refused("TaskConfirm", &answer).await;
    assert_eq!(scene.act(&scene.chair, "TaskConfirm", answer.clone()).await.code(), "FORBIDDEN");
    let confirmed = scene.done(&scene.mona, "TaskConfirm", answer.clone()).await["task"].clone();
    assert_eq!(confirmed["assignment"], "CONFIRMED");
    assert_eq!(scene.act(&scene.mona, "TaskConfirm", answer).await.code(), "CONFLICT");
    let twice = scene.act(&scene.mona, "TaskConfirm", with(&confirmed, json!({}))).await;
    assert_eq!(twice.code(), "STATE_FORBIDS");

    let back = with(&confirmed, json!({ "reason": "Ich bin im Urlaub." }));
    scene.is_refused("TaskReturn", &back).await;
    let wordless = scene.act(&scene.mona, "TaskReturn", with(&confirmed, json!({ "reason": " " }))).await;
    assert_eq!(wordless.fields(), ["reason: REQUIRED"]);
    let returned = scene.done(&scene.mona, "TaskReturn", back.clone()).await["task"].clone();
    assert_eq!((&returned["assignment"], &returned["responsible"]), (&json!("RETURNED"), &json!(null)));
    assert_eq!(
        (&returned["returnedBy"]["givenName"], &returned["assignmentText"]),
        (&json!("mona"), &json!("Ich bin im Urlaub."))
    );
    assert_eq!(scene.app.mails(&scene.chair.email, "task-returned").await, 1);
    assert_eq!(scene.act(&scene.mona, "TaskReturn", back).await.code(), "FORBIDDEN");
}

#[tokio::test]
async fn only_those_who_work_in_the_group_are_asked() {
    let scene = Scene::new().await;
    let task = scene.task("Saal").await;
    for person in [&scene.guest.id, &scene.outsider.id] {
        let reply = scene.act(&scene.chair, "TaskAssign", with(&task, json!({ "personId": person }))).await;
        assert_eq!(reply.fields(), ["personId: UNKNOWN_REFERENCE"]);
    }
    let long = with(&task, json!({ "personId": scene.mona.id, "message": "x".repeat(1_001) }));
    assert_eq!(scene.act(&scene.chair, "TaskAssign", long).await.fields(), ["message: TOO_LONG"]);
    let own =
        scene.done(&scene.chair, "TaskAssign", with(&task, json!({ "personId": scene.chair.id }))).await;
    assert_eq!(own["task"]["assignment"], "CONFIRMED");
    let nobody = scene.done(&scene.chair, "TaskAssign", with(&own["task"], json!({}))).await;
    assert_eq!(
        (&nobody["task"]["assignment"], &nobody["task"]["responsible"]),
        (&json!("UNASSIGNED"), &json!(null))
    );
    let given_up = with(&nobody["task"], json!({ "reason": "Nicht mehr nötig" }));
    let over = scene.done(&scene.chair, "TaskCancel", given_up).await["task"].clone();
    let late = scene.act(&scene.chair, "TaskAssign", with(&over, json!({ "personId": scene.mona.id }))).await;
    assert_eq!(late.code(), "STATE_FORBIDS");
}

#[tokio::test]
async fn what_nobody_has_is_taken_once() {
    let scene = Scene::new().await;
    let task = scene.task("Saal").await;
    let take = with(&task, json!({}));
    scene.is_refused("TaskTake", &take).await;
    let (one, other) = tokio::join!(
        scene.act(&scene.mona, "TaskTake", take.clone()),
        scene.act(&scene.karl, "TaskTake", take)
    );
    let mut codes = [one.code(), other.code()];
    codes.sort_unstable();
    assert_eq!(codes, ["", "CONFLICT"]);
    let seen = scene.seen(&scene.chair, &task).await;
    assert_eq!(seen["assignment"], "CONFIRMED");
    let late = scene.act(&scene.chair, "TaskTake", with(&seen, json!({}))).await;
    assert_eq!((late.code(), seen["viewerCan"]["take"].as_bool()), ("STATE_FORBIDS", Some(false)));
    // What one took oneself simply has nobody again.
    let owner = if seen["responsible"]["givenName"] == "mona" { &scene.mona } else { &scene.karl };
    let back = scene.done(owner, "TaskReturn", with(&seen, json!({ "reason": "Doch nicht" }))).await;
    assert_eq!(back["task"]["assignment"], "UNASSIGNED");
    assert_eq!(scene.app.mails(&owner.email, "task-returned").await, 0);
    scene.is_over(&scene.mona, "TaskTake", with(&back["task"], json!({}))).await;
}

#[tokio::test]
async fn answers_of_a_group_that_has_ended_come_too_late() {
    let scene = Scene::new().await;
    let task = scene.task_of("Saal", &scene.mona).await;
    scene.is_over(&scene.mona, "TaskConfirm", with(&task, json!({}))).await;
    scene.is_over(&scene.mona, "TaskReturn", with(&task, json!({ "reason": "x" }))).await;
    scene.is_over(&scene.chair, "TaskAssign", with(&task, json!({ "personId": scene.karl.id }))).await;
    let can = scene.seen(&scene.mona, &task).await["viewerCan"].clone();
    assert!(can.as_object().unwrap().values().all(|can| can == false), "{can}");
}
