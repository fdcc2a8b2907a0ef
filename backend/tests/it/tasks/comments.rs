//! `taskCommentAdd`, `taskCommentChange`, `taskCommentRemove`, `taskComments`.

use serde_json::{Value, json};

use super::{Scene, Somebody, with};

async fn comments(scene: &Scene, who: &Somebody, task: &Value) -> Vec<Value> {
    let variables = json!({ "taskId": task["id"], "first": 100 });
    let reply = scene.app.send(&who.token, "TaskCommentsPage", variables).await;
    let edges = reply.data()["taskComments"]["edges"].as_array().unwrap().clone();
    edges.iter().map(|edge| edge["node"].clone()).collect()
}

#[tokio::test]
async fn a_comment_reaches_those_it_mentions_and_those_who_watch() {
    let scene = Scene::new().await;
    let task = scene.task("Saal").await;
    let input = json!({
        "taskId": task["id"], "body": "@karl Test, schau bitte: **morgen**",
        "mentions": [scene.karl.id, scene.karl.id, scene.mona.id],
    });
    scene.is_refused("TaskCommentAdd", &input).await;
    let added = scene.done(&scene.mona, "TaskCommentAdd", input).await;
    assert_eq!((&added["task"]["commentCount"], &added["task"]["watching"]), (&json!(1), &json!(true)));
    let comment = &added["comment"];
    assert_eq!(comment["bodyHtml"], "<p>@karl Test, schau bitte: <strong>morgen</strong></p>\n");
    assert_eq!(
        (&comment["author"]["givenName"], comment["mentions"].as_array().unwrap().len()),
        (&json!("mona"), 2)
    );
    for (who, mentioned, news) in
        [(&scene.karl, 1, 0), (&scene.mona, 0, 0), (&scene.chair, 0, 1), (&scene.guest, 0, 0)]
    {
        assert_eq!(scene.app.mails(&who.email, "task-mentioned").await, mentioned, "{}", who.email);
        assert_eq!(scene.app.mails(&who.email, "task-news").await, news, "{}", who.email);
    }
}

#[tokio::test]
async fn only_those_who_see_the_task_are_mentioned() {
    let scene = Scene::new().await;
    let task = scene.task("Saal").await;
    let comment =
        |body: &str, mentions: Value| json!({ "taskId": task["id"], "body": body, "mentions": mentions });
    for (input, expected) in [
        (comment(" ", json!([])), "body: REQUIRED"),
        (comment(&"x".repeat(5_001), json!([])), "body: TOO_LONG"),
        (comment("x", json!([scene.outsider.id])), "mentions: UNKNOWN_REFERENCE"),
        (comment("x", json!(["x"])), "mentions: UNKNOWN_REFERENCE"),
    ] {
        assert_eq!(scene.act(&scene.mona, "TaskCommentAdd", input).await.fields(), [expected]);
    }
    scene.done(&scene.mona, "TaskCommentAdd", comment("@gerd", json!([scene.guest.id]))).await;
    assert_eq!(scene.app.mails(&scene.guest.email, "task-mentioned").await, 1);
    scene.is_over(&scene.mona, "TaskCommentAdd", comment("x", json!([]))).await;
}

#[tokio::test]
async fn one_changes_ones_own_comment_and_only_the_new_are_told() {
    let scene = Scene::new().await;
    let task = scene.task("Saal").await;
    let input = json!({ "taskId": task["id"], "body": "Ja", "mentions": [scene.karl.id] });
    let comment = scene.done(&scene.mona, "TaskCommentAdd", input).await["comment"].clone();
    let change = with(&comment, json!({ "body": "Nein", "mentions": [scene.karl.id, scene.chair.id] }));
    scene.is_refused("TaskCommentChange", &change).await;
    for who in [&scene.chair, &scene.karl] {
        assert_eq!(scene.act(who, "TaskCommentChange", change.clone()).await.code(), "FORBIDDEN");
    }
    let empty = with(&comment, json!({ "body": "" }));
    assert_eq!(scene.act(&scene.mona, "TaskCommentChange", empty).await.fields(), ["body: REQUIRED"]);
    let after = scene.done(&scene.mona, "TaskCommentChange", change.clone()).await["comment"].clone();
    assert_eq!((&after["body"], &after["version"]), (&json!("Nein"), &json!(2)));
    assert!(after["editedAt"].is_string());
    assert_eq!(scene.act(&scene.mona, "TaskCommentChange", change).await.code(), "CONFLICT");
    assert_eq!(scene.app.mails(&scene.karl.email, "task-mentioned").await, 1);
    assert_eq!(scene.app.mails(&scene.chair.email, "task-mentioned").await, 1);
    scene.is_over(&scene.mona, "TaskCommentChange", with(&after, json!({ "body": "x" }))).await;
}

