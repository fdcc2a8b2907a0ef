//! `taskCreate`, `taskChange`, `taskWatch`, `taskUnwatch`, `task`, `markdownPreview`.

use serde_json::{Value, json};

use super::{Scene, with};

#[tokio::test]
async fn a_member_makes_a_task_with_all_that_belongs_to_it() {
    let scene = Scene::new().await;
    let input = json!({
        "groupId": scene.group,
        "task": {
            "title": " Saal buchen ", "text": "Bis **200** Personen", "due": "2026-03-31", "priority": "HIGH",
            "organisationId": scene.organisation, "recurrence": { "unit": "MONTH", "every": 1 },
        },
        "responsibleId": scene.karl.id, "message": "Kannst du das?", "checklist": ["Angebote", "Vertrag"],
    });
    scene.is_refused("TaskCreate", &input).await;
    let task = scene.done(&scene.mona, "TaskCreate", input).await["task"].clone();
    assert_eq!((&task["title"], &task["state"]), (&json!("Saal buchen"), &json!("OPEN")));
    assert_eq!(task["textHtml"], "<p>Bis <strong>200</strong> Personen</p>\n");
    assert_eq!((&task["assignment"], &task["responsible"]["givenName"]), (&json!("ASKED"), &json!("karl")));
    assert_eq!(task["organisation"]["name"], "Bildungswerk");
    assert_eq!((&task["checklistTotal"], &task["checklist"][1]["text"]), (&json!(2), &json!("Vertrag")));
    assert_eq!((&task["watching"], &task["watchers"].as_array().unwrap().len()), (&json!(true), &2));
    assert_eq!(scene.app.mails(&scene.karl.email, "task-asked").await, 1);
    let sql = "SELECT COUNT(*) FROM audit_entries WHERE action = 'task_create'";
    assert_eq!(scene.app.count(sql, vec![]).await, 1);
}

#[tokio::test]
async fn what_is_wrong_is_said_at_its_field() {
    let scene = Scene::new().await;
    let input = |task: Value| json!({ "groupId": scene.group, "task": task });
    let unknown = "person_00000000000000000000000000000001";
    let mut asked = input(json!({ "title": "x" }));
    asked["responsibleId"] = json!(unknown);
    let mut guest = input(json!({ "title": "x" }));
    guest["responsibleId"] = json!(scene.guest.id);
    let mut empty = input(json!({ "title": "x" }));
    empty["checklist"] = json!(["a", " "]);
    for (input, expected) in [
        (input(json!({ "title": " " })), "title: REQUIRED"),
        (input(json!({ "title": "x", "text": "a".repeat(20_001) })), "text: TOO_LONG"),
        (input(json!({ "title": "x", "recurrence": { "unit": "DAY", "every": 1 } })), "due: REQUIRED"),
        (
            input(json!({ "title": "x", "due": "2026-03-03", "recurrence": { "unit": "DAY", "every": 0 } })),
            "recurrence.every: INVALID_VALUE",
        ),
        (
            input(json!({ "title": "x", "organisationId": "org_00000000000000000000000000000001" })),
            "organisationId: UNKNOWN_REFERENCE",
        ),
        (
            input(json!({ "title": "x", "milestoneId": "milestone_00000000000000000000000000000001" })),
            "milestoneId: UNKNOWN_REFERENCE",
        ),
        (asked, "responsibleId: UNKNOWN_REFERENCE"),
        (guest, "responsibleId: UNKNOWN_REFERENCE"),
        (empty, "checklist.1: REQUIRED"),
    ] {
        assert_eq!(scene.act(&scene.mona, "TaskCreate", input).await.fields(), [expected]);
    }
    let other = json!({ "groupId": "group_00000000000000000000000000000001", "task": { "title": "x" } });
    assert_eq!(scene.act(&scene.mona, "TaskCreate", other).await.code(), "NOT_FOUND");
    let input = scene.new_task("x");
    scene.is_over(&scene.mona, "TaskCreate", input).await;
}

#[tokio::test]
async fn a_task_comes_from_a_milestone() {
    let scene = Scene::new().await;
    let milestone = json!({ "groupId": scene.group, "text": "Umfrage", "due": "2026-06-01" });
    let reply = scene.act(&scene.chair, "MilestoneAdd", milestone).await;
    let id = reply.data()["milestoneAdd"]["group"]["milestones"][0]["id"].clone();
    let mut input = scene.new_task("Fragen schreiben");
    input["task"]["milestoneId"] = id.clone();
    let task = scene.done(&scene.mona, "TaskCreate", input).await["task"].clone();
    assert_eq!(task["source"]["kind"], "MILESTONE");
    assert_eq!(
        (&task["source"]["milestone"]["id"], &task["source"]["milestone"]["text"]),
        (&id, &json!("Umfrage"))
    );
}

