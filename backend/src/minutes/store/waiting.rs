//! Minutes that wait for somebody's eyes or signature.

use chrono::NaiveDate;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait,
};
use verbund_shared::{groups::GroupRole, id::PersonId, minutes::MinutesState};

use super::minutes::MinutesRow;
use crate::{
    entity::{attendance, meeting, minutes, minutes_signature},
    meetings::store::MeetingRow,
};

async fn with_meetings(
    db: &impl ConnectionTrait,
    rows: Vec<MinutesRow>,
) -> Result<Vec<(MinutesRow, MeetingRow)>, DbErr> {
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let ids = rows.iter().map(|row| row.meeting_id);
    let meetings = meeting::Entity::find().filter(meeting::Column::Id.is_in(ids)).all(db).await?;
    let with = |row: MinutesRow| {
        let meeting = meetings.iter().find(|meeting| meeting.id == row.meeting_id)?.clone();
        Some((row, meeting))
    };
    Ok(rows.into_iter().filter_map(with).collect())
}

/// Minutes in review of meetings in whose attendance somebody is, guests not; the most urgent first.
pub async fn reviews_waiting(
    db: &impl ConnectionTrait,
    person: PersonId,
    today: NaiveDate,
    at_most: u64,
) -> Result<Vec<(MinutesRow, MeetingRow)>, DbErr> {
    let theirs = attendance::Entity::find()
        .select_only()
        .column(attendance::Column::MeetingId)
        .filter(attendance::Column::PersonId.eq(person.0))
        .filter(attendance::Column::Role.ne(GroupRole::Guest))
        .into_query();
    let rows = minutes::Entity::find()
        .filter(minutes::Column::State.eq(MinutesState::InReview))
        .filter(minutes::Column::ReviewUntil.gte(today))
        .filter(minutes::Column::MeetingId.in_subquery(theirs))
        .order_by_asc(minutes::Column::ReviewUntil)
        .order_by_asc(minutes::Column::Id)
        .limit(at_most)
        .all(db)
        .await?;
    with_meetings(db, rows).await
}

/// Final minutes of meetings that somebody chaired or wrote down, and has not signed; the oldest first.
pub async fn signatures_waiting(
    db: &impl ConnectionTrait,
    person: PersonId,
    at_most: u64,
) -> Result<Vec<(MinutesRow, MeetingRow)>, DbErr> {
    let theirs = meeting::Entity::find()
        .select_only()
        .column(meeting::Column::Id)
        .filter(
            Condition::any()
                .add(meeting::Column::ChairId.eq(person.0))
                .add(meeting::Column::MinuteTakerId.eq(person.0)),
        )
        .into_query();
    let rows = minutes::Entity::find()
        .filter(minutes::Column::State.eq(MinutesState::Finalised))
        .filter(minutes::Column::MeetingId.in_subquery(theirs))
        .order_by_asc(minutes::Column::FinalisedAt)
        .order_by_asc(minutes::Column::Id)
        .limit(at_most)
        .all(db)
        .await?;
    let signed = minutes_signature::Entity::find()
        .filter(minutes_signature::Column::PersonId.eq(person.0))
        .filter(minutes_signature::Column::MeetingId.is_in(rows.iter().map(|row| row.meeting_id)))
        .all(db)
        .await?;
    let is_signed = |row: &MinutesRow| {
        signed.iter().any(|one| one.meeting_id == row.meeting_id && one.version_number == row.number)
    };
    with_meetings(db, rows.into_iter().filter(|row| !is_signed(row)).collect()).await
}
