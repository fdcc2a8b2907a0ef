//! `group`, `groups`, `myGroups`: who sees what.

use serde_json::{Value, json};
use verbund_shared::terms::TermKind;

use super::{Scene, proposal, step};
use crate::support::Reply;

async fn list(scene: &Scene, token: &str, variables: Value) -> Reply {
    let mut all = json!({ "filter": {} });
    for (name, value) in variables.as_object().unwrap() {
        all[name] = value.clone();
    }
    scene.app.send(token, "GroupsPage", all).await
}

fn names(reply: &Reply) -> Vec<String> {
    let edges = reply.data()["groups"]["edges"].as_array().unwrap();
    edges.iter().map(|edge| edge["node"]["shortName"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn members_of_the_network_see_what_a_group_is_and_those_inside_the_rest() {
    let scene = Scene::new().await;
    let group = scene.active("AG Sprache", "OPEN").await;
    let karl = scene.colleague("karl").await;
    let seen = scene.seen(&karl, &group).await.data()["group"].clone();
    assert_eq!(seen["charter"]["goal"]["de"], "Mehr Sprachkurse am Abend.");
    assert_eq!(seen["chairs"][0]["person"]["givenName"], "clara");
    assert_eq!(seen["organisations"][0]["name"], "Bildungswerk");
    for hidden in ["places", "milestones", "pendingChange", "myPlace"] {
        assert_eq!(seen[hidden], json!(null), "{hidden}");
    }
    assert_eq!(seen["viewerCan"]["join"], true);
    let history = scene.app.send(&karl, "GroupHistory", json!({ "id": group["id"] })).await;
    assert_eq!(history.data()["group"]["events"], json!(null));
    assert_eq!(history.data()["group"]["charters"], json!(null));

    let inside = scene.member(&group, "mona").await;
    for token in [&inside, &scene.chair, &scene.steering] {
        let seen = scene.seen(token, &group).await.data()["group"].clone();
        assert_eq!(seen["places"].as_array().unwrap().len(), 2);
    }
    assert_eq!(scene.seen("", &group).await.code(), "UNAUTHENTICATED");
    let (_, plain) = scene.app.person("plain@network.example").await;
    assert_eq!(scene.seen(&plain, &group).await.code(), "NOT_FOUND");
}

#[tokio::test]
async fn what_is_proposed_is_seen_by_those_inside_and_those_who_decide() {
    let scene = Scene::new().await;
    let group = scene.proposed("AG Neu", "OPEN").await;
    let karl = scene.colleague("karl").await;
    assert_eq!(scene.seen(&karl, &group).await.code(), "NOT_FOUND");
    for (token, count) in [(&karl, 0), (&scene.chair, 1), (&scene.steering, 1)] {
        let reply = list(&scene, token, json!({})).await;
        assert_eq!(reply.data()["groups"]["totalCount"], count);
    }
    assert_eq!(list(&scene, "", json!({})).await.code(), "UNAUTHENTICATED");
    let (_, plain) = scene.app.person("plain@network.example").await;
    assert_eq!(list(&scene, &plain, json!({})).await.code(), "FORBIDDEN");
}

#[tokio::test]
async fn the_list_is_filtered_and_continues_after_a_cursor() {
    let scene = Scene::new().await;
    let topic = scene.app.term(TermKind::Topic, "language").await.to_string();
    let mut input = proposal("Ähre", "OPEN");
    input["text"]["topics"] = json!([topic]);
    let first = scene.done(&scene.chair, "GroupPropose", input).await;
    scene.done(&scene.steering, "GroupCharter", step(&first)).await;
    scene.active("Apfel", "INVITATION").await;
    scene.active("Birne", "OPEN").await;
    for (filter, found) in [
        (json!({}), vec!["Ähre", "Apfel", "Birne"]),
        (json!({ "states": ["ACTIVE", "DORMANT"] }), vec!["Apfel", "Birne"]),
        (json!({ "joining": "INVITATION" }), vec!["Apfel"]),
        (json!({ "kind": "EDITORIAL" }), vec![]),
        (json!({ "topicId": topic }), vec!["Ähre"]),
        (json!({ "text": "AEHRE" }), vec!["Ähre"]),
    ] {
        let reply = list(&scene, &scene.chair, json!({ "filter": filter })).await;
        assert_eq!(names(&reply), found, "{filter}");
    }
    let page = list(&scene, &scene.chair, json!({ "first": 2 })).await;
    let info = &page.data()["groups"]["pageInfo"];
    assert_eq!(info["hasNextPage"], true);
    let next = list(&scene, &scene.chair, json!({ "first": 2, "after": info["endCursor"] })).await;
    assert_eq!(names(&next), ["Birne"]);
    assert_eq!(list(&scene, &scene.chair, json!({ "after": "x" })).await.fields(), ["after: INVALID_VALUE"]);
}

#[tokio::test]
async fn the_list_takes_the_same_number_of_statements_however_long_it_is() {
    let scene = Scene::new().await;
    let mut counts = Vec::new();
    let mut made = 0;
    for n in [1, 10] {
        while made < n {
            scene.active(&format!("AG {made}"), "OPEN").await;
            made += 1;
        }
        let (statements, reply) =
            scene.app.statements_of(list(&scene, &scene.chair, json!({ "first": 100 }))).await;
        assert_eq!(names(&reply).len(), n);
        counts.push(statements);
    }
    assert_eq!(counts, [counts[0]; 2]);
}

#[tokio::test]
async fn the_own_groups_are_those_one_is_in_or_awaited_in() {
    let scene = Scene::new().await;
    let group = scene.active("AG Sprache", "ON_REQUEST").await;
    let karl = scene.member(&group, "karl").await;
    for (token, state) in [(&karl, "REQUESTED"), (&scene.chair, "ACTIVE")] {
        let mine = scene.app.send(token, "MyGroups", json!({})).await;
        let mine = mine.data()["myGroups"].as_array().unwrap().clone();
        assert_eq!(mine.len(), 1);
        assert_eq!(mine[0]["place"]["state"], state);
        assert_eq!(mine[0]["group"]["shortName"], "AG Sprache");
    }
    assert_eq!(scene.app.send("", "MyGroups", json!({})).await.code(), "UNAUTHENTICATED");
}
