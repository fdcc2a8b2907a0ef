//! Tasks in the API.

mod inputs;
mod loader;
mod mutation;
mod mutation_parts;
mod objects;
mod parts;
mod query;

pub use loader::TaskLoader;
pub use mutation::TasksMutation;
pub use mutation_parts::TaskPartsMutation;
pub use objects::Task;
pub use query::TasksQuery;
