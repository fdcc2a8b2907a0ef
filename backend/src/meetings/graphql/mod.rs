//! Meetings in the API.

mod agenda;
mod inputs;
mod inputs_agenda;
mod loader;
mod meeting;
mod mutation;
mod mutation_agenda;
mod parts;
mod poll;
mod procedure;
mod query;

pub use agenda::AgendaItem;
pub use loader::MeetingLoader;
pub use meeting::Meeting;
pub use mutation::MeetingsMutation;
pub use mutation_agenda::AgendaMutation;
pub use parts::MeetingName;
pub use query::MeetingsQuery;
