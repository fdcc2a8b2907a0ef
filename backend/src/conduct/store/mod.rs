//! The queries of meetings that are held.

mod attendance;
mod background;
mod meetings;
mod own_data;
mod votes;

pub use attendance::{
    AttendanceRow, NewAttendance, SpanRow, attendances_of, change_attendance, end_open_spans, erase_notes,
    find_attendance, insert_attendance, remove_attendance, replace_spans, set_place, spans_of,
};
pub use background::{Background, backgrounds_of};
pub use meetings::{
    close_meeting, defer_rest, open_meeting, release_proposals, set_current_item, set_item_state, taken_up,
};
pub(crate) use own_data::own_attendances;
pub use votes::{
    ExclusionRow, NewVote, VoteRow, close_vote, exclusions_of, find_vote, insert_vote, resolutions_of,
    votes_of,
};
