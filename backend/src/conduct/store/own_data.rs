//! What a person's own data holds of meetings: when they were there, and where they did not vote.

use std::collections::HashMap;

use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder};
use serde_json::{Value, json};
use uuid::Uuid;
use verbund_shared::id::{MeetingId, OrganisationId, PersonId, VoteId};

use super::spans_of;
use crate::entity::{attendance, meeting, vote_exclusion};

/// The attendances of a person, the earliest first.
pub(crate) async fn own_attendances(
    db: &impl ConnectionTrait,
    person: PersonId,
) -> Result<Vec<Value>, DbErr> {
    let rows = attendance::Entity::find()
        .filter(attendance::Column::PersonId.eq(person.0))
        .order_by_asc(attendance::Column::Id)
        .all(db)
        .await?;
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let meetings: HashMap<Uuid, meeting::Model> = meeting::Entity::find()
        .filter(meeting::Column::Id.is_in(rows.iter().map(|row| row.meeting_id)))
        .all(db)
        .await?
        .into_iter()
        .map(|row| (row.id, row))
        .collect();
    let spans = spans_of(db, &ids).await?;
    let excluded = vote_exclusion::Entity::find()
        .filter(vote_exclusion::Column::AttendanceId.is_in(ids))
        .order_by_asc(vote_exclusion::Column::VoteId)
        .all(db)
        .await?;
    let shown = |row: attendance::Model| {
        let meeting = meetings.get(&row.meeting_id);
        let spans = spans.iter().filter(|span| span.attendance_id == row.id);
        let excluded = excluded.iter().filter(|entry| entry.attendance_id == row.id);
        json!({
            "meeting": MeetingId(row.meeting_id),
            "title": meeting.map(|meeting| &meeting.title),
            "startsAt": meeting.map(|meeting| meeting.starts_at),
            "organisation": row.organisation_id.map(OrganisationId),
            "role": row.role.as_str(),
            "reply": row.reply.as_str(),
            "away": row.away.map(|away| away.as_str()),
            "note": row.note,
            "spans": spans
                .map(|span| json!({ "online": span.online, "from": span.from_at, "until": span.until_at }))
                .collect::<Vec<_>>(),
            "excludedFromVotes": excluded
                .map(|entry| json!({ "vote": VoteId(entry.vote_id), "reason": entry.reason }))
                .collect::<Vec<_>>(),
        })
    };
    Ok(rows.into_iter().map(shown).collect())
}
