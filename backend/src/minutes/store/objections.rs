//! Objections, and signatures, which are only ever inserted.

use sea_orm::{
    ActiveValue::{Set, Unchanged},
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder,
};
use uuid::Uuid;
use verbund_shared::{
    id::{MeetingId, ObjectionId, PersonId},
    minutes::{ObjectionState, SignatureRole},
};

use crate::{
    authz::Permit,
    clock::Clock,
    entity::{minutes_objection, minutes_signature},
};

pub use minutes_objection::Model as ObjectionRow;
pub use minutes_signature::Model as SignatureRow;

/// An objection to be kept.
#[derive(Debug, Clone)]
pub struct NewObjection {
    /// The minutes.
    pub minutes: Uuid,
    /// The version that was read.
    pub number: i32,
    /// The item.
    pub item: Uuid,
    /// The paragraph, from 1, and what it says.
    pub paragraph: (i32, String),
    /// What it is to say.
    pub proposed: String,
    /// Why.
    pub comment: String,
    /// Whose it is.
    pub person: Uuid,
}

/// The objections to minutes, the oldest first.
pub async fn objections_of(db: &impl ConnectionTrait, minutes: Uuid) -> Result<Vec<ObjectionRow>, DbErr> {
    minutes_objection::Entity::find()
        .filter(minutes_objection::Column::MinutesId.eq(minutes))
        .order_by_asc(minutes_objection::Column::At)
        .order_by_asc(minutes_objection::Column::Id)
        .all(db)
        .await
}

/// One objection.
pub async fn find_objection(
    db: &impl ConnectionTrait,
    id: ObjectionId,
) -> Result<Option<ObjectionRow>, DbErr> {
    minutes_objection::Entity::find_by_id(id.0).one(db).await
}

/// Keeps an objection.
pub async fn insert_objection(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    clock: &Clock,
    new: NewObjection,
) -> Result<ObjectionRow, DbErr> {
    let row = minutes_objection::ActiveModel {
        id: Set(clock.new_id()),
        minutes_id: Set(new.minutes),
        version_number: Set(new.number),
        item_id: Set(new.item),
        paragraph: Set(new.paragraph.0),
        quote: Set(new.paragraph.1),
        proposed_text: Set(new.proposed),
        comment: Set(new.comment),
        state: Set(ObjectionState::Open),
        person_id: Set(new.person),
        at: Set(clock.now()),
        answer: Set(String::new()),
        answered_by: Set(None),
        answered_at: Set(None),
        version: Set(1),
    };
    minutes_objection::Entity::insert(row).exec_with_returning(tx).await
}

/// Answers an objection, or takes it back, which has no answer.
pub async fn answer_objection(
    tx: &impl ConnectionTrait,
    permit: &Permit,
    clock: &Clock,
    current: &ObjectionRow,
    (state, answer): (ObjectionState, String),
) -> Result<ObjectionRow, DbErr> {
    let answered = matches!(state, ObjectionState::Accepted | ObjectionState::Answered);
    let person = permit.actor().person_id().map(|id| id.0).filter(|_| answered);
    let row = minutes_objection::ActiveModel {
        id: Unchanged(current.id),
        state: Set(state),
        answer: Set(answer),
        answered_by: Set(person),
        answered_at: Set(answered.then(|| clock.now())),
        version: Set(current.version + 1),
        ..Default::default()
    };
    minutes_objection::Entity::update(row).exec(tx).await
}

/// The signatures under a meeting's minutes, the oldest first.
pub async fn signatures_of(
    db: &impl ConnectionTrait,
    meeting: MeetingId,
) -> Result<Vec<SignatureRow>, DbErr> {
    minutes_signature::Entity::find()
        .filter(minutes_signature::Column::MeetingId.eq(meeting.0))
        .order_by_asc(minutes_signature::Column::VersionNumber)
        .order_by_asc(minutes_signature::Column::At)
        .order_by_asc(minutes_signature::Column::Role)
        .all(db)
        .await
}

/// Puts a signature under a version.
pub async fn insert_signature(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    clock: &Clock,
    (meeting, number): (MeetingId, i32),
    (role, person): (SignatureRole, PersonId),
) -> Result<(), DbErr> {
    let row = minutes_signature::ActiveModel {
        id: Set(clock.new_id()),
        meeting_id: Set(meeting.0),
        version_number: Set(number),
        role: Set(role),
        person_id: Set(person.0),
        at: Set(clock.now()),
    };
    minutes_signature::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}
