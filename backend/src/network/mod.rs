//! The network itself: who it is, its settings, and its taxonomy (topics, target groups,
//! districts, languages). There is one network per installation.

pub mod graphql;
pub mod rules;
pub mod service;
pub mod store;
