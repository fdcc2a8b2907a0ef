//! Looking for a date: opening a poll, answering it, closing it with a time, giving it up.

use std::collections::HashSet;

use uuid::Uuid;
use verbund_shared::{
    error::{ErrorCode, FieldError},
    groups::GroupRole,
    id::{GroupId, MeetingPollId, MeetingPollOptionId},
    meetings::{PollAnswer, PollState},
    values::FieldCheck,
};

use super::{
    held, inside, mails, may_know, meeting_event, plan::default_chair, signed_in, state_forbids, working,
};
use crate::{
    app::App,
    audit::{self, AuditEvent},
    authz::{Action, Caller, Permit},
    db::Transaction,
    error::{ServiceError, ServiceResult, all_right, same_version},
    groups::store::GroupRow,
    meetings::{
        rules::{
            details::Plan,
            poll::{NewPoll, check_poll},
        },
        store::{self, MeetingRow, PollRow},
    },
};

fn poll_event(action: &'static str, row: &PollRow) -> AuditEvent {
    AuditEvent::new(action, "meeting_poll").object(row.id, &row.title)
}

/// One poll, for those who see the group's meetings.
///
/// # Errors
/// `UNAUTHENTICATED`, `NOT_FOUND`.
pub async fn get_poll(app: &App, caller: &Caller, id: MeetingPollId) -> ServiceResult<PollRow> {
    signed_in(caller)?;
    let row = store::find_poll(app.db().read(), id).await?.ok_or_else(ServiceError::not_found)?;
    may_know(caller, GroupId(row.group_id))?;
    Ok(row)
}

/// Opens a poll; everybody in the group gets a mail.
///
/// # Errors
/// `UNAUTHENTICATED`, `NOT_FOUND`, `FORBIDDEN`, `VALIDATION` (also `DATE_OUT_OF_RANGE`, `DUPLICATE`,
/// `TIME_SKIPPED`, `TOO_MANY`), `STATE_FORBIDS`.
pub async fn open_poll(app: &App, caller: &Caller, id: GroupId, new: NewPoll) -> ServiceResult<PollRow> {
    let (tx, permit, group) = held(app, caller, id, Action::MeetingManage).await?;
    let mut check = FieldCheck::new();
    let text = check_poll(&mut check, new, app.clock().now(), app.time_zone());
    all_right(check)?;
    working(&group)?;
    let row = store::insert_poll(&tx, &permit, app.clock(), id, text).await?;
    mails::poll_opened(&tx, app, &permit, (&group, &row)).await?;
    audit::record(&tx, app.clock(), &permit, poll_event("meeting_poll_open", &row)).await?;
    tx.commit().await?;
    Ok(row)
}

/// Begins a change of a poll and holds its group's row.
async fn held_poll(
    app: &App,
    caller: &Caller,
    id: MeetingPollId,
    action: Action,
) -> ServiceResult<(Transaction, Permit, GroupRow, PollRow)> {
    let found = get_poll(app, caller, id).await?;
    let (tx, permit, group) = held(app, caller, GroupId(found.group_id), action).await?;
    let row = store::find_poll(&tx, id).await?.ok_or_else(ServiceError::not_found)?;
    Ok((tx, permit, group, row))
}

fn open(row: &PollRow) -> ServiceResult<()> {
    if row.state == PollState::Open { Ok(()) } else { Err(state_forbids(row.state.as_str())) }
}

/// Whether somebody can answer a poll now: everybody with a place in the group, guests too, until its last day.
pub fn can_answer(app: &App, caller: &Caller, row: &PollRow) -> bool {
    row.state == PollState::Open
        && app.today() <= row.answer_by
        && caller.actor.has_role_in_group(GroupId(row.group_id), GroupRole::ALL)
}

