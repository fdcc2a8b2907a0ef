//! A person in the attendance of a meeting.

use sea_orm::entity::prelude::*;
use verbund_shared::{
    groups::GroupRole,
    meetings::{AttendanceAway, MeetingReply},
};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "attendances")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub meeting_id: Uuid,
    pub person_id: Option<Uuid>,
    pub name: String,
    pub organisation_id: Option<Uuid>,
    pub role: GroupRole,
    pub reply: MeetingReply,
    pub away: Option<AttendanceAway>,
    pub note: String,
    pub version: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
