//! A milestone of a group.

use sea_orm::entity::prelude::*;
use verbund_shared::groups::MilestoneState;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "milestones")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub group_id: Uuid,
    pub text: String,
    pub due: Date,
    pub first_due: Date,
    pub owner_id: Option<Uuid>,
    pub state: MilestoneState,
    pub reason: String,
    pub closed_on: Option<Date>,
    pub created_at: DateTimeUtc,
    pub version: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
