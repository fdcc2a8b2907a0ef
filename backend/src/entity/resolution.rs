//! A resolution of a group.

use sea_orm::entity::prelude::*;
use verbund_shared::{
    resolutions::{ResolutionLife, ResolutionStatus},
    voting::MajorityBase,
};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "resolutions")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub group_id: Uuid,
    pub year: i32,
    pub number: i32,
    pub label: String,
    pub title: String,
    pub status: ResolutionStatus,
    pub life: Option<ResolutionLife>,
    pub decided_on: Date,
    pub meeting_id: Option<Uuid>,
    pub vote_id: Option<Uuid>,
    pub circular_id: Option<Uuid>,
    pub mover_id: Option<Uuid>,
    pub secret: bool,
    pub yes: i32,
    pub no: i32,
    pub abstain: i32,
    pub present: i32,
    pub roll: i32,
    pub effective_from: Option<Date>,
    pub review_on: Option<Date>,
    pub owner_id: Option<Uuid>,
    pub supersedes_id: Option<Uuid>,
    pub life_reason: String,
    pub life_on: Option<Date>,
    pub internal: bool,
    pub search_key: String,
    pub recorded_by: Option<Uuid>,
    pub created_at: DateTimeUtc,
    pub version: i32,
    pub majority_base: MajorityBase,
    pub majority_num: i32,
    pub majority_den: i32,
    pub majority_strict: bool,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
