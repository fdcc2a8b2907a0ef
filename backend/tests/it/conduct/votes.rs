//! `voteOpen`, `voteClose`, `voteCancel`, and the resolutions that come of them.

use futures::future::join_all;
use serde_json::{Value, json};
use verbund_shared::groups::GroupRole;

use super::{Room, codes, group_of, state, with};

async fn resolutions(room: &Room) -> i64 {
    room.app().count("SELECT COUNT(*) FROM resolutions", vec![]).await
}

fn counted(vote: &Value, yes: i32, no: i32, abstain: i32) -> Value {
    with(vote, json!({ "yes": yes, "no": no, "abstain": abstain }))
}

#[tokio::test]
async fn a_vote_becomes_a_resolution_with_the_next_number() {
    let room = Room::quorate().await;
    room.comes(&room.scene.karl, json!({})).await;
    room.begin(1).await;
    let mut input = room.vote_on(1);
    input["moverId"] = json!(room.scene.mona.id);
    input["effectiveFrom"] = json!("2026-04-01");
    input["reviewOn"] = json!("2027-04-01");
    room.is_refused("voteOpen", &input).await;
    let open = room.done(&room.scene.chair, "voteOpen", input).await;
    assert_eq!(
        (&open["state"], &open["present"], &open["roll"], &open["needed"], &open["outcome"]),
        (&json!("OPEN"), &json!(3), &json!(3), &json!(2), &Value::Null)
    );
    assert_eq!(open["wordingHtml"], "<p>Der <strong>Haushalt</strong> gilt.</p>\n");
    let input = counted(&open, 2, 1, 0);
    room.is_refused("voteClose", &input).await;
    let closed = room.done(&room.scene.chair, "voteClose", input.clone()).await;
    assert_eq!((&closed["state"], &closed["outcome"]), (&json!("CLOSED"), &json!("ADOPTED")));
    assert_eq!(closed["resolution"]["label"], "AG-2026/001");
    assert_eq!(room.item_state(1).await, "decided");
    // Twice: it stays at one resolution.
    assert_eq!(room.act(&room.scene.chair, "voteClose", input).await.code(), "CONFLICT");
    let again = room.act(&room.scene.chair, "voteClose", counted(&closed, 2, 1, 0)).await;
    assert_eq!((again.code(), state(&again)), ("STATE_FORBIDS", "closed"));
    assert_eq!(resolutions(&room).await, 1);

    let token = room.token(&room.scene.mona).await;
    let variables = json!({ "id": closed["resolution"]["id"] });
    let reply = room.app().send(&token, "ResolutionPage", variables).await;
    let row = &reply.data()["resolution"];
    assert_eq!(row["votes"], json!({ "yes": 2, "no": 1, "abstain": 0, "present": 3, "roll": 3 }));
    assert_eq!(
        (&row["decidedOn"], &row["effectiveFrom"], &row["reviewOn"], &row["mover"]["id"], &row["recorded"]),
        (
            &json!("2026-03-02"),
            &json!("2026-04-01"),
            &json!("2027-04-01"),
            &json!(room.scene.mona.id),
            &json!(false)
        )
    );
    assert_eq!(row["wording"], "Der **Haushalt** gilt.");
    let variables = json!({ "groupId": room.scene.group });
    let chain = room.app().send(&token, "GroupResolutionsPage", variables).await;
    assert_eq!(chain.data()["groupResolutions"]["chain"]["broken"], Value::Null);
}

#[tokio::test]
async fn an_item_can_have_several_votes_and_rejected_ones_are_numbered_too() {
    let room = Room::quorate().await;
    room.begin(0).await;
    let amendment = room.vote(0).await;
    let closed = room.done(&room.scene.chair, "voteClose", counted(&amendment, 1, 1, 0)).await;
    assert_eq!(
        (&closed["outcome"], &closed["resolution"]["label"]),
        (&json!("REJECTED"), &json!("AG-2026/001"))
    );
    let motion = room.vote(0).await;
    let closed = room.done(&room.scene.chair, "voteClose", counted(&motion, 1, 0, 1)).await;
    assert_eq!((&closed["outcome"], &closed["needed"]), (&json!("ADOPTED"), &json!(1)));
    assert_eq!(closed["resolution"]["label"], "AG-2026/002");
    // What was decided by a vote is not taken up again.
    let again = room.about_item(0, json!({})).await;
    let again = room.act(&room.scene.chair, "agendaItemBegin", again).await;
    assert_eq!((again.code(), state(&again)), ("STATE_FORBIDS", "resolved"));
    let votes = room.seen().await["votes"].clone();
    assert_eq!(votes.as_array().unwrap().len(), 2);
}

