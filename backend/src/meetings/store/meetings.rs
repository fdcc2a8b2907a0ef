//! Meetings one by one.

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue::{Set, Unchanged},
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder,
};
use uuid::Uuid;
use verbund_shared::{
    id::{GroupId, MeetingId},
    meetings::MeetingState,
};

use crate::{authz::Permit, clock::Clock, entity::meeting, meetings::rules::details::Plan};

pub use meeting::Model as MeetingRow;

/// One meeting.
pub async fn find_meeting(db: &impl ConnectionTrait, id: MeetingId) -> Result<Option<MeetingRow>, DbErr> {
    meeting::Entity::find_by_id(id.0).one(db).await
}

/// Meetings by their database keys, in no particular order.
pub async fn meetings_by_id(db: &impl ConnectionTrait, ids: &[Uuid]) -> Result<Vec<MeetingRow>, DbErr> {
    meeting::Entity::find().filter(meeting::Column::Id.is_in(ids.iter().copied())).all(db).await
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

fn plan_columns(plan: Plan) -> meeting::ActiveModel {
    meeting::ActiveModel {
        title: Set(plan.title),
        starts_at: Set(plan.starts_at),
        ends_at: Set(plan.ends_at),
        place: Set(plan.place),
        online_url: Set(plan.online_url),
        note: Set(plan.note),
        chair_id: Set(plan.chair),
        minute_taker_id: Set(plan.minute_taker),
        ..Default::default()
    }
}

/// Plans a meeting.
pub async fn insert_meeting(
    tx: &impl ConnectionTrait,
    permit: &Permit,
    clock: &Clock,
    group: GroupId,
    plan: Plan,
) -> Result<MeetingRow, DbErr> {
    let row = meeting::ActiveModel {
        id: Set(clock.new_id()),
        group_id: Set(group.0),
        state: Set(MeetingState::Planned),
        reason: Set(String::new()),
        invited_at: Set(None),
        notice_kept: Set(None),
        opened_at: Set(None),
        closed_at: Set(None),
        current_item_id: Set(None),
        sequence: Set(0),
        agenda_number: Set(0),
        created_by: Set(permit.actor().person_id().map(|id| id.0)),
        created_at: Set(clock.now()),
        updated_at: Set(clock.now()),
        version: Set(1),
        ..plan_columns(plan)
    };
    meeting::Entity::insert(row).exec_with_returning(tx).await
}

/// What else a change of a meeting brings.
#[derive(Debug, Clone)]
pub struct Standing {
    /// Where it stands now.
    pub state: MeetingState,
    /// Why it was put off or called off; empty where it was not.
    pub reason: String,
    /// Whether the notice period was kept; nothing before the invitation.
    pub notice_kept: Option<bool>,
    /// The number of its calendar entry.
    pub sequence: i32,
}

impl Standing {
    /// As it stands.
    pub fn of(row: &MeetingRow) -> Self {
        let reason = row.reason.clone();
        Self { state: row.state, reason, notice_kept: row.notice_kept, sequence: row.sequence }
    }
}

/// Changes a meeting: what is written of it, where that changes, and where it stands.
pub async fn update_meeting(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    clock: &Clock,
    current: &MeetingRow,
    plan: Option<Plan>,
    standing: Standing,
) -> Result<MeetingRow, DbErr> {
    let row = meeting::ActiveModel {
        id: Unchanged(current.id),
        state: Set(standing.state),
        reason: Set(standing.reason),
        notice_kept: Set(standing.notice_kept),
        sequence: Set(standing.sequence),
        updated_at: Set(clock.now()),
        version: Set(current.version + 1),
        ..plan.map(plan_columns).unwrap_or_default()
    };
    meeting::Entity::update(row).exec(tx).await
}

/// Notes that people are invited, from the first time on.
pub async fn set_invited(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    clock: &Clock,
    current: &MeetingRow,
    notice_kept: bool,
) -> Result<MeetingRow, DbErr> {
    let row = meeting::ActiveModel {
        id: Unchanged(current.id),
        state: Set(MeetingState::Invited),
        invited_at: Set(Some(current.invited_at.unwrap_or_else(|| clock.now()))),
        notice_kept: Set(Some(notice_kept)),
        updated_at: Set(clock.now()),
        version: Set(current.version + 1),
        ..Default::default()
    };
    meeting::Entity::update(row).exec(tx).await
}
