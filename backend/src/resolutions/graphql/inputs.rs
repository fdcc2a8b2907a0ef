//! What the mutations of resolutions take and give.

use async_graphql::{ID, InputObject, SimpleObject};
use verbund_shared::{
    error::ErrorCode,
    id::PersonId,
    resolutions::{CircularChoice, ResolutionLife},
    voting::{Majority, MajorityBase},
};

use super::{circular::Circular, objects::Resolution};
use crate::{
    error::{ServiceError, ServiceResult},
    graphql::Date,
    resolutions::rules::text::{Recorded, Text},
};

/// What a resolution says.
#[derive(InputObject)]
pub struct ResolutionTextInput {
    /// In one line of at most 200 characters.
    title: String,
    /// Word by word, in Markdown of at most 20 000 characters.
    wording: String,
    /// From when on it holds; null: from the day of the decision.
    effective_from: Option<Date>,
    /// When it is looked at again; not before it holds.
    review_on: Option<Date>,
    /// Hidden from guests and from the rest of the network.
    #[graphql(default)]
    internal: bool,
}

impl From<ResolutionTextInput> for Text {
    fn from(input: ResolutionTextInput) -> Self {
        Self {
            title: input.title,
            wording: input.wording,
            effective_from: input.effective_from.map(|day| day.0),
            review_on: input.review_on.map(|day| day.0),
            internal: input.internal,
        }
    }
}

/// The part of a base that the yes votes must reach.
#[derive(InputObject)]
pub struct VoteMajorityInput {
    /// Of what it is a part.
    base: MajorityBase,
    /// Upper number of the fraction.
    num: u32,
    /// Lower number of the fraction, not 0.
    den: u32,
    /// More than the part, or at least the part.
    strict: bool,
}

impl From<VoteMajorityInput> for Majority {
    fn from(input: VoteMajorityInput) -> Self {
        Self { base: input.base, num: input.num, den: input.den, strict: input.strict }
    }
}

/// A decision that was taken elsewhere.
#[derive(InputObject)]
pub struct ResolutionRecordInput {
    /// The group that took it.
    pub(super) group_id: ID,
    /// What it says.
    text: ResolutionTextInput,
    /// The day of the decision, at most today; its year is that of the number.
    decided_on: Date,
    /// Who moved it: somebody who works in the group.
    mover_id: Option<ID>,
    /// Votes for it.
    yes: i32,
    /// Votes against it.
    no: i32,
    /// Votes that abstained.
    abstain: i32,
    /// Votes that were there: at least those that were cast.
    present: i32,
    /// All votes there are: at least those that were there.
    roll: i32,
    /// The majority that was needed.
    majority: VoteMajorityInput,
    /// Whether it was by ballot.
    #[graphql(default)]
    secret: bool,
}

impl ResolutionRecordInput {
    pub(super) fn read(self) -> ServiceResult<Recorded> {
        let unknown = |_| ServiceError::field("moverId", ErrorCode::UnknownReference);
        let mover = self.mover_id.map(|id| id.parse::<PersonId>().map_err(unknown)).transpose()?;
        Ok(Recorded {
            text: self.text.into(),
            decided_on: self.decided_on.0,
            mover: mover.map(|id| id.0),
            votes: [self.yes, self.no, self.abstain, self.present, self.roll],
            majority: self.majority.into(),
            secret: self.secret,
        })
    }
}

/// What became of a resolution.
#[derive(InputObject)]
pub struct ResolutionSettleInput {
    /// The resolution.
    pub(super) id: ID,
    /// The version that was looked at.
    pub(super) version: i32,
    /// Implemented, revoked or expired.
    pub(super) life: ResolutionLife,
    /// Why, in at most 2 000 characters.
    pub(super) reason: String,
}

/// A correction of a resolution.
#[derive(InputObject)]
pub struct ResolutionSupersedeInput {
    /// The resolution that is corrected.
    pub(super) id: ID,
    /// The version that was looked at.
    pub(super) version: i32,
    /// What it says; what is internal stays so.
    pub(super) text: ResolutionTextInput,
    /// Why, in at most 2 000 characters.
    pub(super) reason: String,
}

/// A circular resolution to be opened.
#[derive(InputObject)]
pub struct CircularOpenInput {
    /// The group that decides.
    pub(super) group_id: ID,
    /// What is to be decided.
    pub(super) text: ResolutionTextInput,
    /// Why, in Markdown of at most 20 000 characters; no part of the decision.
    #[graphql(default)]
    pub(super) reasons: String,
    /// The last day on which votes count: from tomorrow on, within 90 days.
    pub(super) last_day: Date,
}

/// A vote on a circular resolution.
#[derive(InputObject)]
pub struct CircularVoteInput {
    /// The circular resolution.
    pub(super) id: ID,
    /// What is chosen.
    pub(super) choice: CircularChoice,
    /// What is said to it, in at most 2 000 characters; an objection needs it.
    #[graphql(default)]
    pub(super) comment: String,
}

/// A circular resolution to be taken back.
#[derive(InputObject)]
pub struct CircularWithdrawInput {
    /// The circular resolution.
    pub(super) id: ID,
    /// The version that was looked at.
    pub(super) version: i32,
    /// Why, in at most 2 000 characters.
    pub(super) reason: String,
}

/// The recorded resolution.
#[derive(SimpleObject)]
pub struct ResolutionRecordPayload {
    /// The resolution.
    pub(super) resolution: Resolution,
}

/// The settled resolution.
#[derive(SimpleObject)]
pub struct ResolutionSettlePayload {
    /// The resolution.
    pub(super) resolution: Resolution,
}

/// The resolution that stands in the place of the corrected one.
#[derive(SimpleObject)]
pub struct ResolutionSupersedePayload {
    /// The new resolution.
    pub(super) resolution: Resolution,
}

/// The opened circular resolution.
#[derive(SimpleObject)]
pub struct CircularOpenPayload {
    /// The circular resolution.
    pub(super) circular: Circular,
}

/// The circular resolution after the vote; decided where nobody was left who could vote.
#[derive(SimpleObject)]
pub struct CircularVotePayload {
    /// The circular resolution.
    pub(super) circular: Circular,
}

/// The withdrawn circular resolution.
#[derive(SimpleObject)]
pub struct CircularWithdrawPayload {
    /// The circular resolution.
    pub(super) circular: Circular,
}
