//! Meetings of the demonstration with attendance and votes, written by the queries of their domains with a
//! clock that stands in the past. What is written about them follows when the resolutions are there
//! (`demo/minutes.rs`).

use std::collections::HashMap;

use chrono::{DateTime, TimeDelta, TimeZone as _, Utc};
use serde::Deserialize;
use uuid::Uuid;
use verbund_shared::{
    groups::GroupRole,
    id::{GroupId, MeetingId},
    meetings::{AgendaItemKind, AgendaItemState, AttendanceAway, VoteOutcome},
    voting::{Count, Majority},
};

use super::resolutions;
use crate::{
    app::App,
    authz::Permit,
    clock::Clock,
    conduct::{
        self,
        rules::quorum::Span,
        store::{NewAttendance, NewVote},
    },
    db::Transaction,
    error::{ServiceError, ServiceResult},
    graphql::CursorPage,
    groups::store::{GroupFilter, GroupMember, GroupRow, groups_page, members_of},
    meetings::{
        self,
        rules::details::Plan,
        store::{AgendaItemRow, MeetingRow, NewItem},
    },
};

const FILE: &str = include_str!("../../demo/meetings.toml");

#[derive(Deserialize)]
struct File {
    meeting: Vec<Entry>,
}

#[derive(Deserialize)]
pub(super) struct Entry {
    group: String,
    /// Days from the day on which the demonstration is loaded.
    day: i64,
    title: String,
    place: String,
    #[serde(default)]
    online_url: String,
    #[serde(default)]
    note: String,
    #[serde(default)]
    online: Vec<String>,
    #[serde(default)]
    excused: Vec<String>,
    /// What became of it: `invited`, or how far its minutes are; approved where nothing is said.
    pub(super) state: Option<String>,
    pub(super) item: Vec<ItemEntry>,
}

#[derive(Deserialize)]
pub(super) struct ItemEntry {
    kind: String,
    #[serde(default)]
    title: String,
    #[serde(default)]
    agenda: String,
    /// What the minutes say.
    #[serde(default)]
    pub(super) text: String,
    #[serde(default)]
    pub(super) internal_text: String,
    #[serde(default)]
    internal: bool,
    duration: Option<i32>,
    presenter: Option<String>,
    /// The resolution of that day.
    vote: Option<String>,
    /// The day of the meeting whose minutes are approved.
    approves: Option<i64>,
    #[serde(default)]
    pub(super) actions: Vec<ActionEntry>,
}

#[derive(Deserialize)]
pub(super) struct ActionEntry {
    /// A task of the group has the same title.
    pub(super) text: String,
    pub(super) person: String,
    /// Days after the meeting.
    pub(super) due: i64,
}

/// A meeting that was held, and what is to be written about it.
pub(super) struct Held {
    pub(super) group: GroupRow,
    pub(super) meeting: MeetingRow,
    pub(super) members: Vec<GroupMember>,
    pub(super) items: Vec<(AgendaItemRow, ItemEntry)>,
    /// The day on which a later meeting approved the minutes.
    pub(super) approved: bool,
}

/// The votes in meetings, by the group's short name and the title of what was decided: meeting and vote.
pub(super) type Votes = HashMap<(String, String), (Uuid, Uuid)>;

pub(super) fn broken(cause: &impl ToString) -> ServiceError {
    ServiceError::broken(format!("demo/meetings.toml: {}", cause.to_string()))
}

/// Whether an address belongs to somebody named by its part before the @.
pub(super) fn is_named(member: &GroupMember, local: &str) -> bool {
    member.person.email.as_deref().and_then(|email| email.split('@').next()) == Some(local)
}

/// Writes all of them.
pub(super) async fn write(tx: &Transaction, app: &App, permit: &Permit) -> ServiceResult<(Votes, Vec<Held>)> {
    let file: File = toml::from_str(FILE).map_err(|cause| broken(&cause))?;
    let decided = resolutions::decided()?;
    let page = CursorPage { first: 100, after: None };
    let groups = groups_page(tx, &GroupFilter::default(), &page).await?;
    let mut votes = Votes::new();
    let mut held: Vec<Held> = Vec::new();
    for entry in file.meeting {
        let group = groups.iter().find(|group| group.short_name == entry.group);
        let group = group.ok_or_else(|| broken(&entry.group))?;
        let meeting =
            Story { tx, app, permit, group, entry: &entry }.write(&held, &decided, &mut votes).await?;
        let (meeting, members, items) = meeting;
        let approved = entry.state.is_none();
        if meeting.state.is_held() {
            let items = items.into_iter().zip(entry.item).collect();
            held.push(Held { group: group.clone(), meeting, members, items, approved });
        }
    }
    Ok((votes, held))
}

