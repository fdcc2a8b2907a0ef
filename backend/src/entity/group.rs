//! A working group.

use sea_orm::entity::prelude::*;
use verbund_shared::groups::{GroupJoining, GroupKind, GroupState, GroupStep};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "groups")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub kind: GroupKind,
    pub name_de: String,
    pub name_en: String,
    pub name_key: String,
    pub short_name: String,
    pub short_key: String,
    pub state: GroupState,
    pub joining: GroupJoining,
    pub pending_step: Option<GroupStep>,
    pub pending_text: String,
    pub pending_by: Option<Uuid>,
    pub pending_at: Option<DateTimeUtc>,
    pub last_event_id: Option<Uuid>,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
    pub version: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
