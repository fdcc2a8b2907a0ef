//! The queries of sessions and their refresh tokens.

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, Query},
};
use uuid::Uuid;
use verbund_shared::id::{PersonId, SessionId};

use crate::{
    authz::Permit,
    clock::Clock,
    entity::{refresh_token, session},
};

pub(crate) use refresh_token::Model as RefreshTokenRow;
pub use session::Model as SessionRow;

/// How long used refresh tokens are kept to recognise a copy.
const USED_TOKENS_KEPT: TimeDelta = TimeDelta::days(7);

/// A device to be signed in.
pub(crate) struct NewSession {
    pub(crate) id: SessionId,
    pub(crate) person: PersonId,
    pub(crate) device: String,
    pub(crate) expires_at: DateTime<Utc>,
}

/// Signs a device in.
pub(crate) async fn insert_session(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    clock: &Clock,
    new: NewSession,
) -> Result<(), DbErr> {
    let row = session::ActiveModel {
        id: Set(new.id.0),
        person_id: Set(new.person.0),
        device: Set(new.device),
        created_at: Set(clock.now()),
        last_used_at: Set(clock.now()),
        expires_at: Set(new.expires_at),
        ended_at: Set(None),
        end_reason: Set(None),
    };
    session::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}

/// A session that has not ended.
pub(crate) async fn find_open_session(
    db: &impl ConnectionTrait,
    id: Uuid,
    now: DateTime<Utc>,
) -> Result<Option<SessionRow>, DbErr> {
    session::Entity::find_by_id(id)
        .filter(session::Column::EndedAt.is_null())
        .filter(session::Column::ExpiresAt.gt(now))
        .one(db)
        .await
}

/// A person's sessions that have not ended, the last used first.
pub(crate) async fn open_sessions(
    db: &impl ConnectionTrait,
    person: PersonId,
    now: DateTime<Utc>,
    at_most: u64,
) -> Result<Vec<SessionRow>, DbErr> {
    session::Entity::find()
        .filter(session::Column::PersonId.eq(person.0))
        .filter(session::Column::EndedAt.is_null())
        .filter(session::Column::ExpiresAt.gt(now))
        .order_by_desc(session::Column::LastUsedAt)
        .order_by_desc(session::Column::Id)
        .limit(at_most)
        .all(db)
        .await
}

/// On which devices a person has signed in and when, as far as it is remembered.
pub(crate) async fn devices_of(
    db: &impl ConnectionTrait,
    person: PersonId,
) -> Result<Vec<(String, DateTime<Utc>)>, DbErr> {
    session::Entity::find()
        .select_only()
        .columns([session::Column::Device, session::Column::CreatedAt])
        .filter(session::Column::PersonId.eq(person.0))
        .into_tuple()
        .all(db)
        .await
}

/// Notes that a session was used, and when it will end.
pub(crate) async fn touch_session(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    id: Uuid,
    now: DateTime<Utc>,
    expires_at: DateTime<Utc>,
) -> Result<(), DbErr> {
    session::Entity::update_many()
        .col_expr(session::Column::LastUsedAt, Expr::value(now))
        .col_expr(session::Column::ExpiresAt, Expr::value(expires_at))
        .filter(session::Column::Id.eq(id))
        .exec(tx)
        .await?;
    Ok(())
}

/// Ends a person's open sessions: one, all, or all but one. Returns how many.
pub(crate) async fn end_sessions(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    which: Sessions,
    now: DateTime<Utc>,
    reason: &str,
) -> Result<u64, DbErr> {
    let query = session::Entity::update_many()
        .col_expr(session::Column::EndedAt, Expr::value(now))
        .col_expr(session::Column::EndReason, Expr::value(reason))
        .filter(session::Column::EndedAt.is_null());
    let query = match which {
        Sessions::One(id) => query.filter(session::Column::Id.eq(id.0)),
        Sessions::All(person) => query.filter(session::Column::PersonId.eq(person.0)),
        Sessions::AllBut(person, kept) => {
            query.filter(session::Column::PersonId.eq(person.0)).filter(session::Column::Id.ne(kept.0))
        }
    };
    Ok(query.exec(tx).await?.rows_affected)
}

/// Which sessions to end.
#[derive(Debug, Clone, Copy)]
pub enum Sessions {
    /// This one.
    One(SessionId),
    /// All of a person.
    All(PersonId),
    /// All of a person but this one.
    AllBut(PersonId, SessionId),
}

/// Keeps the hash of a new refresh token.
pub(crate) async fn insert_refresh_token(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    clock: &Clock,
    session: Uuid,
    token_hash: String,
) -> Result<(), DbErr> {
    refresh_token::Entity::insert(refresh_token::ActiveModel {
        id: Set(clock.new_id()),
        session_id: Set(session),
        token_hash: Set(token_hash),
        issued_at: Set(clock.now()),
        used_at: Set(None),
    })
    .exec_without_returning(tx)
    .await?;
    Ok(())
}

/// Uses a refresh token up; false when it was used before, or does not exist. Of several requests
/// at the same time only one gets a yes.
pub(crate) async fn use_refresh_token(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    token_hash: &str,
    now: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let used = refresh_token::Entity::update_many()
        .col_expr(refresh_token::Column::UsedAt, Expr::value(now))
        .filter(refresh_token::Column::TokenHash.eq(token_hash))
        .filter(refresh_token::Column::UsedAt.is_null())
        .exec(tx)
        .await?;
    Ok(used.rows_affected == 1)
}

/// A refresh token by its hash.
pub(crate) async fn find_refresh_token(
    db: &impl ConnectionTrait,
    token_hash: &str,
) -> Result<Option<RefreshTokenRow>, DbErr> {
    refresh_token::Entity::find().filter(refresh_token::Column::TokenHash.eq(token_hash)).one(db).await
}

/// Forgets a session's refresh tokens that were used long ago.
pub(crate) async fn delete_used_tokens(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    session: Uuid,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    refresh_token::Entity::delete_many()
        .filter(refresh_token::Column::SessionId.eq(session))
        .filter(refresh_token::Column::UsedAt.lt(now - USED_TOKENS_KEPT))
        .exec(tx)
        .await?;
    Ok(())
}

/// Forgets sessions that ended before a moment, with their tokens.
pub(crate) async fn delete_old_sessions(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    before: DateTime<Utc>,
) -> Result<u64, DbErr> {
    let deleted =
        session::Entity::delete_many().filter(session::Column::ExpiresAt.lt(before)).exec(tx).await?;
    let ended = session::Entity::delete_many().filter(session::Column::EndedAt.lt(before)).exec(tx).await?;
    Ok(deleted.rows_affected + ended.rows_affected)
}

/// Removes all sessions of a person, with their tokens.
pub(crate) async fn delete_sessions(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    person: PersonId,
) -> Result<(), DbErr> {
    let of_person = Query::select()
        .column(session::Column::Id)
        .from(session::Entity)
        .and_where(session::Column::PersonId.eq(person.0))
        .to_owned();
    refresh_token::Entity::delete_many()
        .filter(refresh_token::Column::SessionId.in_subquery(of_person))
        .exec(tx)
        .await?;
    session::Entity::delete_many().filter(session::Column::PersonId.eq(person.0)).exec(tx).await?;
    Ok(())
}
