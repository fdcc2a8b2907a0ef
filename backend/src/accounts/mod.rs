//! Accounts: how a person proves who they are. A sign-in makes a session (one per device); a
//! session yields access tokens of at most ten minutes (EdDSA, in the app's memory only) against
//! a refresh token in a cookie, which changes at each use.

pub mod actor;
pub mod store;
pub mod tokens;
