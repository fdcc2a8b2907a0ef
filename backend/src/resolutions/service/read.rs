//! Reading resolutions and circular resolutions.

use std::collections::HashMap;

use uuid::Uuid;
use verbund_shared::{
    groups::GroupRole,
    id::{CircularId, GroupId, ResolutionId},
    tasks::TaskState,
};

use super::{count_of, majority_of, signed_in};
use crate::{
    app::App,
    authz::{Action, Caller, Facts, authorise, may},
    error::{ServiceError, ServiceResult},
    graphql::{CursorPage, page_of},
    groups::{self, store::GroupRow},
    minutes,
    resolutions::{
        rules::chain::{Content, Link, first_broken, majority_of as chain_majority, votes_of},
        store::{self, CircularRow, ResolutionFilter, ResolutionKey, ResolutionRow},
    },
};

/// Circular resolutions of a group that are shown at once.
const CIRCULARS_SHOWN: u64 = 100;

/// Whether somebody sees what is internal in a group.
pub fn sees_internal(caller: &Caller, group: GroupId) -> bool {
    may(caller, Action::ResolutionReadInternal, &Facts::group(group))
}

/// The filter with what this person may see.
fn seen(caller: &Caller, filter: &ResolutionFilter) -> ResolutionFilter {
    let inside = if may(caller, Action::ResolutionReadInternal, &Facts::NONE) {
        None
    } else {
        Some(caller.actor.groups_as(&[GroupRole::Chair, GroupRole::Secretary, GroupRole::Member]))
    };
    ResolutionFilter { inside, ..filter.clone() }
}

/// A page of the register, the newest first, and whether more follow.
///
/// # Errors
/// `UNAUTHENTICATED`, `FORBIDDEN` for who belongs to no organisation of the network.
pub async fn resolutions(
    app: &App,
    caller: &Caller,
    filter: &ResolutionFilter,
    page: &CursorPage<ResolutionKey>,
) -> ServiceResult<(Vec<ResolutionRow>, bool)> {
    signed_in(caller)?;
    authorise(caller, Action::ResolutionRead, &facts_of(filter))?;
    let rows = store::resolutions_page(app.db().read(), &seen(caller, filter), page).await?;
    Ok(page_of(rows, page.first))
}

/// Guests who belong to no organisation read what their group has decided.
fn facts_of(filter: &ResolutionFilter) -> Facts {
    filter.group.map_or(Facts::NONE, Facts::group)
}

/// How many resolutions a filter finds.
///
/// # Errors
/// `UNAUTHENTICATED`, `FORBIDDEN`.
pub async fn resolutions_count(app: &App, caller: &Caller, filter: &ResolutionFilter) -> ServiceResult<u64> {
    signed_in(caller)?;
    authorise(caller, Action::ResolutionRead, &facts_of(filter))?;
    Ok(store::count_resolutions(app.db().read(), &seen(caller, filter)).await?)
}

/// One resolution.
///
/// # Errors
/// `UNAUTHENTICATED`, `NOT_FOUND` where it does not exist or is hidden.
pub async fn get_resolution(app: &App, caller: &Caller, id: ResolutionId) -> ServiceResult<ResolutionRow> {
    signed_in(caller)?;
    let row = store::find_resolution(app.db().read(), id).await?.ok_or_else(ServiceError::not_found)?;
    let group = GroupId(row.group_id);
    let action = if row.internal { Action::ResolutionReadInternal } else { Action::ResolutionRead };
    if may(caller, action, &Facts::group(group)) { Ok(row) } else { Err(ServiceError::not_found()) }
}

/// A group's chain of wordings, checked anew.
#[derive(Debug, Clone)]
pub struct Chain {
    /// How many links it has.
    pub length: usize,
    /// The hash of the last link; empty where there is none.
    pub head: String,
    /// The place of the first link that does not fit; none where all do.
    pub broken: Option<i32>,
}

/// Checks a group's chain.
///
/// # Errors
/// `UNAUTHENTICATED`, `NOT_FOUND`.
pub async fn chain(app: &App, caller: &Caller, group: GroupId) -> ServiceResult<Chain> {
    circular_group(app, caller, group).await?;
    let db = app.db().read();
    let shown: HashMap<Uuid, ResolutionRow> =
        store::all_of(db, group).await?.into_iter().map(|row| (row.id, row)).collect();
    let links: Vec<Link> = store::chain_of(db, group)
        .await?
        .into_iter()
        .map(|row| Link {
            number: row.link,
            shown: shown.get(&row.resolution_id).map(|resolution| content_of(resolution, &row.wording)),
            content: row.content,
            sha256: row.sha256,
            previous: row.previous_sha256,
        })
        .collect();
    let head = links.last().map(|link| link.sha256.clone()).unwrap_or_default();
    // A link that was taken off the end leaves a resolution without one.
    let missing = (shown.len() > links.len()).then(|| i32::try_from(links.len() + 1).unwrap_or(i32::MAX));
    Ok(Chain { length: links.len(), head, broken: first_broken(&links).or(missing) })
}

