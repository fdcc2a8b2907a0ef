//! The one way to the server: `send` for operations, `Query` for what a page shows,
//! `Submission` for what a person does.

mod failure;
mod live;
mod query;
mod send;
mod submission;

pub use failure::ApiFailure;
pub use live::use_live;
pub use query::{Query, QueryState, use_query, use_query_when};
pub use send::{fetch_file, save_file, send, send_without_token, upload, upload_into_group};
pub use submission::Submission;