/// Says which times suit; times that are not named keep the answer that they had.
///
/// # Errors
/// `UNAUTHENTICATED`, `NOT_FOUND`, `FORBIDDEN` for who has no place in the group, `VALIDATION`,
/// `STATE_FORBIDS` (also with `state` `over`: the last day is over).
pub async fn answer_poll(
    app: &App,
    caller: &Caller,
    id: MeetingPollId,
    answers: &[(MeetingPollOptionId, PollAnswer)],
) -> ServiceResult<PollRow> {
    let me = signed_in(caller)?;
    let (tx, permit, group, row) = held_poll(app, caller, id, Action::MeetingRead).await?;
    if !caller.actor.has_role_in_group(GroupId(group.id), GroupRole::ALL) {
        return Err(ServiceError::user(ErrorCode::Forbidden));
    }
    let known: Vec<Uuid> = store::options_of(&tx, &[row.id]).await?.iter().map(|option| option.id).collect();
    let mut check = FieldCheck::new();
    let mut named = HashSet::new();
    if answers.is_empty() {
        check.push(FieldError::new("answers", ErrorCode::Required));
    }
    for (at, (option, _)) in answers.iter().enumerate() {
        let field = format!("answers.{at}.optionId");
        if !known.contains(&option.0) {
            check.push(FieldError::new(field, ErrorCode::UnknownReference).with("value", option.to_string()));
        } else if !named.insert(option.0) {
            check.push(FieldError::new(field, ErrorCode::Duplicate));
        }
    }
    all_right(check)?;
    working(&group)?;
    open(&row)?;
    if app.today() > row.answer_by {
        return Err(state_forbids("over"));
    }
    let answers: Vec<(Uuid, PollAnswer)> = answers.iter().map(|(id, answer)| (id.0, *answer)).collect();
    store::put_answers(&tx, &permit, app.clock(), me.0, &answers).await?;
    audit::record(&tx, app.clock(), &permit, poll_event("meeting_poll_answer", &row)).await?;
    tx.commit().await?;
    Ok(row)
}

/// Closes a poll with one of its times: that makes the meeting, which is planned.
///
/// # Errors
/// `UNAUTHENTICATED`, `NOT_FOUND`, `FORBIDDEN`, `VALIDATION` (`UNKNOWN_REFERENCE` for a time that is not the
/// poll's), `CONFLICT`, `STATE_FORBIDS` (also with `state` `past` for a time that is over).
pub async fn close_poll(
    app: &App,
    caller: &Caller,
    (id, based_on): (MeetingPollId, i32),
    option: MeetingPollOptionId,
) -> ServiceResult<MeetingRow> {
    let (tx, permit, group, row) = held_poll(app, caller, id, Action::MeetingManage).await?;
    same_version(row.version, based_on)?;
    working(&group)?;
    open(&row)?;
    let options = store::options_of(&tx, &[row.id]).await?;
    let chosen = options.iter().find(|found| found.id == option.0);
    let unknown = || ServiceError::field("optionId", ErrorCode::UnknownReference);
    let chosen = chosen.ok_or_else(unknown)?;
    if chosen.starts_at <= app.clock().now() {
        return Err(state_forbids("past"));
    }
    let plan = Plan {
        title: row.title.clone(),
        starts_at: chosen.starts_at,
        ends_at: chosen.ends_at,
        place: row.place.clone(),
        online_url: row.online_url.clone(),
        note: row.text.clone(),
        chair: default_chair(&inside(&tx, group.id, app.today()).await?),
        minute_taker: None,
    };
    let meeting = store::insert_meeting(&tx, &permit, app.clock(), GroupId(group.id), plan).await?;
    store::carry_over(&tx, &permit, app.clock(), &meeting).await?;
    let row = store::end_poll(&tx, &permit, &row, Some(meeting.id)).await?;
    mails::poll_ended(&tx, app, &permit, (&group, &row), Some(&meeting)).await?;
    audit::record(&tx, app.clock(), &permit, poll_event("meeting_poll_close", &row)).await?;
    audit::record(&tx, app.clock(), &permit, meeting_event("meeting_plan", &meeting)).await?;
    tx.commit().await?;
    Ok(meeting)
}

/// Gives a poll up; everybody in the group is told.
///
/// # Errors
/// `UNAUTHENTICATED`, `NOT_FOUND`, `FORBIDDEN`, `CONFLICT`, `STATE_FORBIDS`.
pub async fn cancel_poll(
    app: &App,
    caller: &Caller,
    (id, based_on): (MeetingPollId, i32),
) -> ServiceResult<PollRow> {
    let (tx, permit, group, row) = held_poll(app, caller, id, Action::MeetingManage).await?;
    same_version(row.version, based_on)?;
    working(&group)?;
    open(&row)?;
    let row = store::end_poll(&tx, &permit, &row, None).await?;
    mails::poll_ended(&tx, app, &permit, (&group, &row), None).await?;
    audit::record(&tx, app.clock(), &permit, poll_event("meeting_poll_cancel", &row)).await?;
    tx.commit().await?;
    Ok(row)
}
