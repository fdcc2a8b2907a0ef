//! Who is invited to meetings, and what they answered.

use sea_orm::{
    ActiveValue::{Set, Unchanged},
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder,
};
use uuid::Uuid;
use verbund_shared::meetings::MeetingReply;

use crate::{authz::Permit, clock::Clock, entity::attendance, groups::store::GroupMember};

pub use attendance::Model as AttendanceRow;

/// The people of meetings, in the order in which they came on the list.
pub async fn attendances_of(
    db: &impl ConnectionTrait,
    meetings: &[Uuid],
) -> Result<Vec<AttendanceRow>, DbErr> {
    attendance::Entity::find()
        .filter(attendance::Column::MeetingId.is_in(meetings.iter().copied()))
        .order_by_asc(attendance::Column::Id)
        .all(db)
        .await
}

/// Puts somebody of the group on the list of a meeting.
pub async fn insert_attendance(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    clock: &Clock,
    meeting: Uuid,
    member: &GroupMember,
) -> Result<AttendanceRow, DbErr> {
    let row = attendance::ActiveModel {
        id: Set(clock.new_id()),
        meeting_id: Set(meeting),
        person_id: Set(Some(member.person.id)),
        name: Set(String::new()),
        organisation_id: Set(member.role.organisation_id),
        role: Set(member.role.role),
        reply: Set(MeetingReply::None),
        away: Set(None),
        note: Set(String::new()),
        version: Set(1),
    };
    attendance::Entity::insert(row).exec_with_returning(tx).await
}

/// Keeps what somebody answered to the invitation.
pub async fn set_reply(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    current: &AttendanceRow,
    reply: MeetingReply,
    note: String,
) -> Result<AttendanceRow, DbErr> {
    let row = attendance::ActiveModel {
        id: Unchanged(current.id),
        reply: Set(reply),
        note: Set(note),
        version: Set(current.version + 1),
        ..Default::default()
    };
    attendance::Entity::update(row).exec(tx).await
}
