//! Telling people what waits for them in a group, and what became of it.

use verbund_shared::id::GroupId;

use crate::{
    app::App,
    authz::Permit,
    db::Transaction,
    error::ServiceResult,
    groups::store::{self, Contact, GroupMember, GroupRow, contact},
    mail::{self, Mail, MailTemplate},
    organisations,
    people::{self, PersonRow},
};
use verbund_shared::{id::OrganisationId, locale::Locale};

/// The page of a group.
fn link(group: &GroupRow) -> String {
    format!("/gruppen/{}", GroupId(group.id))
}

fn name_of(group: &GroupRow, locale: Locale) -> String {
    let english = locale == Locale::En && !group.name_en.is_empty();
    if english { group.name_en.clone() } else { group.name_de.clone() }
}

async fn send(
    tx: &Transaction,
    app: &App,
    permit: &Permit,
    group: &GroupRow,
    to: Contact,
    (template, values): (MailTemplate, Vec<(&'static str, String)>),
) -> ServiceResult<()> {
    let mut all = vec![("name", to.name), ("group", name_of(group, to.locale))];
    all.extend(values);
    let mail = Mail { to: to.email, locale: to.locale, template, values: all, link: Some(link(group)) };
    mail::enqueue(tx, app, permit, mail).await
}

async fn organisation_name(tx: &Transaction, member: &GroupMember) -> ServiceResult<String> {
    let Some(id) = member.role.organisation_id else { return Ok(String::new()) };
    let row = organisations::store::find_organisation(tx, OrganisationId(id)).await?;
    Ok(row.map(|row| row.name).unwrap_or_default())
}

/// To somebody who is invited.
pub(super) async fn invitation(
    tx: &Transaction,
    app: &App,
    permit: &Permit,
    group: &GroupRow,
    member: &GroupMember,
) -> ServiceResult<()> {
    let Some(to) = contact(&member.person) else { return Ok(()) };
    let inviter = match permit.actor().person_id() {
        Some(id) => people::find_person(tx, id).await?.and_then(|person| contact(&person)),
        None => None,
    };
    let inviter = inviter.map(|contact| contact.name).unwrap_or_default();
    let values = vec![("inviter", inviter), ("text", member.role.text.clone())];
    send(tx, app, permit, group, to, (MailTemplate::GroupInvitation, values)).await
}

/// To those who lead the group: somebody wants to join.
pub(super) async fn request(
    tx: &Transaction,
    app: &App,
    permit: &Permit,
    group: &GroupRow,
    member: &GroupMember,
) -> ServiceResult<()> {
    let organisation = organisation_name(tx, member).await?;
    for to in store::leaders_of(tx, GroupId(group.id), app.today()).await? {
        let values = vec![
            ("person", member.full_name()),
            ("organisation", organisation.clone()),
            ("text", member.role.text.clone()),
        ];
        send(tx, app, permit, group, to, (MailTemplate::GroupRequest, values)).await?;
    }
    Ok(())
}

/// To somebody who asked: what became of it.
pub(super) async fn decision(
    tx: &Transaction,
    app: &App,
    permit: &Permit,
    group: &GroupRow,
    (member, decision, reason): (&GroupMember, &str, &str),
) -> ServiceResult<()> {
    let Some(to) = contact(&member.person) else { return Ok(()) };
    let values = vec![("decision", decision.to_owned()), ("reason", reason.to_owned())];
    send(tx, app, permit, group, to, (MailTemplate::GroupDecision, values)).await
}

/// To those who represent an organisation: its consent is asked.
pub(super) async fn consent(
    tx: &Transaction,
    app: &App,
    permit: &Permit,
    group: &GroupRow,
    member: &GroupMember,
    representatives: &[PersonRow],
) -> ServiceResult<()> {
    let organisation = organisation_name(tx, member).await?;
    for to in representatives.iter().filter_map(contact) {
        let values = vec![("person", member.full_name()), ("organisation", organisation.clone())];
        send(tx, app, permit, group, to, (MailTemplate::GroupConsent, values)).await?;
    }
    Ok(())
}
