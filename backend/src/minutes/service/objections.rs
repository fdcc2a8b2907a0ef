//! Objections to paragraphs while minutes are in review.

use verbund_shared::{
    error::{ErrorCode, FieldError},
    id::{AgendaItemId, MeetingId, ObjectionId, PersonId},
    minutes::{MinutesState, ObjectionState},
    values::FieldCheck,
};

use super::{Held, conduct_facts, event, hold, own_facts, seen_meeting, signed_in, state_forbids};
use crate::{
    app::App,
    authz::{Action, Caller, Facts, authorise},
    error::{ServiceError, ServiceResult, all_right, same_version},
    meetings::store::MeetingRow,
    minutes::{
        rules::{
            content::Content,
            paragraphs,
            text::{check_answer, check_objection},
        },
        store::{self, MinutesRow, ObjectionRow},
    },
};

/// An objection as somebody makes it.
#[derive(Debug, Clone)]
pub struct NewObjection {
    /// The version that was read.
    pub number: i32,
    /// The item.
    pub item: AgendaItemId,
    /// The paragraph of its text, from 1.
    pub paragraph: i32,
    /// What it is to say.
    pub proposed: String,
    /// Why.
    pub comment: String,
}

/// The minutes, which must be in review.
fn in_review(held: &Held) -> ServiceResult<&MinutesRow> {
    held.working()?;
    let state = held.minutes.as_ref().map_or(MinutesState::Draft, |row| row.state);
    let minutes = held.minutes.as_ref().filter(|row| row.state == MinutesState::InReview);
    minutes.ok_or_else(|| state_forbids(state.as_str()))
}

/// Objects to a paragraph of the newest version, until the last day of the review.
///
/// # Errors
/// `UNAUTHENTICATED`, `NOT_FOUND` (also for an item that the version has not), `FORBIDDEN`, `VALIDATION`
/// (`INVALID_VALUE` for a paragraph that is not there), `CONFLICT` (an older version), `STATE_FORBIDS` (no
/// review, or `review_over`).
pub async fn object(
    app: &App,
    caller: &Caller,
    meeting: MeetingId,
    new: NewObjection,
) -> ServiceResult<ObjectionRow> {
    let me = signed_in(caller)?;
    let found = seen_meeting(app, caller, meeting).await?;
    let permit = authorise(caller, Action::MinutesObject, &own_facts(caller, &found))?;
    let held = hold(app, permit, &found).await?;
    let mut check = FieldCheck::new();
    let (proposed, comment) = check_objection(&mut check, &new.proposed, &new.comment);
    all_right(check)?;
    let minutes = in_review(&held)?;
    if minutes.review_until.is_none_or(|until| until < app.today()) {
        return Err(state_forbids("review_over"));
    }
    same_version(minutes.number, new.number)?;
    let quote = quoted(&held, meeting, &new).await?;
    let objection = store::NewObjection {
        minutes: minutes.id,
        number: new.number,
        item: new.item.0,
        paragraph: (new.paragraph, quote),
        proposed,
        comment,
        person: me.0,
    };
    let row = store::insert_objection(&held.tx, &held.permit, app.clock(), objection).await?;
    held.record(app, event("minutes_object", &held.meeting)).await?;
    held.tx.commit().await?;
    Ok(row)
}

/// The paragraph as it stands in the version.
async fn quoted(held: &Held, meeting: MeetingId, new: &NewObjection) -> ServiceResult<String> {
    let version = store::version_at(&held.tx, meeting, new.number).await?;
    let version = version.ok_or_else(ServiceError::not_found)?;
    let content = Content::read(&version.content)
        .ok_or_else(|| ServiceError::broken("a version of minutes cannot be read"))?;
    let entry = content.entries.iter().find(|entry| entry.item == new.item.0);
    let entry = entry.ok_or_else(ServiceError::not_found)?;
    let quote = paragraphs::nth(&entry.text, new.paragraph).map(str::to_owned);
    quote.ok_or_else(|| {
        let error = FieldError::new("paragraph", ErrorCode::InvalidValue);
        ServiceError::fields(vec![error.with("value", new.paragraph)])
    })
}

