//! Uploaded files: logos, which are decoded and written anew so that nothing hidden in them is
//! kept, and CSV files that wait to be imported.

pub mod rules;
pub mod service;
pub mod store;
