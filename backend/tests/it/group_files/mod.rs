//! Files of groups.

mod object_store;
mod rights;
mod uploading;

use poem::{Request, http::Method};
use serde_json::{Value, json};

use crate::{
    support::Reply,
    tasks::{Scene, Somebody},
};

/// A file that is a PDF by its first bytes.
const PDF: &[u8] = b"%PDF-1.7\nEin Protokoll";

/// Uploads into the scene's group; `more` is what else the address says.
async fn upload(scene: &Scene, who: &Somebody, name: &str, more: &str, content: &[u8]) -> Reply {
    let path = format!("/api/group-files?group={}&name={name}{more}", scene.group);
    let request = Request::builder().method(Method::POST).uri(path.parse().unwrap());
    let request = if who.token.is_empty() {
        request
    } else {
        request.header("authorization", format!("Bearer {}", who.token))
    };
    scene.app.call(request.body(content.to_vec())).await
}

/// Uploads what must be taken, and gives the file as its group's page shows it.
async fn uploaded(scene: &Scene, who: &Somebody, name: &str) -> Value {
    // What happens one after the other is kept in that order.
    scene.app.clock.advance(chrono::TimeDelta::seconds(1));
    let reply = upload(scene, who, name, "", PDF).await;
    assert_eq!(reply.status, 200, "{:?}", reply.body);
    let page = page(scene, who).await;
    let found = page["edges"].as_array().unwrap().iter().find(|edge| edge["node"]["id"] == reply.body["id"]);
    found.expect("what was uploaded is in the list")["node"].clone()
}

/// The files as somebody sees them.
async fn page(scene: &Scene, who: &Somebody) -> Value {
    let variables = json!({ "groupId": scene.group, "first": 100 });
    scene.app.send(&who.token, "GroupFilesPage", variables).await.data()["groupFiles"].clone()
}
