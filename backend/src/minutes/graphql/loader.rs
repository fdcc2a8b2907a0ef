//! The tasks that action lines have become, loaded once for all of a page.

use std::collections::HashMap;

use async_graphql::{Context, dataloader::Loader};
use uuid::Uuid;

use crate::{
    app::App,
    graphql::{
        ApiError, ApiResult,
        loading::{self, keys, request_loader},
    },
    minutes::store,
    tasks::store::TaskRow,
};

/// One request's loader; it remembers what it has loaded.
type RequestLoader = loading::RequestLoader<MinutesLoader>;

/// Loads what belongs to minutes.
pub struct MinutesLoader {
    app: App,
}

keys! {
    /// A task.
    TaskById
}

impl MinutesLoader {
    /// For one request.
    pub fn new(app: &App) -> RequestLoader {
        request_loader(Self { app: app.clone() })
    }

    /// Loads tasks that are named by action lines.
    pub(super) async fn load_tasks(ctx: &Context<'_>, ids: Vec<Uuid>) -> ApiResult<()> {
        if !ids.is_empty() {
            ctx.data_unchecked::<RequestLoader>().load_many(ids.into_iter().map(TaskById)).await?;
        }
        Ok(())
    }

    /// A task, where there is one.
    pub(super) async fn task(ctx: &Context<'_>, id: Option<Uuid>) -> ApiResult<Option<TaskRow>> {
        let Some(id) = id else { return Ok(None) };
        ctx.data_unchecked::<RequestLoader>().load_one(TaskById(id)).await
    }
}

impl Loader<TaskById> for MinutesLoader {
    type Value = TaskRow;
    type Error = ApiError;

    async fn load(&self, keys: &[TaskById]) -> ApiResult<HashMap<TaskById, TaskRow>> {
        let ids: Vec<Uuid> = keys.iter().map(|key| key.0).collect();
        let rows = store::tasks_by_id(self.app.db().read(), &ids).await?;
        Ok(rows.into_iter().map(|row| (TaskById(row.id), row)).collect())
    }
}
