//! Agenda items: handed in, added, changed, scheduled, moved, withdrawn.

use serde_json::{Value, json};

use super::{act, added, agenda, done, invited, is_refused, planned, scene, seen, set_state, text, visitor};
use crate::tasks::Scene;

fn end(item: &Value) -> Value {
    json!({ "id": item["id"], "version": item["version"], "reason": "Erledigt." })
}

fn to(item: &Value, parent: Option<&Value>, position: i32) -> Value {
    json!({
        "id": item["id"], "version": item["version"], "parentId": parent.map(|item| item["id"].clone()),
        "position": position,
    })
}

async fn submitted(scene: &Scene, title: &str) -> Value {
    let input = json!({ "groupId": scene.group, "text": text(title) });
    done(scene, &scene.mona, "agendaItemSubmit", input).await
}

#[tokio::test]
async fn members_hand_in_and_the_chair_schedules() {
    let scene = scene().await;
    let meeting = planned(&scene, "Märzsitzung", 16).await;
    let input = json!({ "groupId": scene.group, "meetingId": meeting["id"], "text": text("Raumfrage") });
    is_refused(&scene, "agendaItemSubmit", &input).await;
    let item = done(&scene, &scene.mona, "agendaItemSubmit", input).await;
    assert_eq!((&item["state"], &item["number"]), (&json!("SUBMITTED"), &json!("")));
    assert_eq!(
        item["viewerCan"],
        json!({ "edit": true, "schedule": false, "withdraw": true, "defer": false })
    );
    let seen = seen(&scene, &scene.karl, &meeting["id"]).await;
    assert_eq!((&seen["items"], &seen["proposals"][0]["title"]), (&json!([]), &json!("Raumfrage")));
    // Whoever handed it in changes it while it waits; nobody else who only works in the group.
    let change = json!({ "id": item["id"], "version": 1, "text": text("Räume") });
    assert_eq!(act(&scene, &scene.karl, "agendaItemUpdate", change.clone()).await.code(), "FORBIDDEN");
    let item = done(&scene, &scene.mona, "agendaItemUpdate", change.clone()).await;
    assert_eq!(act(&scene, &scene.mona, "agendaItemUpdate", change.clone()).await.code(), "CONFLICT");
    let schedule = json!({ "id": item["id"], "version": item["version"], "meetingId": meeting["id"] });
    is_refused(&scene, "agendaItemSchedule", &schedule).await;
    assert_eq!(act(&scene, &scene.mona, "agendaItemSchedule", schedule.clone()).await.code(), "FORBIDDEN");
    let item = done(&scene, &scene.chair, "agendaItemSchedule", schedule).await;
    assert_eq!((&item["number"], &item["late"]), (&json!("1"), &json!(false)));
    let change = json!({ "id": item["id"], "version": item["version"], "text": text("Nein") });
    assert_eq!(act(&scene, &scene.mona, "agendaItemUpdate", change).await.code(), "STATE_FORBIDS");
    let again = json!({ "id": item["id"], "version": item["version"], "meetingId": meeting["id"] });
    assert_eq!(act(&scene, &scene.chair, "agendaItemSchedule", again).await.code(), "STATE_FORBIDS");
}

#[tokio::test]
async fn what_is_not_right_is_named() {
    let scene = scene().await;
    let meeting = planned(&scene, "Märzsitzung", 16).await;
    for (field, value, expected) in [
        ("title", json!(""), "title: REQUIRED"),
        ("duration", json!(601), "duration: INVALID_VALUE"),
        ("kind", json!("MINUTES_APPROVAL"), "kind: INVALID_VALUE"),
        ("presenterId", json!(scene.outsider.id), "presenterId: UNKNOWN_REFERENCE"),
    ] {
        let mut input = json!({ "meetingId": meeting["id"], "text": text("Punkt") });
        input["text"][field] = value;
        assert_eq!(act(&scene, &scene.chair, "agendaItemAdd", input).await.fields(), [expected], "{field}");
    }
    let input = json!({ "meetingId": meeting["id"], "parentId": meeting["id"], "text": text("Punkt") });
    let reply = act(&scene, &scene.chair, "agendaItemAdd", input.clone()).await;
    assert_eq!(reply.fields(), ["parentId: UNKNOWN_REFERENCE"]);
    is_refused(&scene, "agendaItemAdd", &json!({ "meetingId": meeting["id"], "text": text("Punkt") })).await;
    set_state(&scene, &meeting, "closed").await;
    let late = json!({ "meetingId": meeting["id"], "text": text("Punkt") });
    assert_eq!(act(&scene, &scene.chair, "agendaItemAdd", late).await.code(), "STATE_FORBIDS");
}

