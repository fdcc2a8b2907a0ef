//! Invitations: who may come in, as what. A link by mail, good once and for fourteen days, can be
//! sent again and withdrawn. Accepting it makes the account, or gives the role to one that exists.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use verbund_shared::{
    error::{ErrorCode, FieldError},
    id::{InvitationId, OrganisationId, PersonId},
    limits::LINE_MAX,
    locale::Locale,
    people::PersonState,
    values::FieldCheck,
};

use super::{
    full_name,
    sign_in::{OpenSession, open_session},
};
use crate::{
    accounts::{
        limits::{self, Bucket, INVITATION_RESEND},
        rules, secrets,
        store::{self, InvitationRow, NewInvitation},
    },
    app::App,
    audit::{self, AuditEvent},
    authz::{Action, Actor, Caller, Facts, Permit, authorise, may},
    db::{Connection, Transaction},
    error::{ServiceError, ServiceResult, all_right},
    mail::{self, Mail, MailTemplate},
    network,
    people::{self, NewPerson, PersonRow, rules::Profile},
};

pub use rules::OfferedRole;

/// Open invitations shown at once.
const SHOWN_MAX: u64 = 100;

/// Whom to invite, as what, from when to when.
#[derive(Debug, Clone)]
pub struct Invite {
    /// The address.
    pub email: String,
    /// Given name, as far as known.
    pub given_name: String,
    /// Family name, as far as known.
    pub family_name: String,
    /// Language of the mail.
    pub locale: Locale,
    /// The role they get by accepting.
    pub role: OfferedRole,
    /// The role's first day.
    pub from_day: NaiveDate,
    /// The role's last day.
    pub until_day: Option<NaiveDate>,
}

/// A sent invitation and the path of its link.
pub struct Invited {
    /// The invitation.
    pub row: InvitationRow,
    /// The path, for those who pass it on by other means than mail.
    pub path: String,
}

/// Trims and checks an invitation.
pub fn check_invite(check: &mut FieldCheck, invite: Invite, today: NaiveDate) -> Invite {
    let checked = Invite {
        email: check.required_email("email", &invite.email),
        given_name: check.line("givenName", &invite.given_name, LINE_MAX),
        family_name: check.line("familyName", &invite.family_name, LINE_MAX),
        ..invite
    };
    if let Some(until) = checked.until_day {
        if until < checked.from_day {
            check.push(FieldError::new("untilDay", ErrorCode::DateOrder));
        } else if until < today {
            check.push(FieldError::new("untilDay", ErrorCode::InvalidValue));
        }
    }
    checked
}

/// Keeps a checked invitation and puts its mail into the outbox, as a part of another use case
/// that has asked for the right.
pub async fn invite(tx: &Transaction, app: &App, permit: &Permit, invite: Invite) -> ServiceResult<Invited> {
    let token = secrets::new_token();
    let new = NewInvitation {
        email: invite.email,
        given_name: invite.given_name,
        family_name: invite.family_name,
        locale: invite.locale,
        role: invite.role,
        from_day: invite.from_day,
        until_day: invite.until_day,
        token_hash: secrets::hash(&token),
        expires_at: app.clock().now() + rules::INVITATION_LIFE,
    };
    let row = store::insert_invitation(tx, permit, app.clock(), new).await?;
    send_mail(tx, app, permit, &row, &token).await?;
    audit::record(tx, app.clock(), permit, event("invitation_send", &row)).await?;
    Ok(Invited { row, path: path_of(&token) })
}

/// Invites a person into an organisation, or into a role of the network.
///
/// # Errors
/// `VALIDATION` (`DUPLICATE` when the same invitation is open already), `NOT_FOUND`, `FORBIDDEN`,
/// `UNAUTHENTICATED`.
pub async fn send(app: &App, caller: &Caller, new: Invite) -> ServiceResult<InvitationRow> {
    let permit = may_invite(caller, new.role)?;
    let mut check = FieldCheck::new();
    let new = check_invite(&mut check, new, app.today());
    all_right(check)?;
    let tx = app.db().begin().await?;
    let organisation = match new.role {
        OfferedRole::InOrganisation(id, _) => {
            store::organisation_name(&tx, id).await?.ok_or_else(ServiceError::not_found)?;
            Some(id)
        }
        OfferedRole::InNetwork(_) => None,
    };
    let now = app.clock().now();
    let open = store::open_invitations(&tx, organisation, SHOWN_MAX).await?;
    let same = |row: &InvitationRow| {
        row.email == new.email && role_of(row).ok() == Some(new.role) && row.expires_at > now
    };
    if open.iter().any(same) {
        return Err(ServiceError::field("email", ErrorCode::Duplicate));
    }
    let invited = invite(&tx, app, &permit, new).await?;
    tx.commit().await?;
    Ok(invited.row)
}