#[tokio::test]
async fn those_with_a_part_in_it_change_a_task_and_two_at_once_lose_nothing() {
    let scene = Scene::new().await;
    let task = scene.task_of("Saal", &scene.mona).await;
    let change = |title: &str| with(&task, json!({ "task": { "title": title, "due": "2026-03-31" } }));
    scene.is_refused("TaskChange", &change("Neu")).await;
    assert_eq!(scene.act(&scene.karl, "TaskChange", change("Neu")).await.code(), "FORBIDDEN");
    assert_eq!(scene.act(&scene.mona, "TaskChange", change("")).await.fields(), ["title: REQUIRED"]);
    let (one, other) = tokio::join!(
        scene.act(&scene.mona, "TaskChange", change("Eins")),
        scene.act(&scene.chair, "TaskChange", change("Zwei")),
    );
    let mut codes = [one.code(), other.code()];
    codes.sort_unstable();
    assert_eq!(codes, ["", "CONFLICT"]);
    let lost = if one.code().is_empty() { other } else { one };
    assert_eq!(lost.body["errors"][0]["extensions"]["params"]["currentVersion"], 2);
    let seen = scene.seen(&scene.guest, &task).await;
    assert_eq!((&seen["version"], &seen["due"]), (&json!(2), &json!("2026-03-31")));
    let done = scene.done(&scene.mona, "TaskMove", with(&seen, json!({ "state": "DONE" }))).await;
    let late = with(&done["task"], json!({ "task": { "title": "x" } }));
    assert_eq!(scene.act(&scene.mona, "TaskChange", late).await.code(), "STATE_FORBIDS");
    let again = scene.task("Noch eine").await;
    scene.is_over(&scene.chair, "TaskChange", with(&again, json!({ "task": { "title": "x" } }))).await;
}

#[tokio::test]
async fn whoever_made_a_task_works_on_it_and_coordinators_do() {
    let scene = Scene::new().await;
    let task = scene.done(&scene.mona, "TaskCreate", scene.new_task("Meine")).await["task"].clone();
    let changed = with(&task, json!({ "task": { "title": "Immer noch meine" } }));
    let task = scene.done(&scene.mona, "TaskChange", changed).await["task"].clone();
    let coordinator = scene.app.coordinator().await;
    let input = with(&task, json!({ "task": { "title": "Vom Büro" } }));
    scene.app.send(&coordinator, "TaskChange", json!({ "input": input })).await.data();
    let steering = scene.app.steering_member().await;
    let seen = scene.app.send(&steering, "TaskPage", json!({ "id": task["id"] })).await;
    assert_eq!(seen.data()["task"]["title"], "Vom Büro");
    assert!(seen.data()["task"]["viewerCan"].as_object().unwrap().values().all(|can| can == false));
    let refused = scene.app.send(&steering, "TaskChange", json!({ "input": input })).await;
    assert_eq!(refused.code(), "FORBIDDEN");
}

#[tokio::test]
async fn everybody_who_sees_a_task_watches_it_or_not() {
    let scene = Scene::new().await;
    let task = scene.task("Saal").await;
    let input = json!({ "id": task["id"] });
    for (operation, watching) in
        [("TaskWatch", true), ("TaskWatch", true), ("TaskUnwatch", false), ("TaskUnwatch", false)]
    {
        assert_eq!(scene.act(&scene.outsider, operation, input.clone()).await.code(), "NOT_FOUND");
        assert_eq!(scene.app.send("", operation, json!({ "input": input })).await.code(), "UNAUTHENTICATED");
        let after = scene.done(&scene.guest, operation, input.clone()).await;
        assert_eq!(after["task"]["watching"], watching, "{operation}");
    }
    let sql = "SELECT COUNT(*) FROM audit_entries WHERE action IN ('task_watch', 'task_unwatch')";
    assert_eq!(scene.app.count(sql, vec![]).await, 2);
}

#[tokio::test]
async fn others_do_not_learn_that_a_task_exists() {
    let scene = Scene::new().await;
    let task = scene.task("Saal").await;
    for (token, code) in [("", "UNAUTHENTICATED"), (scene.outsider.token.as_str(), "NOT_FOUND")] {
        let page = scene.app.send(token, "TaskPage", json!({ "id": task["id"] })).await;
        assert_eq!(page.code(), code);
        let comments = scene.app.send(token, "TaskCommentsPage", json!({ "taskId": task["id"] })).await;
        assert_eq!(comments.code(), code);
    }
}

#[tokio::test]
async fn markdown_is_looked_at_before_it_is_saved() {
    let scene = Scene::new().await;
    let preview = async |token: &str, text: &str| {
        scene.app.send(token, "MarkdownPreview", json!({ "text": text })).await
    };
    let reply = preview(&scene.mona.token, "**Hallo** <script>alert(1)</script>").await;
    let html = reply.data()["markdownPreview"]["html"].as_str().unwrap();
    assert_eq!(html, "<p><strong>Hallo</strong> &lt;script&gt;alert(1)&lt;/script&gt;</p>\n");
    assert_eq!(preview("", "x").await.code(), "UNAUTHENTICATED");
    assert_eq!(preview(&scene.mona.token, &"a".repeat(20_001)).await.fields(), ["text: TOO_LONG"]);
}
