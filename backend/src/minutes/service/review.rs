//! Putting minutes to review: the text is frozen, action lines become tasks, participants are told.

use chrono::NaiveDate;
use verbund_shared::{id::MeetingId, minutes::MinutesState, values::FieldCheck};

use super::{Held, event, held, is_over, mails, material, state_forbids};
use crate::{
    app::App,
    authz::Caller,
    error::{ServiceResult, all_right},
    minutes::{
        rules::text::check_until,
        store::{self, MinutesChange, MinutesRow},
    },
    tasks::service::{FromAction, make_from_action},
};

/// Freezes the text as the next version, to which participants object until a day. May be begun anew while
/// it runs. Action lines that are no tasks yet become some.
///
/// # Errors
/// `UNAUTHENTICATED`, `NOT_FOUND`, `FORBIDDEN`, `VALIDATION` (`DATE_OUT_OF_RANGE`), `CONFLICT`,
/// `STATE_FORBIDS` (final already, or the meeting is not over).
pub async fn review(
    app: &App,
    caller: &Caller,
    (id, based_on): (MeetingId, i32),
    until: NaiveDate,
) -> ServiceResult<MinutesRow> {
    let held = held(app, caller, id).await?;
    let mut check = FieldCheck::new();
    check_until(&mut check, until, app.today());
    all_right(check)?;
    let minutes = held.current(based_on)?.clone();
    if !matches!(minutes.state, MinutesState::Draft | MinutesState::InReview) {
        return Err(state_forbids(minutes.state.as_str()));
    }
    if !is_over(&held.meeting) {
        return Err(state_forbids(held.meeting.state.as_str()));
    }
    make_tasks(app, &held, &minutes).await?;
    let state = MinutesState::InReview;
    let number = held.freeze(app, &minutes, state).await?;
    let change = MinutesChange { state, number, review_until: Some(until), ..(&minutes).into() };
    let minutes = store::update_minutes(&held.tx, &held.permit, app.clock(), &minutes, change).await?;
    mails::review(app, &held, until).await?;
    let reviewed = event("minutes_review", &held.meeting).detail("until", until.to_string());
    held.record(app, reviewed).await?;
    held.tx.commit().await?;
    Ok(minutes)
}

/// Action lines become tasks, each once.
async fn make_tasks(app: &App, held: &Held, minutes: &MinutesRow) -> ServiceResult<()> {
    let lines = store::actions_of(&held.tx, minutes.id).await?;
    if lines.iter().all(|line| line.task_id.is_some()) {
        return Ok(());
    }
    let items = material::items_of(&held.tx, MeetingId(held.meeting.id)).await?;
    for line in lines.iter().filter(|line| line.task_id.is_none()) {
        let number = items.iter().find(|item| item.row.id == line.item_id).map(|item| item.number.as_str());
        let action = FromAction {
            title: line.text.clone(),
            text: origin(app, held, number.unwrap_or_default()),
            organisation: line.organisation_id,
            person: line.person_id,
            due: line.due,
        };
        let task = make_from_action(&held.tx, app, &held.permit, &held.group, action).await?;
        store::set_action_task(&held.tx, &held.permit, line, task.id).await?;
    }
    Ok(())
}

/// Where it was said, as a text of the group. Titles of items may be internal, tasks are not.
fn origin(app: &App, held: &Held, number: &str) -> String {
    let day = super::day_of(app, &held.meeting).format("%d.%m.%Y");
    let link = format!("/sitzungen/{}/protokoll", MeetingId(held.meeting.id));
    format!("Aus dem [Protokoll der Sitzung vom {day}]({link}), TOP {number}.")
}
