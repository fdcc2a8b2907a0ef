//! The GraphQL schema: the roots that the domains add to, errors, connections, scalars.

mod connection;
mod error;
mod loaders;
pub mod loading;
mod markdown;
mod scalars;
mod schema;

pub use connection::{CursorPage, PageInfo, list_complexity, page_of};
pub use error::{ApiError, ApiResult};
pub use loaders::with_loaders;
pub use scalars::{Date, DateTime, LocalizedText, LocalizedTextInput, parse_id};
pub use schema::{Schema, app_of, build_schema, caller_of};
