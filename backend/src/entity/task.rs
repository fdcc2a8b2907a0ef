//! A task of a group.

use sea_orm::entity::prelude::*;
use verbund_shared::tasks::{TaskAssignment, TaskPriority, TaskRecurrenceUnit, TaskState};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "tasks")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub group_id: Uuid,
    pub title: String,
    pub text: String,
    pub search_key: String,
    pub due: Option<Date>,
    pub priority: TaskPriority,
    pub state: TaskState,
    pub position: String,
    pub blocked: bool,
    pub blocked_reason: String,
    pub organisation_id: Option<Uuid>,
    pub responsible_id: Option<Uuid>,
    pub assignment: TaskAssignment,
    pub assigned_by: Option<Uuid>,
    pub assignment_text: String,
    pub returned_by: Option<Uuid>,
    pub recurrence_unit: Option<TaskRecurrenceUnit>,
    pub recurrence_every: Option<i32>,
    pub recurrence_day: Option<i32>,
    pub predecessor_id: Option<Uuid>,
    pub milestone_id: Option<Uuid>,
    pub closed_on: Option<Date>,
    pub closed_reason: String,
    pub reminded: i32,
    pub created_by: Option<Uuid>,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
    pub version: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
