//! Minutes of meetings.

mod life;
mod objections;
mod pdf;
mod reading;
mod review;
mod versions;
mod writing;

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};
use uuid::Uuid;
use verbund_shared::{
    groups::GroupRole,
    id::{AgendaItemId, GroupId, MeetingId, PersonId},
};

use crate::{
    support::Reply,
    tasks::{Scene, Somebody},
};

const ENTRY: &str = "itemId number title internal text textHtml internalText internalHtml itemState version \
    savedBy { givenName } \
    actions { id text due version organisation { name } person { givenName } task { id title state } }";
const OBJECTION: &str = "id versionNumber itemId itemNumber itemTitle paragraph quote proposedText comment state \
    person { givenName } answer answeredBy { givenName } version viewerCanWithdraw";
const NAME: &str = "number state sha256 previousSha256 person { givenName }";

/// What the page of minutes asks for.
fn minutes_fields() -> String {
    format!(
        "meetingId meetingTitle state reviewUntil approvedOn approvedBySilence version entries {{ {ENTRY} }} \
         versions {{ {NAME} }} objections {{ {OBJECTION} }} \
         signatures {{ role person {{ givenName }} versionNumber }} gaps {{ kind itemId text }} \
         viewerCan {{ write review object answer finalise sign approve amend readInternal }}"
    )
}

/// A meeting that is over: chaired by the chair, minutes taken by Mona, Karl excused, the guest there. Item 2
/// is internal.
struct Met {
    scene: Scene,
    meeting: MeetingId,
    items: [AgendaItemId; 3],
}

impl Met {
    async fn new() -> Self {
        let scene = Scene::with(|config| config.development = true).await;
        let group: GroupId = scene.group.parse().unwrap();
        let person = |who: &Somebody| who.id.parse::<PersonId>().unwrap().0;
        let named = Some((person(&scene.chair), person(&scene.mona)));
        let meeting = meeting(&scene, group, scene.app.clock.now(), "closed", named).await;
        let mut items = [AgendaItemId(Uuid::nil()); 3];
        for (at, (title, kind, state, internal)) in [
            ("Haushalt", "decision", "decided", false),
            ("Personal", "discussion", "noted", true),
            ("Verschiedenes", "information", "noted", false),
        ]
        .into_iter()
        .enumerate()
        {
            let id = scene.app.clock.new_id();
            let place = i32::try_from(at + 1).unwrap();
            scene
                .app
                .execute(
                    "INSERT INTO agenda_items (id, group_id, meeting_id, position, kind, title, state, internal, created_at, updated_at) \
                     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9)",
                    vec![
                        id.into(),
                        group.0.into(),
                        meeting.0.into(),
                        place.into(),
                        kind.into(),
                        title.into(),
                        state.into(),
                        internal.into(),
                        scene.app.clock.now().into(),
                    ],
                )
                .await;
            items[at] = AgendaItemId(id);
        }
        let met = Self { scene, meeting, items };
        for (who, role, away) in [
            (&met.scene.chair, GroupRole::Chair, None),
            (&met.scene.mona, GroupRole::Member, None),
            (&met.scene.karl, GroupRole::Member, Some("excused")),
            (&met.scene.guest, GroupRole::Guest, None),
        ] {
            met.attends(who, role, away).await;
        }
        met
    }

    async fn attends(&self, who: &Somebody, role: GroupRole, away: Option<&str>) {
        let (id, app) = (self.scene.app.clock.new_id(), &self.scene.app);
        app.execute(
            "INSERT INTO attendances (id, meeting_id, person_id, organisation_id, role, away) VALUES ($1, $2, $3, $4, $5, $6)",
            vec![
                id.into(),
                self.meeting.0.into(),
                who.id.parse::<PersonId>().unwrap().0.into(),
                self.scene.organisation.0.into(),
                role.as_str().into(),
                away.map(str::to_owned).into(),
            ],
        )
        .await;
        if away.is_none() {
            let start = app.clock.now() - TimeDelta::hours(2);
            app.execute(
                "INSERT INTO attendance_spans (id, attendance_id, online, from_at, until_at) VALUES ($1, $2, $3, $4, $5)",
                vec![
                    app.clock.new_id().into(),
                    id.into(),
                    false.into(),
                    start.into(),
                    (start + TimeDelta::minutes(90)).into(),
                ],
            )
            .await;
        }
    }

    /// Asks by a query of one's own.
    async fn ask(&self, token: &str, query: &str, variables: Value) -> Reply {
        let body = json!({ "query": query, "variables": variables }).to_string();
        self.scene.app.post_graphql(token, &body, &[]).await
    }

