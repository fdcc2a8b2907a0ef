//! Resolutions and circular resolutions in the API.

mod circular;
mod inputs;
mod loader;
mod mutation;
mod objects;
mod query;

pub use loader::ResolutionLoader;
pub use mutation::ResolutionsMutation;
pub use query::ResolutionsQuery;
