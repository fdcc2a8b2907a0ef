//! `minutesSave`, `minutesActionAdd`, `minutesActionChange`, `minutesActionRemove`.

use serde_json::{Value, json};

use super::Met;

#[tokio::test]
async fn a_text_is_saved_and_the_first_save_begins_the_minutes() {
    let met = Met::new().await;
    let mut input = met.text(0, 0, "  Wir **sparen**.  ");
    input["internalText"] = json!("Nur für uns.");
    met.is_refused("minutesSave", &input).await;
    let entry = met.done(&met.scene.mona, "minutesSave", input).await;
    assert_eq!(
        (&entry["number"], &entry["version"], &entry["textHtml"], &entry["internalText"]),
        (&json!("1"), &json!(1), &json!("<p>Wir <strong>sparen</strong>.</p>\n"), &json!("Nur für uns."))
    );
    assert_eq!(entry["savedBy"]["givenName"], "mona");
    met.done(&met.scene.chair, "minutesSave", met.text(0, 1, "Wir sparen nicht.")).await;
    let seen = met.seen(&met.scene.mona).await;
    assert_eq!((&seen["state"], &seen["entries"][0]["version"]), (&json!("DRAFT"), &json!(2)));
    assert_eq!(seen["entries"].as_array().unwrap().len(), 3);
    assert_eq!(seen["viewerCan"]["write"], true);
    let sql = "SELECT COUNT(*) FROM audit_entries WHERE action = 'minutes_begin' AND object_id = $1";
    assert_eq!(met.scene.app.count(sql, vec![met.meeting.0.into()]).await, 1);
}

#[tokio::test]
async fn a_stale_save_is_refused_and_loses_nothing() {
    let met = Met::new().await;
    met.done(&met.scene.mona, "minutesSave", met.text(0, 0, "Monas Text")).await;
    for version in [0, 2] {
        let stale = met.text(0, version, "Anderer Text");
        assert_eq!(met.code(&met.scene.chair, "minutesSave", &stale).await, "CONFLICT");
    }
    assert_eq!(met.seen(&met.scene.mona).await["entries"][0]["text"], "Monas Text");
}

#[tokio::test]
async fn of_two_at_once_one_is_kept() {
    let met = Met::new().await;
    for version in [0, 1] {
        let (mona, clara) = (met.text(0, version, "von Mona"), met.text(0, version, "von Clara"));
        let (one, two) = futures::join!(
            met.act(&met.scene.mona.token, "minutesSave", &mona),
            met.act(&met.scene.chair.token, "minutesSave", &clara)
        );
        let mut codes = [one.code(), two.code()];
        codes.sort_unstable();
        assert_eq!(codes, ["", "CONFLICT"]);
        let kept = if one.code().is_empty() { "von Mona" } else { "von Clara" };
        let entry = met.seen(&met.scene.mona).await["entries"][0].clone();
        assert_eq!((&entry["text"], &entry["version"]), (&json!(kept), &json!(version + 1)));
    }
}

#[tokio::test]
async fn a_draft_is_seen_by_those_who_write_it() {
    let met = Met::new().await;
    met.done(&met.scene.mona, "minutesSave", met.text(0, 0, "Noch geheim")).await;
    for who in [&met.scene.karl, &met.scene.guest] {
        let seen = met.seen(who).await;
        assert_eq!(
            (&seen["state"], &seen["entries"], &seen["gaps"]),
            (&json!("DRAFT"), &json!([]), &json!([]))
        );
        assert_eq!(seen["viewerCan"]["write"], false);
    }
}

