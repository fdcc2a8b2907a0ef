//! A vote on a circular resolution, cast or not.

use sea_orm::entity::prelude::*;
use verbund_shared::resolutions::CircularChoice;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "circular_votes")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub circular_id: Uuid,
    pub organisation_id: Option<Uuid>,
    pub choice: Option<CircularChoice>,
    pub comment: String,
    pub cast_by: Option<Uuid>,
    pub cast_at: Option<DateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
