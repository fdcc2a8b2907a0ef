//! Telling people of meetings: invitations with their agenda and calendar file, changes, and date polls.

use chrono::{DateTime, Utc};
use verbund_shared::{
    groups::GroupRole,
    id::{MeetingId, MeetingPollId},
    locale::Locale,
    meetings::MeetingState,
};

use super::{
    inside,
    invite::{FrozenAgenda, FrozenItem},
    plan::invited as invited_to,
};
use crate::{
    app::App,
    authz::Permit,
    calendar::{Entry, Method, Status, calendar},
    db::Transaction,
    error::ServiceResult,
    groups::{
        rules::roles::Place,
        store::{Contact, GroupMember, GroupRow, contact},
    },
    mail::{self, Mail, MailTemplate, write_day},
    meetings::store::{MeetingRow, PollRow},
};

fn name_of(group: &GroupRow, locale: Locale) -> String {
    let english = locale == Locale::En && !group.name_en.is_empty();
    if english { group.name_en.clone() } else { group.name_de.clone() }
}

/// The page of a meeting.
fn link(row: &MeetingRow) -> String {
    format!("/sitzungen/{}", MeetingId(row.id))
}

/// `09:30` where the network is.
fn time_of(app: &App, at: DateTime<Utc>) -> String {
    at.with_timezone(&app.time_zone()).format("%H:%M").to_string()
}

fn day_of(app: &App, at: DateTime<Utc>, locale: Locale) -> String {
    write_day(locale, at.with_timezone(&app.time_zone()).date_naive())
}

/// Who gets a mail: those who can sign in and have an address.
fn recipient(member: &GroupMember) -> Option<Contact> {
    contact(&member.person).filter(|_| Place::from(member).acts)
}

/// A meeting as an entry of a calendar.
pub(super) fn entry(app: &App, group: &GroupRow, row: &MeetingRow) -> Entry {
    let url = &app.config().public_url;
    let host = url.split("://").nth(1).unwrap_or(url).split(['/', ':']).next().unwrap_or_default();
    let page = format!("{url}{}", link(row));
    let description = [group.name_de.as_str(), row.online_url.as_str(), page.as_str()];
    let lines: Vec<&str> = description.into_iter().filter(|line| !line.is_empty()).collect();
    let status = match row.state {
        MeetingState::Planned => Status::Tentative,
        MeetingState::Postponed | MeetingState::Cancelled => Status::Cancelled,
        _ => Status::Confirmed,
    };
    Entry {
        uid: format!("{}@{host}", MeetingId(row.id)),
        changed_at: row.updated_at,
        starts_at: row.starts_at,
        ends_at: row.ends_at,
        summary: row.title.clone(),
        location: if row.place.is_empty() { row.online_url.clone() } else { row.place.clone() },
        description: lines.join("\n"),
        url: page,
        sequence: row.sequence,
        status,
    }
}

/// One line of an agenda: `2.1 Haushalt (10 Min., Eva Groß)`.
fn line(item: &FrozenItem) -> String {
    let duration = item.duration.map(|minutes| format!("{minutes} min"));
    let presenter = Some(item.presenter.clone()).filter(|name| !name.is_empty());
    let more: Vec<String> = duration.into_iter().chain(presenter).collect();
    let indent = if item.number.contains('.') { "   " } else { "" };
    let more = if more.is_empty() { String::new() } else { format!(" ({})", more.join(", ")) };
    format!("{indent}{} {}{more}", item.number, item.title)
}

/// An agenda as text; guests get it without what is internal.
fn agenda_text(agenda: &FrozenAgenda, guest: bool) -> String {
    let lines: Vec<String> = agenda.items.iter().filter(|item| !(guest && item.internal)).map(line).collect();
    lines.join("\n")
}

/// What every mail about a meeting says.
fn about(app: &App, group: &GroupRow, row: &MeetingRow, to: &Contact) -> Vec<(&'static str, String)> {
    vec![
        ("name", to.name.clone()),
        ("group", name_of(group, to.locale)),
        ("title", row.title.clone()),
        ("day", day_of(app, row.starts_at, to.locale)),
        ("from", time_of(app, row.starts_at)),
        ("until", time_of(app, row.ends_at)),
        ("place", row.place.clone()),
        ("url", row.online_url.clone()),
    ]
}

