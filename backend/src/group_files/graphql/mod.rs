//! Groups' files in the API; their bytes come and go by plain HTTP (`http/group_files.rs`).

mod loader;
mod mutation;
mod objects;
mod query;

pub use loader::GroupFileLoader;
pub use mutation::GroupFilesMutation;
pub use objects::GroupFile;
pub use query::GroupFilesQuery;
