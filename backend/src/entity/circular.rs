//! A circular resolution: decided without a meeting.

use sea_orm::entity::prelude::*;
use verbund_shared::{resolutions::CircularState, voting::MajorityBase};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "circulars")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub group_id: Uuid,
    pub title: String,
    pub wording: String,
    pub reasons: String,
    pub state: CircularState,
    pub mover_id: Option<Uuid>,
    pub opened_at: DateTimeUtc,
    pub deadline: DateTimeUtc,
    pub closed_at: Option<DateTimeUtc>,
    pub roll: i32,
    pub quorum: i32,
    pub objection_stops: bool,
    pub reason: String,
    pub effective_from: Option<Date>,
    pub review_on: Option<Date>,
    pub internal: bool,
    pub reminded: bool,
    pub agenda_item_id: Option<Uuid>,
    pub version: i32,
    pub majority_base: MajorityBase,
    pub majority_num: i32,
    pub majority_den: i32,
    pub majority_strict: bool,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
