//! Changing the address one signs in with: confirmed by a link to the new one, told to the old one.

use verbund_shared::{error::ErrorCode, id::PersonId, people::PersonState, values::FieldCheck};

use super::{check_own_password, full_name, notify, own};
use crate::{
    accounts::{
        rules, secrets,
        store::{self, NewLink, Purpose},
    },
    app::App,
    audit::{self, AuditEvent},
    authz::{Action, Caller, Facts, authorise},
    error::{ServiceError, ServiceResult, all_right, is_unique_violation},
    mail::{self, Mail, MailTemplate},
    people,
};

/// Sends a confirmation link to the new address. If somebody else has that address already, no
/// mail goes out, and nothing is said about it.
///
/// # Errors
/// `VALIDATION`, `RATE_LIMITED`.
pub async fn request_change(app: &App, caller: &Caller, email: &str, password: &str) -> ServiceResult<()> {
    let own = own(app, caller).await?;
    let mut check = FieldCheck::new();
    let email = check.required_email("email", email);
    if own.person.email.as_ref() == Some(&email) {
        check.push(verbund_shared::error::FieldError::new("email", ErrorCode::Duplicate));
    }
    all_right(check)?;
    check_own_password(app, caller, &own, "password", password).await?;

    let token = secrets::new_token();
    let tx = app.db().begin().await?;
    let taken = people::find_by_email(&tx, &email).await?.is_some();
    // Only the last one asked for counts.
    store::delete_links(&tx, &own.permit, Purpose::EmailChange, Some(own.id())).await?;
    if !taken {
        let link = NewLink {
            purpose: Purpose::EmailChange,
            token_hash: secrets::hash(&token),
            person: Some(own.id()),
            payload: email.clone(),
            expires_at: app.clock().now() + rules::LINK_LIFE,
        };
        store::insert_link(&tx, &own.permit, app.clock(), link).await?;
        let mail = Mail {
            to: email,
            locale: own.person.locale,
            template: MailTemplate::EmailChange,
            values: vec![
                ("hours", rules::LINK_LIFE.num_hours().to_string()),
                ("name", full_name(&own.person)),
            ],
            link: Some(format!("/adresse/{token}")),
        };
        mail::enqueue(&tx, app, &own.permit, mail).await?;
    }
    let event = AuditEvent::new("email_change_request", "person").object(own.person.id, "").subject(own.id());
    audit::record(&tx, app.clock(), &own.permit, event).await?;
    tx.commit().await?;
    Ok(())
}

/// Confirms the new address by its link; returns it. Links for a new password that went to the
/// old address no longer work.
///
/// # Errors
/// `LINK_INVALID`.
pub async fn confirm_change(app: &App, caller: &Caller, token: &str) -> ServiceResult<String> {
    let permit = authorise(caller, Action::LinkUse, &Facts::NONE)?;
    let invalid = || ServiceError::user(ErrorCode::LinkInvalid);
    let now = app.clock().now();
    let tx = app.db().begin().await?;
    let link = store::use_link(&tx, &permit, Purpose::EmailChange, &secrets::hash(token), now).await?;
    let link = link.ok_or_else(invalid)?;
    let id = link.person_id.map(PersonId).ok_or_else(invalid)?;
    let before = people::find_person(&tx, id).await?.ok_or_else(invalid)?;
    if before.state != PersonState::Active {
        return Err(invalid());
    }
    people::set_email(&tx, &permit, &before, &link.payload).await.map_err(|cause| {
        // Somebody else took the address after the link was sent.
        if is_unique_violation(&cause) { invalid() } else { cause.into() }
    })?;
    store::delete_links(&tx, &permit, Purpose::PasswordReset, Some(id)).await?;
    let event = AuditEvent::new("email_change", "person").object(id.0, "").subject(id);
    audit::record(&tx, app.clock(), &permit, event).await?;
    notify(&tx, app, &permit, &before, "email").await?;
    tx.commit().await?;
    Ok(link.payload)
}
