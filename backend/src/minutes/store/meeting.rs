//! What minutes need of the meeting: attendance, votes, what came of them; and that it is completed.

use sea_orm::{
    ActiveValue::{Set, Unchanged},
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder,
};
use uuid::Uuid;
use verbund_shared::{
    id::MeetingId,
    meetings::{AgendaItemKind, MeetingState},
};

use crate::{
    authz::Permit,
    clock::Clock,
    entity::{
        agenda_item, attendance, attendance_span, meeting, minutes_action, resolution, task, vote,
        vote_exclusion,
    },
    meetings::store::{AgendaItemRow, MeetingRow},
    resolutions::store::ResolutionRow,
    tasks::store::TaskRow,
};

pub use attendance::Model as AttendanceRow;
pub use attendance_span::Model as SpanRow;
pub use vote::Model as MeetingVoteRow;

/// Meetings by their database keys, in no particular order.
pub async fn meetings_by_id(db: &impl ConnectionTrait, ids: &[Uuid]) -> Result<Vec<MeetingRow>, DbErr> {
    meeting::Entity::find().filter(meeting::Column::Id.is_in(ids.iter().copied())).all(db).await
}

/// The attendance of a meeting, as people were entered.
pub async fn attendances_of(
    db: &impl ConnectionTrait,
    meeting: MeetingId,
) -> Result<Vec<AttendanceRow>, DbErr> {
    attendance::Entity::find()
        .filter(attendance::Column::MeetingId.eq(meeting.0))
        .order_by_asc(attendance::Column::Id)
        .all(db)
        .await
}

/// The times in which people were there, the earliest first.
pub async fn spans_of(db: &impl ConnectionTrait, attendances: &[Uuid]) -> Result<Vec<SpanRow>, DbErr> {
    attendance_span::Entity::find()
        .filter(attendance_span::Column::AttendanceId.is_in(attendances.iter().copied()))
        .order_by_asc(attendance_span::Column::FromAt)
        .all(db)
        .await
}

/// The votes of a meeting, in the order in which they were opened.
pub async fn votes_of(db: &impl ConnectionTrait, meeting: MeetingId) -> Result<Vec<MeetingVoteRow>, DbErr> {
    vote::Entity::find()
        .filter(vote::Column::MeetingId.eq(meeting.0))
        .order_by_asc(vote::Column::OpenedAt)
        .order_by_asc(vote::Column::Id)
        .all(db)
        .await
}

/// Who did not vote: vote and attendance.
pub async fn exclusions_of(db: &impl ConnectionTrait, votes: &[Uuid]) -> Result<Vec<(Uuid, Uuid)>, DbErr> {
    let rows = vote_exclusion::Entity::find()
        .filter(vote_exclusion::Column::VoteId.is_in(votes.iter().copied()))
        .order_by_asc(vote_exclusion::Column::AttendanceId)
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| (row.vote_id, row.attendance_id)).collect())
}

/// The resolutions that came of votes.
pub async fn resolutions_of(db: &impl ConnectionTrait, votes: &[Uuid]) -> Result<Vec<ResolutionRow>, DbErr> {
    resolution::Entity::find()
        .filter(resolution::Column::VoteId.is_in(votes.iter().copied()))
        .order_by_asc(resolution::Column::Number)
        .all(db)
        .await
}

/// Tasks by their database keys, in no particular order.
pub async fn tasks_by_id(db: &impl ConnectionTrait, ids: &[Uuid]) -> Result<Vec<TaskRow>, DbErr> {
    task::Entity::find().filter(task::Column::Id.is_in(ids.iter().copied())).all(db).await
}

/// The tasks that the minutes made of items on which there were votes, with those votes.
pub async fn tasks_of_votes(
    db: &impl ConnectionTrait,
    votes: &[Uuid],
) -> Result<Vec<(Uuid, TaskRow)>, DbErr> {
    let rows = vote::Entity::find().filter(vote::Column::Id.is_in(votes.iter().copied())).all(db).await?;
    let lines = minutes_action::Entity::find()
        .filter(minutes_action::Column::ItemId.is_in(rows.iter().map(|row| row.item_id)))
        .filter(minutes_action::Column::TaskId.is_not_null())
        .order_by_asc(minutes_action::Column::Id)
        .all(db)
        .await?;
    let ids: Vec<Uuid> = lines.iter().filter_map(|line| line.task_id).collect();
    let tasks = tasks_by_id(db, &ids).await?;
    let of = |row: &MeetingVoteRow| {
        let (vote, item) = (row.id, row.item_id);
        let lines = lines.iter().filter(move |line| line.item_id == item);
        let task = |id: Option<Uuid>| tasks.iter().find(|task| Some(task.id) == id).cloned();
        lines.filter_map(move |line| Some((vote, task(line.task_id)?))).collect::<Vec<_>>()
    };
    Ok(rows.iter().flat_map(of).collect())
}

/// The items by which other meetings approve the minutes of this one.
pub async fn approval_items(
    db: &impl ConnectionTrait,
    meeting: MeetingId,
) -> Result<Vec<AgendaItemRow>, DbErr> {
    agenda_item::Entity::find()
        .filter(agenda_item::Column::MinutesOfId.eq(meeting.0))
        .filter(agenda_item::Column::Kind.eq(AgendaItemKind::MinutesApproval))
        .order_by_asc(agenda_item::Column::Id)
        .all(db)
        .await
}

/// A meeting whose minutes are approved is completed.
pub async fn complete_meeting(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    clock: &Clock,
    current: &MeetingRow,
) -> Result<(), DbErr> {
    let row = meeting::ActiveModel {
        id: Unchanged(current.id),
        state: Set(MeetingState::Completed),
        updated_at: Set(clock.now()),
        version: Set(current.version + 1),
        ..Default::default()
    };
    meeting::Entity::update(row).exec(tx).await?;
    Ok(())
}
