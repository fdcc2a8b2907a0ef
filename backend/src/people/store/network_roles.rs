//! The queries of dated roles in the network.

use chrono::NaiveDate;
use sea_orm::{
    ActiveValue::{Set, Unchanged},
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect,
};
use uuid::Uuid;
use verbund_shared::{
    id::NetworkRoleId,
    people::{NetworkRole, PersonState},
};

use super::RoleInNetwork;
use crate::{
    authz::Permit,
    entity::{network_role, person},
    people::rules::DatedRole,
};

/// The roles of several people in the network, past and coming ones too.
pub async fn network_roles_of_people(
    db: &impl ConnectionTrait,
    people: &[Uuid],
) -> Result<Vec<RoleInNetwork>, DbErr> {
    network_role::Entity::find()
        .filter(network_role::Column::PersonId.is_in(people.iter().copied()))
        .order_by_asc(network_role::Column::FromDay)
        .order_by_asc(network_role::Column::Id)
        .all(db)
        .await
}

/// One role.
pub async fn find_network_role(
    db: &impl ConnectionTrait,
    id: NetworkRoleId,
) -> Result<Option<RoleInNetwork>, DbErr> {
    network_role::Entity::find_by_id(id.0).one(db).await
}

/// Everybody's roles of one kind, held until the transaction ends, so that two who end each
/// other's role come one after the other.
pub async fn lock_roles(tx: &impl ConnectionTrait, role: NetworkRole) -> Result<Vec<DatedRole>, DbErr> {
    // The rows are held first and read with their people afterwards: who waited sees what changed.
    // Always in the same order, so that two never wait for each other.
    network_role::Entity::find()
        .filter(network_role::Column::Role.eq(role))
        .order_by_asc(network_role::Column::Id)
        .lock_exclusive()
        .all(tx)
        .await?;
    let rows = network_role::Entity::find()
        .filter(network_role::Column::Role.eq(role))
        .join(
            JoinType::InnerJoin,
            network_role::Entity::belongs_to(person::Entity)
                .from(network_role::Column::PersonId)
                .to(person::Column::Id)
                .into(),
        )
        .select_also(person::Entity)
        .all(tx)
        .await?;
    let dated = |(role, person): (RoleInNetwork, Option<person::Model>)| DatedRole {
        id: role.id,
        person: role.person_id,
        acts: person.is_some_and(|person| person.state == PersonState::Active),
        from: role.from_day,
        until: role.until_day,
    };
    Ok(rows.into_iter().map(dated).collect())
}

/// Ends a role with a day.
pub async fn end_network_role(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    role: &RoleInNetwork,
    until: NaiveDate,
) -> Result<(), DbErr> {
    let row = network_role::ActiveModel {
        id: Unchanged(role.id),
        until_day: Set(Some(until)),
        version: Set(role.version + 1),
        ..Default::default()
    };
    network_role::Entity::update(row).exec(tx).await?;
    Ok(())
}

/// Takes back a role that never held.
pub async fn delete_network_role(tx: &impl ConnectionTrait, _permit: &Permit, id: Uuid) -> Result<(), DbErr> {
    network_role::Entity::delete_by_id(id).exec(tx).await?;
    Ok(())
}
