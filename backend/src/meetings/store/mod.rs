//! The queries of meetings.

mod agenda;
mod agenda_write;
mod attendance;
mod meetings;
mod polls;
mod procedure;
mod read;
mod waiting;

pub use agenda::{
    AgendaItemRow, NewItem, carry_over, find_item, insert_item, items_of, schedule_item, submit_item,
};
pub use agenda_write::{
    AgendaVersionRow, PaperRow, end_item, insert_version, keep_internal, papers_of, place_items, touch_item,
    update_item, versions_of,
};
pub use attendance::{AttendanceRow, attendances_of, insert_attendance, set_reply};
pub use meetings::{
    MeetingRow, Standing, find_meeting, insert_meeting, meetings_by_id, next_ahead, set_invited,
    update_meeting,
};
pub use polls::{
    PollAnswerRow, PollOptionRow, PollRow, answers_of, end_poll, find_poll, insert_poll, open_polls,
    options_of, put_answers,
};
pub use procedure::{procedures_of, put_procedure};
pub use read::{
    MeetingFilter, MeetingKey, count_meetings, items_by_id, items_of_all, items_taking_up, meetings_page,
    submitted_items,
};
pub use waiting::{items_to_present, polls_waiting, replies_waiting};
