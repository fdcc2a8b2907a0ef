//! Lists of meetings and of items that wait.

use chrono::{DateTime, Utc};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, ExprTrait as _, Order, PaginatorTrait as _,
    QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, Func, LikeExpr},
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use verbund_shared::{
    id::GroupId,
    meetings::{AgendaItemState, MeetingState, MeetingTime},
};

use super::{agenda::AgendaItemRow, meetings::MeetingRow};
use crate::{
    entity::{agenda_item, meeting},
    graphql::CursorPage,
    organisations::store::escape_like,
};

/// States of meetings to come, and of those that are held now.
const AHEAD: [MeetingState; 4] =
    [MeetingState::Planned, MeetingState::Invited, MeetingState::InSession, MeetingState::Postponed];

/// Which meetings are asked for.
#[derive(Debug, Clone, Default)]
pub struct MeetingFilter {
    /// The groups whose meetings may be seen; all where nothing is said.
    pub visible: Option<Vec<GroupId>>,
    /// Only this group's.
    pub group: Option<GroupId>,
    /// Only those to come, or only those that are over.
    pub time: Option<MeetingTime>,
    /// Only those that begin at this moment or later.
    pub from: Option<DateTime<Utc>>,
    /// Only those that begin before this moment.
    pub before: Option<DateTime<Utc>>,
    /// Words in the title.
    pub text: String,
}

impl MeetingFilter {
    /// Those to come are listed soonest first, all others newest first.
    fn soonest_first(&self) -> bool {
        self.time == Some(MeetingTime::Ahead)
    }
}

/// What meetings are ordered by.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct MeetingKey {
    /// When it begins.
    pub at: DateTime<Utc>,
    /// The row.
    pub id: Uuid,
}

fn condition(filter: &MeetingFilter) -> Condition {
    let state = meeting::Column::State;
    let visible = filter.visible.as_ref().map(|ids| ids.iter().map(|id| id.0));
    let mut condition = Condition::all()
        .add_option(visible.map(|ids| meeting::Column::GroupId.is_in(ids)))
        .add_option(filter.group.map(|id| meeting::Column::GroupId.eq(id.0)))
        .add_option(filter.from.map(|at| meeting::Column::StartsAt.gte(at)))
        .add_option(filter.before.map(|at| meeting::Column::StartsAt.lt(at)))
        .add_option(filter.time.map(|time| match time {
            MeetingTime::Ahead => state.is_in(AHEAD),
            MeetingTime::Past => state.is_not_in(AHEAD),
        }));
    for word in filter.text.to_lowercase().split_whitespace() {
        let like = LikeExpr::new(format!("%{}%", escape_like(word))).escape('\\');
        let title = Expr::expr(Func::lower(Expr::col(meeting::Column::Title)));
        condition = condition.add(title.like(like));
    }
    condition
}

/// A page of meetings, and one more.
pub async fn meetings_page(
    db: &impl ConnectionTrait,
    filter: &MeetingFilter,
    page: &CursorPage<MeetingKey>,
) -> Result<Vec<MeetingRow>, DbErr> {
    let soonest = filter.soonest_first();
    let (at, id) = (meeting::Column::StartsAt, meeting::Column::Id);
    let after = page.after.as_ref().map(|key| {
        let (later, next) =
            if soonest { (at.gt(key.at), id.gt(key.id)) } else { (at.lt(key.at), id.lt(key.id)) };
        Condition::any().add(later).add(at.eq(key.at).and(next))
    });
    let order = if soonest { Order::Asc } else { Order::Desc };
    meeting::Entity::find()
        .filter(condition(filter).add_option(after))
        .order_by(at, order.clone())
        .order_by(id, order)
        .limit(page.first + 1)
        .all(db)
        .await
}

/// How many meetings a filter finds.
pub async fn count_meetings(db: &impl ConnectionTrait, filter: &MeetingFilter) -> Result<u64, DbErr> {
    meeting::Entity::find().filter(condition(filter)).count(db).await
}

/// The items that were handed in to a group and wait, the oldest first.
pub async fn submitted_items(db: &impl ConnectionTrait, group: GroupId) -> Result<Vec<AgendaItemRow>, DbErr> {
    agenda_item::Entity::find()
        .filter(agenda_item::Column::GroupId.eq(group.0))
        .filter(agenda_item::Column::State.eq(AgendaItemState::Submitted))
        .order_by_asc(agenda_item::Column::Id)
        .all(db)
        .await
}

/// The items of meetings, by position among their siblings; those that were handed in or withdrawn too.
pub async fn items_of_all(db: &impl ConnectionTrait, meetings: &[Uuid]) -> Result<Vec<AgendaItemRow>, DbErr> {
    agenda_item::Entity::find()
        .filter(agenda_item::Column::MeetingId.is_in(meetings.iter().copied()))
        .order_by_asc(agenda_item::Column::Position)
        .order_by_asc(agenda_item::Column::Id)
        .all(db)
        .await
}

/// Items by their database keys.
pub async fn items_by_id(db: &impl ConnectionTrait, ids: &[Uuid]) -> Result<Vec<AgendaItemRow>, DbErr> {
    agenda_item::Entity::find().filter(agenda_item::Column::Id.is_in(ids.iter().copied())).all(db).await
}

/// The items that take up others again.
pub async fn items_taking_up(db: &impl ConnectionTrait, ids: &[Uuid]) -> Result<Vec<AgendaItemRow>, DbErr> {
    agenda_item::Entity::find()
        .filter(agenda_item::Column::DeferredFromId.is_in(ids.iter().copied()))
        .all(db)
        .await
}
