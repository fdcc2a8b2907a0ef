//! What files belong to, loaded once for all files of a list.

use std::collections::HashMap;

use async_graphql::{
    Context, Lookahead,
    dataloader::{DataLoader, HashMapCache, Loader},
};
use uuid::Uuid;

use crate::{
    app::App,
    graphql::{ApiError, ApiResult, loading},
    group_files::store::{self, GroupFileRow},
    groups::graphql::GroupLoader,
};

/// Loads what belongs to files.
pub struct GroupFileLoader {
    app: App,
}

/// A task or an agenda item, by its id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum TitleOf {
    /// Of a task.
    Task(Uuid),
    /// Of an agenda item.
    AgendaItem(Uuid),
}

impl GroupFileLoader {
    /// For one request.
    pub fn new(app: &App) -> DataLoader<Self, HashMapCache> {
        loading::request_loader(Self { app: app.clone() })
    }

    /// Loads for a whole list what is asked of each of its files.
    pub(super) async fn preload(
        ctx: &Context<'_>,
        asked: Lookahead<'_>,
        rows: &[GroupFileRow],
    ) -> ApiResult<()> {
        let loader = ctx.data_unchecked::<DataLoader<Self, HashMapCache>>();
        let of = |row: &GroupFileRow| {
            row.task_id.map(TitleOf::Task).into_iter().chain(row.agenda_item_id.map(TitleOf::AgendaItem))
        };
        if asked.field("task").exists() || asked.field("agendaItem").exists() {
            loader.load_many(rows.iter().flat_map(of)).await?;
        }
        if asked.field("uploadedBy").exists() {
            GroupLoader::load_people(ctx, rows.iter().filter_map(|row| row.uploaded_by).collect()).await?;
        }
        Ok(())
    }

    /// The title of a task or an agenda item.
    pub(super) async fn title(ctx: &Context<'_>, of: TitleOf) -> ApiResult<String> {
        let loader = ctx.data_unchecked::<DataLoader<Self, HashMapCache>>();
        Ok(loader.load_one(of).await?.unwrap_or_default())
    }
}

impl Loader<TitleOf> for GroupFileLoader {
    type Value = String;
    type Error = ApiError;

    async fn load(&self, keys: &[TitleOf]) -> ApiResult<HashMap<TitleOf, String>> {
        let (mut tasks, mut items) = (Vec::new(), Vec::new());
        for key in keys {
            match key {
                TitleOf::Task(id) => tasks.push(*id),
                TitleOf::AgendaItem(id) => items.push(*id),
            }
        }
        let titles: HashMap<Uuid, String> =
            store::titles(self.app.db().read(), &tasks, &items).await?.into_iter().collect();
        let title = |key: &TitleOf| {
            let (TitleOf::Task(id) | TitleOf::AgendaItem(id)) = key;
            titles.get(id).map(|title| (*key, title.clone()))
        };
        Ok(keys.iter().filter_map(title).collect())
    }
}
