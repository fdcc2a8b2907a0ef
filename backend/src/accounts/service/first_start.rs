//! The first coordinator: made by the one-time link that a start without one prints, or invited by
//! `verbund admin create`.

use verbund_shared::{
    error::ErrorCode, id::PersonId, locale::Locale, people::NetworkRole, values::FieldCheck,
};

use super::{
    invitations::{self, Invite, OfferedRole},
    sign_in::{OpenSession, open_session},
};
use crate::{
    accounts::{
        rules, secrets,
        store::{self, NewLink, Purpose},
    },
    app::App,
    audit::{self, AuditEvent},
    authz::{Action, Caller, Facts, authorise},
    error::{ServiceError, ServiceResult, all_right, unique_as},
    people::{self, NewPerson, rules::Profile},
};

/// The path of a one-time link for the first coordinator; `None` when there is one already. The
/// links of earlier starts stop working.
pub async fn first_link(app: &App) -> ServiceResult<Option<String>> {
    if people::count_coordinators(app.db().read(), app.today()).await? > 0 {
        return Ok(None);
    }
    let permit = authorise(&Caller::system(), Action::NetworkRoleManage, &Facts::NONE)?;
    let token = secrets::new_token();
    let tx = app.db().begin().await?;
    store::delete_links(&tx, &permit, Purpose::FirstCoordinator, None).await?;
    let link = NewLink {
        purpose: Purpose::FirstCoordinator,
        token_hash: secrets::hash(&token),
        person: None,
        payload: String::new(),
        expires_at: app.clock().now() + rules::FIRST_START_LIFE,
    };
    store::insert_link(&tx, &permit, app.clock(), link).await?;
    tx.commit().await?;
    Ok(Some(format!("/erster-start/{token}")))
}

/// Makes the first coordinator and signs them in.
///
/// # Errors
/// `LINK_INVALID` also when there is a coordinator by now; `VALIDATION`, `RATE_LIMITED`.
pub async fn create_first(
    app: &App,
    caller: &Caller,
    token: &str,
    (profile, email, password): (Profile, &str, &str),
    device: String,
) -> ServiceResult<OpenSession> {
    let permit = authorise(caller, Action::LinkUse, &Facts::NONE)?;
    let invalid = || ServiceError::user(ErrorCode::LinkInvalid);
    let (hash, now) = (secrets::hash(token), app.clock().now());
    store::find_link(app.db().read(), Purpose::FirstCoordinator, &hash, now).await?.ok_or_else(invalid)?;

    let mut check = FieldCheck::new();
    let profile = people::rules::check_profile(&mut check, profile);
    let email = check.required_email("email", email);
    let own = [profile.given_name.as_str(), &profile.family_name, &email];
    rules::check_password(&mut check, "password", password, &own);
    all_right(check)?;
    let password_hash = app.passwords().hash(password).await?;

    let tx = app.db().begin().await?;
    store::use_link(&tx, &permit, Purpose::FirstCoordinator, &hash, now).await?.ok_or_else(invalid)?;
    if people::count_coordinators(&tx, app.today()).await? > 0 {
        return Err(invalid());
    }
    let new = NewPerson { profile, email };
    let person = people::insert_person(&tx, &permit, app.clock(), new).await.map_err(unique_as("email"))?;
    let id = PersonId(person.id);
    store::set_password(&tx, &permit, id, password_hash, now).await?;
    let days = (app.today(), None);
    people::insert_network_role(&tx, &permit, app.clock(), id, NetworkRole::Coordinator, days).await?;
    let event = AuditEvent::new("first_coordinator_create", "person").object(person.id, "").subject(id);
    audit::record(&tx, app.clock(), &permit, event).await?;
    let session = open_session(&tx, app, caller, &person, device).await?;
    tx.commit().await?;
    session.finish(app, person).await
}

/// Invites a coordinator from the command line; returns the path of the link.
///
/// # Errors
/// `VALIDATION`.
pub async fn invite_coordinator(
    app: &App,
    email: &str,
    given_name: &str,
    family_name: &str,
    locale: Locale,
) -> ServiceResult<String> {
    let permit = authorise(&Caller::system(), Action::NetworkRoleManage, &Facts::NONE)?;
    let mut check = FieldCheck::new();
    let invite = Invite {
        email: email.to_owned(),
        given_name: given_name.to_owned(),
        family_name: family_name.to_owned(),
        locale,
        role: OfferedRole::InNetwork(NetworkRole::Coordinator),
        from_day: app.today(),
        until_day: None,
    };
    let invite = invitations::check_invite(&mut check, invite, app.today());
    all_right(check)?;
    let tx = app.db().begin().await?;
    let invited = invitations::invite(&tx, app, &permit, invite).await?;
    tx.commit().await?;
    Ok(invited.path)
}
