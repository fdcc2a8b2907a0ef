//! Applications for membership: filed without an account, confirmed and followed by private
//! links, reviewed and decided by coordinators and the steering group. Admission makes
//! organisation, membership and invitation in one transaction.

pub mod graphql;
pub mod rules;
pub mod service;
pub mod store;
