//! What the directory shows, to take along: lists as CSV, single entries as vCard. Public data
//! only, whoever asks: a link in a page carries no sign-in.

mod lists;
mod vcard;

pub use lists::{ListQuery, list_as_csv};
pub use vcard::{member_as_vcard, offer_as_vcard};
