//! Telling people what waits for them in a task, and what became of it.

use uuid::Uuid;
use verbund_shared::{
    id::{PersonId, TaskId},
    locale::Locale,
    tasks::{TaskAssignment, TaskState},
};

use super::inside;
use crate::{
    app::App,
    authz::Permit,
    db::Transaction,
    error::ServiceResult,
    groups::store::{Contact, GroupRow, contact},
    mail::{self, Mail, MailTemplate, write_day},
    markdown, people,
    tasks::store::{self, CommentRow, TaskRow},
};

/// So much of a comment stands in a mail, in characters.
const EXCERPT: usize = 600;

/// The page of a task.
pub fn link(task: &TaskRow) -> String {
    format!("/aufgaben/{}", TaskId(task.id))
}

fn name_of(group: &GroupRow, locale: Locale) -> String {
    let english = locale == Locale::En && !group.name_en.is_empty();
    if english { group.name_en.clone() } else { group.name_de.clone() }
}

type Values = Vec<(&'static str, String)>;

async fn send(
    tx: &Transaction,
    app: &App,
    permit: &Permit,
    (group, task): (&GroupRow, &TaskRow),
    to: Contact,
    (template, values): (MailTemplate, Values),
) -> ServiceResult<()> {
    let mut all = vec![("name", to.name), ("task", task.title.clone()), ("group", name_of(group, to.locale))];
    all.extend(values);
    let mail = Mail { to: to.email, locale: to.locale, template, values: all, link: Some(link(task)) };
    mail::enqueue(tx, app, permit, mail).await
}

async fn reach(tx: &Transaction, person: Option<Uuid>) -> ServiceResult<Option<Contact>> {
    let Some(id) = person else { return Ok(None) };
    Ok(people::find_person(tx, PersonId(id)).await?.and_then(|person| contact(&person)))
}

/// The name of whoever acts.
async fn actor_name(tx: &Transaction, permit: &Permit) -> ServiceResult<String> {
    let actor = reach(tx, permit.actor().person_id().map(|id| id.0)).await?;
    Ok(actor.map(|contact| contact.name).unwrap_or_default())
}

/// To somebody who is asked to take a task, and was not asked before.
pub(super) async fn asked(
    tx: &Transaction,
    app: &App,
    permit: &Permit,
    group: &GroupRow,
    (before, task): (Option<&TaskRow>, &TaskRow),
) -> ServiceResult<()> {
    let asked_before = before.and_then(|task| task.responsible_id) == task.responsible_id;
    if task.assignment != TaskAssignment::Asked || asked_before {
        return Ok(());
    }
    let Some(to) = reach(tx, task.responsible_id).await? else { return Ok(()) };
    let due = task.due.map_or_else(|| "none".to_owned(), |due| write_day(to.locale, due));
    let values =
        vec![("person", actor_name(tx, permit).await?), ("due", due), ("text", task.assignment_text.clone())];
    send(tx, app, permit, (group, task), to, (MailTemplate::TaskAsked, values)).await
}

/// To whoever asked: it was given back.
pub(super) async fn returned(
    tx: &Transaction,
    app: &App,
    permit: &Permit,
    group: &GroupRow,
    task: &TaskRow,
) -> ServiceResult<()> {
    let Some(to) = reach(tx, task.assigned_by).await? else { return Ok(()) };
    let values = vec![("person", actor_name(tx, permit).await?), ("reason", task.assignment_text.clone())];
    send(tx, app, permit, (group, task), to, (MailTemplate::TaskReturned, values)).await
}

fn excerpt(body: &str) -> String {
    let plain = markdown::to_plain(body);
    match plain.char_indices().nth(EXCERPT) {
        Some((end, _)) => format!("{}…", plain.get(..end).unwrap_or_default().trim_end()),
        None => plain,
    }
}

/// To those who are mentioned in a comment; not to whoever wrote it.
pub(super) async fn mentioned(
    tx: &Transaction,
    app: &App,
    permit: &Permit,
    group: &GroupRow,
    (task, comment): (&TaskRow, &CommentRow),
    mentions: &[Uuid],
) -> ServiceResult<()> {
    let author = actor_name(tx, permit).await?;
    for person in mentions.iter().filter(|person| Some(**person) != comment.author_id) {
        let Some(to) = reach(tx, Some(*person)).await? else { continue };
        let values = vec![("person", author.clone()), ("text", excerpt(&comment.body))];
        send(tx, app, permit, (group, task), to, (MailTemplate::TaskMentioned, values)).await?;
    }
    Ok(())
}

/// To those who watch a task and still see it, but whoever acts and those who are told already.
async fn watchers(
    tx: &Transaction,
    app: &App,
    permit: &Permit,
    (group, task): (&GroupRow, &TaskRow),
    told: &[Uuid],
    values: &Values,
) -> ServiceResult<()> {
    let actor = permit.actor().person_id().map(|id| id.0);
    let watching = store::watchers_of(tx, &[task.id]).await?;
    let others = |person: Uuid| Some(person) != actor && !told.contains(&person);
    for member in inside(tx, group.id, app.today()).await? {
        let id = member.person.id;
        if !others(id) || !watching.iter().any(|(_, person)| *person == id) {
            continue;
        }
        let Some(to) = contact(&member.person) else { continue };
        send(tx, app, permit, (group, task), to, (MailTemplate::TaskNews, values.clone())).await?;
    }
    Ok(())
}

/// To those who watch a task: somebody has written a comment.
pub(super) async fn commented(
    tx: &Transaction,
    app: &App,
    permit: &Permit,
    group: &GroupRow,
    (task, comment): (&TaskRow, &CommentRow),
    told: &[Uuid],
) -> ServiceResult<()> {
    let values = vec![
        ("person", actor_name(tx, permit).await?),
        ("what", "comment".to_owned()),
        ("text", excerpt(&comment.body)),
    ];
    watchers(tx, app, permit, (group, task), told, &values).await
}

/// To those who watch a task: it is done, or given up.
pub(super) async fn closed(
    tx: &Transaction,
    app: &App,
    permit: &Permit,
    group: &GroupRow,
    task: &TaskRow,
) -> ServiceResult<()> {
    let what = if task.state == TaskState::Done { "done" } else { "cancelled" };
    let values = vec![
        ("person", actor_name(tx, permit).await?),
        ("what", what.to_owned()),
        ("text", task.closed_reason.clone()),
    ];
    watchers(tx, app, permit, (group, task), &[], &values).await
}
