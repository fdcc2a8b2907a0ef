//! Frozen versions. They are only ever inserted.

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, QueryFilter,
    QueryOrder, QuerySelect,
};
use uuid::Uuid;
use verbund_shared::{id::MeetingId, minutes::MinutesState};

use crate::{
    authz::Permit,
    clock::Clock,
    entity::minutes_version,
    minutes::rules::{chain, content::Content},
};

pub use minutes_version::Model as VersionRow;

/// A version without what it holds.
#[derive(Debug, Clone, FromQueryResult)]
pub struct VersionName {
    /// Its number.
    pub number: i32,
    /// The state that began with it.
    pub state: MinutesState,
    /// When it was frozen.
    pub at: DateTime<Utc>,
    /// By whom.
    pub person_id: Option<Uuid>,
    /// Its hash.
    pub sha256: String,
    /// The hash before it.
    pub previous_sha256: String,
}

fn of(meeting: MeetingId) -> sea_orm::Select<minutes_version::Entity> {
    minutes_version::Entity::find()
        .filter(minutes_version::Column::MeetingId.eq(meeting.0))
        .order_by_asc(minutes_version::Column::Number)
}

/// The versions of a meeting's minutes in their order, without what they hold.
pub async fn version_names(db: &impl ConnectionTrait, meeting: MeetingId) -> Result<Vec<VersionName>, DbErr> {
    use minutes_version::Column;
    of(meeting)
        .select_only()
        .columns([
            Column::Number,
            Column::State,
            Column::At,
            Column::PersonId,
            Column::Sha256,
            Column::PreviousSha256,
        ])
        .into_model()
        .all(db)
        .await
}

/// The versions of a meeting's minutes in their order, with all they hold.
pub async fn versions_of(db: &impl ConnectionTrait, meeting: MeetingId) -> Result<Vec<VersionRow>, DbErr> {
    of(meeting).all(db).await
}

/// One version.
pub async fn version_at(
    db: &impl ConnectionTrait,
    meeting: MeetingId,
    number: i32,
) -> Result<Option<VersionRow>, DbErr> {
    of(meeting).filter(minutes_version::Column::Number.eq(number)).one(db).await
}

/// Keeps a version as the next link of its meeting's chain. The group's row must be held.
pub async fn insert_version(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    clock: &Clock,
    content: &Content,
) -> Result<(), DbErr> {
    let names = version_names(tx, MeetingId(content.meeting)).await?;
    let previous = names.last().map(|name| name.sha256.clone()).unwrap_or_default();
    let json = content.to_json();
    let row = minutes_version::ActiveModel {
        id: Set(clock.new_id()),
        meeting_id: Set(content.meeting),
        number: Set(content.number),
        state: Set(content.state),
        sha256: Set(chain::hash(&previous, &json)),
        content: Set(json),
        previous_sha256: Set(previous),
        person_id: Set(content.person),
        at: Set(content.at),
    };
    minutes_version::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}
