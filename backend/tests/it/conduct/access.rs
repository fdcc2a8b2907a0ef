//! Who sees how a meeting is held, and that reading takes no more statements for more people.

use serde_json::{Value, json};
use verbund_shared::groups::GroupRole;

use super::{Room, with};
use crate::tasks::Somebody;

#[tokio::test]
async fn those_inside_see_it_and_others_do_not_know_it() {
    let room = Room::quorate().await;
    let visitor = Somebody { token: String::new(), id: String::new(), email: String::new() };
    assert_eq!(room.ask(&visitor).await.code(), "UNAUTHENTICATED");
    assert_eq!(room.ask(&room.scene.outsider).await.code(), "NOT_FOUND");
    for who in [&room.scene.mona, &room.scene.guest] {
        let seen = room.seen_by(who).await;
        assert_eq!(seen["viewerCan"], json!({ "open": false, "close": false, "conduct": false }));
        assert_eq!(seen["quorum"]["present"], 2);
    }
    let mut other = room;
    other.meeting = "meeting_00000000000000000000000000000001".to_owned();
    assert_eq!(other.ask(&other.scene.chair).await.code(), "NOT_FOUND");
    other.meeting = "x".to_owned();
    assert_eq!(other.ask(&other.scene.chair).await.code(), "NOT_FOUND");
}

#[tokio::test]
async fn guests_see_nothing_of_internal_items() {
    let room = Room::quorate().await;
    room.begin(2).await;
    let open = room.vote(2).await;
    assert_eq!(room.seen_by(&room.scene.mona).await["currentItemId"], json!(room.items[2]));
    let guest = room.seen_by(&room.scene.guest).await;
    assert_eq!((&guest["currentItemId"], &guest["votes"]), (&Value::Null, &json!([])));
    let counted = with(&open, json!({ "yes": 2, "no": 0, "abstain": 0 }));
    let closed = room.done(&room.scene.chair, "voteClose", counted).await;
    // Its resolution is internal as its item is.
    let variables = json!({ "id": closed["resolution"]["id"] });
    let token = room.token(&room.scene.guest).await;
    assert_eq!(room.app().send(&token, "ResolutionPage", variables.clone()).await.code(), "NOT_FOUND");
    let token = room.token(&room.scene.mona).await;
    let reply = room.app().send(&token, "ResolutionPage", variables).await;
    assert_eq!(reply.data()["resolution"]["internal"], true);
    room.begin(0).await;
    assert_eq!(room.seen_by(&room.scene.guest).await["currentItemId"], json!(room.items[0]));
}

#[tokio::test]
async fn the_attendance_takes_the_same_statements_for_one_as_for_many() {
    let room = Room::new().await;
    let few = room.app().statements_of(room.ask(&room.scene.chair)).await.0;
    for number in 0..12 {
        let organisation = room.app().member(&format!("Verein {number}")).await;
        room.joins(&format!("n{number}"), Some(organisation), GroupRole::Member).await;
    }
    let input = json!({ "id": room.meeting, "version": 1 });
    room.done(&room.scene.chair, "meetingOpen", input).await;
    let (many, reply) = room.app().statements_of(room.ask(&room.scene.chair)).await;
    assert_eq!(reply.data()["meetingConduct"]["attendances"].as_array().unwrap().len(), 16);
    assert!(many <= few + 3, "{few} statements for none, {many} for 16");
}

#[tokio::test]
async fn ones_own_data_hold_ones_attendance_and_leaving_the_network_takes_the_notes_away() {
    let room = Room::opened().await;
    let karl = &room.scene.karl;
    let away = room.with_entry(karl, json!({ "away": "EXCUSED", "note": "Krank." })).await;
    room.done(&room.scene.chair, "attendanceAway", away).await;
    let token = room.token(karl).await;
    let reply = room.app().send(&token, "OwnDataExport", json!({})).await;
    let text = reply.data()["ownDataExport"]["json"].as_str().unwrap();
    let data: Value = serde_json::from_str(text).unwrap();
    let own = &data["attendances"][0];
    assert_eq!(
        (&own["title"], &own["away"], &own["note"]),
        (&json!("Sitzung"), &json!("excused"), &json!("Krank."))
    );
    let coordinator = room.app().coordinator().await;
    let delete = json!({ "input": { "personId": karl.id } });
    room.app().send(&coordinator, "PersonDelete", delete).await.data();
    let entry = room.entry(karl).await;
    assert_eq!(
        (&entry["state"], &entry["note"], &entry["name"]),
        (&json!("EXCUSED"), &json!(""), &json!(""))
    );
}