#[tokio::test]
async fn a_comment_is_removed_by_its_author_or_those_who_manage() {
    let scene = Scene::new().await;
    let task = scene.task("Saal").await;
    let mut written = Vec::new();
    for body in ["eins", "zwei", "drei"] {
        let input = json!({ "taskId": task["id"], "body": body });
        written.push(scene.done(&scene.mona, "TaskCommentAdd", input).await["comment"].clone());
    }
    let remove = with(&written[0], json!({}));
    scene.is_refused("TaskCommentRemove", &remove).await;
    assert_eq!(scene.act(&scene.karl, "TaskCommentRemove", remove.clone()).await.code(), "FORBIDDEN");
    let stale = json!({ "id": written[0]["id"], "version": 9 });
    assert_eq!(scene.act(&scene.mona, "TaskCommentRemove", stale).await.code(), "CONFLICT");
    scene.done(&scene.mona, "TaskCommentRemove", remove.clone()).await;
    assert_eq!(scene.act(&scene.mona, "TaskCommentRemove", remove).await.code(), "NOT_FOUND");
    scene.done(&scene.chair, "TaskCommentRemove", with(&written[1], json!({}))).await;
    let left = comments(&scene, &scene.guest, &task).await;
    assert_eq!((left.len(), &left[0]["body"]), (1, &json!("drei")));
    assert_eq!(left[0]["viewerCan"], json!({ "edit": false, "remove": false }));
    assert_eq!(
        comments(&scene, &scene.mona, &task).await[0]["viewerCan"],
        json!({ "edit": true, "remove": true })
    );
    scene.is_over(&scene.mona, "TaskCommentRemove", with(&written[2], json!({}))).await;
}

#[tokio::test]
async fn the_list_continues_after_a_cursor_and_takes_the_same_statements() {
    let scene = Scene::new().await;
    let task = scene.task("Saal").await;
    let (mut counts, mut made) = (Vec::new(), 0);
    for n in [1, 10, 100] {
        while made < n {
            let who = if made % 2 == 0 { &scene.mona } else { &scene.karl };
            let input =
                json!({ "taskId": task["id"], "body": format!("{made}"), "mentions": [scene.karl.id] });
            scene.done(who, "TaskCommentAdd", input).await;
            made += 1;
        }
        let variables = json!({ "taskId": task["id"], "first": 100 });
        let request = scene.app.send(&scene.chair.token, "TaskCommentsPage", variables);
        let (statements, reply) = scene.app.statements_of(request).await;
        assert_eq!(reply.data()["taskComments"]["edges"].as_array().unwrap().len(), n);
        counts.push(statements);
    }
    assert_eq!(counts, [counts[0]; 3]);
    let page = |after: Value| json!({ "taskId": task["id"], "first": 60, "after": after });
    let first = scene.app.send(&scene.chair.token, "TaskCommentsPage", page(json!(null))).await;
    let info = first.data()["taskComments"]["pageInfo"].clone();
    assert_eq!(info["hasNextPage"], true);
    let rest = scene.app.send(&scene.chair.token, "TaskCommentsPage", page(info["endCursor"].clone())).await;
    let edges = rest.data()["taskComments"]["edges"].as_array().unwrap().clone();
    assert_eq!((edges.len(), &edges[0]["node"]["body"]), (40, &json!("60")));
}
