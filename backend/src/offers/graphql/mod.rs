//! Offers in the API.

mod loader;
mod mutation;
mod object;
mod query;

pub use loader::{OfferTermsLoader, read_ahead};
pub use mutation::OffersMutation;
pub use object::Offer;
pub use query::OffersQuery;
