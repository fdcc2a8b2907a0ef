//! `meetingPlan`, `meetingUpdate`, `meetingPostpone`, `meetingCancel`.

use serde_json::{Value, json};

use super::{
    act, added, agenda, conclude, details, done, invited, is_refused, mail, planned, scene, seen, set_state,
};

fn update(meeting: &Value, details: Value) -> Value {
    json!({ "id": meeting["id"], "version": meeting["version"], "details": details })
}

fn end(meeting: &Value, reason: &str) -> Value {
    json!({ "id": meeting["id"], "version": meeting["version"], "reason": reason })
}

#[tokio::test]
async fn a_meeting_is_planned_where_the_network_is() {
    let scene = scene().await;
    let input = json!({ "groupId": scene.group, "details": details("Märzsitzung", 16) });
    is_refused(&scene, "meetingPlan", &input).await;
    assert_eq!(act(&scene, &scene.mona, "meetingPlan", input.clone()).await.code(), "FORBIDDEN");
    scene.task("Flyer drucken").await;
    let meeting = done(&scene, &scene.chair, "meetingPlan", input.clone()).await;
    assert_eq!(meeting["startsAt"], "2026-03-16T09:00:00.000000Z");
    assert_eq!((&meeting["state"], &meeting["chair"]["id"]), (&json!("PLANNED"), &json!(scene.chair.id)));
    assert_eq!((&meeting["inviteBy"], &meeting["noticeKept"]), (&json!("2026-03-09"), &Value::Null));
    assert_eq!(meeting["openTasks"], json!([{ "title": "Flyer drucken" }]));
    assert_eq!(seen(&scene, &scene.guest, &meeting["id"]).await["viewerCan"]["edit"], false);
    conclude(&scene).await;
    assert_eq!(act(&scene, &scene.chair, "meetingPlan", input).await.code(), "STATE_FORBIDS");
}

#[tokio::test]
async fn what_is_not_right_is_named() {
    let scene = scene().await;
    let at = |day: &str, time: &str| json!({ "day": day, "time": time });
    for (field, value, expected) in [
        ("title", json!(" "), "title: REQUIRED"),
        ("endsAt", at("2026-03-16", "10:00"), "endsAt: DATE_ORDER"),
        ("endsAt", at("2026-03-17", "10:01"), "endsAt: DATE_OUT_OF_RANGE"),
        ("endsAt", at("2026-03-16", "25:00"), "endsAt: INVALID_VALUE"),
        ("startsAt", at("2026-03-29", "02:30"), "startsAt: TIME_SKIPPED"),
        ("onlineUrl", json!("javascript:alert(1)"), "onlineUrl: INVALID_URL"),
        ("chairId", json!(scene.guest.id), "chairId: UNKNOWN_REFERENCE"),
        ("minuteTakerId", json!(scene.outsider.id), "minuteTakerId: UNKNOWN_REFERENCE"),
        ("minuteTakerId", json!("x"), "minuteTakerId: UNKNOWN_REFERENCE"),
    ] {
        let mut input = json!({ "groupId": scene.group, "details": details("Sitzung", 16) });
        input["details"][field] = value;
        let reply = act(&scene, &scene.chair, "meetingPlan", input).await;
        assert_eq!(reply.fields(), [expected], "{field}");
    }
}

#[tokio::test]
async fn of_a_time_that_comes_twice_the_first_is_meant() {
    let scene = scene().await;
    let at = |time: &str| json!({ "day": "2026-10-25", "time": time });
    let details = json!({ "title": "Nachtsitzung", "startsAt": at("02:30"), "endsAt": at("04:00") });
    let input = json!({ "groupId": scene.group, "details": details });
    let meeting = done(&scene, &scene.chair, "meetingPlan", input).await;
    assert_eq!(meeting["startsAt"], "2026-10-25T00:30:00.000000Z");
    assert_eq!(meeting["endsAt"], "2026-10-25T03:00:00.000000Z");
}

