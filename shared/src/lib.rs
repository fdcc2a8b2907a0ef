//! What server and app both speak: ids, error codes, enums, limits and operations.
//! No IO, no clock, no randomness; builds for the browser with no default features.

pub mod audit;
pub mod directory;
pub mod documents;
pub mod error;
pub mod groups;
pub mod id;
pub mod limits;
pub mod locale;
pub mod meetings;
pub mod minutes;
pub mod offers;
pub mod operation_states;
pub mod organisations;
pub mod people;
pub mod resolutions;
pub mod tasks;
pub mod terms;
pub mod today;
pub mod values;
pub mod voting;
pub mod wire;
mod words;

#[cfg(feature = "client")]
pub mod operations;