/// To everybody in the group: the invitation, or the changed agenda.
pub(super) async fn invited(
    tx: &Transaction,
    app: &App,
    permit: &Permit,
    (group, row): (&GroupRow, &MeetingRow),
    (members, agenda, message, again): (&[GroupMember], &FrozenAgenda, &str, bool),
) -> ServiceResult<()> {
    let file = calendar(&[entry(app, group, row)], Method::Request);
    for member in members {
        let Some(to) = recipient(member) else { continue };
        let guest = member.role.role == GroupRole::Guest;
        let mut values = about(app, group, row, &to);
        values.push(("what", if again { "again" } else { "first" }.to_owned()));
        values.push(("message", message.to_owned()));
        values.push(("agenda", agenda_text(agenda, guest)));
        let template = MailTemplate::MeetingInvited;
        let mail = Mail { to: to.email, locale: to.locale, template, values, link: Some(link(row)) };
        mail::enqueue_with_calendar(tx, app, permit, mail, file.clone()).await?;
    }
    Ok(())
}

/// To everybody in the group: it has another time, place or link.
pub(super) async fn moved(
    tx: &Transaction,
    app: &App,
    permit: &Permit,
    (group, row): (&GroupRow, &MeetingRow),
) -> ServiceResult<()> {
    let file = calendar(&[entry(app, group, row)], Method::Request);
    for to in invited_to(tx, app, row).await?.iter().filter_map(recipient) {
        let values = about(app, group, row, &to);
        let template = MailTemplate::MeetingMoved;
        let mail = Mail { to: to.email, locale: to.locale, template, values, link: Some(link(row)) };
        mail::enqueue_with_calendar(tx, app, permit, mail, file.clone()).await?;
    }
    Ok(())
}

/// To everybody in the group: it was put off or called off, and why.
pub(super) async fn called_off(
    tx: &Transaction,
    app: &App,
    permit: &Permit,
    (group, row): (&GroupRow, &MeetingRow),
) -> ServiceResult<()> {
    let file = calendar(&[entry(app, group, row)], Method::Cancel);
    for to in invited_to(tx, app, row).await?.iter().filter_map(recipient) {
        let mut values = about(app, group, row, &to);
        values.push(("outcome", row.state.as_str().to_owned()));
        values.push(("reason", row.reason.clone()));
        let template = MailTemplate::MeetingCalledOff;
        let mail = Mail { to: to.email, locale: to.locale, template, values, link: Some(link(row)) };
        mail::enqueue_with_calendar(tx, app, permit, mail, file.clone()).await?;
    }
    Ok(())
}

fn poll_link(row: &PollRow) -> String {
    format!("/terminfindung/{}", MeetingPollId(row.id))
}

/// To everybody in the group: a date is looked for.
pub(super) async fn poll_opened(
    tx: &Transaction,
    app: &App,
    permit: &Permit,
    (group, row): (&GroupRow, &PollRow),
) -> ServiceResult<()> {
    for to in inside(tx, group.id, app.today()).await?.iter().filter_map(recipient) {
        let values = vec![
            ("name", to.name),
            ("group", name_of(group, to.locale)),
            ("title", row.title.clone()),
            ("day", write_day(to.locale, row.answer_by)),
        ];
        let template = MailTemplate::MeetingPollOpened;
        let mail = Mail { to: to.email, locale: to.locale, template, values, link: Some(poll_link(row)) };
        mail::enqueue(tx, app, permit, mail).await?;
    }
    Ok(())
}

/// To everybody in the group: a date was found, or the search was given up.
pub(super) async fn poll_ended(
    tx: &Transaction,
    app: &App,
    permit: &Permit,
    (group, row): (&GroupRow, &PollRow),
    meeting: Option<&MeetingRow>,
) -> ServiceResult<()> {
    for to in inside(tx, group.id, app.today()).await?.iter().filter_map(recipient) {
        let day = meeting.map(|meeting| day_of(app, meeting.starts_at, to.locale));
        let from = meeting.map(|meeting| time_of(app, meeting.starts_at));
        let values = vec![
            ("name", to.name),
            ("group", name_of(group, to.locale)),
            ("title", row.title.clone()),
            ("outcome", row.state.as_str().to_owned()),
            ("day", day.unwrap_or_default()),
            ("from", from.unwrap_or_default()),
        ];
        let path = meeting.map_or_else(|| poll_link(row), link);
        let template = MailTemplate::MeetingPollEnded;
        let mail = Mail { to: to.email, locale: to.locale, template, values, link: Some(path) };
        mail::enqueue(tx, app, permit, mail).await?;
    }
    Ok(())
}
