//! The proof of a yes. Every store write demands one, so that forgetting to ask does not compile.

use verbund_shared::{error::ErrorCode, id::PersonId};

use super::{Action, Actor, Caller, Facts, policy::decide};
use crate::error::{ServiceError, ServiceResult};

/// Proof that somebody was allowed to do something. Only [`authorise`] makes it.
#[derive(Debug)]
pub struct Permit {
    action: Action,
    actor: Actor,
    request_id: String,
}

impl Permit {
    /// What was allowed.
    pub fn action(&self) -> Action {
        self.action
    }

    /// Who was allowed.
    pub fn actor(&self) -> &Actor {
        &self.actor
    }

    /// The request it was allowed in.
    pub fn request_id(&self) -> &str {
        &self.request_id
    }
}

/// Asks for a right.
///
/// # Errors
/// `UNAUTHENTICATED` for a visitor, `FORBIDDEN` for a person without the right.
pub fn authorise(caller: &Caller, action: Action, facts: &Facts) -> ServiceResult<Permit> {
    if decide(&caller.actor, action, facts) {
        return Ok(Permit { action, actor: caller.actor.clone(), request_id: caller.request_id.clone() });
    }
    Err(match caller.actor {
        Actor::Visitor => ServiceError::user(ErrorCode::Unauthenticated),
        Actor::System | Actor::Person { .. } => ServiceError::user(ErrorCode::Forbidden),
    })
}

/// Whether a right would be given, for `viewerCan` and for what is shown.
pub fn may(caller: &Caller, action: Action, facts: &Facts) -> bool {
    decide(&caller.actor, action, facts)
}

/// Who asks. Use cases ask this first, so that a visitor learns nothing about what there is.
///
/// # Errors
/// `UNAUTHENTICATED` for a visitor.
pub fn signed_in(caller: &Caller) -> ServiceResult<PersonId> {
    caller.actor.person_id().ok_or_else(|| ServiceError::user(ErrorCode::Unauthenticated))
}
