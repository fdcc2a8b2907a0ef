//! Meetings of groups: rules of procedure, date polls, agendas with their frozen versions, invitations.
//! What happens in the meeting itself is in `conduct`, what is written about it in `minutes`.
//!
//! Those inside the group, the steering group and the coordination office see meetings; guests see no
//! internal items. Chair, secretary and the coordination office plan them. Every change holds the row of the
//! group, so that positions, versions and numbers come one after the other.

pub mod graphql;
pub mod rules;
pub mod service;
pub mod store;
