//! Everything that minutes are made of, read at once.

use std::collections::{HashMap, HashSet};

use uuid::Uuid;
use verbund_shared::{id::MeetingId, meetings::AttendanceState};

use super::is_over;
use crate::{
    conduct::{
        self,
        store::{AttendanceRow, SpanRow, VoteRow},
    },
    db::Connection,
    error::ServiceResult,
    meetings::{
        self,
        rules::agenda::{Standing, standings},
        store::{AgendaItemRow, MeetingRow},
    },
    minutes::{
        rules::{
            attendance::{self, Span},
            gaps::{self, Gap, Looked},
        },
        store::{self, ActionRow, EntryRow, MinutesRow, ObjectionRow, SignatureRow},
    },
    organisations, people,
};

/// An agenda item with its number.
#[derive(Debug, Clone)]
pub struct Item {
    /// The item.
    pub row: AgendaItemRow,
    /// Its number: `2.1`.
    pub number: String,
    /// Whether it, or what it is part of, is internal.
    pub internal: bool,
}

impl Item {
    /// Number and title.
    pub fn name(&self) -> String {
        format!("{} {}", self.number, self.row.title)
    }
}

/// The items of a meeting in the order of its agenda.
pub(super) async fn items_of(db: &impl Connection, meeting: MeetingId) -> ServiceResult<Vec<Item>> {
    let mut rows = meetings::store::items_of(db, meeting).await?;
    // What was withdrawn or put off before the meeting has no place on its agenda any more.
    rows.retain(|row| row.position > 0);
    let places: Vec<_> = rows.iter().map(meetings::service::place_of).collect();
    let internal: HashSet<Uuid> = rows.iter().filter(|row| row.internal).map(|row| row.id).collect();
    let mut by_id: HashMap<Uuid, AgendaItemRow> = rows.into_iter().map(|row| (row.id, row)).collect();
    let item = |standing: Standing| {
        let row = by_id.remove(&standing.id)?;
        let hidden = row.internal || row.parent_id.is_some_and(|parent| internal.contains(&parent));
        Some(Item { internal: hidden, number: standing.number, row })
    };
    Ok(standings(&places).into_iter().filter_map(item).collect())
}

/// Everything that minutes are made of.
#[derive(Debug, Default)]
pub struct Material {
    /// The items in the order of the agenda.
    pub items: Vec<Item>,
    /// What was written to them.
    pub entries: HashMap<Uuid, EntryRow>,
    /// Their action lines.
    pub actions: Vec<ActionRow>,
    /// Objections, the oldest first.
    pub objections: Vec<ObjectionRow>,
    /// Signatures under all versions.
    pub signatures: Vec<SignatureRow>,
    pub(super) attendances: Vec<AttendanceRow>,
    pub(super) spans: Vec<SpanRow>,
    pub(super) votes: Vec<VoteRow>,
}

/// Reads all that.
pub(super) async fn gather(
    db: &impl Connection,
    meeting: &MeetingRow,
    minutes: Option<&MinutesRow>,
) -> ServiceResult<Material> {
    let id = MeetingId(meeting.id);
    let attendances = conduct::store::attendances_of(db, id).await?;
    let entered: Vec<Uuid> = attendances.iter().map(|row| row.id).collect();
    let mut material = Material {
        items: items_of(db, id).await?,
        spans: conduct::store::spans_of(db, &entered).await?,
        votes: conduct::store::votes_of(db, id).await?,
        attendances,
        ..Material::default()
    };
    if let Some(minutes) = minutes {
        let entries = store::entries_of(db, minutes.id).await?;
        material.entries = entries.into_iter().map(|row| (row.item_id, row)).collect();
        material.actions = store::actions_of(db, minutes.id).await?;
        material.objections = store::objections_of(db, minutes.id).await?;
        material.signatures = store::signatures_of(db, id).await?;
    }
    Ok(material)
}

impl Material {
    /// One item.
    pub fn item(&self, id: Uuid) -> Option<&Item> {
        self.items.iter().find(|item| item.row.id == id)
    }

    /// When somebody was there.
    pub(super) fn spans_of(&self, attendance: Uuid) -> Vec<Span> {
        let theirs = self.spans.iter().filter(|span| span.attendance_id == attendance);
        theirs.map(|span| Span { online: span.online, from: span.from_at, until: span.until_at }).collect()
    }

    /// What is missing before they can be final.
    pub(super) fn gaps(&self, meeting: &MeetingRow, names: &Names) -> Vec<Gap> {
        let known = |row: &AttendanceRow| {
            attendance::state(&self.spans_of(row.id), row.away, None) != AttendanceState::Unknown
        };
        gaps::gaps(&Looked {
            running: !is_over(meeting),
            items: self.items.iter().map(|item| (item.row.id, item.name(), item.row.state)).collect(),
            people: self.attendances.iter().map(|row| (names.attendee(row), row.role, known(row))).collect(),
            votes: self.votes.iter().map(|vote| (vote.item_id, vote.title.clone(), vote.state)).collect(),
            objections: self.objections.iter().map(|row| (row.item_id, row.state)).collect(),
        })
    }

    /// The names of all who are named in it.
    pub(super) async fn names(&self, db: &impl Connection, meeting: &MeetingRow) -> ServiceResult<Names> {
        let mut persons: Vec<Uuid> = self.attendances.iter().filter_map(|row| row.person_id).collect();
        persons.extend(self.actions.iter().filter_map(|row| row.person_id));
        persons.extend([meeting.chair_id, meeting.minute_taker_id].into_iter().flatten());
        let mut organisations: Vec<Uuid> =
            self.attendances.iter().filter_map(|row| row.organisation_id).collect();
        organisations.extend(self.actions.iter().map(|row| row.organisation_id));
        let people = people::people_by_id(db, &persons).await?;
        let full = |given: &str, family: &str| format!("{given} {family}").trim().to_owned();
        let organisations = organisations::store::organisations_by_id(db, &organisations).await?;
        Ok(Names {
            people: people.into_iter().map(|row| (row.id, full(&row.given_name, &row.family_name))).collect(),
            organisations: organisations.into_iter().map(|row| (row.id, row.name)).collect(),
        })
    }
}

/// Names of people and organisations.
#[derive(Debug, Default)]
pub(super) struct Names {
    people: HashMap<Uuid, String>,
    organisations: HashMap<Uuid, String>,
}

impl Names {
    /// A person's full name; empty where nobody is named.
    pub(super) fn person(&self, id: Option<Uuid>) -> String {
        id.and_then(|id| self.people.get(&id)).cloned().unwrap_or_default()
    }

    /// An organisation's name; empty where none is named.
    pub(super) fn organisation(&self, id: Option<Uuid>) -> String {
        id.and_then(|id| self.organisations.get(&id)).cloned().unwrap_or_default()
    }

    /// The name of somebody in the attendance.
    pub(super) fn attendee(&self, row: &AttendanceRow) -> String {
        if row.person_id.is_some() { self.person(row.person_id) } else { row.name.clone() }
    }
}
