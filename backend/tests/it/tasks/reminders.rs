//! Mails about tasks that are due.

use chrono::TimeDelta;
use serde_json::json;
use verbund::tasks::reminders::remind;

use super::{Scene, with};

#[tokio::test]
async fn one_mail_tells_of_all_tasks_once_before_and_once_after_their_day() {
    let scene = Scene::new().await;
    for (title, due) in [("Saal", "2026-03-05"), ("Essen", "2026-03-04"), ("Später", "2026-06-01")] {
        let mut input = scene.new_task(title);
        input["task"]["due"] = json!(due);
        input["responsibleId"] = json!(scene.mona.id);
        scene.done(&scene.chair, "TaskCreate", input).await;
    }
    let app = &scene.app.app;
    assert_eq!(remind(app).await.unwrap(), 1);
    assert_eq!(remind(app).await.unwrap(), 0);
    let sql = "SELECT body_text FROM outbox WHERE template = 'tasks-due'";
    let text = scene.app.one_text(sql, vec![]).await.unwrap();
    assert!(
        text.contains("4. März 2026: Essen\n") && text.contains(": Saal") && !text.contains("Später"),
        "{text}"
    );
    scene.app.clock.advance(TimeDelta::days(3));
    let other = scene.app.another_process().await;
    let (one, two) = tokio::join!(remind(app), remind(&other.app));
    assert_eq!(one.unwrap() + two.unwrap(), 1);
    assert_eq!(scene.app.mails(&scene.mona.email, "tasks-due").await, 2);
}

#[tokio::test]
async fn nobody_is_reminded_of_what_is_done_or_has_ended() {
    let scene = Scene::new().await;
    let mut input = scene.new_task("Saal");
    input["task"]["due"] = json!("2026-03-03");
    input["responsibleId"] = json!(scene.mona.id);
    let done = scene.done(&scene.chair, "TaskCreate", input.clone()).await["task"].clone();
    scene.done(&scene.mona, "TaskMove", with(&done, json!({ "state": "DONE" }))).await;
    assert_eq!(remind(&scene.app.app).await.unwrap(), 0);
    let task = scene.done(&scene.chair, "TaskCreate", input).await["task"].clone();
    assert_eq!(remind(&scene.app.app).await.unwrap(), 1);
    // Another day is another reminder.
    let later = json!({ "task": { "title": "Saal", "due": "2026-03-04" } });
    scene.done(&scene.chair, "TaskChange", with(&task, later)).await;
    assert_eq!(remind(&scene.app.app).await.unwrap(), 1);
    scene.conclude().await;
    scene.app.clock.advance(TimeDelta::days(9));
    assert_eq!(remind(&scene.app.app).await.unwrap(), 0);
}