#[tokio::test]
async fn what_was_counted_adds_up() {
    let room = Room::quorate().await;
    let open = room.vote(1).await;
    for (votes, expected) in [
        ([2, 1, 0], "yes: VOTES_TOO_MANY"),
        ([0, 0, 0], "yes: REQUIRED"),
        ([-1, 1, 1], "yes: INVALID_VALUE"),
        ([1, 100_001, 0], "no: INVALID_VALUE"),
        ([1, 0, -1], "abstain: INVALID_VALUE"),
    ] {
        let [yes, no, abstain] = votes;
        let refused = room.act(&room.scene.chair, "voteClose", counted(&open, yes, no, abstain)).await;
        assert_eq!(refused.fields(), [expected], "{votes:?}");
    }
    // The base is what was there at the opening, whoever comes later.
    room.comes(&room.scene.karl, json!({})).await;
    let refused = room.act(&room.scene.chair, "voteClose", counted(&open, 3, 0, 0)).await;
    assert_eq!(refused.fields(), ["yes: VOTES_TOO_MANY"]);
    assert_eq!(resolutions(&room).await, 0);
}

#[tokio::test]
async fn what_is_not_right_is_refused() {
    let room = Room::quorate().await;
    let karl = room.entry(&room.scene.karl).await["id"].clone();
    let guest = room.entry(&room.scene.guest).await["id"].clone();
    let excluded = |id: &Value, reason: &str| json!([{ "attendanceId": id, "reason": reason }]);
    for (field, value, expected) in [
        ("title", json!(" "), "title: REQUIRED"),
        ("title", json!("x".repeat(201)), "title: TOO_LONG"),
        ("wording", json!(""), "wording: REQUIRED"),
        ("moverId", json!(room.scene.guest.id), "moverId: UNKNOWN_REFERENCE"),
        ("moverId", json!(room.scene.outsider.id), "moverId: UNKNOWN_REFERENCE"),
        ("moverId", json!("x"), "moverId: UNKNOWN_REFERENCE"),
        (
            "majority",
            json!({ "base": "CAST", "num": 3, "den": 2, "strict": false }),
            "majority: INVALID_VALUE",
        ),
        ("excluded", excluded(&karl, " "), "excluded.0.reason: REQUIRED"),
        ("excluded", excluded(&json!("x"), "Darum."), "excluded.0.attendanceId: UNKNOWN_REFERENCE"),
        ("excluded", excluded(&guest, "Darum."), "excluded.0.attendanceId: INVALID_VALUE"),
        (
            "excluded",
            json!([{ "attendanceId": karl, "reason": "a" }, { "attendanceId": karl, "reason": "b" }]),
            "excluded.1.attendanceId: DUPLICATE",
        ),
    ] {
        let mut input = room.vote_on(1);
        input[field] = value;
        assert_eq!(room.act(&room.scene.chair, "voteOpen", input).await.fields(), [expected]);
    }
    let mut input = room.vote_on(1);
    input["effectiveFrom"] = json!("2026-04-02");
    input["reviewOn"] = json!("2026-04-01");
    assert_eq!(room.act(&room.scene.chair, "voteOpen", input).await.fields(), ["reviewOn: DATE_ORDER"]);
    let noted = room.about_item(1, json!({ "outcome": "NOTED" })).await;
    room.done(&room.scene.chair, "agendaItemSettle", noted).await;
    let late = room.act(&room.scene.chair, "voteOpen", room.vote_on(1)).await;
    assert_eq!((late.code(), state(&late)), ("STATE_FORBIDS", "noted"));
}

#[tokio::test]
async fn without_the_quorum_nothing_is_voted_on() {
    let room = Room::opened().await;
    room.comes(&room.scene.chair, json!({})).await;
    let few = room.act(&room.scene.chair, "voteOpen", room.vote_on(1)).await;
    assert_eq!((few.code(), state(&few)), ("STATE_FORBIDS", "no_quorum"));
    room.comes(&room.scene.mona, json!({ "online": true })).await;
    let open = room.vote(1).await;
    assert_eq!(open["quorate"], true);
    // However few: still somebody.
    let sql = "UPDATE procedures SET quorum_kind = 'none' WHERE group_id = $1";
    room.app().execute(sql, vec![group_of(&room.scene).0.into()]).await;
    room.done(&room.scene.chair, "voteCancel", with(&open, json!({}))).await;
    room.goes(&room.scene.mona, json!({})).await;
    let open = room.vote(1).await;
    assert_eq!(open["present"], 1);
    room.done(&room.scene.chair, "voteCancel", with(&open, json!({}))).await;
    room.goes(&room.scene.chair, json!({})).await;
    let few = room.act(&room.scene.chair, "voteOpen", room.vote_on(1)).await;
    assert_eq!((few.code(), state(&few)), ("STATE_FORBIDS", "no_quorum"));
}

