//! Reading meetings.

use chrono::NaiveDate;
use verbund_shared::{
    groups::GroupRole,
    id::{AgendaItemId, GroupId, MeetingId},
    meetings::MeetingTime,
};

use super::{mails, may_know, signed_in};
use crate::{
    app::App,
    audit::rules::{begin_of, end_of},
    authz::{Action, Caller, Facts, may},
    calendar::{Method, calendar},
    error::{ServiceError, ServiceResult},
    graphql::{CursorPage, page_of},
    groups::{self, store::GroupRow},
    meetings::store::{self, AgendaItemRow, MeetingFilter, MeetingKey, MeetingRow, PollRow},
};

/// Meetings to come that are shown at once on a group's page.
const AHEAD_SHOWN: u64 = 100;
/// Meetings that are over that are shown at once on a group's page.
const PAST_SHOWN: u64 = 10;

/// Whether somebody sees what is internal in a group's meetings.
pub fn sees_internal(caller: &Caller, group: GroupId) -> bool {
    may(caller, Action::MeetingReadInternal, &Facts::group(group))
}

/// What the rights to hold a meeting and to write its minutes are asked about: its group, and whether one chairs
/// it or writes its minutes.
pub fn conduct_facts(caller: &Caller, meeting: &MeetingRow) -> Facts {
    let own = |id: &verbund_shared::id::PersonId| {
        meeting.chair_id == Some(id.0) || meeting.minute_taker_id == Some(id.0)
    };
    let person = caller.actor.person_id().filter(own);
    Facts { person, ..Facts::group(GroupId(meeting.group_id)) }
}

/// Which meetings are looked for, in days of the network.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// Only this group's.
    pub group: Option<GroupId>,
    /// Only those to come, or only those that are over.
    pub time: Option<MeetingTime>,
    /// Only those of groups in which one has a place.
    pub mine: bool,
    /// Only those on this day or later.
    pub from: Option<NaiveDate>,
    /// Only those on this day or earlier.
    pub until: Option<NaiveDate>,
    /// Words in the title.
    pub text: String,
}

impl Wanted {
    /// The filter with what this person may see.
    fn seen(&self, app: &App, caller: &Caller) -> MeetingFilter {
        let everything = may(caller, Action::MeetingRead, &Facts::NONE);
        let own = self.mine || !everything;
        MeetingFilter {
            visible: own.then(|| caller.actor.groups_as(GroupRole::ALL)),
            group: self.group,
            time: self.time,
            from: self.from.map(|day| begin_of(day, app.time_zone())),
            before: self.until.map(|day| end_of(day, app.time_zone())),
            text: self.text.clone(),
        }
    }
}

/// A page of the meetings one may see, and whether more follow: those to come soonest first, others newest
/// first.
///
/// # Errors
/// `UNAUTHENTICATED`.
pub async fn meetings(
    app: &App,
    caller: &Caller,
    wanted: &Wanted,
    page: &CursorPage<MeetingKey>,
) -> ServiceResult<(Vec<MeetingRow>, bool)> {
    signed_in(caller)?;
    let rows = store::meetings_page(app.db().read(), &wanted.seen(app, caller), page).await?;
    Ok(page_of(rows, page.first))
}

/// How many meetings there are.
///
/// # Errors
/// `UNAUTHENTICATED`.
pub async fn meetings_count(app: &App, caller: &Caller, wanted: &Wanted) -> ServiceResult<u64> {
    signed_in(caller)?;
    Ok(store::count_meetings(app.db().read(), &wanted.seen(app, caller)).await?)
}

/// One meeting.
///
/// # Errors
/// `UNAUTHENTICATED`, `NOT_FOUND` where it does not exist or is hidden.
pub async fn get_meeting(app: &App, caller: &Caller, id: MeetingId) -> ServiceResult<MeetingRow> {
    signed_in(caller)?;
    let row = store::find_meeting(app.db().read(), id).await?.ok_or_else(ServiceError::not_found)?;
    may_know(caller, GroupId(row.group_id))?;
    Ok(row)
}

/// One agenda item.
///
/// # Errors
/// `UNAUTHENTICATED`, `NOT_FOUND` where it does not exist or is hidden.
pub async fn get_item(app: &App, caller: &Caller, id: AgendaItemId) -> ServiceResult<AgendaItemRow> {
    signed_in(caller)?;
    let row = store::find_item(app.db().read(), id).await?.ok_or_else(ServiceError::not_found)?;
    let group = GroupId(row.group_id);
    may_know(caller, group)?;
    if row.internal && !sees_internal(caller, group) { Err(ServiceError::not_found()) } else { Ok(row) }
}

/// What a group's page shows of its meetings.
#[derive(Debug, Clone)]
pub struct Overview {
    /// The group.
    pub group: GroupRow,
    /// Those to come, the soonest first.
    pub ahead: Vec<MeetingRow>,
    /// The last ones that are over, the newest first.
    pub past: Vec<MeetingRow>,
    /// How many are over.
    pub past_count: u64,
    /// Polls that are open.
    pub polls: Vec<PollRow>,
    /// Items that were handed in and wait.
    pub proposals: Vec<AgendaItemRow>,
}

/// The meetings, polls and waiting items of a group.
///
/// # Errors
/// `UNAUTHENTICATED`, `NOT_FOUND`.
pub async fn overview(app: &App, caller: &Caller, id: GroupId) -> ServiceResult<Overview> {
    signed_in(caller)?;
    may_know(caller, id)?;
    let db = app.db().read();
    let group = groups::store::find_group(db, id).await?.ok_or_else(ServiceError::not_found)?;
    let of = |time| MeetingFilter { group: Some(id), time: Some(time), ..MeetingFilter::default() };
    let first = |first| CursorPage { first, after: None };
    let (ahead, past) = (of(MeetingTime::Ahead), of(MeetingTime::Past));
    let (ahead, _) = page_of(store::meetings_page(db, &ahead, &first(AHEAD_SHOWN)).await?, AHEAD_SHOWN);
    let past_count = store::count_meetings(db, &past).await?;
    let (past, _) = page_of(store::meetings_page(db, &past, &first(PAST_SHOWN)).await?, PAST_SHOWN);
    let polls = store::open_polls(db, id).await?;
    let mut proposals = store::submitted_items(db, id).await?;
    let internal = sees_internal(caller, id);
    proposals.retain(|item| internal || !item.internal);
    Ok(Overview { group, ahead, past, past_count, polls, proposals })
}

/// A meeting as a calendar file.
///
/// # Errors
/// `UNAUTHENTICATED`, `NOT_FOUND`.
pub async fn calendar_file(app: &App, caller: &Caller, id: MeetingId) -> ServiceResult<String> {
    let row = get_meeting(app, caller, id).await?;
    let group = groups::store::find_group(app.db().read(), GroupId(row.group_id)).await?;
    let group = group.ok_or_else(ServiceError::not_found)?;
    Ok(calendar(&[mails::entry(app, &group, &row)], Method::Publish))
}
