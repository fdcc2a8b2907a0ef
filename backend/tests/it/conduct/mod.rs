//! Holding meetings.

mod access;
mod attendance;
mod course;
mod quorum;
mod times;
mod votes;

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};
use verbund_shared::{
    groups::GroupRole,
    id::{AgendaItemId, GroupId, MeetingId, OrganisationId, PersonId},
    people::AffiliationRole,
};

use crate::{
    support::{Reply, TestApp},
    tasks::{Scene, Somebody},
};

const VOTE: &str = "id itemId title wordingHtml state present roll quorate yes no abstain needed outcome version \
    mover { id } excluded { attendanceId name reason organisation { name } } resolution { id label title }";
const ENTRY: &str = "id person { id } name organisation { name } role reply state note hasVote version \
    spans { online fromAt untilAt }";

fn conduct_fields() -> String {
    format!(
        "meetingId state version openedAt closedAt currentItemId now voteBy majority {{ num den }} \
         attendances {{ {ENTRY} }} votes {{ {VOTE} }} viewerCan {{ open close conduct }} \
         quorum {{ present needed roll reached line {{ at present reached }} }}"
    )
}

/// A meeting of the scene's group that begins now, with three items. Each of chair, Mona and Karl has a vote,
/// half of them must be there.
struct Room {
    scene: Scene,
    meeting: String,
    items: Vec<String>,
}

impl Room {
    /// The meeting is planned and begins now.
    async fn new() -> Self {
        let scene = Scene::with(|config| config.development = true).await;
        let group = group_of(&scene);
        let sql = "INSERT INTO procedures (group_id, vote_by, quorum_kind, quorum_num, quorum_den) \
                   VALUES ($1, 'person', 'fraction', 1, 2)";
        scene.app.execute(sql, vec![group.0.into()]).await;
        let meeting = plan(&scene, scene.app.clock.now()).await;
        let mut items = Vec::new();
        for (place, (title, internal)) in
            [("Bericht", false), ("Haushalt", false), ("Personal", true)].into_iter().enumerate()
        {
            let position = i32::try_from(place).unwrap() + 1;
            items.push(item(&scene, &meeting, (title, internal, position)).await);
        }
        Self { scene, meeting, items }
    }

    /// The meeting is in session, nobody is there.
    async fn opened() -> Self {
        let room = Self::new().await;
        let input = json!({ "id": room.meeting, "version": 1 });
        room.done(&room.scene.chair, "meetingOpen", input).await;
        room
    }

    /// The meeting is in session, chair and Mona are there.
    async fn quorate() -> Self {
        let room = Self::opened().await;
        for who in [&room.scene.chair, &room.scene.mona] {
            room.comes(who, json!({})).await;
        }
        room
    }

    fn app(&self) -> &TestApp {
        &self.scene.app
    }

    /// How somebody sees the meeting.
    async fn seen_by(&self, who: &Somebody) -> Value {
        let reply = self.ask(who).await;
        reply.data()["meetingConduct"].clone()
    }

    async fn ask(&self, who: &Somebody) -> Reply {
        let fields = conduct_fields();
        let query = format!("query($id: ID!) {{ meetingConduct(meetingId: $id) {{ {fields} }} }}");
        self.send(&self.token(who).await, &query, json!({ "id": self.meeting })).await
    }

    /// How the chair sees it.
    async fn seen(&self) -> Value {
        self.seen_by(&self.scene.chair).await
    }

    async fn send(&self, token: &str, query: &str, variables: Value) -> Reply {
        let body = json!({ "query": query, "variables": variables }).to_string();
        self.app().post_graphql(token, &body, &[]).await
    }

    /// A token of now; visitors have none.
    async fn token(&self, who: &Somebody) -> String {
        if who.id.is_empty() { String::new() } else { self.app().token_now(&who.id).await }
    }

    /// Sends a mutation with its input.
    async fn act(&self, who: &Somebody, name: &str, input: Value) -> Reply {
        self.act_with(&self.token(who).await, name, input).await
    }