/// One meeting as it is written.
struct Story<'a> {
    tx: &'a Transaction,
    app: &'a App,
    permit: &'a Permit,
    group: &'a GroupRow,
    entry: &'a Entry,
}

impl Story<'_> {
    /// Two in the afternoon of its day.
    fn starts_at(&self) -> ServiceResult<DateTime<Utc>> {
        let day = self.app.today() + TimeDelta::days(self.entry.day);
        let local = day.and_hms_opt(14, 0, 0).ok_or_else(|| broken(&day))?;
        let at = self.app.time_zone().from_local_datetime(&local).earliest().ok_or_else(|| broken(&day))?;
        Ok(at.with_timezone(&Utc))
    }

    async fn write(
        &self,
        before: &[Held],
        decided: &[resolutions::Decided],
        votes: &mut Votes,
    ) -> ServiceResult<(MeetingRow, Vec<GroupMember>, Vec<AgendaItemRow>)> {
        let starts_at = self.starts_at()?;
        let mut members = members_of(self.tx, &[self.group.id]).await?;
        let day = self.app.today() + TimeDelta::days(self.entry.day);
        members
            .retain(|one| !one.role.state.is_pending() && one.role.from_day.is_some_and(|from| from <= day));
        // The same one each time the demonstration is loaded.
        let of_role = |role| {
            let found = members.iter().filter(|one| one.role.role == role);
            found.min_by_key(|one| one.person.email.clone()).map(|one| one.person.id)
        };
        let chair = of_role(GroupRole::Chair);
        let plan = Plan {
            title: self.entry.title.clone(),
            starts_at,
            ends_at: starts_at + TimeDelta::hours(2),
            place: self.entry.place.clone(),
            online_url: self.entry.online_url.clone(),
            note: self.entry.note.clone(),
            chair,
            minute_taker: of_role(GroupRole::Secretary).or(chair),
        };
        let invited = Clock::fixed((starts_at - TimeDelta::days(12)).min(self.app.clock().now()));
        let group = GroupId(self.group.id);
        let meeting = meetings::store::insert_meeting(self.tx, self.permit, &invited, group, plan).await?;
        let mut items = Vec::new();
        for item in &self.entry.item {
            items.push(self.item(&meeting, &invited, item, before, &members).await?);
        }
        let meeting = self.invite(&meeting, &invited, &members).await?;
        if self.entry.state.as_deref() == Some("invited") {
            return Ok((meeting, members, items));
        }
        let meeting = self.hold(&meeting, &mut items, (decided, votes), &members).await?;
        Ok((meeting, members, items))
    }

    async fn item(
        &self,
        meeting: &MeetingRow,
        clock: &Clock,
        item: &ItemEntry,
        before: &[Held],
        members: &[GroupMember],
    ) -> ServiceResult<AgendaItemRow> {
        let kind = AgendaItemKind::parse(&item.kind).ok_or_else(|| broken(&item.kind))?;
        let approved = item.approves.map(|day| self.app.today() + TimeDelta::days(day));
        let zone = self.app.time_zone();
        let of_day = |held: &&Held| {
            held.group.id == self.group.id
                && Some(held.meeting.starts_at.with_timezone(&zone).date_naive()) == approved
        };
        let minutes_of = before.iter().find(of_day).map(|held| held.meeting.id);
        let title = match approved {
            Some(day) => format!("Genehmigung des Protokolls vom {}", day.format("%d.%m.%Y")),
            None => item.title.clone(),
        };
        let presenter = item.presenter.as_deref();
        let presenter = presenter.and_then(|local| members.iter().find(|one| is_named(one, local)));
        let new = NewItem {
            group: self.group.id,
            kind,
            title,
            text: item.agenda.clone(),
            duration: item.duration,
            presenter: presenter.map(|one| one.person.id),
            presenter_name: String::new(),
            internal: item.internal,
            deferred_from: None,
            minutes_of,
            submitted_by: None,
        };
        Ok(meetings::store::insert_item(self.tx, self.permit, clock, new, Some((meeting, None))).await?)
    }

    async fn invite(
        &self,
        meeting: &MeetingRow,
        clock: &Clock,
        members: &[GroupMember],
    ) -> ServiceResult<MeetingRow> {
        let (meeting, _) = meetings::service::freeze_agenda(self.tx, clock, self.permit, meeting).await?;
        let meeting = meetings::store::set_invited(self.tx, self.permit, clock, &meeting, true).await?;
        for member in members {
            let new = NewAttendance {
                person: Some(member.person.id),
                name: String::new(),
                organisation: member.role.organisation_id,
                role: member.role.role,
            };
            conduct::store::insert_attendance(self.tx, self.permit, clock, meeting.id, new).await?;
        }
        Ok(meeting)
    }

    /// People come, speak about the items, vote, and go.
    async fn hold(
        &self,
        meeting: &MeetingRow,
        items: &mut [AgendaItemRow],
        (decided, votes): (&[resolutions::Decided], &mut Votes),
        members: &[GroupMember],
    ) -> ServiceResult<MeetingRow> {
        let (tx, permit) = (self.tx, self.permit);
        let (begin, end) = (Clock::fixed(meeting.starts_at), Clock::fixed(meeting.ends_at));
        let meeting = conduct::store::open_meeting(tx, permit, &begin, meeting).await?;
        for row in conduct::store::attendances_of(tx, MeetingId(meeting.id)).await? {
            let member = members.iter().find(|one| Some(one.person.id) == row.person_id);
            let named = |locals: &[String]| {
                member.is_some_and(|member| locals.iter().any(|local| is_named(member, local)))
            };
            if named(&self.entry.excused) {
                let away = (Some(AttendanceAway::Excused), String::new());
                conduct::store::change_attendance(tx, permit, &row, away).await?;
                continue;
            }
            let span = Span {
                online: named(&self.entry.online),
                from: meeting.starts_at,
                until: Some(meeting.ends_at),
            };
            conduct::store::replace_spans(tx, permit, &begin, row.id, &[span]).await?;
        }
        for (item, entry) in items.iter_mut().zip(&self.entry.item) {
            if let Some(title) = &entry.vote {
                let found = decided.iter().find(|one| one.group == self.entry.group && one.title == *title);
                let found = found.ok_or_else(|| broken(title))?;
                let vote = self.vote(&meeting, item, found, &end).await?;
                votes.insert((self.entry.group.clone(), title.clone()), (meeting.id, vote));
            }
            let state = match item.kind {
                AgendaItemKind::Information | AgendaItemKind::Discussion => AgendaItemState::Noted,
                _ => AgendaItemState::Decided,
            };
            *item = conduct::store::set_item_state(tx, permit, &end, item, (state, String::new())).await?;
        }
        Ok(conduct::store::close_meeting(tx, permit, &end, &meeting).await?)
    }

    async fn vote(
        &self,
        meeting: &MeetingRow,
        item: &AgendaItemRow,
        decided: &resolutions::Decided,
        clock: &Clock,
    ) -> ServiceResult<Uuid> {
        let [yes, no, abstain, present, roll] = decided.votes;
        let count = Count { yes, no, abstain, present, roll };
        let new = NewVote {
            title: decided.title.clone(),
            wording: decided.wording.clone(),
            mover: None,
            secret: false,
            majority: Majority::SIMPLE,
            votes: (present, roll),
            effective_from: None,
            review_on: None,
            excluded: Vec::new(),
        };
        let about = (meeting.id, item);
        let vote = conduct::store::insert_vote(self.tx, self.permit, clock, about, new).await?;
        let reached = Majority::SIMPLE.is_reached(count);
        let outcome = if reached { VoteOutcome::Adopted } else { VoteOutcome::Rejected };
        conduct::store::close_vote(self.tx, self.permit, clock, &vote, Some((count, outcome))).await?;
        Ok(vote.id)
    }
}
