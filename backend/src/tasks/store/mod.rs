//! The queries of tasks.

mod checklist;
mod comments;
mod people;
mod read;
mod tasks;

pub use checklist::{
    ItemRow, checklists_of, delete_item, find_item, insert_items, place_in_checklist, set_item_done,
    set_item_place, set_item_text,
};
pub use comments::{
    CommentKey, CommentRow, comment_counts, comments_page, delete_comment, find_comment, insert_comment,
    mentions_of, replace_mentions, update_comment,
};
pub use people::{
    due_tasks, erase_person, mark_reminded, unwatch, waiting_overdue, waiting_returned, waiting_to_confirm,
    watch, watched_among, watchers_of,
};
pub use read::{TaskFilter, TaskKey, TaskSort, count_tasks, tasks_page};
pub use tasks::{
    Closing, NewTask, Place, TaskRow, find_task, has_successor, insert_task, last_place, lock_task,
    next_place, set_assigned, set_blocked, set_place, update_task,
};
