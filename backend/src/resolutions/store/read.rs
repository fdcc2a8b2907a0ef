//! The register: pages of resolutions, and what belongs to them.

use chrono::NaiveDate;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, ExprTrait as _, PaginatorTrait as _,
    QueryFilter, QueryOrder, QuerySelect, sea_query::LikeExpr,
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use verbund_shared::{
    id::GroupId,
    resolutions::{ResolutionLife, ResolutionStatus},
};

use super::resolutions::{ResolutionRow, WordingRow};
use crate::{
    entity::{resolution, resolution_wording},
    graphql::CursorPage,
    organisations::{rules::names::fold, store::escape_like},
};

/// Which resolutions are asked for.
#[derive(Debug, Clone, Default)]
pub struct ResolutionFilter {
    /// Groups whose internal ones are among them; all where nothing is said.
    pub inside: Option<Vec<GroupId>>,
    /// Only those of this group.
    pub group: Option<GroupId>,
    /// Only what was decided so.
    pub status: Option<ResolutionStatus>,
    /// Only those of which this became.
    pub life: Option<ResolutionLife>,
    /// Only those decided on this day or later.
    pub from: Option<NaiveDate>,
    /// Only those decided on this day or earlier.
    pub until: Option<NaiveDate>,
    /// Words in number, title or wording.
    pub text: String,
}

/// What the register is ordered by: the newest decision first, then the highest number.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ResolutionKey {
    /// The day of the decision.
    pub day: NaiveDate,
    /// The row.
    pub id: Uuid,
}

fn condition(filter: &ResolutionFilter) -> Condition {
    let mut condition = Condition::all()
        .add_option(filter.group.map(|id| resolution::Column::GroupId.eq(id.0)))
        .add_option(filter.status.map(|status| resolution::Column::Status.eq(status)))
        .add_option(filter.life.map(|life| resolution::Column::Life.eq(life)))
        .add_option(filter.from.map(|day| resolution::Column::DecidedOn.gte(day)))
        .add_option(filter.until.map(|day| resolution::Column::DecidedOn.lte(day)));
    if let Some(inside) = &filter.inside {
        condition = condition.add(
            Condition::any()
                .add(resolution::Column::Internal.eq(false))
                .add(resolution::Column::GroupId.is_in(inside.iter().map(|id| id.0))),
        );
    }
    for word in fold(&filter.text).split_whitespace() {
        let like = LikeExpr::new(format!("%{}%", escape_like(word))).escape('\\');
        condition = condition.add(resolution::Column::SearchKey.like(like));
    }
    condition
}

/// A page of the register, and one more.
pub async fn resolutions_page(
    db: &impl ConnectionTrait,
    filter: &ResolutionFilter,
    page: &CursorPage<ResolutionKey>,
) -> Result<Vec<ResolutionRow>, DbErr> {
    let after = page.after.as_ref().map(|key| {
        Condition::any()
            .add(resolution::Column::DecidedOn.lt(key.day))
            .add(resolution::Column::DecidedOn.eq(key.day).and(resolution::Column::Id.lt(key.id)))
    });
    resolution::Entity::find()
        .filter(condition(filter).add_option(after))
        .order_by_desc(resolution::Column::DecidedOn)
        .order_by_desc(resolution::Column::Id)
        .limit(page.first + 1)
        .all(db)
        .await
}

/// Resolutions in force that were decided by vote in these groups, the oldest first, so many at most.
pub async fn in_force_by_vote(
    db: &impl ConnectionTrait,
    groups: &[GroupId],
    at_most: u64,
) -> Result<Vec<ResolutionRow>, DbErr> {
    resolution::Entity::find()
        .filter(resolution::Column::GroupId.is_in(groups.iter().map(|id| id.0)))
        .filter(resolution::Column::Life.eq(ResolutionLife::InForce))
        .filter(resolution::Column::VoteId.is_not_null())
        .order_by_asc(resolution::Column::DecidedOn)
        .order_by_asc(resolution::Column::Id)
        .limit(at_most)
        .all(db)
        .await
}

/// How many resolutions a filter finds.
pub async fn count_resolutions(db: &impl ConnectionTrait, filter: &ResolutionFilter) -> Result<u64, DbErr> {
    resolution::Entity::find().filter(condition(filter)).count(db).await
}

/// The wordings of resolutions.
pub async fn wordings_of(db: &impl ConnectionTrait, ids: &[Uuid]) -> Result<Vec<WordingRow>, DbErr> {
    resolution_wording::Entity::find()
        .filter(resolution_wording::Column::ResolutionId.is_in(ids.iter().copied()))
        .all(db)
        .await
}

/// The resolution that came of a circular one.
pub async fn resolution_of(
    db: &impl ConnectionTrait,
    circular: Uuid,
) -> Result<Option<ResolutionRow>, DbErr> {
    resolution::Entity::find().filter(resolution::Column::CircularId.eq(circular)).one(db).await
}

/// The resolutions that stand in the place of others.
pub async fn superseded_by(db: &impl ConnectionTrait, ids: &[Uuid]) -> Result<Vec<ResolutionRow>, DbErr> {
    resolution::Entity::find()
        .filter(resolution::Column::SupersedesId.is_in(ids.iter().copied()))
        .all(db)
        .await
}
