//! A version of a group's charter.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "group_charters")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub group_id: Uuid,
    pub number: i32,
    pub from_day: Option<Date>,
    pub until_day: Option<Date>,
    pub note: String,
    pub person_id: Option<Uuid>,
    pub at: DateTimeUtc,
    pub goal_de: String,
    pub goal_en: String,
    pub scope_de: String,
    pub scope_en: String,
    pub results_de: String,
    pub results_en: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
