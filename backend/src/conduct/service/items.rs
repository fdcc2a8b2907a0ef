//! Going through the agenda: the item people speak about, and how the meeting is done with it.

use verbund_shared::{
    id::{AgendaItemId, MeetingId},
    meetings::{AgendaItemState, ItemOutcome, MEETING_REASON_MAX, MeetingState, VoteState},
    values::FieldCheck,
};

use super::{Conduct, Held, held_item, item_event, state_forbids};
use crate::{
    app::App,
    authz::Caller,
    conduct::store,
    error::{ServiceResult, all_right, same_version},
    meetings::store::{self as meetings, AgendaItemRow},
};

/// Takes up an item: people speak about it now. One that was spoken about goes back on the agenda unless the
/// meeting is done with it. What the meeting was done with can be taken up again, but not what a resolution
/// came of, nor what stands on a later agenda already.
///
/// # Errors
/// `UNAUTHENTICATED`, `NOT_FOUND`, `FORBIDDEN`, `CONFLICT`, `STATE_FORBIDS` (also with `state` `vote_open`,
/// `resolved`, `taken_up`).
pub async fn begin(
    app: &App,
    caller: &Caller,
    (id, based_on): (AgendaItemId, i32),
) -> ServiceResult<Conduct> {
    let (mut held, item) = held_item(app, caller, id).await?;
    same_version(item.version, based_on)?;
    held.lets(&[MeetingState::InSession])?;
    held.no_open_vote().await?;
    can_begin(&held, &item).await?;
    let meeting = MeetingId(held.meeting.id);
    for other in meetings::items_of(&held.tx, meeting).await? {
        if other.state == AgendaItemState::InDiscussion {
            let back = (AgendaItemState::Scheduled, String::new());
            store::set_item_state(&held.tx, &held.permit, app.clock(), &other, back).await?;
        }
    }
    let now = (AgendaItemState::InDiscussion, String::new());
    let item = store::set_item_state(&held.tx, &held.permit, app.clock(), &item, now).await?;
    held.meeting = store::set_current_item(&held.tx, &held.permit, &held.meeting, item.id).await?;
    held.note(app, item_event("agenda_item_begin", &item)).await?;
    held.done(app).await
}

async fn can_begin(held: &Held, item: &AgendaItemRow) -> ServiceResult<()> {
    match item.state {
        AgendaItemState::Scheduled => Ok(()),
        AgendaItemState::Deferred => {
            if store::taken_up(&held.tx, item.id).await? {
                Err(state_forbids("taken_up"))
            } else {
                Ok(())
            }
        }
        AgendaItemState::Decided | AgendaItemState::Noted => {
            let votes = store::votes_of(&held.tx, MeetingId(held.meeting.id)).await?;
            let closed = |vote: &store::VoteRow| vote.item_id == item.id && vote.state == VoteState::Closed;
            if votes.iter().any(closed) { Err(state_forbids("resolved")) } else { Ok(()) }
        }
        state => Err(state_forbids(state.as_str())),
    }
}

/// Says how the meeting is done with an item. What is deferred needs a reason; it goes on the next agenda
/// when the meeting is closed, so that it can be taken up again until then.
///
/// # Errors
/// `UNAUTHENTICATED`, `NOT_FOUND`, `FORBIDDEN`, `VALIDATION`, `CONFLICT`, `STATE_FORBIDS` (also with `state`
/// `vote_open`).
pub async fn settle(
    app: &App,
    caller: &Caller,
    (id, based_on): (AgendaItemId, i32),
    (outcome, why): (ItemOutcome, &str),
) -> ServiceResult<Conduct> {
    let (held, item) = held_item(app, caller, id).await?;
    let mut check = FieldCheck::new();
    let reason = match outcome {
        ItemOutcome::Deferred => check.required_text("reason", why, MEETING_REASON_MAX),
        ItemOutcome::Decided | ItemOutcome::Noted => String::new(),
    };
    all_right(check)?;
    same_version(item.version, based_on)?;
    held.lets(&[MeetingState::InSession])?;
    held.no_open_vote().await?;
    if !matches!(item.state, AgendaItemState::Scheduled | AgendaItemState::InDiscussion) {
        return Err(state_forbids(item.state.as_str()));
    }
    let state = match outcome {
        ItemOutcome::Decided => AgendaItemState::Decided,
        ItemOutcome::Noted => AgendaItemState::Noted,
        ItemOutcome::Deferred => AgendaItemState::Deferred,
    };
    let settled = (state, reason.clone());
    let item = store::set_item_state(&held.tx, &held.permit, app.clock(), &item, settled).await?;
    let mut event = item_event("agenda_item_settle", &item).detail("outcome", outcome.as_str());
    if !reason.is_empty() {
        event = event.detail("reason", reason);
    }
    held.note(app, event).await?;
    held.done(app).await
}
