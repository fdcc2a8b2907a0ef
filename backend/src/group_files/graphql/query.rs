//! Reading groups' files.

use async_graphql::{Context, ID, Object, SimpleObject};
use verbund_shared::id::{AgendaItemId, GroupId, TaskId};

use super::{loader::GroupFileLoader, objects::GroupFile};
use crate::{
    authz::{Action, Facts, may},
    graphql::{ApiResult, CursorPage, PageInfo, app_of, caller_of, list_complexity, parse_id},
    group_files::{
        service,
        store::{BelongsTo, FileKey, GroupFileRow},
    },
    groups::{graphql::Group, store::GroupRow},
};

/// A file in a list.
#[derive(SimpleObject)]
pub struct GroupFileEdge {
    /// Where it stands in the list, for `after`.
    cursor: String,
    /// The file.
    node: GroupFile,
}

/// A page of a group's files, the newest first.
pub struct GroupFileConnection {
    group: GroupRow,
    of: BelongsTo,
    rows: Vec<GroupFileRow>,
    more: bool,
}

fn cursor(row: &GroupFileRow) -> String {
    CursorPage::cursor(&FileKey { at: row.created_at, id: row.id })
}

/// A page of a group's files, the newest first.
#[Object]
impl GroupFileConnection {
    /// The files with their places.
    async fn edges(&self, ctx: &Context<'_>) -> ApiResult<Vec<GroupFileEdge>> {
        GroupFileLoader::preload(ctx, ctx.look_ahead().field("node"), &self.rows).await?;
        let edge = |row: &GroupFileRow| GroupFileEdge { cursor: cursor(row), node: GroupFile(row.clone()) };
        Ok(self.rows.iter().map(edge).collect())
    }

    /// Where the page stands in the list.
    async fn page_info(&self) -> PageInfo {
        PageInfo { has_next_page: self.more, end_cursor: self.rows.last().map(cursor) }
    }

    /// How many there are; counted only when asked for.
    async fn total_count(&self, ctx: &Context<'_>) -> ApiResult<u64> {
        let group = GroupId(self.group.id);
        Ok(service::files_count(app_of(ctx), caller_of(ctx), group, self.of).await?)
    }

    /// The group.
    async fn group(&self) -> Group {
        self.group.clone().into()
    }

    /// Room that is taken, in bytes.
    async fn used_bytes(&self, ctx: &Context<'_>) -> ApiResult<i64> {
        Ok(service::room(app_of(ctx), caller_of(ctx), GroupId(self.group.id)).await?.used)
    }

    /// Room that the group has, in bytes.
    async fn max_bytes(&self, ctx: &Context<'_>) -> i64 {
        app_of(ctx).config().group_files_max
    }

    /// Whether the person who asks may upload.
    async fn viewer_can_add(&self, ctx: &Context<'_>) -> bool {
        let facts = Facts::group(GroupId(self.group.id));
        !self.group.state.is_final() && may(caller_of(ctx), Action::FileAdd, &facts)
    }
}

/// Reading groups' files.
#[derive(Default)]
pub struct GroupFilesQuery;

#[Object]
impl GroupFilesQuery {
    /// The files of a group, for those who see its inside; guests don't see papers of internal agenda items.
    /// Errors: `VALIDATION`, `NOT_FOUND`, `UNAUTHENTICATED`.
    #[graphql(complexity = "list_complexity(first, child_complexity)")]
    async fn group_files(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The group.")] group_id: ID,
        #[graphql(desc = "Only those of this task.")] task_id: Option<ID>,
        #[graphql(desc = "Only those of this agenda item.")] agenda_item_id: Option<ID>,
        #[graphql(desc = "At most this many, 20 when nothing is said.")] first: Option<i32>,
        #[graphql(desc = "Those after this cursor.")] after: Option<String>,
    ) -> ApiResult<GroupFileConnection> {
        let id: GroupId = parse_id(&group_id)?;
        let of = BelongsTo {
            task: task_id.map(|id| parse_id::<TaskId>(&id)).transpose()?,
            agenda_item: agenda_item_id.map(|id| parse_id::<AgendaItemId>(&id)).transpose()?,
        };
        let page = CursorPage::read(first, after)?;
        let group = service::file_group(app_of(ctx), caller_of(ctx), id).await?;
        let (rows, more) = service::files(app_of(ctx), caller_of(ctx), (id, of), &page).await?;
        Ok(GroupFileConnection { group, of, rows, more })
    }
}
