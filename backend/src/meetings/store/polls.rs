//! Date polls with their times and answers.

use sea_orm::{
    ActiveValue::{Set, Unchanged},
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder,
    sea_query::OnConflict,
};
use uuid::Uuid;
use verbund_shared::{
    id::{GroupId, MeetingPollId},
    meetings::{PollAnswer, PollState},
};

use crate::{
    authz::Permit,
    clock::Clock,
    entity::{meeting_poll, meeting_poll_answer, meeting_poll_option},
    meetings::rules::poll::PollText,
};

pub use meeting_poll::Model as PollRow;
pub use meeting_poll_answer::Model as PollAnswerRow;
pub use meeting_poll_option::Model as PollOptionRow;

/// One poll.
pub async fn find_poll(db: &impl ConnectionTrait, id: MeetingPollId) -> Result<Option<PollRow>, DbErr> {
    meeting_poll::Entity::find_by_id(id.0).one(db).await
}

/// The open polls of a group, the newest first.
pub async fn open_polls(db: &impl ConnectionTrait, group: GroupId) -> Result<Vec<PollRow>, DbErr> {
    meeting_poll::Entity::find()
        .filter(meeting_poll::Column::GroupId.eq(group.0))
        .filter(meeting_poll::Column::State.eq(PollState::Open))
        .order_by_desc(meeting_poll::Column::CreatedAt)
        .order_by_desc(meeting_poll::Column::Id)
        .all(db)
        .await
}

/// Opens a poll.
pub async fn insert_poll(
    tx: &impl ConnectionTrait,
    permit: &Permit,
    clock: &Clock,
    group: GroupId,
    text: PollText,
) -> Result<PollRow, DbErr> {
    let row = meeting_poll::ActiveModel {
        id: Set(clock.new_id()),
        group_id: Set(group.0),
        title: Set(text.title),
        text: Set(text.text),
        place: Set(text.place),
        online_url: Set(text.online_url),
        state: Set(PollState::Open),
        answer_by: Set(text.answer_by),
        meeting_id: Set(None),
        created_by: Set(permit.actor().person_id().map(|id| id.0)),
        created_at: Set(clock.now()),
        version: Set(1),
    };
    let row = meeting_poll::Entity::insert(row).exec_with_returning(tx).await?;
    let option = |(starts_at, ends_at)| meeting_poll_option::ActiveModel {
        id: Set(clock.new_id()),
        poll_id: Set(row.id),
        starts_at: Set(starts_at),
        ends_at: Set(ends_at),
    };
    let options: Vec<_> = text.options.into_iter().map(option).collect();
    meeting_poll_option::Entity::insert_many(options).exec_without_returning(tx).await?;
    Ok(row)
}

/// The times of polls, in their order.
pub async fn options_of(db: &impl ConnectionTrait, polls: &[Uuid]) -> Result<Vec<PollOptionRow>, DbErr> {
    meeting_poll_option::Entity::find()
        .filter(meeting_poll_option::Column::PollId.is_in(polls.iter().copied()))
        .order_by_asc(meeting_poll_option::Column::StartsAt)
        .order_by_asc(meeting_poll_option::Column::EndsAt)
        .all(db)
        .await
}

/// What was answered to times.
pub async fn answers_of(db: &impl ConnectionTrait, options: &[Uuid]) -> Result<Vec<PollAnswerRow>, DbErr> {
    meeting_poll_answer::Entity::find()
        .filter(meeting_poll_answer::Column::OptionId.is_in(options.iter().copied()))
        .order_by_asc(meeting_poll_answer::Column::At)
        .order_by_asc(meeting_poll_answer::Column::PersonId)
        .all(db)
        .await
}

/// Keeps somebody's answers; those given before are replaced.
pub async fn put_answers(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    clock: &Clock,
    person: Uuid,
    answers: &[(Uuid, PollAnswer)],
) -> Result<(), DbErr> {
    let answer = |(option, answer): &(Uuid, PollAnswer)| meeting_poll_answer::ActiveModel {
        option_id: Set(*option),
        person_id: Set(person),
        answer: Set(*answer),
        at: Set(clock.now()),
    };
    let again =
        OnConflict::columns([meeting_poll_answer::Column::OptionId, meeting_poll_answer::Column::PersonId])
            .update_columns([meeting_poll_answer::Column::Answer, meeting_poll_answer::Column::At])
            .to_owned();
    let rows: Vec<_> = answers.iter().map(answer).collect();
    meeting_poll_answer::Entity::insert_many(rows).on_conflict(again).exec_without_returning(tx).await?;
    Ok(())
}

/// Ends a poll: with the meeting that came of it, or without one.
pub async fn end_poll(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    current: &PollRow,
    meeting: Option<Uuid>,
) -> Result<PollRow, DbErr> {
    let row = meeting_poll::ActiveModel {
        id: Unchanged(current.id),
        state: Set(if meeting.is_some() { PollState::Closed } else { PollState::Cancelled }),
        meeting_id: Set(meeting),
        version: Set(current.version + 1),
        ..Default::default()
    };
    meeting_poll::Entity::update(row).exec(tx).await
}
