//! A vote in a meeting.

use sea_orm::entity::prelude::*;
use verbund_shared::{
    meetings::{VoteOutcome, VoteState},
    voting::MajorityBase,
};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "votes")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub meeting_id: Uuid,
    pub item_id: Uuid,
    pub wording: String,
    pub title: String,
    pub mover_id: Option<Uuid>,
    pub secret: bool,
    pub state: VoteState,
    pub majority_base: MajorityBase,
    pub majority_num: i32,
    pub majority_den: i32,
    pub majority_strict: bool,
    pub present: i32,
    pub roll: i32,
    pub quorate: bool,
    pub yes: i32,
    pub no: i32,
    pub abstain: i32,
    pub outcome: Option<VoteOutcome>,
    pub effective_from: Option<Date>,
    pub review_on: Option<Date>,
    pub opened_at: DateTimeUtc,
    pub closed_at: Option<DateTimeUtc>,
    pub version: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
