//! The Verbund server. One folder per domain (`network`, `accounts`, ...), each with the same
//! files: `rules` (pure decisions), `service` (use cases), `store` (queries), `graphql` (the API).

pub mod accounts;
pub mod app;
pub mod applications;
pub mod audit;
pub mod authz;
pub mod calendar;
pub mod cli;
pub mod clock;
pub mod conduct;
pub mod config;
pub mod db;
pub mod demo;
pub mod directory;
mod entity;
pub mod error;
mod export;
pub mod files;
pub mod graphql;
pub mod group_files;
pub mod groups;
pub mod http;
pub mod http_context;
pub mod imports;
pub mod live;
pub mod mail;
pub mod markdown;
pub mod meetings;
pub mod minutes;
pub mod network;
pub mod offers;
pub mod organisations;
pub mod people;
pub mod resolutions;
pub mod tasks;
pub mod today;
