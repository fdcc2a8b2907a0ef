//! The pages, one folder per domain; each folder is a chunk that is fetched on demand.
//! `page` of a folder makes the view of any of its routes.

pub mod accounts;
pub mod admin;
pub mod directory;
pub mod gallery;
pub mod home;
pub mod join;
pub mod labels;
pub mod legal;
pub mod not_found;
pub mod organisation;
pub mod support;
pub mod timeline;
pub mod today;
