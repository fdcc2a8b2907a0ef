//! Accounts: how a person proves who they are. A sign-in makes a session (one per device); a
//! session yields access tokens of at most ten minutes (EdDSA, in the app's memory only) against
//! a refresh token in a cookie, which changes at each use. People come in by invitation, or as the
//! first coordinator by the link that the first start prints.

pub mod actor;
mod easy_passwords;
pub mod graphql;
pub mod limits;
pub mod passwords;
pub mod rules;
pub mod secrets;
pub mod service;
pub mod store;
pub mod tokens;
pub mod totp;

pub use service::invitations;
