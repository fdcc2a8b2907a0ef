//! The queries of meetings.

mod agenda;
mod meetings;

pub use agenda::{AgendaItemRow, NewItem, carry_over, find_item, insert_item, items_of};
pub use meetings::{MeetingRow, find_meeting, next_ahead};
