//! What every test starts from: `TestApp::new()` is a whole server on an empty database of its
//! own; people sign in by one line; requests are the app's own operations.

pub mod accounts;
mod app;
pub mod database;
mod directory;
mod download;
mod organisations;
mod people;
mod request;
pub mod smtp;

pub use app::TestApp;
pub use download::Download;
pub use request::Reply;