#[tokio::test]
async fn items_move_and_keep_no_gaps() {
    let scene = scene().await;
    let meeting = planned(&scene, "Märzsitzung", 16).await;
    let [a, b, c] = [
        added(&scene, &meeting, "A").await,
        added(&scene, &meeting, "B").await,
        added(&scene, &meeting, "C").await,
    ];
    is_refused(&scene, "agendaItemMove", &to(&c, None, 1)).await;
    let c = done(&scene, &scene.chair, "agendaItemMove", to(&c, None, 1)).await;
    assert_eq!(agenda(&scene, &scene.mona, &meeting["id"]).await, ["1 C", "2 A", "3 B"]);
    let b = done(&scene, &scene.chair, "agendaItemMove", to(&b, Some(&c), 1)).await;
    assert_eq!(b["number"], "1.1");
    assert_eq!(agenda(&scene, &scene.mona, &meeting["id"]).await, ["1 C", "1.1 B", "2 A"]);
    // Planned begins follow from the lengths: ten minutes each.
    let items = seen(&scene, &scene.mona, &meeting["id"]).await["items"].clone();
    assert_eq!(items[2]["startsAt"], "2026-03-16T09:10:00.000000Z");
    for (input, expected) in [
        (to(&a, Some(&b), 1), "parentId: UNKNOWN_REFERENCE"),
        (to(&a, None, 3), "position: INVALID_VALUE"),
        (to(&a, None, 0), "position: INVALID_VALUE"),
    ] {
        assert_eq!(act(&scene, &scene.chair, "agendaItemMove", input).await.fields(), [expected]);
    }
    assert_eq!(
        act(&scene, &scene.chair, "agendaItemMove", to(&c, Some(&a), 1)).await.code(),
        "STATE_FORBIDS"
    );
    assert_eq!(act(&scene, &scene.chair, "agendaItemWithdraw", end(&c)).await.code(), "STATE_FORBIDS");
    done(&scene, &scene.chair, "agendaItemWithdraw", end(&b)).await;
    done(&scene, &scene.chair, "agendaItemWithdraw", end(&c)).await;
    let items = agenda(&scene, &scene.mona, &meeting["id"]).await;
    assert_eq!(items[0], "1 A");
    assert_eq!(added(&scene, &meeting, "D").await["number"], "2");
}

#[tokio::test]
async fn two_moves_at_once_leave_an_order_without_gaps() {
    let scene = scene().await;
    let meeting = planned(&scene, "Märzsitzung", 16).await;
    let mut items = Vec::new();
    for title in ["A", "B", "C", "D"] {
        items.push(added(&scene, &meeting, title).await);
    }
    let one = act(&scene, &scene.chair, "agendaItemMove", to(&items[3], None, 1));
    let two = act(&scene, &scene.chair, "agendaItemMove", to(&items[0], None, 4));
    let (one, two) = futures::join!(one, two);
    one.data();
    two.data();
    let order = agenda(&scene, &scene.mona, &meeting["id"]).await;
    assert_eq!(order.iter().map(|line| &line[..1]).collect::<Vec<_>>(), ["1", "2", "3", "4"], "{order:?}");
    // The same item twice: the second is told.
    let item = seen(&scene, &scene.chair, &meeting["id"]).await["items"][0].clone();
    let one = act(&scene, &scene.chair, "agendaItemMove", to(&item, None, 2));
    let two = act(&scene, &scene.chair, "agendaItemMove", to(&item, None, 3));
    let (one, two) = futures::join!(one, two);
    let mut codes = [one.code(), two.code()];
    codes.sort_unstable();
    assert_eq!(codes, ["", "CONFLICT"]);
}

#[tokio::test]
async fn whoever_handed_it_in_takes_it_back() {
    let scene = scene().await;
    let item = submitted(&scene, "Raumfrage").await;
    for (who, code) in [
        (&visitor(), "UNAUTHENTICATED"),
        (&scene.outsider, "NOT_FOUND"),
        (&scene.guest, "FORBIDDEN"),
        (&scene.karl, "FORBIDDEN"),
    ] {
        assert_eq!(act(&scene, who, "agendaItemWithdraw", end(&item)).await.code(), code);
    }
    let mut silent = end(&item);
    silent["reason"] = json!("");
    assert_eq!(act(&scene, &scene.mona, "agendaItemWithdraw", silent).await.fields(), ["reason: REQUIRED"]);
    let item = done(&scene, &scene.mona, "agendaItemWithdraw", end(&item)).await;
    assert_eq!((&item["state"], &item["reason"]), (&json!("WITHDRAWN"), &json!("Erledigt.")));
    assert_eq!(act(&scene, &scene.mona, "agendaItemWithdraw", end(&item)).await.code(), "STATE_FORBIDS");
    assert_eq!(act(&scene, &scene.chair, "agendaItemDefer", end(&item)).await.code(), "STATE_FORBIDS");
}

