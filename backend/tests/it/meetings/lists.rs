//! `meetings`, `groupMeetings`.

use serde_json::{Value, json};

use super::{ask, done, planned, scene, set_state, text, visitor};
use crate::tasks::{Scene, Somebody};

const LIST: &str = "query($filter: MeetingFilterInput!, $first: Int, $after: String) { \
    meetings(filter: $filter, first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } \
    edges { node { title group { id } chair { id } inviteBy myReply viewerCan { edit } } } } }";
const GROUP: &str = "query($id: ID!) { groupMeetings(groupId: $id) { group { id } ahead { title } past { title } \
    pastCount polls { id } proposals { title } viewerCan { plan submit } } }";

async fn page(scene: &Scene, who: &Somebody, variables: Value) -> Value {
    ask(scene, who, LIST, variables).await.data()["meetings"].clone()
}

async fn titles(scene: &Scene, who: &Somebody, filter: Value) -> Vec<String> {
    let found = page(scene, who, json!({ "filter": filter })).await;
    let edges = found["edges"].as_array().unwrap();
    assert_eq!(found["totalCount"], edges.len());
    edges.iter().map(|edge| edge["node"]["title"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn meetings_are_found_by_those_who_see_them() {
    let scene = scene().await;
    for (title, day) in [("Klausur", 20), ("Märzsitzung", 16), ("Rückblick", 3)] {
        planned(&scene, title, day).await;
    }
    let held = planned(&scene, "Alte Sitzung", 2).await;
    set_state(&scene, &held, "closed").await;
    let found = async |filter: Value| titles(&scene, &scene.guest, filter).await;
    assert_eq!(found(json!({})).await, ["Klausur", "Märzsitzung", "Rückblick", "Alte Sitzung"]);
    assert_eq!(found(json!({ "time": "AHEAD" })).await, ["Rückblick", "Märzsitzung", "Klausur"]);
    assert_eq!(found(json!({ "time": "PAST" })).await, ["Alte Sitzung"]);
    assert_eq!(found(json!({ "from": "2026-03-16", "until": "2026-03-16" })).await, ["Märzsitzung"]);
    assert_eq!(found(json!({ "text": "SITZUNG märz" })).await, ["Märzsitzung"]);
    assert_eq!(found(json!({ "groupId": scene.group, "mine": true })).await.len(), 4);
    assert!(found(json!({ "text": "%" })).await.is_empty());
    assert!(titles(&scene, &scene.outsider, json!({})).await.is_empty());
    assert!(titles(&scene, &scene.outsider, json!({ "groupId": scene.group })).await.is_empty());
    let coordinator =
        Somebody { token: scene.app.coordinator().await, id: String::new(), email: String::new() };
    assert_eq!(titles(&scene, &coordinator, json!({})).await.len(), 4);
    assert!(titles(&scene, &coordinator, json!({ "mine": true })).await.is_empty());
    assert_eq!(ask(&scene, &visitor(), LIST, json!({ "filter": {} })).await.code(), "UNAUTHENTICATED");
    // Page by page, in both orders, all come once.
    for time in ["AHEAD", "PAST"] {
        let (mut after, mut all) = (Value::Null, Vec::new());
        loop {
            let found =
                page(&scene, &scene.mona, json!({ "filter": { "time": time }, "first": 1, "after": after }))
                    .await;
            all.extend(found["edges"].as_array().unwrap().clone());
            if found["pageInfo"]["hasNextPage"] == false {
                break;
            }
            after = found["pageInfo"]["endCursor"].clone();
        }
        assert_eq!(all.len(), if time == "AHEAD" { 3 } else { 1 });
    }
}

#[tokio::test]
async fn a_longer_list_takes_no_more_statements() {
    let scene = scene().await;
    let count = async || {
        let asked = page(&scene, &scene.mona, json!({ "filter": {}, "first": 50 }));
        scene.app.statements_of(asked).await.0
    };
    for day in 10..12 {
        planned(&scene, "Sitzung", day).await;
    }
    let few = count().await;
    for day in 12..22 {
        planned(&scene, "Sitzung", day).await;
    }
    assert_eq!(count().await, few);
}

#[tokio::test]
async fn a_groups_page_shows_what_comes_what_was_and_what_waits() {
    let scene = scene().await;
    planned(&scene, "Märzsitzung", 16).await;
    let held = planned(&scene, "Alte Sitzung", 2).await;
    set_state(&scene, &held, "closed").await;
    for (title, internal) in [("Raumfrage", false), ("Personalfrage", true)] {
        let mut input = json!({ "groupId": scene.group, "text": text(title) });
        input["text"]["internal"] = json!(internal);
        done(&scene, &scene.mona, "agendaItemSubmit", input).await;
    }
    let shown = async |who: &Somebody| {
        ask(&scene, who, GROUP, json!({ "id": scene.group })).await.data()["groupMeetings"].clone()
    };
    let mine = shown(&scene.mona).await;
    assert_eq!(mine["ahead"], json!([{ "title": "Märzsitzung" }]));
    assert_eq!((&mine["past"][0]["title"], &mine["pastCount"]), (&json!("Alte Sitzung"), &json!(1)));
    assert_eq!(mine["proposals"].as_array().unwrap().len(), 2);
    assert_eq!(mine["viewerCan"], json!({ "plan": false, "submit": true }));
    let guests = shown(&scene.guest).await;
    assert_eq!(guests["proposals"], json!([{ "title": "Raumfrage" }]));
    assert_eq!(guests["viewerCan"], json!({ "plan": false, "submit": false }));
    for (who, code) in [(&visitor(), "UNAUTHENTICATED"), (&scene.outsider, "NOT_FOUND")] {
        assert_eq!(ask(&scene, who, GROUP, json!({ "id": scene.group })).await.code(), code);
    }
}
