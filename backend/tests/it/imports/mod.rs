//! Import from CSV files.

mod apply;
mod preview;
mod twice;

use poem::{Request, http::Method};
use serde_json::{Value, json};

use crate::support::{Reply, TestApp};

/// Uploads bytes as a file to be imported.
async fn upload(app: &TestApp, token: &str, content: impl Into<Vec<u8>>) -> Value {
    let request = Request::builder()
        .method(Method::POST)
        .uri("/api/uploads?purpose=import&name=liste.csv".parse().unwrap())
        .header("authorization", format!("Bearer {token}"));
    let reply = app.call(request.body(content.into())).await;
    assert_eq!(reply.status, 200, "{:?}", reply.body);
    reply.body["uploadId"].clone()
}

/// Uploads and previews.
async fn preview(app: &TestApp, token: &str, kind: &str, content: impl Into<Vec<u8>>) -> Reply {
    let upload = upload(app, token, content).await;
    app.send(token, "ImportPreview", json!({ "input": { "kind": kind, "uploadId": upload } })).await
}

/// The id of a preview that succeeded.
fn id_of(reply: &Reply) -> Value {
    reply.data()["importPreview"]["import"]["id"].clone()
}

/// How many rows there are of each outcome, as `NEW 2, ERROR 1`.
fn counts(import: &Value) -> String {
    let counts = import["counts"].as_array().unwrap().iter();
    let counts = counts.map(|count| format!("{} {}", count["outcome"].as_str().unwrap(), count["rows"]));
    counts.collect::<Vec<_>>().join(", ")
}

/// Writes a preview.
async fn apply(app: &TestApp, token: &str, id: &Value) -> Reply {
    app.send(token, "ImportApply", json!({ "input": { "id": id } })).await
}

/// An app with the standard terms and a coordinator.
async fn app() -> (TestApp, String) {
    let app = TestApp::new().await;
    verbund::demo::service::ensure_terms(&app.app).await.unwrap();
    let coordinator = app.coordinator().await;
    (app, coordinator)
}

const ORGANISATIONS: &str = "Schlüssel;Name;Art;Zweck;Landkreise;Themen;Ansprechperson;Kontakt E-Mail;Kontakt öffentlich\n\
    verein_a;Verein A e. V.;Verein;Hilft beim Ankommen.;Halle|Saalekreis;Sprache;Eva Groß;eva@a.example;ja\n\
    kammer_b;Kammer B;Kammer;Vertritt Betriebe.;landesweit;Fachkräfte gewinnen;;;\n";
