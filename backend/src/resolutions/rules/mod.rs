//! What holds of resolutions and circular resolutions, as pure decisions.

pub mod chain;
pub mod closing;
pub mod text;
