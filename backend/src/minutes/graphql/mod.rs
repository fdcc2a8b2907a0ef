//! Minutes in the API.

mod inputs;
mod loader;
mod mutation;
mod objects;
mod parts;
mod query;
mod version;

pub use loader::MinutesLoader;
pub use mutation::MinutesMutation;
pub use query::MinutesQuery;
