//! Votes, and the resolutions that come of them.

use std::collections::HashSet;

use chrono::NaiveDate;
use uuid::Uuid;
use verbund_shared::{
    error::{ErrorCode, FieldError},
    groups::GroupRole,
    id::{AgendaItemId, AttendanceId, MeetingId, PersonId, VoteId},
    meetings::{AgendaItemState, MEETING_REASON_MAX, MeetingState, VoteOutcome, VoteState},
    resolutions::{ResolutionStatus, VOTES_MAX},
    values::FieldCheck,
    voting::{Count, Majority},
};

use super::{Conduct, Held, held, held_item, people_on, read, signed_in, state_forbids, vote_event};
use crate::{
    app::App,
    authz::Caller,
    conduct::store::{self, NewVote, VoteRow},
    error::{ServiceError, ServiceResult, all_right, same_version},
    meetings::store as meetings,
    resolutions::{
        self,
        rules::text::{Text, check_majority, check_text},
        store::NewResolution,
    },
};

/// A vote as it is opened.
#[derive(Debug, Clone)]
pub struct Opening {
    /// In one line.
    pub title: String,
    /// Word by word: the wording of the resolution.
    pub wording: String,
    /// Who moves it.
    pub mover: Option<PersonId>,
    /// Whether it is by ballot.
    pub secret: bool,
    /// The majority that is needed; that of the rules of procedure where nothing is said.
    pub majority: Option<Majority>,
    /// Who does not vote, for a conflict of interest, and why; none where the key is none.
    pub excluded: Vec<(Option<AttendanceId>, String)>,
    /// From when on it will hold.
    pub effective_from: Option<NaiveDate>,
    /// When it will be looked at again.
    pub review_on: Option<NaiveDate>,
}

/// Opens a vote on an item of a meeting in session, while the quorum is there. The votes that are there are
/// fixed with it: people who are excluded count for the quorum, but not among those who can vote. An item
/// that a vote has decided can have another.
///
/// # Errors
/// `UNAUTHENTICATED`, `NOT_FOUND`, `FORBIDDEN`, `VALIDATION`, `STATE_FORBIDS` (also with `state`
/// `vote_open`: another one is, or `no_quorum`).
pub async fn open(
    app: &App,
    caller: &Caller,
    item: AgendaItemId,
    new: Opening,
) -> ServiceResult<(Uuid, Conduct)> {
    let (held, item) = held_item(app, caller, item).await?;
    let before = read::load(&held.tx, app, held.meeting.clone(), held.group.clone(), true).await?;
    let mut check = FieldCheck::new();
    let Opening { title, wording, effective_from, review_on, .. } = new;
    let text = Text { title, wording, effective_from, review_on, internal: item.internal };
    let text = check_text(&mut check, text);
    if let Some(majority) = new.majority {
        check_majority(&mut check, majority);
    }
    if let Some(mover) = new.mover {
        check_mover(&held, app, &mut check, mover).await?;
    }
    let excluded = check_excluded(&mut check, &before, new.excluded);
    all_right(check)?;
    held.lets(&[MeetingState::InSession])?;
    use AgendaItemState::{Decided, InDiscussion, Scheduled};
    if !matches!(item.state, Scheduled | InDiscussion | Decided) {
        return Err(state_forbids(item.state.as_str()));
    }
    held.no_open_vote().await?;
    let ids: Vec<Uuid> = excluded.iter().map(|(id, _)| *id).collect();
    let present = before.present_without(&ids);
    if !before.is_quorate() || present == 0 {
        return Err(state_forbids("no_quorum"));
    }
    let new = NewVote {
        title: text.title,
        wording: text.wording,
        mover: new.mover.map(|id| id.0),
        secret: new.secret,
        majority: new.majority.unwrap_or(before.procedure.majority),
        votes: (present, before.roll()),
        effective_from: text.effective_from,
        review_on: text.review_on,
        excluded,
    };
    let about = (held.meeting.id, &item);
    let row = store::insert_vote(&held.tx, &held.permit, app.clock(), about, new).await?;
    held.note(app, vote_event("vote_open", &row)).await?;
    Ok((row.id, held.done(app).await?))
}

/// Who moves something works in the group.
async fn check_mover(held: &Held, app: &App, check: &mut FieldCheck, mover: PersonId) -> ServiceResult<()> {
    let people = people_on(&held.tx, held.group.id, app.today()).await?;
    let works =
        people.iter().any(|member| member.person.id == mover.0 && member.role.role != GroupRole::Guest);
    if !works {
        check.push(FieldError::new("moverId", ErrorCode::UnknownReference).with("value", mover.to_string()));
    }
    Ok(())
}

/// Those excluded have a vote in this meeting, stand there once, and with a reason.
fn check_excluded(
    check: &mut FieldCheck,
    conduct: &Conduct,
    excluded: Vec<(Option<AttendanceId>, String)>,
) -> Vec<(Uuid, String)> {
    let mut seen = HashSet::new();
    let mut right = Vec::new();
    for (place, (id, reason)) in excluded.into_iter().enumerate() {
        let field = format!("excluded.{place}.attendanceId");
        let found = conduct.attendances.iter().find(|row| Some(row.id) == id.map(|id| id.0));
        let reason = check.required_text(&format!("excluded.{place}.reason"), &reason, MEETING_REASON_MAX);
        match found {
            None => check.push(FieldError::new(field, ErrorCode::UnknownReference)),
            Some(row) if row.role == GroupRole::Guest => {
                check.push(FieldError::new(field, ErrorCode::InvalidValue));
            }
            Some(row) if !seen.insert(row.id) => check.push(FieldError::new(field, ErrorCode::Duplicate)),
            Some(row) => right.push((row.id, reason)),
        }
    }
    right
}

