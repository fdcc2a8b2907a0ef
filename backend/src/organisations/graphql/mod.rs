//! Organisations in the API.

mod inputs;
mod loader;
mod mutation;
mod objects;
mod query;

pub(crate) use inputs::term_ids;
pub use loader::{OrganisationLoader, RequestLoader};
pub use mutation::OrganisationMutation;
pub use objects::Organisation;
pub use query::OrganisationQuery;
