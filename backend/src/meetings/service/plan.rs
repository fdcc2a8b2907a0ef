//! Planning meetings, changing them, putting them off and calling them off.

use uuid::Uuid;
use verbund_shared::{
    groups::GroupRole,
    id::{GroupId, MeetingId},
    meetings::MeetingState,
    values::FieldCheck,
};

use super::{
    Held, get_meeting, held, held_meeting, inside, mails, meeting_event, people_of, procedure_of, signed_in,
    state_forbids, workers, working,
};
use crate::{
    app::App,
    audit,
    authz::{Action, Caller},
    error::{ServiceError, ServiceResult, all_right, same_version},
    groups::store::GroupMember,
    meetings::{
        rules::{
            details::{Details, Plan, check_details, check_reason},
            states::{Act, after},
        },
        store::{self, MeetingRow, Standing},
    },
};

/// Who chairs a meeting where nobody is named: the chair of the group, where it has exactly one.
pub(super) fn default_chair(inside: &[GroupMember]) -> Option<Uuid> {
    let mut chairs = inside.iter().filter(|member| member.role.role == GroupRole::Chair);
    let first = chairs.next()?;
    if chairs.next().is_some() { None } else { Some(first.person.id) }
}

/// Plans a meeting; what earlier meetings deferred and minutes that wait for approval come on its agenda.
///
/// # Errors
/// `UNAUTHENTICATED`, `NOT_FOUND`, `FORBIDDEN`, `VALIDATION` (also `TIME_SKIPPED`, `DATE_ORDER`,
/// `UNKNOWN_REFERENCE` for somebody who does not work in the group), `STATE_FORBIDS`.
pub async fn plan(app: &App, caller: &Caller, id: GroupId, details: Details) -> ServiceResult<MeetingRow> {
    let (tx, permit, group) = held(app, caller, id, Action::MeetingManage).await?;
    let inside = inside(&tx, group.id, app.today()).await?;
    let plan = checked(app, details, &inside)?;
    working(&group)?;
    let plan = Plan { chair: plan.chair.or_else(|| default_chair(&inside)), ..plan };
    let meeting = store::insert_meeting(&tx, &permit, app.clock(), id, plan).await?;
    store::carry_over(&tx, &permit, app.clock(), &meeting).await?;
    audit::record(&tx, app.clock(), &permit, meeting_event("meeting_plan", &meeting)).await?;
    tx.commit().await?;
    Ok(meeting)
}

fn checked(app: &App, details: Details, inside: &[GroupMember]) -> ServiceResult<Plan> {
    let mut check = FieldCheck::new();
    let plan = check_details(&mut check, details, app.time_zone(), &workers(inside));
    all_right(check)?;
    plan.ok_or_else(|| ServiceError::broken("a meeting without times was found right"))
}

/// Whether only who chairs the meeting and who writes its minutes is different.
fn same_but_people(row: &MeetingRow, plan: &Plan) -> bool {
    row.title == plan.title
        && (row.starts_at, row.ends_at) == (plan.starts_at, plan.ends_at)
        && row.place == plan.place
        && row.online_url == plan.online_url
        && row.note == plan.note
}

