//! Meetings one by one.

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder};
use verbund_shared::{
    id::{GroupId, MeetingId},
    meetings::MeetingState,
};

use crate::entity::meeting;

pub use meeting::Model as MeetingRow;

/// One meeting.
pub async fn find_meeting(db: &impl ConnectionTrait, id: MeetingId) -> Result<Option<MeetingRow>, DbErr> {
    meeting::Entity::find_by_id(id.0).one(db).await
}

/// The first meeting of a group after a moment for which people are still getting ready.
pub async fn next_ahead(
    db: &impl ConnectionTrait,
    group: GroupId,
    after: DateTime<Utc>,
) -> Result<Option<MeetingRow>, DbErr> {
    meeting::Entity::find()
        .filter(meeting::Column::GroupId.eq(group.0))
        .filter(meeting::Column::State.is_in([MeetingState::Planned, MeetingState::Invited]))
        .filter(meeting::Column::StartsAt.gt(after))
        .order_by_asc(meeting::Column::StartsAt)
        .order_by_asc(meeting::Column::Id)
        .one(db)
        .await
}
