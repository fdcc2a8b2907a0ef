//! The audit trail in the API.

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use serde_json::Value;
use verbund_shared::id::{ApplicationId, AuditId, OfferId, OrganisationId, PersonId};

use super::{
    service::{self, Wanted},
    store::AuditRow,
};
use crate::graphql::{
    ApiResult, CursorPage, Date, DateTime, PageInfo, app_of, caller_of, list_complexity, parse_id,
};

/// An entry of the audit trail, without sentences: the app says in words what was done.
pub struct AuditEntry(AuditRow);

/// What else is known of an act, such as the reason.
#[derive(SimpleObject)]
pub struct AuditDetail {
    /// What it is.
    name: String,
    /// Its value.
    value: String,
}

/// An entry of the audit trail, without sentences: the app says in words what was done.
#[Object]
impl AuditEntry {
    /// Opaque id.
    async fn id(&self) -> ID {
        AuditId(self.0.id).into()
    }

    /// When.
    async fn at(&self) -> DateTime {
        self.0.at.into()
    }

    /// `person`, `visitor` or `system`.
    async fn actor_kind(&self) -> &str {
        &self.0.actor_kind
    }

    /// Who, if a person did.
    async fn actor_id(&self) -> Option<ID> {
        self.0.actor_id.map(|id| PersonId(id).into())
    }

    /// Who, by name; empty for somebody who has left, and where no person did.
    async fn actor_name(&self) -> String {
        let part = |name: &Option<String>| name.clone().unwrap_or_default();
        format!("{} {}", part(&self.0.actor_given_name), part(&self.0.actor_family_name)).trim().to_owned()
    }

    /// What was done, such as `offer_publish`; a translation key.
    async fn action(&self) -> &str {
        &self.0.action
    }

    /// To which kind of object, such as `offer`; a translation key.
    async fn object_kind(&self) -> &str {
        &self.0.object_kind
    }

    /// The object's id, where it has a page: an offer, an organisation, an application.
    async fn object_id(&self) -> Option<ID> {
        let id = self.0.object_id?;
        match self.0.object_kind.as_str() {
            "offer" => Some(OfferId(id).into()),
            "organisation" => Some(OrganisationId(id).into()),
            "application" => Some(ApplicationId(id).into()),
            _ => None,
        }
    }

    /// The object's name at that time; may be empty.
    async fn object_label(&self) -> &str {
        &self.0.object_label
    }

    /// The organisation it concerns.
    async fn organisation_id(&self) -> Option<ID> {
        self.0.organisation_id.map(|id| OrganisationId(id).into())
    }

    /// Its name today.
    async fn organisation_name(&self) -> Option<&str> {
        self.0.organisation_name.as_deref()
    }

    /// What else is known, such as a reason.
    async fn details(&self) -> Vec<AuditDetail> {
        let Value::Object(details) = &self.0.details else { return Vec::new() };
        let detail = |(name, value): (&String, &Value)| AuditDetail {
            name: name.clone(),
            value: value.as_str().map_or_else(|| value.to_string(), str::to_owned),
        };
        details.iter().map(detail).collect()
    }
}

/// Which entries are asked for.
#[derive(InputObject, Default)]
pub struct AuditFilterInput {
    /// Only this act.
    action: Option<String>,
    /// Only acts on this kind of object.
    object_kind: Option<String>,
    /// Only what this person did.
    actor_id: Option<ID>,
    /// Only what concerns this organisation.
    organisation_id: Option<ID>,
    /// From this day on.
    from: Option<Date>,
    /// Until this day.
    until: Option<Date>,
}

impl AuditFilterInput {
    fn wanted(self) -> ApiResult<Wanted> {
        let word = |word: Option<String>| word.filter(|word| !word.is_empty());
        Ok(Wanted {
            action: word(self.action),
            object_kind: word(self.object_kind),
            actor: self.actor_id.map(|id| parse_id(&id)).transpose()?,
            organisation: self.organisation_id.map(|id| parse_id(&id)).transpose()?,
            from: self.from.map(|day| day.0),
            until: self.until.map(|day| day.0),
        })
    }
}

/// A page of the audit trail.
pub struct AuditEntryConnection {
    rows: Vec<AuditRow>,
    more: bool,
    wanted: Wanted,
}

/// An entry in the list.
#[derive(SimpleObject)]
pub struct AuditEntryEdge {
    /// Where it stands in the list, for `after`.
    cursor: String,
    /// The entry.
    node: AuditEntry,
}

/// A page of the audit trail.
#[Object]
impl AuditEntryConnection {
    /// The entries, newest first.
    async fn edges(&self) -> Vec<AuditEntryEdge> {
        let edge = |row: &AuditRow| AuditEntryEdge {
            cursor: CursorPage::cursor(&row.id),
            node: AuditEntry(row.clone()),
        };
        self.rows.iter().map(edge).collect()
    }

    /// Where the page ends.
    async fn page_info(&self) -> PageInfo {
        PageInfo {
            has_next_page: self.more,
            end_cursor: self.rows.last().map(|row| CursorPage::cursor(&row.id)),
        }
    }

    /// How many there are in all; counted only when asked for.
    async fn total_count(&self, ctx: &Context<'_>) -> ApiResult<i32> {
        let count = service::count(app_of(ctx), caller_of(ctx), &self.wanted).await?;
        Ok(i32::try_from(count).unwrap_or(i32::MAX))
    }
}

/// Reading the audit trail.
#[derive(Default)]
pub struct AuditQuery;

#[Object]
impl AuditQuery {
    /// Who did what, newest first. Coordinators only.
    /// Errors: `VALIDATION`, `NOT_FOUND` (an id that is none), `FORBIDDEN`, `UNAUTHENTICATED`.
    #[graphql(complexity = "list_complexity(first, child_complexity)")]
    async fn audit_entries(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which entries.", default)] filter: AuditFilterInput,
        #[graphql(desc = "At most this many, 20 when nothing is said.")] first: Option<i32>,
        #[graphql(desc = "Those after this cursor.")] after: Option<String>,
    ) -> ApiResult<AuditEntryConnection> {
        let page = CursorPage::read(first, after)?;
        let wanted = filter.wanted()?;
        let (rows, more) = service::entries(app_of(ctx), caller_of(ctx), &wanted, &page).await?;
        Ok(AuditEntryConnection { rows, more, wanted })
    }
}