#[tokio::test]
async fn who_is_invited_is_told_of_another_time_and_of_nothing_else() {
    let scene = scene().await;
    let meeting = invited(&scene, "Märzsitzung", 16).await;
    let note = {
        let mut input = update(&meeting, details("Märzsitzung", 16));
        input["details"]["note"] = json!("Bitte **Unterlagen** mitbringen.");
        input
    };
    is_refused(&scene, "meetingUpdate", &note).await;
    let meeting = done(&scene, &scene.chair, "meetingUpdate", note.clone()).await;
    assert_eq!(scene.app.mails(&scene.mona.email, "meeting-moved").await, 0);
    assert_eq!(act(&scene, &scene.chair, "meetingUpdate", note).await.code(), "CONFLICT");
    let moved =
        done(&scene, &scene.chair, "meetingUpdate", update(&meeting, details("Märzsitzung", 5))).await;
    assert_eq!((&moved["state"], &moved["noticeKept"]), (&json!("INVITED"), &json!(false)));
    let (body, file) = mail(&scene, &scene.mona, "meeting-moved").await;
    assert!(body.contains("5. März 2026 von 10:00 bis 12:00 Uhr\nRathaus"), "{body}");
    for line in ["METHOD:REQUEST", "SEQUENCE:1", "DTSTART:20260305T090000Z", "STATUS:CONFIRMED"] {
        assert!(file.contains(line), "{line} in {file}");
    }
    let past = update(&moved, details("Märzsitzung", 1));
    assert_eq!(act(&scene, &scene.chair, "meetingUpdate", past).await.code(), "STATE_FORBIDS");
}

#[tokio::test]
async fn what_is_put_off_gets_another_time_and_is_invited_to_again() {
    let scene = scene().await;
    let meeting = invited(&scene, "Märzsitzung", 16).await;
    is_refused(&scene, "meetingPostpone", &end(&meeting, "Krank.")).await;
    assert_eq!(
        act(&scene, &scene.chair, "meetingPostpone", end(&meeting, " ")).await.fields(),
        ["reason: REQUIRED"]
    );
    let off = done(&scene, &scene.chair, "meetingPostpone", end(&meeting, "Krank.")).await;
    assert_eq!((&off["state"], &off["reason"]), (&json!("POSTPONED"), &json!("Krank.")));
    let (body, file) = mail(&scene, &scene.guest, "meeting-called-off").await;
    assert!(body.contains("verschoben") && body.contains("Krank."), "{body}");
    assert!(
        file.contains("METHOD:CANCEL") && file.contains("SEQUENCE:1") && file.contains("STATUS:CANCELLED")
    );
    assert_eq!(
        act(&scene, &scene.chair, "meetingPostpone", end(&off, "Nochmal.")).await.code(),
        "STATE_FORBIDS"
    );
    let on = done(&scene, &scene.chair, "meetingUpdate", update(&off, details("Märzsitzung", 23))).await;
    assert_eq!(
        (&on["state"], &on["reason"], &on["noticeKept"]),
        (&json!("INVITED"), &json!(""), &json!(true))
    );
    let (_, file) = mail(&scene, &scene.guest, "meeting-moved").await;
    assert!(file.contains("METHOD:REQUEST") && file.contains("SEQUENCE:2"), "{file}");
    let uid = |file: &str| file.lines().find(|line| line.starts_with("UID:")).unwrap().to_owned();
    assert_eq!(uid(&file), uid(&mail(&scene, &scene.guest, "meeting-invited").await.1));
}

