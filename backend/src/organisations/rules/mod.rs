//! What organisations must look like and what may happen to them; pure.

pub mod membership;
pub mod names;
pub mod profile;
pub mod roles;
