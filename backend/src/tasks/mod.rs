//! Tasks of groups. A task has one accountable organisation and one responsible person, who is asked
//! and confirms or gives it back with a word. Its card lies in a column of the group's board; it may be
//! blocked for a reason, come again after it is done, come from a milestone. People write a checklist
//! and comments, mention each other, and watch what interests them.
//!
//! Whoever sees what is inside a group sees its tasks; guests and the steering group only read. Chair,
//! secretary, the coordination office, whoever is responsible and whoever made a task work on it. Every
//! change holds the row of the group, so that cards move one after the other.

pub mod export;
pub mod graphql;
pub mod reminders;
pub mod rules;
pub mod service;
pub mod store;
