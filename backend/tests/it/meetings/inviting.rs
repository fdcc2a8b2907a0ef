//! `meetingInvite`, `meetingReply`, the calendar file, and agendas that never change.

use chrono::TimeDelta;
use serde_json::{Value, json};
use verbund_shared::id::{GroupId, MeetingId, OrganisationId, PersonId};

use super::{
    act, added, conclude, done, invited, is_refused, mail, planned, scene, seen, set_state, visitor,
};
use crate::tasks::Scene;

fn invite(meeting: &Value, short: bool) -> Value {
    json!({ "id": meeting["id"], "version": meeting["version"], "message": "Bitte kommen.", "shortNotice": short })
}

async fn state_of(scene: &Scene, input: Value) -> String {
    let reply = act(scene, &scene.chair, "meetingInvite", input).await;
    assert_eq!(reply.code(), "STATE_FORBIDS");
    reply.body["errors"][0]["extensions"]["params"]["state"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn everybody_in_the_group_is_invited_with_agenda_and_calendar_file() {
    let scene = scene().await;
    let meeting = planned(&scene, "Märzsitzung", 16).await;
    is_refused(&scene, "meetingInvite", &invite(&meeting, false)).await;
    assert_eq!(act(&scene, &scene.mona, "meetingInvite", invite(&meeting, false)).await.code(), "FORBIDDEN");
    assert_eq!(state_of(&scene, invite(&meeting, false)).await, "no_items");
    added(&scene, &meeting, "Haushalt").await;
    let meeting = done(&scene, &scene.chair, "meetingInvite", invite(&meeting, false)).await;
    assert_eq!((&meeting["state"], &meeting["noticeKept"]), (&json!("INVITED"), &json!(true)));
    assert_eq!(meeting["replies"].as_array().unwrap().len(), 4);
    for (who, mails) in [(&scene.chair, 1), (&scene.mona, 1), (&scene.guest, 1), (&scene.outsider, 0)] {
        assert_eq!(scene.app.mails(&who.email, "meeting-invited").await, mails, "{}", who.email);
    }
    let (body, file) = mail(&scene, &scene.mona, "meeting-invited").await;
    assert!(body.contains("1 Haushalt (10 min)") && body.contains("Bitte kommen."), "{body}");
    assert!(body.contains("16. März 2026 von 10:00 bis 12:00 Uhr"), "{body}");
    for line in ["METHOD:REQUEST", "DTSTART:20260316T090000Z", "LOCATION:Rathaus", "SEQUENCE:0"] {
        assert!(file.contains(line), "{line} in {file}");
    }
    assert!(!file.contains("ATTENDEE") && !file.contains("mailto"), "{file}");
    let version = &meeting["agendaVersions"][0];
    assert_eq!((&version["number"], version["sha256"].as_str().unwrap().len()), (&json!(1), 64));
    assert_eq!(state_of(&scene, invite(&meeting, false)).await, "unchanged");
    // What comes later goes out as the next version.
    added(&scene, &meeting, "Nachtrag").await;
    let meeting = done(&scene, &scene.chair, "meetingInvite", invite(&meeting, false)).await;
    assert_eq!(meeting["agendaVersions"].as_array().unwrap().len(), 2);
    assert_eq!(meeting["agendaVersions"][1]["entries"][1]["late"], true);
    assert_eq!(meeting["replies"].as_array().unwrap().len(), 4);
    assert_eq!(scene.app.mails(&scene.mona.email, "meeting-invited").await, 2);
    assert_eq!(
        state_of(&scene, {
            conclude(&scene).await;
            invite(&meeting, false)
        })
        .await,
        "concluded"
    );
}

#[tokio::test]
async fn short_notice_must_be_meant() {
    let scene = scene().await;
    let meeting = planned(&scene, "Eilsitzung", 8).await;
    added(&scene, &meeting, "Haushalt").await;
    assert_eq!(meeting["inviteBy"], "2026-03-01");
    assert_eq!(state_of(&scene, invite(&meeting, false)).await, "notice_missed");
    let meeting = done(&scene, &scene.chair, "meetingInvite", invite(&meeting, true)).await;
    assert_eq!(meeting["noticeKept"], false);
    let exact = planned(&scene, "Wochensitzung", 9).await;
    added(&scene, &exact, "Haushalt").await;
    assert_eq!(done(&scene, &scene.chair, "meetingInvite", invite(&exact, false)).await["noticeKept"], true);
    let past = planned(&scene, "Gewesene", 1).await;
    added(&scene, &past, "Haushalt").await;
    assert_eq!(state_of(&scene, invite(&past, true)).await, "past");
}

#[tokio::test]
async fn two_invitations_at_once_are_one() {
    let scene = scene().await;
    let meeting = planned(&scene, "Märzsitzung", 16).await;
    added(&scene, &meeting, "Haushalt").await;
    let one = act(&scene, &scene.chair, "meetingInvite", invite(&meeting, false));
    let two = act(&scene, &scene.chair, "meetingInvite", invite(&meeting, false));
    let (one, two) = futures::join!(one, two);
    let mut codes = [one.code(), two.code()];
    codes.sort_unstable();
    assert_eq!(codes, ["", "CONFLICT"]);
    assert_eq!(scene.app.mails(&scene.mona.email, "meeting-invited").await, 1);
}

#[tokio::test]
async fn a_sent_agenda_never_changes() {
    let scene = scene().await;
    let meeting = invited(&scene, "Märzsitzung", 16).await;
    let id: MeetingId = meeting["id"].as_str().unwrap().parse().unwrap();
    for sql in [
        "UPDATE agenda_versions SET content = '{}' WHERE meeting_id = $1",
        "DELETE FROM agenda_versions WHERE meeting_id = $1",
    ] {
        let refused = scene.app.try_execute(sql, vec![id.0.into()]).await.unwrap_err();
        assert!(refused.contains("insert-only"), "{refused}");
    }
}

#[tokio::test]
async fn people_answer_until_it_is_closed() {
    let scene = scene().await;
    let meeting = planned(&scene, "Märzsitzung", 16).await;
    let reply = |word: &str| json!({ "id": meeting["id"], "reply": word, "note": "Vielleicht später." });
    assert_eq!(act(&scene, &scene.mona, "meetingReply", reply("ACCEPTED")).await.code(), "STATE_FORBIDS");
    added(&scene, &meeting, "Haushalt").await;
    done(&scene, &scene.chair, "meetingInvite", invite(&meeting, false)).await;
    assert_eq!(seen(&scene, &scene.mona, &meeting["id"]).await["myReply"], "NONE");
    for (who, code) in [(&visitor(), "UNAUTHENTICATED"), (&scene.outsider, "NOT_FOUND")] {
        assert_eq!(act(&scene, who, "meetingReply", reply("ACCEPTED")).await.code(), code);
    }
    assert_eq!(
        act(&scene, &scene.mona, "meetingReply", reply("NONE")).await.fields(),
        ["reply: INVALID_VALUE"]
    );
    assert_eq!(done(&scene, &scene.guest, "meetingReply", reply("MAYBE")).await["myReply"], "MAYBE");
    assert_eq!(done(&scene, &scene.guest, "meetingReply", reply("DECLINED")).await["myReply"], "DECLINED");
    // Who sees the meeting without a place in the group is not invited.
    let coordinator = scene.app.coordinator().await;
    let who = crate::tasks::Somebody { token: coordinator, id: String::new(), email: String::new() };
    assert_eq!(act(&scene, &who, "meetingReply", reply("ACCEPTED")).await.code(), "FORBIDDEN");
    assert_eq!(seen(&scene, &who, &meeting["id"]).await["myReply"], Value::Null);
    set_state(&scene, &meeting, "closed").await;
    assert_eq!(act(&scene, &scene.mona, "meetingReply", reply("ACCEPTED")).await.code(), "STATE_FORBIDS");
}

#[tokio::test]
async fn whoever_joins_later_answers_too() {
    let scene = scene().await;
    let meeting = invited(&scene, "Märzsitzung", 16).await;
    let (group, person): (GroupId, PersonId) =
        (scene.group.parse().unwrap(), scene.outsider.id.parse().unwrap());
    let OrganisationId(organisation) = scene.organisation;
    let sql = "INSERT INTO group_roles (id, group_id, person_id, organisation_id, role, state, from_day, created_at) \
        VALUES ($1, $2, $3, $4, 'member', 'active', $5, $6)";
    let values = vec![
        scene.app.clock.new_id().into(),
        group.0.into(),
        person.0.into(),
        organisation.into(),
        scene.app.app.today().into(),
        scene.app.clock.now().into(),
    ];
    scene.app.execute(sql, values).await;
    let input = json!({ "id": meeting["id"], "reply": "ACCEPTED" });
    let meeting = done(&scene, &scene.outsider, "meetingReply", input).await;
    assert_eq!((&meeting["myReply"], meeting["replies"].as_array().unwrap().len()), (&json!("ACCEPTED"), 5));
}

#[tokio::test]
async fn the_calendar_file_is_for_those_who_see_the_meeting() {
    let scene = scene().await;
    let meeting = invited(&scene, "Märzsitzung", 16).await;
    let path = meeting["calendarPath"].as_str().unwrap();
    let file = scene.app.download(&scene.guest.token, path).await;
    assert_eq!((file.status, file.kind.as_str()), (200, "text/calendar; charset=utf-8"));
    assert!(
        file.text.contains("METHOD:PUBLISH") && file.text.contains("SUMMARY:Märzsitzung"),
        "{}",
        file.text
    );
    for (token, wanted, code) in [
        ("", path, "UNAUTHENTICATED"),
        (scene.outsider.token.as_str(), path, "NOT_FOUND"),
        (scene.guest.token.as_str(), "/api/calendar/meetings/x.ics", "NOT_FOUND"),
    ] {
        let refused = scene.app.download(token, wanted).await;
        assert!(refused.text.contains(code), "{wanted}: {}", refused.text);
    }
}

#[tokio::test]
async fn the_last_moment_is_before_it_begins() {
    let scene = scene().await;
    let meeting = planned(&scene, "Heute", 2).await;
    added(&scene, &meeting, "Haushalt").await;
    // It began at ten, when the tests begin.
    scene.app.clock.advance(TimeDelta::seconds(1));
    assert_eq!(state_of(&scene, invite(&meeting, true)).await, "past");
}
