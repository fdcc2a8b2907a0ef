//! Signing in: password, second factor, and the session that follows.

use chrono::{DateTime, Utc};
use verbund_shared::{
    error::ErrorCode,
    id::{PersonId, SessionId},
    limits::PASSWORD_MAX,
    people::PersonState,
    values::FieldCheck,
};

use super::full_name;
use crate::{
    accounts::{
        actor::load_actor,
        limits::{self, Bucket, SECOND_FACTOR, SIGN_IN_ACCOUNT, SIGN_IN_ADDRESS},
        rules, secrets,
        store::{self, CredentialRow, NewSession},
        tokens::{ACCESS_TOKEN_LIFE, AccessClaims},
        totp,
    },
    app::App,
    audit::{self, AuditEvent},
    authz::{Action, Actor, Caller, Facts, Permit, authorise},
    db::Transaction,
    error::{ServiceError, ServiceResult, all_right},
    mail::{self, Mail, MailTemplate},
    people::{self, PersonRow},
};

/// Where the mail about an unknown device leads.
const SESSIONS_PAGE: &str = "/konto/sitzungen";

/// What somebody typed to sign in.
#[derive(Debug, Clone)]
pub struct SignIn {
    /// The address.
    pub email: String,
    /// The password.
    pub password: String,
    /// A code of the authenticator app, or a recovery code.
    pub code: Option<String>,
}

/// A session with new tokens for the app.
pub struct OpenSession {
    /// Who is signed in, with the roles of today.
    pub actor: Actor,
    /// The person.
    pub person: PersonRow,
    /// For the app's memory.
    pub access_token: String,
    /// Until when the access token holds.
    pub access_until: DateTime<Utc>,
    /// For the cookie.
    pub refresh_token: String,
    /// Until when the session holds.
    pub session_until: DateTime<Utc>,
}

/// Signs in.
///
/// # Errors
/// `VALIDATION`, `INVALID_CREDENTIALS`, `SECOND_FACTOR_REQUIRED`, `SECOND_FACTOR_WRONG`,
/// `RATE_LIMITED`. Says the same, after the same effort, for unknown addresses.
pub async fn sign_in(
    app: &App,
    caller: &Caller,
    input: SignIn,
    device: String,
) -> ServiceResult<OpenSession> {
    let mut check = FieldCheck::new();
    let email = check.required_email("email", &input.email);
    if input.password.is_empty() {
        check.push(verbund_shared::error::FieldError::new("password", ErrorCode::Required));
    }
    all_right(check)?;

    let account = Bucket::new(app, SIGN_IN_ACCOUNT, &email);
    let address = Bucket::of_address(app, SIGN_IN_ADDRESS, caller);
    limits::count(app, caller, address.iter().cloned().chain([account.clone()])).await?;

    let (person, credentials) = verify(app, &email, &input.password).await?;
    let mut buckets = Passed { account, address, second_factor: None };
    if let Some(secret) = confirmed_secret(&credentials) {
        let Some(code) = input.code.as_deref().filter(|code| !code.trim().is_empty()) else {
            buckets.password_was_right(app, caller).await?;
            return Err(ServiceError::user(ErrorCode::SecondFactorRequired));
        };
        let bucket = Bucket::new(app, SECOND_FACTOR, &email);
        limits::count(app, caller, [bucket.clone()]).await?;
        let permit = authorise(caller, Action::SignIn, &Facts::NONE)?;
        let tx = app.db().begin().await?;
        if !use_code(&tx, app, &permit, PersonId(person.id), secret, code).await? {
            drop(tx);
            buckets.password_was_right(app, caller).await?;
            return Err(ServiceError::user(ErrorCode::SecondFactorWrong));
        }
        tx.commit().await?;
        buckets.second_factor = Some(bucket);
    }

    let tx = app.db().begin().await?;
    let permit = authorise(caller, Action::SignIn, &Facts::NONE)?;
    tell_of_device(&tx, app, &permit, &person, &device).await?;
    let session = open_session(&tx, app, caller, &person, device).await?;
    buckets.forget(&tx, app, &permit).await?;
    tx.commit().await?;
    session.finish(app, person).await
}

/// Tells a person by mail that somebody signed in on a device that the account did not know.
async fn tell_of_device(
    tx: &Transaction,
    app: &App,
    permit: &Permit,
    person: &PersonRow,
    device: &str,
) -> ServiceResult<()> {
    let Some(to) = person.email.clone() else { return Ok(()) };
    let (id, now) = (PersonId(person.id), app.clock().now());
    let known = store::devices_of(tx, id).await?;
    let before = !known.is_empty() || audit::has_happened(tx, "session_start", id).await?;
    if !rules::tells_of_device(&known, before, device, now) {
        return Ok(());
    }
    let here = now.with_timezone(&app.time_zone());
    let device = if device.is_empty() { "unknown" } else { device };
    let mail = Mail {
        to,
        locale: person.locale,
        template: MailTemplate::NewDevice,
        values: vec![
            ("device", device.to_owned()),
            ("day", mail::write_day(person.locale, here.date_naive())),
            ("time", here.format("%H:%M").to_string()),
            ("name", full_name(person)),
        ],
        link: Some(SESSIONS_PAGE.to_owned()),
    };
    mail::enqueue(tx, app, permit, mail).await
}

