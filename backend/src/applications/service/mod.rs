//! Use cases of applications: what applicants do by their links, what reviewers do, decisions.

mod applicant;
mod decision;
mod export;
mod mails;
mod read;
mod review;

pub use applicant::{CONFIRM_LIFE, answer, confirm, file, withdraw};
pub use decision::{Admission, admit, decline};
pub use export::as_csv;
pub use read::{
    LikelyDuplicate, SameAs, applications, applications_count, duplicates, events, follow, get_application,
    terms,
};
pub use review::{add_note, ask, start_review};

use super::{
    rules::{Step, after},
    store::{self, ApplicationRow, Change},
};
use crate::{
    app::App,
    audit::{self, AuditEvent},
    authz::Permit,
    db::Transaction,
    error::{ServiceError, ServiceResult},
};

/// Does a step: the state it leads to, what happened, and the audit entry.
///
/// # Errors
/// `STATE_FORBIDS` with the state it is in.
async fn take_step(
    tx: &Transaction,
    app: &App,
    permit: &Permit,
    current: &ApplicationRow,
    step: Step,
    text: &str,
    change: Change,
) -> ServiceResult<ApplicationRow> {
    let state = after(current.state, step)
        .map_err(|refused| ServiceError::user(refused.code()).with("state", refused.0.as_str()))?;
    let change = Change { state: Some(state), ..change };
    let row = store::update_application(tx, permit, current, change).await?;
    store::insert_event(tx, permit, app.clock(), row.id, step.event(), text).await?;
    let action = match step {
        Step::Confirm => "application_confirm",
        Step::StartReview => "application_start_review",
        Step::Ask => "application_ask",
        Step::Answer => "application_answer",
        Step::Note => "application_note",
        Step::Admit => "application_admit",
        Step::Decline => "application_decline",
        Step::Withdraw => "application_withdraw",
    };
    let event = AuditEvent::new(action, "application").object(row.id, &row.organisation_name);
    audit::record(tx, app.clock(), permit, event).await?;
    Ok(row)
}