/// Sends an open invitation again, with a new link and a new time; the old link stops working.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `UNAUTHENTICATED`, `RATE_LIMITED` with `retryAfterSeconds`.
pub async fn resend(app: &App, caller: &Caller, id: Option<InvitationId>) -> ServiceResult<InvitationRow> {
    let (row, permit) = find_mine(app, caller, id).await?;
    limits::count(app, caller, [Bucket::new(app, INVITATION_RESEND, &row.email)]).await?;
    let token = secrets::new_token();
    let until = app.clock().now() + rules::INVITATION_LIFE;
    let tx = app.db().begin().await?;
    store::renew_invitation(&tx, &permit, row.id, secrets::hash(&token), until).await?;
    let id = InvitationId(row.id);
    let row = store::find_open_invitation(&tx, id).await?.ok_or_else(ServiceError::not_found)?;
    send_mail(&tx, app, &permit, &row, &token).await?;
    audit::record(&tx, app.clock(), &permit, event("invitation_resend", &row)).await?;
    tx.commit().await?;
    Ok(row)
}

/// Withdraws an open invitation.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `UNAUTHENTICATED`.
pub async fn withdraw(app: &App, caller: &Caller, id: Option<InvitationId>) -> ServiceResult<InvitationRow> {
    let (row, permit) = find_mine(app, caller, id).await?;
    let tx = app.db().begin().await?;
    store::withdraw_invitation(&tx, &permit, row.id, app.clock().now()).await?;
    audit::record(&tx, app.clock(), &permit, event("invitation_withdraw", &row)).await?;
    tx.commit().await?;
    Ok(row)
}

/// Open invitations into an organisation, or into roles of the network.
///
/// # Errors
/// `FORBIDDEN`, `UNAUTHENTICATED`.
pub async fn list(
    app: &App,
    caller: &Caller,
    organisation: Option<OrganisationId>,
) -> ServiceResult<Vec<InvitationRow>> {
    match organisation {
        Some(id) => authorise(caller, Action::AffiliationManage, &Facts::organisation(id))?,
        None => authorise(caller, Action::NetworkRoleManage, &Facts::NONE)?,
    };
    Ok(store::open_invitations(app.db().read(), organisation, SHOWN_MAX).await?)
}

fn may_invite(caller: &Caller, role: OfferedRole) -> ServiceResult<Permit> {
    match role {
        OfferedRole::InOrganisation(id, _) => {
            authorise(caller, Action::AffiliationManage, &Facts::organisation(id))
        }
        OfferedRole::InNetwork(_) => authorise(caller, Action::NetworkRoleManage, &Facts::NONE),
    }
}

/// An open invitation that the person who asks may manage; none stands for an id that is not one.
async fn find_mine(
    app: &App,
    caller: &Caller,
    id: Option<InvitationId>,
) -> ServiceResult<(InvitationRow, Permit)> {
    // A visitor learns nothing, not even that it does not exist.
    if caller.actor == Actor::Visitor {
        return Err(ServiceError::user(ErrorCode::Unauthenticated));
    }
    let id = id.ok_or_else(ServiceError::not_found)?;
    let row = store::find_open_invitation(app.db().read(), id).await?.ok_or_else(ServiceError::not_found)?;
    let permit = may_invite(caller, role_of(&row)?).map_err(|_| ServiceError::not_found())?;
    Ok((row, permit))
}

/// The role an invitation offers.
pub fn role_of(row: &InvitationRow) -> ServiceResult<OfferedRole> {
    match (row.organisation_id, row.affiliation_role, row.network_role) {
        (Some(organisation), Some(role), _) => {
            Ok(OfferedRole::InOrganisation(OrganisationId(organisation), role))
        }
        (None, _, Some(role)) => Ok(OfferedRole::InNetwork(role)),
        _ => Err(ServiceError::broken(format!("invitation {} offers no role", row.id))),
    }
}

