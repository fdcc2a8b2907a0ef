//! Meetings: rules of procedure, planning, agendas, invitations, replies, date polls.

mod agenda;
mod inviting;
mod lists;
mod planning;
mod polls;
mod procedure;

use chrono::TimeDelta;
use serde_json::{Value, json};
use verbund_shared::id::{GroupId, MeetingId};

use crate::{
    support::Reply,
    tasks::{Scene, Somebody},
};

const MEETING: &str = "id title state startsAt endsAt place onlineUrl note reason chair { id } minuteTaker { id } \
    invitedAt noticeKept inviteBy myReply calendarPath version \
    items { id number state title parentId internal late startsAt version deferredFrom { id } deferredTo { id } \
        viewerCan { edit schedule withdraw defer } } \
    proposals { id title } agendaVersions { number sha256 entries { number title late internal } } \
    openTasks { title } replies { person { id } reply note } \
    viewerCan { edit invite postpone cancel reply submit conduct }";
const ITEM: &str = "id number state title meetingId late reason version \
    viewerCan { edit schedule withdraw defer }";
const POLL: &str = "id state version answerBy meeting { id } \
    options { id startsAt yes ifNeeded no myAnswer answers { personId answer } } \
    voters { person { id } answered } viewerCan { answer close cancel }";

/// A scene that takes any query.
async fn scene() -> Scene {
    Scene::with(|config| config.development = true).await
}

fn visitor() -> Somebody {
    Somebody { token: String::new(), id: String::new(), email: String::new() }
}

/// Asks something.
async fn ask(scene: &Scene, who: &Somebody, query: &str, variables: Value) -> Reply {
    let body = json!({ "query": query, "variables": variables });
    scene.app.post_graphql(&who.token, &body.to_string(), &[]).await
}

/// Sends a mutation: its input is named after it.
async fn act(scene: &Scene, who: &Somebody, name: &str, input: Value) -> Reply {
    let (first, rest) = name.split_at(1);
    let type_name = match name {
        "meetingPostpone" | "meetingCancel" => "MeetingEndInput".to_owned(),
        "agendaItemWithdraw" | "agendaItemDefer" => "AgendaItemEndInput".to_owned(),
        _ => format!("{}{rest}Input", first.to_uppercase()),
    };
    let fields = match name {
        "procedureUpdate" => "procedure { version noticeDays }".to_owned(),
        "meetingPollClose" => format!("meeting {{ {MEETING} }}"),
        name if name.starts_with("meetingPoll") => format!("poll {{ {POLL} }}"),
        name if name.starts_with("agendaItem") => format!("item {{ {ITEM} }}"),
        _ => format!("meeting {{ {MEETING} }}"),
    };
    let query = format!("mutation($input: {type_name}!) {{ {name}(input: $input) {{ {fields} }} }}");
    ask(scene, who, &query, json!({ "input": input })).await
}

/// Sends a mutation that must do, and gives what it changed.
async fn done(scene: &Scene, who: &Somebody, name: &str, input: Value) -> Value {
    // What happens one after the other is kept in that order.
    scene.app.clock.advance(TimeDelta::seconds(1));
    let reply = act(scene, who, name, input).await;
    reply.data()[name].as_object().unwrap().values().next().unwrap().clone()
}

/// Who is refused: a visitor, somebody of the network, and a guest of the group.
async fn is_refused(scene: &Scene, name: &str, input: &Value) {
    for (who, code) in
        [(&visitor(), "UNAUTHENTICATED"), (&scene.outsider, "NOT_FOUND"), (&scene.guest, "FORBIDDEN")]
    {
        assert_eq!(act(scene, who, name, input.clone()).await.code(), code, "{name} by {}", who.email);
    }
}

/// A meeting on a day of March, from ten to twelve.
fn details(title: &str, day: u32) -> Value {
    let at = |time: &str| json!({ "day": format!("2026-03-{day:02}"), "time": time });
    json!({ "title": title, "startsAt": at("10:00"), "endsAt": at("12:00"), "place": "Rathaus" })
}

async fn planned(scene: &Scene, title: &str, day: u32) -> Value {
    let input = json!({ "groupId": scene.group, "details": details(title, day) });
    done(scene, &scene.chair, "meetingPlan", input).await
}

fn text(title: &str) -> Value {
    json!({ "kind": "DECISION", "title": title, "duration": 10 })
}

async fn added(scene: &Scene, meeting: &Value, title: &str) -> Value {
    let input = json!({ "meetingId": meeting["id"], "text": text(title) });
    done(scene, &scene.chair, "agendaItemAdd", input).await
}

/// A meeting with one item to which people are invited.
async fn invited(scene: &Scene, title: &str, day: u32) -> Value {
    let meeting = planned(scene, title, day).await;
    added(scene, &meeting, "Haushalt").await;
    done(scene, &scene.chair, "meetingInvite", json!({ "id": meeting["id"], "version": 1 })).await
}

/// The meeting as somebody sees it.
async fn seen(scene: &Scene, who: &Somebody, id: &Value) -> Value {
    let query = format!("query($id: ID!) {{ meeting(id: $id) {{ {MEETING} }} }}");
    ask(scene, who, &query, json!({ "id": id })).await.data()["meeting"].clone()
}

/// Numbers and titles of an agenda as somebody sees it.
async fn agenda(scene: &Scene, who: &Somebody, id: &Value) -> Vec<String> {
    let items = seen(scene, who, id).await["items"].as_array().unwrap().clone();
    let show = |item: &Value| {
        format!("{} {}", item["number"].as_str().unwrap(), item["title"].as_str().unwrap()).trim().to_owned()
    };
    items.iter().map(show).collect()
}

async fn set_state(scene: &Scene, meeting: &Value, state: &str) {
    let id: MeetingId = meeting["id"].as_str().unwrap().parse().unwrap();
    let sql = "UPDATE meetings SET state = $1 WHERE id = $2";
    scene.app.execute(sql, vec![state.into(), id.0.into()]).await;
}

/// The group ends.
async fn conclude(scene: &Scene) {
    let id: GroupId = scene.group.parse().unwrap();
    scene.app.execute("UPDATE groups SET state = 'concluded' WHERE id = $1", vec![id.0.into()]).await;
}

/// The newest mail of a kind to somebody: text and calendar file.
async fn mail(scene: &Scene, who: &Somebody, template: &str) -> (String, String) {
    let newest = |column: &str| {
        format!("SELECT {column} FROM outbox WHERE recipient = $1 AND template = $2 ORDER BY id DESC LIMIT 1")
    };
    let values = || vec![who.email.clone().into(), template.into()];
    let body = scene.app.one_text(&newest("body_text"), values()).await.unwrap_or_default();
    let file = scene.app.one_text(&newest("COALESCE(calendar, '')"), values()).await.unwrap_or_default();
    (body, file)
}
