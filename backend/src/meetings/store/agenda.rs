//! Agenda items.

use std::collections::HashSet;

use sea_orm::{
    ActiveValue::{Set, Unchanged},
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
};
use uuid::Uuid;
use verbund_shared::{
    id::{AgendaItemId, MeetingId},
    meetings::{AgendaItemKind, AgendaItemState},
};

use super::meetings::MeetingRow;
use crate::{authz::Permit, clock::Clock, entity::agenda_item};

pub use agenda_item::Model as AgendaItemRow;

/// An item to be kept.
#[derive(Debug, Clone)]
pub struct NewItem {
    /// The group that it is handed in to.
    pub group: Uuid,
    /// What it is for.
    pub kind: AgendaItemKind,
    /// Its title.
    pub title: String,
    /// Markdown.
    pub text: String,
    /// How long it is to take, in minutes.
    pub duration: Option<i32>,
    /// Who presents it.
    pub presenter: Option<Uuid>,
    /// A presenter without an account.
    pub presenter_name: String,
    /// Not for guests, nor for the public part of the minutes.
    pub internal: bool,
    /// The item of an earlier meeting that it takes up again.
    pub deferred_from: Option<Uuid>,
    /// The meeting whose minutes are to be approved.
    pub minutes_of: Option<Uuid>,
    /// Who handed it in.
    pub submitted_by: Option<Uuid>,
}

/// One item.
pub async fn find_item(db: &impl ConnectionTrait, id: AgendaItemId) -> Result<Option<AgendaItemRow>, DbErr> {
    agenda_item::Entity::find_by_id(id.0).one(db).await
}

/// The items of a meeting, by position among their siblings; withdrawn ones too.
pub async fn items_of(db: &impl ConnectionTrait, meeting: MeetingId) -> Result<Vec<AgendaItemRow>, DbErr> {
    agenda_item::Entity::find()
        .filter(agenda_item::Column::MeetingId.eq(meeting.0))
        .order_by_asc(agenda_item::Column::Position)
        .order_by_asc(agenda_item::Column::Id)
        .all(db)
        .await
}

/// The place after the last sibling.
async fn last_position(
    db: &impl ConnectionTrait,
    meeting: Uuid,
    parent: Option<Uuid>,
) -> Result<i32, DbErr> {
    let siblings = agenda_item::Entity::find()
        .filter(agenda_item::Column::MeetingId.eq(meeting))
        .filter(match parent {
            Some(parent) => agenda_item::Column::ParentId.eq(parent),
            None => agenda_item::Column::ParentId.is_null(),
        })
        .count(db)
        .await?;
    Ok(i32::try_from(siblings).unwrap_or(i32::MAX - 1) + 1)
}

/// Keeps an item: at the end of a meeting's agenda, under a parent if one is named, and late where the
/// invitation is out; or handed in to the group. The group's row must be held.
pub async fn insert_item(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    clock: &Clock,
    new: NewItem,
    on: Option<(&MeetingRow, Option<Uuid>)>,
) -> Result<AgendaItemRow, DbErr> {
    let position = match on {
        Some((meeting, parent)) => last_position(tx, meeting.id, parent).await?,
        None => 0,
    };
    let row = agenda_item::ActiveModel {
        id: Set(clock.new_id()),
        group_id: Set(new.group),
        meeting_id: Set(on.map(|(meeting, _)| meeting.id)),
        parent_id: Set(on.and_then(|(_, parent)| parent)),
        position: Set(position),
        kind: Set(new.kind),
        title: Set(new.title),
        text: Set(new.text),
        duration: Set(new.duration),
        presenter_id: Set(new.presenter),
        presenter_name: Set(new.presenter_name),
        internal: Set(new.internal),
        late: Set(on.is_some_and(|(meeting, _)| meeting.invited_at.is_some())),
        state: Set(if on.is_some() { AgendaItemState::Scheduled } else { AgendaItemState::Submitted }),
        reason: Set(String::new()),
        deferred_from_id: Set(new.deferred_from),
        minutes_of_id: Set(new.minutes_of),
        submitted_by: Set(new.submitted_by),
        created_at: Set(clock.now()),
        updated_at: Set(clock.now()),
        version: Set(1),
    };
    agenda_item::Entity::insert(row).exec_with_returning(tx).await
}

/// Puts on a meeting's agenda what comes up by itself: items that earlier meetings deferred and nobody took
/// up again, and approvals of minutes that wait. The group's row must be held.
pub async fn carry_over(
    tx: &impl ConnectionTrait,
    permit: &Permit,
    clock: &Clock,
    meeting: &MeetingRow,
) -> Result<Vec<AgendaItemRow>, DbErr> {
    let waiting = agenda_item::Entity::find()
        .filter(agenda_item::Column::GroupId.eq(meeting.group_id))
        .filter(agenda_item::Column::State.eq(AgendaItemState::Submitted))
        .filter(agenda_item::Column::Kind.eq(AgendaItemKind::MinutesApproval))
        .order_by_asc(agenda_item::Column::Id)
        .all(tx)
        .await?;
    let mut carried = Vec::new();
    for item in waiting {
        let position = last_position(tx, meeting.id, None).await?;
        let row = agenda_item::ActiveModel {
            id: Unchanged(item.id),
            meeting_id: Set(Some(meeting.id)),
            position: Set(position),
            late: Set(meeting.invited_at.is_some()),
            state: Set(AgendaItemState::Scheduled),
            updated_at: Set(clock.now()),
            version: Set(item.version + 1),
            ..Default::default()
        };
        carried.push(agenda_item::Entity::update(row).exec(tx).await?);
    }
    let deferred = agenda_item::Entity::find()
        .filter(agenda_item::Column::GroupId.eq(meeting.group_id))
        .filter(agenda_item::Column::State.eq(AgendaItemState::Deferred))
        .order_by_asc(agenda_item::Column::Id)
        .all(tx)
        .await?;
    let ids = deferred.iter().map(|item| item.id);
    let successors = agenda_item::Entity::find()
        .filter(agenda_item::Column::DeferredFromId.is_in(ids))
        .all(tx)
        .await?;
    let taken_up: HashSet<Uuid> = successors.iter().filter_map(|item| item.deferred_from_id).collect();
    for item in deferred.into_iter().filter(|item| !taken_up.contains(&item.id)) {
        let new = NewItem {
            group: item.group_id,
            kind: item.kind,
            title: item.title,
            text: item.text,
            duration: item.duration,
            presenter: item.presenter_id,
            presenter_name: item.presenter_name,
            internal: item.internal,
            deferred_from: Some(item.id),
            minutes_of: item.minutes_of_id,
            submitted_by: item.submitted_by,
        };
        carried.push(insert_item(tx, permit, clock, new, Some((meeting, None))).await?);
    }
    Ok(carried)
}
