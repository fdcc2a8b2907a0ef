//! Support offers of member organisations: written as drafts, published, and confirmed again in
//! time. An offer whose check is overdue is marked; after the grace the public does not see it.

pub mod graphql;
pub mod reminders;
pub mod rules;
pub mod service;
pub mod store;
