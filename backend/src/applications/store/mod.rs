//! The queries of applications.

mod links;
mod read;
mod write;

pub use links::*;
pub use read::*;
pub use write::*;
