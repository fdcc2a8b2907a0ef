//! Groups in the API.

mod inputs;
mod loader;
mod mutation;
mod mutation_people;
mod objects;
mod parts;
mod query;

pub use loader::GroupLoader;
pub use mutation::GroupsMutation;
pub use mutation_people::GroupPeopleMutation;
pub use objects::Group;
pub use parts::{GroupPerson, Milestone, person};
pub use query::GroupsQuery;
