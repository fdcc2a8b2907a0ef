//! Minutes of meetings. While they are a draft, each item's text saves by itself; a stale save is refused.
//! For the review they are frozen as a version, and participants object to paragraphs until a day. Complete
//! minutes are final, signed by chair and minute-taker, and approved by a later meeting or by silence. What
//! is changed afterwards is a draft again and ends as an amendment.
//!
//! Versions and signatures are insert-only in the database; each version is linked to the one before by its
//! SHA-256. Action lines become tasks with the review; a version keeps how they stood.
//!
//! Those who see meetings read minutes from the review on; guests without internal items and parts. Chair,
//! secretary, the coordination office, and whoever chairs the meeting or writes its minutes, write them.
//! Every change holds the row of the group.

pub mod graphql;
pub mod pdf;
pub mod rules;
pub mod service;
pub mod store;
