//! The outbox in the API.

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use verbund_shared::{id::MailId, locale::Locale, operation_states::MailState};

use super::{service, store::MailRow};
use crate::graphql::{ApiResult, CursorPage, DateTime, PageInfo, app_of, caller_of, parse_id};

/// A mail in the outbox. Its text is not part of the list, because it may hold somebody's link.
pub struct OutboxMail(MailRow);

/// A mail in the outbox. Its text is not part of the list, because it may hold somebody's link.
#[Object]
impl OutboxMail {
    /// Opaque id.
    async fn id(&self) -> ID {
        MailId(self.0.id).into()
    }

    /// The address.
    async fn recipient(&self) -> &str {
        &self.0.recipient
    }

    /// The language of its text.
    async fn locale(&self) -> Locale {
        self.0.locale
    }

    /// Which mail, such as `invitation`; a translation key.
    async fn template(&self) -> &str {
        &self.0.template
    }

    /// The subject.
    async fn subject(&self) -> &str {
        &self.0.subject
    }

    /// Where it stands.
    async fn state(&self) -> MailState {
        self.0.state
    }

    /// Attempts so far.
    async fn attempts(&self) -> i32 {
        self.0.attempts
    }

    /// When it was written.
    async fn created_at(&self) -> DateTime {
        self.0.created_at.into()
    }

    /// When it is tried next; only while it waits.
    async fn next_attempt_at(&self) -> Option<DateTime> {
        (self.0.state == MailState::Queued).then(|| self.0.next_attempt_at.into())
    }

    /// When the mail server took it.
    async fn sent_at(&self) -> Option<DateTime> {
        self.0.sent_at.map(Into::into)
    }

    /// What the mail server complained of; empty when it did not. `NO_SENDER` and `TIMEOUT` are ours.
    async fn last_error(&self) -> &str {
        &self.0.last_error
    }

    /// Whether its text is still kept; it is emptied some days after sending.
    async fn has_text(&self) -> bool {
        !self.0.body_text.is_empty()
    }
}

/// A place in the outbox.
#[derive(SimpleObject)]
pub struct OutboxMailEdge {
    /// Where to go on from here.
    cursor: String,
    /// The mail.
    node: OutboxMail,
}

/// A page of the outbox.
pub struct OutboxMailConnection {
    edges: Vec<MailRow>,
    more: bool,
    state: Option<MailState>,
}

/// A page of the outbox.
#[Object]
impl OutboxMailConnection {
    /// The mails, newest first.
    async fn edges(&self) -> Vec<OutboxMailEdge> {
        let edge = |row: &MailRow| OutboxMailEdge {
            cursor: CursorPage::cursor(&row.id),
            node: OutboxMail(row.clone()),
        };
        self.edges.iter().map(edge).collect()
    }

    /// Where the page ends.
    async fn page_info(&self) -> PageInfo {
        PageInfo {
            has_next_page: self.more,
            end_cursor: self.edges.last().map(|row| CursorPage::cursor(&row.id)),
        }
    }

    /// All mails with this filter.
    async fn total_count(&self, ctx: &Context<'_>) -> ApiResult<i32> {
        let count = service::count(app_of(ctx), caller_of(ctx), self.state).await?;
        Ok(i32::try_from(count).unwrap_or(i32::MAX))
    }
}

/// Reading the outbox.
#[derive(Default)]
pub struct MailQuery;

#[Object]
impl MailQuery {
    /// Mails that wait, were sent or have failed, newest first. Coordinators only.
    #[graphql(complexity = "first.unwrap_or(20).clamp(1, 100) as usize * child_complexity")]
    async fn outbox(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only in this state.")] state: Option<MailState>,
        #[graphql(desc = "How many, at most 100.")] first: Option<i32>,
        #[graphql(desc = "After this cursor.")] after: Option<String>,
    ) -> ApiResult<OutboxMailConnection> {
        let page = CursorPage::read(first, after)?;
        let (edges, more) = service::page(app_of(ctx), caller_of(ctx), state, &page).await?;
        Ok(OutboxMailConnection { edges, more, state })
    }

    /// Whether a mail server is set; without one, mails wait in the outbox. Coordinators only.
    async fn mail_server_set(&self, ctx: &Context<'_>) -> ApiResult<bool> {
        Ok(service::is_server_set(app_of(ctx), caller_of(ctx))?)
    }
}

/// A mail to be opened.
#[derive(InputObject)]
pub struct MailOpenInput {
    /// The mail.
    id: ID,
}

/// An opened mail.
#[derive(SimpleObject)]
pub struct MailOpenPayload {
    /// The mail.
    mail: OutboxMail,
    /// Its text, with its link.
    text: String,
}

/// A mail to be tried again.
#[derive(InputObject)]
pub struct MailRetryInput {
    /// The mail.
    id: ID,
}

/// The mail, queued again.
#[derive(SimpleObject)]
pub struct MailRetryPayload {
    /// The mail.
    mail: OutboxMail,
}

/// Working on the outbox.
#[derive(Default)]
pub struct MailMutation;

#[Object]
impl MailMutation {
    /// Shows the text of a mail, to pass its link on by hand; noted in the audit trail.
    /// Coordinators only, and only where no mail server is set.
    /// Errors: `NOT_FOUND`, `STATE_FORBIDS`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn mail_open(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which mail.")] input: MailOpenInput,
    ) -> ApiResult<MailOpenPayload> {
        let id: MailId = parse_id(&input.id)?;
        let row = service::open(app_of(ctx), caller_of(ctx), id).await?;
        Ok(MailOpenPayload { text: row.body_text.clone(), mail: OutboxMail(row) })
    }

    /// Queues a failed mail again. Coordinators only.
    /// Errors: `NOT_FOUND`, `STATE_FORBIDS`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn mail_retry(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which mail.")] input: MailRetryInput,
    ) -> ApiResult<MailRetryPayload> {
        let id: MailId = parse_id(&input.id)?;
        let row = service::retry(app_of(ctx), caller_of(ctx), id).await?;
        Ok(MailRetryPayload { mail: OutboxMail(row) })
    }
}
