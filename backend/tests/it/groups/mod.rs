//! Groups.

mod charters;
mod joining;
mod leaving;
mod lifecycle;
mod live;
mod milestones;
mod oversight;
mod people;
mod reading;
mod waiting;

use chrono::TimeDelta;
use serde_json::{Value, json};
use verbund_shared::{id::OrganisationId, people::AffiliationRole};

use crate::support::{Reply, TestApp};

/// A server with a member organisation, somebody of it who leads a group, and the steering group.
struct Scene {
    app: TestApp,
    organisation: OrganisationId,
    chair: String,
    steering: String,
}

impl Scene {
    async fn new() -> Self {
        let app = TestApp::new().await;
        let organisation = app.member("Bildungswerk").await;
        let chair = app.member_of(organisation, AffiliationRole::Staff, "clara@bildungswerk.example").await;
        let steering = app.steering_member().await;
        Self { app, organisation, chair, steering }
    }

    /// Sends a mutation with its input.
    async fn act(&self, token: &str, operation: &str, input: Value) -> Reply {
        self.app.send(token, operation, json!({ "input": input })).await
    }

    /// Sends a mutation that must do, and gives the group it answers.
    async fn done(&self, token: &str, operation: &str, input: Value) -> Value {
        // What happens one after the other is kept in that order.
        self.app.clock.advance(TimeDelta::seconds(1));
        let reply = self.act(token, operation, input).await;
        let (first, rest) = operation.split_at(1);
        reply.data()[format!("{}{rest}", first.to_lowercase())]["group"].clone()
    }

    /// A group as its chair proposes it.
    async fn proposed(&self, short_name: &str, joining: &str) -> Value {
        self.done(&self.chair, "GroupPropose", proposal(short_name, joining)).await
    }

    /// A group at work.
    async fn active(&self, short_name: &str, joining: &str) -> Value {
        let group = self.proposed(short_name, joining).await;
        let group = self.done(&self.steering, "GroupCharter", step(&group)).await;
        self.done(&self.steering, "GroupActivate", step(&group)).await
    }

    /// Somebody else of the network: staff of a member organisation of their own.
    async fn colleague(&self, name: &str) -> String {
        let organisation = self.app.member(&format!("{name}s Verein")).await;
        self.app.member_of(organisation, AffiliationRole::Staff, &format!("{name}@verein.example")).await
    }

    /// The group as somebody sees it.
    async fn seen(&self, token: &str, group: &Value) -> Reply {
        self.app.send(token, "GroupPage", json!({ "id": group["id"] })).await
    }

    /// The place of somebody in the group, as its chair sees it.
    async fn place(&self, group: &Value, name: &str) -> Value {
        let page = self.seen(&self.chair, group).await;
        let places = page.data()["group"]["places"].as_array().unwrap().clone();
        let found = places.into_iter().find(|place| place["person"]["givenName"] == name);
        found.unwrap_or_else(|| panic!("{name} has no place"))
    }

    /// Somebody who has joined an open group.
    async fn member(&self, group: &Value, name: &str) -> String {
        let token = self.colleague(name).await;
        self.done(&token, "GroupJoin", json!({ "id": group["id"] })).await;
        token
    }
}

fn proposal(short_name: &str, joining: &str) -> Value {
    json!({
        "text": {
            "kind": "WORKING", "name": { "de": format!("Arbeitsgruppe {short_name}"), "en": "" },
            "shortName": short_name, "joining": joining, "topics": [],
        },
        "charter": {
            "goal": { "de": "Mehr Sprachkurse am Abend.", "en": "More evening courses." },
            "from": "2026-01-01", "until": "2026-12-31",
        },
    })
}

/// A step with a group as it was looked at.
fn step(group: &Value) -> Value {
    json!({ "id": group["id"], "version": group["version"], "text": "So beschlossen." })
}

/// An answer to a place as it was looked at.
fn answer(place: &Value, field: &str, yes: bool) -> Value {
    json!({ "placeId": place["id"], "version": place["version"], field: yes, "text": "Weil es passt." })
}
