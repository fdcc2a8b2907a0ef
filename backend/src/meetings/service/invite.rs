//! Inviting to a meeting: the agenda is frozen, people come on the list, everybody in the group gets a mail.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use uuid::Uuid;
use verbund_shared::{
    id::{GroupId, MeetingId},
    meetings::{AgendaItemState, MEETING_REASON_MAX},
    values::FieldCheck,
};

use super::{Held, held_meeting, mails, meeting_event, plan::invited, procedure_of, state_forbids, working};
use crate::{
    app::App,
    audit,
    authz::{Action, Caller, Permit},
    clock::Clock,
    db::Transaction,
    error::{ServiceError, ServiceResult, all_right, same_version},
    meetings::{
        rules::{
            agenda::{Place, standings},
            states::{Act, after},
        },
        store::{self, AgendaItemRow, MeetingRow},
    },
    people,
};

/// An invitation as it is sent.
#[derive(Debug, Clone)]
pub struct Invitation {
    /// The meeting.
    pub id: MeetingId,
    /// The version that was looked at.
    pub version: i32,
    /// What is written to those who are invited; may be empty.
    pub message: String,
    /// Whether to invite although the notice period is not kept.
    pub short_notice: bool,
}

/// An item as it stands in a frozen agenda.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenItem {
    /// Its number, such as `2.1`.
    pub number: String,
    /// Its title.
    pub title: String,
    /// What it is for, as a word.
    pub kind: String,
    /// How long it is to take, in minutes.
    pub duration: Option<i32>,
    /// Who presents it.
    pub presenter: String,
    /// Whether guests do not see it.
    pub internal: bool,
    /// Whether it was added after the first invitation.
    pub late: bool,
}

/// A frozen agenda.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct FrozenAgenda {
    /// Its items in their order.
    pub items: Vec<FrozenItem>,
}

impl FrozenAgenda {
    /// Reads what was frozen.
    pub fn read(content: &str) -> Self {
        serde_json::from_str(content).unwrap_or_default()
    }
}

/// The place of an item, as the rules see it.
pub fn place_of(item: &AgendaItemRow) -> Place {
    let on = item.state != AgendaItemState::Submitted && item.state != AgendaItemState::Withdrawn;
    let position = if on { item.position } else { 0 };
    Place { id: item.id, parent: item.parent_id, position, duration: item.duration }
}

async fn presenters(tx: &Transaction, items: &[AgendaItemRow]) -> ServiceResult<HashMap<Uuid, String>> {
    let ids: Vec<Uuid> = items.iter().filter_map(|item| item.presenter_id).collect();
    let rows = people::people_by_id(tx, &ids).await?;
    let name = |row: &people::PersonRow| format!("{} {}", row.given_name, row.family_name).trim().to_owned();
    Ok(rows.iter().map(|row| (row.id, name(row))).collect())
}

async fn frozen(tx: &Transaction, items: &[AgendaItemRow]) -> ServiceResult<FrozenAgenda> {
    let presenters = presenters(tx, items).await?;
    let places: Vec<Place> = items.iter().map(place_of).collect();
    let frozen = |standing: crate::meetings::rules::agenda::Standing| {
        let item = items.iter().find(|item| item.id == standing.id)?;
        let account = item.presenter_id.and_then(|id| presenters.get(&id));
        Some(FrozenItem {
            number: standing.number,
            title: item.title.clone(),
            kind: item.kind.as_str().to_owned(),
            duration: item.duration,
            presenter: account.unwrap_or(&item.presenter_name).clone(),
            internal: item.internal,
            late: item.late,
        })
    };
    Ok(FrozenAgenda { items: standings(&places).into_iter().filter_map(frozen).collect() })
}

/// Freezes the agenda as the next version; refused where it says what the last one said.
///
/// # Errors
/// `STATE_FORBIDS` (`no_items`, or nothing has changed).
pub async fn freeze_agenda(
    tx: &Transaction,
    clock: &Clock,
    permit: &Permit,
    meeting: &MeetingRow,
) -> ServiceResult<(MeetingRow, FrozenAgenda)> {
    let items = store::items_of(tx, MeetingId(meeting.id)).await?;
    let agenda = frozen(tx, &items).await?;
    if agenda.items.is_empty() {
        return Err(state_forbids("no_items"));
    }
    let last = store::versions_of(tx, &[meeting.id]).await?.into_iter().next_back();
    if last.is_some_and(|last| FrozenAgenda::read(&last.content) == agenda) {
        return Err(state_forbids("unchanged"));
    }
    let content = serde_json::to_string(&agenda).map_err(|cause| ServiceError::Internal(Box::new(cause)))?;
    let sha256 = hex::encode(Sha256::digest(content.as_bytes()));
    let meeting = store::insert_version(tx, permit, clock, meeting, (content, sha256)).await?;
    Ok((meeting, agenda))
}

/// Invites everybody in the group, or sends the changed agenda to those who are invited.
///
/// # Errors
/// `UNAUTHENTICATED`, `NOT_FOUND`, `FORBIDDEN`, `VALIDATION`, `CONFLICT`, `STATE_FORBIDS` with `state`: that
/// of meeting or group; `no_items` (nothing is on the agenda), `past` (it begins before now),
/// `notice_missed` (the notice period is not kept and short notice not confirmed), `unchanged` (the agenda
/// is the one that was sent).
pub async fn invite(app: &App, caller: &Caller, new: Invitation) -> ServiceResult<MeetingRow> {
    let Held { tx, permit, group, meeting: row } =
        held_meeting(app, caller, new.id, Action::MeetingManage).await?;
    let mut check = FieldCheck::new();
    let message = check.text("message", &new.message, MEETING_REASON_MAX);
    all_right(check)?;
    same_version(row.version, new.version)?;
    working(&group)?;
    let again = row.invited_at.is_some();
    if after(row.state, Act::Invite, again, false).is_none() {
        return Err(state_forbids(row.state.as_str()));
    }
    if row.starts_at <= app.clock().now() {
        return Err(state_forbids("past"));
    }
    let day = row.starts_at.with_timezone(&app.time_zone()).date_naive();
    let kept = procedure_of(&tx, GroupId(group.id)).await?.keeps_notice(app.today(), day);
    if !again && !kept && !new.short_notice {
        return Err(state_forbids("notice_missed"));
    }
    let (row, agenda) = freeze_agenda(&tx, app.clock(), &permit, &row).await?;
    // A changed agenda takes nothing back of an invitation that came in time.
    let kept = row.notice_kept.filter(|_| again).unwrap_or(kept);
    let row = store::set_invited(&tx, &permit, app.clock(), &row, kept).await?;
    let members = invited(&tx, app, &row).await?;
    let listed = store::attendances_of(&tx, &[row.id]).await?;
    for member in &members {
        if !listed.iter().any(|attendance| attendance.person_id == Some(member.person.id)) {
            store::insert_attendance(&tx, &permit, app.clock(), row.id, member).await?;
        }
    }
    mails::invited(&tx, app, &permit, (&group, &row), (&members, &agenda, &message, again)).await?;
    let event = meeting_event("meeting_invite", &row).detail("count", members.len());
    audit::record(&tx, app.clock(), &permit, event).await?;
    tx.commit().await?;
    Ok(row)
}
