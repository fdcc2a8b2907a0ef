//! The private links by which applicants follow.

use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use super::ApplicationRow;
use crate::{
    authz::Permit,
    clock::Clock,
    entity::{application, application_link},
};

/// Keeps the hash of a new link.
pub async fn insert_link(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    clock: &Clock,
    application: Uuid,
    token_hash: String,
) -> Result<(), DbErr> {
    application_link::Entity::insert(application_link::ActiveModel {
        token_hash: Set(token_hash),
        application_id: Set(application),
        created_at: Set(clock.now()),
    })
    .exec_without_returning(tx)
    .await?;
    Ok(())
}

/// The application behind a link.
pub async fn find_by_link(
    db: &impl ConnectionTrait,
    token_hash: &str,
) -> Result<Option<ApplicationRow>, DbErr> {
    let Some(link) = application_link::Entity::find_by_id(token_hash.to_owned()).one(db).await? else {
        return Ok(None);
    };
    application::Entity::find_by_id(link.application_id).one(db).await
}

/// The application behind a link, held until the transaction ends.
pub async fn lock_by_link(
    tx: &impl ConnectionTrait,
    token_hash: &str,
) -> Result<Option<ApplicationRow>, DbErr> {
    let Some(link) = application_link::Entity::find_by_id(token_hash.to_owned()).one(tx).await? else {
        return Ok(None);
    };
    application::Entity::find_by_id(link.application_id).lock_exclusive().one(tx).await
}

/// The application whose address a link confirms, held until the transaction ends.
pub async fn lock_by_confirm_link(
    tx: &impl ConnectionTrait,
    token_hash: &str,
) -> Result<Option<ApplicationRow>, DbErr> {
    application::Entity::find()
        .filter(application::Column::ConfirmTokenHash.eq(token_hash))
        .lock_exclusive()
        .one(tx)
        .await
}
