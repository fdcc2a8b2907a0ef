//! The public directory of offers and members: filtered by facets with counts, searched by words.
//!
//! It answers from an index in memory that holds no fact of its own: it is made from the database
//! and brought up to date by what changed since, told by a counter that each request reads
//! (`docs/decisions/0006-directory-index.md`).

mod bits;
mod cache;
mod collection;
pub mod export;
pub mod fold;
pub mod graphql;
mod index;
#[cfg(test)]
mod relevance;
mod search;
pub mod service;
mod store;
mod values;
mod words;

pub use cache::DirectoryCache;
pub use search::Filter;
pub use values::{DirectoryTerm, Value};