    async fn act_with(&self, token: &str, name: &str, input: Value) -> Reply {
        let fields = match name {
            "attendanceRemove" => "id".to_owned(),
            _ if name.starts_with("attendance") => format!("attendance {{ {ENTRY} }}"),
            _ if name.starts_with("vote") => format!("vote {{ {VOTE} }}"),
            _ => format!("conduct {{ {} }}", conduct_fields()),
        };
        let (first, rest) = name.split_at(1);
        let input_type = format!("{}{rest}Input", first.to_uppercase());
        let query = format!("mutation($input: {input_type}!) {{ {name}(input: $input) {{ {fields} }} }}");
        self.send(token, &query, json!({ "input": input })).await
    }

    /// Sends a mutation that must do, a second later, and gives what it answers.
    async fn done(&self, who: &Somebody, name: &str, input: Value) -> Value {
        self.app().clock.advance(TimeDelta::seconds(1));
        let reply = self.act(who, name, input).await;
        let answer = reply.data()[name].as_object().unwrap().clone();
        answer.into_iter().next().unwrap().1
    }

    /// Somebody's entry in the attendance.
    async fn entry(&self, who: &Somebody) -> Value {
        let seen = self.seen().await;
        let entries = seen["attendances"].as_array().unwrap();
        entries.iter().find(|entry| entry["person"]["id"] == who.id.as_str()).unwrap().clone()
    }

    /// The input of a change of somebody's entry as it is now.
    async fn with_entry(&self, who: &Somebody, more: Value) -> Value {
        with(&self.entry(who).await, more)
    }

    async fn comes(&self, who: &Somebody, more: Value) -> Value {
        let input = self.with_entry(who, more).await;
        self.done(&self.scene.chair, "attendanceArrive", input).await
    }

    async fn goes(&self, who: &Somebody, more: Value) -> Value {
        let input = self.with_entry(who, more).await;
        self.done(&self.scene.chair, "attendanceLeave", input).await
    }

    /// An input about an item as it is now.
    async fn about_item(&self, place: usize, more: Value) -> Value {
        let id: AgendaItemId = self.items[place].parse().unwrap();
        let row = self.item_row(id).await;
        with(&json!({ "itemId": self.items[place], "version": row.version }), more)
    }

    async fn item_row(&self, id: AgendaItemId) -> verbund::meetings::store::AgendaItemRow {
        verbund::meetings::store::find_item(self.app().app.db().read(), id).await.unwrap().unwrap()
    }

    /// Where an item stands.
    async fn item_state(&self, place: usize) -> String {
        self.item_row(self.items[place].parse().unwrap()).await.state.as_str().to_owned()
    }

    async fn begin(&self, place: usize) -> Value {
        let input = self.about_item(place, json!({})).await;
        self.done(&self.scene.chair, "agendaItemBegin", input).await
    }

    fn vote_on(&self, place: usize) -> Value {
        json!({ "itemId": self.items[place], "title": "Haushalt 2026", "wording": "Der **Haushalt** gilt." })
    }

    /// A vote that is open.
    async fn vote(&self, place: usize) -> Value {
        self.done(&self.scene.chair, "voteOpen", self.vote_on(place)).await
    }

    /// Ends the meeting.
    async fn close(&self) -> Value {
        let version = self.seen().await["version"].clone();
        let input = json!({ "id": self.meeting, "version": version });
        self.done(&self.scene.chair, "meetingClose", input).await
    }

    /// A visitor, somebody outside, a guest of the group and a member who neither chairs this meeting nor
    /// writes its minutes are refused; so is anybody once the group has ended.
    async fn is_refused(&self, name: &str, input: &Value) {
        let visitor = Somebody { token: String::new(), id: String::new(), email: String::new() };
        let scene = &self.scene;
        for (who, code) in [
            (&visitor, "UNAUTHENTICATED"),
            (&scene.outsider, "NOT_FOUND"),
            (&scene.guest, "FORBIDDEN"),
            (&scene.mona, "FORBIDDEN"),
        ] {
            assert_eq!(self.act(who, name, input.clone()).await.code(), code, "{name} by {}", who.email);
        }
        let group = group_of(scene).0;
        for (state, code) in [("concluded", "STATE_FORBIDS"), ("active", "")] {
            let sql = "UPDATE groups SET state = $2 WHERE id = $1";
            self.app().execute(sql, vec![group.into(), state.into()]).await;
            if !code.is_empty() {
                assert_eq!(self.act(&scene.chair, name, input.clone()).await.code(), code, "{name}");
            }
        }
    }