/// Begins a change of a vote as it was looked at, while it is open.
async fn open_one(
    app: &App,
    caller: &Caller,
    (id, based_on): (VoteId, i32),
    check: impl FnOnce(&VoteRow) -> ServiceResult<()>,
) -> ServiceResult<(Held, VoteRow)> {
    signed_in(caller)?;
    let found = store::find_vote(app.db().read(), id).await?.ok_or_else(ServiceError::not_found)?;
    let held = held(app, caller, MeetingId(found.meeting_id)).await?;
    let row = store::find_vote(&held.tx, id).await?.ok_or_else(ServiceError::not_found)?;
    check(&row)?;
    same_version(row.version, based_on)?;
    if row.state != VoteState::Open {
        return Err(state_forbids(row.state.as_str()));
    }
    Ok((held, row))
}

fn whole(number: i32) -> u32 {
    u32::try_from(number).unwrap_or(0)
}

/// Checks what was counted: nothing below 0, something at all, no more than was there.
fn check_count(vote: &VoteRow, [yes, no, abstain]: [i32; 3]) -> ServiceResult<Count> {
    let mut check = FieldCheck::new();
    for (field, votes) in [("yes", yes), ("no", no), ("abstain", abstain)] {
        if !(0..=VOTES_MAX).contains(&votes) {
            check.push(FieldError::new(field, ErrorCode::InvalidValue));
        }
    }
    all_right(check)?;
    let count = Count {
        yes: whole(yes),
        no: whole(no),
        abstain: whole(abstain),
        present: whole(vote.present),
        roll: whole(vote.roll),
    };
    if count.cast() == 0 {
        return Err(ServiceError::field("yes", ErrorCode::Required));
    }
    if !count.adds_up() {
        let sum = i64::try_from(count.cast()).unwrap_or(i64::MAX);
        let error =
            FieldError::new("yes", ErrorCode::VotesTooMany).with("sum", sum).with("max", count.present);
        return Err(ServiceError::fields(vec![error]));
    }
    Ok(count)
}

/// The majority that a vote needs.
pub fn majority_of(row: &VoteRow) -> Majority {
    Majority {
        base: row.majority_base,
        num: whole(row.majority_num),
        den: whole(row.majority_den).max(1),
        strict: row.majority_strict,
    }
}

/// Closes a vote with what was counted. Whether it is adopted follows from the majority; the resolution gets
/// its number at the same moment, whatever was decided, and the item is decided.
///
/// # Errors
/// `UNAUTHENTICATED`, `NOT_FOUND`, `FORBIDDEN`, `VALIDATION` (also `VOTES_TOO_MANY`), `CONFLICT`,
/// `STATE_FORBIDS`.
pub async fn close(
    app: &App,
    caller: &Caller,
    about: (VoteId, i32),
    votes: [i32; 3],
) -> ServiceResult<(Uuid, Conduct)> {
    let (held, row) = open_one(app, caller, about, |row| check_count(row, votes).map(|_| ())).await?;
    let (count, majority) = (check_count(&row, votes)?, majority_of(&row));
    let adopted = majority.is_reached(count);
    let outcome = if adopted { VoteOutcome::Adopted } else { VoteOutcome::Rejected };
    let Held { tx, permit, group, meeting } = &held;
    let item = meetings::find_item(tx, AgendaItemId(row.item_id)).await?;
    let item = item.ok_or_else(|| ServiceError::broken("a vote without its item"))?;
    let row = store::close_vote(tx, permit, app.clock(), &row, Some((count, outcome))).await?;
    let new = NewResolution {
        text: Text {
            title: row.title.clone(),
            wording: row.wording.clone(),
            effective_from: row.effective_from,
            review_on: row.review_on,
            internal: item.internal,
        },
        status: if adopted { ResolutionStatus::Adopted } else { ResolutionStatus::Rejected },
        decided_on: app.today(),
        count,
        majority,
        secret: row.secret,
        mover: row.mover_id,
        circular: None,
        vote: Some((meeting.id, row.id)),
        supersedes: None,
    };
    let resolution = resolutions::service::record_vote(tx, app, permit, group, new).await?;
    if item.state != AgendaItemState::Decided {
        let decided = (AgendaItemState::Decided, String::new());
        store::set_item_state(tx, permit, app.clock(), &item, decided).await?;
    }
    let event =
        vote_event("vote_close", &row).detail("outcome", outcome.as_str()).detail("new", resolution.label);
    held.note(app, event).await?;
    Ok((row.id, held.done(app).await?))
}

/// Breaks a vote off: it counts for nothing, and no resolution comes of it.
///
/// # Errors
/// `UNAUTHENTICATED`, `NOT_FOUND`, `FORBIDDEN`, `CONFLICT`, `STATE_FORBIDS`.
pub async fn cancel(app: &App, caller: &Caller, about: (VoteId, i32)) -> ServiceResult<(Uuid, Conduct)> {
    let (held, row) = open_one(app, caller, about, |_| Ok(())).await?;
    let row = store::close_vote(&held.tx, &held.permit, app.clock(), &row, None).await?;
    held.note(app, vote_event("vote_cancel", &row)).await?;
    Ok((row.id, held.done(app).await?))
}
