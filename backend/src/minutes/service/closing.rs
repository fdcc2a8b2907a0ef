//! Finalising minutes, signing, approving and amending them.

use chrono::{Days, NaiveDate};
use uuid::Uuid;
use verbund_shared::{
    error::ErrorCode,
    groups::GroupRole,
    id::{GroupId, MeetingId},
    meetings::{AgendaItemKind, AgendaItemState, ApprovalMode, MeetingState},
    minutes::{MinutesState, ObjectionState},
    values::FieldCheck,
};

use super::{Held, day_of, event, held, hold, material::gather, signed_in, state_forbids};
use crate::{
    app::App,
    authz::{Action, Caller, Facts, authorise},
    error::{ServiceError, ServiceResult, all_right, same_version},
    meetings::{
        service::procedure_of,
        store::{MeetingRow, NewItem, carry_over, insert_item, meetings_by_id, next_ahead},
    },
    minutes::{
        rules::{
            signing::{self, Signer},
            text::check_reason,
        },
        store::{self, MinutesChange, MinutesRow},
    },
};

/// How the minutes of a group are approved, and after how many days of silence.
async fn approval(held: &Held) -> ServiceResult<(ApprovalMode, i32)> {
    let rules = procedure_of(&held.tx, GroupId(held.group.id)).await?;
    Ok((rules.approval, rules.silence_days))
}

/// Makes complete minutes final: they are frozen as the next version, and their approval puts itself on the
/// next agenda, unless the rules approve by silence. Minutes that were approved before are amended by that.
///
/// # Errors
/// `UNAUTHENTICATED`, `NOT_FOUND`, `FORBIDDEN`, `CONFLICT`, `STATE_FORBIDS` (not in review; `gaps` where
/// something is missing).
pub async fn finalise(
    app: &App,
    caller: &Caller,
    (id, based_on): (MeetingId, i32),
) -> ServiceResult<MinutesRow> {
    let held = held(app, caller, id).await?;
    let minutes = held.current(based_on)?.clone();
    if minutes.state != MinutesState::InReview {
        return Err(state_forbids(minutes.state.as_str()));
    }
    let material = gather(&held.tx, &held.meeting, Some(&minutes)).await?;
    let names = material.names(&held.tx, &held.meeting).await?;
    let missing = material.gaps(&held.meeting, &names).len();
    if missing > 0 {
        return Err(state_forbids("gaps").with("count", missing));
    }
    let state = if minutes.amended { MinutesState::Amended } else { MinutesState::Finalised };
    let number = held.freeze(app, &minutes, state).await?;
    let finalised_at = Some(app.clock().now());
    let change = MinutesChange { state, number, finalised_at, ..(&minutes).into() };
    let minutes = store::update_minutes(&held.tx, &held.permit, app.clock(), &minutes, change).await?;
    if state == MinutesState::Finalised && approval(&held).await?.0 == ApprovalMode::Item {
        ask_for_approval(app, &held).await?;
    }
    held.record(app, event("minutes_finalise", &held.meeting)).await?;
    held.tx.commit().await?;
    Ok(minutes)
}

/// Hands the approval in, once, and puts it on the next agenda where there is one.
async fn ask_for_approval(app: &App, held: &Held) -> ServiceResult<()> {
    let there = store::approval_items(&held.tx, MeetingId(held.meeting.id)).await?;
    if there.iter().any(|item| item.state != AgendaItemState::Withdrawn) {
        return Ok(());
    }
    let day = day_of(app, &held.meeting).format("%d.%m.%Y");
    let item = NewItem {
        group: held.group.id,
        kind: AgendaItemKind::MinutesApproval,
        title: format!("Genehmigung des Protokolls vom {day}"),
        text: String::new(),
        duration: None,
        presenter: None,
        presenter_name: String::new(),
        internal: false,
        deferred_from: None,
        minutes_of: Some(held.meeting.id),
        submitted_by: held.permit.actor().person_id().map(|id| id.0),
    };
    insert_item(&held.tx, &held.permit, app.clock(), item, None).await?;
    let group = GroupId(held.group.id);
    if let Some(next) = next_ahead(&held.tx, group, app.clock().now()).await? {
        carry_over(&held.tx, &held.permit, app.clock(), &next).await?;
    }
    Ok(())
}

