//! Telling people that they can vote on a circular resolution, and how it ended.

use chrono::Days;
use uuid::Uuid;
use verbund_shared::{
    id::{CircularId, ResolutionId},
    locale::Locale,
};

use crate::{
    app::App,
    authz::Permit,
    db::Transaction,
    error::ServiceResult,
    groups::store::{Contact, GroupMember, GroupRow, contact},
    mail::{self, Mail, MailTemplate, write_day},
    people,
    resolutions::store::{self, CircularRow, ResolutionRow},
};

fn link(row: &CircularRow) -> String {
    format!("/umlauf/{}", CircularId(row.id))
}

fn name_of(group: &GroupRow, locale: Locale) -> String {
    let english = locale == Locale::En && !group.name_en.is_empty();
    if english { group.name_en.clone() } else { group.name_de.clone() }
}

/// The last day on which votes count.
fn last_day(app: &App, row: &CircularRow, locale: Locale) -> String {
    let end = row.deadline.with_timezone(&app.time_zone()).date_naive();
    write_day(locale, end.checked_sub_days(Days::new(1)).unwrap_or(end))
}

async fn send(
    tx: &Transaction,
    app: &App,
    permit: &Permit,
    (group, row): (&GroupRow, &CircularRow),
    to: Contact,
    (template, more, link): (MailTemplate, Vec<(&'static str, String)>, String),
) -> ServiceResult<()> {
    let mut values =
        vec![("name", to.name), ("title", row.title.clone()), ("group", name_of(group, to.locale))];
    values.extend(more);
    let mail = Mail { to: to.email, locale: to.locale, template, values, link: Some(link) };
    mail::enqueue(tx, app, permit, mail).await
}

/// To all who may vote.
pub(super) async fn opened(
    tx: &Transaction,
    app: &App,
    permit: &Permit,
    about: (&GroupRow, &CircularRow),
    voters: &[GroupMember],
) -> ServiceResult<()> {
    for to in voters.iter().filter_map(|member| contact(&member.person)) {
        let values = vec![("day", last_day(app, about.1, to.locale))];
        send(tx, app, permit, about, to, (MailTemplate::CircularOpened, values, link(about.1))).await?;
    }
    Ok(())
}

async fn contacts(tx: &Transaction, people: Vec<Uuid>) -> ServiceResult<Vec<Contact>> {
    let rows = people::people_by_id(tx, &people).await?;
    Ok(rows.iter().filter_map(contact).collect())
}

/// To those who may cast a vote that nobody has cast; returns how many mails were written.
pub(super) async fn reminded(
    tx: &Transaction,
    app: &App,
    permit: &Permit,
    about: (&GroupRow, &CircularRow),
) -> ServiceResult<u64> {
    let votes = store::votes_of(tx, &[about.1.id]).await?;
    let uncast = |vote: &Uuid| votes.iter().any(|row| row.id == *vote && row.choice.is_none());
    let voters = store::voters_of(tx, &[about.1.id]).await?;
    let people =
        voters.into_iter().filter(|(_, vote, _)| uncast(vote)).map(|(_, _, person)| person).collect();
    let mut mails = 0;
    for to in contacts(tx, people).await? {
        let values = vec![("day", last_day(app, about.1, to.locale))];
        send(tx, app, permit, about, to, (MailTemplate::CircularReminder, values, link(about.1))).await?;
        mails += 1;
    }
    Ok(mails)
}

/// To all who could vote: how it ended.
pub(super) async fn closed(
    tx: &Transaction,
    app: &App,
    permit: &Permit,
    about: (&GroupRow, &CircularRow),
    resolution: Option<&ResolutionRow>,
) -> ServiceResult<()> {
    let voters = store::voters_of(tx, &[about.1.id]).await?;
    let people = voters.into_iter().map(|(_, _, person)| person).collect();
    let label = resolution.map(|row| row.label.clone()).unwrap_or_default();
    let path =
        resolution.map_or_else(|| link(about.1), |row| format!("/beschluesse/{}", ResolutionId(row.id)));
    for to in contacts(tx, people).await? {
        let values = vec![
            ("outcome", about.1.state.as_str().to_owned()),
            ("label", label.clone()),
            ("reason", about.1.reason.clone()),
        ];
        send(tx, app, permit, about, to, (MailTemplate::CircularClosed, values, path.clone())).await?;
    }
    Ok(())
}
