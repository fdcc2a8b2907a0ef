//! The queries of imports: the imports themselves, what is there to compare with, and writing many
//! rows at once. Here the importer knows other domains' tables, because one row at a time would
//! take minutes; what a row must look like stays the rule of its domain.

mod kept;
mod snapshot;
mod write;

pub use kept::*;
pub use snapshot::*;
pub use write::*;
