//! An application for membership.

use sea_orm::entity::prelude::*;
use verbund_shared::{
    locale::Locale,
    organisations::{ApplicationState, OrganisationKind},
};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "applications")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub import_key: Option<String>,
    pub state: ApplicationState,
    pub organisation_name: String,
    pub search_key: String,
    pub kind: OrganisationKind,
    pub purpose: String,
    pub website: String,
    pub street: String,
    pub postal_code: String,
    pub city: String,
    pub statewide: bool,
    pub contact_given_name: String,
    pub contact_family_name: String,
    pub contact_email: String,
    pub contact_phone: String,
    pub motivation: String,
    pub locale: Locale,
    pub confirm_token_hash: Option<String>,
    pub submitted_at: DateTimeUtc,
    pub confirmed_at: Option<DateTimeUtc>,
    pub decided_at: Option<DateTimeUtc>,
    pub decided_by: Option<Uuid>,
    pub decision_reason: String,
    pub organisation_id: Option<Uuid>,
    pub version: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
