//! What minutes need of other domains beside the course of the meeting (`conduct`): tasks, approvals; and that
//! the meeting is completed.

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
    conduct::store::VoteRow,
    entity::{agenda_item, meeting, minutes_action, task, vote},
    meetings::store::{AgendaItemRow, MeetingRow},
    tasks::store::TaskRow,
};

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
    let of = |row: &VoteRow| {
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