/// The name of what an invitation leads into: the organisation, or the network.
pub async fn into_what(db: &impl Connection, app: &App, row: &InvitationRow) -> ServiceResult<String> {
    let name = match row.organisation_id {
        Some(id) => store::organisation_name(db, OrganisationId(id)).await?,
        None => None,
    };
    match name {
        Some(name) => Ok(name),
        None => Ok(network::service::get_network(app).await?.name),
    }
}

/// The name of the person who invites; `None` when the program itself did.
pub async fn inviter(db: &impl Connection, row: &InvitationRow) -> ServiceResult<Option<String>> {
    let Some(id) = row.invited_by else { return Ok(None) };
    let person = people::find_person(db, PersonId(id)).await?;
    Ok(person.map(|person| full_name(&person)).filter(|name| !name.is_empty()))
}

fn path_of(token: &str) -> String {
    format!("/einladung/{token}")
}

fn event(action: &'static str, row: &InvitationRow) -> AuditEvent {
    let role = row.affiliation_role.map(|role| role.as_str()).or(row.network_role.map(|role| role.as_str()));
    let event =
        AuditEvent::new(action, "invitation").object(row.id, "").detail("role", role.unwrap_or_default());
    match row.organisation_id {
        Some(id) => event.organisation(OrganisationId(id)),
        None => event,
    }
}

async fn send_mail(
    tx: &Transaction,
    app: &App,
    permit: &Permit,
    row: &InvitationRow,
    token: &str,
) -> ServiceResult<()> {
    let organisation = into_what(tx, app, row).await?;
    let inviter = match inviter(tx, row).await? {
        Some(name) => name,
        None => network::service::get_network(app).await?.name,
    };
    let last_day = row.expires_at.with_timezone(&app.time_zone()).date_naive();
    let name = format!("{} {}", row.given_name, row.family_name).trim().to_owned();
    let mut values = vec![
        ("organisation", organisation),
        ("inviter", inviter),
        ("until", mail::write_day(row.locale, last_day)),
    ];
    if !name.is_empty() {
        values.push(("name", name));
    }
    let mail = Mail {
        to: row.email.clone(),
        locale: row.locale,
        template: MailTemplate::Invitation,
        values,
        link: Some(path_of(token)),
    };
    mail::enqueue(tx, app, permit, mail).await
}

/// An invitation as the invited person sees it by its link.
pub struct Shown {
    /// The invitation.
    pub row: InvitationRow,
    /// Whether the address has an account with a password: then one signs in to accept.
    pub has_account: bool,
}

/// An invitation by its link.
///
/// # Errors
/// `LINK_INVALID` when it is unknown, accepted, withdrawn or past its time.
pub async fn show(app: &App, token: &str) -> ServiceResult<Shown> {
    let row = find(app, token).await?;
    let has_account = match people::find_by_email(app.db().read(), &row.email).await? {
        Some(person) => has_password(app, &person).await?,
        None => false,
    };
    Ok(Shown { row, has_account })
}

async fn find(app: &App, token: &str) -> ServiceResult<InvitationRow> {
    store::find_by_token(app.db().read(), &secrets::hash(token), app.clock().now())
        .await?
        .ok_or_else(|| ServiceError::user(ErrorCode::LinkInvalid))
}

async fn has_password(app: &App, person: &PersonRow) -> ServiceResult<bool> {
    let credentials = store::find_credentials(app.db().read(), PersonId(person.id)).await?;
    Ok(credentials.is_some_and(|credentials| credentials.password_hash.is_some()))
}

/// What a person says on accepting who has no account yet.
#[derive(Debug, Clone)]
pub struct NewAccount {
    /// Names and language.
    pub profile: Profile,
    /// The password.
    pub password: String,
}

/// Accepts an invitation: for the person who is signed in, else with a new account, which is then
/// signed in.
///
/// # Errors
/// `LINK_INVALID`; `VALIDATION`; `UNAUTHENTICATED` when the address has an account and nobody is
/// signed in; `RATE_LIMITED`.
pub async fn accept(
    app: &App,
    caller: &Caller,
    token: &str,
    account: Option<NewAccount>,
    device: String,
) -> ServiceResult<Option<OpenSession>> {
    let row = find(app, token).await?;
    match caller.actor.person_id() {
        Some(id) => {
            accept_signed_in(app, caller, &row, id).await?;
            Ok(None)
        }
        None => accept_with_account(app, caller, &row, account, device).await.map(Some),
    }
}

