//! Working groups. A group is proposed by its chair and confirmed by the steering group, which also
//! confirms every later change of its state. Its charter has versions that are never changed; its
//! people hold dated roles, for an organisation where they come from one; its milestones are moved
//! and closed with a reason. What happened is kept as dated events.
//!
//! Members of the network see which groups there are, what for, who leads them and which
//! organisations work in them; people, milestones and history are for those inside, the steering
//! group and the coordination office. Visitors see nothing of groups.

pub mod export;
pub mod graphql;
pub mod rules;
pub mod service;
pub mod store;
