//! The network's profile and its terms.

mod network_update;
mod terms;
