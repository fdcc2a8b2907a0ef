//! Tasks of the demonstration, written by the queries of tasks with a clock that stands in the past.

use std::collections::HashMap;

use chrono::{Datelike, NaiveDate, TimeDelta};
use serde::Deserialize;
use uuid::Uuid;
use verbund_shared::{
    groups::GroupRole,
    tasks::{TaskAssignment, TaskPriority, TaskRecurrenceUnit, TaskState},
};

use super::store::people_with_organisation;
use crate::{
    app::App,
    authz::Permit,
    clock::Clock,
    db::Transaction,
    error::{ServiceError, ServiceResult},
    graphql::CursorPage,
    groups::store::{GroupFilter, groups_page, members_of, milestones_of},
    tasks::{
        rules::{assignment::Assigned, position::between, recurrence::Recurrence, text::TaskText},
        store::{self, Closing, NewTask, Place, TaskRow},
    },
};

const FILE: &str = include_str!("../../demo/tasks.toml");
/// A task was made so many days before anything else is known of it.
const MADE_BEFORE: i64 = 14;

#[derive(Deserialize)]
struct File {
    task: Vec<Entry>,
}

#[derive(Deserialize)]
struct Entry {
    group: String,
    title: String,
    #[serde(default)]
    text: String,
    state: Option<String>,
    due: Option<i64>,
    priority: Option<String>,
    responsible: Option<String>,
    assignment: Option<String>,
    assigned_by: Option<String>,
    returned_by: Option<String>,
    #[serde(default)]
    word: String,
    blocked: Option<String>,
    every: Option<Every>,
    milestone: Option<String>,
    closed: Option<i64>,
    #[serde(default)]
    reason: String,
    /// What ends in a star is ticked.
    #[serde(default)]
    checklist: Vec<String>,
    #[serde(default)]
    comments: Vec<Comment>,
}

#[derive(Deserialize)]
struct Every {
    unit: String,
    count: i32,
}

#[derive(Deserialize)]
struct Comment {
    author: String,
    day: i64,
    text: String,
    #[serde(default)]
    mentions: Vec<String>,
}

/// A group that tasks are written for.
struct Known {
    id: Uuid,
    chair: Option<Uuid>,
}

/// What tasks name.
struct Names {
    groups: HashMap<String, Known>,
    people: HashMap<String, (Uuid, Option<Uuid>)>,
    milestones: HashMap<(Uuid, String), Uuid>,
}

impl Names {
    async fn load(tx: &Transaction) -> ServiceResult<Self> {
        let page = CursorPage { first: 100, after: None };
        let rows = groups_page(tx, &GroupFilter::default(), &page).await?;
        let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
        let members = members_of(tx, &ids).await?;
        let chair = |group: Uuid| {
            let chairs = |role: GroupRole| role == GroupRole::Chair;
            members
                .iter()
                .find(|one| one.role.group_id == group && chairs(one.role.role))
                .map(|one| one.person.id)
        };
        let local = |email: String| email.split('@').next().unwrap_or_default().to_owned();
        Ok(Self {
            groups: rows
                .iter()
                .map(|row| (row.short_name.clone(), Known { id: row.id, chair: chair(row.id) }))
                .collect(),
            people: people_with_organisation(tx)
                .await?
                .into_iter()
                .map(|(email, found)| (local(email), found))
                .collect(),
            milestones: milestones_of(tx, &ids)
                .await?
                .into_iter()
                .map(|row| ((row.group_id, row.text), row.id))
                .collect(),
        })
    }

    fn person(&self, name: &str) -> ServiceResult<(Uuid, Option<Uuid>)> {
        self.people.get(name).copied().ok_or_else(|| broken(&name))
    }

    fn id(&self, name: Option<&String>) -> ServiceResult<Option<Uuid>> {
        name.map(|name| self.person(name).map(|found| found.0)).transpose()
    }
}

/// Writes all of them.
pub(super) async fn write(tx: &Transaction, app: &App, permit: &Permit) -> ServiceResult<()> {
    let file: File = toml::from_str(FILE).map_err(|cause| broken(&cause))?;
    let names = Names::load(tx).await?;
    for entry in file.task {
        let group = names.groups.get(&entry.group).ok_or_else(|| broken(&entry.group))?;
        write_one(tx, app, permit, (&names, group), &entry).await?;
    }
    Ok(())
}

