//! Use cases of mail: into the outbox, out of it, and looking at it.

use chrono::TimeDelta;
use verbund_shared::{error::ErrorCode, id::MailId, operation_states::MailState};

use super::{
    render, rules,
    sender::{NotSent, Sender},
    store::{self, MailKey, MailRow, Outcome},
    template::Mail,
};
use crate::{
    app::App,
    audit::{self, AuditEvent},
    authz::{Action, Caller, Facts, Permit, authorise},
    db::{Connection, Transaction},
    error::{ServiceError, ServiceResult},
    graphql::{CursorPage, page_of},
    network,
};

/// How many mails one look at the outbox takes along.
const BATCH: u64 = 50;
/// After so long the text of a sent mail is emptied.
const KEEP_SENT_BODIES: TimeDelta = TimeDelta::days(7);
/// After so long nothing remains of a mail.
const KEEP_ROWS: TimeDelta = TimeDelta::days(180);

/// Puts a mail into the outbox, in the transaction of what it tells of: it is sent if and only if
/// that is committed.
pub async fn enqueue(tx: &impl Connection, app: &App, permit: &Permit, mail: Mail) -> ServiceResult<()> {
    put(tx, app, permit, mail, None).await
}

/// The same with a calendar file that is attached.
pub async fn enqueue_with_calendar(
    tx: &impl Connection,
    app: &App,
    permit: &Permit,
    mail: Mail,
    calendar: String,
) -> ServiceResult<()> {
    put(tx, app, permit, mail, Some(calendar)).await
}

async fn put(
    tx: &impl Connection,
    app: &App,
    permit: &Permit,
    mail: Mail,
    calendar: Option<String>,
) -> ServiceResult<()> {
    let network = network::store::find_network(tx).await?;
    let name = network.map_or_else(|| "Verbund".to_owned(), |network| network.name);
    let written = render::write(&mail, &name, &app.config().public_url)?;
    store::insert_mail(tx, permit, app.clock(), &mail, written, calendar).await?;
    app.mail_waits().notify_one();
    Ok(())
}

/// Sends what is due; returns how many mails left the house. Called by the worker, again and again.
pub async fn send_due(app: &App, sender: &Sender) -> ServiceResult<usize> {
    let permit = authorise(&Caller::system(), Action::OutboxManage, &Facts::NONE)?;
    let due = store::due_mails(app.db().read(), app.clock().now(), BATCH).await?;
    if due.is_empty() {
        return Ok(0);
    }
    let network = network::service::get_network(app).await?;
    let mut sent = 0;
    for id in due {
        let tx = app.db().begin().await?;
        let Some(row) = store::lease(&tx, &permit, id, app.clock().now()).await? else { continue };
        tx.commit().await?;
        let result = sender.send(&row, &network).await;
        sent += usize::from(result.is_ok());
        settle(app, &permit, &row, result).await?;
    }
    Ok(sent)
}

async fn settle(app: &App, permit: &Permit, row: &MailRow, result: Result<(), NotSent>) -> ServiceResult<()> {
    let now = app.clock().now();
    let outcome = match result {
        Ok(()) => Outcome {
            state: MailState::Sent,
            next_attempt_at: now,
            sent_at: Some(now),
            last_error: String::new(),
        },
        Err(NotSent { complaint, permanent }) => {
            let wait = rules::wait_after(row.attempts).filter(|_| !permanent);
            tracing::warn!(mail = %row.id, attempt = row.attempts, "a mail was not sent");
            Outcome {
                state: if wait.is_some() { MailState::Queued } else { MailState::Failed },
                next_attempt_at: now + wait.unwrap_or_default(),
                sent_at: None,
                last_error: complaint,
            }
        }
    };
    let tx = app.db().begin().await?;
    store::settle(&tx, permit, row.id, outcome).await?;
    tx.commit().await?;
    Ok(())
}

/// A page of the outbox, newest first; true when more follow.
pub async fn page(
    app: &App,
    caller: &Caller,
    state: Option<MailState>,
    page: &CursorPage<MailKey>,
) -> ServiceResult<(Vec<MailRow>, bool)> {
    authorise(caller, Action::OutboxRead, &Facts::NONE)?;
    Ok(page_of(store::page(app.db().read(), state, page).await?, page.first))
}

/// How many mails there are in a state.
pub async fn count(app: &App, caller: &Caller, state: Option<MailState>) -> ServiceResult<u64> {
    authorise(caller, Action::OutboxRead, &Facts::NONE)?;
    Ok(store::count(app.db().read(), state).await?)
}

/// Whether mails leave the house at all.
pub fn is_server_set(app: &App, caller: &Caller) -> ServiceResult<bool> {
    authorise(caller, Action::OutboxRead, &Facts::NONE)?;
    Ok(app.config().smtp_url.is_some())
}

/// The text of a mail, which may hold a link that works for somebody else: only where no mail
/// server would bring it, and every look is in the audit trail.
///
/// # Errors
/// `NOT_FOUND`; `STATE_FORBIDS` where a mail server is set.
pub async fn open(app: &App, caller: &Caller, id: MailId) -> ServiceResult<MailRow> {
    let permit = authorise(caller, Action::OutboxManage, &Facts::NONE)?;
    if app.config().smtp_url.is_some() {
        return Err(ServiceError::user(ErrorCode::StateForbids).with("state", "smtp"));
    }
    let tx = app.db().begin().await?;
    let row = store::find_mail(&tx, id.0).await?.ok_or_else(ServiceError::not_found)?;
    record(&tx, app, &permit, "mail_open", &row).await?;
    tx.commit().await?;
    Ok(row)
}

/// Queues a failed mail again.
///
/// # Errors
/// `NOT_FOUND`; `STATE_FORBIDS` when it has not failed, or its text is gone.
pub async fn retry(app: &App, caller: &Caller, id: MailId) -> ServiceResult<MailRow> {
    let permit = authorise(caller, Action::OutboxManage, &Facts::NONE)?;
    let tx = app.db().begin().await?;
    let row = store::find_mail(&tx, id.0).await?.ok_or_else(ServiceError::not_found)?;
    if row.state != MailState::Failed || row.body_text.is_empty() {
        return Err(ServiceError::user(ErrorCode::StateForbids).with("state", row.state.as_str()));
    }
    store::requeue(&tx, &permit, row.id, app.clock().now()).await?;
    record(&tx, app, &permit, "mail_retry", &row).await?;
    let row = store::find_mail(&tx, id.0).await?.ok_or_else(ServiceError::not_found)?;
    tx.commit().await?;
    app.mail_waits().notify_one();
    Ok(row)
}

async fn record(
    tx: &Transaction,
    app: &App,
    permit: &Permit,
    action: &'static str,
    row: &MailRow,
) -> ServiceResult<()> {
    let event = AuditEvent::new(action, "mail")
        .object(row.id, &row.subject)
        .detail("recipient", row.recipient.clone());
    Ok(audit::record(tx, app.clock(), permit, event).await?)
}

/// Empties and removes what is no longer needed; part of the daily work.
pub async fn purge(app: &App) -> ServiceResult<u64> {
    let permit = authorise(&Caller::system(), Action::OutboxManage, &Facts::NONE)?;
    let now = app.clock().now();
    let tx = app.db().begin().await?;
    let cleared = store::clear_sent_bodies(&tx, &permit, now - KEEP_SENT_BODIES).await?;
    let removed = store::remove_old(&tx, &permit, now - KEEP_ROWS).await?;
    tx.commit().await?;
    Ok(cleared + removed)
}
