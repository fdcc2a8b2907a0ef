//! What applicants do: file, confirm, answer, withdraw. They have no account; a private link
//! proves who they are.

use chrono::TimeDelta;
use verbund_shared::{
    error::ErrorCode, limits::TEXT_MAX, organisations::ApplicationEventKind, values::FieldCheck,
};

use super::{mails, take_step};
use crate::{
    accounts::{
        limits::{self, Bucket},
        secrets,
    },
    app::App,
    applications::{
        rules::{Filing, Step, check_filing},
        store::{self, ApplicationRow, Change},
    },
    audit::{self, AuditEvent},
    authz::{Action, Caller, Facts, authorise},
    error::{ServiceError, ServiceResult, all_right},
    mail::MailTemplate,
    network::store::terms_by_id,
};

/// How long the link in the first mail confirms the address.
pub const CONFIRM_LIFE: TimeDelta = TimeDelta::days(14);

/// Files an application and sends the mail that confirms the address. `trap` is a field that
/// people do not see: what a program writes into it is taken and thrown away, and the program
/// learns nothing.
///
/// # Errors
/// `VALIDATION`, `RATE_LIMITED`.
pub async fn file(app: &App, caller: &Caller, filing: Filing, trap: &str) -> ServiceResult<()> {
    let permit = authorise(caller, Action::ApplicationFile, &Facts::NONE)?;
    let ids: Vec<_> = filing.terms.iter().map(|term| term.0).collect();
    let known: Vec<_> = terms_by_id(app.db().read(), &ids)
        .await?
        .into_iter()
        .filter(|term| !term.archived)
        .map(|term| (term.id, term.kind))
        .collect();
    let (filing, check) = check_filing(filing, &known);
    all_right(check)?;
    let by_address = Bucket::of_address(app, limits::APPLICATION_ADDRESS, caller);
    // Nobody is flooded with mails that others ask for.
    let by_email = Bucket::new(app, limits::APPLICATION_EMAIL, &filing.contact_email);
    limits::count(app, caller, by_address.into_iter().chain([by_email])).await?;
    if !trap.is_empty() {
        tracing::info!("an application with a filled trap was thrown away");
        return Ok(());
    }
    let token = secrets::new_token();
    let tx = app.db().begin().await?;
    let row = store::insert_application(&tx, &permit, app.clock(), filing, secrets::hash(&token)).await?;
    let submitted = ApplicationEventKind::Submitted;
    store::insert_event(&tx, &permit, app.clock(), row.id, submitted, "").await?;
    let event = AuditEvent::new("application_file", "application").object(row.id, &row.organisation_name);
    audit::record(&tx, app.clock(), &permit, event).await?;
    mails::to_confirm(&tx, app, &permit, &row, &token).await?;
    tx.commit().await?;
    Ok(())
}

/// Confirms the address; gives the application and a private link's token to follow it.
///
/// # Errors
/// `LINK_INVALID` when the link is unknown, used or too old.
pub async fn confirm(app: &App, caller: &Caller, token: &str) -> ServiceResult<(ApplicationRow, String)> {
    let permit = authorise(caller, Action::LinkUse, &Facts::NONE)?;
    let tx = app.db().begin().await?;
    let row = store::lock_by_confirm_link(&tx, &secrets::hash(token))
        .await?
        .filter(|row| row.submitted_at + CONFIRM_LIFE > app.clock().now())
        .ok_or_else(link_invalid)?;
    let change = Change { confirmed_at: Some(app.clock().now()), ..Change::default() };
    let row = take_step(&tx, app, &permit, &row, Step::Confirm, "", change).await?;
    mails::to_applicant(&tx, app, &permit, &row, MailTemplate::ApplicationReceived, None).await?;
    mails::to_coordinators(&tx, app, &permit, &row, MailTemplate::ApplicationNew, None).await?;
    let follow = mails::new_link(&tx, app, &permit, &row).await?;
    tx.commit().await?;
    Ok((row, follow))
}

/// Answers the open question.
///
/// # Errors
/// `LINK_INVALID`, `VALIDATION`, `STATE_FORBIDS` when nothing was asked.
pub async fn answer(app: &App, caller: &Caller, token: &str, text: &str) -> ServiceResult<ApplicationRow> {
    let permit = authorise(caller, Action::LinkUse, &Facts::NONE)?;
    let tx = app.db().begin().await?;
    let row = store::lock_by_link(&tx, &secrets::hash(token)).await?.ok_or_else(link_invalid)?;
    let mut check = FieldCheck::new();
    let text = check.required_text("answer", text, TEXT_MAX);
    all_right(check)?;
    let row = take_step(&tx, app, &permit, &row, Step::Answer, &text, Change::default()).await?;
    let value = Some(("answer", text.as_str()));
    mails::to_coordinators(&tx, app, &permit, &row, MailTemplate::ApplicationAnswered, value).await?;
    tx.commit().await?;
    Ok(row)
}

/// Takes the application back.
///
/// # Errors
/// `LINK_INVALID`, `VALIDATION`, `STATE_FORBIDS` when it is decided already.
pub async fn withdraw(
    app: &App,
    caller: &Caller,
    token: &str,
    reason: &str,
) -> ServiceResult<ApplicationRow> {
    let permit = authorise(caller, Action::LinkUse, &Facts::NONE)?;
    let tx = app.db().begin().await?;
    let row = store::lock_by_link(&tx, &secrets::hash(token)).await?.ok_or_else(link_invalid)?;
    let mut check = FieldCheck::new();
    let reason = check.text("reason", reason, TEXT_MAX);
    all_right(check)?;
    let row = take_step(&tx, app, &permit, &row, Step::Withdraw, &reason, Change::default()).await?;
    let value = Some(("reason", reason.as_str()));
    mails::to_coordinators(&tx, app, &permit, &row, MailTemplate::ApplicationWithdrawn, value).await?;
    tx.commit().await?;
    Ok(row)
}

pub(super) fn link_invalid() -> ServiceError {
    ServiceError::user(ErrorCode::LinkInvalid)
}
