//! `meetingPollOpen`, `meetingPollAnswer`, `meetingPollClose`, `meetingPollCancel`.

use chrono::TimeDelta;
use serde_json::{Value, json};

use super::{POLL, act, added, agenda, ask, done, is_refused, mail, planned, scene, visitor};
use crate::tasks::{Scene, Somebody};

fn opening(scene: &Scene) -> Value {
    let option = |day: u32| {
        let at = |time: &str| json!({ "day": format!("2026-03-{day}"), "time": time });
        json!({ "startsAt": at("10:00"), "endsAt": at("12:00") })
    };
    json!({
        "groupId": scene.group, "title": "Klausur", "place": "Rathaus", "answerBy": "2026-03-10",
        "options": [option(18), option(17)],
    })
}

async fn opened(scene: &Scene) -> Value {
    done(scene, &scene.chair, "meetingPollOpen", opening(scene)).await
}

fn answer(poll: &Value, answers: &[(usize, &str)]) -> Value {
    let answer =
        |(at, word): &(usize, &str)| json!({ "optionId": poll["options"][at]["id"], "answer": word });
    json!({ "id": poll["id"], "answers": answers.iter().map(answer).collect::<Vec<_>>() })
}

async fn seen(scene: &Scene, who: &Somebody, poll: &Value) -> Value {
    let query = format!("query($id: ID!) {{ meetingPoll(id: $id) {{ {POLL} }} }}");
    ask(scene, who, &query, json!({ "id": poll["id"] })).await.data()["meetingPoll"].clone()
}

#[tokio::test]
async fn everybody_in_the_group_answers_and_the_chair_chooses() {
    let scene = scene().await;
    is_refused(&scene, "meetingPollOpen", &opening(&scene)).await;
    assert_eq!(act(&scene, &scene.mona, "meetingPollOpen", opening(&scene)).await.code(), "FORBIDDEN");
    let poll = opened(&scene).await;
    assert_eq!(scene.app.mails(&scene.guest.email, "meeting-poll-opened").await, 1);
    assert_eq!(poll["options"][0]["startsAt"], "2026-03-17T09:00:00.000000Z");
    assert_eq!((poll["voters"].as_array().unwrap().len(), &poll["viewerCan"]["close"]), (4, &json!(true)));
    for (who, code) in [(&visitor(), "UNAUTHENTICATED"), (&scene.outsider, "NOT_FOUND")] {
        let reply = act(&scene, who, "meetingPollAnswer", answer(&poll, &[(0, "YES")])).await;
        assert_eq!(reply.code(), code);
    }
    done(&scene, &scene.guest, "meetingPollAnswer", answer(&poll, &[(0, "YES"), (1, "NO")])).await;
    done(&scene, &scene.mona, "meetingPollAnswer", answer(&poll, &[(0, "NO"), (1, "YES")])).await;
    // One changes one's mind; what is not named stays.
    let poll = done(&scene, &scene.mona, "meetingPollAnswer", answer(&poll, &[(0, "IF_NEEDED")])).await;
    let first = &poll["options"][0];
    assert_eq!((&first["yes"], &first["ifNeeded"], &first["no"]), (&json!(1), &json!(1), &json!(0)));
    assert_eq!((&first["myAnswer"], &poll["options"][1]["myAnswer"]), (&json!("IF_NEEDED"), &json!("YES")));
    let answered = |voter: &&Value| voter["answered"] == true;
    assert_eq!(poll["voters"].as_array().unwrap().iter().filter(answered).count(), 2);
    let close = json!({ "id": poll["id"], "version": 1, "optionId": first["id"] });
    is_refused(&scene, "meetingPollClose", &close).await;
    let meeting = done(&scene, &scene.chair, "meetingPollClose", close.clone()).await;
    assert_eq!(
        (&meeting["state"], &meeting["title"], &meeting["place"]),
        (&json!("PLANNED"), &json!("Klausur"), &json!("Rathaus"))
    );
    assert_eq!((&meeting["startsAt"], &meeting["chair"]["id"]), (&first["startsAt"], &json!(scene.chair.id)));
    let (body, _) = mail(&scene, &scene.karl, "meeting-poll-ended").await;
    assert!(body.contains("17. März 2026 um 10:00 Uhr"), "{body}");
    let ended = seen(&scene, &scene.karl, &poll).await;
    assert_eq!((&ended["state"], &ended["meeting"]["id"]), (&json!("CLOSED"), &meeting["id"]));
    assert_eq!(act(&scene, &scene.chair, "meetingPollClose", close).await.code(), "CONFLICT");
    let late = act(&scene, &scene.mona, "meetingPollAnswer", answer(&poll, &[(0, "NO")])).await;
    assert_eq!(late.code(), "STATE_FORBIDS");
}

