//! Tasks.

mod assignment;
mod board;
mod checklist;
mod comments;
mod leaving;
mod lists;
mod making;
mod moving;
mod recurrence;
mod reminders;
mod waiting;

use chrono::TimeDelta;
use serde_json::{Value, json};
use verbund::config::Config;
use verbund_shared::{
    groups::GroupRole,
    id::{GroupId, OrganisationId, PersonId},
    people::AffiliationRole,
};

use crate::support::{Reply, TestApp};

/// Somebody who is signed in.
pub(crate) struct Somebody {
    pub(crate) token: String,
    pub(crate) id: String,
    pub(crate) email: String,
}

/// A server with a group at work: its chair, two members and a guest of one organisation, and
/// somebody of the network who is not in it.
pub(crate) struct Scene {
    pub(crate) app: TestApp,
    pub(crate) organisation: OrganisationId,
    pub(crate) group: String,
    pub(crate) chair: Somebody,
    pub(crate) mona: Somebody,
    pub(crate) karl: Somebody,
    pub(crate) guest: Somebody,
    pub(crate) outsider: Somebody,
}

impl Scene {
    pub(crate) async fn new() -> Self {
        Self::with(|_| ()).await
    }

    /// The same with changed settings.
    pub(crate) async fn with(change: impl FnOnce(&mut Config)) -> Self {
        let app = TestApp::with(change).await;
        let organisation = app.member("Bildungswerk").await;
        let group = GroupId(app.clock.new_id());
        let values = vec![group.0.into(), app.clock.now().into()];
        app.execute(
            "INSERT INTO groups (id, kind, name_de, name_key, short_name, short_key, state, created_at, updated_at) \
             VALUES ($1, 'working', 'AG Sprache', 'ag sprache', 'AG', 'ag', 'active', $2, $2)",
            values,
        )
        .await;
        let [chair, mona, karl, guest, outsider] = [
            ("clara", Some(GroupRole::Chair)),
            ("mona", Some(GroupRole::Member)),
            ("karl", Some(GroupRole::Member)),
            ("gerd", Some(GroupRole::Guest)),
            ("otto", None),
        ]
        .map(|(name, role)| somebody(&app, organisation, group, name, role));
        let (chair, mona, karl, guest, outsider) = futures::join!(chair, mona, karl, guest, outsider);
        Self { app, organisation, group: group.to_string(), chair, mona, karl, guest, outsider }
    }

    /// Sends a mutation with its input.
    pub(crate) async fn act(&self, who: &Somebody, operation: &str, input: Value) -> Reply {
        self.app.send(&who.token, operation, json!({ "input": input })).await
    }

    /// Sends a mutation that must do, and gives what it answers.
    pub(crate) async fn done(&self, who: &Somebody, operation: &str, input: Value) -> Value {
        // What happens one after the other is kept in that order.
        self.app.clock.advance(TimeDelta::seconds(1));
        let reply = self.act(who, operation, input).await;
        let (first, rest) = operation.split_at(1);
        reply.data()[format!("{}{rest}", first.to_lowercase())].clone()
    }

    /// A task as the chair makes it.
    pub(crate) async fn task(&self, title: &str) -> Value {
        self.done(&self.chair, "TaskCreate", self.new_task(title)).await["task"].clone()
    }

    /// A task for which somebody is responsible.
    async fn task_of(&self, title: &str, who: &Somebody) -> Value {
        let mut input = self.new_task(title);
        input["responsibleId"] = json!(who.id);
        self.done(&self.chair, "TaskCreate", input).await["task"].clone()
    }

    fn new_task(&self, title: &str) -> Value {
        json!({ "groupId": self.group, "task": { "title": title } })
    }

    /// The task as somebody sees it.
    async fn seen(&self, who: &Somebody, task: &Value) -> Value {
        self.app.send(&who.token, "TaskPage", json!({ "id": task["id"] })).await.data()["task"].clone()
    }

    /// The group ends.
    async fn conclude(&self) {
        let id: GroupId = self.group.parse().unwrap();
        self.app.execute("UPDATE groups SET state = 'concluded' WHERE id = $1", vec![id.0.into()]).await;
    }

    /// Who is refused with which code: a visitor, somebody of the network, and a guest
    /// of the group, who only reads.
    pub(crate) async fn is_refused(&self, operation: &str, input: &Value) {
        let visitor = Somebody { token: String::new(), id: String::new(), email: String::new() };
        for (who, code) in
            [(&visitor, "UNAUTHENTICATED"), (&self.outsider, "NOT_FOUND"), (&self.guest, "FORBIDDEN")]
        {
            let reply = self.act(who, operation, input.clone()).await;
            assert_eq!(reply.code(), code, "{operation} by {}", who.email);
        }
    }

    /// A group that has ended is only read.
    pub(crate) async fn is_over(&self, who: &Somebody, operation: &str, input: Value) {
        self.conclude().await;
        let reply = self.act(who, operation, input).await;
        assert_eq!(reply.code(), "STATE_FORBIDS", "{operation}");
    }
}

async fn somebody(
    app: &TestApp,
    organisation: OrganisationId,
    group: GroupId,
    name: &str,
    role: Option<GroupRole>,
) -> Somebody {
    let email = format!("{name}@bildungswerk.example");
    let token = app.member_of(organisation, AffiliationRole::Staff, &email).await;
    let me = app.send(&token, "AccountProfile", json!({})).await;
    let id = me.data()["viewer"]["person"]["id"].as_str().unwrap().to_owned();
    if let Some(role) = role {
        let person: PersonId = id.parse().unwrap();
        app.execute(
            "INSERT INTO group_roles (id, group_id, person_id, organisation_id, role, state, from_day, created_at) \
             VALUES ($1, $2, $3, $4, $5, 'active', $6, $7)",
            vec![
                app.clock.new_id().into(),
                group.0.into(),
                person.0.into(),
                organisation.0.into(),
                role.as_str().into(),
                app.app.today().pred_opt().unwrap().into(),
                app.clock.now().into(),
            ],
        )
        .await;
    }
    Somebody { token, id, email }
}

/// What is done with a task as it was looked at.
fn with(task: &Value, more: Value) -> Value {
    let mut input = json!({ "id": task["id"], "version": task["version"] });
    for (name, value) in more.as_object().unwrap() {
        input[name] = value.clone();
    }
    input
}
