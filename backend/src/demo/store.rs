//! What only the demonstration writes: passwords for everybody, and applications with a past.

use std::collections::HashMap;

use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;
use verbund_shared::organisations::ApplicationEventKind as Event;

use super::applications::Story;
use crate::{
    applications::store::search_key,
    authz::Permit,
    clock::Clock,
    entity::{application, application_event, application_term, credential, organisation, person},
};

/// Gives everybody the same password.
pub(super) async fn set_everybodys_password(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    clock: &Clock,
    hash: String,
) -> Result<(), DbErr> {
    let people: Vec<Uuid> =
        person::Entity::find().select_only().column(person::Column::Id).into_tuple().all(tx).await?;
    let rows = people.into_iter().map(|id| credential::ActiveModel {
        person_id: Set(id),
        password_hash: Set(Some(hash.clone())),
        password_changed_at: Set(Some(clock.now())),
        totp_secret: Set(None),
        totp_confirmed_at: Set(None),
        totp_last_step: Set(0),
    });
    credential::Entity::insert_many(rows).exec_without_returning(tx).await?;
    Ok(())
}

/// Organisations by their folded names.
pub(super) async fn organisations_by_name(db: &impl ConnectionTrait) -> Result<HashMap<String, Uuid>, DbErr> {
    let rows: Vec<(String, Uuid)> = organisation::Entity::find()
        .select_only()
        .columns([organisation::Column::NameKey, organisation::Column::Id])
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().collect())
}

/// The person with an address.
pub(super) async fn person_by_email(db: &impl ConnectionTrait, email: &str) -> Result<Option<Uuid>, DbErr> {
    let row = person::Entity::find().filter(person::Column::Email.eq(email)).one(db).await?;
    Ok(row.map(|row| row.id))
}

/// Writes an application with its past.
pub(super) async fn insert_application(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    clock: &Clock,
    story: Story,
) -> Result<(), DbErr> {
    let id = clock.new_id();
    let at = |kind: Event| story.events.iter().find(|event| event.1 == kind).map(|event| event.0);
    let decision = story.events.iter().find(|event| matches!(event.1, Event::Admitted | Event::Declined));
    let row = application::ActiveModel {
        id: Set(id),
        import_key: Set(Some(story.key)),
        state: Set(story.state),
        search_key: Set(search_key(
            &story.organisation_name,
            &story.city,
            &story.contact.0,
            &story.contact.1,
        )),
        organisation_name: Set(story.organisation_name),
        kind: Set(story.kind),
        purpose: Set(story.purpose),
        website: Set(story.website),
        street: Set(String::new()),
        postal_code: Set(String::new()),
        city: Set(story.city),
        statewide: Set(story.statewide),
        contact_given_name: Set(story.contact.0),
        contact_family_name: Set(story.contact.1),
        contact_email: Set(story.contact_email),
        contact_phone: Set(story.contact_phone),
        motivation: Set(story.motivation),
        locale: Set(story.locale),
        confirm_token_hash: Set(None),
        submitted_at: Set(at(Event::Submitted).unwrap_or_else(|| clock.now())),
        confirmed_at: Set(at(Event::Confirmed)),
        decided_at: Set(decision.map(|event| event.0)),
        decided_by: Set(decision.and_then(|event| event.2)),
        decision_reason: Set(story.reason),
        organisation_id: Set(story.organisation),
        version: Set(1),
    };
    application::Entity::insert(row).exec_without_returning(tx).await?;
    if !story.terms.is_empty() {
        let links = story
            .terms
            .iter()
            .map(|term| application_term::ActiveModel { application_id: Set(id), term_id: Set(*term) });
        application_term::Entity::insert_many(links).exec_without_returning(tx).await?;
    }
    let events = story.events.into_iter().map(|(at, kind, person, text)| application_event::ActiveModel {
        id: Set(clock.new_id()),
        application_id: Set(id),
        kind: Set(kind),
        text: Set(text),
        person_id: Set(person),
        at: Set(at),
    });
    application_event::Entity::insert_many(events).exec_without_returning(tx).await?;
    Ok(())
}
