//! One meeting: what is set, one's own reply, the agenda, who comes, and what is done with it.

mod acts;
mod agenda;
mod behind;
mod facts;
mod item;
mod item_acts;
mod lists;
mod page;
mod replies;
mod versions;

pub(super) use behind::Behind;
pub use page::MeetingPage;

/// The part of the page that shows what is set.
pub(super) const FACTS: &str = "meeting-facts";
/// The part of the page that shows the agenda.
pub(super) const AGENDA: &str = "meeting-agenda";
/// The part of the page that shows one's own reply.
const REPLY: &str = "meeting-reply";
