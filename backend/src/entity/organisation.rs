//! An organisation.

use sea_orm::entity::prelude::*;
use verbund_shared::organisations::OrganisationKind;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "organisations")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub import_key: Option<String>,
    pub name: String,
    pub name_key: String,
    pub search_key: String,
    pub short_name: String,
    pub kind: OrganisationKind,
    pub website: String,
    pub email: String,
    pub phone: String,
    pub street: String,
    pub postal_code: String,
    pub city: String,
    pub statewide: bool,
    pub group_consent: bool,
    pub logo_id: Option<Uuid>,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
    pub changed_seq: i64,
    pub version: i32,
    pub purpose_de: String,
    pub purpose_en: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
