//! Writing the audit trail.

use sea_orm::{ActiveValue::Set, ConnectionTrait, DbErr, EntityTrait};
use serde_json::Value;
use uuid::Uuid;
use verbund_shared::id::{OrganisationId, PersonId};

use crate::{
    authz::{Actor, Permit},
    clock::Clock,
    entity::audit_entry,
};

/// Rows of one insert: far below what either database takes as parameters.
const ROWS_AT_ONCE: usize = 500;

/// What happened, to what.
#[derive(Debug, Clone)]
pub struct AuditEvent {
    action: &'static str,
    object_kind: &'static str,
    object_id: Option<Uuid>,
    object_label: String,
    organisation: Option<OrganisationId>,
    subject: Option<PersonId>,
    details: Value,
}

impl AuditEvent {
    /// `action` is object and act in snake case, such as `offer_publish`; it is a translation key.
    pub fn new(action: &'static str, object_kind: &'static str) -> Self {
        Self {
            action,
            object_kind,
            object_id: None,
            object_label: String::new(),
            organisation: None,
            subject: None,
            details: Value::Object(serde_json::Map::new()),
        }
    }

    /// Which object, and its name at this time.
    #[must_use]
    pub fn object(mut self, id: Uuid, label: impl Into<String>) -> Self {
        self.object_id = Some(id);
        self.object_label = label.into();
        self
    }

    /// Which organisation it concerns.
    #[must_use]
    pub fn organisation(mut self, id: OrganisationId) -> Self {
        self.organisation = Some(id);
        self
    }

    /// Whose personal data it concerns; that person can see this entry.
    #[must_use]
    pub fn subject(mut self, id: PersonId) -> Self {
        self.subject = Some(id);
        self
    }

    /// A reason, a changed field, a count. Never a secret, a password or a token.
    #[must_use]
    pub fn detail(mut self, name: &str, value: impl Into<Value>) -> Self {
        if let Value::Object(details) = &mut self.details {
            details.insert(name.to_owned(), value.into());
        }
        self
    }
}

/// Writes an entry; call it with the transaction that makes the change.
pub async fn record(
    tx: &impl ConnectionTrait,
    clock: &Clock,
    permit: &Permit,
    event: AuditEvent,
) -> Result<(), DbErr> {
    record_all(tx, clock, permit, vec![event]).await
}

/// Writes many entries at once, such as an import's.
pub async fn record_all(
    tx: &impl ConnectionTrait,
    clock: &Clock,
    permit: &Permit,
    events: Vec<AuditEvent>,
) -> Result<(), DbErr> {
    let rows: Vec<_> = events.into_iter().map(|event| row(clock, permit, event)).collect();
    for part in rows.chunks(ROWS_AT_ONCE) {
        audit_entry::Entity::insert_many(part.iter().cloned()).exec_without_returning(tx).await?;
    }
    Ok(())
}

fn row(clock: &Clock, permit: &Permit, event: AuditEvent) -> audit_entry::ActiveModel {
    let actor_kind = match permit.actor() {
        Actor::Visitor => "visitor",
        Actor::System => "system",
        Actor::Person { .. } => "person",
    };
    audit_entry::ActiveModel {
        id: Set(clock.new_id()),
        at: Set(clock.now()),
        actor_id: Set(permit.actor().person_id().map(|id| id.0)),
        actor_kind: Set(actor_kind.to_owned()),
        action: Set(event.action.to_owned()),
        object_kind: Set(event.object_kind.to_owned()),
        object_id: Set(event.object_id),
        object_label: Set(event.object_label),
        organisation_id: Set(event.organisation.map(|id| id.0)),
        subject_id: Set(event.subject.map(|id| id.0)),
        details: Set(event.details),
        request_id: Set(permit.request_id().to_owned()),
    }
}
