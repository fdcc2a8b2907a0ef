//! `taskBoard` and `taskColumn`.

use serde_json::{Value, json};

use super::{Scene, with};
use crate::support::Reply;

async fn board(scene: &Scene, token: &str, first: i32, filter: Value) -> Reply {
    let variables = json!({ "groupId": scene.group, "filter": filter, "first": first });
    scene.app.send(token, "TaskBoardPage", variables).await
}

#[tokio::test]
async fn a_board_has_three_columns_with_their_counts() {
    let scene = Scene::new().await;
    for title in ["a", "b", "c"] {
        scene.task_of(title, &scene.mona).await;
    }
    let done = scene.task("d").await;
    scene.done(&scene.chair, "TaskMove", with(&done, json!({ "state": "DONE" }))).await;
    let gone = scene.task("e").await;
    scene.done(&scene.chair, "TaskCancel", with(&gone, json!({ "reason": "x" }))).await;
    let reply = board(&scene, &scene.guest.token, 2, json!({})).await;
    let columns = reply.data()["taskBoard"]["columns"].as_array().unwrap().clone();
    let shown: Vec<_> = columns
        .iter()
        .map(|column| (column["state"].clone(), column["tasks"]["totalCount"].clone()))
        .collect();
    assert_eq!(
        shown,
        [(json!("OPEN"), json!(3)), (json!("IN_PROGRESS"), json!(0)), (json!("DONE"), json!(1))]
    );
    let open = &columns[0]["tasks"];
    assert_eq!(
        (open["edges"].as_array().unwrap().len(), &open["pageInfo"]["hasNextPage"]),
        (2, &json!(true))
    );
    let more = json!({
        "groupId": scene.group, "state": "OPEN", "filter": {}, "first": 2, "after": open["pageInfo"]["endCursor"],
    });
    let rest = scene.app.send(&scene.guest.token, "TaskColumnPage", more).await;
    assert_eq!(rest.data()["taskColumn"]["edges"][0]["node"]["title"], "c");
    let mine = board(&scene, &scene.mona.token, 40, json!({ "mine": true, "text": "B" })).await;
    assert_eq!(mine.data()["taskBoard"]["columns"][0]["tasks"]["totalCount"], 1);
    let gone = json!({ "groupId": scene.group, "state": "CANCELLED", "filter": {} });
    let gone = scene.app.send(&scene.guest.token, "TaskColumnPage", gone).await;
    assert_eq!(gone.data()["taskColumn"]["totalCount"], 1);
}

#[tokio::test]
async fn a_board_is_for_those_who_see_the_inside_of_the_group() {
    let scene = Scene::new().await;
    for (token, code) in [("", "UNAUTHENTICATED"), (scene.outsider.token.as_str(), "NOT_FOUND")] {
        assert_eq!(board(&scene, token, 20, json!({})).await.code(), code);
        let column = json!({ "groupId": scene.group, "state": "OPEN", "filter": {} });
        assert_eq!(scene.app.send(token, "TaskColumnPage", column).await.code(), code);
    }
    assert_eq!(board(&scene, &scene.mona.token, -1, json!({})).await.fields(), ["first: INVALID_VALUE"]);
    let wrong = json!({ "groupId": scene.group, "state": "OPEN", "filter": {}, "after": "x" });
    assert_eq!(
        scene.app.send(&scene.mona.token, "TaskColumnPage", wrong).await.fields(),
        ["after: INVALID_VALUE"]
    );
}

#[tokio::test]
async fn a_board_takes_the_same_number_of_statements_however_full_it_is() {
    let scene = Scene::new().await;
    let (mut counts, mut made) = (Vec::new(), 0);
    for n in [1, 10, 40] {
        while made < n {
            let task = scene.task_of(&format!("{made}"), &scene.mona).await;
            let state = ["OPEN", "IN_PROGRESS", "DONE"][made % 3];
            scene.done(&scene.mona, "TaskMove", with(&task, json!({ "state": state }))).await;
            made += 1;
        }
        let (statements, reply) =
            scene.app.statements_of(board(&scene, &scene.chair.token, 40, json!({}))).await;
        reply.data();
        counts.push(statements);
    }
    assert_eq!(counts, [counts[0]; 3]);
}
