//! The integration tests, one binary. `VERBUND_TEST_DATABASE=postgres` runs all of them on
//! PostgreSQL (with `TEST_DATABASE_URL` naming the server), otherwise on SQLite.

#![allow(clippy::unwrap_used, missing_docs)] // a test that cannot go on must stop

mod support;

mod accounts;
mod applications;
mod audit;
mod authz_matrix;
mod backup;
mod conduct;
mod denied;
mod directory;
mod door;
mod durability;
mod group_files;
mod groups;
mod imports;
mod mail;
mod meetings;
mod migrations;
mod minutes;
mod network;
mod offers;
mod organisations;
mod people;
mod resolutions;
mod schema;
mod tasks;
mod tidy;
mod today;
