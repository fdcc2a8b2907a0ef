//! The queries of counted attempts.

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter,
    sea_query::{Expr, OnConflict},
};

use crate::{authz::Permit, entity::attempt};

pub(crate) use attempt::Model as AttemptRow;

/// The count of a bucket, made if absent. On PostgreSQL the row stays locked until the
/// transaction ends, so that attempts at the same time count one after the other.
pub(crate) async fn lock_attempts(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    bucket: &str,
    now: DateTime<Utc>,
) -> Result<AttemptRow, DbErr> {
    let empty = attempt::ActiveModel {
        bucket: Set(bucket.to_owned()),
        failures: Set(0),
        updated_at: Set(now),
        blocked_until: Set(None),
    };
    // Writing a value over itself is what takes the lock.
    let itself = Expr::col((attempt::Entity, attempt::Column::Failures));
    attempt::Entity::insert(empty)
        .on_conflict(
            OnConflict::column(attempt::Column::Bucket).value(attempt::Column::Failures, itself).to_owned(),
        )
        .exec_without_returning(tx)
        .await?;
    attempt::Entity::find_by_id(bucket.to_owned())
        .one(tx)
        .await?
        .ok_or_else(|| DbErr::RecordNotFound("the bucket just written".to_owned()))
}

/// Keeps a bucket's new count.
pub(crate) async fn save_attempts(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    row: AttemptRow,
) -> Result<(), DbErr> {
    attempt::Entity::update_many()
        .col_expr(attempt::Column::Failures, Expr::value(row.failures))
        .col_expr(attempt::Column::UpdatedAt, Expr::value(row.updated_at))
        .col_expr(attempt::Column::BlockedUntil, Expr::value(row.blocked_until))
        .filter(attempt::Column::Bucket.eq(row.bucket))
        .exec(tx)
        .await?;
    Ok(())
}

/// Forgets a bucket.
pub(crate) async fn delete_attempts(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    bucket: &str,
) -> Result<(), DbErr> {
    attempt::Entity::delete_by_id(bucket.to_owned()).exec(tx).await?;
    Ok(())
}

/// Forgets buckets that nobody has touched since a moment.
pub(crate) async fn delete_old_attempts(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    before: DateTime<Utc>,
) -> Result<u64, DbErr> {
    let deleted =
        attempt::Entity::delete_many().filter(attempt::Column::UpdatedAt.lt(before)).exec(tx).await?;
    Ok(deleted.rows_affected)
}
