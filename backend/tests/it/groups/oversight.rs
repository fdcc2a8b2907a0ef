//! `groupOversight` and its export.

use poem::{Body, Request, http::Method};
use serde_json::{Value, json};

use super::{Scene, step};
use crate::support::Reply;

async fn oversight(scene: &Scene, token: &str, variables: Value) -> Reply {
    let mut all = json!({ "filter": {}, "first": 100 });
    for (name, value) in variables.as_object().unwrap() {
        all[name] = value.clone();
    }
    scene.app.send(token, "GroupOversightPage", all).await
}

async fn milestone(scene: &Scene, group: &Value, due: &str) {
    let input = json!({ "groupId": group["id"], "text": "Umfrage", "due": due });
    scene.done(&scene.chair, "MilestoneAdd", input).await;
}

#[tokio::test]
async fn the_steering_group_sees_how_each_group_stands() {
    let scene = Scene::new().await;
    let group = scene.active("AG Sprache", "OPEN").await;
    scene.member(&group, "mona").await;
    for due in ["2026-03-01", "2026-03-02", "2026-06-01"] {
        milestone(&scene, &group, due).await;
    }
    scene.proposed("AG Zwei", "OPEN").await;
    let reply = oversight(&scene, &scene.steering, json!({})).await;
    let connection = &reply.data()["groupOversight"];
    assert_eq!(connection["totalCount"], 2);
    let node = &connection["edges"][0]["node"];
    assert_eq!(node["group"]["state"], "ACTIVE");
    assert_eq!(node["chairs"][0]["person"]["givenName"], "clara");
    assert_eq!((&node["members"], &node["organisations"]), (&json!(2), &json!(2)));
    assert_eq!((&node["openMilestones"], &node["overdueMilestones"]), (&json!(3), &json!(1)));
    assert_eq!(node["lastEvent"]["kind"], "ACTIVATED");
    assert_eq!(node["lastEvent"]["person"]["givenName"], "steering");
    assert_eq!(connection["edges"][1]["node"]["lastEvent"]["kind"], "PROPOSED");
    let only = oversight(&scene, &scene.steering, json!({ "filter": { "states": ["PROPOSED"] } })).await;
    assert_eq!(only.data()["groupOversight"]["totalCount"], 1);
}

#[tokio::test]
async fn only_the_steering_group_and_coordinators_see_the_overview() {
    let scene = Scene::new().await;
    assert_eq!(oversight(&scene, "", json!({})).await.code(), "UNAUTHENTICATED");
    assert_eq!(oversight(&scene, &scene.chair, json!({})).await.code(), "FORBIDDEN");
    let coordinator = scene.app.coordinator().await;
    oversight(&scene, &coordinator, json!({})).await.data();
    let page = json!({ "first": 101 });
    assert_eq!(oversight(&scene, &coordinator, page).await.fields(), ["first: INVALID_VALUE"]);
}

#[tokio::test]
async fn the_overview_takes_the_same_number_of_statements_however_long_it_is() {
    let scene = Scene::new().await;
    let mut counts = Vec::new();
    let mut made = 0;
    for n in [1, 10, 100] {
        while made < n {
            let group = scene.proposed(&format!("AG {made}"), "OPEN").await;
            milestone(&scene, &group, "2026-03-01").await;
            made += 1;
        }
        let request = oversight(&scene, &scene.steering, json!({}));
        let (statements, reply) = scene.app.statements_of(request).await;
        assert_eq!(reply.data()["groupOversight"]["edges"].as_array().unwrap().len(), n);
        counts.push(statements);
    }
    // Five to know who asks; the page with its people, milestones, tasks, meetings (last, next) and events; the chairs'
    // organisations; who did what happened last; the total.
    assert_eq!(counts, [15, 15, 15]);
}

async fn export(scene: &Scene, token: &str, query: &str) -> (u16, String) {
    let path = format!("/export/groups.csv?{query}");
    let mut request = Request::builder().method(Method::GET).uri(path.parse().unwrap());
    if !token.is_empty() {
        request = request.header("authorization", format!("Bearer {token}"));
    }
    let response = scene.app.raw(request.finish()).await;
    let status = response.status().as_u16();
    (status, String::from_utf8(Body::into_vec(response.into_body()).await.unwrap()).unwrap())
}

#[tokio::test]
async fn the_overview_is_exported_for_those_who_may_see_it() {
    let scene = Scene::new().await;
    let group = scene.active("=AG", "OPEN").await;
    milestone(&scene, &group, "2026-03-01").await;
    let proposed = scene.proposed("AG Neu", "OPEN").await;
    assert_eq!(export(&scene, "", "").await.0, 401);
    assert_eq!(export(&scene, &scene.chair, "").await.0, 403);
    let (status, text) = export(&scene, &scene.steering, "lang=de").await;
    assert_eq!(status, 200);
    let text = text.strip_prefix('\u{feff}').expect("a byte order mark");
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(text.as_bytes());
    let heads = reader.headers().unwrap().clone();
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), 2);
    let cell = |head: &str| &rows[0][heads.iter().position(|other| other == head).unwrap()];
    assert_eq!((cell("Kurzname"), cell("Stand")), ("'=AG", "aktiv"));
    assert_eq!((cell("Leitung"), cell("Überfällige Meilensteine")), ("clara Test", "1"));
    assert_eq!(cell("Zuletzt"), "2026-03-02 Arbeit aufgenommen");
    assert!(cell("Seite der Gruppe").starts_with("https://network.example/gruppen/group_"));
    let (_, english) = export(&scene, &scene.steering, "lang=en&stand=proposed&q=neu").await;
    assert!(english.contains("Short name") && english.contains("AG Neu") && !english.contains("=AG"));
    scene.done(&scene.steering, "GroupConclude", step(&proposed)).await;
    let (_, none) = export(&scene, &scene.steering, "stand=proposed").await;
    assert_eq!(none.lines().count(), 1);
}
