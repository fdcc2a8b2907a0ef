//! What waits for somebody: invitations without a reply, polls without an answer, items to present.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
};
use verbund_shared::{
    groups::GroupRoleState,
    id::PersonId,
    meetings::{AgendaItemState, MeetingReply, MeetingState, PollState},
};

use super::{agenda::AgendaItemRow, meetings::MeetingRow, polls::PollRow};
use crate::entity::{
    agenda_item, attendance, group_role, meeting, meeting_poll, meeting_poll_answer, meeting_poll_option,
};

/// Meetings ahead to which somebody is invited and has not replied, the soonest first.
pub async fn replies_waiting(
    db: &impl ConnectionTrait,
    person: PersonId,
    now: DateTime<Utc>,
    at_most: u64,
) -> Result<Vec<MeetingRow>, DbErr> {
    let unanswered = attendance::Entity::find()
        .select_only()
        .column(attendance::Column::MeetingId)
        .filter(attendance::Column::PersonId.eq(person.0))
        .filter(attendance::Column::Reply.eq(MeetingReply::None))
        .into_query();
    meeting::Entity::find()
        .filter(meeting::Column::State.eq(MeetingState::Invited))
        .filter(meeting::Column::StartsAt.gt(now))
        .filter(meeting::Column::Id.in_subquery(unanswered))
        .order_by_asc(meeting::Column::StartsAt)
        .order_by_asc(meeting::Column::Id)
        .limit(at_most)
        .all(db)
        .await
}

/// Open polls of somebody's groups that they have not answered, the most urgent first.
pub async fn polls_waiting(
    db: &impl ConnectionTrait,
    person: PersonId,
    today: NaiveDate,
    at_most: u64,
) -> Result<Vec<PollRow>, DbErr> {
    let theirs = group_role::Entity::find()
        .select_only()
        .column(group_role::Column::GroupId)
        .filter(group_role::Column::PersonId.eq(person.0))
        .filter(group_role::Column::State.eq(GroupRoleState::Active))
        .into_query();
    let given = meeting_poll_answer::Entity::find()
        .select_only()
        .column(meeting_poll_answer::Column::OptionId)
        .filter(meeting_poll_answer::Column::PersonId.eq(person.0))
        .into_query();
    let answered = meeting_poll_option::Entity::find()
        .select_only()
        .column(meeting_poll_option::Column::PollId)
        .filter(meeting_poll_option::Column::Id.in_subquery(given))
        .into_query();
    meeting_poll::Entity::find()
        .filter(meeting_poll::Column::State.eq(PollState::Open))
        .filter(meeting_poll::Column::AnswerBy.gte(today))
        .filter(meeting_poll::Column::GroupId.in_subquery(theirs))
        .filter(meeting_poll::Column::Id.not_in_subquery(answered))
        .order_by_asc(meeting_poll::Column::AnswerBy)
        .order_by_asc(meeting_poll::Column::Id)
        .limit(at_most)
        .all(db)
        .await
}

/// Items that somebody presents at meetings which begin before a moment, with those meetings.
pub async fn items_to_present(
    db: &impl ConnectionTrait,
    person: PersonId,
    (now, until): (DateTime<Utc>, DateTime<Utc>),
    at_most: u64,
) -> Result<Vec<(AgendaItemRow, MeetingRow)>, DbErr> {
    let soon = meeting::Entity::find()
        .filter(meeting::Column::State.is_in([MeetingState::Planned, MeetingState::Invited]))
        .filter(meeting::Column::StartsAt.gt(now))
        .filter(meeting::Column::StartsAt.lte(until));
    let ids = soon.clone().select_only().column(meeting::Column::Id).into_query();
    let items = agenda_item::Entity::find()
        .filter(agenda_item::Column::PresenterId.eq(person.0))
        .filter(agenda_item::Column::State.eq(AgendaItemState::Scheduled))
        .filter(agenda_item::Column::MeetingId.in_subquery(ids))
        .order_by_asc(agenda_item::Column::Id)
        .limit(at_most)
        .all(db)
        .await?;
    if items.is_empty() {
        return Ok(Vec::new());
    }
    let of = items.iter().filter_map(|item| item.meeting_id);
    let meetings = meeting::Entity::find().filter(meeting::Column::Id.is_in(of)).all(db).await?;
    let with = |item: AgendaItemRow| {
        let meeting = meetings.iter().find(|meeting| Some(meeting.id) == item.meeting_id)?.clone();
        Some((item, meeting))
    };
    Ok(items.into_iter().filter_map(with).collect())
}
