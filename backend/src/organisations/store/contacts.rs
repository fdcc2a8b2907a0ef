//! Contact persons.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use sea_orm::{
    ActiveValue::{Set, Unchanged},
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};
use uuid::Uuid;
use verbund_shared::id::ContactId;

use crate::{authz::Permit, clock::Clock, entity::contact, organisations::rules::profile::ContactValues};

pub use contact::Model as ContactRow;

/// The contacts of several organisations, in their order.
pub async fn contacts_of(db: &impl ConnectionTrait, ids: &[Uuid]) -> Result<Vec<ContactRow>, DbErr> {
    contact::Entity::find()
        .filter(contact::Column::OrganisationId.is_in(ids.iter().copied()))
        .order_by_asc(contact::Column::Position)
        .order_by_asc(contact::Column::Id)
        .all(db)
        .await
}

/// All contacts, for comparing.
pub async fn all_contacts(db: &impl ConnectionTrait) -> Result<Vec<ContactRow>, DbErr> {
    contact::Entity::find().order_by_asc(contact::Column::Id).all(db).await
}

/// One contact, held until the transaction ends.
pub async fn lock_contact(tx: &impl ConnectionTrait, id: ContactId) -> Result<Option<ContactRow>, DbErr> {
    contact::Entity::find_by_id(id.0).lock_exclusive().one(tx).await
}

/// Adds a contact.
pub async fn insert_contact(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    clock: &Clock,
    organisation: Uuid,
    position: i32,
    values: ContactValues,
) -> Result<ContactRow, DbErr> {
    let row = contact::ActiveModel {
        id: Set(clock.new_id()),
        organisation_id: Set(organisation),
        position: Set(position),
        version: Set(1),
        ..contact_columns(values)
    };
    contact::Entity::insert(row).exec_with_returning(tx).await
}

/// Changes a contact.
pub async fn update_contact(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    current: &ContactRow,
    values: ContactValues,
) -> Result<ContactRow, DbErr> {
    let row = contact::ActiveModel {
        id: Unchanged(current.id),
        version: Set(current.version + 1),
        ..contact_columns(values)
    };
    contact::Entity::update(row).exec(tx).await
}

/// Removes a contact.
pub async fn delete_contact(tx: &impl ConnectionTrait, _permit: &Permit, id: Uuid) -> Result<(), DbErr> {
    contact::Entity::delete_by_id(id).exec(tx).await?;
    Ok(())
}

pub(crate) fn contact_columns(values: ContactValues) -> contact::ActiveModel {
    contact::ActiveModel {
        name: Set(values.name),
        function: Set(values.function),
        email: Set(values.email),
        phone: Set(values.phone),
        consented_at: Set(values.consented_on.map(noon)),
        ..Default::default()
    }
}

/// Consent is given on a day; noon in UTC is that day in every time zone we serve.
fn noon(day: NaiveDate) -> DateTime<Utc> {
    day.and_time(NaiveTime::from_hms_opt(12, 0, 0).unwrap_or_default()).and_utc()
}
