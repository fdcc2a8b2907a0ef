//! The queries of one-time links.

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, sea_query::Expr,
};
use verbund_shared::id::PersonId;

use crate::{authz::Permit, clock::Clock, entity::one_time_link};

pub(crate) use one_time_link::Model as LinkRow;

/// What a one-time link does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    PasswordReset,
    FirstCoordinator,
    EmailChange,
}

impl Purpose {
    fn word(self) -> &'static str {
        match self {
            Self::PasswordReset => "password_reset",
            Self::FirstCoordinator => "first_coordinator",
            Self::EmailChange => "email_change",
        }
    }
}

/// A link to be made.
pub(crate) struct NewLink {
    pub(crate) purpose: Purpose,
    pub(crate) token_hash: String,
    pub(crate) person: Option<PersonId>,
    pub(crate) payload: String,
    pub(crate) expires_at: DateTime<Utc>,
}

/// Makes a link.
pub(crate) async fn insert_link(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    clock: &Clock,
    new: NewLink,
) -> Result<(), DbErr> {
    one_time_link::Entity::insert(one_time_link::ActiveModel {
        id: Set(clock.new_id()),
        purpose: Set(new.purpose.word().to_owned()),
        token_hash: Set(new.token_hash),
        person_id: Set(new.person.map(|person| person.0)),
        payload: Set(new.payload),
        created_at: Set(clock.now()),
        expires_at: Set(new.expires_at),
        used_at: Set(None),
    })
    .exec_without_returning(tx)
    .await?;
    Ok(())
}

/// A link that still works.
pub(crate) async fn find_link(
    db: &impl ConnectionTrait,
    purpose: Purpose,
    token_hash: &str,
    now: DateTime<Utc>,
) -> Result<Option<LinkRow>, DbErr> {
    one_time_link::Entity::find()
        .filter(one_time_link::Column::TokenHash.eq(token_hash))
        .filter(one_time_link::Column::Purpose.eq(purpose.word()))
        .filter(one_time_link::Column::UsedAt.is_null())
        .filter(one_time_link::Column::ExpiresAt.gt(now))
        .one(db)
        .await
}

/// Uses a link up. Of several requests at the same time only one gets it.
pub(crate) async fn use_link(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    purpose: Purpose,
    token_hash: &str,
    now: DateTime<Utc>,
) -> Result<Option<LinkRow>, DbErr> {
    let Some(link) = find_link(tx, purpose, token_hash, now).await? else { return Ok(None) };
    let used = one_time_link::Entity::update_many()
        .col_expr(one_time_link::Column::UsedAt, Expr::value(now))
        .filter(one_time_link::Column::Id.eq(link.id))
        .filter(one_time_link::Column::UsedAt.is_null())
        .exec(tx)
        .await?;
    Ok((used.rows_affected == 1).then_some(link))
}

/// Removes the links of one purpose: of a person, or those of nobody.
pub(crate) async fn delete_links(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    purpose: Purpose,
    person: Option<PersonId>,
) -> Result<(), DbErr> {
    let query =
        one_time_link::Entity::delete_many().filter(one_time_link::Column::Purpose.eq(purpose.word()));
    let query = match person {
        Some(person) => query.filter(one_time_link::Column::PersonId.eq(person.0)),
        None => query.filter(one_time_link::Column::PersonId.is_null()),
    };
    query.exec(tx).await?;
    Ok(())
}

/// Removes links past their time.
pub(crate) async fn delete_old_links(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    before: DateTime<Utc>,
) -> Result<u64, DbErr> {
    let deleted = one_time_link::Entity::delete_many()
        .filter(one_time_link::Column::ExpiresAt.lt(before))
        .exec(tx)
        .await?;
    Ok(deleted.rows_affected)
}
