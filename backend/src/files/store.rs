//! The queries of uploaded files.

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect, QueryTrait,
};
use uuid::Uuid;
use verbund_shared::id::{FileId, PersonId};

use super::rules::{FilePurpose, PreparedFile};
use crate::{
    authz::Permit,
    clock::Clock,
    entity::{file, organisation},
};

pub use file::Model as FileRow;

/// A file for a purpose.
pub async fn find_file(
    db: &impl ConnectionTrait,
    id: FileId,
    purpose: FilePurpose,
) -> Result<Option<FileRow>, DbErr> {
    file::Entity::find_by_id(id.0).filter(file::Column::Purpose.eq(purpose.as_str())).one(db).await
}

/// Whether a person uploaded a file for a purpose.
pub async fn is_uploaded_by(
    db: &impl ConnectionTrait,
    id: FileId,
    purpose: FilePurpose,
    person: Option<PersonId>,
) -> Result<bool, DbErr> {
    let uploader = match person {
        Some(person) => file::Column::UploadedBy.eq(person.0),
        None => file::Column::UploadedBy.is_null(),
    };
    let found: Option<Uuid> = file::Entity::find_by_id(id.0)
        .select_only()
        .column(file::Column::Id)
        .filter(file::Column::Purpose.eq(purpose.as_str()))
        .filter(uploader)
        .into_tuple()
        .one(db)
        .await?;
    Ok(found.is_some())
}

/// Keeps a file.
pub async fn insert_file(
    tx: &impl ConnectionTrait,
    permit: &Permit,
    clock: &Clock,
    purpose: FilePurpose,
    name: String,
    sha256: String,
    prepared: PreparedFile,
) -> Result<FileId, DbErr> {
    let id = clock.new_id();
    file::Entity::insert(file::ActiveModel {
        id: Set(id),
        purpose: Set(purpose.as_str().to_owned()),
        content_type: Set(prepared.content_type.to_owned()),
        name: Set(name),
        sha256: Set(sha256),
        size: Set(i32::try_from(prepared.content.len()).unwrap_or(i32::MAX)),
        content: Set(prepared.content),
        uploaded_by: Set(permit.actor().person_id().map(|id| id.0)),
        created_at: Set(clock.now()),
    })
    .exec_without_returning(tx)
    .await?;
    Ok(FileId(id))
}

/// Removes a file.
pub async fn delete_file(tx: &impl ConnectionTrait, _permit: &Permit, id: Uuid) -> Result<(), DbErr> {
    file::Entity::delete_by_id(id).exec(tx).await?;
    Ok(())
}

/// Removes logos that were uploaded before a moment and never used.
pub async fn delete_unused_logos(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    before: DateTime<Utc>,
) -> Result<(), DbErr> {
    let used = organisation::Entity::find()
        .select_only()
        .column(organisation::Column::LogoId)
        .filter(organisation::Column::LogoId.is_not_null())
        .into_query();
    file::Entity::delete_many()
        .filter(file::Column::Purpose.eq(FilePurpose::Logo.as_str()))
        .filter(file::Column::CreatedAt.lt(before))
        .filter(file::Column::Id.not_in_subquery(used))
        .exec(tx)
        .await?;
    Ok(())
}
