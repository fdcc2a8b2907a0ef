//! Files of groups: minutes of others, drafts, pictures, papers for an agenda item or a task. What a file
//! is, is decided by its bytes; it is never shown in the page, only saved. Bytes lie in the database, or in
//! an object store (S3) where the settings name one. A group has a quota.
//!
//! Whoever sees what is inside a group sees its files; guests not those of internal agenda items, and they
//! add none. Chair, secretary, the coordination office and whoever uploaded a file rename and remove it.

pub mod graphql;
pub mod rules;
pub mod service;
pub mod storage;
pub mod store;
