//! Holding a meeting: opening and closing it, the item people speak about, who is there from when until
//! when, whether the quorum is there, votes and the resolutions that come of them.
//!
//! Those inside the group, the steering group and the coordination office see it; guests see nothing of
//! internal items. Chair, secretary, the coordination office, and whoever chairs this meeting or writes its
//! minutes hold it. Every change holds the row of the group, so that changes come one after the other.

pub mod graphql;
pub mod rules;
pub mod service;
pub mod store;
