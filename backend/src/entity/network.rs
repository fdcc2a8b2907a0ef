//! The network's profile: exactly one row.

use sea_orm::entity::prelude::*;
use verbund_shared::locale::Locale;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "network")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: i32,
    pub name: String,
    pub short_name: String,
    pub founded_year: Option<i32>,
    pub contact_email: String,
    pub website: String,
    pub time_zone: String,
    pub default_locale: Locale,
    pub demonstration: bool,
    pub offer_check_days: i32,
    pub offer_grace_days: i32,
    pub version: i32,
    pub updated_at: DateTimeUtc,
    pub welcome_de: String,
    pub welcome_en: String,
    pub purpose_de: String,
    pub purpose_en: String,
    pub principles_de: String,
    pub principles_en: String,
    pub imprint_de: String,
    pub imprint_en: String,
    pub privacy_de: String,
    pub privacy_en: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
