//! Organisations: who they are (profile, terms, logo, contacts), how they stand in the network
//! (dated memberships), and who acts for them (dated roles of people).

pub mod graphql;
pub mod rules;
pub mod service;
pub mod store;