async fn write_one(
    tx: &Transaction,
    app: &App,
    permit: &Permit,
    (names, group): (&Names, &Known),
    entry: &Entry,
) -> ServiceResult<()> {
    let day = |offset: i64| app.today() + TimeDelta::days(offset);
    let at = |offset: i64| Clock::fixed(app.clock().now() + TimeDelta::days(offset));
    let begun = entry
        .closed
        .into_iter()
        .chain(entry.due)
        .chain(entry.comments.iter().map(|one| one.day))
        .fold(0, i64::min);
    let clock = at(begun - MADE_BEFORE);
    let responsible = entry.responsible.as_deref().map(|name| names.person(name)).transpose()?;
    let due = entry.due.map(day);
    let text = text(names, group, entry, (due, responsible.and_then(|found| found.1)))?;
    let position = place(tx, group.id, TaskState::Open, None).await?;
    let new = NewTask {
        group: group.id,
        meant_day: text.recurrence.and(due).and_then(|due| i32::try_from(due.day()).ok()),
        text,
        position,
        assigned: assigned(names, group, entry, responsible.map(|found| found.0))?,
        message: entry.word.clone(),
        predecessor: None,
        created_by: group.chair,
    };
    let task = store::insert_task(tx, permit, &clock, new).await?;
    let watchers: Vec<Uuid> = group.chair.into_iter().chain(task.responsible_id).collect();
    store::watch(tx, permit, task.id, &watchers).await?;
    checklist(tx, permit, &clock, (&task, entry)).await?;
    for comment in &entry.comments {
        let author = names.person(&comment.author)?.0;
        let written = (task.id, Some(author));
        let row = store::insert_comment(tx, permit, &at(comment.day), written, comment.text.clone()).await?;
        let mentions: Vec<Uuid> = comment
            .mentions
            .iter()
            .map(|name| names.person(name).map(|found| found.0))
            .collect::<ServiceResult<_>>()?;
        store::replace_mentions(tx, permit, row.id, &mentions).await?;
    }
    let task = match &entry.blocked {
        Some(reason) => store::set_blocked(tx, permit, &clock, &task, Some(reason.clone())).await?,
        None => task,
    };
    let state = word(entry.state.as_deref(), TaskState::Open, TaskState::parse)?;
    if state != TaskState::Open {
        let place = (state, place(tx, group.id, state, Some(task.id)).await?);
        let closing = entry.closed.map(|offset| Closing { on: day(offset), reason: entry.reason.clone() });
        store::set_place(
            tx,
            permit,
            &at(entry.closed.unwrap_or(-1)),
            &task,
            place,
            (task.assignment, closing),
        )
        .await?;
    }
    Ok(())
}

fn text(
    names: &Names,
    group: &Known,
    entry: &Entry,
    (due, organisation): (Option<NaiveDate>, Option<Uuid>),
) -> ServiceResult<TaskText> {
    let recurrence = entry.every.as_ref().map(|every| {
        let unit = TaskRecurrenceUnit::parse(&every.unit).ok_or_else(|| broken(&every.unit))?;
        Ok::<_, ServiceError>(Recurrence { unit, every: every.count })
    });
    let milestone = entry.milestone.as_ref().map(|text| {
        let found = names.milestones.get(&(group.id, text.clone()));
        found.copied().ok_or_else(|| broken(text))
    });
    Ok(TaskText {
        title: entry.title.clone(),
        text: entry.text.clone(),
        due,
        priority: word(entry.priority.as_deref(), TaskPriority::Normal, TaskPriority::parse)?,
        organisation,
        recurrence: recurrence.transpose()?,
        milestone: milestone.transpose()?,
    })
}

fn assigned(
    names: &Names,
    group: &Known,
    entry: &Entry,
    responsible: Option<Uuid>,
) -> ServiceResult<Assigned> {
    let usual = if responsible.is_some() { TaskAssignment::Confirmed } else { TaskAssignment::Unassigned };
    Ok(Assigned {
        assignment: word(entry.assignment.as_deref(), usual, TaskAssignment::parse)?,
        responsible,
        by: names.id(entry.assigned_by.as_ref())?.or(group.chair),
        returned_by: names.id(entry.returned_by.as_ref())?,
    })
}

async fn place(tx: &Transaction, group: Uuid, state: TaskState, but: Option<Uuid>) -> ServiceResult<String> {
    let last = store::last_place(tx, Place { group, state, but }).await?;
    Ok(between(last.as_deref(), None))
}

async fn checklist(
    tx: &Transaction,
    permit: &Permit,
    clock: &Clock,
    (task, entry): (&TaskRow, &Entry),
) -> ServiceResult<()> {
    let texts = entry.checklist.iter().map(|item| item.trim_end_matches('*').to_owned()).collect();
    store::insert_items(tx, permit, clock, task.id, (texts, None)).await?;
    for (item, written) in store::checklists_of(tx, &[task.id]).await?.iter().zip(&entry.checklist) {
        if written.ends_with('*') {
            store::set_item_done(tx, permit, item, true).await?;
        }
    }
    Ok(())
}

/// A word of the file, or what holds where it says nothing.
fn word<T>(given: Option<&str>, usual: T, parse: fn(&str) -> Option<T>) -> ServiceResult<T> {
    given.map_or(Ok(usual), |word| parse(word).ok_or_else(|| broken(&word)))
}

fn broken(what: &impl std::fmt::Display) -> ServiceError {
    ServiceError::broken(format!("demo/tasks.toml: {what}"))
}
