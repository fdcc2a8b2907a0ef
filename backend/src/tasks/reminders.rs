//! Reminding people by mail of their tasks: one mail per person for what is due soon or overdue, once
//! before the day and once after it, however often and in however many processes this runs.

use std::fmt::Write as _;

use chrono::NaiveDate;
use verbund_shared::{id::PersonId, locale::Locale, people::PersonState};

use super::{
    rules::reminding::{AHEAD, OF_END, stage},
    store::{self, TaskRow},
};
use crate::{
    app::App,
    audit::{self, AuditEvent},
    authz::{Action, Caller, Facts, authorise},
    error::ServiceResult,
    groups::store::contact,
    mail::{self, Mail, MailTemplate, write_day},
    people,
};

/// Reminds everybody whose tasks are due; returns how many mails were written.
pub async fn remind(app: &App) -> ServiceResult<usize> {
    let today = app.today();
    let mut due = store::due_tasks(app.db().read(), today + AHEAD).await?;
    due.retain(|task| next_stage(task, today).is_some());
    let mut mails = 0;
    for of_person in due.chunk_by(|a, b| a.responsible_id == b.responsible_id) {
        mails += usize::from(remind_person(app, of_person, today).await?);
    }
    Ok(mails)
}

fn next_stage(task: &TaskRow, today: NaiveDate) -> Option<i32> {
    stage(task.due?, task.reminded, today)
}

async fn remind_person(app: &App, due: &[TaskRow], today: NaiveDate) -> ServiceResult<bool> {
    let Some(id) = due.first().and_then(|task| task.responsible_id).map(PersonId) else { return Ok(false) };
    let permit = authorise(&Caller::system(), Action::TaskWork, &Facts::NONE)?;
    let tx = app.db().begin().await?;
    let person = people::find_person(&tx, id).await?.filter(|person| person.state == PersonState::Active);
    let Some(to) = person.as_ref().and_then(contact) else { return Ok(false) };
    let mut told: Vec<&TaskRow> = Vec::new();
    let mut overdue = 0;
    for task in due {
        let Some(stage) = next_stage(task, today) else { continue };
        // Another process may have been faster.
        if store::mark_reminded(&tx, &permit, task, stage).await? {
            overdue += usize::from(stage == OF_END);
            told.push(task);
        }
    }
    if told.is_empty() {
        return Ok(false);
    }
    let mail = Mail {
        to: to.email,
        locale: to.locale,
        template: MailTemplate::TasksDue,
        values: vec![
            ("name", to.name),
            ("count", told.len().to_string()),
            ("overdue", overdue.to_string()),
            ("tasks", lines(to.locale, &told)),
        ],
        link: Some("/heute".to_owned()),
    };
    mail::enqueue(&tx, app, &permit, mail).await?;
    let event = AuditEvent::new("task_remind", "person")
        .object(id.0, "")
        .subject(id)
        .detail("count", u64::try_from(told.len()).unwrap_or(u64::MAX));
    audit::record(&tx, app.clock(), &permit, event).await?;
    tx.commit().await?;
    Ok(true)
}

/// One line for each task: its day and its title.
fn lines(locale: Locale, tasks: &[&TaskRow]) -> String {
    let mut lines = String::new();
    for task in tasks {
        let day = task.due.map(|due| write_day(locale, due)).unwrap_or_default();
        let _ = writeln!(lines, "– {day}: {}", task.title);
    }
    lines.trim_end().to_owned()
}
