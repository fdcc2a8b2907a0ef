//! What only the demonstration writes: passwords for everybody, applications and groups with a past.

use std::collections::HashMap;

use chrono::NaiveDate;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;
use verbund_shared::{groups::MilestoneState, organisations::ApplicationEventKind as Event};

use super::{applications::Story, groups};
use crate::{
    applications::store::search_key,
    authz::Permit,
    clock::Clock,
    entity::{
        affiliation, application, application_event, application_term, credential, group, group_charter,
        group_event, group_role, group_term, milestone, organisation, person,
    },
    organisations::rules::names::fold,
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

/// People by their addresses, each with an organisation they belong to.
pub(super) async fn people_with_organisation(
    db: &impl ConnectionTrait,
) -> Result<HashMap<String, (Uuid, Option<Uuid>)>, DbErr> {
    let affiliations: Vec<(Uuid, Uuid)> = affiliation::Entity::find()
        .select_only()
        .columns([affiliation::Column::PersonId, affiliation::Column::OrganisationId])
        .into_tuple()
        .all(db)
        .await?;
    let of: HashMap<Uuid, Uuid> = affiliations.into_iter().collect();
    let people = person::Entity::find().all(db).await?;
    Ok(people
        .into_iter()
        .filter_map(|person| Some((person.email?, (person.id, of.get(&person.id).copied()))))
        .collect())
}

/// Writes a group with its past.
pub(super) async fn insert_group(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    clock: &Clock,
    today: NaiveDate,
    story: groups::Story,
) -> Result<(), DbErr> {
    let id = clock.new_id();
    let ids: Vec<Uuid> = story.events.iter().map(|_| clock.new_id()).collect();
    let last = ids.last().copied();
    let begun = story.events.first().map_or_else(|| clock.now(), |event| event.0);
    let events: Vec<_> = story
        .events
        .into_iter()
        .zip(ids)
        .map(|((at, kind, text), event)| group_event::ActiveModel {
            id: Set(event),
            group_id: Set(id),
            kind: Set(kind),
            text: Set(text),
            person_id: Set(story.proposer),
            milestone_id: Set(None),
            at: Set(at),
        })
        .collect();
    let row = group::ActiveModel {
        id: Set(id),
        kind: Set(story.kind),
        name_key: Set(fold(&story.name.0)),
        name_de: Set(story.name.0),
        name_en: Set(story.name.1),
        short_key: Set(fold(&story.short_name)),
        short_name: Set(story.short_name),
        state: Set(story.state),
        joining: Set(story.joining),
        pending_step: Set(None),
        pending_text: Set(String::new()),
        pending_by: Set(None),
        pending_at: Set(None),
        last_event_id: Set(last),
        created_at: Set(begun),
        updated_at: Set(begun),
        version: Set(1),
    };
    group::Entity::insert(row).exec_without_returning(tx).await?;
    if !events.is_empty() {
        group_event::Entity::insert_many(events).exec_without_returning(tx).await?;
    }
    if !story.topics.is_empty() {
        let links = story
            .topics
            .iter()
            .map(|term| group_term::ActiveModel { group_id: Set(id), term_id: Set(*term) });
        group_term::Entity::insert_many(links).exec_without_returning(tx).await?;
    }
    let [goal, scope, results] = story.charter;
    let charter = group_charter::ActiveModel {
        id: Set(clock.new_id()),
        group_id: Set(id),
        number: Set(1),
        from_day: Set(story.period.0),
        until_day: Set(story.period.1),
        note: Set(String::new()),
        person_id: Set(story.proposer),
        at: Set(begun),
        goal_de: Set(goal.0),
        goal_en: Set(goal.1),
        scope_de: Set(scope.0),
        scope_en: Set(scope.1),
        results_de: Set(results.0),
        results_en: Set(results.1),
    };
    group_charter::Entity::insert(charter).exec_without_returning(tx).await?;
    let places = story.people.into_iter().map(|place| group_role::ActiveModel {
        id: Set(clock.new_id()),
        group_id: Set(id),
        person_id: Set(place.person),
        organisation_id: Set(place.organisation),
        role: Set(place.role),
        state: Set(place.state),
        from_day: Set(place.from),
        until_day: Set(None),
        text: Set(place.text),
        answer: Set(String::new()),
        invited_by: Set(None),
        created_at: Set(begun),
        version: Set(1),
    });
    group_role::Entity::insert_many(places).exec_without_returning(tx).await?;
    let milestones: Vec<_> = story
        .milestones
        .into_iter()
        .map(|one| milestone::ActiveModel {
            id: Set(clock.new_id()),
            group_id: Set(id),
            text: Set(one.text),
            due: Set(one.due),
            first_due: Set(one.first_due),
            owner_id: Set(one.owner),
            closed_on: Set((one.state != MilestoneState::Open).then(|| one.due.min(today))),
            state: Set(one.state),
            reason: Set(one.reason),
            created_at: Set(begun),
            version: Set(1),
        })
        .collect();
    if !milestones.is_empty() {
        milestone::Entity::insert_many(milestones).exec_without_returning(tx).await?;
    }
    Ok(())
}
