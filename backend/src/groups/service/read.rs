//! Reading groups.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};
use uuid::Uuid;
use verbund_shared::{
    groups::{GroupRole, MilestoneState},
    id::GroupId,
};

use super::{may_see, signed_in};
use crate::{
    app::App,
    authz::{Action, Caller, Facts, authorise, may},
    error::{ServiceError, ServiceResult},
    graphql::{CursorPage, page_of},
    groups::{
        rules::{milestones::is_overdue, roles::Place},
        store::{self, EventRow, GroupFilter, GroupKey, GroupMember, GroupRow, MeetingDays},
    },
};

/// One group.
///
/// # Errors
/// `UNAUTHENTICATED` for a visitor, `NOT_FOUND` where it does not exist or is hidden.
pub async fn get_group(app: &App, caller: &Caller, id: GroupId) -> ServiceResult<GroupRow> {
    signed_in(caller)?;
    let row = store::find_group(app.db().read(), id).await?.ok_or_else(ServiceError::not_found)?;
    let ids = [row.id];
    let members = store::members_of(app.db().read(), &ids);
    if may_see(caller, &row, members).await? { Ok(row) } else { Err(ServiceError::not_found()) }
}

/// The filter with what this person may see: proposed groups only of their own, unless they decide.
async fn seen(app: &App, caller: &Caller, filter: &GroupFilter) -> ServiceResult<GroupFilter> {
    if may(caller, Action::GroupReadInternal, &Facts::NONE) {
        return Ok(GroupFilter { proposed: None, ..filter.clone() });
    }
    let mut own = caller.actor.groups_as(GroupRole::ALL);
    // Also what they proposed while their organisation has not consented.
    let places = store::roles_of_person(app.db().read(), signed_in(caller)?).await?;
    let awaited = places.iter().filter(|member| member.role.state.is_pending());
    own.extend(awaited.map(|member| GroupId(member.role.group_id)));
    Ok(GroupFilter { proposed: Some(own), ..filter.clone() })
}

/// A page of groups by name, and whether more follow.
///
/// # Errors
/// `UNAUTHENTICATED`, `FORBIDDEN`.
pub async fn groups(
    app: &App,
    caller: &Caller,
    filter: &GroupFilter,
    page: &CursorPage<GroupKey>,
) -> ServiceResult<(Vec<GroupRow>, bool)> {
    authorise(caller, Action::GroupRead, &Facts::NONE)?;
    let rows = store::groups_page(app.db().read(), &seen(app, caller, filter).await?, page).await?;
    Ok(page_of(rows, page.first))
}

/// How many groups a filter finds.
///
/// # Errors
/// `UNAUTHENTICATED`, `FORBIDDEN`.
pub async fn groups_count(app: &App, caller: &Caller, filter: &GroupFilter) -> ServiceResult<u64> {
    authorise(caller, Action::GroupRead, &Facts::NONE)?;
    Ok(store::count_groups(app.db().read(), &seen(app, caller, filter).await?).await?)
}

/// The places of the person who asks that hold today or are awaited, with their groups.
///
/// # Errors
/// `UNAUTHENTICATED`.
pub async fn my_places(app: &App, caller: &Caller) -> ServiceResult<Vec<(GroupMember, GroupRow)>> {
    let me = signed_in(caller)?;
    authorise(caller, Action::GroupOwnPlace, &Facts::person(me))?;
    let (db, today) = (app.db().read(), app.today());
    let mut places = store::roles_of_person(db, me).await?;
    places.retain(|member| member.role.state.is_pending() || Place::from(member).holds_on(today));
    let ids: Vec<Uuid> = places.iter().map(|member| member.role.group_id).collect();
    let groups: HashMap<Uuid, GroupRow> =
        store::groups_by_id(db, &ids).await?.into_iter().map(|row| (row.id, row)).collect();
    let with_group = |member: GroupMember| {
        let group = groups.get(&member.role.group_id)?.clone();
        Some((member, group))
    };
    Ok(places.into_iter().filter_map(with_group).collect())
}

/// A group as the steering group looks at it.
#[derive(Debug, Clone)]
pub struct Overseen {
    /// The group.
    pub group: GroupRow,
    /// Those who lead it today.
    pub chairs: Vec<GroupMember>,
    /// How many work in it today, guests not counted.
    pub members: usize,
    /// For how many organisations.
    pub organisations: usize,
    /// Milestones still to be reached.
    pub open_milestones: usize,
    /// Those of them that should have been.
    pub overdue_milestones: usize,
    /// Tasks to which something is left to do.
    pub open_tasks: i64,
    /// What happened last.
    pub last_event: Option<EventRow>,
    /// When it met last.
    pub last_meeting: Option<DateTime<Utc>>,
    /// When it meets next.
    pub next_meeting: Option<DateTime<Utc>>,
}

/// A page of the overview of all groups, by name, and whether more follow. However long the page is,
/// it takes seven statements.
///
/// # Errors
/// `UNAUTHENTICATED`, `FORBIDDEN`.
pub async fn oversight(
    app: &App,
    caller: &Caller,
    filter: &GroupFilter,
    page: &CursorPage<GroupKey>,
) -> ServiceResult<(Vec<Overseen>, bool)> {
    authorise(caller, Action::GroupOversee, &Facts::NONE)?;
    let (db, today) = (app.db().read(), app.today());
    let (groups, more) = page_of(store::groups_page(db, filter, page).await?, page.first);
    let ids: Vec<Uuid> = groups.iter().map(|group| group.id).collect();
    let mut people: HashMap<Uuid, Vec<GroupMember>> = HashMap::new();
    for member in store::members_of(db, &ids).await? {
        if member.role.role != GroupRole::Guest && Place::from(&member).holds_on(today) {
            people.entry(member.role.group_id).or_default().push(member);
        }
    }
    let milestones = store::open_milestones(db, &ids).await?;
    let tasks: HashMap<Uuid, i64> = store::open_tasks(db, &ids).await?.into_iter().collect();
    let days: HashMap<Uuid, MeetingDays> = store::meeting_days(db, &ids, app.clock().now())
        .await?
        .into_iter()
        .map(|days| (days.group, days))
        .collect();
    let last: Vec<Uuid> = groups.iter().filter_map(|group| group.last_event_id).collect();
    let mut events: HashMap<Uuid, EventRow> =
        store::events_by_id(db, &last).await?.into_iter().map(|event| (event.group_id, event)).collect();
    let overseen = |group: GroupRow| {
        let people = people.remove(&group.id).unwrap_or_default();
        let organisations: HashSet<Uuid> =
            people.iter().filter_map(|member| member.role.organisation_id).collect();
        let due = milestones.iter().filter(|(of, _)| *of == group.id);
        Overseen {
            members: people.len(),
            organisations: organisations.len(),
            chairs: people.into_iter().filter(|member| member.role.role == GroupRole::Chair).collect(),
            open_milestones: due.clone().count(),
            overdue_milestones: due.filter(|(_, due)| is_overdue(MilestoneState::Open, *due, today)).count(),
            open_tasks: tasks.get(&group.id).copied().unwrap_or_default(),
            last_event: events.remove(&group.id),
            last_meeting: days.get(&group.id).and_then(|days| days.last),
            next_meeting: days.get(&group.id).and_then(|days| days.next),
            group,
        }
    };
    Ok((groups.into_iter().map(overseen).collect(), more))
}
