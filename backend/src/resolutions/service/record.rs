//! Recording what was decided, saying what became of it, and correcting it by one that supersedes.

use verbund_shared::{
    error::{ErrorCode, FieldError},
    id::{GroupId, ResolutionId},
    resolutions::{RESOLUTION_REASON_MAX, ResolutionLife, ResolutionStatus},
    values::FieldCheck,
    voting::{Count, Majority},
};

use super::{held, resolution_event, state_forbids, workers, working};
use crate::{
    app::App,
    audit,
    authz::{Caller, Permit},
    db::Transaction,
    error::{ServiceError, ServiceResult, all_right, same_version},
    groups::store::GroupRow,
    resolutions::{
        rules::text::{Recorded, Text, check_majority, check_text, check_votes},
        store::{self, NewResolution, ResolutionRow},
    },
};

/// Records a decision that a group took elsewhere, such as in a meeting held without Verbund. Whether it was
/// adopted follows from the votes and the majority.
///
/// # Errors
/// `UNAUTHENTICATED`, `NOT_FOUND`, `FORBIDDEN`, `VALIDATION` (also `VOTES_TOO_MANY`, `DATE_OUT_OF_RANGE`
/// for a day ahead, `UNKNOWN_REFERENCE` for a mover who does not work in the group), `STATE_FORBIDS`.
pub async fn record(
    app: &App,
    caller: &Caller,
    group: GroupId,
    new: Recorded,
) -> ServiceResult<ResolutionRow> {
    let (tx, permit, group) = held(app, caller, group).await?;
    let mut check = FieldCheck::new();
    let text = check_text(&mut check, new.text);
    let count = check_votes(&mut check, new.votes);
    check_majority(&mut check, new.majority);
    if new.decided_on > app.today() {
        let error = FieldError::new("decidedOn", ErrorCode::DateOutOfRange);
        check.push(error.with("earliest", "1900-01-01").with("latest", app.today().to_string()));
    }
    if let Some(mover) = new.mover
        && !workers(&tx, group.id, app.today()).await?.iter().any(|member| member.person.id == mover)
    {
        check.push(FieldError::new("moverId", ErrorCode::UnknownReference).with("value", mover.to_string()));
    }
    all_right(check)?;
    working(&group)?;
    let adopted = new.majority.is_reached(count);
    let new = NewResolution {
        text,
        status: if adopted { ResolutionStatus::Adopted } else { ResolutionStatus::Rejected },
        decided_on: new.decided_on,
        count,
        majority: new.majority,
        secret: new.secret,
        mover: new.mover,
        circular: None,
        vote: None,
        supersedes: None,
    };
    let row = store::insert_resolution(&tx, &permit, app.clock(), &group, new).await?;
    audit::record(&tx, app.clock(), &permit, resolution_event("resolution_record", &row)).await?;
    tx.commit().await?;
    Ok(row)
}

/// Records what a meeting decided by a vote, within the change that closes the vote. The group's row must be
/// held.
///
/// # Errors
/// Only what breaks.
pub async fn record_vote(
    tx: &Transaction,
    app: &App,
    permit: &Permit,
    group: &GroupRow,
    new: NewResolution,
) -> ServiceResult<ResolutionRow> {
    let row = store::insert_resolution(tx, permit, app.clock(), group, new).await?;
    audit::record(tx, app.clock(), permit, resolution_event("resolution_record", &row)).await?;
    Ok(row)
}

/// A text that says why; it must be there.
fn reason(text: &str) -> ServiceResult<String> {
    let mut check = FieldCheck::new();
    let reason = check.required_text("reason", text, RESOLUTION_REASON_MAX);
    all_right(check)?;
    Ok(reason)
}

async fn current(app: &App, caller: &Caller, id: ResolutionId) -> ServiceResult<ResolutionRow> {
    super::read::get_resolution(app, caller, id).await
}

