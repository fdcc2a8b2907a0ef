//! A person's place in a group, held or awaited.

use sea_orm::entity::prelude::*;
use verbund_shared::groups::{GroupRole, GroupRoleState};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "group_roles")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub group_id: Uuid,
    pub person_id: Uuid,
    pub organisation_id: Option<Uuid>,
    pub role: GroupRole,
    pub state: GroupRoleState,
    pub from_day: Option<Date>,
    pub until_day: Option<Date>,
    pub text: String,
    pub answer: String,
    pub invited_by: Option<Uuid>,
    pub created_at: DateTimeUtc,
    pub version: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
