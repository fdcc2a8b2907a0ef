//! `resolutionRecord`, `resolutionSettle`, `resolutionSupersede`, and the wording that never changes.

use serde_json::{Value, json};

use super::{decision, recorded, register, seen};
use crate::tasks::Scene;

#[tokio::test]
async fn what_was_decided_is_recorded_with_its_number() {
    let scene = Scene::new().await;
    let input = decision(&scene, "Sprachkurse");
    scene.is_refused("ResolutionRecord", &input).await;
    assert_eq!(scene.act(&scene.mona, "ResolutionRecord", input.clone()).await.code(), "FORBIDDEN");
    let first = recorded(&scene, "Sprachkurse").await;
    assert_eq!((&first["label"], &first["status"]), (&json!("AG-2026/001"), &json!("ADOPTED")));
    let row = seen(&scene, &scene.mona, &first["id"]).await;
    assert_eq!(row["wordingHtml"], "<p>Die AG beschließt: <strong>Sprachkurse</strong>.</p>\n");
    assert_eq!(row["votes"], json!({ "yes": 6, "no": 1, "abstain": 1, "present": 9, "roll": 12 }));
    assert_eq!(
        (&row["life"], &row["link"], &row["previousSha256"]),
        (&json!("IN_FORCE"), &json!(1), &json!(""))
    );
    let second = recorded(&scene, "Zweiter").await;
    let next = seen(&scene, &scene.mona, &second["id"]).await;
    assert_eq!((&next["previousSha256"], &next["label"]), (&row["sha256"], &json!("AG-2026/002")));
}

#[tokio::test]
async fn without_its_majority_it_is_rejected_and_numbered_all_the_same() {
    let scene = Scene::new().await;
    let mut input = decision(&scene, "Nein");
    input["yes"] = json!(1);
    input["no"] = json!(6);
    let row = scene.done(&scene.chair, "ResolutionRecord", input).await["resolution"].clone();
    assert_eq!((&row["status"], &row["label"]), (&json!("REJECTED"), &json!("AG-2026/001")));
    let seen = seen(&scene, &scene.chair, &row["id"]).await;
    assert_eq!((&seen["life"], &seen["viewerCan"]["settle"]), (&Value::Null, &json!([])));
}

#[tokio::test]
async fn what_does_not_add_up_is_refused() {
    let scene = Scene::new().await;
    for (field, value, expected) in [
        ("yes", json!(8), "present: VOTES_TOO_MANY"),
        ("roll", json!(8), "roll: VOTES_TOO_MANY"),
        ("no", json!(-1), "no: INVALID_VALUE"),
        ("decidedOn", json!("2026-03-03"), "decidedOn: DATE_OUT_OF_RANGE"),
        ("moverId", json!(scene.outsider.id), "moverId: UNKNOWN_REFERENCE"),
        ("moverId", json!("x"), "moverId: UNKNOWN_REFERENCE"),
        (
            "majority",
            json!({ "base": "CAST", "num": 3, "den": 2, "strict": false }),
            "majority: INVALID_VALUE",
        ),
        (
            "majority",
            json!({ "base": "CAST", "num": 1, "den": 0, "strict": false }),
            "majority: INVALID_VALUE",
        ),
        ("text", json!({ "title": "", "wording": "x" }), "title: REQUIRED"),
        ("text", json!({ "title": "T", "wording": "x".repeat(20_001) }), "wording: TOO_LONG"),
    ] {
        let mut input = decision(&scene, "Falsch");
        input[field] = value;
        assert_eq!(scene.act(&scene.chair, "ResolutionRecord", input).await.fields(), [expected]);
    }
    assert!(register(&scene, &scene.chair, json!({})).await.is_empty());
    scene.is_over(&scene.chair, "ResolutionRecord", decision(&scene, "Zu spät")).await;
}