#[tokio::test]
async fn nobody_is_told_before_the_invitation_and_what_is_off_stays_off() {
    let scene = scene().await;
    let meeting = planned(&scene, "Märzsitzung", 16).await;
    let off = done(&scene, &scene.chair, "meetingPostpone", end(&meeting, "Krank.")).await;
    let on = done(&scene, &scene.chair, "meetingUpdate", update(&off, details("Märzsitzung", 23))).await;
    assert_eq!(on["state"], "PLANNED");
    is_refused(&scene, "meetingCancel", &end(&on, "Kein Bedarf.")).await;
    let off = done(&scene, &scene.chair, "meetingCancel", end(&on, "Kein Bedarf.")).await;
    assert_eq!(off["state"], "CANCELLED");
    for name in ["meetingPostpone", "meetingCancel"] {
        assert_eq!(act(&scene, &scene.chair, name, end(&off, "x")).await.code(), "STATE_FORBIDS");
    }
    let again = update(&off, details("Märzsitzung", 24));
    assert_eq!(act(&scene, &scene.chair, "meetingUpdate", again).await.code(), "STATE_FORBIDS");
    assert_eq!(scene.app.mails(&scene.mona.email, "meeting-called-off").await, 0);
}

#[tokio::test]
async fn while_it_is_held_only_its_people_change_and_they_change_it_too() {
    let scene = scene().await;
    let mut with = details("Märzsitzung", 16);
    with["minuteTakerId"] = json!(scene.mona.id);
    let meeting =
        done(&scene, &scene.chair, "meetingPlan", json!({ "groupId": scene.group, "details": with })).await;
    set_state(&scene, &meeting, "in_session").await;
    let mut other = details("Märzsitzung", 16);
    other["minuteTakerId"] = json!(scene.karl.id);
    assert_eq!(
        act(&scene, &scene.karl, "meetingUpdate", update(&meeting, other.clone())).await.code(),
        "FORBIDDEN"
    );
    let moved = update(&meeting, details("Märzsitzung", 17));
    assert_eq!(act(&scene, &scene.chair, "meetingUpdate", moved).await.code(), "STATE_FORBIDS");
    let meeting = done(&scene, &scene.mona, "meetingUpdate", update(&meeting, other.clone())).await;
    assert_eq!(meeting["minuteTaker"]["id"], json!(scene.karl.id));
    set_state(&scene, &meeting, "closed").await;
    assert_eq!(
        act(&scene, &scene.chair, "meetingUpdate", update(&meeting, other)).await.code(),
        "STATE_FORBIDS"
    );
}

#[tokio::test]
async fn what_was_deferred_comes_up_when_the_next_one_is_planned() {
    let scene = scene().await;
    let first = planned(&scene, "Märzsitzung", 16).await;
    let item = added(&scene, &first, "Haushalt").await;
    added(&scene, &first, "Verschiedenes").await;
    let defer = json!({ "id": item["id"], "version": 1, "reason": "Zahlen fehlen." });
    is_refused(&scene, "agendaItemDefer", &defer).await;
    let deferred = done(&scene, &scene.chair, "agendaItemDefer", defer).await;
    assert_eq!((&deferred["state"], &deferred["number"]), (&json!("DEFERRED"), &json!("")));
    assert_eq!(agenda(&scene, &scene.mona, &first["id"]).await, ["1 Verschiedenes", "Haushalt"]);
    let second = planned(&scene, "Aprilsitzung", 30).await;
    assert_eq!(agenda(&scene, &scene.mona, &second["id"]).await, ["1 Haushalt"]);
    assert_eq!(second["items"][0]["deferredFrom"]["id"], first["id"]);
    let first = seen(&scene, &scene.mona, &first["id"]).await;
    assert_eq!(first["items"][1]["deferredTo"]["id"], second["id"]);
    // Once, however many meetings are planned; and at once, where one is planned already.
    let third = planned(&scene, "Maisitzung", 31).await;
    assert!(agenda(&scene, &scene.mona, &third["id"]).await.is_empty());
    let other = first["items"][0].clone();
    let defer = json!({ "id": other["id"], "version": other["version"], "reason": "Keine Zeit." });
    done(&scene, &scene.chair, "agendaItemDefer", defer).await;
    assert_eq!(agenda(&scene, &scene.mona, &second["id"]).await, ["1 Haushalt", "2 Verschiedenes"]);
}
