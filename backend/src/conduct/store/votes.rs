//! Votes in meetings, who did not vote, and the resolutions that came of them.

use chrono::NaiveDate;
use sea_orm::{
    ActiveValue::{Set, Unchanged},
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder,
};
use uuid::Uuid;
use verbund_shared::{
    id::{MeetingId, VoteId},
    meetings::{VoteOutcome, VoteState},
    voting::{Count, Majority},
};

use crate::{
    authz::Permit,
    clock::Clock,
    entity::{resolution, vote, vote_exclusion},
    meetings::store::AgendaItemRow,
    resolutions::store::ResolutionRow,
};

pub use vote::Model as VoteRow;
pub use vote_exclusion::Model as ExclusionRow;

/// A vote to be opened.
#[derive(Debug, Clone)]
pub struct NewVote {
    /// In one line.
    pub title: String,
    /// Word by word, in Markdown.
    pub wording: String,
    /// Who moves it.
    pub mover: Option<Uuid>,
    /// Whether it is by ballot.
    pub secret: bool,
    /// The majority that is needed.
    pub majority: Majority,
    /// Votes that are there, without those excluded, and all there are.
    pub votes: (u32, u32),
    /// From when on it will hold.
    pub effective_from: Option<NaiveDate>,
    /// When it will be looked at again.
    pub review_on: Option<NaiveDate>,
    /// Who does not vote, and why.
    pub excluded: Vec<(Uuid, String)>,
}

fn whole(count: u32) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX)
}

/// One vote.
pub async fn find_vote(db: &impl ConnectionTrait, id: VoteId) -> Result<Option<VoteRow>, DbErr> {
    vote::Entity::find_by_id(id.0).one(db).await
}

/// The votes of a meeting, in the order in which they were opened.
pub async fn votes_of(db: &impl ConnectionTrait, meeting: MeetingId) -> Result<Vec<VoteRow>, DbErr> {
    vote::Entity::find()
        .filter(vote::Column::MeetingId.eq(meeting.0))
        .order_by_asc(vote::Column::OpenedAt)
        .order_by_asc(vote::Column::Id)
        .all(db)
        .await
}

/// Who did not vote in votes.
pub async fn exclusions_of(db: &impl ConnectionTrait, votes: &[Uuid]) -> Result<Vec<ExclusionRow>, DbErr> {
    vote_exclusion::Entity::find()
        .filter(vote_exclusion::Column::VoteId.is_in(votes.iter().copied()))
        .order_by_asc(vote_exclusion::Column::VoteId)
        .order_by_asc(vote_exclusion::Column::AttendanceId)
        .all(db)
        .await
}

/// The resolutions that came of votes.
pub async fn resolutions_of(db: &impl ConnectionTrait, votes: &[Uuid]) -> Result<Vec<ResolutionRow>, DbErr> {
    resolution::Entity::find()
        .filter(resolution::Column::VoteId.is_in(votes.iter().copied()))
        .order_by_asc(resolution::Column::Id)
        .all(db)
        .await
}

/// Opens a vote on an item while the quorum is there. The group's row must be held.
pub async fn insert_vote(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    clock: &Clock,
    (meeting, item): (Uuid, &AgendaItemRow),
    new: NewVote,
) -> Result<VoteRow, DbErr> {
    let row = vote::ActiveModel {
        id: Set(clock.new_id()),
        meeting_id: Set(meeting),
        item_id: Set(item.id),
        wording: Set(new.wording),
        title: Set(new.title),
        mover_id: Set(new.mover),
        secret: Set(new.secret),
        state: Set(VoteState::Open),
        majority_base: Set(new.majority.base),
        majority_num: Set(whole(new.majority.num)),
        majority_den: Set(whole(new.majority.den)),
        majority_strict: Set(new.majority.strict),
        present: Set(whole(new.votes.0)),
        roll: Set(whole(new.votes.1)),
        quorate: Set(true),
        yes: Set(0),
        no: Set(0),
        abstain: Set(0),
        outcome: Set(None),
        effective_from: Set(new.effective_from),
        review_on: Set(new.review_on),
        opened_at: Set(clock.now()),
        closed_at: Set(None),
        version: Set(1),
    };
    let row = vote::Entity::insert(row).exec_with_returning(tx).await?;
    let exclusions: Vec<_> = new
        .excluded
        .into_iter()
        .map(|(attendance, reason)| vote_exclusion::ActiveModel {
            vote_id: Set(row.id),
            attendance_id: Set(attendance),
            reason: Set(reason),
        })
        .collect();
    if !exclusions.is_empty() {
        vote_exclusion::Entity::insert_many(exclusions).exec_without_returning(tx).await?;
    }
    Ok(row)
}

/// Closes a vote with what was counted and what that decides; without an outcome it is broken off.
pub async fn close_vote(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    clock: &Clock,
    current: &VoteRow,
    counted: Option<(Count, VoteOutcome)>,
) -> Result<VoteRow, DbErr> {
    let count = counted.map(|(count, _)| count).unwrap_or_default();
    let row = vote::ActiveModel {
        id: Unchanged(current.id),
        state: Set(if counted.is_some() { VoteState::Closed } else { VoteState::Cancelled }),
        yes: Set(whole(count.yes)),
        no: Set(whole(count.no)),
        abstain: Set(whole(count.abstain)),
        outcome: Set(counted.map(|(_, outcome)| outcome)),
        closed_at: Set(Some(clock.now())),
        version: Set(current.version + 1),
        ..Default::default()
    };
    vote::Entity::update(row).exec(tx).await
}
