//! Milestones: added, changed, moved, closed.

use chrono::NaiveDate;
use uuid::Uuid;
use verbund_shared::{
    error::{ErrorCode, FieldError},
    groups::{GroupEventKind, MilestoneState},
    id::{GroupId, MilestoneId, PersonId},
    values::FieldCheck,
};

use super::{happened, held, lifecycle::open, signed_in, state_forbids};
use crate::{
    app::App,
    audit::{self, AuditEvent},
    authz::{Action, Caller, Facts, Permit, authorise, may},
    db::Transaction,
    error::{ServiceError, ServiceResult, all_right, same_version},
    groups::{
        rules::{milestones as rules, text::Period},
        store::{self, GroupRow, MilestoneRow, NewEvent, NewMilestone},
    },
};

/// Adds a milestone.
///
/// # Errors
/// `NOT_FOUND`, `VALIDATION` (`OUTSIDE_PERIOD`; `UNKNOWN_REFERENCE` for an owner who is not in the
/// group), `STATE_FORBIDS` (concluded), `UNAUTHENTICATED`, `FORBIDDEN`.
pub async fn add_milestone(
    app: &App,
    caller: &Caller,
    group: GroupId,
    (text, due): (&str, NaiveDate),
    owner: Option<PersonId>,
) -> ServiceResult<GroupRow> {
    let (tx, row) = held(app, caller, group).await?;
    let permit = authorise(caller, Action::GroupManage, &Facts::group(group))?;
    let mut check = FieldCheck::new();
    let text = rules::check_text(&mut check, text);
    rules::check_due(&mut check, due, period(&tx, row.id).await?);
    check_owner(&tx, app, &mut check, group, owner).await?;
    all_right(check)?;
    open(&row)?;
    let new = NewMilestone { text, due, owner: owner.map(|id| id.0) };
    let milestone = store::insert_milestone(&tx, &permit, app.clock(), row.id, new).await?;
    record(&tx, app, &permit, "milestone_add", &milestone).await?;
    tx.commit().await?;
    Ok(row)
}

async fn period(tx: &Transaction, group: Uuid) -> ServiceResult<Period> {
    let charters = store::latest_charters(tx, &[group]).await?;
    Ok(charters
        .first()
        .map(|charter| Period { from: charter.from_day, until: charter.until_day })
        .unwrap_or_default())
}

/// Responsible is somebody who is in the group.
async fn check_owner(
    tx: &Transaction,
    app: &App,
    check: &mut FieldCheck,
    group: GroupId,
    owner: Option<PersonId>,
) -> ServiceResult<()> {
    let Some(owner) = owner else { return Ok(()) };
    let places = store::places_of(tx, group).await?;
    if !places.iter().any(|place| place.person == owner.0 && place.holds_on(app.today())) {
        check.push(FieldError::new("ownerId", ErrorCode::UnknownReference));
    }
    Ok(())
}

async fn record(
    tx: &Transaction,
    app: &App,
    permit: &Permit,
    action: &'static str,
    milestone: &MilestoneRow,
) -> ServiceResult<()> {
    let event = AuditEvent::new(action, "milestone")
        .object(milestone.id, &milestone.text)
        .detail("due", milestone.due.to_string());
    Ok(audit::record(tx, app.clock(), permit, event).await?)
}

/// Begins a change of a milestone and holds its group's row.
async fn held_milestone(
    app: &App,
    caller: &Caller,
    id: MilestoneId,
) -> ServiceResult<(Transaction, GroupRow, MilestoneRow)> {
    signed_in(caller)?;
    let tx = app.db().begin().await?;
    let milestone = store::find_milestone(&tx, id).await?.ok_or_else(ServiceError::not_found)?;
    let group = GroupId(milestone.group_id);
    if !may(caller, Action::GroupReadInternal, &Facts::group(group)) {
        return Err(ServiceError::not_found());
    }
    let row = store::lock_group(&tx, group).await?.ok_or_else(ServiceError::not_found)?;
    // Read again: until the group was held, somebody else may have changed it.
    let milestone = store::find_milestone(&tx, id).await?.ok_or_else(ServiceError::not_found)?;
    Ok((tx, row, milestone))
}

/// Only what is open, in a group that goes on, is changed, and only as it was looked at.
fn changeable(group: &GroupRow, milestone: &MilestoneRow, based_on: i32) -> ServiceResult<()> {
    same_version(milestone.version, based_on)?;
    open(group)?;
    if rules::is_changeable(milestone.state) { Ok(()) } else { Err(state_forbids(milestone.state.as_str())) }
}

