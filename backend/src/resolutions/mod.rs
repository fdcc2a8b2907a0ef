//! Resolutions of groups, and circular resolutions. Every resolution has a number without gaps in its body
//! and year (`SG-2026/017`) and a wording that never changes: it is insert-only in the database and linked
//! to the one before by its SHA-256. A correction is a resolution of its own that supersedes. What was
//! decided in a meeting is recorded with its votes; a circular resolution is decided by named votes until
//! its last day, or goes to a meeting.
//!
//! Members of the network see resolutions that are not internal; those inside the group (guests not), the
//! steering group and the coordination office see all. Chair, secretary and the coordination office record,
//! settle and open. Every change holds the row of the group, so that numbers come one after the other.

pub mod export;
pub mod graphql;
pub mod rules;
pub mod service;
pub mod store;
