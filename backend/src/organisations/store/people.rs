//! Dated roles of people in organisations.

use chrono::NaiveDate;
use sea_orm::{
    ActiveValue::{Set, Unchanged},
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect,
};
use uuid::Uuid;
use verbund_shared::{
    id::{AffiliationId, PersonId},
    people::{AffiliationRole, PersonState},
};

use crate::{
    authz::Permit,
    clock::Clock,
    entity::{affiliation, person},
    organisations::rules::roles::DatedRole,
};

pub use affiliation::Model as AffiliationRow;
pub use person::Model as PersonRow;

/// A role with the person who holds it.
#[derive(Debug, Clone)]
pub struct HeldRole {
    /// The role.
    pub role: AffiliationRow,
    /// The person.
    pub person: PersonRow,
}

impl From<&HeldRole> for DatedRole {
    fn from(held: &HeldRole) -> Self {
        Self {
            id: held.role.id,
            person: held.role.person_id,
            person_active: held.person.state == PersonState::Active,
            role: held.role.role,
            from: held.role.from_day,
            until: held.role.until_day,
        }
    }
}

/// The roles in several organisations with their people, by name.
pub async fn roles_of(db: &impl ConnectionTrait, ids: &[Uuid]) -> Result<Vec<HeldRole>, DbErr> {
    let rows = affiliation::Entity::find()
        .filter(affiliation::Column::OrganisationId.is_in(ids.iter().copied()))
        .join(
            JoinType::InnerJoin,
            affiliation::Entity::belongs_to(person::Entity)
                .from(affiliation::Column::PersonId)
                .to(person::Column::Id)
                .into(),
        )
        .select_also(person::Entity)
        .order_by_asc(affiliation::Column::FromDay)
        .order_by_asc(affiliation::Column::Id)
        .all(db)
        .await?;
    let mut roles: Vec<HeldRole> =
        rows.into_iter().filter_map(|(role, person)| Some(HeldRole { role, person: person? })).collect();
    roles.sort_by(|one, other| {
        (&one.person.family_name, &one.person.given_name)
            .cmp(&(&other.person.family_name, &other.person.given_name))
    });
    Ok(roles)
}

/// One role.
pub async fn find_affiliation(
    db: &impl ConnectionTrait,
    id: AffiliationId,
) -> Result<Option<AffiliationRow>, DbErr> {
    affiliation::Entity::find_by_id(id.0).one(db).await
}

/// One person.
pub async fn find_person(db: &impl ConnectionTrait, id: PersonId) -> Result<Option<PersonRow>, DbErr> {
    person::Entity::find_by_id(id.0).one(db).await
}

/// Gives a role.
pub async fn insert_affiliation(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    clock: &Clock,
    organisation: Uuid,
    person: PersonId,
    role: AffiliationRole,
    days: (NaiveDate, Option<NaiveDate>),
) -> Result<AffiliationRow, DbErr> {
    let row = affiliation::ActiveModel {
        id: Set(clock.new_id()),
        person_id: Set(person.0),
        organisation_id: Set(organisation),
        role: Set(role),
        from_day: Set(days.0),
        until_day: Set(days.1),
        version: Set(1),
    };
    affiliation::Entity::insert(row).exec_with_returning(tx).await
}

/// Ends a role with a day.
pub async fn end_affiliation(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    current: &AffiliationRow,
    until: NaiveDate,
) -> Result<AffiliationRow, DbErr> {
    let row = affiliation::ActiveModel {
        id: Unchanged(current.id),
        until_day: Set(Some(until)),
        version: Set(current.version + 1),
        ..Default::default()
    };
    affiliation::Entity::update(row).exec(tx).await
}

/// Takes back a role that never held.
pub async fn delete_affiliation(tx: &impl ConnectionTrait, _permit: &Permit, id: Uuid) -> Result<(), DbErr> {
    affiliation::Entity::delete_by_id(id).exec(tx).await?;
    Ok(())
}
