//! Reading how a meeting is held.

use std::collections::HashMap;

use chrono::{DateTime, Utc};

use uuid::Uuid;
use verbund_shared::{
    groups::GroupRole,
    id::{GroupId, MeetingId},
    meetings::VoteState,
};

use super::{conduct_facts, moment_of, signed_in};
use crate::{
    app::App,
    authz::{Action, Caller, Facts, may},
    conduct::{
        rules::quorum::{self, Attendee, Point, Span},
        store::{self, AttendanceRow, ExclusionRow, SpanRow, VoteRow},
    },
    db::Connection,
    error::{ServiceError, ServiceResult},
    groups::{
        self,
        rules::roles::Place,
        store::{GroupMember, GroupRow},
    },
    meetings::{
        rules::procedure::Procedure,
        service::procedure_of,
        store::{self as meetings, AgendaItemRow, MeetingRow},
    },
    organisations::store::{OrganisationRow, organisations_by_id},
    people::{self, PersonRow},
    resolutions::store::ResolutionRow,
};

/// Whether somebody holds this meeting: who manages the group's meetings, chairs this one or writes its
/// minutes.
pub fn may_conduct(caller: &Caller, meeting: &MeetingRow) -> bool {
    may(caller, Action::MeetingConduct, &conduct_facts(caller, meeting))
}

/// How a meeting is held, as it stands now, with everything that belongs to it.
#[derive(Debug, Clone)]
pub struct Conduct {
    /// The meeting.
    pub meeting: MeetingRow,
    /// Its group.
    pub group: GroupRow,
    /// What it is held by.
    pub procedure: Procedure,
    /// Who is in its attendance, by name, guests last.
    pub attendances: Vec<AttendanceRow>,
    /// When they were there, by their entries.
    pub spans: HashMap<Uuid, Vec<SpanRow>>,
    /// Its votes, in the order in which they were opened.
    pub votes: Vec<VoteRow>,
    /// Who did not vote.
    pub exclusions: Vec<ExclusionRow>,
    /// What came of its votes.
    pub resolutions: Vec<ResolutionRow>,
    /// People that are named.
    pub people: HashMap<Uuid, PersonRow>,
    /// Organisations that are named.
    pub organisations: HashMap<Uuid, OrganisationRow>,
    /// The item people speak about; none where it is hidden from who asks.
    pub current_item: Option<Uuid>,
    /// Whether who asks sees what is internal.
    pub sees_internal: bool,
    /// When it was read.
    pub now: DateTime<Utc>,
    /// Those whose votes make up the quorum: of the attendance, or before there is one, of the group.
    attendees: Vec<Attendee>,
}

/// The spans of an entry, for the rules.
pub fn spans_in(rows: &[SpanRow]) -> Vec<Span> {
    rows.iter().map(|row| Span { online: row.online, from: row.from_at, until: row.until_at }).collect()
}

impl Conduct {
    /// The name of somebody in the attendance; empty once the person has left the network.
    pub fn name_of(&self, row: &AttendanceRow) -> String {
        match row.person_id.and_then(|id| self.people.get(&id)) {
            Some(person) => format!("{} {}", person.given_name, person.family_name).trim().to_owned(),
            None => row.name.clone(),
        }
    }

    /// When somebody was there, the earliest first.
    pub fn spans_of(&self, row: &AttendanceRow) -> &[SpanRow] {
        self.spans.get(&row.id).map_or(&[], Vec::as_slice)
    }

    /// All votes there are.
    pub fn roll(&self) -> u32 {
        quorum::roll(&self.attendees, self.procedure.vote_by)
    }

    /// The votes that are there now, or were there at the end.
    pub fn present(&self) -> u32 {
        let at = moment_of(&self.meeting, self.now);
        quorum::present(&self.attendees, self.procedure.vote_by, at, &[])
    }

    /// The votes that are there now, without those of people who are excluded.
    pub fn present_without(&self, excluded: &[Uuid]) -> u32 {
        quorum::present(&self.attendees, self.procedure.vote_by, self.now, excluded)
    }

    /// Whether enough votes are there now, or were there at the end.
    pub fn is_quorate(&self) -> bool {
        self.procedure.quorum.is_reached(self.present(), self.roll())
    }

    /// How the votes that were there changed over time.
    pub fn line(&self) -> Vec<Point> {
        quorum::line(&self.attendees, self.procedure.vote_by, self.procedure.quorum)
    }

    /// The vote that is open.
    pub fn open_vote(&self) -> Option<&VoteRow> {
        self.votes.iter().find(|vote| vote.state == VoteState::Open)
    }
}