#[tokio::test]
async fn it_is_implemented_or_revoked_with_a_reason() {
    let scene = Scene::new().await;
    let row = recorded(&scene, "Sprachkurse").await;
    let input = |life: &str, version: i64| json!({ "id": row["id"], "version": version, "life": life, "reason": "Erledigt." });
    scene.is_refused("ResolutionSettle", &input("IMPLEMENTED", 1)).await;
    assert_eq!(
        scene.act(&scene.chair, "ResolutionSettle", input("SUPERSEDED", 1)).await.fields(),
        ["life: INVALID_VALUE"]
    );
    let mut silent = input("IMPLEMENTED", 1);
    silent["reason"] = json!(" ");
    assert_eq!(scene.act(&scene.chair, "ResolutionSettle", silent).await.fields(), ["reason: REQUIRED"]);
    scene.done(&scene.chair, "ResolutionSettle", input("IMPLEMENTED", 1)).await;
    assert_eq!(scene.act(&scene.chair, "ResolutionSettle", input("REVOKED", 1)).await.code(), "CONFLICT");
    scene.done(&scene.chair, "ResolutionSettle", input("REVOKED", 2)).await;
    assert_eq!(
        scene.act(&scene.chair, "ResolutionSettle", input("EXPIRED", 3)).await.code(),
        "STATE_FORBIDS"
    );
    let now = seen(&scene, &scene.mona, &row["id"]).await;
    assert_eq!(
        (&now["life"], &now["lifeReason"], &now["lifeOn"]),
        (&json!("REVOKED"), &json!("Erledigt."), &json!("2026-03-02"))
    );
}

#[tokio::test]
async fn a_correction_is_a_resolution_of_its_own() {
    let scene = Scene::new().await;
    let old = recorded(&scene, "Sprachkurse").await;
    let input = json!({
        "id": old["id"], "version": 1, "reason": "Schreibfehler.",
        "text": { "title": "Sprachkurse", "wording": "Richtig.", "internal": true },
    });
    scene.is_refused("ResolutionSupersede", &input).await;
    let new = scene.done(&scene.chair, "ResolutionSupersede", input.clone()).await["resolution"].clone();
    assert_eq!(new["label"], "AG-2026/002");
    let (was, is) =
        (seen(&scene, &scene.mona, &old["id"]).await, seen(&scene, &scene.mona, &new["id"]).await);
    assert_eq!((&was["life"], &was["supersededBy"]["label"]), (&json!("SUPERSEDED"), &json!("AG-2026/002")));
    assert_eq!(was["wording"], "Die AG beschließt: **Sprachkurse**.");
    assert_eq!(
        (&is["supersedes"]["label"], &is["votes"], &is["internal"]),
        (&json!("AG-2026/001"), &was["votes"], &json!(false))
    );
    assert_eq!(scene.act(&scene.chair, "ResolutionSupersede", input).await.code(), "CONFLICT");
}

#[tokio::test]
async fn the_database_refuses_to_change_a_wording() {
    let scene = Scene::new().await;
    recorded(&scene, "Sprachkurse").await;
    for sql in [
        "UPDATE resolution_wordings SET wording = 'anders' WHERE link = $1",
        "DELETE FROM resolution_wordings WHERE link = $1",
    ] {
        let refused = scene.app.try_execute(sql, vec![1.into()]).await;
        assert!(refused.unwrap_err().contains("insert-only"), "{sql}");
    }
}

#[tokio::test]
async fn a_changed_chain_is_seen() {
    let scene = Scene::new().await;
    for title in ["eins", "zwei", "drei"] {
        recorded(&scene, title).await;
    }
    let chain = async || {
        let variables = json!({ "groupId": scene.group });
        let reply = scene.app.send(&scene.mona.token, "GroupResolutionsPage", variables).await;
        reply.data()["groupResolutions"]["chain"].clone()
    };
    let whole = chain().await;
    assert_eq!((&whole["length"], &whole["broken"]), (&json!(3), &Value::Null));
    // Somebody with the database in their hands takes the guard away first.
    for sql in [
        "DROP TRIGGER resolution_wordings_no_update",
        "DROP TRIGGER resolution_wordings_stay ON resolution_wordings",
    ] {
        let _ = scene.app.try_execute(sql, vec![]).await;
    }
    let sql = "UPDATE resolution_wordings SET content = replace(content, 'zwei', 'drei') WHERE link = $1";
    scene.app.execute(sql, vec![2.into()]).await;
    assert_eq!(chain().await["broken"], 2);
    scene
        .app
        .execute(
            "UPDATE resolution_wordings SET content = replace(content, 'drei', 'zwei') WHERE link = $1",
            vec![2.into()],
        )
        .await;
    assert_eq!(chain().await["broken"], Value::Null);
    // What stands beside the chain is compared with it.
    scene.app.execute("UPDATE resolutions SET yes = 2 WHERE number = $1", vec![3.into()]).await;
    assert_eq!(chain().await["broken"], 3);
}