    /// Somebody of another organisation who is in the group since yesterday.
    async fn joins(&self, name: &str, organisation: Option<OrganisationId>, role: GroupRole) -> Somebody {
        let email = format!("{name}@elsewhere.example");
        let home = organisation.unwrap_or(self.scene.organisation);
        let token = self.app().member_of(home, AffiliationRole::Staff, &email).await;
        let me = self.app().send(&token, "AccountProfile", json!({})).await;
        let id = me.data()["viewer"]["person"]["id"].as_str().unwrap().to_owned();
        let person: PersonId = id.parse().unwrap();
        let app = self.app();
        app.execute(
            "INSERT INTO group_roles (id, group_id, person_id, organisation_id, role, state, from_day, created_at) \
             VALUES ($1, $2, $3, $4, $5, 'active', $6, $7)",
            vec![
                app.clock.new_id().into(),
                group_of(&self.scene).0.into(),
                person.0.into(),
                organisation.map(|id| id.0).into(),
                role.as_str().into(),
                app.app.today().pred_opt().unwrap().into(),
                app.clock.now().into(),
            ],
        )
        .await;
        Somebody { token, id, email }
    }
}

fn group_of(scene: &Scene) -> GroupId {
    scene.group.parse().unwrap()
}

/// The input of a change of something as it was looked at.
fn with(seen: &Value, more: Value) -> Value {
    let mut input = json!({ "version": seen["version"] });
    let name = if seen["id"].is_null() { "itemId" } else { "id" };
    input[name] = seen[name].clone();
    for (name, value) in more.as_object().unwrap() {
        input[name] = value.clone();
    }
    input
}

/// A planned meeting of two hours.
async fn plan(scene: &Scene, starts: DateTime<Utc>) -> String {
    let (app, id) = (&scene.app, MeetingId(scene.app.clock.new_id()));
    app.execute(
        "INSERT INTO meetings (id, group_id, title, state, starts_at, ends_at, created_at, updated_at) \
         VALUES ($1, $2, 'Sitzung', 'planned', $3, $4, $5, $5)",
        vec![
            id.0.into(),
            group_of(scene).0.into(),
            starts.into(),
            (starts + TimeDelta::hours(2)).into(),
            app.clock.now().into(),
        ],
    )
    .await;
    id.to_string()
}

async fn item(scene: &Scene, meeting: &str, (title, internal, position): (&str, bool, i32)) -> String {
    // What is made one after the other is kept in that order.
    scene.app.clock.advance(TimeDelta::seconds(1));
    let (app, id) = (&scene.app, AgendaItemId(scene.app.clock.new_id()));
    let meeting: MeetingId = meeting.parse().unwrap();
    app.execute(
        "INSERT INTO agenda_items (id, group_id, meeting_id, position, kind, title, internal, state, created_at, updated_at) \
         VALUES ($1, $2, $3, $4, 'decision', $5, $6, 'scheduled', $7, $7)",
        vec![
            id.0.into(),
            group_of(scene).0.into(),
            meeting.0.into(),
            position.into(),
            title.into(),
            internal.into(),
            app.clock.now().into(),
        ],
    )
    .await;
    id.to_string()
}

/// The codes of replies; empty for those that did.
fn codes(replies: &[Reply]) -> Vec<&str> {
    replies.iter().map(Reply::code).collect()
}

/// The state that a refusal names.
fn state(reply: &Reply) -> &str {
    reply.body["errors"][0]["extensions"]["params"]["state"].as_str().unwrap_or_default()
}