/// An objection with the meeting whose minutes it is about, for somebody who may see it.
async fn found(app: &App, caller: &Caller, id: ObjectionId) -> ServiceResult<(ObjectionRow, MeetingRow)> {
    signed_in(caller)?;
    let db = app.db().read();
    let row = store::find_objection(db, id).await?.ok_or_else(ServiceError::not_found)?;
    let item = crate::meetings::store::find_item(db, AgendaItemId(row.item_id)).await?;
    let meeting = item.and_then(|item| item.meeting_id).ok_or_else(ServiceError::not_found)?;
    Ok((row, seen_meeting(app, caller, MeetingId(meeting)).await?))
}

/// Takes the proposed text over into the paragraph, or answers why it stays as it is.
///
/// # Errors
/// `UNAUTHENTICATED`, `NOT_FOUND`, `FORBIDDEN`, `VALIDATION` (no answer), `CONFLICT`, `STATE_FORBIDS` (no
/// review, answered already, or `paragraph_changed` where another objection to it was taken over).
pub async fn answer(
    app: &App,
    caller: &Caller,
    (id, based_on): (ObjectionId, i32),
    accept: bool,
    answer: &str,
) -> ServiceResult<ObjectionRow> {
    let (_, meeting) = found(app, caller, id).await?;
    let permit = authorise(caller, Action::MinutesWrite, &conduct_facts(caller, &meeting))?;
    let held = hold(app, permit, &meeting).await?;
    let row = store::find_objection(&held.tx, id).await?.ok_or_else(ServiceError::not_found)?;
    let mut check = FieldCheck::new();
    let answer = check_answer(&mut check, accept, answer);
    all_right(check)?;
    open(&row, based_on)?;
    let minutes = in_review(&held)?;
    if accept {
        take_over(app, &held, minutes, &row).await?;
    }
    let state = if accept { ObjectionState::Accepted } else { ObjectionState::Answered };
    let row = store::answer_objection(&held.tx, &held.permit, app.clock(), &row, (state, answer)).await?;
    let answered = event("minutes_objection_answer", &held.meeting).subject(PersonId(row.person_id));
    held.record(app, answered).await?;
    held.tx.commit().await?;
    Ok(row)
}

fn open(row: &ObjectionRow, based_on: i32) -> ServiceResult<()> {
    same_version(row.version, based_on)?;
    if row.state == ObjectionState::Open { Ok(()) } else { Err(state_forbids(row.state.as_str())) }
}

/// Puts the proposed text into the place of the paragraph, for the next version.
async fn take_over(app: &App, held: &Held, minutes: &MinutesRow, row: &ObjectionRow) -> ServiceResult<()> {
    let changed = || state_forbids("paragraph_changed");
    let entry = store::find_entry(&held.tx, AgendaItemId(row.item_id)).await?.ok_or_else(changed)?;
    let about = (row.paragraph, row.quote.as_str());
    let text = paragraphs::replaced(&entry.text, about, &row.proposed_text).ok_or_else(changed)?;
    let texts = (text, entry.internal_text.clone());
    let place = (minutes.id, row.item_id);
    store::save_entry(&held.tx, &held.permit, app.clock(), place, Some(&entry), texts).await?;
    Ok(())
}

/// Takes one's own objection back while nobody has answered it.
///
/// # Errors
/// `UNAUTHENTICATED`, `NOT_FOUND`, `FORBIDDEN` (not one's own), `CONFLICT`, `STATE_FORBIDS`.
pub async fn withdraw(
    app: &App,
    caller: &Caller,
    (id, based_on): (ObjectionId, i32),
) -> ServiceResult<ObjectionRow> {
    let (row, meeting) = found(app, caller, id).await?;
    let whose = Facts { person: Some(PersonId(row.person_id)), ..own_facts(caller, &meeting) };
    let permit = authorise(caller, Action::MinutesObject, &whose)?;
    let held = hold(app, permit, &meeting).await?;
    let row = store::find_objection(&held.tx, id).await?.ok_or_else(ServiceError::not_found)?;
    open(&row, based_on)?;
    held.working()?;
    let back = (ObjectionState::Withdrawn, String::new());
    let row = store::answer_objection(&held.tx, &held.permit, app.clock(), &row, back).await?;
    held.record(app, event("minutes_objection_answer", &held.meeting)).await?;
    held.tx.commit().await?;
    Ok(row)
}
