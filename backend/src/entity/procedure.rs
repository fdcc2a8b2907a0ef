//! The rules of procedure of a group.

use sea_orm::entity::prelude::*;
use verbund_shared::{
    meetings::ApprovalMode,
    voting::{MajorityBase, QuorumKind, VoteBy},
};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "procedures")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub group_id: Uuid,
    pub notice_days: i32,
    pub vote_by: VoteBy,
    pub quorum_kind: QuorumKind,
    pub quorum_count: i32,
    pub quorum_num: i32,
    pub quorum_den: i32,
    pub majority_base: MajorityBase,
    pub majority_num: i32,
    pub majority_den: i32,
    pub majority_strict: bool,
    pub approval: ApprovalMode,
    pub silence_days: i32,
    pub circular_days: i32,
    pub circular_objection: bool,
    pub version: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
