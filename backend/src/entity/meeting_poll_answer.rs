//! What somebody answered to a time of a date poll.

use sea_orm::entity::prelude::*;
use verbund_shared::meetings::PollAnswer;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "meeting_poll_answers")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub option_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub person_id: Uuid,
    pub answer: PollAnswer,
    pub at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
