//! Use cases of uploaded files.

use chrono::TimeDelta;
use sha2::{Digest, Sha256};
use verbund_shared::id::FileId;

use super::{
    rules::{self, FilePurpose},
    store::{self, FileRow},
};
use crate::{
    app::App,
    authz::{Action, Caller, Facts, authorise},
    error::{ServiceError, ServiceResult},
};

/// How long an uploaded logo waits to be used.
const UNUSED_LIFE: TimeDelta = TimeDelta::days(1);

/// Whether a person may upload for a purpose; asked before the bytes are read.
///
/// # Errors
/// `UNAUTHENTICATED`, `FORBIDDEN`.
pub fn check_upload(caller: &Caller, purpose: FilePurpose) -> ServiceResult<()> {
    authorise(caller, action(purpose), &Facts::NONE).map(|_| ())
}

fn action(purpose: FilePurpose) -> Action {
    match purpose {
        FilePurpose::Logo => Action::LogoUpload,
        FilePurpose::Import => Action::ImportRun,
    }
}

/// Keeps an uploaded file.
///
/// # Errors
/// `UNAUTHENTICATED`, `FORBIDDEN`, `FILE_EMPTY`, `FILE_TYPE`.
pub async fn upload(
    app: &App,
    caller: &Caller,
    purpose: FilePurpose,
    name: &str,
    content: Vec<u8>,
) -> ServiceResult<FileId> {
    let permit = authorise(caller, action(purpose), &Facts::NONE)?;
    let prepared = tokio::task::spawn_blocking(move || rules::prepare(purpose, content))
        .await
        .map_err(|cause| ServiceError::Internal(cause.into()))?
        .map_err(|refusal| ServiceError::user(refusal.code()).with("allowed", "PNG, JPEG, WebP"))?;
    let sha256 = hex::encode(Sha256::digest(&prepared.content));
    let name: String = name.chars().filter(|c| !c.is_control()).take(200).collect();
    let tx = app.db().begin().await?;
    store::delete_unused_logos(&tx, &permit, app.clock().now() - UNUSED_LIFE).await?;
    let id = store::insert_file(&tx, &permit, app.clock(), purpose, name, sha256, prepared).await?;
    tx.commit().await?;
    Ok(id)
}

/// A logo, for everybody.
///
/// # Errors
/// `NOT_FOUND`.
pub async fn get_logo(app: &App, id: FileId) -> ServiceResult<FileRow> {
    store::find_file(app.db().read(), id, FilePurpose::Logo).await?.ok_or_else(ServiceError::not_found)
}
