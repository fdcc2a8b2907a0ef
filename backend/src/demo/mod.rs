//! What an installation can begin with: the standard terms, and the demonstration network. Both
//! come from the files in `backend/demo`, and organisations, people and offers among them through
//! the importer, as any other CSV file would.

mod applications;
mod files;
mod groups;
mod meetings;
mod minutes;
mod resolutions;
pub mod service;
mod store;
mod tasks;

pub use files::{PASSWORD, SIGN_INS};
