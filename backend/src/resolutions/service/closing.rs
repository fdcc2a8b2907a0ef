//! Deciding circular resolutions once everybody has voted or their time is over, and reminding before.

use chrono::{NaiveDate, TimeDelta};
use verbund_shared::{
    id::{CircularId, GroupId},
    resolutions::{CircularState, ResolutionStatus},
    voting::Majority,
};

use super::{circular_event, mails, resolution_event};
use crate::{
    app::App,
    audit,
    authz::{Action, Caller, Facts, Permit, authorise},
    db::Transaction,
    error::ServiceResult,
    groups::{self, store::GroupRow},
    resolutions::{
        rules::{
            closing::{Terms, count, is_complete, outcome},
            text::Text,
        },
        store::{self, CircularRow, NewResolution},
    },
};

/// So long before the end people are reminded.
const REMIND_BEFORE: TimeDelta = TimeDelta::hours(36);

fn system() -> ServiceResult<Permit> {
    authorise(&Caller::system(), Action::ResolutionManage, &Facts::NONE)
}

fn terms_of(row: &CircularRow) -> Terms {
    let whole = |number: i32| u32::try_from(number).unwrap_or(0);
    Terms {
        roll: whole(row.roll),
        quorum: whole(row.quorum),
        majority: Majority {
            base: row.majority_base,
            num: whole(row.majority_num),
            den: whole(row.majority_den),
            strict: row.majority_strict,
        },
        objection_stops: row.objection_stops,
    }
}

/// Decides it when nobody is left who could vote.
pub(super) async fn close_if_complete(
    tx: &Transaction,
    app: &App,
    group: &GroupRow,
    row: CircularRow,
) -> ServiceResult<CircularRow> {
    let votes = store::votes_of(tx, &[row.id]).await?;
    let choices: Vec<_> = votes.iter().map(|vote| vote.choice).collect();
    if is_complete(&choices) { close(tx, app, group, row).await } else { Ok(row) }
}

/// The day on which the last vote counted, whenever somebody looked after it.
fn decided_on(app: &App, row: &CircularRow) -> NaiveDate {
    let end = row.deadline.with_timezone(&app.time_zone()).date_naive();
    end.pred_opt().map_or_else(|| app.today(), |last_day| last_day.min(app.today()))
}

/// Decides it by the votes that were cast. It is the program that decides, whoever cast the last vote.
async fn close(
    tx: &Transaction,
    app: &App,
    group: &GroupRow,
    row: CircularRow,
) -> ServiceResult<CircularRow> {
    let permit = system()?;
    let votes = store::votes_of(tx, &[row.id]).await?;
    let choices: Vec<_> = votes.iter().map(|vote| vote.choice).collect();
    let terms = terms_of(&row);
    let state = outcome(&choices, &terms);
    let status = match state {
        CircularState::Adopted => Some(ResolutionStatus::Adopted),
        CircularState::Rejected => Some(ResolutionStatus::Rejected),
        _ => None,
    };
    let resolution = match status {
        Some(status) => {
            let new = NewResolution {
                text: Text {
                    title: row.title.clone(),
                    wording: row.wording.clone(),
                    effective_from: row.effective_from,
                    review_on: row.review_on,
                    internal: row.internal,
                },
                status,
                decided_on: decided_on(app, &row),
                count: count(&choices, terms.roll),
                majority: terms.majority,
                secret: false,
                mover: row.mover_id,
                circular: Some(row.id),
                vote: None,
                supersedes: None,
            };
            let resolution = store::insert_resolution(tx, &permit, app.clock(), group, new).await?;
            let event = resolution_event("resolution_record", &resolution);
            audit::record(tx, app.clock(), &permit, event).await?;
            Some(resolution)
        }
        None => None,
    };
    let item = match state {
        CircularState::ToMeeting => Some(store::insert_agenda_item(tx, &permit, app.clock(), &row).await?),
        _ => None,
    };
    let ended = (state, String::new());
    let row = store::close_circular(tx, &permit, app.clock(), &row, ended, item).await?;
    mails::closed(tx, app, &permit, (group, &row), resolution.as_ref()).await?;
    let event = circular_event("circular_close", &row).detail("outcome", state.as_str());
    audit::record(tx, app.clock(), &permit, event).await?;
    Ok(row)
}

/// Decides every circular resolution whose time is over; returns how many. Safe in several processes: the
/// first one decides.
pub async fn close_due(app: &App) -> ServiceResult<u64> {
    let mut closed = 0;
    let mut failed = None;
    for due in store::due_circulars(app.db().read(), app.clock().now()).await? {
        // One that fails must not keep the others open.
        match close_one(app, &due).await {
            Ok(done) => closed += u64::from(done),
            Err(error) => failed = Some(error),
        }
    }
    failed.map_or(Ok(closed), Err)
}

async fn close_one(app: &App, due: &CircularRow) -> ServiceResult<bool> {
    let tx = app.db().begin().await?;
    let Some(group) = groups::store::lock_group(&tx, GroupId(due.group_id)).await? else { return Ok(false) };
    let row = store::find_circular(&tx, CircularId(due.id)).await?;
    let Some(row) = row.filter(|row| row.state == CircularState::Open) else { return Ok(false) };
    close(&tx, app, &group, row).await?;
    tx.commit().await?;
    Ok(true)
}

/// Reminds those who have not voted a day before the end, once; returns how many mails were written.
pub async fn remind(app: &App) -> ServiceResult<u64> {
    let permit = system()?;
    let mut mails = 0;
    let now = app.clock().now();
    for due in store::to_remind(app.db().read(), now + REMIND_BEFORE).await? {
        let tx = app.db().begin().await?;
        let Some(group) = groups::store::lock_group(&tx, GroupId(due.group_id)).await? else { continue };
        let row = store::find_circular(&tx, CircularId(due.id)).await?;
        let Some(row) = row.filter(|row| row.state == CircularState::Open && !row.reminded) else { continue };
        store::mark_reminded(&tx, &permit, row.id).await?;
        if row.deadline > now {
            mails += mails::reminded(&tx, app, &permit, (&group, &row)).await?;
        }
        tx.commit().await?;
    }
    Ok(mails)
}
