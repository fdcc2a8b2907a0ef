//! `attendanceAdd`, `attendanceArrive`, `attendanceLeave`, `attendanceAway`, `attendanceRemove`.

use futures::future::join_all;
use serde_json::{Value, json};
use verbund_shared::groups::GroupRole;

use super::{Room, codes, state, with};

#[tokio::test]
async fn one_comes_changes_over_and_leaves() {
    let room = Room::opened().await;
    let karl = &room.scene.karl;
    let input = room.with_entry(karl, json!({})).await;
    room.is_refused("attendanceArrive", &input).await;
    let entry = room.done(&room.scene.chair, "attendanceArrive", input.clone()).await;
    assert_eq!((&entry["state"], &entry["version"]), (&json!("PRESENT"), &json!(2)));
    // Twice: the second one is based on what was before.
    assert_eq!(room.act(&room.scene.chair, "attendanceArrive", input).await.code(), "CONFLICT");
    let again = room.act(&room.scene.chair, "attendanceArrive", with(&entry, json!({}))).await;
    assert_eq!((again.code(), state(&again)), ("STATE_FORBIDS", "present"));

    let entry = room.comes(karl, json!({ "online": true })).await;
    assert_eq!(entry["state"], "ONLINE");
    let spans = entry["spans"].as_array().unwrap();
    assert_eq!((&spans[0]["online"], &spans[1]["online"]), (&json!(false), &json!(true)));
    assert_eq!(spans[0]["untilAt"], spans[1]["fromAt"]);

    let input = with(&entry, json!({}));
    room.is_refused("attendanceLeave", &input).await;
    let entry = room.done(&room.scene.chair, "attendanceLeave", input).await;
    assert_eq!((&entry["state"], entry["spans"].as_array().unwrap().len()), (&json!("LEFT"), 2));
    let gone = room.act(&room.scene.chair, "attendanceLeave", with(&entry, json!({}))).await;
    assert_eq!((gone.code(), state(&gone)), ("STATE_FORBIDS", "left"));
    // And back again.
    assert_eq!(room.comes(karl, json!({})).await["spans"].as_array().unwrap().len(), 3);
}

#[tokio::test]
async fn of_two_who_note_the_same_arrival_at_once_one_does() {
    let room = Room::opened().await;
    let input = room.with_entry(&room.scene.karl, json!({})).await;
    let token = room.app().token_now(&room.scene.chair.id).await;
    let both = join_all((0..2).map(|_| room.act_with(&token, "attendanceArrive", input.clone()))).await;
    let mut codes = codes(&both);
    codes.sort_unstable();
    assert_eq!(codes, ["", "CONFLICT"]);
    assert_eq!(room.app().count("SELECT COUNT(*) FROM attendance_spans", vec![]).await, 1);
}

#[tokio::test]
async fn many_arrive_in_the_same_second() {
    let room = Room::opened().await;
    let token = room.app().token_now(&room.scene.chair.id).await;
    let mut inputs = Vec::new();
    for who in [&room.scene.chair, &room.scene.mona, &room.scene.karl, &room.scene.guest] {
        inputs.push(room.with_entry(who, json!({})).await);
    }
    let all =
        join_all(inputs.into_iter().map(|input| room.act_with(&token, "attendanceArrive", input))).await;
    assert_eq!(codes(&all), [""; 4]);
    let quorum = room.seen().await["quorum"].clone();
    assert_eq!((&quorum["present"], &quorum["roll"]), (&json!(3), &json!(3)));
}

#[tokio::test]
async fn who_was_never_there_is_excused_or_absent() {
    let room = Room::opened().await;
    let karl = &room.scene.karl;
    let input = room.with_entry(karl, json!({ "away": "EXCUSED", "note": " Krank. " })).await;
    room.is_refused("attendanceAway", &input).await;
    let entry = room.done(&room.scene.chair, "attendanceAway", input.clone()).await;
    assert_eq!((&entry["state"], &entry["note"]), (&json!("EXCUSED"), &json!("Krank.")));
    assert_eq!(room.act(&room.scene.chair, "attendanceAway", input).await.code(), "CONFLICT");
    // What was said about illness is not for guests.
    let seen = room.seen_by(&room.scene.guest).await;
    assert!(seen["attendances"].as_array().unwrap().iter().all(|entry| entry["note"] == ""));
    let absent = with(&entry, json!({ "away": "ABSENT", "note": "x".repeat(1_001) }));
    assert_eq!(room.act(&room.scene.chair, "attendanceAway", absent).await.fields(), ["note: TOO_LONG"]);
    let unknown = with(&entry, json!({ "away": null }));
    let entry = room.done(&room.scene.chair, "attendanceAway", unknown).await;
    assert_eq!(entry["state"], "UNKNOWN");
    room.done(&room.scene.chair, "attendanceAway", with(&entry, json!({ "away": "ABSENT" }))).await;
    // Comes after all.
    let entry = room.comes(karl, json!({})).await;
    assert_eq!(entry["state"], "PRESENT");
    let late = room.act(&room.scene.chair, "attendanceAway", with(&entry, json!({ "away": "ABSENT" }))).await;
    assert_eq!((late.code(), state(&late)), ("STATE_FORBIDS", "present"));
    assert_eq!(room.goes(karl, json!({})).await["state"], "LEFT");
}

