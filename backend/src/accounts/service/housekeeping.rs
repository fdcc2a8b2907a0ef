//! Forgetting what is past its use: counts, links, sessions.

use chrono::TimeDelta;

use crate::{
    accounts::{rules::FAILURES_FORGOTTEN, store},
    app::App,
    authz::{Action, Caller, Facts, authorise},
    error::ServiceResult,
};

/// How long ended sessions are kept, for a person who asks what happened.
const ENDED_SESSIONS_KEPT: TimeDelta = TimeDelta::days(30);
/// How long links past their time are kept.
const OLD_LINKS_KEPT: TimeDelta = TimeDelta::days(7);

/// Removes what nobody needs any more; safe to run in several processes. Returns how many rows.
pub async fn tidy(app: &App) -> ServiceResult<u64> {
    let permit = authorise(&Caller::system(), Action::SignIn, &Facts::NONE)?;
    let now = app.clock().now();
    let tx = app.db().begin().await?;
    let attempts = store::delete_old_attempts(&tx, &permit, now - FAILURES_FORGOTTEN).await?;
    let links = store::delete_old_links(&tx, &permit, now - OLD_LINKS_KEPT).await?;
    let sessions = store::delete_old_sessions(&tx, &permit, now - ENDED_SESSIONS_KEPT).await?;
    tx.commit().await?;
    Ok(attempts + links + sessions)
}