#[tokio::test]
async fn guests_see_no_internal_items_and_the_same_numbers() {
    let scene = scene().await;
    let meeting = planned(&scene, "Märzsitzung", 16).await;
    added(&scene, &meeting, "Begrüßung").await;
    let mut secret = json!({ "meetingId": meeting["id"], "text": text("Personalfrage") });
    secret["text"]["internal"] = json!(true);
    let secret = done(&scene, &scene.chair, "agendaItemAdd", secret).await;
    added(&scene, &meeting, "Verschiedenes").await;
    assert_eq!(agenda(&scene, &scene.guest, &meeting["id"]).await, ["1 Begrüßung", "3 Verschiedenes"]);
    assert_eq!(agenda(&scene, &scene.mona, &meeting["id"]).await.len(), 3);
    assert_eq!(act(&scene, &scene.guest, "agendaItemWithdraw", end(&secret)).await.code(), "NOT_FOUND");
    let input = json!({ "id": meeting["id"], "version": 1 });
    done(&scene, &scene.chair, "meetingInvite", input).await;
    let entries = |meeting: &Value| meeting["agendaVersions"][0]["entries"].as_array().unwrap().len();
    assert_eq!(entries(&seen(&scene, &scene.guest, &meeting["id"]).await), 2);
    assert_eq!(entries(&seen(&scene, &scene.mona, &meeting["id"]).await), 3);
    let (to_guest, _) = super::mail(&scene, &scene.guest, "meeting-invited").await;
    let (to_mona, _) = super::mail(&scene, &scene.mona, "meeting-invited").await;
    assert!(!to_guest.contains("Personalfrage") && to_guest.contains("3 Verschiedenes"), "{to_guest}");
    assert!(to_mona.contains("2 Personalfrage (10 min)"), "{to_mona}");
}

#[tokio::test]
async fn what_comes_after_the_invitation_is_late() {
    let scene = scene().await;
    let meeting = invited(&scene, "Märzsitzung", 16).await;
    let item = submitted(&scene, "Nachtrag").await;
    let schedule = json!({ "id": item["id"], "version": 1, "meetingId": meeting["id"] });
    assert_eq!(done(&scene, &scene.chair, "agendaItemSchedule", schedule).await["late"], true);
    assert_eq!(added(&scene, &meeting, "Noch einer").await["late"], true);
}

#[tokio::test]
async fn what_is_part_of_something_internal_is_hidden_from_guests_too() {
    let scene = scene().await;
    let meeting = planned(&scene, "Märzsitzung", 16).await;
    let open = added(&scene, &meeting, "Begrüßung").await;
    let mut secret = json!({ "meetingId": meeting["id"], "text": text("Personalfrage") });
    secret["text"]["internal"] = json!(true);
    let secret = done(&scene, &scene.chair, "agendaItemAdd", secret).await;
    // Added as a part; moved below it; part of something that becomes internal.
    let part = json!({ "meetingId": meeting["id"], "parentId": secret["id"], "text": text("Vertrag") });
    done(&scene, &scene.chair, "agendaItemAdd", part).await;
    let moved = added(&scene, &meeting, "Nachfolge").await;
    done(&scene, &scene.chair, "agendaItemMove", to(&moved, Some(&secret), 2)).await;
    let below = json!({ "meetingId": meeting["id"], "parentId": open["id"], "text": text("Gäste") });
    done(&scene, &scene.chair, "agendaItemAdd", below).await;
    assert_eq!(agenda(&scene, &scene.guest, &meeting["id"]).await, ["1 Begrüßung", "1.1 Gäste"]);
    let mut closed = json!({ "id": open["id"], "version": open["version"], "text": text("Begrüßung") });
    closed["text"]["internal"] = json!(true);
    done(&scene, &scene.chair, "agendaItemUpdate", closed).await;
    assert!(agenda(&scene, &scene.guest, &meeting["id"]).await.is_empty());
}