#[tokio::test]
async fn before_and_after_the_meeting_nothing_is_voted_on() {
    let room = Room::new().await;
    let early = room.act(&room.scene.chair, "voteOpen", room.vote_on(1)).await;
    assert_eq!((early.code(), state(&early)), ("STATE_FORBIDS", "planned"));
    let room = Room::quorate().await;
    room.close().await;
    let late = room.act(&room.scene.chair, "voteOpen", room.vote_on(1)).await;
    assert_eq!((late.code(), state(&late)), ("STATE_FORBIDS", "closed"));
}

#[tokio::test]
async fn while_a_vote_is_open_the_meeting_stays_where_it_is() {
    let room = Room::quorate().await;
    room.begin(1).await;
    let open = room.vote(1).await;
    let second = room.act(&room.scene.chair, "voteOpen", room.vote_on(0)).await;
    assert_eq!((second.code(), state(&second)), ("STATE_FORBIDS", "vote_open"));
    for (name, input) in [
        ("agendaItemBegin", room.about_item(0, json!({})).await),
        ("agendaItemSettle", room.about_item(1, json!({ "outcome": "NOTED" })).await),
        ("meetingClose", json!({ "id": room.meeting, "version": 2 })),
    ] {
        let refused = room.act(&room.scene.chair, name, input).await;
        assert_eq!((refused.code(), state(&refused)), ("STATE_FORBIDS", "vote_open"), "{name}");
    }
    let input = with(&open, json!({}));
    room.is_refused("voteCancel", &input).await;
    let ended = room.done(&room.scene.chair, "voteCancel", input.clone()).await;
    assert_eq!(
        (&ended["state"], &ended["outcome"], &ended["resolution"]),
        (&json!("CANCELLED"), &Value::Null, &Value::Null)
    );
    assert_eq!(room.act(&room.scene.chair, "voteCancel", input).await.code(), "CONFLICT");
    let late = room.act(&room.scene.chair, "voteClose", counted(&ended, 1, 0, 0)).await;
    assert_eq!((late.code(), state(&late)), ("STATE_FORBIDS", "cancelled"));
    assert_eq!(resolutions(&room).await, 0);
    // Nothing was decided: the item is spoken about still, and another vote gets the first number.
    assert_eq!(room.item_state(1).await, "in_discussion");
    let open = room.vote(1).await;
    let closed = room.done(&room.scene.chair, "voteClose", counted(&open, 2, 0, 0)).await;
    assert_eq!(closed["resolution"]["label"], "AG-2026/001");
}

#[tokio::test]
async fn whoever_is_excluded_counts_for_the_quorum_and_not_for_the_vote() {
    let room = Room::quorate().await;
    let mona = room.entry(&room.scene.mona).await["id"].clone();
    let chair = room.entry(&room.scene.chair).await["id"].clone();
    let mut input = room.vote_on(1);
    input["excluded"] = json!([{ "attendanceId": mona, "reason": "Ist Antragstellerin." }]);
    let open = room.done(&room.scene.chair, "voteOpen", input.clone()).await;
    assert_eq!((&open["present"], &open["roll"], &open["quorate"]), (&json!(1), &json!(3), &json!(true)));
    assert_eq!(
        open["excluded"],
        json!([{
            "attendanceId": mona, "name": "mona Test", "reason": "Ist Antragstellerin.",
            "organisation": { "name": "Bildungswerk" },
        }])
    );
    let refused = room.act(&room.scene.chair, "voteClose", counted(&open, 2, 0, 0)).await;
    assert_eq!(refused.fields(), ["yes: VOTES_TOO_MANY"]);
    let closed = room.done(&room.scene.chair, "voteClose", counted(&open, 1, 0, 0)).await;
    // The resolution names them to those who see the meeting.
    let query = "query($id: ID!) { resolution(id: $id) { meetingId itemTitle excluded } }";
    let variables = json!({ "id": closed["resolution"]["id"] });
    for (who, expected) in [
        (
            &room.scene.guest,
            json!({ "meetingId": room.meeting, "itemTitle": "Haushalt", "excluded": ["mona Test"] }),
        ),
        (&room.scene.outsider, json!({ "meetingId": null, "itemTitle": null, "excluded": [] })),
    ] {
        let reply = room.send(&room.token(who).await, query, variables.clone()).await;
        assert_eq!(reply.data()["resolution"], expected, "{}", who.email);
    }
    // Nobody is left to vote.
    input["excluded"] = json!([
        { "attendanceId": mona, "reason": "Befangen." }, { "attendanceId": chair, "reason": "Befangen." },
    ]);
    let nobody = room.act(&room.scene.chair, "voteOpen", input).await;
    assert_eq!((nobody.code(), state(&nobody)), ("STATE_FORBIDS", "no_quorum"));
}

