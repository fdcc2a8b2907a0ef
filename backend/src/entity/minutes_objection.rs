//! An objection to a paragraph of minutes.

use sea_orm::entity::prelude::*;
use verbund_shared::minutes::ObjectionState;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "minutes_objections")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub minutes_id: Uuid,
    pub version_number: i32,
    pub item_id: Uuid,
    pub paragraph: i32,
    pub quote: String,
    pub proposed_text: String,
    pub comment: String,
    pub state: ObjectionState,
    pub person_id: Uuid,
    pub at: DateTimeUtc,
    pub answer: String,
    pub answered_by: Option<Uuid>,
    pub answered_at: Option<DateTimeUtc>,
    pub version: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
