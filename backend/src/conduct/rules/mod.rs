//! The rules of holding a meeting, as pure functions.

pub mod quorum;
pub mod spans;
pub mod times;