/// Changes a meeting. Where people are invited and time, place or link change, they get a mail with another
/// calendar file. A meeting that was put off and gets another time is planned again, or invited to again.
/// While it is held only who chairs it and who writes its minutes can change, also by those two.
///
/// # Errors
/// `UNAUTHENTICATED`, `NOT_FOUND`, `FORBIDDEN`, `VALIDATION`, `CONFLICT`, `STATE_FORBIDS` (also with `state`
/// `past` where an invited meeting would begin before now).
pub async fn update(
    app: &App,
    caller: &Caller,
    (id, based_on): (MeetingId, i32),
    details: Details,
) -> ServiceResult<MeetingRow> {
    signed_in(caller)?;
    let found = get_meeting(app, caller, id).await?;
    let held = found.state == MeetingState::InSession;
    let action = if held { Action::MeetingConduct } else { Action::MeetingManage };
    let Held { tx, permit, group, meeting: row } = held_meeting(app, caller, id, action).await?;
    let inside = inside(&tx, group.id, app.today()).await?;
    // Whoever was named before may stay, also after leaving the group.
    let mut known = workers(&inside);
    known.extend(row.chair_id.into_iter().chain(row.minute_taker_id));
    let mut check = FieldCheck::new();
    let plan = check_details(&mut check, details, app.time_zone(), &known);
    all_right(check)?;
    let plan = plan.ok_or_else(|| ServiceError::broken("a meeting without times was found right"))?;
    same_version(row.version, based_on)?;
    working(&group)?;
    let moved = (row.starts_at, row.ends_at) != (plan.starts_at, plan.ends_at);
    let invited = row.invited_at.is_some();
    let state = after(row.state, Act::Change, invited, moved);
    let state = state.ok_or_else(|| state_forbids(row.state.as_str()))?;
    if (held || row.state == MeetingState::InSession) && !same_but_people(&row, &plan) {
        return Err(state_forbids(row.state.as_str()));
    }
    let tells = state == MeetingState::Invited
        && (moved
            || row.state == MeetingState::Postponed
            || row.place != plan.place
            || row.online_url != plan.online_url);
    if tells && moved && plan.starts_at <= app.clock().now() {
        return Err(state_forbids("past"));
    }
    let mut standing = Standing { state, ..Standing::of(&row) };
    let day = |at: chrono::DateTime<chrono::Utc>| at.with_timezone(&app.time_zone()).date_naive();
    if state != MeetingState::Postponed {
        standing.reason = String::new();
    }
    if tells {
        standing.sequence += 1;
        if day(plan.starts_at) != day(row.starts_at) {
            let rules = procedure_of(&tx, GroupId(group.id)).await?;
            standing.notice_kept = Some(rules.keeps_notice(app.today(), day(plan.starts_at)));
        }
    }
    let row = store::update_meeting(&tx, &permit, app.clock(), &row, Some(plan), standing).await?;
    if tells {
        mails::moved(&tx, app, &permit, (&group, &row)).await?;
    }
    audit::record(&tx, app.clock(), &permit, meeting_event("meeting_update", &row)).await?;
    tx.commit().await?;
    Ok(row)
}

/// Puts a meeting off until it gets another time; whoever was invited is told.
///
/// # Errors
/// `UNAUTHENTICATED`, `NOT_FOUND`, `FORBIDDEN`, `VALIDATION`, `CONFLICT`, `STATE_FORBIDS`.
pub async fn postpone(
    app: &App,
    caller: &Caller,
    about: (MeetingId, i32),
    why: &str,
) -> ServiceResult<MeetingRow> {
    end(app, caller, about, (Act::Postpone, "meeting_postpone"), why).await
}

/// Calls a meeting off; whoever was invited is told.
///
/// # Errors
/// `UNAUTHENTICATED`, `NOT_FOUND`, `FORBIDDEN`, `VALIDATION`, `CONFLICT`, `STATE_FORBIDS`.
pub async fn call_off(
    app: &App,
    caller: &Caller,
    about: (MeetingId, i32),
    why: &str,
) -> ServiceResult<MeetingRow> {
    end(app, caller, about, (Act::Cancel, "meeting_cancel"), why).await
}

async fn end(
    app: &App,
    caller: &Caller,
    (id, based_on): (MeetingId, i32),
    (act, action): (Act, &'static str),
    why: &str,
) -> ServiceResult<MeetingRow> {
    let Held { tx, permit, group, meeting: row } =
        held_meeting(app, caller, id, Action::MeetingManage).await?;
    let mut check = FieldCheck::new();
    let why = check_reason(&mut check, why);
    all_right(check)?;
    same_version(row.version, based_on)?;
    working(&group)?;
    let invited = row.invited_at.is_some();
    let state = after(row.state, act, invited, false).ok_or_else(|| state_forbids(row.state.as_str()))?;
    // What was put off before is struck out of calendars already.
    let tells = invited && row.state != MeetingState::Postponed;
    let sequence = row.sequence + i32::from(tells);
    let standing = Standing { state, reason: why.clone(), sequence, ..Standing::of(&row) };
    let row = store::update_meeting(&tx, &permit, app.clock(), &row, None, standing).await?;
    if invited {
        mails::called_off(&tx, app, &permit, (&group, &row)).await?;
    }
    let event = meeting_event(action, &row).detail("reason", why);
    audit::record(&tx, app.clock(), &permit, event).await?;
    tx.commit().await?;
    Ok(row)
}

/// Everybody who has a place in the group on the day of a meeting.
pub(super) async fn invited(
    tx: &crate::db::Transaction,
    app: &App,
    meeting: &MeetingRow,
) -> ServiceResult<Vec<GroupMember>> {
    let day = meeting.starts_at.with_timezone(&app.time_zone()).date_naive();
    inside(tx, meeting.group_id, day).await
}

/// The people among those who are in the group today.
pub(super) async fn people_inside(
    tx: &crate::db::Transaction,
    app: &App,
    group: Uuid,
) -> ServiceResult<Vec<Uuid>> {
    Ok(people_of(&inside(tx, group, app.today()).await?))
}
