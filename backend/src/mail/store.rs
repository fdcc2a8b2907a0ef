//! The queries of the outbox.

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, ExprTrait, PaginatorTrait,
    QueryFilter, QueryOrder, QuerySelect, sea_query::Expr,
};
use uuid::Uuid;
use verbund_shared::operation_states::MailState;

use super::{render::Written, rules, template::Mail};
use crate::{authz::Permit, clock::Clock, entity::mail, graphql::CursorPage};

pub use mail::Model as MailRow;

/// The outbox is listed newest first.
pub type MailKey = Uuid;

/// Puts a mail into the outbox.
pub(super) async fn insert_mail(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    clock: &Clock,
    mail: &Mail,
    written: Written,
    calendar: Option<String>,
) -> Result<(), DbErr> {
    let now = clock.now();
    mail::Entity::insert(mail::ActiveModel {
        id: Set(clock.new_id()),
        recipient: Set(mail.to.clone()),
        locale: Set(mail.locale),
        template: Set(mail.template.key().to_owned()),
        subject: Set(written.subject),
        body_text: Set(written.text),
        body_html: Set(written.html),
        calendar: Set(calendar),
        state: Set(MailState::Queued),
        attempts: Set(0),
        created_at: Set(now),
        next_attempt_at: Set(now),
        leased_until: Set(None),
        sent_at: Set(None),
        last_error: Set(String::new()),
    })
    .exec_without_returning(tx)
    .await?;
    Ok(())
}

fn due(now: DateTime<Utc>) -> Condition {
    Condition::all()
        .add(mail::Column::State.eq(MailState::Queued))
        .add(mail::Column::NextAttemptAt.lte(now))
        .add(
            Condition::any().add(mail::Column::LeasedUntil.is_null()).add(mail::Column::LeasedUntil.lte(now)),
        )
}

/// What waits to be sent, the oldest first.
pub async fn due_mails(
    db: &impl ConnectionTrait,
    now: DateTime<Utc>,
    limit: u64,
) -> Result<Vec<Uuid>, DbErr> {
    mail::Entity::find()
        .select_only()
        .column(mail::Column::Id)
        .filter(due(now))
        .order_by_asc(mail::Column::NextAttemptAt)
        .order_by_asc(mail::Column::Id)
        .limit(limit)
        .into_tuple()
        .all(db)
        .await
}

/// Takes a mail for sending and counts the attempt; `None` when another process was faster.
pub async fn lease(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    id: Uuid,
    now: DateTime<Utc>,
) -> Result<Option<MailRow>, DbErr> {
    let taken = mail::Entity::update_many()
        .col_expr(mail::Column::LeasedUntil, Expr::value(now + rules::LEASE))
        .col_expr(mail::Column::Attempts, Expr::col(mail::Column::Attempts).add(1))
        .filter(mail::Column::Id.eq(id))
        .filter(due(now))
        .exec(tx)
        .await?;
    if taken.rows_affected == 0 {
        return Ok(None);
    }
    mail::Entity::find_by_id(id).one(tx).await
}

/// What became of an attempt.
pub struct Outcome {
    /// Sent, failed for good, or queued again.
    pub state: MailState,
    /// When to try again.
    pub next_attempt_at: DateTime<Utc>,
    /// When it was sent.
    pub sent_at: Option<DateTime<Utc>>,
    /// What the server complained of.
    pub last_error: String,
}

/// Keeps what became of an attempt and gives the mail back.
pub async fn settle(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    id: Uuid,
    outcome: Outcome,
) -> Result<(), DbErr> {
    mail::Entity::update_many()
        .col_expr(mail::Column::State, Expr::value(outcome.state))
        .col_expr(mail::Column::NextAttemptAt, Expr::value(outcome.next_attempt_at))
        .col_expr(mail::Column::SentAt, Expr::value(outcome.sent_at))
        .col_expr(mail::Column::LastError, Expr::value(outcome.last_error))
        .col_expr(mail::Column::LeasedUntil, Expr::value(None::<DateTime<Utc>>))
        .filter(mail::Column::Id.eq(id))
        .exec(tx)
        .await?;
    Ok(())
}

/// Queues a failed mail again, from the first attempt on.
pub async fn requeue(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    id: Uuid,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    mail::Entity::update_many()
        .col_expr(mail::Column::State, Expr::value(MailState::Queued))
        .col_expr(mail::Column::Attempts, Expr::value(0))
        .col_expr(mail::Column::NextAttemptAt, Expr::value(now))
        .filter(mail::Column::Id.eq(id))
        .exec(tx)
        .await?;
    Ok(())
}

/// One mail.
pub async fn find_mail(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<MailRow>, DbErr> {
    mail::Entity::find_by_id(id).one(db).await
}

/// A page of the outbox, newest first, with one row more than asked for; the bodies stay away.
pub async fn page(
    db: &impl ConnectionTrait,
    state: Option<MailState>,
    page: &CursorPage<MailKey>,
) -> Result<Vec<MailRow>, DbErr> {
    let mut query = filtered(state).order_by_desc(mail::Column::Id).limit(page.first + 1);
    if let Some(after) = page.after {
        query = query.filter(mail::Column::Id.lt(after));
    }
    query.all(db).await
}

/// How many mails there are.
pub async fn count(db: &impl ConnectionTrait, state: Option<MailState>) -> Result<u64, DbErr> {
    filtered(state).count(db).await
}

fn filtered(state: Option<MailState>) -> sea_orm::Select<mail::Entity> {
    let query = mail::Entity::find();
    match state {
        Some(state) => query.filter(mail::Column::State.eq(state)),
        None => query,
    }
}

/// Empties the text of mails sent before a moment: it may hold links that still work.
pub async fn clear_sent_bodies(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    before: DateTime<Utc>,
) -> Result<u64, DbErr> {
    let cleared = mail::Entity::update_many()
        .col_expr(mail::Column::BodyText, Expr::value(""))
        .col_expr(mail::Column::BodyHtml, Expr::value(""))
        .col_expr(mail::Column::Calendar, Expr::value(None::<String>))
        .filter(mail::Column::State.eq(MailState::Sent))
        .filter(mail::Column::SentAt.lt(before))
        .filter(mail::Column::BodyText.ne(""))
        .exec(tx)
        .await?;
    Ok(cleared.rows_affected)
}

/// Removes mails made before a moment.
pub async fn remove_old(
    tx: &impl ConnectionTrait,
    _permit: &Permit,
    before: DateTime<Utc>,
) -> Result<u64, DbErr> {
    let removed = mail::Entity::delete_many().filter(mail::Column::CreatedAt.lt(before)).exec(tx).await?;
    Ok(removed.rows_affected)
}
