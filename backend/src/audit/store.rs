//! Writing and reading the audit trail.

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, JoinType,
    PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};
use serde_json::Value;
use uuid::Uuid;
use verbund_shared::id::{OrganisationId, PersonId};

use crate::{
    authz::{Actor, Permit},
    clock::Clock,
    entity::{audit_entry, organisation, person},
    graphql::CursorPage,
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

/// Whether the trail knows of an act that concerns a person.
pub async fn has_happened(db: &impl ConnectionTrait, action: &str, subject: PersonId) -> Result<bool, DbErr> {
    let found = audit_entry::Entity::find()
        .filter(audit_entry::Column::SubjectId.eq(subject.0))
        .filter(audit_entry::Column::Action.eq(action))
        .limit(1)
        .count(db)
        .await?;
    Ok(found > 0)
}

/// Which entries are asked for.
#[derive(Debug, Clone, Default)]
pub struct AuditFilter {
    /// Only this act.
    pub action: Option<String>,
    /// Only acts on this kind of object.
    pub object_kind: Option<String>,
    /// Only what this person did.
    pub actor: Option<PersonId>,
    /// Only what concerns this organisation.
    pub organisation: Option<OrganisationId>,
    /// From this moment on.
    pub from: Option<DateTime<Utc>>,
    /// Before this moment.
    pub before: Option<DateTime<Utc>>,
}

/// The trail is listed newest first; keys grow with time.
pub type AuditKey = Uuid;

/// An entry with the names of who did it and of the organisation.
#[derive(Debug, Clone, FromQueryResult)]
pub struct AuditRow {
    /// The entry.
    pub id: Uuid,
    /// When.
    pub at: DateTime<Utc>,
    /// `person`, `visitor` or `system`.
    pub actor_kind: String,
    /// Who.
    pub actor_id: Option<Uuid>,
    /// Who, by name; empty for somebody who has left.
    pub actor_given_name: Option<String>,
    /// Who, by name.
    pub actor_family_name: Option<String>,
    /// What was done.
    pub action: String,
    /// To which kind of object.
    pub object_kind: String,
    /// To which object.
    pub object_id: Option<Uuid>,
    /// The object's name at that time.
    pub object_label: String,
    /// The organisation it concerns.
    pub organisation_id: Option<Uuid>,
    /// Its name.
    pub organisation_name: Option<String>,
    /// What else is known.
    pub details: Value,
}

fn filtered(filter: &AuditFilter) -> sea_orm::Select<audit_entry::Entity> {
    use audit_entry::Column;
    let mut query = audit_entry::Entity::find();
    if let Some(action) = &filter.action {
        query = query.filter(Column::Action.eq(action));
    }
    if let Some(kind) = &filter.object_kind {
        query = query.filter(Column::ObjectKind.eq(kind));
    }
    if let Some(actor) = filter.actor {
        query = query.filter(Column::ActorId.eq(actor.0));
    }
    if let Some(organisation) = filter.organisation {
        query = query.filter(Column::OrganisationId.eq(organisation.0));
    }
    if let Some(from) = filter.from {
        query = query.filter(Column::At.gte(from));
    }
    if let Some(before) = filter.before {
        query = query.filter(Column::At.lt(before));
    }
    query
}

/// A page of the trail, newest first, and one entry more.
pub(super) async fn page(
    db: &impl ConnectionTrait,
    filter: &AuditFilter,
    page: &CursorPage<AuditKey>,
) -> Result<Vec<AuditRow>, DbErr> {
    let mut query = filtered(filter)
        .column_as(person::Column::GivenName, "actor_given_name")
        .column_as(person::Column::FamilyName, "actor_family_name")
        .column_as(organisation::Column::Name, "organisation_name")
        .join(
            JoinType::LeftJoin,
            audit_entry::Entity::belongs_to(person::Entity)
                .from(audit_entry::Column::ActorId)
                .to(person::Column::Id)
                .into(),
        )
        .join(
            JoinType::LeftJoin,
            audit_entry::Entity::belongs_to(organisation::Entity)
                .from(audit_entry::Column::OrganisationId)
                .to(organisation::Column::Id)
                .into(),
        );
    if let Some(after) = page.after {
        query = query.filter(audit_entry::Column::Id.lt(after));
    }
    query.order_by_desc(audit_entry::Column::Id).limit(page.first + 1).into_model().all(db).await
}

/// How many entries there are.
pub(super) async fn count(db: &impl ConnectionTrait, filter: &AuditFilter) -> Result<u64, DbErr> {
    filtered(filter).count(db).await
}
