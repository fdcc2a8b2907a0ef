//! Who is in the attendance of a meeting, and when they were there.

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue::{Set, Unchanged},
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder,
    sea_query::Expr,
};
use uuid::Uuid;
use verbund_shared::{
    groups::GroupRole,
    id::{AttendanceId, MeetingId, PersonId},
    meetings::{AttendanceAway, MeetingReply},
};

use crate::{
    authz::Permit,
    clock::Clock,
    conduct::rules::quorum::Span,
    entity::{attendance, attendance_span},
};

pub use attendance::Model as AttendanceRow;
pub use attendance_span::Model as SpanRow;

/// Somebody to be added to an attendance.
#[derive(Debug, Clone)]
pub struct NewAttendance {
    /// The person; none for guests without an account.
    pub person: Option<Uuid>,
    /// The name of a guest without an account.
    pub name: String,
    /// For which organisation.
    pub organisation: Option<Uuid>,
    /// What they are to the group on this day.
    pub role: GroupRole,
}

/// One entry.
pub async fn find_attendance(
    db: &impl ConnectionTrait,
    id: AttendanceId,
) -> Result<Option<AttendanceRow>, DbErr> {
    attendance::Entity::find_by_id(id.0).one(db).await
}

/// The attendance of a meeting, in the order in which it was written.
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

/// When people were there, by their entries, the earliest first.
pub async fn spans_of(db: &impl ConnectionTrait, attendances: &[Uuid]) -> Result<Vec<SpanRow>, DbErr> {
    attendance_span::Entity::find()
        .filter(attendance_span::Column::AttendanceId.is_in(attendances.iter().copied()))
        .order_by_asc(attendance_span::Column::FromAt)
        .order_by_asc(attendance_span::Column::Id)
        .all(db)
        .await
}

/// Adds somebody.
pub async fn insert_attendance(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    clock: &Clock,
    meeting: Uuid,
    new: NewAttendance,
) -> Result<AttendanceRow, DbErr> {
    let row = attendance::ActiveModel {
        id: Set(clock.new_id()),
        meeting_id: Set(meeting),
        person_id: Set(new.person),
        name: Set(new.name),
        organisation_id: Set(new.organisation),
        role: Set(new.role),
        reply: Set(MeetingReply::None),
        away: Set(None),
        note: Set(String::new()),
        version: Set(1),
    };
    attendance::Entity::insert(row).exec_with_returning(tx).await
}

/// Notes what somebody is to the group on the day of the meeting, and for which organisation.
pub async fn set_place(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    current: &AttendanceRow,
    (role, organisation): (GroupRole, Option<Uuid>),
) -> Result<(), DbErr> {
    let row = attendance::ActiveModel {
        id: Unchanged(current.id),
        role: Set(role),
        organisation_id: Set(organisation),
        version: Set(current.version + 1),
        ..Default::default()
    };
    attendance::Entity::update(row).exec(tx).await?;
    Ok(())
}

/// Notes why somebody was not there, or that it is not known, with a note.
pub async fn change_attendance(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    current: &AttendanceRow,
    (away, note): (Option<AttendanceAway>, String),
) -> Result<AttendanceRow, DbErr> {
    let row = attendance::ActiveModel {
        id: Unchanged(current.id),
        away: Set(away),
        note: Set(note),
        version: Set(current.version + 1),
        ..Default::default()
    };
    attendance::Entity::update(row).exec(tx).await
}

/// Takes away what was noted on somebody who leaves the network; that they were there, or not, stays.
pub async fn erase_notes(tx: &impl ConnectionTrait, _permit: &Permit, person: PersonId) -> Result<(), DbErr> {
    attendance::Entity::update_many()
        .col_expr(attendance::Column::Note, Expr::value(""))
        .filter(attendance::Column::PersonId.eq(person.0))
        .exec(tx)
        .await?;
    Ok(())
}

/// Removes somebody, with the times at which they were there.
pub async fn remove_attendance(tx: &impl ConnectionTrait, _permit: &Permit, id: Uuid) -> Result<(), DbErr> {
    attendance::Entity::delete_by_id(id).exec(tx).await?;
    Ok(())
}

/// Writes anew when somebody was there. Spans that stay as they were keep their rows.
pub async fn replace_spans(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    clock: &Clock,
    attendance: Uuid,
    spans: &[Span],
) -> Result<(), DbErr> {
    let rows = spans_of(tx, &[attendance]).await?;
    let is = |row: &SpanRow, span: &Span| {
        (row.online, row.from_at, row.until_at) == (span.online, span.from, span.until)
    };
    // What goes, goes first: two spans with the same beginning are refused by the database.
    let gone: Vec<Uuid> =
        rows.iter().filter(|row| !spans.iter().any(|span| is(row, span))).map(|row| row.id).collect();
    attendance_span::Entity::delete_many().filter(attendance_span::Column::Id.is_in(gone)).exec(tx).await?;
    let new = spans.iter().filter(|span| !rows.iter().any(|row| is(row, span)));
    let new: Vec<_> = new
        .map(|span| attendance_span::ActiveModel {
            id: Set(clock.new_id()),
            attendance_id: Set(attendance),
            online: Set(span.online),
            from_at: Set(span.from),
            until_at: Set(span.until),
        })
        .collect();
    if !new.is_empty() {
        attendance_span::Entity::insert_many(new).exec_without_returning(tx).await?;
    }
    Ok(())
}

/// Ends at a moment what lasts; who came at that very moment was not there.
pub async fn end_open_spans(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    attendances: &[Uuid],
    at: DateTime<Utc>,
) -> Result<(), DbErr> {
    let open = Condition::all()
        .add(attendance_span::Column::AttendanceId.is_in(attendances.iter().copied()))
        .add(attendance_span::Column::UntilAt.is_null());
    attendance_span::Entity::delete_many()
        .filter(open.clone())
        .filter(attendance_span::Column::FromAt.gte(at))
        .exec(tx)
        .await?;
    attendance_span::Entity::update_many()
        .col_expr(attendance_span::Column::UntilAt, Expr::value(at))
        .filter(open)
        .exec(tx)
        .await?;
    Ok(())
}
