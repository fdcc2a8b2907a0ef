//! Minutes of the demonstration's meetings: written, frozen, signed and approved by the queries and rules of
//! minutes with a clock that stands in the past.

use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;
use verbund_shared::{
    id::{MeetingId, PersonId},
    minutes::{MinutesState, SignatureRole},
};

use super::meetings::{ActionEntry, Held, broken, is_named};
use crate::{
    app::App,
    authz::Permit,
    clock::Clock,
    db::Transaction,
    error::ServiceResult,
    graphql::CursorPage,
    minutes::{
        service::freeze,
        store::{self, ActionText, MinutesChange, MinutesRow},
    },
    tasks::store::{TaskFilter, TaskSort, tasks_page},
};

/// Days from the meeting until its minutes are final, and until they are approved.
const FINAL_AFTER: TimeDelta = TimeDelta::days(10);
const APPROVED_AFTER: TimeDelta = TimeDelta::days(30);

/// Writes the minutes of all meetings that were held.
pub(super) async fn write(
    tx: &Transaction,
    app: &App,
    permit: &Permit,
    held: Vec<Held>,
) -> ServiceResult<()> {
    for meeting in held {
        write_one(tx, app, permit, &meeting).await?;
    }
    Ok(())
}

async fn write_one(tx: &Transaction, app: &App, permit: &Permit, held: &Held) -> ServiceResult<()> {
    let now = app.clock().now();
    let at = |after: TimeDelta| Clock::fixed((held.meeting.ends_at + after).min(now));
    let written = at(TimeDelta::days(1));
    let minutes = store::insert_minutes(tx, permit, &written, held.meeting.id).await?;
    for (item, entry) in &held.items {
        let texts = (entry.text.clone(), entry.internal_text.clone());
        let about = (minutes.id, item.id);
        store::save_entry(tx, permit, &written, about, None, texts).await?;
        for action in &entry.actions {
            let text = action_text(app, held, action)?;
            let line = store::insert_action(tx, permit, &written, about, text).await?;
            let task = task_named(tx, held, &action.text).await?;
            store::set_action_task(tx, permit, &line, task).await?;
        }
    }
    let minutes = freeze_as(tx, app, permit, held, &minutes, (MinutesState::InReview, &written)).await?;
    let last = at(FINAL_AFTER);
    let minutes = freeze_as(tx, app, permit, held, &minutes, (MinutesState::Finalised, &last)).await?;
    let signed = [
        (SignatureRole::Chair, held.meeting.chair_id),
        (SignatureRole::MinuteTaker, held.meeting.minute_taker_id),
    ];
    for (role, person) in signed.into_iter().filter_map(|(role, id)| Some((role, PersonId(id?)))) {
        let about = (MeetingId(held.meeting.id), minutes.number);
        store::insert_signature(tx, permit, &last, about, (role, person)).await?;
    }
    if held.approved {
        let approved = at(APPROVED_AFTER);
        freeze_as(tx, app, permit, held, &minutes, (MinutesState::Approved, &approved)).await?;
        store::complete_meeting(tx, permit, &approved, &held.meeting).await?;
    }
    Ok(())
}

fn action_text(app: &App, held: &Held, action: &ActionEntry) -> ServiceResult<ActionText> {
    let member = held.members.iter().find(|one| is_named(one, &action.person));
    let member = member.ok_or_else(|| broken(&action.person))?;
    let day = held.meeting.starts_at.with_timezone(&app.time_zone()).date_naive();
    Ok(ActionText {
        text: action.text.clone(),
        organisation: member.role.organisation_id.ok_or_else(|| broken(&action.person))?,
        person: Some(member.person.id),
        due: Some(day + TimeDelta::days(action.due)),
    })
}

/// The task that an action line became.
async fn task_named(tx: &Transaction, held: &Held, title: &str) -> ServiceResult<Uuid> {
    let filter = TaskFilter { group: Some(held.group.id), text: title.to_owned(), ..TaskFilter::default() };
    let page = CursorPage { first: 1, after: None };
    let found = tasks_page(tx, &filter, TaskSort::Newest, &page).await?;
    found.first().map(|task| task.id).ok_or_else(|| broken(&title))
}

async fn freeze_as(
    tx: &Transaction,
    app: &App,
    permit: &Permit,
    held: &Held,
    minutes: &MinutesRow,
    (state, clock): (MinutesState, &Clock),
) -> ServiceResult<MinutesRow> {
    let number = freeze(tx, (permit, clock, app.time_zone()), &held.meeting, minutes, state).await?;
    let now: DateTime<Utc> = clock.now();
    let day = now.with_timezone(&app.time_zone()).date_naive();
    let change = MinutesChange {
        state,
        number,
        review_until: minutes.review_until.or(Some(day + TimeDelta::days(7))),
        finalised_at: (state == MinutesState::Finalised).then_some(now).or(minutes.finalised_at),
        approved: (state == MinutesState::Approved).then_some((day, false)),
        ..minutes.into()
    };
    Ok(store::update_minutes(tx, permit, clock, minutes, change).await?)
}
