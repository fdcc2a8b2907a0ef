//! The pages, one folder per domain; what is fetched on demand together is an area (`outlet.rs`).
//! `page` of a folder makes the view of any of its routes.

pub mod accounts;
pub mod act;
pub mod admin;
pub mod agenda_words;
pub mod application_events;
pub mod conduct;
pub mod directory;
pub mod files;
#[cfg(debug_assertions)]
pub mod gallery;
pub mod group_roles;
pub mod groups;
pub mod home;
pub mod join;
pub mod labels;
pub mod legal;
pub mod list_frame;
pub mod meetings;
pub mod minutes;
pub mod not_found;
pub mod organisation;
pub mod resolutions;
pub mod support;
pub mod tasks;
pub mod timeline;
pub mod today;
