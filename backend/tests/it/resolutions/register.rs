//! `resolutions`, `resolution`, the export, and who sees what.

use serde_json::json;

use super::{decision, recorded, register, seen};
use crate::tasks::Scene;

async fn internal(scene: &Scene, title: &str) -> serde_json::Value {
    let mut input = decision(scene, title);
    input["text"]["internal"] = json!(true);
    scene.done(&scene.chair, "ResolutionRecord", input).await["resolution"].clone()
}

#[tokio::test]
async fn the_network_sees_what_is_not_internal() {
    let scene = Scene::new().await;
    let open = recorded(&scene, "Offen").await;
    let hidden = internal(&scene, "Intern").await;
    assert_eq!(register(&scene, &scene.mona, json!({})).await, ["Intern", "Offen"]);
    for who in [&scene.guest, &scene.outsider] {
        assert_eq!(register(&scene, who, json!({})).await, ["Offen"], "{}", who.email);
        let reply = scene.app.send(&who.token, "ResolutionPage", json!({ "id": hidden["id"] })).await;
        assert_eq!(reply.code(), "NOT_FOUND");
        assert_eq!(seen(&scene, who, &open["id"]).await["title"], "Offen");
    }
    assert_eq!(
        scene.app.send("", "ResolutionPage", json!({ "id": open["id"] })).await.code(),
        "UNAUTHENTICATED"
    );
    assert_eq!(
        scene.app.send("", "ResolutionsPage", json!({ "filter": {} })).await.code(),
        "UNAUTHENTICATED"
    );
    let coordinator = scene.app.coordinator().await;
    let reply = scene.app.send(&coordinator, "ResolutionsPage", json!({ "filter": {} })).await;
    assert_eq!(reply.data()["resolutions"]["totalCount"], 2);
}

#[tokio::test]
async fn it_is_found_by_number_text_status_and_day() {
    let scene = Scene::new().await;
    recorded(&scene, "Straßenfest für Zugezogene").await;
    let mut no = decision(&scene, "Fachtag");
    (no["yes"], no["no"], no["decidedOn"]) = (json!(0), json!(7), json!("2026-01-15"));
    scene.done(&scene.chair, "ResolutionRecord", no).await;
    for (filter, expected) in [
        (json!({ "text": "AG-2026/001" }), vec!["Straßenfest für Zugezogene"]),
        (json!({ "text": "strassenfest" }), vec!["Straßenfest für Zugezogene"]),
        (json!({ "text": "beschließt fachtag" }), vec!["Fachtag"]),
        (json!({ "text": "100 %" }), vec![]),
        (json!({ "status": "REJECTED" }), vec!["Fachtag"]),
        (json!({ "life": "IN_FORCE" }), vec!["Straßenfest für Zugezogene"]),
        (json!({ "from": "2026-02-01" }), vec!["Straßenfest für Zugezogene"]),
        (json!({ "until": "2026-02-01" }), vec!["Fachtag"]),
        (json!({ "groupId": scene.group }), vec!["Straßenfest für Zugezogene", "Fachtag"]),
    ] {
        assert_eq!(register(&scene, &scene.mona, filter.clone()).await, expected, "{filter}");
    }
}

#[tokio::test]
async fn a_page_follows_the_other() {
    let scene = Scene::new().await;
    for number in 0..5 {
        recorded(&scene, &format!("Nummer {number}")).await;
    }
    let mut found = Vec::new();
    let mut after = serde_json::Value::Null;
    loop {
        let variables = json!({ "filter": {}, "first": 2, "after": after });
        let reply = scene.app.send(&scene.mona.token, "ResolutionsPage", variables).await;
        let page = &reply.data()["resolutions"];
        found.extend(page["edges"].as_array().unwrap().iter().map(|edge| edge["node"]["title"].to_string()));
        if page["pageInfo"]["hasNextPage"] == false {
            break;
        }
        after = page["pageInfo"]["endCursor"].clone();
    }
    assert_eq!(found.len(), 5);
    let reply =
        scene.app.send(&scene.mona.token, "ResolutionsPage", json!({ "filter": {}, "after": "x" })).await;
    assert_eq!(reply.fields(), ["after: INVALID_VALUE"]);
}

#[tokio::test]
async fn the_register_takes_the_same_statements_however_long_it_is() {
    let scene = Scene::new().await;
    let mut counts = Vec::new();
    for more in [1, 9, 20] {
        for number in 0..more {
            recorded(&scene, &format!("Nummer {number}")).await;
        }
        counts.push(scene.app.statements_of(register(&scene, &scene.karl, json!({}))).await.0);
    }
    assert!(counts.iter().all(|count| *count == counts[0]), "{counts:?}");
}

#[tokio::test]
async fn it_can_be_taken_along_as_it_is_filtered() {
    let scene = Scene::new().await;
    recorded(&scene, "Sprachkurse").await;
    internal(&scene, "=1+1").await;
    let rows = scene.app.download(&scene.mona.token, "/export/resolutions.csv?lang=de").await.rows();
    assert_eq!(rows.len(), 3);
    assert_eq!((rows[2][0].as_str(), rows[2][3].as_str()), ("AG-2026/001", "Sprachkurse"));
    assert_eq!(rows[1][3], "'=1+1");
    let rows =
        scene.app.download(&scene.outsider.token, "/export/resolutions.csv?q=sprachkurse").await.rows();
    assert_eq!(rows.len(), 2);
    assert_eq!(scene.app.download("", "/export/resolutions.csv").await.status, 401);
}
