//! What belongs to a task: entries of its checklist, comments.

use async_graphql::{Context, ID, Object, SimpleObject};
use verbund_shared::id::{ChecklistItemId, TaskCommentId};

use super::loader::{MentionsOf, RequestLoader};
use crate::{
    authz::{Action, Caller, may},
    graphql::{ApiResult, DateTime},
    groups::graphql::{GroupLoader, GroupPerson, person},
    markdown,
    tasks::{
        service::person_facts,
        store::{CommentRow, ItemRow, TaskRow},
    },
};

/// An entry of a task's checklist. Whoever may change the task may change it.
#[derive(SimpleObject)]
pub struct ChecklistItem {
    /// Opaque id.
    id: ID,
    /// What is to be done.
    text: String,
    /// Whether it is ticked.
    done: bool,
    /// Grows with each change; an edit says which one it is based on.
    version: i32,
}

impl From<ItemRow> for ChecklistItem {
    fn from(row: ItemRow) -> Self {
        let id = ChecklistItemId(row.id).into();
        Self { id, text: row.text, done: row.done, version: row.version }
    }
}

/// What the person who asks may do with a comment now.
#[derive(SimpleObject)]
pub struct TaskCommentViewerCan {
    /// Change it: only one's own.
    edit: bool,
    /// Remove it.
    remove: bool,
}

/// A comment on a task.
pub struct TaskComment {
    pub(super) row: CommentRow,
    pub(super) task: TaskRow,
    pub(super) caller: Caller,
    /// Whether the group goes on.
    pub(super) open: bool,
}

/// A comment on a task.
#[Object]
impl TaskComment {
    /// Opaque id.
    async fn id(&self) -> ID {
        TaskCommentId(self.row.id).into()
    }

    /// Who wrote it; null where the program did.
    async fn author(&self, ctx: &Context<'_>) -> ApiResult<Option<GroupPerson>> {
        person(ctx, self.row.author_id).await
    }

    /// Markdown as it was written.
    async fn body(&self) -> &str {
        &self.row.body
    }

    /// The comment as safe HTML.
    async fn body_html(&self) -> String {
        markdown::to_html(&self.row.body)
    }

    /// Who is mentioned in it.
    async fn mentions(&self, ctx: &Context<'_>) -> ApiResult<Vec<GroupPerson>> {
        let loader = ctx.data_unchecked::<RequestLoader>();
        let ids = loader.load_one(MentionsOf(self.row.id)).await?.unwrap_or_default();
        GroupLoader::load_people(ctx, ids.clone()).await?;
        let mut people = Vec::new();
        for id in ids {
            people.extend(person(ctx, Some(id)).await?);
        }
        Ok(people)
    }

    /// When it was written.
    async fn created_at(&self) -> DateTime {
        self.row.created_at.into()
    }

    /// When it was changed last; null where it was not.
    async fn edited_at(&self) -> Option<DateTime> {
        self.row.edited_at.map(Into::into)
    }

    /// Grows with each change; an edit says which one it is based on.
    async fn version(&self) -> i32 {
        self.row.version
    }

    /// What the person who asks may do now.
    async fn viewer_can(&self) -> TaskCommentViewerCan {
        let facts = person_facts(&self.task, self.row.author_id);
        TaskCommentViewerCan {
            edit: self.open && may(&self.caller, Action::TaskCommentChange, &facts),
            remove: self.open && may(&self.caller, Action::TaskCommentRemove, &facts),
        }
    }
}
