//! A file of a group.

use async_graphql::{Context, ID, Object, SimpleObject};
use verbund_shared::id::{AgendaItemId, GroupFileId, TaskId};

use super::loader::{GroupFileLoader, TitleOf};
use crate::{
    authz::{Action, may},
    graphql::{ApiResult, DateTime, caller_of},
    group_files::{service::facts, store::GroupFileRow},
    groups::graphql::{GroupPerson, person},
};

/// What a file belongs to within its group.
#[derive(SimpleObject)]
pub struct GroupFileOwner {
    /// The id of the task or agenda item.
    id: ID,
    /// Its title.
    title: String,
}

/// What the person who asks may do with a file now.
#[derive(SimpleObject)]
pub struct GroupFileViewerCan {
    /// Rename and remove it; refused once the group has ended.
    manage: bool,
}

/// A file of a group. Its bytes are at `path`, for those who are signed in and see it.
pub struct GroupFile(pub(super) GroupFileRow);

impl From<GroupFileRow> for GroupFile {
    fn from(row: GroupFileRow) -> Self {
        Self(row)
    }
}

/// A file of a group. Its bytes are at `path`, for those who are signed in and see it.
#[Object]
impl GroupFile {
    /// Opaque id.
    async fn id(&self) -> ID {
        GroupFileId(self.0.id).into()
    }

    /// The name it is saved under, with its ending.
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// What it is, in a line; empty where nothing was said.
    async fn note(&self) -> &str {
        &self.0.note
    }

    /// Its media type, by its bytes.
    async fn content_type(&self) -> &str {
        &self.0.content_type
    }

    /// How large it is, in bytes.
    async fn size(&self) -> i32 {
        self.0.size
    }

    /// SHA-256 of its bytes, in hex.
    async fn sha256(&self) -> &str {
        &self.0.sha256
    }

    /// Where its bytes are, for a request with the access token.
    async fn path(&self) -> String {
        format!("/group-files/{}", GroupFileId(self.0.id))
    }

    /// The task it belongs to.
    async fn task(&self, ctx: &Context<'_>) -> ApiResult<Option<GroupFileOwner>> {
        let Some(id) = self.0.task_id else { return Ok(None) };
        let title = GroupFileLoader::title(ctx, TitleOf::Task(id)).await?;
        Ok(Some(GroupFileOwner { id: TaskId(id).into(), title }))
    }

    /// The agenda item it is a paper of.
    async fn agenda_item(&self, ctx: &Context<'_>) -> ApiResult<Option<GroupFileOwner>> {
        let Some(id) = self.0.agenda_item_id else { return Ok(None) };
        let title = GroupFileLoader::title(ctx, TitleOf::AgendaItem(id)).await?;
        Ok(Some(GroupFileOwner { id: AgendaItemId(id).into(), title }))
    }

    /// Who uploaded it; null where the program did.
    async fn uploaded_by(&self, ctx: &Context<'_>) -> ApiResult<Option<GroupPerson>> {
        person(ctx, self.0.uploaded_by).await
    }

    /// When it was uploaded.
    async fn created_at(&self) -> DateTime {
        self.0.created_at.into()
    }

    /// Grows with each change; an edit says which one it is based on.
    async fn version(&self) -> i32 {
        self.0.version
    }

    /// What the person who asks may do now.
    async fn viewer_can(&self, ctx: &Context<'_>) -> GroupFileViewerCan {
        GroupFileViewerCan { manage: may(caller_of(ctx), Action::FileManage, &facts(&self.0)) }
    }
}