/// Signs the newest version, as chair of the meeting, as who wrote the minutes, or as both.
///
/// # Errors
/// `UNAUTHENTICATED`, `NOT_FOUND`, `FORBIDDEN` (neither of both), `CONFLICT` (an older version),
/// `STATE_FORBIDS` (not final, or `signed` already).
pub async fn sign(
    app: &App,
    caller: &Caller,
    (id, based_on): (MeetingId, i32),
    number: i32,
) -> ServiceResult<MinutesRow> {
    let me = signed_in(caller)?;
    let held = held(app, caller, id).await?;
    let roles = signing::roles(signer(caller, &held.meeting, me.0));
    if roles.is_empty() {
        return Err(ServiceError::user(ErrorCode::Forbidden));
    }
    let minutes = held.current(based_on)?.clone();
    if !matches!(minutes.state, MinutesState::Finalised | MinutesState::Amended) {
        return Err(state_forbids(minutes.state.as_str()));
    }
    same_version(minutes.number, number)?;
    let signed = store::signatures_of(&held.tx, id).await?;
    let there = |role| signed.iter().any(|row| row.version_number == number && row.role == role);
    let missing: Vec<_> = roles.into_iter().filter(|role| !there(*role)).collect();
    if missing.is_empty() {
        return Err(state_forbids("signed"));
    }
    for role in missing {
        store::insert_signature(&held.tx, &held.permit, app.clock(), (id, number), (role, me)).await?;
        let signed = event("minutes_sign", &held.meeting).subject(me);
        held.record(app, signed).await?;
    }
    held.tx.commit().await?;
    Ok(minutes)
}

/// What counts for signing.
pub(super) fn signer(caller: &Caller, meeting: &MeetingRow, me: Uuid) -> Signer {
    let has = |role| caller.actor.has_role_in_group(GroupId(meeting.group_id), &[role]);
    Signer {
        me,
        group_chair: has(GroupRole::Chair),
        secretary: has(GroupRole::Secretary),
        chair: meeting.chair_id,
        minute_taker: meeting.minute_taker_id,
    }
}

/// Approves minutes of which a later meeting has decided so.
///
/// # Errors
/// `UNAUTHENTICATED`, `NOT_FOUND`, `FORBIDDEN`, `CONFLICT`, `STATE_FORBIDS` (not final; `approval_missing`
/// where no later meeting has decided).
pub async fn approve(
    app: &App,
    caller: &Caller,
    (id, based_on): (MeetingId, i32),
) -> ServiceResult<MinutesRow> {
    let held = held(app, caller, id).await?;
    let minutes = held.current(based_on)?.clone();
    if minutes.state != MinutesState::Finalised {
        return Err(state_forbids(minutes.state.as_str()));
    }
    let items = store::approval_items(&held.tx, id).await?;
    let done = |state| matches!(state, AgendaItemState::Decided | AgendaItemState::Noted);
    let decided = items.iter().rev().find(|item| done(item.state)).and_then(|item| item.meeting_id);
    let Some(decided) = decided else { return Err(state_forbids("approval_missing")) };
    let later = meetings_by_id(&held.tx, &[decided]).await?;
    let day = later.first().map_or_else(|| app.today(), |meeting| day_of(app, meeting).min(app.today()));
    let minutes = approved(app, &held, &minutes, (day, false)).await?;
    held.tx.commit().await?;
    Ok(minutes)
}

