//! `meetingOpen`, `meetingClose`, `agendaItemBegin`, `agendaItemSettle`.

use chrono::TimeDelta;
use futures::future::join_all;
use serde_json::{Value, json};
use verbund::meetings::store::items_of;
use verbund_shared::id::{MeetingId, PersonId};

use super::{Room, codes, group_of, plan, state};

fn titles(seen: &Value) -> Vec<&str> {
    let entries = seen["attendances"].as_array().unwrap();
    entries.iter().map(|entry| entry["name"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn opening_makes_the_attendance_that_of_today() {
    let room = Room::new().await;
    let input = json!({ "id": room.meeting, "version": 1 });
    room.is_refused("meetingOpen", &input).await;
    // Somebody answered the invitation and has left the group since, somebody answered as what they were then.
    let meeting: MeetingId = room.meeting.parse().unwrap();
    for (who, role, reply) in
        [(&room.scene.outsider, "member", "accepted"), (&room.scene.mona, "guest", "declined")]
    {
        let person: PersonId = who.id.parse().unwrap();
        let id = room.app().clock.new_id();
        let sql =
            "INSERT INTO attendances (id, meeting_id, person_id, role, reply) VALUES ($1, $2, $3, $4, $5)";
        let values = vec![id.into(), meeting.0.into(), person.0.into(), role.into(), reply.into()];
        room.app().execute(sql, values).await;
    }
    let before = room.seen().await;
    assert_eq!(before["viewerCan"], json!({ "open": true, "close": false, "conduct": false }));
    assert_eq!((&before["quorum"]["roll"], &before["quorum"]["needed"]), (&json!(3), &json!(2)));

    let seen = room.done(&room.scene.chair, "meetingOpen", input.clone()).await;
    assert_eq!((&seen["state"], &seen["version"]), (&json!("IN_SESSION"), &json!(2)));
    assert_eq!(seen["openedAt"], seen["now"]);
    assert_eq!(seen["viewerCan"], json!({ "open": false, "close": true, "conduct": true }));
    assert_eq!(titles(&seen), ["clara Test", "karl Test", "mona Test", "gerd Test"]);
    let mona = room.entry(&room.scene.mona).await;
    assert_eq!(
        (&mona["role"], &mona["reply"], &mona["hasVote"], &mona["organisation"]["name"], &mona["state"]),
        (&json!("MEMBER"), &json!("DECLINED"), &json!(true), &json!("Bildungswerk"), &json!("UNKNOWN"))
    );
    assert_eq!(room.entry(&room.scene.guest).await["hasVote"], false);
    // Twice: it is open already.
    assert_eq!(room.act(&room.scene.chair, "meetingOpen", input).await.code(), "CONFLICT");
    let again = room.act(&room.scene.chair, "meetingOpen", json!({ "id": room.meeting, "version": 2 })).await;
    assert_eq!((again.code(), state(&again)), ("STATE_FORBIDS", "in_session"));
}

#[tokio::test]
async fn it_is_not_opened_long_before_it_begins() {
    let mut room = Room::new().await;
    room.meeting = plan(&room.scene, room.app().clock.now() + TimeDelta::hours(13)).await;
    let input = json!({ "id": room.meeting, "version": 1 });
    assert_eq!(room.seen().await["viewerCan"]["open"], false);
    let early = room.act(&room.scene.chair, "meetingOpen", input.clone()).await;
    assert_eq!((early.code(), state(&early)), ("STATE_FORBIDS", "too_early"));
    room.app().clock.advance(TimeDelta::hours(1));
    room.done(&room.scene.chair, "meetingOpen", input).await;
}

#[tokio::test]
async fn whoever_chairs_it_or_writes_its_minutes_holds_it() {
    let room = Room::new().await;
    let meeting: MeetingId = room.meeting.parse().unwrap();
    let mona: PersonId = room.scene.mona.id.parse().unwrap();
    let guest: PersonId = room.scene.guest.id.parse().unwrap();
    let sql = "UPDATE meetings SET minute_taker_id = $2, chair_id = $3 WHERE id = $1";
    room.app().execute(sql, vec![meeting.0.into(), mona.0.into(), guest.0.into()]).await;
    let input = json!({ "id": room.meeting, "version": 1 });
    assert_eq!(room.act(&room.scene.karl, "meetingOpen", input.clone()).await.code(), "FORBIDDEN");
    assert_eq!(room.act(&room.scene.guest, "meetingOpen", input.clone()).await.code(), "FORBIDDEN");
    room.done(&room.scene.mona, "meetingOpen", input).await;
    assert_eq!(room.seen_by(&room.scene.mona).await["viewerCan"]["close"], true);
    assert_eq!(room.seen_by(&room.scene.karl).await["viewerCan"]["conduct"], false);
}

#[tokio::test]
async fn one_item_after_the_other_is_spoken_about() {
    let room = Room::opened().await;
    let input = room.about_item(0, json!({})).await;
    room.is_refused("agendaItemBegin", &input).await;
    let seen = room.done(&room.scene.chair, "agendaItemBegin", input.clone()).await;
    assert_eq!((&seen["currentItemId"], &seen["version"]), (&json!(room.items[0]), &json!(2)));
    assert_eq!(room.item_state(0).await, "in_discussion");
    assert_eq!(room.act(&room.scene.chair, "agendaItemBegin", input).await.code(), "CONFLICT");
    let again = room.about_item(0, json!({})).await;
    let again = room.act(&room.scene.chair, "agendaItemBegin", again).await;
    assert_eq!((again.code(), state(&again)), ("STATE_FORBIDS", "in_discussion"));

    let seen = room.begin(1).await;
    assert_eq!(seen["currentItemId"], json!(room.items[1]));
    assert_eq!(
        (room.item_state(0).await, room.item_state(1).await),
        ("scheduled".into(), "in_discussion".into())
    );

    let noted = room.about_item(1, json!({ "outcome": "NOTED" })).await;
    room.is_refused("agendaItemSettle", &noted).await;
    room.done(&room.scene.chair, "agendaItemSettle", noted).await;
    room.begin(2).await;
    assert_eq!(room.item_state(1).await, "noted");
    // It comes up once more.
    room.begin(1).await;
    assert_eq!(room.item_state(1).await, "in_discussion");
}

#[tokio::test]
async fn an_item_is_settled_once_and_deferred_with_a_reason() {
    let room = Room::opened().await;
    let silent = room.about_item(0, json!({ "outcome": "DEFERRED", "reason": " " })).await;
    let refused = room.act(&room.scene.chair, "agendaItemSettle", silent).await;
    assert_eq!(refused.fields(), ["reason: REQUIRED"]);
    let long = room.about_item(0, json!({ "outcome": "DEFERRED", "reason": "x".repeat(1_001) })).await;
    assert_eq!(room.act(&room.scene.chair, "agendaItemSettle", long).await.fields(), ["reason: TOO_LONG"]);
    let input = room.about_item(0, json!({ "outcome": "DEFERRED", "reason": "Unterlagen fehlen." })).await;
    room.done(&room.scene.chair, "agendaItemSettle", input.clone()).await;
    assert_eq!(room.act(&room.scene.chair, "agendaItemSettle", input).await.code(), "CONFLICT");
    let row = room.item_row(room.items[0].parse().unwrap()).await;
    assert_eq!((row.state.as_str(), row.reason.as_str()), ("deferred", "Unterlagen fehlen."));
    let again = room.about_item(0, json!({ "outcome": "DECIDED" })).await;
    let again = room.act(&room.scene.chair, "agendaItemSettle", again).await;
    assert_eq!((again.code(), state(&again)), ("STATE_FORBIDS", "deferred"));
    // They find the papers after all; the reason is gone with it.
    room.begin(0).await;
    assert_eq!(room.item_row(room.items[0].parse().unwrap()).await.reason, "");
}

#[tokio::test]
async fn closing_defers_the_rest_to_the_next_meeting() {
    let room = Room::quorate().await;
    room.begin(0).await;
    let decided = room.about_item(0, json!({ "outcome": "DECIDED" })).await;
    room.done(&room.scene.chair, "agendaItemSettle", decided).await;
    room.begin(1).await;
    // One that nobody held, long ago, and the next one.
    plan(&room.scene, room.app().clock.now() - TimeDelta::days(3)).await;
    let next = plan(&room.scene, room.app().clock.now() + TimeDelta::days(14)).await;
    let wish = room.app().clock.new_id();
    let meeting: MeetingId = room.meeting.parse().unwrap();
    let sql = "INSERT INTO agenda_items (id, group_id, meeting_id, kind, title, state, created_at, updated_at) \
               VALUES ($1, $2, $3, 'discussion', 'Wunsch', 'submitted', $4, $4)";
    let values =
        vec![wish.into(), group_of(&room.scene).0.into(), meeting.0.into(), room.app().clock.now().into()];
    room.app().execute(sql, values).await;

    let input = json!({ "id": room.meeting, "version": 2 });
    room.is_refused("meetingClose", &input).await;
    let seen = room.done(&room.scene.chair, "meetingClose", input.clone()).await;
    assert_eq!((&seen["state"], &seen["currentItemId"]), (&json!("CLOSED"), &Value::Null));
    assert_eq!(seen["viewerCan"], json!({ "open": false, "close": false, "conduct": true }));
    for place in 0..3 {
        let expected = if place == 0 { "decided" } else { "deferred" };
        assert_eq!(room.item_state(place).await, expected);
    }
    assert_eq!(room.item_row(room.items[1].parse().unwrap()).await.reason, "Aus Zeitgründen vertagt.");
    // Who was there left when it ended, and the quorum is told as it was at the end.
    let chair = room.entry(&room.scene.chair).await;
    assert_eq!((&chair["state"], &chair["spans"][0]["untilAt"]), (&json!("LEFT"), &seen["closedAt"]));
    assert_eq!((&seen["quorum"]["present"], &seen["quorum"]["reached"]), (&json!(2), &json!(true)));
    let next: MeetingId = next.parse().unwrap();
    let carried = items_of(room.app().app.db().read(), next).await.unwrap();
    let carried: Vec<_> = carried.iter().map(|item| (item.title.as_str(), item.position)).collect();
    assert_eq!(carried, [("Haushalt", 1), ("Personal", 2)]);
    // A wish that never came on the agenda waits for another meeting.
    let waiting =
        "SELECT COUNT(*) FROM agenda_items WHERE id = $1 AND meeting_id IS NULL AND state = 'submitted'";
    assert_eq!(room.app().count(waiting, vec![wish.into()]).await, 1);
    assert_eq!(room.act(&room.scene.chair, "meetingClose", input).await.code(), "CONFLICT");
    let late = room.about_item(1, json!({})).await;
    assert_eq!(state(&room.act(&room.scene.chair, "agendaItemBegin", late).await), "closed");
}

#[tokio::test]
async fn what_stands_on_a_later_agenda_is_not_taken_up_here() {
    let room = Room::opened().await;
    let input = room.about_item(0, json!({ "outcome": "DEFERRED", "reason": "Später." })).await;
    room.done(&room.scene.chair, "agendaItemSettle", input).await;
    let first: verbund_shared::id::AgendaItemId = room.items[0].parse().unwrap();
    let sql = "UPDATE agenda_items SET deferred_from_id = $2 WHERE id = $1";
    let successor = super::item(&room.scene, &room.meeting, ("Folge", false, 4)).await;
    let successor: verbund_shared::id::AgendaItemId = successor.parse().unwrap();
    room.app().execute(sql, vec![successor.0.into(), first.0.into()]).await;
    let again = room.about_item(0, json!({})).await;
    let again = room.act(&room.scene.chair, "agendaItemBegin", again).await;
    assert_eq!((again.code(), state(&again)), ("STATE_FORBIDS", "taken_up"));
}

#[tokio::test]
async fn of_two_who_close_at_once_one_does() {
    let room = Room::quorate().await;
    plan(&room.scene, room.app().clock.now() + TimeDelta::days(14)).await;
    let input = json!({ "id": room.meeting, "version": 2 });
    let token = room.app().token_now(&room.scene.chair.id).await;
    let both = join_all((0..2).map(|_| room.act_with(&token, "meetingClose", input.clone()))).await;
    let mut codes = codes(&both);
    codes.sort_unstable();
    assert_eq!(codes, ["", "CONFLICT"]);
    let carried = "SELECT COUNT(*) FROM agenda_items WHERE deferred_from_id IS NOT NULL";
    assert_eq!(room.app().count(carried, vec![]).await, 3);
}

#[tokio::test]
async fn of_two_who_take_up_items_at_once_both_do_and_one_item_is_current() {
    let room = Room::opened().await;
    let token = room.app().token_now(&room.scene.chair.id).await;
    let (first, second) = (room.about_item(0, json!({})).await, room.about_item(1, json!({})).await);
    let both = join_all([first, second].map(|input| room.act_with(&token, "agendaItemBegin", input))).await;
    assert_eq!(codes(&both), ["", ""]);
    let current = "SELECT COUNT(*) FROM agenda_items WHERE state = 'in_discussion'";
    assert_eq!(room.app().count(current, vec![]).await, 1);
}