/// What people are shown of a resolution, put together as it was hashed.
fn content_of(row: &ResolutionRow, wording: &str) -> String {
    Content {
        label: &row.label,
        decided_on: row.decided_on,
        title: &row.title,
        wording,
        status: row.status,
        votes: votes_of(count_of(row)),
        majority: chain_majority(majority_of(row)),
    }
    .to_json()
}

/// A group whose circular resolutions or chain are asked for, by those who work in it, the steering group or
/// the coordination office.
///
/// # Errors
/// `UNAUTHENTICATED`, `NOT_FOUND`.
pub async fn circular_group(app: &App, caller: &Caller, id: GroupId) -> ServiceResult<GroupRow> {
    signed_in(caller)?;
    if !sees_internal(caller, id) {
        return Err(ServiceError::not_found());
    }
    groups::store::find_group(app.db().read(), id).await?.ok_or_else(ServiceError::not_found)
}

/// The circular resolutions of a group, the newest first; none for those who do not work in it.
///
/// # Errors
/// `UNAUTHENTICATED`.
pub async fn circulars(app: &App, caller: &Caller, group: GroupId) -> ServiceResult<Vec<CircularRow>> {
    signed_in(caller)?;
    if !sees_internal(caller, group) {
        return Ok(Vec::new());
    }
    Ok(store::circulars_of(app.db().read(), group, CIRCULARS_SHOWN).await?)
}

/// One circular resolution.
///
/// # Errors
/// `UNAUTHENTICATED`, `NOT_FOUND` where it does not exist or is hidden.
pub async fn get_circular(app: &App, caller: &Caller, id: CircularId) -> ServiceResult<CircularRow> {
    signed_in(caller)?;
    let row = store::find_circular(app.db().read(), id).await?.ok_or_else(ServiceError::not_found)?;
    if sees_internal(caller, GroupId(row.group_id)) { Ok(row) } else { Err(ServiceError::not_found()) }
}

/// Circular resolutions that wait for somebody's vote, with their groups.
///
/// # Errors
/// `UNAUTHENTICATED`.
pub async fn waiting(
    app: &App,
    caller: &Caller,
    at_most: u64,
) -> ServiceResult<(Vec<CircularRow>, HashMap<Uuid, GroupRow>)> {
    let me = signed_in(caller)?;
    let db = app.db().read();
    let mut rows = store::waiting_votes(db, me, app.clock().now(), at_most).await?;
    // Whoever has left the group has no vote any more.
    rows.retain(|row| {
        let facts = Facts { person: Some(me), ..Facts::group(GroupId(row.group_id)) };
        may(caller, Action::CircularVote, &facts)
    });
    if rows.is_empty() {
        return Ok((rows, HashMap::new()));
    }
    let ids: Vec<Uuid> = rows.iter().map(|row| row.group_id).collect();
    let groups = groups::store::groups_by_id(db, &ids).await?;
    Ok((rows, groups.into_iter().map(|row| (row.id, row)).collect()))
}

/// Resolutions looked at for those whose tasks are done.
const LOOKED_AT: u64 = 200;

/// Resolutions in force of groups that the person who asks leads, whose tasks are all done: they are to say
/// whether the resolution is implemented.
///
/// # Errors
/// `UNAUTHENTICATED`.
pub async fn to_settle(
    app: &App,
    caller: &Caller,
    at_most: usize,
) -> ServiceResult<(Vec<ResolutionRow>, HashMap<Uuid, GroupRow>)> {
    signed_in(caller)?;
    let led = caller.actor.groups_as(&[GroupRole::Chair, GroupRole::Secretary]);
    if led.is_empty() {
        return Ok((Vec::new(), HashMap::new()));
    }
    let db = app.db().read();
    let rows = store::in_force_by_vote(db, &led, LOOKED_AT).await?;
    let votes: Vec<Uuid> = rows.iter().filter_map(|row| row.vote_id).collect();
    if votes.is_empty() {
        return Ok((Vec::new(), HashMap::new()));
    }
    let tasks = minutes::store::tasks_of_votes(db, &votes).await?;
    let is_done = |row: &ResolutionRow| {
        let mut of = tasks.iter().filter(|(vote, _)| Some(*vote) == row.vote_id).map(|(_, task)| task.state);
        let any = of.clone().any(|state| state == TaskState::Done);
        any && of.all(TaskState::is_final)
    };
    let done: Vec<ResolutionRow> = rows.into_iter().filter(is_done).take(at_most).collect();
    let groups = groups::store::groups_by_id(db, &led.iter().map(|id| id.0).collect::<Vec<_>>()).await?;
    Ok((done, groups.into_iter().map(|row| (row.id, row)).collect()))
}
