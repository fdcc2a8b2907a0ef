//! Who may do what. Rights come from dated roles: an actor is a person with the roles of today.
//! `policy::decide` is a pure function and says no by default; `authorise` turns its yes into a
//! [`Permit`], without which no store writes.

mod actor;
mod permit;
pub mod policy;

pub use actor::{Actor, Caller};
pub use permit::{Permit, authorise, may, signed_in};
pub use policy::{Action, Facts};
