//! The audit trail: who did what, when, to what and why. An entry is written in the same
//! transaction as the change it tells of; it holds words and names, no sentences, which the app
//! has in both languages.

pub mod graphql;
pub mod rules;
pub mod service;
mod store;

pub use store::{AuditEvent, has_happened, record, record_all};
