//! What the mutations of tasks take and give.

use async_graphql::{ID, InputObject, SimpleObject};
use verbund_shared::{
    id::{MilestoneId, OrganisationId},
    tasks::{TaskPriority, TaskRecurrenceUnit, TaskState},
};

use super::{objects::Task, parts::TaskComment};
use crate::{
    error::ServiceResult,
    graphql::Date,
    tasks::{
        rules::{recurrence::Recurrence, text::TaskText},
        service::reference,
    },
};

/// How often a task comes again after it is done.
#[derive(InputObject)]
pub struct TaskRecurrenceInput {
    /// Days, weeks, months or years.
    unit: TaskRecurrenceUnit,
    /// How many of them lie between two, 1 to 60.
    every: i32,
}

/// What a task says.
#[derive(InputObject)]
pub struct TaskTextInput {
    /// What is to be done, in one line of at most 200 characters.
    title: String,
    /// More about it, in Markdown of at most 20 000 characters.
    #[graphql(default)]
    text: String,
    /// By when; needed for what comes again.
    due: Option<Date>,
    /// How urgent it is.
    #[graphql(default_with = "TaskPriority::Normal")]
    priority: TaskPriority,
    /// The accountable organisation: one that works in the group.
    organisation_id: Option<ID>,
    /// How often it comes again; null: once.
    recurrence: Option<TaskRecurrenceInput>,
    /// The milestone of the group it comes from.
    milestone_id: Option<ID>,
}

impl TaskTextInput {
    pub(super) fn read(self) -> ServiceResult<TaskText> {
        let organisation: Option<OrganisationId> =
            self.organisation_id.map(|id| reference("organisationId", &id)).transpose()?;
        let milestone: Option<MilestoneId> =
            self.milestone_id.map(|id| reference("milestoneId", &id)).transpose()?;
        Ok(TaskText {
            title: self.title,
            text: self.text,
            due: self.due.map(|day| day.0),
            priority: self.priority,
            organisation: organisation.map(|id| id.0),
            recurrence: self.recurrence.map(|given| Recurrence { unit: given.unit, every: given.every }),
            milestone: milestone.map(|id| id.0),
        })
    }
}

