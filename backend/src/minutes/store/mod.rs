//! The queries of minutes.

mod meeting;
mod minutes;
mod objections;
mod versions;
mod waiting;
mod writing;

pub use meeting::{approval_items, complete_meeting, tasks_by_id, tasks_of_votes};
pub use minutes::{MinutesChange, MinutesRow, insert_minutes, minutes_in, minutes_of, update_minutes};
pub use objections::{
    NewObjection, ObjectionRow, SignatureRow, answer_objection, find_objection, insert_objection,
    insert_signature, objections_of, signatures_of,
};
pub use versions::{VersionName, VersionRow, insert_version, version_at, version_names, versions_of};
pub use waiting::{reviews_waiting, signatures_waiting};
pub use writing::{
    ActionRow, ActionText, EntryRow, actions_of, delete_action, entries_of, find_action, find_entry,
    insert_action, save_entry, set_action_task, update_action,
};
