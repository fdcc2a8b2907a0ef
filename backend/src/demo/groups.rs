//! Groups of the demonstration with their charters, people, milestones and what happened to them.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use serde::Deserialize;
use uuid::Uuid;
use verbund_shared::{
    groups::{
        GroupEventKind, GroupJoining, GroupKind, GroupRole, GroupRoleState, GroupState, MilestoneState,
    },
    terms::TermKind,
};

use super::store;
use crate::{
    app::App,
    authz::Permit,
    db::Transaction,
    error::{ServiceError, ServiceResult},
    network,
};

const FILE: &str = include_str!("../../demo/groups.toml");

#[derive(Deserialize)]
struct File {
    group: Vec<Entry>,
}

#[derive(Deserialize)]
struct Entry {
    kind: String,
    name_de: String,
    name_en: String,
    short_name: String,
    state: String,
    joining: String,
    topics: Vec<String>,
    goal_de: String,
    goal_en: String,
    #[serde(default)]
    scope_de: String,
    #[serde(default)]
    scope_en: String,
    #[serde(default)]
    results_de: String,
    #[serde(default)]
    results_en: String,
    from: Option<i64>,
    until: Option<i64>,
    people: Vec<PersonEntry>,
    milestones: Vec<MilestoneEntry>,
    events: Vec<EventEntry>,
}

#[derive(Deserialize)]
struct PersonEntry {
    email: String,
    role: String,
    from: Option<i64>,
    state: Option<String>,
    #[serde(default)]
    text: String,
}

#[derive(Deserialize)]
struct MilestoneEntry {
    text: String,
    due: i64,
    first_due: Option<i64>,
    owner: String,
    state: String,
    #[serde(default)]
    reason: String,
}

#[derive(Deserialize)]
struct EventEntry {
    kind: String,
    day: i64,
    text: String,
}

/// A group with its past.
pub(super) struct Story {
    pub(super) kind: GroupKind,
    pub(super) name: (String, String),
    pub(super) short_name: String,
    pub(super) state: GroupState,
    pub(super) joining: GroupJoining,
    pub(super) topics: Vec<Uuid>,
    /// Goal, scope and results, German and English.
    pub(super) charter: [(String, String); 3],
    pub(super) period: (Option<NaiveDate>, Option<NaiveDate>),
    pub(super) people: Vec<StoryPlace>,
    pub(super) milestones: Vec<StoryMilestone>,
    /// What happened when.
    pub(super) events: Vec<(DateTime<Utc>, GroupEventKind, String)>,
    /// Who proposed it.
    pub(super) proposer: Option<Uuid>,
}

/// A person's place.
pub(super) struct StoryPlace {
    pub(super) person: Uuid,
    pub(super) organisation: Option<Uuid>,
    pub(super) role: GroupRole,
    pub(super) state: GroupRoleState,
    pub(super) from: Option<NaiveDate>,
    pub(super) text: String,
}

/// A milestone.
pub(super) struct StoryMilestone {
    pub(super) text: String,
    pub(super) due: NaiveDate,
    pub(super) first_due: NaiveDate,
    pub(super) owner: Option<Uuid>,
    pub(super) state: MilestoneState,
    pub(super) reason: String,
}

/// Writes all of them.
pub(super) async fn write(tx: &Transaction, app: &App, permit: &Permit) -> ServiceResult<()> {
    let file: File = toml::from_str(FILE).map_err(|cause| broken(&cause))?;
    let topics: BTreeMap<String, Uuid> = network::store::all_terms(tx)
        .await?
        .into_iter()
        .filter(|term| term.kind == TermKind::Topic)
        .map(|term| (term.key, term.id))
        .collect();
    let people = store::people_with_organisation(tx).await?;
    let (today, now) = (app.today(), app.clock().now());
    let day = |offset: i64| today + TimeDelta::days(offset);
    for entry in file.group {
        let word = |word: &str| broken(&format!("{}: {word}", entry.short_name));
        let person = |email: &str| people.get(email).copied().ok_or_else(|| word(email));
        let mut places = Vec::new();
        for place in &entry.people {
            let (id, organisation) = person(&place.email)?;
            let state = place.state.as_deref().unwrap_or("active");
            places.push(StoryPlace {
                person: id,
                organisation,
                role: GroupRole::parse(&place.role).ok_or_else(|| word(&place.role))?,
                state: GroupRoleState::parse(state).ok_or_else(|| word(state))?,
                from: place.from.map(day),
                text: place.text.clone(),
            });
        }
        let mut milestones = Vec::new();
        for milestone in &entry.milestones {
            milestones.push(StoryMilestone {
                text: milestone.text.clone(),
                due: day(milestone.due),
                first_due: day(milestone.first_due.unwrap_or(milestone.due)),
                owner: Some(person(&milestone.owner)?.0),
                state: MilestoneState::parse(&milestone.state).ok_or_else(|| word(&milestone.state))?,
                reason: milestone.reason.clone(),
            });
        }
        let mut events = Vec::new();
        for event in &entry.events {
            let kind = GroupEventKind::parse(&event.kind).ok_or_else(|| word(&event.kind))?;
            events.push((now + TimeDelta::days(event.day), kind, event.text.clone()));
        }
        let story = Story {
            kind: GroupKind::parse(&entry.kind).ok_or_else(|| word(&entry.kind))?,
            state: GroupState::parse(&entry.state).ok_or_else(|| word(&entry.state))?,
            joining: GroupJoining::parse(&entry.joining).ok_or_else(|| word(&entry.joining))?,
            topics: entry.topics.iter().filter_map(|key| topics.get(key).copied()).collect(),
            proposer: places.iter().find(|place| place.role == GroupRole::Chair).map(|place| place.person),
            name: (entry.name_de, entry.name_en),
            short_name: entry.short_name,
            charter: [
                (entry.goal_de, entry.goal_en),
                (entry.scope_de, entry.scope_en),
                (entry.results_de, entry.results_en),
            ],
            period: (entry.from.map(day), entry.until.map(day)),
            people: places,
            milestones,
            events,
        };
        store::insert_group(tx, permit, app.clock(), today, story).await?;
    }
    Ok(())
}

fn broken(what: &impl std::fmt::Display) -> ServiceError {
    ServiceError::broken(format!("demo/groups.toml: {what}"))
}
