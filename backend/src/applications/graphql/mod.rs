//! Applications in the API.

mod inputs;
mod mutation;
mod objects;
mod query;

pub use mutation::ApplicationMutation;
pub use query::ApplicationQuery;
