//! The second factor: turning it on and off, and its recovery codes.

use verbund_shared::error::ErrorCode;

use super::{
    Own, check_own_password, notify, own,
    sign_in::{confirmed_secret, use_code},
};
use crate::{
    accounts::{
        limits::{self, Bucket, SECOND_FACTOR},
        rules, secrets, store,
        totp::{self, Enrolment},
    },
    app::App,
    audit::{self, AuditEvent},
    authz::Caller,
    db::Transaction,
    error::{ServiceError, ServiceResult},
    network,
};

/// Where a person's second factor stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct State {
    /// Whether a code is asked for at sign-in.
    pub on: bool,
    /// Recovery codes that are left.
    pub recovery_codes_left: u64,
}

/// Where the own second factor stands.
pub async fn state(app: &App, caller: &Caller) -> ServiceResult<State> {
    let own = own(app, caller).await?;
    let credentials = store::find_credentials(app.db().read(), own.id()).await?;
    let on = credentials.is_some_and(|credentials| confirmed_secret(&credentials).is_some());
    let recovery_codes_left = store::count_recovery_codes(app.db().read(), own.id()).await?;
    Ok(State { on, recovery_codes_left })
}

/// Makes a secret for the authenticator app. The second factor is on only once a code is confirmed.
///
/// # Errors
/// `STATE_FORBIDS` when it is on already; `VALIDATION`, `RATE_LIMITED`.
pub async fn start(app: &App, caller: &Caller, password: &str) -> ServiceResult<Enrolment> {
    let own = own(app, caller).await?;
    check_own_password(app, caller, &own, "password", password).await?;
    if is_on(app, &own).await? {
        return Err(ServiceError::user(ErrorCode::StateForbids).with("state", "on"));
    }
    let network = network::service::get_network(app).await?;
    let enrolment = totp::enrol(&network.short_name, own.person.email.as_deref().unwrap_or_default())?;
    let tx = app.db().begin().await?;
    store::set_pending_totp(&tx, &own.permit, own.id(), enrolment.secret.to_vec()).await?;
    tx.commit().await?;
    Ok(enrolment)
}

/// Turns the second factor on by a first code; returns the recovery codes, shown this once.
///
/// # Errors
/// `STATE_FORBIDS` when it was not started or is on already; `VALIDATION` with
/// `SECOND_FACTOR_WRONG`; `RATE_LIMITED`.
pub async fn confirm(app: &App, caller: &Caller, code: &str) -> ServiceResult<Vec<String>> {
    let own = own(app, caller).await?;
    let bucket = counted(app, caller, &own).await?;
    let tx = app.db().begin().await?;
    let credentials = store::find_credentials(&tx, own.id()).await?;
    let pending = credentials.filter(|row| row.totp_confirmed_at.is_none()).and_then(|row| row.totp_secret);
    let Some(secret) = pending else {
        return Err(ServiceError::user(ErrorCode::StateForbids).with("state", "not_started"));
    };
    let now = app.clock().now();
    let step = totp::step_of(&secret, &rules::plain_code(code), now);
    let right = match step {
        Some(step) => store::use_totp_step(&tx, &own.permit, own.id(), step).await?,
        None => false,
    };
    if !right {
        return Err(ServiceError::field("code", ErrorCode::SecondFactorWrong));
    }
    store::confirm_totp(&tx, &own.permit, own.id(), now).await?;
    let codes = new_codes(&tx, app, &own).await?;
    limits::clear(&tx, &own.permit, &bucket).await?;
    note(&tx, app, &own, "second_factor_on").await?;
    tx.commit().await?;
    Ok(codes)
}

/// Turns the second factor off.
///
/// # Errors
/// `STATE_FORBIDS` when it is off; `VALIDATION`, `RATE_LIMITED`.
pub async fn disable(app: &App, caller: &Caller, password: &str, code: &str) -> ServiceResult<()> {
    let own = own(app, caller).await?;
    let tx = proven(app, caller, &own, password, code).await?;
    store::remove_totp(&tx, &own.permit, own.id()).await?;
    note(&tx, app, &own, "second_factor_off").await?;
    tx.commit().await?;
    Ok(())
}

/// Replaces the recovery codes; returns the new ones, shown this once.
///
/// # Errors
/// `STATE_FORBIDS` when the second factor is off; `VALIDATION`, `RATE_LIMITED`.
pub async fn renew_codes(
    app: &App,
    caller: &Caller,
    password: &str,
    code: &str,
) -> ServiceResult<Vec<String>> {
    let own = own(app, caller).await?;
    let tx = proven(app, caller, &own, password, code).await?;
    let codes = new_codes(&tx, app, &own).await?;
    note(&tx, app, &own, "recovery_codes").await?;
    tx.commit().await?;
    Ok(codes)
}

/// Asks for password and, where the second factor is on, for a code: before what cannot be undone.
pub(super) async fn prove_fully(
    app: &App,
    caller: &Caller,
    own: &Own,
    password: &str,
    code: &str,
) -> ServiceResult<Transaction> {
    if is_on(app, own).await? {
        return proven(app, caller, own, password, code).await;
    }
    check_own_password(app, caller, own, "password", password).await?;
    Ok(app.db().begin().await?)
}

/// Checks password and code; the transaction in which the code is used up.
async fn proven(
    app: &App,
    caller: &Caller,
    own: &Own,
    password: &str,
    code: &str,
) -> ServiceResult<Transaction> {
    check_own_password(app, caller, own, "password", password).await?;
    let bucket = counted(app, caller, own).await?;
    let tx = app.db().begin().await?;
    let credentials = store::find_credentials(&tx, own.id()).await?;
    let Some(secret) = credentials.as_ref().and_then(confirmed_secret) else {
        return Err(ServiceError::user(ErrorCode::StateForbids).with("state", "off"));
    };
    if !use_code(&tx, app, &own.permit, own.id(), secret, code).await? {
        return Err(ServiceError::field("code", ErrorCode::SecondFactorWrong));
    }
    limits::clear(&tx, &own.permit, &bucket).await?;
    Ok(tx)
}

/// Counts the entry of a code.
async fn counted(app: &App, caller: &Caller, own: &Own) -> ServiceResult<Bucket> {
    let bucket = Bucket::new(app, SECOND_FACTOR, own.person.email.as_deref().unwrap_or_default());
    limits::count(app, caller, [bucket.clone()]).await?;
    Ok(bucket)
}

async fn is_on(app: &App, own: &Own) -> ServiceResult<bool> {
    let credentials = store::find_credentials(app.db().read(), own.id()).await?;
    Ok(credentials.is_some_and(|credentials| confirmed_secret(&credentials).is_some()))
}

async fn new_codes(tx: &Transaction, app: &App, own: &Own) -> ServiceResult<Vec<String>> {
    let codes: Vec<String> = (0..rules::RECOVERY_CODES).map(|_| secrets::new_recovery_code()).collect();
    let hashes = codes.iter().map(|code| secrets::hash(&rules::plain_code(code))).collect();
    store::replace_recovery_codes(tx, &own.permit, app.clock(), own.id(), hashes).await?;
    Ok(codes)
}

/// Notes a change in the audit trail and by mail.
async fn note(tx: &Transaction, app: &App, own: &Own, what: &'static str) -> ServiceResult<()> {
    let action = match what {
        "recovery_codes" => "recovery_codes_renew",
        other => other,
    };
    let event = AuditEvent::new(action, "person").object(own.person.id, "").subject(own.id());
    audit::record(tx, app.clock(), &own.permit, event).await?;
    notify(tx, app, &own.permit, &own.person, what).await
}