/// Changes what a milestone says and who is responsible.
///
/// # Errors
/// `NOT_FOUND`, `VALIDATION`, `CONFLICT`, `STATE_FORBIDS`, `UNAUTHENTICATED`, `FORBIDDEN`.
pub async fn change_milestone(
    app: &App,
    caller: &Caller,
    id: MilestoneId,
    (text, owner): (&str, Option<PersonId>),
    based_on: i32,
) -> ServiceResult<GroupRow> {
    let (tx, group, current) = held_milestone(app, caller, id).await?;
    let permit = authorise(caller, Action::GroupManage, &Facts::group(GroupId(group.id)))?;
    let mut check = FieldCheck::new();
    let text = rules::check_text(&mut check, text);
    // Somebody who has left may stay responsible until somebody else is named.
    if owner.map(|id| id.0) != current.owner_id {
        check_owner(&tx, app, &mut check, GroupId(group.id), owner).await?;
    }
    all_right(check)?;
    changeable(&group, &current, based_on)?;
    let row = store::update_milestone(&tx, &permit, &current, text, owner.map(|id| id.0)).await?;
    record(&tx, app, &permit, "milestone_update", &row).await?;
    tx.commit().await?;
    Ok(group)
}

/// Those who manage the group, and who is responsible.
fn settles(caller: &Caller, milestone: &MilestoneRow) -> ServiceResult<Permit> {
    let facts = Facts {
        group: Some(GroupId(milestone.group_id)),
        person: milestone.owner_id.map(PersonId),
        ..Facts::NONE
    };
    authorise(caller, Action::MilestoneSettle, &facts)
}

/// Gives a milestone another day, with the reason.
///
/// # Errors
/// `NOT_FOUND`, `VALIDATION`, `CONFLICT`, `STATE_FORBIDS`, `UNAUTHENTICATED`, `FORBIDDEN`.
pub async fn move_milestone(
    app: &App,
    caller: &Caller,
    id: MilestoneId,
    (due, reason): (NaiveDate, &str),
    based_on: i32,
) -> ServiceResult<GroupRow> {
    let (tx, group, current) = held_milestone(app, caller, id).await?;
    let permit = settles(caller, &current)?;
    // Asked first: whether it moves at all depends on the day that was looked at.
    changeable(&group, &current, based_on)?;
    let mut check = FieldCheck::new();
    let reason = rules::check_reason(&mut check, reason);
    rules::check_move(&mut check, current.due, due, period(&tx, group.id).await?);
    all_right(check)?;
    let row = store::move_milestone(&tx, &permit, &current, due, reason.clone()).await?;
    let event = NewEvent { kind: GroupEventKind::MilestoneMoved, text: reason, milestone: Some(row.id) };
    let group = happened(&tx, app, &permit, (group.id, group.version), event).await?;
    record(&tx, app, &permit, "milestone_move", &row).await?;
    tx.commit().await?;
    Ok(group)
}

/// Closes a milestone as reached or given up, with the reason.
///
/// # Errors
/// `NOT_FOUND`, `VALIDATION`, `CONFLICT`, `STATE_FORBIDS`, `UNAUTHENTICATED`, `FORBIDDEN`.
pub async fn close_milestone(
    app: &App,
    caller: &Caller,
    id: MilestoneId,
    (outcome, reason): (MilestoneState, &str),
    based_on: i32,
) -> ServiceResult<GroupRow> {
    let (tx, group, current) = held_milestone(app, caller, id).await?;
    let permit = settles(caller, &current)?;
    let mut check = FieldCheck::new();
    let reason = rules::check_reason(&mut check, reason);
    if outcome == MilestoneState::Open {
        check.push(FieldError::new("outcome", ErrorCode::InvalidValue));
    }
    all_right(check)?;
    changeable(&group, &current, based_on)?;
    let written = (app.today(), reason.clone());
    let row = store::close_milestone(&tx, &permit, &current, outcome, written).await?;
    let event = NewEvent { kind: GroupEventKind::MilestoneClosed, text: reason, milestone: Some(row.id) };
    let group = happened(&tx, app, &permit, (group.id, group.version), event).await?;
    record(&tx, app, &permit, "milestone_close", &row).await?;
    tx.commit().await?;
    Ok(group)
}