macro_rules! inputs {
    ($( $(#[$doc:meta])* $name:ident { $( $(#[$field_doc:meta])* $field:ident: $ty:ty ),+ $(,)? } )+) => { $(
        $(#[$doc])*
        #[derive(InputObject)]
        pub struct $name {
            $( $(#[$field_doc])* pub(super) $field: $ty, )+
        }
    )+ };
}

inputs! {
    /// A new task.
    TaskCreateInput {
        /// Its group.
        group_id: ID,
        /// What it says.
        task: TaskTextInput,
        /// Who is asked to do it: somebody who works in the group; oneself need not confirm.
        responsible_id: Option<ID>,
        /// What is written to them.
        #[graphql(default)]
        message: String,
        /// The entries of its checklist.
        #[graphql(default)]
        checklist: Vec<String>,
    }

    /// A changed task. All fields are replaced.
    TaskChangeInput {
        /// The task.
        id: ID,
        /// The version the change is based on.
        version: i32,
        /// What it says.
        task: TaskTextInput,
    }

    /// Somebody is asked to take a task.
    TaskAssignInput {
        /// The task.
        id: ID,
        /// The version that was looked at.
        version: i32,
        /// Who: somebody who works in the group; null: nobody has it.
        person_id: Option<ID>,
        /// What is written to them.
        #[graphql(default)]
        message: String,
    }

    /// A task to take.
    TaskTakeInput {
        /// The task.
        id: ID,
        /// The version that was looked at.
        version: i32,
    }

    /// A task to confirm.
    TaskConfirmInput {
        /// The task.
        id: ID,
        /// The version that was looked at.
        version: i32,
    }

    /// A task to give back.
    TaskReturnInput {
        /// The task.
        id: ID,
        /// The version that was looked at.
        version: i32,
        /// Why; whoever asked reads it.
        reason: String,
    }

    /// A card to move.
    TaskMoveInput {
        /// The task.
        id: ID,
        /// The version that was looked at.
        version: i32,
        /// The column; `CANCELLED` is none.
        state: TaskState,
        /// The card below which it lies then; null: at the top. Where that card has left the column
        /// meanwhile, it lies at the end.
        after_id: Option<ID>,
    }

    /// A task that cannot go on.
    TaskBlockInput {
        /// The task.
        id: ID,
        /// The version that was looked at.
        version: i32,
        /// Why.
        reason: String,
    }

    /// A task that can go on.
    TaskUnblockInput {
        /// The task.
        id: ID,
        /// The version that was looked at.
        version: i32,
    }

    /// A task to give up.
    TaskCancelInput {
        /// The task.
        id: ID,
        /// The version that was looked at.
        version: i32,
        /// Why.
        reason: String,
    }

    /// A task to take up again.
    TaskReopenInput {
        /// The task.
        id: ID,
        /// The version that was looked at.
        version: i32,
    }

    /// A task to watch.
    TaskWatchInput {
        /// The task.
        id: ID,
    }

    /// A task not to watch any more.
    TaskUnwatchInput {
        /// The task.
        id: ID,
    }

    /// A new entry of a checklist.
    TaskChecklistAddInput {
        /// The task.
        task_id: ID,
        /// What is to be done.
        text: String,
    }

    /// A changed entry of a checklist.
    TaskChecklistChangeInput {
        /// The entry.
        id: ID,
        /// Its version the change is based on.
        version: i32,
        /// What is to be done.
        text: String,
    }

    /// An entry to tick.
    TaskChecklistTickInput {
        /// The entry.
        id: ID,
        /// Its version that was looked at.
        version: i32,
        /// Whether it is done.
        done: bool,
    }

    /// An entry to move.
    TaskChecklistMoveInput {
        /// The entry.
        id: ID,
        /// Its version that was looked at.
        version: i32,
        /// The entry below which it stands then; null: at the top.
        after_id: Option<ID>,
    }

    /// An entry to remove.
    TaskChecklistRemoveInput {
        /// The entry.
        id: ID,
        /// Its version that was looked at.
        version: i32,
    }

    /// A new comment.
    TaskCommentAddInput {
        /// The task.
        task_id: ID,
        /// Markdown of at most 5 000 characters; a mention stands in it as `@` with the person's name.
        body: String,
        /// Who is mentioned: people with a place in the group.
        #[graphql(default)]
        mentions: Vec<ID>,
    }

    /// A changed comment.
    TaskCommentChangeInput {
        /// The comment.
        id: ID,
        /// Its version the change is based on.
        version: i32,
        /// Markdown of at most 5 000 characters.
        body: String,
        /// Who is mentioned: people with a place in the group.
        #[graphql(default)]
        mentions: Vec<ID>,
    }

    /// A comment to remove.
    TaskCommentRemoveInput {
        /// The comment.
        id: ID,
        /// Its version that was looked at.
        version: i32,
    }
}

macro_rules! payloads {
    ($( $(#[$doc:meta])* $name:ident ),+ $(,)?) => { $(
        $(#[$doc])*
        #[derive(SimpleObject)]
        pub struct $name {
            /// The task as it stands now.
            pub(super) task: Task,
        }
    )+ };
}

payloads! {
    /// The new task.
    TaskCreatePayload,
    /// The changed task.
    TaskChangePayload,
    /// The task with whoever was asked.
    TaskAssignPayload,
    /// The task one has taken.
    TaskTakePayload,
    /// The task one has confirmed.
    TaskConfirmPayload,
    /// The task one has given back.
    TaskReturnPayload,
    /// The task that cannot go on.
    TaskBlockPayload,
    /// The task that can go on.
    TaskUnblockPayload,
    /// The task that was given up.
    TaskCancelPayload,
    /// The task that was taken up again.
    TaskReopenPayload,
    /// The task one watches.
    TaskWatchPayload,
    /// The task one does not watch any more.
    TaskUnwatchPayload,
    /// The task with the new entry.
    TaskChecklistAddPayload,
    /// The task with the changed entry.
    TaskChecklistChangePayload,
    /// The task with the ticked entry.
    TaskChecklistTickPayload,
    /// The task with the moved entry.
    TaskChecklistMovePayload,
    /// The task without the entry.
    TaskChecklistRemovePayload,
    /// The task without the comment.
    TaskCommentRemovePayload,
}

/// The moved card.
#[derive(SimpleObject)]
pub struct TaskMovePayload {
    /// The task as it stands now.
    pub(super) task: Task,
    /// The next task of its series, where this one was completed by that.
    pub(super) successor: Option<Task>,
}

/// The new comment.
#[derive(SimpleObject)]
pub struct TaskCommentAddPayload {
    /// The task as it stands now.
    pub(super) task: Task,
    /// The comment.
    pub(super) comment: TaskComment,
}

/// The changed comment.
#[derive(SimpleObject)]
pub struct TaskCommentChangePayload {
    /// The task as it stands now.
    pub(super) task: Task,
    /// The comment.
    pub(super) comment: TaskComment,
}
