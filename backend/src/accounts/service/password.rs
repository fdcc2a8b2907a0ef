//! Passwords: changing, and setting a new one by a link.

use verbund_shared::{id::PersonId, people::PersonState, values::FieldCheck};

use super::{check_own_password, full_name, notify, own, sessions};
use crate::{
    accounts::{
        limits::{self, Bucket, RESET_ACCOUNT, RESET_ADDRESS, SIGN_IN_ACCOUNT},
        rules, secrets,
        store::{self, NewLink, Purpose, Sessions},
    },
    app::App,
    audit::{self, AuditEvent},
    authz::{Action, Caller, Facts, authorise},
    error::{ServiceError, ServiceResult, all_right},
    mail::{self, Mail, MailTemplate},
    people::{self, PersonRow},
};
use verbund_shared::error::ErrorCode;

/// Checks a new password against the rules and against the person's own details.
pub(super) fn check_new(field: &str, password: &str, person: &PersonRow) -> ServiceResult<()> {
    let mut check = FieldCheck::new();
    let email = person.email.as_deref().unwrap_or_default();
    rules::check_password(&mut check, field, password, &[&person.given_name, &person.family_name, email]);
    all_right(check)
}

/// Changes the own password and ends all other sessions; returns how many.
///
/// # Errors
/// `VALIDATION`, `RATE_LIMITED`.
pub async fn change(app: &App, caller: &Caller, current: &str, new: &str) -> ServiceResult<u64> {
    let own = own(app, caller).await?;
    check_new("newPassword", new, &own.person)?;
    check_own_password(app, caller, &own, "currentPassword", current).await?;
    let hash = app.passwords().hash(new).await?;
    let tx = app.db().begin().await?;
    store::set_password(&tx, &own.permit, own.id(), hash, app.clock().now()).await?;
    let others = Sessions::AllBut(own.id(), own.session);
    let ended = sessions::end(&tx, app, &own.permit, own.id(), others, "password_changed").await?;
    store::delete_links(&tx, &own.permit, Purpose::PasswordReset, Some(own.id())).await?;
    let event = AuditEvent::new("password_change", "person").object(own.person.id, "").subject(own.id());
    audit::record(&tx, app.clock(), &own.permit, event).await?;
    notify(&tx, app, &own.permit, &own.person, "password").await?;
    tx.commit().await?;
    Ok(ended)
}

/// Sends a link to set a new password, if the address has an account. Does the same work if it
/// has none, and says nothing about it.
///
/// # Errors
/// `VALIDATION`, `RATE_LIMITED`.
pub async fn request_reset(app: &App, caller: &Caller, email: &str) -> ServiceResult<()> {
    let permit = authorise(caller, Action::SignIn, &Facts::NONE)?;
    let mut check = FieldCheck::new();
    let email = check.required_email("email", email);
    all_right(check)?;
    let account = Bucket::new(app, RESET_ACCOUNT, &email);
    let address = Bucket::of_address(app, RESET_ADDRESS, caller);
    limits::count(app, caller, address.into_iter().chain([account])).await?;

    let token = secrets::new_token();
    let tx = app.db().begin().await?;
    let person = people::find_by_email(&tx, &email).await?;
    let person = person.filter(|person| person.state == PersonState::Active);
    let link = NewLink {
        purpose: Purpose::PasswordReset,
        token_hash: secrets::hash(&token),
        person: person.as_ref().map(|person| PersonId(person.id)),
        payload: String::new(),
        expires_at: app.clock().now() + rules::LINK_LIFE,
    };
    store::insert_link(&tx, &permit, app.clock(), link).await?;
    if let Some(person) = person {
        let mail = Mail {
            to: email,
            locale: person.locale,
            template: MailTemplate::PasswordReset,
            values: vec![("hours", rules::LINK_LIFE.num_hours().to_string()), ("name", full_name(&person))],
            link: Some(format!("/passwort/{token}")),
        };
        mail::enqueue(&tx, app, &permit, mail).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// Sets a new password by a link, and ends all sessions. The second factor stays as it is.
///
/// # Errors
/// `LINK_INVALID`, `VALIDATION`, `RATE_LIMITED`.
pub async fn reset(app: &App, caller: &Caller, token: &str, new: &str) -> ServiceResult<()> {
    let permit = authorise(caller, Action::LinkUse, &Facts::NONE)?;
    let invalid = || ServiceError::user(ErrorCode::LinkInvalid);
    let hash = secrets::hash(token);
    let now = app.clock().now();
    let link = store::find_link(app.db().read(), Purpose::PasswordReset, &hash, now).await?;
    let id = link.and_then(|link| link.person_id).map(PersonId).ok_or_else(invalid)?;
    let person = people::find_person(app.db().read(), id).await?.ok_or_else(invalid)?;
    check_new("newPassword", new, &person)?;
    let password_hash = app.passwords().hash(new).await?;

    let tx = app.db().begin().await?;
    store::use_link(&tx, &permit, Purpose::PasswordReset, &hash, now).await?.ok_or_else(invalid)?;
    // Read again: the person may have been disabled or have left in the meantime.
    let person = people::find_person(&tx, id).await?.ok_or_else(invalid)?;
    if person.state != PersonState::Active {
        return Err(invalid());
    }
    store::set_password(&tx, &permit, id, password_hash, now).await?;
    sessions::end(&tx, app, &permit, id, Sessions::All(id), "password_reset").await?;
    store::delete_links(&tx, &permit, Purpose::PasswordReset, Some(id)).await?;
    if let Some(email) = &person.email {
        limits::clear(&tx, &permit, &Bucket::new(app, SIGN_IN_ACCOUNT, email)).await?;
    }
    let event = AuditEvent::new("password_reset", "person").object(id.0, "").subject(id);
    audit::record(&tx, app.clock(), &permit, event).await?;
    notify(&tx, app, &permit, &person, "password").await?;
    tx.commit().await?;
    Ok(())
}
