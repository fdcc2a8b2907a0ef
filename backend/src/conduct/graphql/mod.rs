//! Holding a meeting in the API.

mod inputs;
mod mutation;
mod objects;
mod payloads;
mod query;
mod votes;

pub use mutation::ConductMutation;
pub use query::ConductQuery;
