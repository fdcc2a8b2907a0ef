//! The index of this process: kept until the directory's counter moves on, then brought up to date
//! by what has changed. Losing it loses nothing; several processes each keep their own.

use std::sync::{Arc, PoisonError, RwLock};

use chrono::Days;

use super::{index::Index, store};
use crate::{
    app::App,
    error::{ServiceError, ServiceResult},
};

/// The place where the index is kept.
#[derive(Debug)]
pub struct DirectoryCache {
    index: RwLock<Arc<Index>>,
    /// Held while the index is brought up to date, so that it is done once.
    refreshing: tokio::sync::Mutex<()>,
}

impl Default for DirectoryCache {
    fn default() -> Self {
        Self { index: RwLock::new(Arc::new(Index::empty())), refreshing: tokio::sync::Mutex::default() }
    }
}

impl DirectoryCache {
    fn held(&self) -> Arc<Index> {
        self.index.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn hold(&self, index: Arc<Index>) {
        *self.index.write().unwrap_or_else(PoisonError::into_inner) = index;
    }
}

/// The index as the database is now, with the grace of overdue offers. One statement when nothing
/// has changed.
pub async fn current(app: &App) -> ServiceResult<(Arc<Index>, Days)> {
    let state = store::directory_state(app.db().read()).await?;
    let grace = Days::new(u64::try_from(state.grace_days).unwrap_or(0));
    let held = app.directory().held();
    if held.sequence >= state.sequence {
        return Ok((held, grace));
    }
    let _alone = app.directory().refreshing.lock().await;
    let held = app.directory().held();
    if held.sequence >= state.sequence {
        return Ok((held, grace));
    }
    let changes = store::changes_since(app.db().read(), held.sequence, state.sequence).await?;
    let index = tokio::task::spawn_blocking(move || Arc::new(held.with(changes)))
        .await
        .map_err(|cause| ServiceError::broken(cause.to_string()))?;
    app.directory().hold(index.clone());
    Ok((index, grace))
}
