//! A term of the taxonomy.

use sea_orm::entity::prelude::*;
use verbund_shared::terms::TermKind;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "terms")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub kind: TermKind,
    pub key: String,
    pub name_de: String,
    pub name_en: String,
    pub position: i32,
    pub archived: bool,
    pub tile_x: Option<i32>,
    pub tile_y: Option<i32>,
    pub version: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
