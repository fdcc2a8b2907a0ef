//! What belongs to tasks, loaded once for all tasks of a list.

use std::{collections::HashMap, hash::Hash};

use async_graphql::{
    Context, Lookahead,
    dataloader::{DataLoader, HashMapCache, Loader},
};
use uuid::Uuid;

use crate::{
    app::App,
    graphql::{ApiError, ApiResult},
    groups::{
        self,
        graphql::GroupLoader,
        store::{GroupRow, MilestoneRow},
    },
    organisations::graphql::OrganisationLoader,
    tasks::store::{self, ItemRow, TaskRow},
};

/// One request's loader; it remembers what it has loaded.
pub(super) type RequestLoader = DataLoader<TaskLoader, HashMapCache>;

/// Loads what belongs to tasks.
pub struct TaskLoader {
    app: App,
}

impl TaskLoader {
    /// For one request.
    pub fn new(app: &App) -> RequestLoader {
        let loader = Self { app: app.clone() };
        DataLoader::with_cache(loader, tokio::spawn, HashMapCache::default()).delay(std::time::Duration::ZERO)
    }

    /// Loads for a whole list what is asked of each of its tasks (`asked` is the field of the task), so
    /// that the list takes one statement for each, however long it is.
    pub(super) async fn preload(ctx: &Context<'_>, asked: Lookahead<'_>, rows: &[TaskRow]) -> ApiResult<()> {
        let loader = ctx.data_unchecked::<RequestLoader>();
        let any = |fields: &[&str]| fields.iter().any(|field| asked.field(field).exists());
        let keys = || rows.iter().map(|row| row.id);
        if any(&["group", "viewerCan", "source"]) {
            let groups: Vec<Uuid> = rows.iter().map(|row| row.group_id).collect();
            loader.load_many(groups.iter().copied().map(GroupById)).await?;
            GroupLoader::preload(ctx, asked.field("group"), &groups).await?;
        }
        if any(&["organisation"]) {
            let ids: Vec<Uuid> = rows.iter().filter_map(|row| row.organisation_id).collect();
            OrganisationLoader::load_ahead(ctx, &ids).await?;
            OrganisationLoader::preload(ctx, asked.field("organisation"), &ids).await?;
        }
        if any(&["checklist", "checklistDone", "checklistTotal"]) {
            loader.load_many(keys().map(ChecklistOf)).await?;
        }
        if any(&["commentCount"]) {
            loader.load_many(keys().map(CommentCountOf)).await?;
        }
        if any(&["source"]) {
            loader.load_many(rows.iter().filter_map(|row| row.milestone_id).map(MilestoneById)).await?;
        }
        let mut people: Vec<Uuid> = Vec::new();
        if any(&["watchers", "watching"]) {
            let watchers = loader.load_many(keys().map(WatchersOf)).await?;
            if any(&["watchers"]) {
                people.extend(watchers.into_values().flatten());
            }
        }
        for row in rows {
            let named = [
                ("responsible", row.responsible_id),
                ("createdBy", row.created_by),
                ("assignedBy", row.assigned_by),
                ("returnedBy", row.returned_by),
            ];
            people.extend(named.into_iter().filter(|(field, _)| any(&[field])).filter_map(|(_, id)| id));
        }
        GroupLoader::load_people(ctx, people).await
    }
}

macro_rules! keys {
    ($( $(#[$doc:meta])* $name:ident ),+) => { $(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub(super) struct $name(pub(super) Uuid);
    )+ };
}

keys! {
    /// The group of a task.
    GroupById,
    /// The milestone a task comes from.
    MilestoneById,
    /// A task's checklist.
    ChecklistOf,
    /// How many comments a task has.
    CommentCountOf,
    /// Who watches a task.
    WatchersOf,
    /// Who is mentioned in a comment.
    MentionsOf
}

/// Sorts rows to the keys they were loaded for; a key without rows gets an empty list, which is
/// remembered too.
fn grouped<K: Copy + Hash + Eq, T>(keys: &[K], rows: impl IntoIterator<Item = (K, T)>) -> HashMap<K, Vec<T>> {
    let mut groups: HashMap<K, Vec<T>> = keys.iter().map(|key| (*key, Vec::new())).collect();
    for (key, row) in rows {
        groups.entry(key).or_default().push(row);
    }
    groups
}

impl Loader<GroupById> for TaskLoader {
    type Value = GroupRow;
    type Error = ApiError;

    async fn load(&self, keys: &[GroupById]) -> ApiResult<HashMap<GroupById, GroupRow>> {
        let ids: Vec<Uuid> = keys.iter().map(|key| key.0).collect();
        let rows = groups::store::groups_by_id(self.app.db().read(), &ids).await?;
        Ok(rows.into_iter().map(|row| (GroupById(row.id), row)).collect())
    }
}

impl Loader<MilestoneById> for TaskLoader {
    type Value = MilestoneRow;
    type Error = ApiError;

    async fn load(&self, keys: &[MilestoneById]) -> ApiResult<HashMap<MilestoneById, MilestoneRow>> {
        let ids: Vec<Uuid> = keys.iter().map(|key| key.0).collect();
        let rows = groups::store::milestones_by_id(self.app.db().read(), &ids).await?;
        Ok(rows.into_iter().map(|row| (MilestoneById(row.id), row)).collect())
    }
}

impl Loader<ChecklistOf> for TaskLoader {
    type Value = Vec<ItemRow>;
    type Error = ApiError;

    async fn load(&self, keys: &[ChecklistOf]) -> ApiResult<HashMap<ChecklistOf, Vec<ItemRow>>> {
        let ids: Vec<Uuid> = keys.iter().map(|key| key.0).collect();
        let rows = store::checklists_of(self.app.db().read(), &ids).await?;
        Ok(grouped(keys, rows.into_iter().map(|row| (ChecklistOf(row.task_id), row))))
    }
}

impl Loader<CommentCountOf> for TaskLoader {
    type Value = i64;
    type Error = ApiError;

    async fn load(&self, keys: &[CommentCountOf]) -> ApiResult<HashMap<CommentCountOf, i64>> {
        let ids: Vec<Uuid> = keys.iter().map(|key| key.0).collect();
        let counts = store::comment_counts(self.app.db().read(), &ids).await?;
        let mut all: HashMap<CommentCountOf, i64> = keys.iter().map(|key| (*key, 0)).collect();
        all.extend(counts.into_iter().map(|(task, count)| (CommentCountOf(task), count)));
        Ok(all)
    }
}

impl Loader<WatchersOf> for TaskLoader {
    type Value = Vec<Uuid>;
    type Error = ApiError;

    async fn load(&self, keys: &[WatchersOf]) -> ApiResult<HashMap<WatchersOf, Vec<Uuid>>> {
        let ids: Vec<Uuid> = keys.iter().map(|key| key.0).collect();
        let rows = store::watchers_of(self.app.db().read(), &ids).await?;
        Ok(grouped(keys, rows.into_iter().map(|(task, person)| (WatchersOf(task), person))))
    }
}

impl Loader<MentionsOf> for TaskLoader {
    type Value = Vec<Uuid>;
    type Error = ApiError;

    async fn load(&self, keys: &[MentionsOf]) -> ApiResult<HashMap<MentionsOf, Vec<Uuid>>> {
        let ids: Vec<Uuid> = keys.iter().map(|key| key.0).collect();
        let rows = store::mentions_of(self.app.db().read(), &ids).await?;
        Ok(grouped(keys, rows.into_iter().map(|(comment, person)| (MentionsOf(comment), person))))
    }
}
