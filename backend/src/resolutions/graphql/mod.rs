//! Resolutions and circular resolutions in the API.

mod circular;
mod inputs;
mod loader;
mod mutation;
mod objects;
mod query;

pub use inputs::VoteMajorityInput;
pub use loader::ResolutionLoader;
pub use mutation::ResolutionsMutation;
pub use objects::{ResolutionName, VoteMajority};
pub use query::ResolutionsQuery;
