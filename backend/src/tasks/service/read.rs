//! Reading tasks.

use verbund_shared::{
    error::ErrorCode,
    groups::GroupRole,
    id::{GroupId, TaskId},
};

use super::signed_in;
use crate::{
    app::App,
    authz::{Action, Caller, Facts, may},
    error::{ServiceError, ServiceResult},
    graphql::{CursorPage, page_of},
    groups::{self, store::GroupRow},
    tasks::store::{self, CommentKey, CommentRow, TaskFilter, TaskKey, TaskRow, TaskSort},
};

/// One task.
///
/// # Errors
/// `UNAUTHENTICATED` for a visitor, `NOT_FOUND` where it does not exist or is hidden.
pub async fn get_task(app: &App, caller: &Caller, id: TaskId) -> ServiceResult<TaskRow> {
    signed_in(caller)?;
    let row = store::find_task(app.db().read(), id).await?.ok_or_else(ServiceError::not_found)?;
    let seen = may(caller, Action::TaskRead, &Facts::group(GroupId(row.group_id)));
    if seen { Ok(row) } else { Err(ServiceError::not_found()) }
}

/// A group whose tasks are asked for.
///
/// # Errors
/// `UNAUTHENTICATED` for a visitor, `NOT_FOUND` where it does not exist or its tasks are hidden.
pub async fn task_group(app: &App, caller: &Caller, id: GroupId) -> ServiceResult<GroupRow> {
    signed_in(caller)?;
    if !may(caller, Action::TaskRead, &Facts::group(id)) {
        return Err(ServiceError::not_found());
    }
    groups::store::find_group(app.db().read(), id).await?.ok_or_else(ServiceError::not_found)
}

/// The groups whose tasks somebody may see; all where nothing is said.
pub(super) fn visible(caller: &Caller) -> Option<Vec<GroupId>> {
    let all = may(caller, Action::TaskRead, &Facts::NONE);
    (!all).then(|| caller.actor.groups_as(GroupRole::ALL))
}

fn seen(caller: &Caller, filter: &TaskFilter) -> TaskFilter {
    TaskFilter { visible: visible(caller), ..filter.clone() }
}

/// A page of the tasks one may see, and whether more follow.
///
/// # Errors
/// `UNAUTHENTICATED`, `VALIDATION` (a cursor of another order).
pub async fn tasks(
    app: &App,
    caller: &Caller,
    (filter, sort): (&TaskFilter, TaskSort),
    page: &CursorPage<TaskKey>,
) -> ServiceResult<(Vec<TaskRow>, bool)> {
    signed_in(caller)?;
    if page.after.as_ref().is_some_and(|key| !key.is_of(sort)) {
        return Err(ServiceError::field("after", ErrorCode::InvalidValue));
    }
    let rows = store::tasks_page(app.db().read(), &seen(caller, filter), sort, page).await?;
    Ok(page_of(rows, page.first))
}

/// How many tasks a filter finds.
///
/// # Errors
/// `UNAUTHENTICATED`.
pub async fn tasks_count(app: &App, caller: &Caller, filter: &TaskFilter) -> ServiceResult<u64> {
    signed_in(caller)?;
    Ok(store::count_tasks(app.db().read(), &seen(caller, filter)).await?)
}

/// A page of a task's comments.
#[derive(Debug, Clone)]
pub struct Comments {
    /// The task.
    pub task: TaskRow,
    /// Its comments, the oldest first.
    pub rows: Vec<CommentRow>,
    /// Whether more follow.
    pub more: bool,
}

/// A page of a task's comments.
///
/// # Errors
/// `UNAUTHENTICATED`, `NOT_FOUND`.
pub async fn comments(
    app: &App,
    caller: &Caller,
    id: TaskId,
    page: &CursorPage<CommentKey>,
) -> ServiceResult<Comments> {
    let task = get_task(app, caller, id).await?;
    let (rows, more) = page_of(store::comments_page(app.db().read(), id, page).await?, page.first);
    Ok(Comments { task, rows, more })
}
