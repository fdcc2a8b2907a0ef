//! Numbers without gaps, whoever records at the same moment.

use std::collections::BTreeSet;

use futures::future::join_all;
use serde_json::json;

use super::{decision, recorded};
use crate::tasks::Scene;

#[tokio::test]
async fn a_hundred_at_once_get_a_hundred_numbers() {
    let scene = Scene::new().await;
    // On PostgreSQL half of them come through another process.
    let other = if scene.app.app.db().is_sqlite() { None } else { Some(scene.app.another_process().await) };
    let requests = (0..100).map(|number| {
        let app = other.as_ref().filter(|_| number % 2 == 0).unwrap_or(&scene.app);
        let input = decision(&scene, &format!("Nummer {number}"));
        app.send(&scene.chair.token, "ResolutionRecord", json!({ "input": input }))
    });
    let replies = join_all(requests).await;
    let labels: BTreeSet<String> = replies
        .iter()
        .map(|reply| reply.data()["resolutionRecord"]["resolution"]["label"].as_str().unwrap().to_owned())
        .collect();
    let expected: BTreeSet<String> = (1..=100).map(|number| format!("AG-2026/{number:03}")).collect();
    assert_eq!(labels, expected);
    let variables = json!({ "groupId": scene.group });
    let reply = scene.app.send(&scene.mona.token, "GroupResolutionsPage", variables).await;
    let chain = &reply.data()["groupResolutions"]["chain"];
    assert_eq!((&chain["length"], &chain["broken"]), (&json!(100), &json!(null)));
}

#[tokio::test]
async fn every_year_begins_anew_and_what_is_refused_takes_no_number() {
    let scene = Scene::new().await;
    recorded(&scene, "Eins").await;
    let mut wrong = decision(&scene, "Falsch");
    wrong["yes"] = json!(99);
    scene.act(&scene.chair, "ResolutionRecord", wrong).await;
    let mut before = decision(&scene, "Früher");
    before["decidedOn"] = json!("2025-11-03");
    let before = scene.done(&scene.chair, "ResolutionRecord", before).await;
    assert_eq!(before["resolution"]["label"], "AG-2025/001");
    assert_eq!(recorded(&scene, "Zwei").await["label"], "AG-2026/002");
}
