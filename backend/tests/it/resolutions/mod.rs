//! Resolutions and circular resolutions.

mod circulars;
mod numbers;
mod recording;
mod register;

use serde_json::{Value, json};

use crate::tasks::{Scene, Somebody};

/// A decision of the scene's group, with six for it and one against it.
fn decision(scene: &Scene, title: &str) -> Value {
    json!({
        "groupId": scene.group,
        "text": { "title": title, "wording": format!("Die AG beschließt: **{title}**.") },
        "decidedOn": "2026-02-20",
        "yes": 6, "no": 1, "abstain": 1, "present": 9, "roll": 12,
        "majority": { "base": "YES_NO", "num": 1, "den": 2, "strict": true },
    })
}

/// Records a decision as the chair and gives the resolution.
async fn recorded(scene: &Scene, title: &str) -> Value {
    scene.done(&scene.chair, "ResolutionRecord", decision(scene, title)).await["resolution"].clone()
}

/// A resolution as somebody sees it.
async fn seen(scene: &Scene, who: &Somebody, id: &Value) -> Value {
    scene.app.send(&who.token, "ResolutionPage", json!({ "id": id })).await.data()["resolution"].clone()
}

/// The titles of the register as somebody sees them.
async fn register(scene: &Scene, who: &Somebody, filter: Value) -> Vec<String> {
    let variables = json!({ "filter": filter, "first": 100 });
    let reply = scene.app.send(&who.token, "ResolutionsPage", variables).await;
    let edges = reply.data()["resolutions"]["edges"].as_array().unwrap().clone();
    edges.iter().map(|edge| edge["node"]["title"].as_str().unwrap().to_owned()).collect()
}
