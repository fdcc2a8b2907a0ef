//! Mail: every mail is first a row of the outbox, written in the transaction of what it tells of,
//! so that it is sent if and only if that happened. A worker in each server process sends what
//! waits; a lease per mail keeps two processes from sending the same one at the same time.
//! Without a mail server the rows wait, and the outbox page shows them to the coordination office.

pub mod graphql;
mod message;
mod render;
pub mod rules;
mod sender;
pub mod service;
pub mod store;
mod template;
mod worker;

pub use render::write_day;
pub use sender::{Sender, check_from, check_url};
pub use service::{enqueue, enqueue_with_calendar};
pub use template::{Mail, MailTemplate};
pub use worker::run as run_worker;
