//! What waits for a person among their tasks, for the page of today.

use std::collections::HashMap;

use uuid::Uuid;

use super::{read::visible, signed_in};
use crate::{
    app::App,
    authz::Caller,
    error::ServiceResult,
    groups::{self, store::GroupRow},
    tasks::store::{self, TaskRow},
};

/// What waits for a person.
#[derive(Debug, Clone, Default)]
pub struct Waiting {
    /// Tasks they are asked to take.
    pub to_confirm: Vec<TaskRow>,
    /// Tasks they gave to somebody who gave them back.
    pub returned: Vec<TaskRow>,
    /// Their tasks that should have been done.
    pub overdue: Vec<TaskRow>,
    /// The groups of all these.
    pub groups: HashMap<Uuid, GroupRow>,
}

/// What waits for the person who asks, at most so much of each.
///
/// # Errors
/// `UNAUTHENTICATED`.
pub async fn waiting(app: &App, caller: &Caller, at_most: u64) -> ServiceResult<Waiting> {
    let me = signed_in(caller)?;
    let visible = visible(caller);
    if visible.as_ref().is_some_and(Vec::is_empty) {
        return Ok(Waiting::default());
    }
    let (db, visible) = (app.db().read(), visible.as_deref());
    let to_confirm = store::waiting_to_confirm(db, visible, me, at_most).await?;
    let returned = store::waiting_returned(db, visible, me, at_most).await?;
    let overdue = store::waiting_overdue(db, visible, (me, app.today()), at_most).await?;
    let named: Vec<Uuid> =
        to_confirm.iter().chain(&returned).chain(&overdue).map(|task| task.group_id).collect();
    let groups = if named.is_empty() {
        HashMap::new()
    } else {
        let rows = groups::store::groups_by_id(db, &named).await?;
        rows.into_iter().map(|row| (row.id, row)).collect()
    };
    Ok(Waiting { to_confirm, returned, overdue, groups })
}
