//! Resolutions one by one: their numbers, their wordings in a chain, and what becomes of them.

use chrono::{Datelike, NaiveDate};
use sea_orm::{
    ActiveValue::{Set, Unchanged},
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder,
};
use uuid::Uuid;
use verbund_shared::{
    id::{GroupId, ResolutionId},
    resolutions::{ResolutionLife, ResolutionStatus},
    voting::{Count, Majority},
};

use crate::{
    authz::Permit,
    clock::Clock,
    entity::{resolution, resolution_number, resolution_wording},
    groups::store::GroupRow,
    markdown,
    organisations::rules::names::fold,
    resolutions::rules::{
        chain::{self, Content},
        text::{self, Text},
    },
};

pub use resolution::Model as ResolutionRow;
pub use resolution_wording::Model as WordingRow;

/// A resolution to be kept.
#[derive(Debug, Clone)]
pub struct NewResolution {
    /// What it says.
    pub text: Text,
    /// What was decided.
    pub status: ResolutionStatus,
    /// On which day; its year is that of the number.
    pub decided_on: NaiveDate,
    /// What was counted.
    pub count: Count,
    /// The majority that was needed.
    pub majority: Majority,
    /// Whether it was by ballot.
    pub secret: bool,
    /// Who moved it.
    pub mover: Option<Uuid>,
    /// The circular resolution it comes from.
    pub circular: Option<Uuid>,
    /// The meeting and the vote it comes from.
    pub vote: Option<(Uuid, Uuid)>,
    /// The one that it corrects.
    pub supersedes: Option<Uuid>,
}

/// One resolution.
pub async fn find_resolution(
    db: &impl ConnectionTrait,
    id: ResolutionId,
) -> Result<Option<ResolutionRow>, DbErr> {
    resolution::Entity::find_by_id(id.0).one(db).await
}

/// The next number of a group and year. The group's row must be held: what comes next waits for it.
async fn next_number(tx: &impl ConnectionTrait, group: Uuid, year: i32) -> Result<i32, DbErr> {
    let last = resolution_number::Entity::find_by_id((group, year)).one(tx).await?;
    let Some(last) = last else {
        let first = resolution_number::ActiveModel { group_id: Set(group), year: Set(year), last: Set(1) };
        resolution_number::Entity::insert(first).exec_without_returning(tx).await?;
        return Ok(1);
    };
    let number = last.last + 1;
    let next = resolution_number::ActiveModel {
        group_id: Unchanged(group),
        year: Unchanged(year),
        last: Set(number),
    };
    resolution_number::Entity::update(next).exec(tx).await?;
    Ok(number)
}

fn whole(count: u32) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX)
}

/// Keeps a resolution with the next number of its group and year and the next link of its chain. The
/// group's row must be held.
pub async fn insert_resolution(
    tx: &impl ConnectionTrait,
    permit: &Permit,
    clock: &Clock,
    group: &GroupRow,
    new: NewResolution,
) -> Result<ResolutionRow, DbErr> {
    let year = new.decided_on.year();
    let number = next_number(tx, group.id, year).await?;
    let label = text::label(&group.short_name, year, number);
    let adopted = new.status == ResolutionStatus::Adopted;
    let plain = markdown::to_plain(&new.text.wording);
    let content = Content {
        label: &label,
        decided_on: new.decided_on,
        title: &new.text.title,
        wording: &new.text.wording,
        status: new.status,
        votes: chain::votes_of(new.count),
        majority: chain::majority_of(new.majority),
    }
    .to_json();
    let row = resolution::ActiveModel {
        id: Set(clock.new_id()),
        group_id: Set(group.id),
        year: Set(year),
        number: Set(number),
        search_key: Set(fold(&format!("{label}\n{}\n{plain}", new.text.title))),
        label: Set(label),
        title: Set(new.text.title),
        status: Set(new.status),
        life: Set(adopted.then_some(ResolutionLife::InForce)),
        decided_on: Set(new.decided_on),
        meeting_id: Set(new.vote.map(|(meeting, _)| meeting)),
        vote_id: Set(new.vote.map(|(_, vote)| vote)),
        circular_id: Set(new.circular),
        mover_id: Set(new.mover),
        secret: Set(new.secret),
        yes: Set(whole(new.count.yes)),
        no: Set(whole(new.count.no)),
        abstain: Set(whole(new.count.abstain)),
        present: Set(whole(new.count.present)),
        roll: Set(whole(new.count.roll)),
        effective_from: Set(new.text.effective_from),
        review_on: Set(new.text.review_on),
        owner_id: Set(None),
        supersedes_id: Set(new.supersedes),
        life_reason: Set(String::new()),
        life_on: Set(adopted.then_some(new.decided_on)),
        internal: Set(new.text.internal),
        recorded_by: Set(permit.actor().person_id().map(|id| id.0)),
        created_at: Set(clock.now()),
        version: Set(1),
        majority_base: Set(new.majority.base),
        majority_num: Set(whole(new.majority.num)),
        majority_den: Set(whole(new.majority.den)),
        majority_strict: Set(new.majority.strict),
    };
    let row = resolution::Entity::insert(row).exec_with_returning(tx).await?;
    let last = resolution_wording::Entity::find()
        .filter(resolution_wording::Column::GroupId.eq(group.id))
        .order_by_desc(resolution_wording::Column::Link)
        .one(tx)
        .await?;
    let previous = last.as_ref().map(|link| link.sha256.clone()).unwrap_or_default();
    let wording = resolution_wording::ActiveModel {
        resolution_id: Set(row.id),
        group_id: Set(group.id),
        link: Set(last.map_or(1, |link| link.link + 1)),
        wording: Set(new.text.wording),
        sha256: Set(chain::hash(&previous, &content)),
        content: Set(content),
        previous_sha256: Set(previous),
    };
    resolution_wording::Entity::insert(wording).exec_without_returning(tx).await?;
    Ok(row)
}

/// Says what became of a resolution.
pub async fn set_life(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    current: &ResolutionRow,
    (life, on): (ResolutionLife, NaiveDate),
    reason: String,
) -> Result<ResolutionRow, DbErr> {
    let row = resolution::ActiveModel {
        id: Unchanged(current.id),
        life: Set(Some(life)),
        life_on: Set(Some(on)),
        life_reason: Set(reason),
        version: Set(current.version + 1),
        ..Default::default()
    };
    resolution::Entity::update(row).exec(tx).await
}

/// All resolutions of a group, in no particular order.
pub async fn all_of(db: &impl ConnectionTrait, group: GroupId) -> Result<Vec<ResolutionRow>, DbErr> {
    resolution::Entity::find().filter(resolution::Column::GroupId.eq(group.0)).all(db).await
}

/// All links of a group's chain in their order.
pub async fn chain_of(db: &impl ConnectionTrait, group: GroupId) -> Result<Vec<WordingRow>, DbErr> {
    resolution_wording::Entity::find()
        .filter(resolution_wording::Column::GroupId.eq(group.0))
        .order_by_asc(resolution_wording::Column::Link)
        .all(db)
        .await
}
