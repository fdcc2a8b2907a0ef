//! The queries of organisations.

mod contacts;
mod memberships;
mod organisations;
mod people;

pub use contacts::*;
pub use memberships::*;
pub use organisations::*;
pub use people::*;
