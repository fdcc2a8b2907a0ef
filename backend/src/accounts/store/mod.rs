//! The queries of accounts: in this file those that every request needs, beside it one file per
//! kind of thing.

mod attempts;
mod credentials;
mod invitations;
mod links;
mod own_data;
mod sessions;

pub(crate) use attempts::*;
pub(crate) use credentials::*;
pub use invitations::InvitationRow;
pub(crate) use invitations::*;
pub(crate) use links::*;
pub use own_data::DataAccess;
pub(crate) use own_data::*;
pub(crate) use sessions::*;
pub use sessions::{SessionRow, Sessions};

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect,
};
use uuid::Uuid;
use verbund_shared::{
    groups::{GroupRole, GroupRoleState},
    id::{PersonId, SessionId},
    people::{AffiliationRole, NetworkRole, PersonState},
};

use crate::{
    clock::Clock,
    entity::{affiliation, group_role, network_role, person, session, signing_key},
};

/// The state of the person whose session this is, if the session still holds.
pub async fn find_session_holder(
    db: &impl ConnectionTrait,
    person: PersonId,
    session: SessionId,
    now: DateTime<Utc>,
) -> Result<Option<PersonState>, DbErr> {
    let held = session::Entity::find_by_id(session.0)
        .filter(session::Column::PersonId.eq(person.0))
        .filter(session::Column::EndedAt.is_null())
        .filter(session::Column::ExpiresAt.gt(now))
        .one(db)
        .await?;
    if held.is_none() {
        return Ok(None);
    }
    Ok(person::Entity::find_by_id(person.0).one(db).await?.map(|person| person.state))
}

/// Roles in organisations on a day.
pub async fn roles_in_organisations(
    db: &impl ConnectionTrait,
    person: PersonId,
    day: NaiveDate,
) -> Result<Vec<(Uuid, AffiliationRole)>, DbErr> {
    affiliation::Entity::find()
        .select_only()
        .columns([affiliation::Column::OrganisationId, affiliation::Column::Role])
        .filter(affiliation::Column::PersonId.eq(person.0))
        .filter(affiliation::Column::FromDay.lte(day))
        .filter(
            Condition::any()
                .add(affiliation::Column::UntilDay.is_null())
                .add(affiliation::Column::UntilDay.gte(day)),
        )
        .order_by_asc(affiliation::Column::Id)
        .into_tuple()
        .all(db)
        .await
}

/// Roles in the network on a day.
pub async fn roles_in_network(
    db: &impl ConnectionTrait,
    person: PersonId,
    day: NaiveDate,
) -> Result<Vec<NetworkRole>, DbErr> {
    network_role::Entity::find()
        .select_only()
        .column(network_role::Column::Role)
        .filter(network_role::Column::PersonId.eq(person.0))
        .filter(network_role::Column::FromDay.lte(day))
        .filter(
            Condition::any()
                .add(network_role::Column::UntilDay.is_null())
                .add(network_role::Column::UntilDay.gte(day)),
        )
        .order_by_asc(network_role::Column::Id)
        .into_tuple()
        .all(db)
        .await
}

/// Roles in groups on a day.
pub async fn roles_in_groups(
    db: &impl ConnectionTrait,
    person: PersonId,
    day: NaiveDate,
) -> Result<Vec<(Uuid, GroupRole)>, DbErr> {
    group_role::Entity::find()
        .select_only()
        .columns([group_role::Column::GroupId, group_role::Column::Role])
        .filter(group_role::Column::PersonId.eq(person.0))
        .filter(group_role::Column::State.eq(GroupRoleState::Active))
        .filter(group_role::Column::FromDay.lte(day))
        .filter(
            Condition::any()
                .add(group_role::Column::UntilDay.is_null())
                .add(group_role::Column::UntilDay.gte(day)),
        )
        .order_by_asc(group_role::Column::Id)
        .into_tuple()
        .all(db)
        .await
}

/// The newest signing key.
pub async fn find_signing_key(db: &impl ConnectionTrait) -> Result<Option<Vec<u8>>, DbErr> {
    let key = signing_key::Entity::find().order_by_desc(signing_key::Column::CreatedAt).one(db).await?;
    Ok(key.map(|key| key.private_key))
}

/// Keeps a new signing key.
pub async fn insert_signing_key(
    db: &impl ConnectionTrait,
    clock: &Clock,
    private_key: Vec<u8>,
) -> Result<(), DbErr> {
    signing_key::Entity::insert(signing_key::ActiveModel {
        id: Set(clock.new_id()),
        private_key: Set(private_key),
        created_at: Set(clock.now()),
    })
    .exec_without_returning(db)
    .await?;
    Ok(())
}