#[tokio::test]
async fn guests_are_added_and_removed() {
    let room = Room::opened().await;
    let organisation = room.app().member("Migrationsrat").await;
    let guest = |name: &str| json!({ "meetingId": room.meeting, "name": name, "organisationId": organisation.to_string() });
    room.is_refused("attendanceAdd", &guest("Frau Gast")).await;
    let entry = room.done(&room.scene.chair, "attendanceAdd", guest(" Frau Gast ")).await;
    assert_eq!(
        (&entry["name"], &entry["role"], &entry["hasVote"], &entry["person"], &entry["organisation"]["name"]),
        (&json!("Frau Gast"), &json!("GUEST"), &json!(false), &Value::Null, &json!("Migrationsrat"))
    );
    for (input, expected) in [
        (json!({ "name": " " }), "name: REQUIRED"),
        (json!({ "name": "x".repeat(201) }), "name: TOO_LONG"),
        (
            json!({ "name": "Wer", "organisationId": "org_00000000000000000000000000000001" }),
            "organisationId: UNKNOWN_REFERENCE",
        ),
        (json!({ "name": "Wer", "organisationId": "x" }), "organisationId: UNKNOWN_REFERENCE"),
        (json!({ "personId": "x" }), "personId: UNKNOWN_REFERENCE"),
        (json!({ "personId": "person_00000000000000000000000000000001" }), "personId: UNKNOWN_REFERENCE"),
        (json!({ "personId": room.scene.mona.id }), "personId: DUPLICATE"),
    ] {
        let mut input = input;
        input["meetingId"] = json!(room.meeting);
        let refused = room.act(&room.scene.chair, "attendanceAdd", input).await;
        assert_eq!(refused.fields(), [expected]);
    }
    let input = with(&entry, json!({}));
    room.is_refused("attendanceRemove", &input).await;
    room.done(&room.scene.chair, "attendanceRemove", input.clone()).await;
    assert_eq!(room.act(&room.scene.chair, "attendanceRemove", input).await.code(), "NOT_FOUND");
    let stays = room.with_entry(&room.scene.karl, json!({})).await;
    assert_eq!(room.act(&room.scene.chair, "attendanceRemove", stays).await.code(), "STATE_FORBIDS");
    let stays = room.with_entry(&room.scene.guest, json!({})).await;
    assert_eq!(room.act(&room.scene.chair, "attendanceRemove", stays).await.code(), "STATE_FORBIDS");
}

#[tokio::test]
async fn people_are_added_as_what_they_are_to_the_group() {
    let room = Room::opened().await;
    let add = |who: &str| json!({ "meetingId": room.meeting, "personId": who });
    let entry = room.done(&room.scene.chair, "attendanceAdd", add(&room.scene.outsider.id)).await;
    assert_eq!((&entry["role"], &entry["name"]), (&json!("GUEST"), &json!("otto Test")));
    // Came into the group while the meeting was held.
    let nora = room.joins("nora", Some(room.scene.organisation), GroupRole::Member).await;
    let entry = room.done(&room.scene.chair, "attendanceAdd", add(&nora.id)).await;
    assert_eq!((&entry["role"], &entry["organisation"]["name"]), (&json!("MEMBER"), &json!("Bildungswerk")));
    assert_eq!(room.seen().await["quorum"]["roll"], 4);
}

#[tokio::test]
async fn before_the_opening_there_is_no_attendance_to_write() {
    let room = Room::new().await;
    let input = json!({ "meetingId": room.meeting, "name": "Zu früh" });
    let early = room.act(&room.scene.chair, "attendanceAdd", input).await;
    assert_eq!((early.code(), state(&early)), ("STATE_FORBIDS", "planned"));
}

#[tokio::test]
async fn after_the_meeting_nobody_comes_but_the_attendance_is_completed() {
    let room = Room::quorate().await;
    room.close().await;
    let karl = &room.scene.karl;
    let input = room.with_entry(karl, json!({})).await;
    for name in ["attendanceArrive", "attendanceLeave"] {
        let late = room.act(&room.scene.chair, name, input.clone()).await;
        assert_eq!((late.code(), state(&late)), ("STATE_FORBIDS", "closed"), "{name}");
    }
    let input = room.with_entry(karl, json!({ "away": "EXCUSED" })).await;
    assert_eq!(room.done(&room.scene.chair, "attendanceAway", input).await["state"], "EXCUSED");
    let input = json!({ "meetingId": room.meeting, "name": "Vergessen" });
    room.done(&room.scene.chair, "attendanceAdd", input).await;
    let meeting: verbund_shared::id::MeetingId = room.meeting.parse().unwrap();
    room.app().execute("UPDATE meetings SET state = 'completed' WHERE id = $1", vec![meeting.0.into()]).await;
    let input = room.with_entry(karl, json!({ "away": "ABSENT" })).await;
    let late = room.act(&room.scene.chair, "attendanceAway", input).await;
    assert_eq!((late.code(), state(&late)), ("STATE_FORBIDS", "completed"));
}