async fn accept_signed_in(
    app: &App,
    caller: &Caller,
    row: &InvitationRow,
    id: PersonId,
) -> ServiceResult<()> {
    let permit = authorise(caller, Action::OwnAccount, &Facts::person(id))?;
    let tx = app.db().begin().await?;
    take_role(&tx, app, &permit, row, id).await?;
    tx.commit().await?;
    Ok(())
}

async fn accept_with_account(
    app: &App,
    caller: &Caller,
    row: &InvitationRow,
    account: Option<NewAccount>,
    device: String,
) -> ServiceResult<OpenSession> {
    let permit = authorise(caller, Action::LinkUse, &Facts::NONE)?;
    let existing = people::find_by_email(app.db().read(), &row.email).await?;
    if let Some(person) = &existing {
        if person.state != PersonState::Active {
            return Err(ServiceError::user(ErrorCode::LinkInvalid));
        }
        if has_password(app, person).await? {
            return Err(ServiceError::user(ErrorCode::Unauthenticated));
        }
    }
    let account = account.ok_or_else(|| ServiceError::field("password", ErrorCode::Required))?;
    let mut check = FieldCheck::new();
    let profile = people::rules::check_profile(&mut check, account.profile);
    let own = [profile.given_name.as_str(), &profile.family_name, &row.email];
    rules::check_password(&mut check, "password", &account.password, &own);
    all_right(check)?;
    let hash = app.passwords().hash(&account.password).await?;

    let tx = app.db().begin().await?;
    let person = match existing {
        Some(person) => person,
        None => {
            let new = NewPerson { profile, email: row.email.clone() };
            // Somebody else was faster with the same address: then one signs in to accept.
            people::insert_person(&tx, &permit, app.clock(), new)
                .await
                .map_err(crate::error::unique_as("email"))?
        }
    };
    let id = PersonId(person.id);
    store::set_password(&tx, &permit, id, hash, app.clock().now()).await?;
    take_role(&tx, app, &permit, row, id).await?;
    let session = open_session(&tx, app, caller, &person, device).await?;
    tx.commit().await?;
    session.finish(app, person).await
}

/// Uses the invitation up and gives its role.
async fn take_role(
    tx: &Transaction,
    app: &App,
    permit: &Permit,
    row: &InvitationRow,
    person: PersonId,
) -> ServiceResult<()> {
    let now: DateTime<Utc> = app.clock().now();
    if !store::accept_invitation(tx, permit, row.id, person, now).await? {
        return Err(ServiceError::user(ErrorCode::LinkInvalid));
    }
    let days = (row.from_day, row.until_day);
    match role_of(row)? {
        OfferedRole::InOrganisation(organisation, role) => {
            let held = people::affiliations_of(tx, person).await?;
            let held = held.iter().any(|one| {
                one.organisation_id == organisation.0
                    && one.role == role
                    && covers((one.from_day, one.until_day), days)
            });
            if !held {
                let what = (organisation.0, role);
                people::insert_affiliation(tx, permit, app.clock(), person, what, days).await?;
            }
        }
        OfferedRole::InNetwork(role) => {
            let held = people::network_roles_of(tx, person).await?;
            let held = held.iter().any(|one| one.role == role && covers((one.from_day, one.until_day), days));
            if !held {
                people::insert_network_role(tx, permit, app.clock(), person, role, days).await?;
            }
        }
    }
    let event = event("invitation_accept", row).subject(person);
    audit::record(tx, app.clock(), permit, event).await?;
    Ok(())
}

/// Whether the first period holds the whole of the second.
fn covers(outer: (NaiveDate, Option<NaiveDate>), inner: (NaiveDate, Option<NaiveDate>)) -> bool {
    let end = |day: Option<NaiveDate>| day.unwrap_or(NaiveDate::MAX);
    outer.0 <= inner.0 && end(inner.1) <= end(outer.1)
}

/// Open invitations that run out within a time, or have run out so lately: those into the
/// organisations somebody represents, all for coordinators.
pub async fn ending(
    app: &App,
    caller: &Caller,
    within: TimeDelta,
    at_most: u64,
) -> ServiceResult<Vec<InvitationRow>> {
    let organisations = caller.actor.represented();
    let all = may(caller, Action::PeopleRead, &Facts::NONE);
    if organisations.is_empty() && !all {
        return Ok(Vec::new());
    }
    let now = app.clock().now();
    let organisations = (!all).then_some(organisations.as_slice());
    let times = (now - rules::INVITATION_LIFE, now + within);
    Ok(store::invitations_ending(app.db().read(), organisations, times, at_most).await?)
}
