//! Members, terms and offers, by one line each.

use chrono::Days;
use serde_json::{Value, json};
use uuid::Uuid;
use verbund_shared::{
    id::{OrganisationId, TermId},
    terms::TermKind,
};

use super::TestApp;

impl TestApp {
    /// An organisation that has been an active member for a year.
    pub async fn member_organisation(&self, name: &str) -> OrganisationId {
        let id = self.organisation_without_membership(name).await;
        let from = self.app.today() - Days::new(365);
        self.execute(
            "INSERT INTO memberships (id, organisation_id, state, from_day, reason, created_at) VALUES ($1, $2, 'active', $3, '', $4)",
            vec![self.clock.new_id().into(), id.0.into(), from.into(), self.clock.now().into()],
        )
        .await;
        id
    }

    /// An organisation that is not a member.
    pub async fn organisation_without_membership(&self, name: &str) -> OrganisationId {
        let id = self.clock.new_id();
        self.move_directory().await;
        self.execute(
            "INSERT INTO organisations (id, name, name_key, kind, purpose_de, city, created_at, updated_at, changed_seq) VALUES ($1, $2, $2, 'association', 'Zweck', 'Halle', $3, $3, (SELECT value FROM directory_sequence))",
            vec![id.into(), name.into(), self.clock.now().into()],
        )
        .await;
        OrganisationId(id)
    }

    /// A term with the key as its name.
    pub async fn term(&self, kind: TermKind, key: &str) -> TermId {
        let id: Uuid = self.clock.new_id();
        self.execute(
            "INSERT INTO terms (id, kind, key, name_de, name_en, position, archived, version) VALUES ($1, $2, $3, $3, $3, 1, false, 1)",
            vec![id.into(), kind.as_str().into(), key.into()],
        )
        .await;
        self.move_directory().await;
        TermId(id)
    }

    async fn move_directory(&self) {
        self.execute("UPDATE directory_sequence SET value = value + 1", vec![]).await;
    }

    /// What must be written in an offer to publish it, with some of it changed; makes the terms
    /// `language`, `companies` and `harz` when called first.
    pub async fn offer_text(&self, change: Value) -> Value {
        let mut text = json!({
            "title": { "de": "Sprachkurs am Abend", "en": "" },
            "summary": { "de": "Deutsch für den Beruf.", "en": "" },
            "form": "COURSE", "cost": "FREE",
            "contactEmail": "kurse@bildungswerk.example",
            "termIds": self.basic_terms().await,
        });
        for (name, value) in change.as_object().unwrap() {
            text[name] = value.clone();
        }
        text
    }

    async fn basic_terms(&self) -> Vec<String> {
        let known = self.send("", "Terms", json!({ "archivedToo": true })).await;
        let mut ids = Vec::new();
        for (kind, key) in [
            (TermKind::Topic, "language"),
            (TermKind::TargetGroup, "companies"),
            (TermKind::District, "harz"),
        ] {
            let found = known.data()["terms"].as_array().unwrap().iter().find(|term| term["key"] == key);
            ids.push(match found {
                Some(term) => term["id"].as_str().unwrap().to_owned(),
                None => self.term(kind, key).await.to_string(),
            });
        }
        ids
    }

    /// A draft of an organisation, as the answer shows it.
    pub async fn draft(&self, token: &str, organisation: OrganisationId, change: Value) -> Value {
        let text = self.offer_text(change).await;
        let input = json!({ "organisationId": organisation.to_string(), "text": text });
        let reply = self.send(token, "OfferCreate", json!({ "input": input })).await;
        reply.data()["offerCreate"]["offer"].clone()
    }

    /// A published offer of an organisation, as the answer shows it.
    pub async fn published(&self, token: &str, organisation: OrganisationId, change: Value) -> Value {
        let draft = self.draft(token, organisation, change).await;
        let input = json!({ "id": draft["id"], "version": draft["version"] });
        let reply = self.send(token, "OfferPublish", json!({ "input": input })).await;
        reply.data()["offerPublish"]["offer"].clone()
    }
}
