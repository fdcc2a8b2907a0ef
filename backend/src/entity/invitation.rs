//! An invitation to make an account and take a role.

use sea_orm::entity::prelude::*;
use verbund_shared::{
    locale::Locale,
    people::{AffiliationRole, NetworkRole},
};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "invitations")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub email: String,
    pub given_name: String,
    pub family_name: String,
    pub locale: Locale,
    pub organisation_id: Option<Uuid>,
    pub affiliation_role: Option<AffiliationRole>,
    pub network_role: Option<NetworkRole>,
    pub from_day: Date,
    pub until_day: Option<Date>,
    pub token_hash: String,
    pub invited_by: Option<Uuid>,
    pub created_at: DateTimeUtc,
    pub expires_at: DateTimeUtc,
    pub accepted_at: Option<DateTimeUtc>,
    pub accepted_by: Option<Uuid>,
    pub withdrawn_at: Option<DateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
