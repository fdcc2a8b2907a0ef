//! One sea-orm entity per table. Only `store.rs` files import them; the columns are explained in
//! the migrations.

#![allow(missing_docs, dead_code)] // the migrations say what each column holds; `Relation` is the library's

pub mod affiliation;
pub mod application;
pub mod application_event;
pub mod application_link;
pub mod application_term;
pub mod attempt;
pub mod audit_entry;
pub mod checklist_item;
pub mod contact;
pub mod credential;
pub mod directory_sequence;
pub mod file;
pub mod group;
pub mod group_charter;
pub mod group_event;
pub mod group_role;
pub mod group_term;
pub mod import;
pub mod import_row;
pub mod invitation;
pub mod mail;
pub mod membership;
pub mod milestone;
pub mod network;
pub mod network_role;
pub mod offer;
pub mod offer_term;
pub mod one_time_link;
pub mod organisation;
pub mod organisation_term;
pub mod person;
pub mod recovery_code;
pub mod refresh_token;
pub mod session;
pub mod signing_key;
pub mod task;
pub mod task_comment;
pub mod task_mention;
pub mod task_watcher;
pub mod term;