    /// Sends a mutation by its name; its input type is named after it.
    async fn act(&self, token: &str, mutation: &str, input: &Value) -> Reply {
        let (first, rest) = mutation.split_at(1);
        let kind = format!("{}{rest}Input", first.to_uppercase());
        let fields = match mutation {
            "minutesSave" => format!("entry {{ {ENTRY} }}"),
            "minutesActionAdd" | "minutesActionChange" => "action { id text version }".to_owned(),
            "minutesActionRemove" => "id".to_owned(),
            "minutesObject" | "minutesObjectionAnswer" | "minutesObjectionWithdraw" => {
                format!("objection {{ {OBJECTION} }}")
            }
            _ => format!("minutes {{ {} }}", minutes_fields()),
        };
        let query = format!("mutation($input: {kind}!) {{ {mutation}(input: $input) {{ {fields} }} }}");
        self.ask(token, &query, json!({ "input": input })).await
    }

    /// Sends a mutation that must do, as somebody whose token may have run out.
    async fn done(&self, who: &Somebody, mutation: &str, input: Value) -> Value {
        self.scene.app.clock.advance(TimeDelta::seconds(1));
        let token = self.scene.app.token_now(&who.id).await;
        let reply = self.act(&token, mutation, &input).await;
        let answer = reply.data()[mutation].clone();
        answer.as_object().unwrap().values().next().unwrap().clone()
    }

    /// The minutes as somebody sees them.
    async fn seen(&self, who: &Somebody) -> Value {
        let query = format!("query($id: ID!) {{ minutes(meetingId: $id) {{ {} }} }}", minutes_fields());
        let token = self.scene.app.token_now(&who.id).await;
        let reply = self.ask(&token, &query, json!({ "id": self.meeting.to_string() })).await;
        reply.data()["minutes"].clone()
    }

    /// What the minutes' steps take: their meeting and version now.
    async fn now(&self) -> Value {
        let seen = self.seen(&self.scene.chair).await;
        json!({ "meetingId": self.meeting.to_string(), "version": seen["version"] })
    }

    fn text(&self, item: usize, version: i32, text: &str) -> Value {
        json!({ "itemId": self.items[item].to_string(), "version": version, "text": text })
    }

    /// Mona writes to all items and puts the minutes to review until a day.
    async fn reviewed(&self) -> Value {
        for (item, text) in
            ["Es wird **gespart**.\n\nDie AG stimmt zu.", "Frau X geht.", "Nichts."].into_iter().enumerate()
        {
            let mut input = self.text(item, 0, text);
            input["internalText"] = json!(format!("Vertraulich {item}."));
            self.done(&self.scene.mona, "minutesSave", input).await;
        }
        self.review("2026-03-09").await
    }

    async fn review(&self, until: &str) -> Value {
        let mut input = self.now().await;
        input["until"] = json!(until);
        self.done(&self.scene.mona, "minutesReview", input).await
    }

    /// What a visitor, somebody of the network, a guest and a plain member are refused.
    async fn is_refused(&self, mutation: &str, input: &Value) {
        let scene = &self.scene;
        let tokens = [
            (String::new(), "UNAUTHENTICATED"),
            (scene.app.token_now(&scene.outsider.id).await, "NOT_FOUND"),
            (scene.app.token_now(&scene.guest.id).await, "FORBIDDEN"),
            (scene.app.token_now(&scene.karl.id).await, "FORBIDDEN"),
        ];
        for (token, code) in tokens {
            assert_eq!(self.act(&token, mutation, input).await.code(), code, "{mutation}");
        }
    }

    async fn code(&self, who: &Somebody, mutation: &str, input: &Value) -> String {
        let token = self.scene.app.token_now(&who.id).await;
        self.act(&token, mutation, input).await.code().to_owned()
    }

    /// The state that an act was refused for.
    async fn forbidden_by(&self, who: &Somebody, mutation: &str, input: &Value) -> String {
        let token = self.scene.app.token_now(&who.id).await;
        let reply = self.act(&token, mutation, input).await;
        assert_eq!(reply.code(), "STATE_FORBIDS", "{mutation}");
        reply.body["errors"][0]["extensions"]["params"]["state"].as_str().unwrap_or_default().to_owned()
    }

    async fn sql(&self, sql: &str) {
        self.scene.app.execute(sql, vec![self.meeting.0.into()]).await;
    }
}

/// A meeting of two hours that ended with the hour.
async fn meeting(
    scene: &Scene,
    group: GroupId,
    end: DateTime<Utc>,
    state: &str,
    named: Option<(Uuid, Uuid)>,
) -> MeetingId {
    let id = scene.app.clock.new_id();
    let start = end - TimeDelta::hours(2);
    let held = state == "closed";
    scene
        .app
        .execute(
            "INSERT INTO meetings (id, group_id, title, state, starts_at, ends_at, place, chair_id, minute_taker_id, opened_at, closed_at, created_at, updated_at) \
             VALUES ($1, $2, 'Erste Sitzung', $3, $4, $5, 'Rathaus', $6, $7, $8, $9, $4, $4)",
            vec![
                id.into(),
                group.0.into(),
                state.into(),
                start.into(),
                end.into(),
                named.map(|(chair, _)| chair).into(),
                named.map(|(_, taker)| taker).into(),
                held.then_some(start).into(),
                held.then_some(end).into(),
            ],
        )
        .await;
    MeetingId(id)
}