#[tokio::test]
async fn an_organisation_is_excluded_when_all_its_people_who_are_there_are() {
    let room = Room::new().await;
    let sql = "UPDATE procedures SET vote_by = 'organisation' WHERE group_id = $1";
    room.app().execute(sql, vec![group_of(&room.scene).0.into()]).await;
    let other = room.app().member("Migrationsrat").await;
    let nora = room.joins("nora", Some(other), GroupRole::Member).await;
    let input = json!({ "id": room.meeting, "version": 1 });
    room.done(&room.scene.chair, "meetingOpen", input).await;
    for who in [&room.scene.chair, &room.scene.mona, &nora] {
        room.comes(who, json!({})).await;
    }
    let mut ids = Vec::new();
    for who in [&room.scene.chair, &room.scene.mona] {
        ids.push(room.entry(who).await["id"].clone());
    }
    for (count, present) in [(0, 2), (1, 2), (2, 1)] {
        let mut input = room.vote_on(1);
        let excluded = ids[..count].iter().map(|id| json!({ "attendanceId": id, "reason": "Befangen." }));
        input["excluded"] = Value::Array(excluded.collect());
        let open = room.done(&room.scene.chair, "voteOpen", input).await;
        assert_eq!((&open["present"], &open["roll"]), (&json!(present), &json!(2)), "{count} excluded");
        room.done(&room.scene.chair, "voteCancel", with(&open, json!({}))).await;
    }
}

#[tokio::test]
async fn a_vote_can_need_another_majority() {
    let room = Room::quorate().await;
    room.comes(&room.scene.karl, json!({})).await;
    for (num, yes, no, outcome, needed) in [(2, 2, 1, "ADOPTED", 2), (3, 2, 1, "REJECTED", 3)] {
        let mut input = room.vote_on(1);
        input["majority"] = json!({ "base": "ROLL", "num": num, "den": 3, "strict": false });
        input["secret"] = json!(true);
        let open = room.done(&room.scene.chair, "voteOpen", input).await;
        assert_eq!(open["needed"], needed);
        let closed = room.done(&room.scene.chair, "voteClose", counted(&open, yes, no, 0)).await;
        assert_eq!(closed["outcome"], outcome);
    }
}

#[tokio::test]
async fn of_two_who_act_on_votes_at_once_one_does() {
    let room = Room::quorate().await;
    let token = room.app().token_now(&room.scene.chair.id).await;
    let open = |place| room.act_with(&token, "voteOpen", room.vote_on(place));
    let both = join_all([open(0), open(1)]).await;
    let mut found = codes(&both);
    found.sort_unstable();
    assert_eq!(found, ["", "STATE_FORBIDS"]);
    let vote = room.seen().await["votes"][0].clone();
    let inputs = [counted(&vote, 2, 0, 0), counted(&vote, 0, 2, 0)];
    let both = join_all(inputs.map(|input| room.act_with(&token, "voteClose", input))).await;
    let mut found = codes(&both);
    found.sort_unstable();
    assert_eq!(found, ["", "CONFLICT"]);
    assert_eq!(resolutions(&room).await, 1);
}

#[tokio::test]
async fn who_was_excluded_is_not_removed() {
    let room = Room::quorate().await;
    let karl = room.entry(&room.scene.karl).await["id"].clone();
    let mut input = room.vote_on(1);
    input["excluded"] = json!([{ "attendanceId": karl, "reason": "Befangen." }]);
    let open = room.done(&room.scene.chair, "voteOpen", input).await;
    room.done(&room.scene.chair, "voteClose", counted(&open, 2, 0, 0)).await;
    // As if he had been a guest who was added.
    let person: verbund_shared::id::PersonId = room.scene.karl.id.parse().unwrap();
    for sql in [
        "UPDATE attendances SET role = 'guest' WHERE person_id = $1",
        "DELETE FROM group_roles WHERE person_id = $1",
    ] {
        room.app().execute(sql, vec![person.0.into()]).await;
    }
    let input = room.with_entry(&room.scene.karl, json!({})).await;
    assert_eq!(room.act(&room.scene.chair, "attendanceRemove", input).await.code(), "IN_USE");
}
