//! An item of an agenda, or one that waits for it.

use sea_orm::entity::prelude::*;
use verbund_shared::meetings::{AgendaItemKind, AgendaItemState};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "agenda_items")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub group_id: Uuid,
    pub meeting_id: Option<Uuid>,
    pub parent_id: Option<Uuid>,
    pub position: i32,
    pub kind: AgendaItemKind,
    pub title: String,
    pub text: String,
    pub duration: Option<i32>,
    pub presenter_id: Option<Uuid>,
    pub presenter_name: String,
    pub internal: bool,
    pub late: bool,
    pub state: AgendaItemState,
    pub reason: String,
    pub deferred_from_id: Option<Uuid>,
    pub minutes_of_id: Option<Uuid>,
    pub submitted_by: Option<Uuid>,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
    pub version: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