#[tokio::test]
async fn what_was_deferred_comes_on_the_agenda_of_the_meeting_that_a_poll_makes() {
    let scene = scene().await;
    let meeting = planned(&scene, "Märzsitzung", 16).await;
    let item = added(&scene, &meeting, "Haushalt").await;
    let defer = json!({ "id": item["id"], "version": 1, "reason": "Zahlen fehlen." });
    done(&scene, &scene.chair, "agendaItemDefer", defer).await;
    let poll = opened(&scene).await;
    let close = json!({ "id": poll["id"], "version": 1, "optionId": poll["options"][0]["id"] });
    let meeting = done(&scene, &scene.chair, "meetingPollClose", close).await;
    assert_eq!(agenda(&scene, &scene.mona, &meeting["id"]).await, ["1 Haushalt"]);
}

#[tokio::test]
async fn what_is_not_right_is_named() {
    let scene = scene().await;
    for (field, value, expected) in [
        ("title", json!(""), "title: REQUIRED"),
        ("options", json!([opening(&scene)["options"][0]]), "options: REQUIRED"),
        ("answerBy", json!("2026-03-01"), "answerBy: DATE_OUT_OF_RANGE"),
        ("onlineUrl", json!("ftp://x.example"), "onlineUrl: INVALID_URL"),
    ] {
        let mut input = opening(&scene);
        input[field] = value;
        assert_eq!(act(&scene, &scene.chair, "meetingPollOpen", input).await.fields(), [expected], "{field}");
    }
    let poll = opened(&scene).await;
    let none = act(&scene, &scene.mona, "meetingPollAnswer", answer(&poll, &[])).await;
    assert_eq!(none.fields(), ["answers: REQUIRED"]);
    let twice = act(&scene, &scene.mona, "meetingPollAnswer", answer(&poll, &[(0, "NO"), (0, "YES")])).await;
    assert_eq!(twice.fields(), ["answers.1.optionId: DUPLICATE"]);
    let unknown = json!({ "id": poll["id"], "answers": [{ "optionId": "x", "answer": "YES" }] });
    let unknown = act(&scene, &scene.mona, "meetingPollAnswer", unknown).await;
    assert_eq!(unknown.fields(), ["answers.0.optionId: UNKNOWN_REFERENCE"]);
    let other = json!({ "id": poll["id"], "version": 1, "optionId": "x" });
    assert_eq!(
        act(&scene, &scene.chair, "meetingPollClose", other).await.fields(),
        ["optionId: UNKNOWN_REFERENCE"]
    );
}

#[tokio::test]
async fn after_its_last_day_nobody_answers_and_it_can_be_given_up() {
    let scene = scene().await;
    let poll = opened(&scene).await;
    scene.app.clock.advance(TimeDelta::days(9));
    let mona = Somebody {
        token: scene.app.token_now(&scene.mona.id).await,
        id: String::new(),
        email: String::new(),
    };
    let chair = Somebody {
        token: scene.app.token_now(&scene.chair.id).await,
        id: String::new(),
        email: String::new(),
    };
    let reply = act(&scene, &mona, "meetingPollAnswer", answer(&poll, &[(0, "YES")])).await;
    assert_eq!(reply.code(), "STATE_FORBIDS");
    assert_eq!(seen(&scene, &mona, &poll).await["viewerCan"]["answer"], false);
    let cancel = json!({ "id": poll["id"], "version": 1 });
    assert_eq!(act(&scene, &mona, "meetingPollCancel", cancel.clone()).await.code(), "FORBIDDEN");
    assert_eq!(done(&scene, &chair, "meetingPollCancel", cancel.clone()).await["state"], "CANCELLED");
    assert_eq!(act(&scene, &chair, "meetingPollCancel", cancel).await.code(), "CONFLICT");
    let again = json!({ "id": poll["id"], "version": 2 });
    assert_eq!(act(&scene, &chair, "meetingPollCancel", again).await.code(), "STATE_FORBIDS");
    assert_eq!(scene.app.mails(&scene.karl.email, "meeting-poll-ended").await, 1);
}

#[tokio::test]
async fn two_choices_at_once_make_one_meeting() {
    let scene = scene().await;
    let poll = opened(&scene).await;
    let close = |at: usize| {
        let input = json!({ "id": poll["id"], "version": 1, "optionId": poll["options"][at]["id"] });
        act(&scene, &scene.chair, "meetingPollClose", input)
    };
    let (one, two) = futures::join!(close(0), close(1));
    let mut codes = [one.code(), two.code()];
    codes.sort_unstable();
    assert_eq!(codes, ["", "CONFLICT"]);
    assert_eq!(scene.app.count("SELECT COUNT(*) FROM meetings", vec![]).await, 1);
}
