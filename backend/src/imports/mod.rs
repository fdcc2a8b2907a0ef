//! Import of organisations, people and offers from CSV files. A file is read and each of its rows
//! compared with what is there; nothing is written before a person has seen what would happen and
//! says yes. Then all of it is written, or nothing. The same file twice changes nothing.

pub mod graphql;
pub mod rules;
pub mod service;
pub mod store;
