//! What holds of minutes, as pure decisions.

pub mod attendance;
pub mod chain;
pub mod content;
pub mod diff;
pub mod gaps;
pub mod paragraphs;
pub mod signing;
pub mod text;
