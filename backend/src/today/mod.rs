//! Today: what waits for the person who asks, and what comes next. It keeps nothing of its own;
//! each domain says through its service what it has for the person.

pub mod graphql;
mod meetings;
pub mod rules;
pub mod service;
