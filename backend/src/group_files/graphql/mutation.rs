//! Changing groups' files.

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use verbund_shared::id::GroupFileId;

use super::objects::GroupFile;
use crate::{
    graphql::{ApiResult, app_of, caller_of, parse_id},
    group_files::service,
};

/// A file with another name or note. Both are replaced.
#[derive(InputObject)]
pub struct GroupFileChangeInput {
    /// The file.
    id: ID,
    /// The version the change is based on.
    version: i32,
    /// Its name, in at most 120 characters; the ending stays.
    name: String,
    /// What it is, in at most 120 characters.
    #[graphql(default)]
    note: String,
}

/// The changed file.
#[derive(SimpleObject)]
pub struct GroupFileChangePayload {
    /// The file.
    file: GroupFile,
}

/// A file to be removed.
#[derive(InputObject)]
pub struct GroupFileRemoveInput {
    /// The file.
    id: ID,
    /// The version that was looked at.
    version: i32,
}

/// The removed file.
#[derive(SimpleObject)]
pub struct GroupFileRemovePayload {
    /// Its id.
    id: ID,
}

/// Changing groups' files. Uploading is `POST /api/group-files`.
#[derive(Default)]
pub struct GroupFilesMutation;

#[Object]
impl GroupFilesMutation {
    /// Renames a file and says what it is. Chair, secretary, coordinators and whoever uploaded it.
    /// Errors: `NOT_FOUND`, `VALIDATION`, `CONFLICT`, `STATE_FORBIDS`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn group_file_change(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The changed file.")] input: GroupFileChangeInput,
    ) -> ApiResult<GroupFileChangePayload> {
        let id: GroupFileId = parse_id(&input.id)?;
        let text = (input.name.as_str(), input.note.as_str());
        let row = service::change(app_of(ctx), caller_of(ctx), (id, input.version), text).await?;
        Ok(GroupFileChangePayload { file: GroupFile(row) })
    }

    /// Removes a file for good. Chair, secretary, coordinators and whoever uploaded it.
    /// Errors: `NOT_FOUND`, `CONFLICT`, `STATE_FORBIDS`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn group_file_remove(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which file.")] input: GroupFileRemoveInput,
    ) -> ApiResult<GroupFileRemovePayload> {
        let id: GroupFileId = parse_id(&input.id)?;
        let row = service::remove(app_of(ctx), caller_of(ctx), id, input.version).await?;
        Ok(GroupFileRemovePayload { id: GroupFileId(row.id).into() })
    }
}
