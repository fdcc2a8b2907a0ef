//! Minutes of a meeting.

use sea_orm::entity::prelude::*;
use verbund_shared::minutes::MinutesState;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "minutes")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub meeting_id: Uuid,
    pub state: MinutesState,
    pub amended: bool,
    pub review_until: Option<Date>,
    pub number: i32,
    pub finalised_at: Option<DateTimeUtc>,
    pub approved_on: Option<Date>,
    pub approved_by_silence: bool,
    pub created_by: Option<Uuid>,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
    pub version: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