/// Says that a resolution is implemented, was revoked, or that its time is over, with the reason.
///
/// # Errors
/// `UNAUTHENTICATED`, `NOT_FOUND`, `FORBIDDEN`, `VALIDATION`, `CONFLICT`, `STATE_FORBIDS`.
pub async fn settle(
    app: &App,
    caller: &Caller,
    (id, based_on): (ResolutionId, i32),
    life: ResolutionLife,
    why: &str,
) -> ServiceResult<ResolutionRow> {
    let found = current(app, caller, id).await?;
    let (tx, permit, group) = held(app, caller, GroupId(found.group_id)).await?;
    let row = store::find_resolution(&tx, id).await?.ok_or_else(ServiceError::not_found)?;
    if !ResolutionLife::SETTLED.contains(&life) {
        return Err(ServiceError::field("life", ErrorCode::InvalidValue));
    }
    let why = reason(why)?;
    same_version(row.version, based_on)?;
    let Some(now) = row.life else { return Err(state_forbids(row.status.as_str())) };
    if group.state.is_final() || !now.can_become(life) {
        return Err(state_forbids(now.as_str()));
    }
    let row = store::set_life(&tx, &permit, &row, (life, app.today()), why.clone()).await?;
    let event =
        resolution_event("resolution_settle", &row).detail("outcome", life.as_str()).detail("reason", why);
    audit::record(&tx, app.clock(), &permit, event).await?;
    tx.commit().await?;
    Ok(row)
}

/// Corrects a resolution: the wording stays for ever, and a resolution of its own, decided by the same vote
/// on the same day, stands in its place. For slips of the pen; another decision needs another vote.
///
/// # Errors
/// `UNAUTHENTICATED`, `NOT_FOUND`, `FORBIDDEN`, `VALIDATION`, `CONFLICT`, `STATE_FORBIDS`.
pub async fn supersede(
    app: &App,
    caller: &Caller,
    (id, based_on): (ResolutionId, i32),
    text: Text,
    why: &str,
) -> ServiceResult<ResolutionRow> {
    let found = current(app, caller, id).await?;
    let (tx, permit, group) = held(app, caller, GroupId(found.group_id)).await?;
    let old = store::find_resolution(&tx, id).await?.ok_or_else(ServiceError::not_found)?;
    let mut check = FieldCheck::new();
    let why = check.required_text("reason", why, RESOLUTION_REASON_MAX);
    let text = check_text(&mut check, Text { internal: old.internal, ..text });
    all_right(check)?;
    same_version(old.version, based_on)?;
    working(&group)?;
    let Some(now) = old.life else { return Err(state_forbids(old.status.as_str())) };
    if !now.can_become(ResolutionLife::Superseded) {
        return Err(state_forbids(now.as_str()));
    }
    let new = NewResolution {
        text,
        status: old.status,
        decided_on: old.decided_on,
        count: count_of(&old),
        majority: majority_of(&old),
        secret: old.secret,
        mover: old.mover_id,
        circular: None,
        vote: None,
        supersedes: Some(old.id),
    };
    let row = store::insert_resolution(&tx, &permit, app.clock(), &group, new).await?;
    let superseded = (ResolutionLife::Superseded, app.today());
    let old = store::set_life(&tx, &permit, &old, superseded, why.clone()).await?;
    let event = resolution_event("resolution_supersede", &old)
        .detail("new", row.label.as_str())
        .detail("reason", why);
    audit::record(&tx, app.clock(), &permit, event).await?;
    tx.commit().await?;
    Ok(row)
}

fn whole(count: i32) -> u32 {
    u32::try_from(count).unwrap_or(0)
}

/// What was counted.
pub fn count_of(row: &ResolutionRow) -> Count {
    Count {
        yes: whole(row.yes),
        no: whole(row.no),
        abstain: whole(row.abstain),
        present: whole(row.present),
        roll: whole(row.roll),
    }
}

/// The majority that was needed.
pub fn majority_of(row: &ResolutionRow) -> Majority {
    Majority {
        base: row.majority_base,
        num: whole(row.majority_num),
        den: whole(row.majority_den),
        strict: row.majority_strict,
    }
}
