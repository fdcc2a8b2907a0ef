//! The queries of passwords, second factors and recovery codes.

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter,
    sea_query::{Expr, OnConflict},
};
use verbund_shared::id::PersonId;

use crate::{
    authz::Permit,
    clock::Clock,
    entity::{credential, recovery_code},
};

pub(crate) use credential::Model as CredentialRow;

/// How a person signs in; `None` before the first password.
pub(crate) async fn find_credentials(
    db: &impl ConnectionTrait,
    person: PersonId,
) -> Result<Option<CredentialRow>, DbErr> {
    credential::Entity::find_by_id(person.0).one(db).await
}

/// Sets the password's hash.
pub(crate) async fn set_password(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    person: PersonId,
    hash: String,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    let row = credential::ActiveModel {
        person_id: Set(person.0),
        password_hash: Set(Some(hash)),
        password_changed_at: Set(Some(now)),
        totp_secret: Set(None),
        totp_confirmed_at: Set(None),
        totp_last_step: Set(0),
    };
    credential::Entity::insert(row)
        .on_conflict(
            OnConflict::column(credential::Column::PersonId)
                .update_columns([credential::Column::PasswordHash, credential::Column::PasswordChangedAt])
                .to_owned(),
        )
        .exec_without_returning(tx)
        .await?;
    Ok(())
}

/// Keeps a new second factor that is not confirmed yet.
pub(crate) async fn set_pending_totp(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    person: PersonId,
    secret: Vec<u8>,
) -> Result<(), DbErr> {
    credential::Entity::update_many()
        .col_expr(credential::Column::TotpSecret, Expr::value(secret))
        .col_expr(credential::Column::TotpLastStep, Expr::value(0_i64))
        .filter(credential::Column::PersonId.eq(person.0))
        .filter(credential::Column::TotpConfirmedAt.is_null())
        .exec(tx)
        .await?;
    Ok(())
}

/// Turns the second factor on.
pub(crate) async fn confirm_totp(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    person: PersonId,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    credential::Entity::update_many()
        .col_expr(credential::Column::TotpConfirmedAt, Expr::value(now))
        .filter(credential::Column::PersonId.eq(person.0))
        .exec(tx)
        .await?;
    Ok(())
}

/// Turns the second factor off and forgets its codes.
pub(crate) async fn remove_totp(
    tx: &impl ConnectionTrait,
    permit: &Permit,
    person: PersonId,
) -> Result<(), DbErr> {
    credential::Entity::update_many()
        .col_expr(credential::Column::TotpSecret, Expr::value(None::<Vec<u8>>))
        .col_expr(credential::Column::TotpConfirmedAt, Expr::value(None::<DateTime<Utc>>))
        .filter(credential::Column::PersonId.eq(person.0))
        .exec(tx)
        .await?;
    delete_recovery_codes(tx, permit, person).await
}

/// Uses up a time step; false when it, or a later one, was used before.
pub(crate) async fn use_totp_step(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    person: PersonId,
    step: i64,
) -> Result<bool, DbErr> {
    let used = credential::Entity::update_many()
        .col_expr(credential::Column::TotpLastStep, Expr::value(step))
        .filter(credential::Column::PersonId.eq(person.0))
        .filter(credential::Column::TotpLastStep.lt(step))
        .exec(tx)
        .await?;
    Ok(used.rows_affected == 1)
}

/// Uses up a recovery code; false when there is none such left.
pub(crate) async fn use_recovery_code(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    person: PersonId,
    code_hash: &str,
    now: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let used = recovery_code::Entity::update_many()
        .col_expr(recovery_code::Column::UsedAt, Expr::value(now))
        .filter(recovery_code::Column::PersonId.eq(person.0))
        .filter(recovery_code::Column::CodeHash.eq(code_hash))
        .filter(recovery_code::Column::UsedAt.is_null())
        .exec(tx)
        .await?;
    Ok(used.rows_affected == 1)
}

/// Replaces all recovery codes.
pub(crate) async fn replace_recovery_codes(
    tx: &impl ConnectionTrait,
    permit: &Permit,
    clock: &Clock,
    person: PersonId,
    hashes: Vec<String>,
) -> Result<(), DbErr> {
    delete_recovery_codes(tx, permit, person).await?;
    let rows = hashes.into_iter().map(|hash| recovery_code::ActiveModel {
        id: Set(clock.new_id()),
        person_id: Set(person.0),
        code_hash: Set(hash),
        used_at: Set(None),
    });
    recovery_code::Entity::insert_many(rows).exec_without_returning(tx).await?;
    Ok(())
}

async fn delete_recovery_codes(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    person: PersonId,
) -> Result<(), DbErr> {
    recovery_code::Entity::delete_many()
        .filter(recovery_code::Column::PersonId.eq(person.0))
        .exec(tx)
        .await?;
    Ok(())
}

/// How many recovery codes are left.
pub(crate) async fn count_recovery_codes(db: &impl ConnectionTrait, person: PersonId) -> Result<u64, DbErr> {
    recovery_code::Entity::find()
        .filter(recovery_code::Column::PersonId.eq(person.0))
        .filter(recovery_code::Column::UsedAt.is_null())
        .count(db)
        .await
}

/// Forgets how a person signed in.
pub(crate) async fn delete_credentials(
    tx: &impl ConnectionTrait,
    permit: &Permit,
    person: PersonId,
) -> Result<(), DbErr> {
    delete_recovery_codes(tx, permit, person).await?;
    credential::Entity::delete_by_id(person.0).exec(tx).await?;
    Ok(())
}
