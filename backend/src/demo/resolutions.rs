//! Resolutions of the demonstration, written by the queries of resolutions with a clock that stands in the past.

use chrono::TimeDelta;
use serde::Deserialize;
use uuid::Uuid;
use verbund_shared::{
    groups::GroupRole,
    id::{GroupId, ResolutionId},
    resolutions::{CircularChoice, ResolutionLife, ResolutionStatus},
    voting::{Count, Majority},
};

use super::{meetings::Votes, store::people_with_organisation};
use crate::{
    app::App,
    audit::rules::end_of,
    authz::Permit,
    clock::Clock,
    db::Transaction,
    error::{ServiceError, ServiceResult},
    graphql::CursorPage,
    groups::store::{GroupFilter, GroupMember, GroupRow, groups_page, members_of},
    resolutions::{
        rules::text::Text,
        service::roll,
        store::{self, NewCircular, NewResolution},
    },
};

const FILE: &str = include_str!("../../demo/resolutions.toml");

#[derive(Deserialize)]
struct File {
    resolution: Vec<Entry>,
    circular: CircularEntry,
}

#[derive(Deserialize)]
struct Entry {
    group: String,
    day: i64,
    title: String,
    wording: String,
    votes: [u32; 5],
    life: Option<String>,
    #[serde(default)]
    reason: String,
    /// The wording that took its place.
    corrected: Option<String>,
    #[serde(default)]
    internal: bool,
}

#[derive(Deserialize)]
struct CircularEntry {
    group: String,
    title: String,
    wording: String,
    reasons: String,
    opened: i64,
    last_day: i64,
    votes: Vec<VoteEntry>,
}

#[derive(Deserialize)]
struct VoteEntry {
    person: String,
    choice: String,
}

fn broken(cause: &impl ToString) -> ServiceError {
    ServiceError::broken(format!("demo/resolutions.toml: {}", cause.to_string()))
}

/// What a meeting decided.
pub(super) struct Decided {
    pub(super) group: String,
    pub(super) title: String,
    pub(super) wording: String,
    /// Yes, no, abstained, there, all.
    pub(super) votes: [u32; 5],
}

/// What is to be written, for the votes in meetings.
pub(super) fn decided() -> ServiceResult<Vec<Decided>> {
    let file: File = toml::from_str(FILE).map_err(|cause| broken(&cause))?;
    let one = |Entry { group, title, wording, votes, .. }| Decided { group, title, wording, votes };
    Ok(file.resolution.into_iter().map(one).collect())
}

/// Writes all of them; `votes` are those that were taken in meetings.
pub(super) async fn write(tx: &Transaction, app: &App, permit: &Permit, votes: &Votes) -> ServiceResult<()> {
    let file: File = toml::from_str(FILE).map_err(|cause| broken(&cause))?;
    let page = CursorPage { first: 100, after: None };
    let groups = groups_page(tx, &GroupFilter::default(), &page).await?;
    let named =
        |name: &str| groups.iter().find(|group| group.short_name == name).ok_or_else(|| broken(&name));
    for entry in file.resolution {
        let vote = votes.get(&(entry.group.clone(), entry.title.clone())).copied();
        write_one(tx, app, permit, named(&entry.group)?, entry, vote).await?;
    }
    circular(tx, app, permit, named(&file.circular.group)?, &file.circular).await
}

/// A clock that stands so many days from now.
fn at(app: &App, days: i64) -> Clock {
    Clock::fixed(app.clock().now() + TimeDelta::days(days))
}

async fn write_one(
    tx: &Transaction,
    app: &App,
    permit: &Permit,
    group: &GroupRow,
    entry: Entry,
    vote: Option<(Uuid, Uuid)>,
) -> ServiceResult<()> {
    let decided_on = app.today() + TimeDelta::days(entry.day);
    let [yes, no, abstain, present, roll] = entry.votes;
    let life = entry
        .life
        .as_deref()
        .map(|word| ResolutionLife::parse(word).ok_or_else(|| broken(&word)))
        .transpose()?;
    let new = NewResolution {
        text: Text {
            title: entry.title,
            wording: entry.wording,
            internal: entry.internal,
            ..Text::default()
        },
        status: if life.is_some() { ResolutionStatus::Adopted } else { ResolutionStatus::Rejected },
        decided_on,
        count: Count { yes, no, abstain, present, roll },
        majority: Majority::SIMPLE,
        secret: false,
        mover: None,
        circular: None,
        vote,
        supersedes: None,
    };
    let clock = at(app, entry.day);
    let row = store::insert_resolution(tx, permit, &clock, group, new.clone()).await?;
    if let Some(wording) = entry.corrected {
        let text = Text { wording, ..new.text.clone() };
        let new = NewResolution { text, supersedes: Some(row.id), vote: None, ..new };
        store::insert_resolution(tx, permit, &clock, group, new).await?;
    }
    if let Some(life) = life.filter(|life| *life != ResolutionLife::InForce) {
        let row =
            store::find_resolution(tx, ResolutionId(row.id)).await?.ok_or_else(|| broken(&row.label))?;
        let since = (life, decided_on + TimeDelta::days(7));
        store::set_life(tx, permit, &row, since, entry.reason).await?;
    }
    Ok(())
}

/// The one that is open for votes.
async fn circular(
    tx: &Transaction,
    app: &App,
    permit: &Permit,
    group: &GroupRow,
    entry: &CircularEntry,
) -> ServiceResult<()> {
    let mut members = members_of(tx, &[group.id]).await?;
    members.retain(|one| !one.role.state.is_pending() && one.role.role != GroupRole::Guest);
    let votes = roll(verbund_shared::voting::VoteBy::Organisation, &members);
    let all = i32::try_from(votes.len()).unwrap_or(i32::MAX);
    let chair = |one: &&GroupMember| one.role.role == GroupRole::Chair;
    let new = NewCircular {
        text: Text { title: entry.title.clone(), wording: entry.wording.clone(), ..Text::default() },
        reasons: entry.reasons.clone(),
        deadline: end_of(app.today() + TimeDelta::days(entry.last_day), app.time_zone()),
        roll: (all, (all + 1) / 2),
        majority: Majority::SIMPLE,
        objection_stops: true,
        mover: members.iter().find(chair).map(|one| one.person.id),
    };
    let clock = at(app, entry.opened);
    let row = store::insert_circular(tx, permit, &clock, GroupId(group.id), new, &votes).await?;
    let people = people_with_organisation(tx).await?;
    let voters = store::voters_of(tx, &[row.id]).await?;
    for cast in &entry.votes {
        let local = |email: &str| email.split('@').next() == Some(cast.person.as_str());
        let found = people.iter().find(|(email, _)| local(email)).map(|(_, (id, _))| *id);
        let person: Uuid = found.ok_or_else(|| broken(&cast.person))?;
        let vote = voters.iter().find(|(_, _, voter)| *voter == person).map(|(_, vote, _)| *vote);
        let choice = CircularChoice::parse(&cast.choice).ok_or_else(|| broken(&cast.choice))?;
        let vote = vote.ok_or_else(|| broken(&cast.person))?;
        store::cast_vote(tx, permit, &at(app, entry.opened + 1), (vote, person), (choice, String::new()))
            .await?;
    }
    Ok(())
}
