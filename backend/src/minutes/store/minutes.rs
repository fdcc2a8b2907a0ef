//! Minutes and where they stand.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{
    ActiveValue::{Set, Unchanged},
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder,
};
use uuid::Uuid;
use verbund_shared::{id::MeetingId, minutes::MinutesState};

use crate::{authz::Permit, clock::Clock, entity::minutes};

pub use minutes::Model as MinutesRow;

/// The minutes of a meeting; none before anything was written.
pub async fn minutes_of(db: &impl ConnectionTrait, meeting: MeetingId) -> Result<Option<MinutesRow>, DbErr> {
    minutes::Entity::find().filter(minutes::Column::MeetingId.eq(meeting.0)).one(db).await
}

/// All minutes in a state, the oldest first.
pub async fn minutes_in(db: &impl ConnectionTrait, state: MinutesState) -> Result<Vec<MinutesRow>, DbErr> {
    minutes::Entity::find()
        .filter(minutes::Column::State.eq(state))
        .order_by_asc(minutes::Column::FinalisedAt)
        .order_by_asc(minutes::Column::Id)
        .all(db)
        .await
}

/// Begins the minutes of a meeting.
pub async fn insert_minutes(
    tx: &impl ConnectionTrait,
    permit: &Permit,
    clock: &Clock,
    meeting: Uuid,
) -> Result<MinutesRow, DbErr> {
    let row = minutes::ActiveModel {
        id: Set(clock.new_id()),
        meeting_id: Set(meeting),
        state: Set(MinutesState::Draft),
        amended: Set(false),
        review_until: Set(None),
        number: Set(0),
        finalised_at: Set(None),
        approved_on: Set(None),
        approved_by_silence: Set(false),
        created_by: Set(permit.actor().person_id().map(|id| id.0)),
        created_at: Set(clock.now()),
        updated_at: Set(clock.now()),
        version: Set(1),
    };
    minutes::Entity::insert(row).exec_with_returning(tx).await
}

/// Where minutes stand after a step.
#[derive(Debug, Clone)]
pub struct MinutesChange {
    /// The state.
    pub state: MinutesState,
    /// Whether they are changed after their approval.
    pub amended: bool,
    /// The last day of the review.
    pub review_until: Option<NaiveDate>,
    /// How many frozen versions there are.
    pub number: i32,
    /// When they became final.
    pub finalised_at: Option<DateTime<Utc>>,
    /// The day of their approval, and whether nobody objected.
    pub approved: Option<(NaiveDate, bool)>,
}

impl From<&MinutesRow> for MinutesChange {
    fn from(row: &MinutesRow) -> Self {
        Self {
            state: row.state,
            amended: row.amended,
            review_until: row.review_until,
            number: row.number,
            finalised_at: row.finalised_at,
            approved: row.approved_on.map(|day| (day, row.approved_by_silence)),
        }
    }
}

/// Writes where minutes stand.
pub async fn update_minutes(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    clock: &Clock,
    current: &MinutesRow,
    change: MinutesChange,
) -> Result<MinutesRow, DbErr> {
    let row = minutes::ActiveModel {
        id: Unchanged(current.id),
        state: Set(change.state),
        amended: Set(change.amended),
        review_until: Set(change.review_until),
        number: Set(change.number),
        finalised_at: Set(change.finalised_at),
        approved_on: Set(change.approved.map(|(day, _)| day)),
        approved_by_silence: Set(change.approved.is_some_and(|(_, silence)| silence)),
        updated_at: Set(clock.now()),
        version: Set(current.version + 1),
        ..Default::default()
    };
    minutes::Entity::update(row).exec(tx).await
}
