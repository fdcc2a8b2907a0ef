//! What the mutations of minutes take and give.

use async_graphql::{ID, InputObject, SimpleObject};
use verbund_shared::{error::ErrorCode, id::PersonId};

use super::{
    objects::Minutes,
    parts::{MinutesAction, MinutesEntry, MinutesObjection},
};
use crate::{
    error::{ServiceError, ServiceResult},
    graphql::Date,
    minutes::service::NewAction,
};

/// What is written to an item. A stale version is refused with `CONFLICT`; nothing is lost by that.
#[derive(InputObject)]
pub struct MinutesSaveInput {
    /// The item.
    pub(super) item_id: ID,
    /// The version of the entry that was read; 0 where nothing was written yet.
    pub(super) version: i32,
    /// Markdown of at most 50 000 characters, for everybody who reads the minutes.
    pub(super) text: String,
    /// Markdown of at most 50 000 characters, not for guests.
    #[graphql(default)]
    pub(super) internal_text: String,
}

/// What is to be done.
#[derive(InputObject)]
pub struct MinutesActionInput {
    /// In one line of at most 200 characters.
    pub(super) text: String,
    /// The accountable organisation: a member of the network.
    pub(super) organisation_id: ID,
    /// Who is asked to do it: somebody who works in the group.
    pub(super) person_id: Option<ID>,
    /// By when; not before the day of the meeting.
    pub(super) due: Option<Date>,
}

impl MinutesActionInput {
    pub(super) fn read(self) -> ServiceResult<NewAction> {
        let unknown = |_| ServiceError::field("personId", ErrorCode::UnknownReference);
        Ok(NewAction {
            text: self.text,
            // What is no id of an organisation refers to none.
            organisation: self.organisation_id.parse().ok(),
            person: self.person_id.map(|id| id.parse::<PersonId>().map_err(unknown)).transpose()?,
            due: self.due.map(|day| day.0),
        })
    }
}

/// An action line to be added.
#[derive(InputObject)]
pub struct MinutesActionAddInput {
    /// The item at which it was said.
    pub(super) item_id: ID,
    /// What is to be done.
    pub(super) action: MinutesActionInput,
}

/// An action line to be changed; all of it is replaced.
#[derive(InputObject)]
pub struct MinutesActionChangeInput {
    /// The action line.
    pub(super) id: ID,
    /// The version that was looked at.
    pub(super) version: i32,
    /// What is to be done.
    pub(super) action: MinutesActionInput,
}

/// An action line to be removed.
#[derive(InputObject)]
pub struct MinutesActionRemoveInput {
    /// The action line.
    pub(super) id: ID,
    /// The version that was looked at.
    pub(super) version: i32,
}

/// Minutes to be put to review.
#[derive(InputObject)]
pub struct MinutesReviewInput {
    /// The meeting.
    pub(super) meeting_id: ID,
    /// The version of its minutes that was looked at; 0 before anything was written.
    pub(super) version: i32,
    /// The last day on which people may object: today or later, within 90 days.
    pub(super) until: Date,
}

/// An objection to a paragraph.
#[derive(InputObject)]
pub struct MinutesObjectInput {
    /// The meeting.
    pub(super) meeting_id: ID,
    /// The version that was read; it must be the newest.
    pub(super) version_number: i32,
    /// The item.
    pub(super) item_id: ID,
    /// The paragraph, from 1 within the item's text of that version.
    pub(super) paragraph: i32,
    /// What it is to say, in Markdown of at most 10 000 characters.
    pub(super) proposed_text: String,
    /// Why, in at most 2 000 characters.
    #[graphql(default)]
    pub(super) comment: String,
}

/// What becomes of an objection.
#[derive(InputObject)]
pub struct MinutesObjectionAnswerInput {
    /// The objection.
    pub(super) id: ID,
    /// The version that was looked at.
    pub(super) version: i32,
    /// Whether the proposed text is taken over.
    pub(super) accept: bool,
    /// What is said to it, in at most 2 000 characters; needed where it is not taken over.
    #[graphql(default)]
    pub(super) answer: String,
}

/// An objection to be taken back.
#[derive(InputObject)]
pub struct MinutesObjectionWithdrawInput {
    /// The objection.
    pub(super) id: ID,
    /// The version that was looked at.
    pub(super) version: i32,
}

/// Minutes to be made final.
#[derive(InputObject)]
pub struct MinutesFinaliseInput {
    /// The meeting.
    pub(super) meeting_id: ID,
    /// The version of its minutes that was looked at; 0 before anything was written.
    pub(super) version: i32,
}

/// Minutes to be signed.
#[derive(InputObject)]
pub struct MinutesSignInput {
    /// The meeting.
    pub(super) meeting_id: ID,
    /// The version of its minutes that was looked at; 0 before anything was written.
    pub(super) version: i32,
    /// The version that was read; it must be the newest.
    pub(super) version_number: i32,
}

/// Minutes to be approved.
#[derive(InputObject)]
pub struct MinutesApproveInput {
    /// The meeting.
    pub(super) meeting_id: ID,
    /// The version of its minutes that was looked at; 0 before anything was written.
    pub(super) version: i32,
}

/// Minutes of which a draft is to begin again.
#[derive(InputObject)]
pub struct MinutesAmendInput {
    /// The meeting.
    pub(super) meeting_id: ID,
    /// The version of its minutes that was looked at; 0 before anything was written.
    pub(super) version: i32,
    /// Why, in at most 2 000 characters.
    pub(super) reason: String,
}

/// The saved entry.
#[derive(SimpleObject)]
pub struct MinutesSavePayload {
    /// The entry.
    pub(super) entry: MinutesEntry,
}

/// The added action line.
#[derive(SimpleObject)]
pub struct MinutesActionAddPayload {
    /// The action line.
    pub(super) action: MinutesAction,
}

/// The changed action line.
#[derive(SimpleObject)]
pub struct MinutesActionChangePayload {
    /// The action line.
    pub(super) action: MinutesAction,
}

/// The removed action line.
#[derive(SimpleObject)]
pub struct MinutesActionRemovePayload {
    /// The action line that is gone.
    pub(super) id: ID,
}

/// The minutes in review.
#[derive(SimpleObject)]
pub struct MinutesReviewPayload {
    /// The minutes.
    pub(super) minutes: Minutes,
}

/// The objection.
#[derive(SimpleObject)]
pub struct MinutesObjectPayload {
    /// The objection.
    pub(super) objection: MinutesObjection,
}

/// The answered objection.
#[derive(SimpleObject)]
pub struct MinutesObjectionAnswerPayload {
    /// The objection.
    pub(super) objection: MinutesObjection,
}

/// The withdrawn objection.
#[derive(SimpleObject)]
pub struct MinutesObjectionWithdrawPayload {
    /// The objection.
    pub(super) objection: MinutesObjection,
}

/// The final minutes.
#[derive(SimpleObject)]
pub struct MinutesFinalisePayload {
    /// The minutes.
    pub(super) minutes: Minutes,
}

/// The signed minutes.
#[derive(SimpleObject)]
pub struct MinutesSignPayload {
    /// The minutes.
    pub(super) minutes: Minutes,
}

/// The approved minutes.
#[derive(SimpleObject)]
pub struct MinutesApprovePayload {
    /// The minutes.
    pub(super) minutes: Minutes,
}

/// The minutes as a draft.
#[derive(SimpleObject)]
pub struct MinutesAmendPayload {
    /// The minutes.
    pub(super) minutes: Minutes,
}
