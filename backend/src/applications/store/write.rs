//! Writing applications.

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue::{Set, Unchanged},
    ConnectionTrait, DbErr, EntityTrait,
};
use uuid::Uuid;
use verbund_shared::organisations::{ApplicationEventKind, ApplicationState};

use super::ApplicationRow;
use crate::{
    applications::rules::Filing,
    authz::Permit,
    clock::Clock,
    entity::{application, application_event, application_term},
    organisations::rules::names::fold,
};

/// What an application is found by.
pub fn search_key(organisation: &str, city: &str, given_name: &str, family_name: &str) -> String {
    fold(&format!("{organisation} {city} {given_name} {family_name}"))
}

/// Keeps what was filed.
pub async fn insert_application(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    clock: &Clock,
    filing: Filing,
    confirm_token_hash: String,
) -> Result<ApplicationRow, DbErr> {
    let terms = filing.terms;
    let row = application::ActiveModel {
        id: Set(clock.new_id()),
        import_key: Set(None),
        state: Set(ApplicationState::Submitted),
        search_key: Set(search_key(
            &filing.organisation_name,
            &filing.city,
            &filing.contact_given_name,
            &filing.contact_family_name,
        )),
        organisation_name: Set(filing.organisation_name),
        kind: Set(filing.kind),
        purpose: Set(filing.purpose),
        website: Set(filing.website),
        street: Set(filing.street),
        postal_code: Set(filing.postal_code),
        city: Set(filing.city),
        statewide: Set(filing.statewide),
        contact_given_name: Set(filing.contact_given_name),
        contact_family_name: Set(filing.contact_family_name),
        contact_email: Set(filing.contact_email),
        contact_phone: Set(filing.contact_phone),
        motivation: Set(filing.motivation),
        locale: Set(filing.locale),
        confirm_token_hash: Set(Some(confirm_token_hash)),
        submitted_at: Set(clock.now()),
        confirmed_at: Set(None),
        decided_at: Set(None),
        decided_by: Set(None),
        decision_reason: Set(String::new()),
        organisation_id: Set(None),
        version: Set(1),
    };
    let row = application::Entity::insert(row).exec_with_returning(tx).await?;
    if !terms.is_empty() {
        let links = terms
            .iter()
            .map(|term| application_term::ActiveModel { application_id: Set(row.id), term_id: Set(term.0) });
        application_term::Entity::insert_many(links).exec_without_returning(tx).await?;
    }
    Ok(row)
}

/// What a step changes in the application itself.
#[derive(Debug, Clone, Default)]
pub struct Change {
    /// The state after it.
    pub state: Option<ApplicationState>,
    /// The address is confirmed; the link that did it works no more.
    pub confirmed_at: Option<DateTime<Utc>>,
    /// The decision: when and why.
    pub decision: Option<(DateTime<Utc>, String)>,
    /// The organisation that came of it.
    pub organisation: Option<Uuid>,
}

/// Changes an application.
pub async fn update_application(
    tx: &impl ConnectionTrait,
    permit: &Permit,
    current: &ApplicationRow,
    change: Change,
) -> Result<ApplicationRow, DbErr> {
    let mut row = application::ActiveModel {
        id: Unchanged(current.id),
        version: Set(current.version + 1),
        ..Default::default()
    };
    if let Some(state) = change.state {
        row.state = Set(state);
    }
    if let Some(at) = change.confirmed_at {
        row.confirmed_at = Set(Some(at));
        row.confirm_token_hash = Set(None);
    }
    if let Some((at, reason)) = change.decision {
        row.decided_at = Set(Some(at));
        row.decided_by = Set(permit.actor().person_id().map(|id| id.0));
        row.decision_reason = Set(reason);
    }
    if let Some(organisation) = change.organisation {
        row.organisation_id = Set(Some(organisation));
    }
    application::Entity::update(row).exec(tx).await
}

/// Keeps what happened.
pub async fn insert_event(
    tx: &impl ConnectionTrait,
    permit: &Permit,
    clock: &Clock,
    application: Uuid,
    kind: ApplicationEventKind,
    text: &str,
) -> Result<(), DbErr> {
    application_event::Entity::insert(application_event::ActiveModel {
        id: Set(clock.new_id()),
        application_id: Set(application),
        kind: Set(kind),
        text: Set(text.to_owned()),
        person_id: Set(permit.actor().person_id().map(|id| id.0)),
        at: Set(clock.now()),
    })
    .exec_without_returning(tx)
    .await?;
    Ok(())
}