#[tokio::test]
async fn what_is_too_long_comes_too_early_or_too_late_is_refused() {
    let met = Met::new().await;
    let long = met.text(0, 0, &"x".repeat(50_001));
    let reply = met.act(&met.scene.mona.token, "minutesSave", &long).await;
    assert_eq!(reply.fields(), ["text: TOO_LONG"]);
    let right = met.text(0, 0, "x");
    met.sql("UPDATE meetings SET state = 'planned' WHERE id = $1").await;
    assert_eq!(met.forbidden_by(&met.scene.mona, "minutesSave", &right).await, "planned");
    assert_eq!(met.seen(&met.scene.mona).await["viewerCan"]["write"], false);
    // On its day, and while it is held.
    met.sql("UPDATE meetings SET state = 'invited' WHERE id = $1").await;
    met.done(&met.scene.mona, "minutesSave", right).await;
    met.sql("UPDATE meetings SET state = 'in_session' WHERE id = $1").await;
    met.done(&met.scene.mona, "minutesSave", met.text(0, 1, "y")).await;
    met.sql("UPDATE meetings SET state = 'closed' WHERE id = $1").await;
    met.review("2026-03-09").await;
    let late = met.text(0, 2, "z");
    assert_eq!(met.forbidden_by(&met.scene.mona, "minutesSave", &late).await, "in_review");
    let id: verbund_shared::id::GroupId = met.scene.group.parse().unwrap();
    met.scene.app.execute("UPDATE groups SET state = 'concluded' WHERE id = $1", vec![id.0.into()]).await;
    assert_eq!(met.forbidden_by(&met.scene.mona, "minutesSave", &late).await, "concluded");
}

fn line(met: &Met, text: &str) -> Value {
    json!({ "text": text, "organisationId": met.scene.organisation.to_string(), "personId": met.scene.karl.id, "due": "2026-03-20" })
}

#[tokio::test]
async fn action_lines_are_added_changed_and_removed() {
    let met = Met::new().await;
    let add = |action: Value| json!({ "itemId": met.items[0].to_string(), "action": action });
    met.is_refused("minutesActionAdd", &add(line(&met, "Raum buchen"))).await;
    let first = met.done(&met.scene.mona, "minutesActionAdd", add(line(&met, "Raum buchen"))).await;
    let second = met.done(&met.scene.mona, "minutesActionAdd", add(line(&met, "Essen"))).await;
    let change = json!({ "id": first["id"], "version": 1, "action": line(&met, "Saal buchen") });
    met.is_refused("minutesActionChange", &change).await;
    met.done(&met.scene.mona, "minutesActionChange", change.clone()).await;
    assert_eq!(met.code(&met.scene.mona, "minutesActionChange", &change).await, "CONFLICT");
    let remove = json!({ "id": second["id"], "version": 1 });
    met.is_refused("minutesActionRemove", &remove).await;
    met.done(&met.scene.mona, "minutesActionRemove", remove.clone()).await;
    assert_eq!(met.code(&met.scene.mona, "minutesActionRemove", &remove).await, "NOT_FOUND");
    let actions = met.seen(&met.scene.mona).await["entries"][0]["actions"].clone();
    assert_eq!(actions.as_array().unwrap().len(), 1);
    assert_eq!(
        (&actions[0]["text"], &actions[0]["organisation"]["name"], &actions[0]["person"]["givenName"]),
        (&json!("Saal buchen"), &json!("Bildungswerk"), &json!("karl"))
    );
    assert_eq!(actions[0]["task"], Value::Null);
    for (field, value, expected) in [
        ("text", json!(" "), "text: REQUIRED"),
        ("text", json!("x".repeat(201)), "text: TOO_LONG"),
        ("organisationId", json!("x"), "organisationId: UNKNOWN_REFERENCE"),
        ("personId", json!(met.scene.outsider.id), "personId: UNKNOWN_REFERENCE"),
        ("personId", json!(met.scene.guest.id), "personId: UNKNOWN_REFERENCE"),
        ("due", json!("2026-03-01"), "due: DATE_OUT_OF_RANGE"),
    ] {
        let mut wrong = line(&met, "Falsch");
        wrong[field] = value;
        let reply = met.act(&met.scene.mona.token, "minutesActionAdd", &add(wrong)).await;
        assert_eq!(reply.fields(), [expected]);
    }
}
