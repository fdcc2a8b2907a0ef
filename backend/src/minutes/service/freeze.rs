//! Freezing minutes as their next version.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use uuid::Uuid;
use verbund_shared::{id::MeetingId, minutes::MinutesState};

use super::{
    Held,
    material::{Item, Material, Names, gather},
};
use crate::{
    app::App,
    authz::Permit,
    clock::Clock,
    conduct::{
        self,
        store::{AttendanceRow, ExclusionRow, VoteRow},
    },
    db::Transaction,
    error::ServiceResult,
    meetings::store::MeetingRow,
    minutes::{
        rules::{
            attendance,
            content::{ActionLine, Attendee, Content, Entry, Signature, Vote},
        },
        store::{self, MinutesRow},
    },
    resolutions::store::ResolutionRow,
};

/// What came of votes, and who did not vote.
struct Results {
    resolutions: HashMap<Uuid, ResolutionRow>,
    excluded: Vec<ExclusionRow>,
}

/// Freezes what stands now as the next version, with the state that begins; gives its number. The group's
/// row must be held.
///
/// # Errors
/// None that a person makes.
pub async fn freeze(
    tx: &Transaction,
    (permit, clock, zone): (&Permit, &Clock, Tz),
    meeting: &MeetingRow,
    minutes: &MinutesRow,
    state: MinutesState,
) -> ServiceResult<i32> {
    let material = gather(tx, meeting, Some(minutes)).await?;
    let names = material.names(tx, meeting).await?;
    let votes: Vec<Uuid> = material.votes.iter().map(|vote| vote.id).collect();
    let resolutions = conduct::store::resolutions_of(tx, &votes).await?;
    let results = Results {
        // The first one: what corrects it came later and refers to it itself.
        resolutions: resolutions.into_iter().rev().filter_map(|row| Some((row.vote_id?, row))).collect(),
        excluded: conduct::store::exclusions_of(tx, &votes).await?,
    };
    let number = minutes.number + 1;
    let content = Content {
        number,
        state,
        at: clock.now(),
        person: permit.actor().person_id().map(|id| id.0),
        meeting: meeting.id,
        title: meeting.title.clone(),
        starts_at: meeting.opened_at.unwrap_or(meeting.starts_at),
        ends_at: end_of(meeting),
        place: meeting.place.clone(),
        chair: names.person(meeting.chair_id),
        minute_taker: names.person(meeting.minute_taker_id),
        attendances: material
            .attendances
            .iter()
            .map(|row| attendee((meeting, zone), &material, &names, row))
            .collect(),
        entries: material.items.iter().map(|item| entry(item, &material, &names, &results)).collect(),
        signatures: signatures(tx, meeting).await?,
    };
    store::insert_version(tx, permit, clock, &content).await?;
    Ok(number)
}

impl Held {
    /// Freezes what stands now as the next version; gives its number.
    pub(super) async fn freeze(
        &self,
        app: &App,
        minutes: &MinutesRow,
        state: MinutesState,
    ) -> ServiceResult<i32> {
        let by = (&self.permit, app.clock(), app.time_zone());
        freeze(&self.tx, by, &self.meeting, minutes, state).await
    }
}

/// When a meeting ended; when it was to end where nobody has closed it.
fn end_of(meeting: &MeetingRow) -> DateTime<Utc> {
    meeting.closed_at.unwrap_or(meeting.ends_at)
}

/// The signatures under the version that was signed last.
async fn signatures(tx: &Transaction, meeting: &MeetingRow) -> ServiceResult<Vec<Signature>> {
    let rows = store::signatures_of(tx, MeetingId(meeting.id)).await?;
    let newest = rows.iter().map(|row| row.version_number).max();
    let signed = rows.into_iter().filter(|row| Some(row.version_number) == newest);
    Ok(signed
        .map(|row| Signature {
            role: row.role,
            person: row.person_id,
            at: row.at,
            version: row.version_number,
        })
        .collect())
}

fn attendee(
    (meeting, zone): (&MeetingRow, Tz),
    material: &Material,
    names: &Names,
    row: &AttendanceRow,
) -> Attendee {
    let spans = material.spans_of(row.id);
    Attendee {
        name: names.attendee(row),
        organisation: names.organisation(row.organisation_id),
        role: row.role,
        state: attendance::state(&spans, row.away, meeting.closed_at),
        times: attendance::times(&spans, meeting.closed_at, zone),
    }
}

fn entry(item: &Item, material: &Material, names: &Names, results: &Results) -> Entry {
    let written = material.entries.get(&item.row.id);
    let votes = material.votes.iter().filter(|vote| vote.item_id == item.row.id);
    let actions = material.actions.iter().filter(|action| action.item_id == item.row.id);
    Entry {
        item: item.row.id,
        number: item.number.clone(),
        title: item.row.title.clone(),
        kind: item.row.kind,
        state: item.row.state,
        internal: item.internal,
        text: written.map(|row| row.text.clone()).unwrap_or_default(),
        internal_text: written.map(|row| row.internal_text.clone()).unwrap_or_default(),
        votes: votes.filter_map(|vote| result(vote, material, names, results)).collect(),
        actions: actions
            .map(|action| ActionLine {
                text: action.text.clone(),
                organisation: names.organisation(Some(action.organisation_id)),
                person: names.person(action.person_id),
                due: action.due,
                task: action.task_id,
            })
            .collect(),
    }
}

/// A vote with its result; one that was broken off counts for nothing.
fn result(vote: &VoteRow, material: &Material, names: &Names, results: &Results) -> Option<Vote> {
    let outcome = vote.outcome?;
    let resolution = results.resolutions.get(&vote.id);
    let excluded = results.excluded.iter().filter(|row| row.vote_id == vote.id);
    let attendance = |id: Uuid| material.attendances.iter().find(|row| row.id == id);
    Some(Vote {
        title: vote.title.clone(),
        wording: vote.wording.clone(),
        yes: vote.yes,
        no: vote.no,
        abstain: vote.abstain,
        present: vote.present,
        roll: vote.roll,
        secret: vote.secret,
        outcome,
        resolution: resolution.map(|row| row.id),
        label: resolution.map(|row| row.label.clone()).unwrap_or_default(),
        excluded: excluded
            .filter_map(|row| attendance(row.attendance_id))
            .map(|row| names.attendee(row))
            .collect(),
    })
}
