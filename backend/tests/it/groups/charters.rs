//! `charterRevise`: versions are added, never changed.

use sea_orm::{ConnectionTrait as _, Statement};
use serde_json::{Value, json};

use super::{Scene, step};

fn revision(group: &Value, note: &str) -> Value {
    json!({
        "id": group["id"], "version": group["version"],
        "charter": { "goal": { "de": "Auch Kurse am Morgen.", "en": "" }, "note": note },
    })
}

#[tokio::test]
async fn a_revised_charter_stands_beside_the_earlier_one() {
    let scene = Scene::new().await;
    let group = scene.active("AG Sprache", "OPEN").await;
    let revised = scene.done(&scene.chair, "CharterRevise", revision(&group, "Nachfrage am Morgen.")).await;
    assert_eq!(revised["charter"]["number"], 2);
    assert_eq!(revised["charter"]["goal"]["de"], "Auch Kurse am Morgen.");
    let history = scene.app.send(&scene.chair, "GroupHistory", json!({ "id": group["id"] })).await;
    let charters = &history.data()["group"]["charters"];
    assert_eq!(charters[1]["goal"]["en"], "More evening courses.");
    assert_eq!(charters[0]["person"]["givenName"], "clara");
    assert_eq!(history.data()["group"]["events"][0]["kind"], "CHARTER_REVISED");
    assert_eq!(history.data()["group"]["events"][0]["text"], "Nachfrage am Morgen.");
}

#[tokio::test]
async fn a_revision_says_why_is_not_stale_and_comes_from_those_who_manage() {
    let scene = Scene::new().await;
    let group = scene.active("AG Sprache", "OPEN").await;
    let member = scene.member(&group, "mona").await;
    let send = async |token: &str, input: Value| scene.act(token, "CharterRevise", input).await;
    assert_eq!(send(&scene.chair, revision(&group, "")).await.fields(), ["note: REQUIRED"]);
    assert_eq!(send("", revision(&group, "x")).await.code(), "UNAUTHENTICATED");
    assert_eq!(send(&member, revision(&group, "x")).await.code(), "FORBIDDEN");
    assert_eq!(send(&scene.steering, revision(&group, "x")).await.code(), "FORBIDDEN");
    let (one, other) =
        tokio::join!(send(&scene.chair, revision(&group, "a")), send(&scene.chair, revision(&group, "b")));
    let mut codes = [one.code(), other.code()];
    codes.sort_unstable();
    assert_eq!(codes, ["", "CONFLICT"]);
    let now = scene.seen(&scene.chair, &group).await.data()["group"].clone();
    let over = scene.done(&scene.steering, "GroupConclude", step(&now)).await;
    assert_eq!(send(&scene.chair, revision(&over, "x")).await.code(), "STATE_FORBIDS");
}

#[tokio::test]
async fn the_database_itself_changes_no_version() {
    let scene = Scene::new().await;
    scene.proposed("AG Sprache", "OPEN").await;
    let db = scene.app.app.db().raw_writer();
    for sql in ["UPDATE group_charters SET goal_de = 'anders'", "DELETE FROM group_charters"] {
        let done = db.execute_raw(Statement::from_string(db.get_database_backend(), sql)).await;
        assert!(done.unwrap_err().to_string().contains("insert-only"), "{sql}");
    }
}
