//! Tasks: states, moves, assignment, recurrence, and the limits of what people write to them.

use crate::words::words;

/// A task's text or its longest note, in characters of Markdown.
pub const TASK_TEXT_MAX: usize = 20_000;
/// A comment, in characters of Markdown.
pub const COMMENT_MAX: usize = 5_000;
/// A word to an assignment, or why a task is blocked, given back or given up.
pub const REASON_MAX: usize = 1_000;
/// Entries of one checklist.
pub const CHECKLIST_MAX: usize = 100;
/// People mentioned in one comment.
pub const MENTIONS_MAX: usize = 20;
/// Days, weeks, months or years between two tasks of a series, at most.
pub const RECURRENCE_EVERY_MAX: i32 = 60;

words! {
    /// Where a task stands.
    TaskState {
        /// Nobody has begun.
        Open = "open",
        /// Somebody works on it.
        InProgress = "in_progress",
        /// Done.
        Done = "done",
        /// Given up, with the reason.
        Cancelled = "cancelled",
    }
}

impl TaskState {
    /// The columns of a board, from left to right.
    pub const COLUMNS: [TaskState; 3] = [Self::Open, Self::InProgress, Self::Done];

    /// Whether there is nothing more to do.
    pub const fn is_final(self) -> bool {
        matches!(self, Self::Done | Self::Cancelled)
    }

    /// Whether a card may be moved from this column into another, or within it. Giving up needs a reason,
    /// so it is no move; neither is taking up again what was given up.
    pub const fn can_move_to(self, to: Self) -> bool {
        !matches!(self, Self::Cancelled) && !matches!(to, Self::Cancelled)
    }
}

words! {
    /// How urgent a task is.
    TaskPriority {
        /// When there is time.
        Low = "low",
        /// As usual.
        Normal = "normal",
        /// Before others.
        High = "high",
        /// Now.
        Urgent = "urgent",
    }
}

words! {
    /// Whether the responsible person knows and wants it.
    TaskAssignment {
        /// Nobody is responsible.
        Unassigned = "unassigned",
        /// Somebody was asked and has not answered.
        Asked = "asked",
        /// The person took it or confirmed it.
        Confirmed = "confirmed",
        /// The person gave it back, with a word; nobody is responsible.
        Returned = "returned",
    }
}

words! {
    /// In what a task comes again.
    TaskRecurrenceUnit {
        /// Days.
        Day = "day",
        /// Weeks.
        Week = "week",
        /// Months; on the last day of those that are too short.
        Month = "month",
        /// Years; on 28 February where there is no 29th.
        Year = "year",
    }
}

words! {
    /// What a task comes from.
    TaskSourceKind {
        /// A milestone of the group.
        Milestone = "milestone",
    }
}

words! {
    /// In which order a list of tasks is.
    TaskOrder {
        /// What is due first comes first, what has no day last.
        Due = "due",
        /// What was changed last comes first.
        Newest = "newest",
    }
}