/// Writes the approval as the next version, and that the meeting is completed.
async fn approved(
    app: &App,
    held: &Held,
    minutes: &MinutesRow,
    (day, silence): (NaiveDate, bool),
) -> ServiceResult<MinutesRow> {
    let state = MinutesState::Approved;
    let number = held.freeze(app, minutes, state).await?;
    let change = MinutesChange { state, number, approved: Some((day, silence)), ..minutes.into() };
    let minutes = store::update_minutes(&held.tx, &held.permit, app.clock(), minutes, change).await?;
    if held.meeting.state == MeetingState::Closed {
        store::complete_meeting(&held.tx, &held.permit, app.clock(), &held.meeting).await?;
    }
    held.record(app, event("minutes_approve", &held.meeting)).await?;
    Ok(minutes)
}

/// Approves all final minutes to which nobody has objected within the days that their group's rules set;
/// returns how many. Safe in several processes: the first one approves.
///
/// # Errors
/// None that a person makes.
pub async fn approve_due(app: &App) -> ServiceResult<u64> {
    let db = app.db().read();
    let mut done = 0;
    let mut failed = None;
    let waiting = store::minutes_in(db, MinutesState::Finalised).await?;
    let ids: Vec<Uuid> = waiting.iter().map(|row| row.meeting_id).collect();
    for meeting in meetings_by_id(db, &ids).await? {
        // One that fails must not keep the others waiting.
        match approve_silent(app, &meeting).await {
            Ok(approved) => done += u64::from(approved),
            Err(error) => failed = Some(error),
        }
    }
    failed.map_or(Ok(done), Err)
}

async fn approve_silent(app: &App, meeting: &MeetingRow) -> ServiceResult<bool> {
    let rules = procedure_of(app.db().read(), GroupId(meeting.group_id)).await?;
    if rules.approval != ApprovalMode::Silence {
        return Ok(false);
    }
    let permit = authorise(&Caller::system(), Action::MinutesWrite, &Facts::NONE)?;
    let held = hold(app, permit, meeting).await?;
    let Some(minutes) = held.minutes.clone().filter(|row| row.state == MinutesState::Finalised) else {
        return Ok(false);
    };
    let (mode, days) = approval(&held).await?;
    let Some(end) = silent_until(app, &minutes, days).filter(|_| mode == ApprovalMode::Silence) else {
        return Ok(false);
    };
    let objections = store::objections_of(&held.tx, minutes.id).await?;
    let open = objections.iter().any(|row| row.state == ObjectionState::Open);
    if open || end >= app.today() {
        return Ok(false);
    }
    approved(app, &held, &minutes, (end, true)).await?;
    held.tx.commit().await?;
    Ok(true)
}

/// The last day of the silence.
fn silent_until(app: &App, minutes: &MinutesRow, days: i32) -> Option<NaiveDate> {
    let since = minutes.finalised_at?.with_timezone(&app.time_zone()).date_naive();
    since.checked_add_days(Days::new(u64::try_from(days).unwrap_or_default()))
}

/// Begins a draft of final minutes again, with the reason. Versions and links stay; those that were approved
/// end as an amendment.
///
/// # Errors
/// `UNAUTHENTICATED`, `NOT_FOUND`, `FORBIDDEN`, `VALIDATION`, `CONFLICT`, `STATE_FORBIDS` (not final).
pub async fn amend(
    app: &App,
    caller: &Caller,
    (id, based_on): (MeetingId, i32),
    reason: &str,
) -> ServiceResult<MinutesRow> {
    let held = held(app, caller, id).await?;
    let mut check = FieldCheck::new();
    let reason = check_reason(&mut check, reason);
    all_right(check)?;
    let minutes = held.current(based_on)?.clone();
    if matches!(minutes.state, MinutesState::Draft | MinutesState::InReview) {
        return Err(state_forbids(minutes.state.as_str()));
    }
    let amended = minutes.state != MinutesState::Finalised;
    let change = MinutesChange { state: MinutesState::Draft, amended, ..(&minutes).into() };
    let minutes = store::update_minutes(&held.tx, &held.permit, app.clock(), &minutes, change).await?;
    held.record(app, event("minutes_amend", &held.meeting).detail("reason", reason)).await?;
    held.tx.commit().await?;
    Ok(minutes)
}
