//! Times of arriving and leaving, and `attendanceCorrect`.

use chrono::{DateTime, TimeDelta};
use serde_json::{Value, json};

use super::{Room, state};

/// A room that was opened at a moment of March 2026, `29T00:30` or the like.
async fn opened_at(moment: &str) -> Room {
    let room = Room::new().await;
    let moment = DateTime::parse_from_rfc3339(&format!("2026-03-{moment}:00Z")).unwrap().to_utc();
    room.app().clock.advance(moment - room.app().clock.now());
    let input = json!({ "id": room.meeting, "version": 1 });
    assert_eq!(room.act(&room.scene.chair, "meetingOpen", input).await.code(), "");
    room
}

fn span(online: bool, from: &str, until: Value) -> Value {
    json!({ "online": online, "from": from, "until": until })
}

#[tokio::test]
async fn one_came_earlier_today_but_not_long_before_the_opening_nor_later_than_now() {
    let room = opened_at("02T09:00").await;
    room.app().clock.advance(TimeDelta::minutes(30));
    for (at, expected) in [
        ("06:59", "at: TIME_OUT_OF_RANGE"),
        ("10:31", "at: TIME_OUT_OF_RANGE"),
        ("bald", "at: INVALID_VALUE"),
        ("", "at: INVALID_VALUE"),
    ] {
        let input = room.with_entry(&room.scene.karl, json!({ "at": at })).await;
        let refused = room.act(&room.scene.chair, "attendanceArrive", input).await;
        assert_eq!(refused.fields(), [expected], "{at}");
    }
    let entry = room.comes(&room.scene.karl, json!({ "at": "09:50" })).await;
    assert_eq!(entry["spans"][0]["fromAt"], "2026-03-02T08:50:00.000000Z");
    let input = room.with_entry(&room.scene.karl, json!({ "at": "09:40" })).await;
    let refused = room.act(&room.scene.chair, "attendanceLeave", input).await;
    assert_eq!(refused.fields(), ["at: DATE_ORDER"]);
    room.goes(&room.scene.karl, json!({ "at": "10:20" })).await;
    let input = room.with_entry(&room.scene.karl, json!({ "at": "10:10" })).await;
    let refused = room.act(&room.scene.chair, "attendanceArrive", input).await;
    assert_eq!(refused.fields(), ["at: OVERLAP"]);
}

#[tokio::test]
async fn times_are_written_anew() {
    let room = opened_at("02T09:00").await;
    room.app().clock.advance(TimeDelta::hours(2));
    let karl = &room.scene.karl;
    let away = room.with_entry(karl, json!({ "away": "ABSENT" })).await;
    room.done(&room.scene.chair, "attendanceAway", away).await;
    let spans = [span(true, "11:00", Value::Null), span(false, "10:00", json!("10:45"))];
    let input = room.with_entry(karl, json!({ "spans": spans })).await;
    room.is_refused("attendanceCorrect", &input).await;
    let entry = room.done(&room.scene.chair, "attendanceCorrect", input.clone()).await;
    assert_eq!(entry["state"], "ONLINE");
    assert_eq!(
        entry["spans"],
        json!([
            { "online": false, "fromAt": "2026-03-02T09:00:00.000000Z", "untilAt": "2026-03-02T09:45:00.000000Z" },
            { "online": true, "fromAt": "2026-03-02T10:00:00.000000Z", "untilAt": null },
        ])
    );
    assert_eq!(room.act(&room.scene.chair, "attendanceCorrect", input).await.code(), "CONFLICT");
    for (spans, expected) in [
        (
            vec![span(false, "10:00", json!("10:30")), span(true, "10:29", json!("10:40"))],
            "spans.1.from: OVERLAP",
        ),
        (
            vec![span(false, "10:00", Value::Null), span(true, "10:29", json!("10:40"))],
            "spans.1.from: OVERLAP",
        ),
        (vec![span(false, "10:30", json!("10:30"))], "spans.0.until: DATE_ORDER"),
        (vec![span(false, "10:00", json!("13:00"))], "spans.0.until: TIME_OUT_OF_RANGE"),
        (vec![span(false, "x", Value::Null)], "spans.0.from: INVALID_VALUE"),
        (vec![span(false, "10:00", Value::Null); 51], "spans: TOO_MANY"),
    ] {
        let input = room.with_entry(karl, json!({ "spans": spans })).await;
        let refused = room.act(&room.scene.chair, "attendanceCorrect", input).await;
        assert_eq!(refused.fields()[0], expected);
    }
    // One span may begin when another ends; nothing at all means that they were not there.
    let spans = [span(false, "10:00", json!("10:30")), span(true, "10:30", json!("10:40"))];
    for (spans, expected) in [(json!(spans), "LEFT"), (json!([]), "UNKNOWN")] {
        let input = room.with_entry(karl, json!({ "spans": spans })).await;
        assert_eq!(room.done(&room.scene.chair, "attendanceCorrect", input).await["state"], expected);
    }
}

