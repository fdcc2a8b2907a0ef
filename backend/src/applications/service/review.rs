//! What reviewers do before a decision.

use verbund_shared::{id::ApplicationId, limits::TEXT_MAX, values::FieldCheck};

use super::{mails, take_step};
use crate::{
    app::App,
    applications::{
        rules::Step,
        store::{self, ApplicationRow, Change},
    },
    authz::{Action, Caller, Facts, Permit, authorise},
    db::Transaction,
    error::{ServiceError, ServiceResult, all_right, same_version},
    mail::MailTemplate,
};

/// Asks for a right and holds the application until the transaction ends, so that of two who act
/// at once the second sees what the first has done.
pub(super) async fn held(
    tx: &Transaction,
    caller: &Caller,
    action: Action,
    id: ApplicationId,
    based_on: i32,
) -> ServiceResult<(Permit, ApplicationRow)> {
    let permit = authorise(caller, action, &Facts::NONE)?;
    let row = store::lock_application(tx, id).await?.ok_or_else(ServiceError::not_found)?;
    same_version(row.version, based_on)?;
    Ok((permit, row))
}

/// A text that must not be empty.
pub(super) fn required(field: &str, text: &str) -> ServiceResult<String> {
    let mut check = FieldCheck::new();
    let text = check.required_text(field, text, TEXT_MAX);
    all_right(check)?;
    Ok(text)
}

/// Takes an application into review.
///
/// # Errors
/// `NOT_FOUND`, `CONFLICT`, `STATE_FORBIDS`, `UNAUTHENTICATED`, `FORBIDDEN`.
pub async fn start_review(
    app: &App,
    caller: &Caller,
    id: ApplicationId,
    based_on: i32,
) -> ServiceResult<ApplicationRow> {
    let tx = app.db().begin().await?;
    let (permit, row) = held(&tx, caller, Action::ApplicationReview, id, based_on).await?;
    let row = take_step(&tx, app, &permit, &row, Step::StartReview, "", Change::default()).await?;
    tx.commit().await?;
    Ok(row)
}

/// Asks the applicant a question, by mail too.
///
/// # Errors
/// `NOT_FOUND`, `VALIDATION`, `CONFLICT`, `STATE_FORBIDS`, `UNAUTHENTICATED`, `FORBIDDEN`.
pub async fn ask(
    app: &App,
    caller: &Caller,
    id: ApplicationId,
    based_on: i32,
    question: &str,
) -> ServiceResult<ApplicationRow> {
    let tx = app.db().begin().await?;
    let (permit, row) = held(&tx, caller, Action::ApplicationReview, id, based_on).await?;
    let question = required("question", question)?;
    let row = take_step(&tx, app, &permit, &row, Step::Ask, &question, Change::default()).await?;
    let value = Some(("question", question.as_str()));
    mails::to_applicant(&tx, app, &permit, &row, MailTemplate::ApplicationQuestion, value).await?;
    tx.commit().await?;
    Ok(row)
}

/// Adds a note that the applicant never sees.
///
/// # Errors
/// `NOT_FOUND`, `VALIDATION`, `CONFLICT`, `STATE_FORBIDS`, `UNAUTHENTICATED`, `FORBIDDEN`.
pub async fn add_note(
    app: &App,
    caller: &Caller,
    id: ApplicationId,
    based_on: i32,
    note: &str,
) -> ServiceResult<ApplicationRow> {
    let tx = app.db().begin().await?;
    let (permit, row) = held(&tx, caller, Action::ApplicationReview, id, based_on).await?;
    let note = required("note", note)?;
    let row = take_step(&tx, app, &permit, &row, Step::Note, &note, Change::default()).await?;
    tx.commit().await?;
    Ok(row)
}
