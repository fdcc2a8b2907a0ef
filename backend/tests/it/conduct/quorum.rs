//! Whether enough votes are there, over time.

use serde_json::{Value, json};
use verbund_shared::groups::GroupRole;

use super::{Room, group_of};

fn line(seen: &Value) -> Vec<(i64, bool)> {
    let points = seen["quorum"]["line"].as_array().unwrap();
    points
        .iter()
        .map(|point| (point["present"].as_i64().unwrap(), point["reached"].as_bool().unwrap()))
        .collect()
}

#[tokio::test]
async fn the_line_follows_those_who_come_and_go() {
    let room = Room::opened().await;
    assert!(line(&room.seen().await).is_empty());
    room.comes(&room.scene.guest, json!({})).await;
    room.comes(&room.scene.chair, json!({})).await;
    room.comes(&room.scene.mona, json!({ "online": true })).await;
    room.comes(&room.scene.mona, json!({})).await;
    room.comes(&room.scene.karl, json!({})).await;
    room.goes(&room.scene.karl, json!({})).await;
    room.goes(&room.scene.chair, json!({})).await;
    let seen = room.seen().await;
    assert_eq!(line(&seen), [(1, false), (2, true), (3, true), (2, true), (1, false)]);
    let quorum = &seen["quorum"];
    assert_eq!(
        (&quorum["present"], &quorum["needed"], &quorum["roll"], &quorum["reached"]),
        (&json!(1), &json!(2), &json!(3), &json!(false))
    );
    let last = room.entry(&room.scene.chair).await["spans"][0]["untilAt"].clone();
    assert_eq!(quorum["line"][4]["at"], last);
}

#[tokio::test]
async fn an_organisation_has_one_vote_however_many_of_its_people_are_there() {
    let room = Room::new().await;
    let sql = "UPDATE procedures SET vote_by = 'organisation' WHERE group_id = $1";
    room.app().execute(sql, vec![group_of(&room.scene).0.into()]).await;
    let other = room.app().member("Migrationsrat").await;
    let nora = room.joins("nora", Some(other), GroupRole::Member).await;
    // Works in the group for no organisation.
    let frei = room.joins("frei", None, GroupRole::Member).await;
    let input = json!({ "id": room.meeting, "version": 1 });
    room.done(&room.scene.chair, "meetingOpen", input).await;
    for who in [&room.scene.chair, &room.scene.mona, &frei, &nora] {
        room.comes(who, json!({})).await;
    }
    room.goes(&room.scene.chair, json!({})).await;
    room.goes(&nora, json!({})).await;
    let seen = room.seen().await;
    assert_eq!(seen["voteBy"], "ORGANISATION");
    assert_eq!((&seen["quorum"]["roll"], &seen["quorum"]["needed"]), (&json!(3), &json!(2)));
    assert_eq!(line(&seen), [(1, false), (2, true), (3, true), (2, true)]);
}

#[tokio::test]
async fn a_group_without_rules_of_its_own_goes_by_the_usual_ones() {
    let room = Room::new().await;
    let sql = "DELETE FROM procedures WHERE group_id = $1";
    room.app().execute(sql, vec![group_of(&room.scene).0.into()]).await;
    let seen = room.seen().await;
    assert_eq!(
        (&seen["voteBy"], &seen["majority"]),
        (&json!("ORGANISATION"), &json!({ "num": 1, "den": 2 }))
    );
    assert_eq!((&seen["quorum"]["roll"], &seen["quorum"]["needed"]), (&json!(1), &json!(1)));
}
