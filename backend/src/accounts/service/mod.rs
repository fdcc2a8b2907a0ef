//! Use cases of accounts, one file per thing a person does.

pub mod deletion;
pub mod email;
pub mod first_start;
pub mod housekeeping;
pub mod invitations;
pub(super) mod links;
pub mod own_data;
pub mod password;
pub mod second_factor;
pub mod sessions;
pub mod sign_in;

use verbund_shared::{
    error::ErrorCode,
    id::{PersonId, SessionId},
};

use super::{
    limits::{self, Bucket, PASSWORD_CHECK},
    store,
};
use crate::{
    app::App,
    authz::{Action, Actor, Caller, Facts, Permit, authorise},
    db::Transaction,
    error::{ServiceError, ServiceResult},
    mail::{self, Mail, MailTemplate},
    people::{self, PersonRow},
};

/// Where a security notice leads.
const SECURITY_PAGE: &str = "/konto/sicherheit";

/// The person who asks, with the right to their own account.
struct Own {
    permit: Permit,
    person: PersonRow,
    session: SessionId,
}

impl Own {
    fn id(&self) -> PersonId {
        PersonId(self.person.id)
    }
}

/// The person who asks.
///
/// # Errors
/// `UNAUTHENTICATED` for a visitor.
async fn own(app: &App, caller: &Caller) -> ServiceResult<Own> {
    let Actor::Person { id, session, .. } = caller.actor else {
        return Err(ServiceError::user(ErrorCode::Unauthenticated));
    };
    let permit = authorise(caller, Action::OwnAccount, &Facts::person(id))?;
    let person = people::find_person(app.db().read(), id).await?.ok_or_else(ServiceError::not_found)?;
    Ok(Own { permit, person, session })
}

/// Asks for the own password again.
///
/// # Errors
/// `VALIDATION` with `PASSWORD_WRONG` on the field; `RATE_LIMITED`.
async fn check_own_password(
    app: &App,
    caller: &Caller,
    own: &Own,
    field: &str,
    password: &str,
) -> ServiceResult<()> {
    let bucket = Bucket::new(app, PASSWORD_CHECK, &own.id().to_string());
    limits::count(app, caller, [bucket.clone()]).await?;
    let credentials = store::find_credentials(app.db().read(), own.id()).await?;
    let hash = credentials.as_ref().and_then(|credentials| credentials.password_hash.as_deref());
    if !app.passwords().matches(password, hash).await? {
        return Err(ServiceError::field(field, ErrorCode::PasswordWrong));
    }
    let tx = app.db().begin().await?;
    limits::clear(&tx, &own.permit, &bucket).await?;
    tx.commit().await?;
    Ok(())
}

/// Tells a person that something about their account has changed; `what` is one of the words that
/// the mail knows.
async fn notify(
    tx: &Transaction,
    app: &App,
    permit: &Permit,
    person: &PersonRow,
    what: &str,
) -> ServiceResult<()> {
    let Some(to) = person.email.clone() else { return Ok(()) };
    let mail = Mail {
        to,
        locale: person.locale,
        template: MailTemplate::SecurityNotice,
        values: vec![("what", what.to_owned()), ("name", full_name(person))],
        link: Some(SECURITY_PAGE.to_owned()),
    };
    mail::enqueue(tx, app, permit, mail).await
}

/// Given and family name.
pub fn full_name(person: &PersonRow) -> String {
    format!("{} {}", person.given_name, person.family_name).trim().to_owned()
}