#[tokio::test]
async fn after_the_meeting_every_time_has_its_end() {
    let room = opened_at("02T09:00").await;
    room.app().clock.advance(TimeDelta::hours(1));
    room.close().await;
    room.app().clock.advance(TimeDelta::days(1));
    let karl = &room.scene.karl;
    for (spans, expected) in [
        (span(false, "10:00", Value::Null), "spans.0.until: REQUIRED"),
        (span(false, "10:00", json!("11:30")), "spans.0.until: TIME_OUT_OF_RANGE"),
    ] {
        let input = room.with_entry(karl, json!({ "spans": [spans] })).await;
        assert_eq!(room.act(&room.scene.chair, "attendanceCorrect", input).await.fields(), [expected]);
    }
    let input = room.with_entry(karl, json!({ "spans": [span(false, "10:00", json!("11:00"))] })).await;
    let entry = room.done(&room.scene.chair, "attendanceCorrect", input).await;
    assert_eq!(entry["spans"][0]["untilAt"], "2026-03-02T10:00:00.000000Z");
    let line = room.seen().await["quorum"]["line"].clone();
    assert_eq!(line.as_array().unwrap().len(), 2);
}

#[tokio::test]
async fn an_hour_that_summer_time_skips_does_not_exist() {
    // 01:30 in Berlin, on the night on which two o'clock is three o'clock.
    let room = opened_at("29T00:30").await;
    room.app().clock.advance(TimeDelta::hours(2));
    let input = room.with_entry(&room.scene.karl, json!({ "at": "02:30" })).await;
    let refused = room.act(&room.scene.chair, "attendanceArrive", input).await;
    assert_eq!(refused.fields(), ["at: TIME_SKIPPED"]);
    let spans = [span(false, "01:45", json!("02:10"))];
    let input = room.with_entry(&room.scene.karl, json!({ "spans": spans })).await;
    let refused = room.act(&room.scene.chair, "attendanceCorrect", input).await;
    assert_eq!(refused.fields(), ["spans.0.until: TIME_SKIPPED"]);
    let spans = [span(false, "01:45", json!("03:10"))];
    let input = room.with_entry(&room.scene.karl, json!({ "spans": spans })).await;
    let entry = room.done(&room.scene.chair, "attendanceCorrect", input).await;
    assert_eq!(
        (&entry["spans"][0]["fromAt"], &entry["spans"][0]["untilAt"]),
        (&json!("2026-03-29T00:45:00.000000Z"), &json!("2026-03-29T01:10:00.000000Z"))
    );
}

#[tokio::test]
async fn who_leaves_at_the_moment_of_coming_was_not_there() {
    let room = opened_at("02T09:00").await;
    let input = room.with_entry(&room.scene.karl, json!({})).await;
    assert_eq!(room.act(&room.scene.chair, "attendanceArrive", input).await.code(), "");
    let input = room.with_entry(&room.scene.karl, json!({ "online": true })).await;
    let reply = room.act(&room.scene.chair, "attendanceArrive", input).await;
    let entry = &reply.data()["attendanceArrive"]["attendance"];
    assert_eq!((entry["spans"].as_array().unwrap().len(), &entry["state"]), (1, &json!("ONLINE")));
    let input = room.with_entry(&room.scene.karl, json!({})).await;
    let reply = room.act(&room.scene.chair, "attendanceLeave", input).await;
    assert_eq!(reply.data()["attendanceLeave"]["attendance"]["state"], "UNKNOWN");
    let input = room.with_entry(&room.scene.karl, json!({})).await;
    let gone = room.act(&room.scene.chair, "attendanceLeave", input).await;
    assert_eq!(state(&gone), "unknown");
}
