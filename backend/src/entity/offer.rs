//! A support offer.

use sea_orm::entity::prelude::*;
use verbund_shared::offers::{OfferCost, OfferForm, OfferState};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "offers")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub import_key: Option<String>,
    pub organisation_id: Uuid,
    pub title_de: String,
    pub title_en: String,
    pub form: OfferForm,
    pub cost: OfferCost,
    pub statewide: bool,
    pub url: String,
    pub contact_name: String,
    pub contact_email: String,
    pub contact_phone: String,
    pub valid_from: Option<Date>,
    pub valid_until: Option<Date>,
    pub state: OfferState,
    pub checked_on: Date,
    pub checked_by: Option<Uuid>,
    pub check_again_by: Date,
    pub reminded_for: Option<Date>,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
    pub published_at: Option<DateTimeUtc>,
    pub changed_seq: i64,
    pub version: i32,
    pub summary_de: String,
    pub summary_en: String,
    pub cost_note_de: String,
    pub cost_note_en: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