/// The account behind an address and its password.
async fn verify(app: &App, email: &str, password: &str) -> ServiceResult<(PersonRow, CredentialRow)> {
    let person = people::find_by_email(app.db().read(), email).await?;
    // Asked for nobody too: an unknown address costs the same.
    let id = person.as_ref().map_or(PersonId(uuid::Uuid::nil()), |person| PersonId(person.id));
    let credentials = store::find_credentials(app.db().read(), id).await?;
    let hash = credentials.as_ref().and_then(|credentials| credentials.password_hash.as_deref());
    let right = password.chars().count() <= PASSWORD_MAX;
    let right = app.passwords().matches(password, hash.filter(|_| right)).await?;
    match (person, credentials) {
        (Some(person), Some(credentials)) if right && person.state == PersonState::Active => {
            Ok((person, credentials))
        }
        _ => Err(ServiceError::user(ErrorCode::InvalidCredentials)),
    }
}

/// The second factor's secret, when it is on.
pub(super) fn confirmed_secret(credentials: &CredentialRow) -> Option<&[u8]> {
    credentials.totp_confirmed_at.and(credentials.totp_secret.as_deref())
}

/// Uses a code of the authenticator app or a recovery code; each works once.
pub(super) async fn use_code(
    tx: &Transaction,
    app: &App,
    permit: &Permit,
    person: PersonId,
    secret: &[u8],
    code: &str,
) -> ServiceResult<bool> {
    let now = app.clock().now();
    let code = rules::plain_code(code);
    if rules::is_app_code(&code) {
        return match totp::step_of(secret, &code, now) {
            Some(step) => Ok(store::use_totp_step(tx, permit, person, step).await?),
            None => Ok(false),
        };
    }
    let used = store::use_recovery_code(tx, permit, person, &secrets::hash(&code), now).await?;
    if used {
        let event = AuditEvent::new("recovery_code_use", "person").object(person.0, "").subject(person);
        audit::record(tx, app.clock(), permit, event).await?;
    }
    Ok(used)
}

/// The attempts counted for a sign-in that knew the password.
struct Passed {
    account: Bucket,
    address: Option<Bucket>,
    second_factor: Option<Bucket>,
}

impl Passed {
    /// The password is right, the sign-in not yet through.
    async fn password_was_right(&self, app: &App, caller: &Caller) -> ServiceResult<()> {
        let permit = authorise(caller, Action::SignIn, &Facts::NONE)?;
        let tx = app.db().begin().await?;
        for bucket in self.address.iter().chain([&self.account]) {
            limits::give_back(&tx, app, &permit, bucket).await?;
        }
        tx.commit().await?;
        Ok(())
    }

    /// The sign-in is through.
    async fn forget(&self, tx: &Transaction, app: &App, permit: &Permit) -> ServiceResult<()> {
        if let Some(address) = &self.address {
            limits::give_back(tx, app, permit, address).await?;
        }
        for bucket in self.second_factor.iter().chain([&self.account]) {
            limits::clear(tx, permit, bucket).await?;
        }
        Ok(())
    }
}

/// A session written but not yet committed.
pub(super) struct PendingSession {
    session: SessionId,
    refresh_token: String,
    session_until: DateTime<Utc>,
}

/// Signs a person in on a device; the caller has made sure who it is.
pub(super) async fn open_session(
    tx: &Transaction,
    app: &App,
    caller: &Caller,
    person: &PersonRow,
    device: String,
) -> ServiceResult<PendingSession> {
    let now = app.clock().now();
    let id = PersonId(person.id);
    let session = SessionId(app.clock().new_id());
    let actor = Actor::Person {
        id,
        session,
        affiliations: Vec::new(),
        network_roles: Vec::new(),
        group_roles: Vec::new(),
    };
    let signed_in = Caller { actor, ..caller.clone() };
    let permit = authorise(&signed_in, Action::OwnAccount, &Facts::person(id))?;
    let session_until = rules::session_end(now, now);
    let refresh_token = secrets::new_token();
    let new = NewSession { id: session, person: id, device: device.clone(), expires_at: session_until };
    store::insert_session(tx, &permit, app.clock(), new).await?;
    let hash = secrets::hash(&refresh_token);
    store::insert_refresh_token(tx, &permit, app.clock(), session.0, hash).await?;
    let event = AuditEvent::new("session_start", "session")
        .object(session.0, "")
        .subject(id)
        .detail("device", device);
    audit::record(tx, app.clock(), &permit, event).await?;
    Ok(PendingSession { session, refresh_token, session_until })
}

impl PendingSession {
    /// A session that already exists, with a new refresh token.
    pub(super) fn existing(session: SessionId, refresh_token: String, session_until: DateTime<Utc>) -> Self {
        Self { session, refresh_token, session_until }
    }

    /// After the commit: the tokens, and the person with the roles of today.
    pub(super) async fn finish(self, app: &App, person: PersonRow) -> ServiceResult<OpenSession> {
        let now = app.clock().now();
        let id = PersonId(person.id);
        let claims = AccessClaims { person: id, session: self.session };
        Ok(OpenSession {
            actor: load_actor(app, id, self.session).await?,
            person,
            access_token: app.tokens().issue(claims, now)?,
            access_until: now + ACCESS_TOKEN_LIFE,
            refresh_token: self.refresh_token,
            session_until: self.session_until,
        })
    }
}
