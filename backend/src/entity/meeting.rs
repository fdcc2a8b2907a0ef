//! A meeting of a group.

use sea_orm::entity::prelude::*;
use verbund_shared::meetings::MeetingState;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "meetings")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub group_id: Uuid,
    pub title: String,
    pub state: MeetingState,
    pub starts_at: DateTimeUtc,
    pub ends_at: DateTimeUtc,
    pub place: String,
    pub online_url: String,
    pub note: String,
    pub reason: String,
    pub chair_id: Option<Uuid>,
    pub minute_taker_id: Option<Uuid>,
    pub invited_at: Option<DateTimeUtc>,
    pub notice_kept: Option<bool>,
    pub opened_at: Option<DateTimeUtc>,
    pub closed_at: Option<DateTimeUtc>,
    pub current_item_id: Option<Uuid>,
    pub sequence: i32,
    pub agenda_number: i32,
    pub created_by: Option<Uuid>,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
    pub version: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
