//! Staying signed in, and ending it: here, elsewhere, everywhere.

use chrono::{DateTime, Utc};
use verbund_shared::{
    id::{PersonId, SessionId},
    people::PersonState,
};

use super::{
    notify, own,
    sign_in::{OpenSession, PendingSession},
};
use crate::{
    accounts::{
        rules::{self, RefreshUse},
        secrets,
        store::{self, SessionRow, Sessions},
    },
    app::App,
    audit::{self, AuditEvent},
    authz::{Action, Actor, Caller, Facts, Permit, authorise},
    db::Transaction,
    error::{ServiceError, ServiceResult},
    people,
};

/// Sessions shown to a person.
const SHOWN_MAX: u64 = 100;

/// New tokens against the refresh token of the cookie. `None` when it stands for no session any
/// more, which is no error: every visit begins by asking.
pub async fn refresh(app: &App, caller: &Caller, token: &str) -> ServiceResult<Option<OpenSession>> {
    let permit = authorise(caller, Action::SignIn, &Facts::NONE)?;
    let now = app.clock().now();
    let hash = secrets::hash(token);
    // Forged tokens end here, before anything is locked.
    let Some(known) = store::find_refresh_token(app.db().read(), &hash).await? else { return Ok(None) };
    let tx = app.db().begin().await?;
    let first = store::use_refresh_token(&tx, &permit, &hash, now).await?;
    let Some(session) = store::find_open_session(&tx, known.session_id, now).await? else { return Ok(None) };
    if !first && is_copied(&tx, &hash, now).await? {
        revoke_copied(&tx, app, &permit, &session).await?;
        tx.commit().await?;
        return Ok(None);
    }
    let Some(person) = people::find_person(&tx, PersonId(session.person_id)).await? else { return Ok(None) };
    if person.state != PersonState::Active {
        return Ok(None);
    }
    let next = secrets::new_token();
    store::insert_refresh_token(&tx, &permit, app.clock(), session.id, secrets::hash(&next)).await?;
    let until = rules::session_end(session.created_at, now);
    store::touch_session(&tx, &permit, session.id, now, until).await?;
    store::delete_used_tokens(&tx, &permit, session.id, now).await?;
    tx.commit().await?;
    let session = PendingSession::existing(SessionId(session.id), next, until);
    Ok(Some(session.finish(app, person).await?))
}

/// Whether a used token comes back so late that two parties must have it.
async fn is_copied(tx: &Transaction, hash: &str, now: DateTime<Utc>) -> ServiceResult<bool> {
    let token = store::find_refresh_token(tx, hash).await?;
    let used_at = token.and_then(|token| token.used_at);
    Ok(used_at.is_none_or(|used_at| rules::judge_used(used_at, now) == RefreshUse::Reuse))
}

/// Ends the session, for both parties: nobody can tell who the thief is.
async fn revoke_copied(
    tx: &Transaction,
    app: &App,
    permit: &Permit,
    session: &SessionRow,
) -> ServiceResult<()> {
    let (id, holder) = (SessionId(session.id), PersonId(session.person_id));
    store::end_sessions(tx, permit, Sessions::One(id), app.clock().now(), "reuse").await?;
    let event = AuditEvent::new("session_revoke", "session")
        .object(session.id, "")
        .subject(holder)
        .detail("device", session.device.clone());
    audit::record(tx, app.clock(), permit, event).await?;
    if let Some(person) = people::find_person(tx, holder).await? {
        notify(tx, app, permit, &person, "sessions").await?;
    }
    tracing::warn!(request_id = permit.request_id(), "a refresh token was used twice; session ended");
    Ok(())
}

/// Signs out, here or everywhere. Without an access token the cookie says who. Returns how many
/// sessions ended.
pub async fn sign_out(
    app: &App,
    caller: &Caller,
    cookie: Option<&str>,
    everywhere: bool,
) -> ServiceResult<u64> {
    let permit = authorise(caller, Action::SignIn, &Facts::NONE)?;
    let Some((person, session)) = who(app, caller, cookie).await? else { return Ok(0) };
    let which = if everywhere { Sessions::All(person) } else { Sessions::One(session) };
    let tx = app.db().begin().await?;
    let ended = end(&tx, app, &permit, person, which, "signed_out").await?;
    tx.commit().await?;
    Ok(ended)
}

async fn who(
    app: &App,
    caller: &Caller,
    cookie: Option<&str>,
) -> ServiceResult<Option<(PersonId, SessionId)>> {
    if let Actor::Person { id, session, .. } = caller.actor {
        return Ok(Some((id, session)));
    }
    let Some(cookie) = cookie else { return Ok(None) };
    let Some(token) = store::find_refresh_token(app.db().read(), &secrets::hash(cookie)).await? else {
        return Ok(None);
    };
    let session = store::find_open_session(app.db().read(), token.session_id, app.clock().now()).await?;
    Ok(session.map(|session| (PersonId(session.person_id), SessionId(session.id))))
}

/// Ends sessions and notes it. For other use cases that end sessions along the way.
pub async fn end(
    tx: &Transaction,
    app: &App,
    permit: &Permit,
    person: PersonId,
    which: Sessions,
    reason: &str,
) -> ServiceResult<u64> {
    let ended = store::end_sessions(tx, permit, which, app.clock().now(), reason).await?;
    if ended > 0 {
        let mut event = AuditEvent::new("session_end", "session")
            .subject(person)
            .detail("reason", reason)
            .detail("count", ended);
        if let Sessions::One(session) = which {
            event = event.object(session.0, "");
        }
        audit::record(tx, app.clock(), permit, event).await?;
    }
    Ok(ended)
}

/// The own sessions, the last used first.
pub async fn own_sessions(app: &App, caller: &Caller) -> ServiceResult<Vec<SessionRow>> {
    let own = own(app, caller).await?;
    Ok(store::open_sessions(app.db().read(), own.id(), app.clock().now(), SHOWN_MAX).await?)
}

/// The devices somebody is signed in on, the last used first, for a use case that has asked for the
/// right.
pub async fn open_sessions_of(app: &App, person: PersonId) -> ServiceResult<Vec<SessionRow>> {
    Ok(store::open_sessions(app.db().read(), person, app.clock().now(), SHOWN_MAX).await?)
}

/// Ends one of the own sessions; none stands for an id that is not one.
///
/// # Errors
/// `NOT_FOUND` when it is not one's own, or has ended.
pub async fn end_own(app: &App, caller: &Caller, id: Option<SessionId>) -> ServiceResult<()> {
    let own = own(app, caller).await?;
    let id = id.ok_or_else(ServiceError::not_found)?;
    let tx = app.db().begin().await?;
    let session = store::find_open_session(&tx, id.0, app.clock().now()).await?;
    if session.is_none_or(|session| session.person_id != own.person.id) {
        return Err(ServiceError::not_found());
    }
    end(&tx, app, &own.permit, own.id(), Sessions::One(id), "ended_by_person").await?;
    tx.commit().await?;
    Ok(())
}