/// How a meeting is held. Guests see no votes on internal items.
///
/// # Errors
/// `UNAUTHENTICATED`, `NOT_FOUND` where it does not exist or is hidden.
pub async fn conduct(app: &App, caller: &Caller, id: MeetingId) -> ServiceResult<Conduct> {
    signed_in(caller)?;
    let db = app.db().read();
    let meeting = meetings::find_meeting(db, id).await?.ok_or_else(ServiceError::not_found)?;
    let group = GroupId(meeting.group_id);
    if !may(caller, Action::MeetingRead, &Facts::group(group)) {
        return Err(ServiceError::not_found());
    }
    let sees_internal = may(caller, Action::MeetingReadInternal, &Facts::group(group));
    let group = groups::store::find_group(db, group).await?.ok_or_else(ServiceError::not_found)?;
    load(db, app, meeting, group, sees_internal).await
}

/// Loads what belongs to a meeting: a fixed number of statements, however many people there are.
pub(super) async fn load(
    db: &impl Connection,
    app: &App,
    meeting: MeetingRow,
    group: GroupRow,
    sees_internal: bool,
) -> ServiceResult<Conduct> {
    let id = MeetingId(meeting.id);
    let procedure = procedure_of(db, GroupId(group.id)).await?;
    let hidden = if sees_internal { Vec::new() } else { internal(meetings::items_of(db, id).await?) };
    let mut votes = store::votes_of(db, id).await?;
    votes.retain(|vote| !hidden.contains(&vote.item_id));
    let vote_ids: Vec<Uuid> = votes.iter().map(|vote| vote.id).collect();
    let exclusions = store::exclusions_of(db, &vote_ids).await?;
    let resolutions = store::resolutions_of(db, &vote_ids).await?;
    let mut attendances = store::attendances_of(db, id).await?;
    let ids: Vec<Uuid> = attendances.iter().map(|row| row.id).collect();
    let mut spans: HashMap<Uuid, Vec<SpanRow>> = HashMap::new();
    for span in store::spans_of(db, &ids).await? {
        spans.entry(span.attendance_id).or_default().push(span);
    }
    let movers = votes.iter().filter_map(|vote| vote.mover_id);
    let named: Vec<Uuid> = attendances.iter().filter_map(|row| row.person_id).chain(movers).collect();
    let people = people::people_by_id(db, &named).await?.into_iter().map(|row| (row.id, row)).collect();
    let from: Vec<Uuid> = attendances.iter().filter_map(|row| row.organisation_id).collect();
    let organisations = organisations_by_id(db, &from).await?.into_iter().map(|row| (row.id, row)).collect();
    sort_by_name(&mut attendances, &people);
    let attendees = if meeting.opened_at.is_some() {
        attendances.iter().map(|row| attendee(row, spans.get(&row.id).map_or(&[], Vec::as_slice))).collect()
    } else {
        let members = groups::store::members_of(db, &[group.id]).await?;
        let today = app.today();
        members.iter().filter(|member| Place::from(*member).holds_on(today)).map(expected).collect()
    };
    let current_item = meeting.current_item_id.filter(|item| !hidden.contains(item));
    let now = app.clock().now();
    Ok(Conduct {
        meeting,
        group,
        procedure,
        attendances,
        spans,
        votes,
        exclusions,
        resolutions,
        people,
        organisations,
        current_item,
        sees_internal,
        now,
        attendees,
    })
}

fn internal(items: Vec<AgendaItemRow>) -> Vec<Uuid> {
    items.into_iter().filter(|item| item.internal).map(|item| item.id).collect()
}

fn sort_by_name(rows: &mut [AttendanceRow], people: &HashMap<Uuid, PersonRow>) {
    rows.sort_by_cached_key(|row| {
        let name = match row.person_id.and_then(|id| people.get(&id)) {
            Some(person) => format!("{} {}", person.family_name, person.given_name),
            None => row.name.clone(),
        };
        (row.role == GroupRole::Guest, name.to_lowercase(), row.id)
    });
}

fn attendee(row: &AttendanceRow, spans: &[SpanRow]) -> Attendee {
    Attendee { id: row.id, organisation: row.organisation_id, role: row.role, spans: spans_in(spans) }
}

/// Somebody who will be in the attendance once the meeting is opened.
fn expected(member: &GroupMember) -> Attendee {
    Attendee {
        id: member.role.id,
        organisation: member.role.organisation_id,
        role: member.role.role,
        spans: Vec::new(),
    }
}
