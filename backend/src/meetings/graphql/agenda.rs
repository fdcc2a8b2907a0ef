//! An item of an agenda.

use async_graphql::{Context, ID, Object, SimpleObject};
use chrono::TimeDelta;
use verbund_shared::{
    id::{AgendaItemId, GroupId, MeetingId, PersonId},
    meetings::{AgendaItemKind, AgendaItemState, MeetingState},
};

use super::{
    loader::{ItemById, ItemsOf, MeetingLoader, PapersOf, RequestLoader, SuccessorOf},
    parts::MeetingName,
};
use crate::{
    authz::{Action, Facts, may},
    graphql::{ApiResult, DateTime, caller_of},
    group_files::graphql::GroupFile,
    groups::graphql::{GroupPerson, person},
    markdown,
    meetings::{
        rules::agenda::{Place, Standing, standings},
        service::place_of,
        store::{AgendaItemRow, MeetingRow},
    },
};

/// What the person who asks may do with an agenda item now.
#[derive(SimpleObject)]
pub struct AgendaItemViewerCan {
    /// Change what it says.
    edit: bool,
    /// Put it on an agenda.
    schedule: bool,
    /// Take it back.
    withdraw: bool,
    /// Put it off to a later meeting.
    defer: bool,
}

/// An item of an agenda, or one that waits for it.
pub struct AgendaItem {
    row: AgendaItemRow,
    /// Where it stands, where that is known already.
    standing: Option<Standing>,
}

impl From<AgendaItemRow> for AgendaItem {
    fn from(row: AgendaItemRow) -> Self {
        Self { row, standing: None }
    }
}

/// Items as they are shown: those with a place in their order, then those without.
pub(super) fn in_order(rows: &[AgendaItemRow]) -> Vec<AgendaItem> {
    let places: Vec<Place> = rows.iter().map(place_of).collect();
    let standings = standings(&places);
    let row_of = |standing: &Standing| rows.iter().find(|row| row.id == standing.id).cloned();
    let placed = standings.iter().filter_map(|standing| {
        row_of(standing).map(|row| AgendaItem { row, standing: Some(standing.clone()) })
    });
    let has_place = |row: &AgendaItemRow| standings.iter().any(|standing| standing.id == row.id);
    placed.chain(rows.iter().filter(|row| !has_place(row)).cloned().map(Into::into)).collect()
}

impl AgendaItem {
    /// Whether guests may see it.
    pub(super) fn is_internal(&self) -> bool {
        self.row.internal
    }

    async fn meeting(&self, ctx: &Context<'_>) -> ApiResult<Option<MeetingRow>> {
        match self.row.meeting_id {
            Some(id) => MeetingLoader::meeting(ctx, id).await,
            None => Ok(None),
        }
    }

    async fn standing(&self, ctx: &Context<'_>) -> ApiResult<Option<Standing>> {
        let Some(meeting) = self.row.meeting_id.filter(|_| self.standing.is_none()) else {
            return Ok(self.standing.clone());
        };
        let items = ctx.data_unchecked::<RequestLoader>().load_one(ItemsOf(meeting)).await?;
        let places: Vec<Place> = items.unwrap_or_default().iter().map(place_of).collect();
        Ok(standings(&places).into_iter().find(|standing| standing.id == self.row.id))
    }
}

/// An item of an agenda, or one that waits for it.
#[Object]
impl AgendaItem {
    /// Opaque id.
    async fn id(&self) -> ID {
        AgendaItemId(self.row.id).into()
    }

    /// Its number on the agenda, such as `2.1`; empty where it has no place.
    async fn number(&self, ctx: &Context<'_>) -> ApiResult<String> {
        Ok(self.standing(ctx).await?.map(|standing| standing.number).unwrap_or_default())
    }

    /// The item that it is part of.
    async fn parent_id(&self) -> Option<ID> {
        self.row.parent_id.map(|id| AgendaItemId(id).into())
    }

    /// The meeting on whose agenda it stands, or is wished for.
    async fn meeting_id(&self) -> Option<ID> {
        self.row.meeting_id.map(|id| MeetingId(id).into())
    }

    /// What it is for.
    async fn kind(&self) -> AgendaItemKind {
        self.row.kind
    }

    /// Where it stands.
    async fn state(&self) -> AgendaItemState {
        self.row.state
    }

    /// Its title.
    async fn title(&self) -> &str {
        &self.row.title
    }

    /// More about it, in Markdown as it was written; may be empty.
    async fn text(&self) -> &str {
        &self.row.text
    }

    /// More about it, as safe HTML.
    async fn text_html(&self) -> String {
        markdown::to_html(&self.row.text)
    }

    /// How long it is to take, in minutes.
    async fn duration(&self) -> Option<i32> {
        self.row.duration
    }

    /// When it is to begin; null where it has no place, or after an item of unknown length.
    async fn starts_at(&self, ctx: &Context<'_>) -> ApiResult<Option<DateTime>> {
        let Some(minutes) = self.standing(ctx).await?.and_then(|standing| standing.begins) else {
            return Ok(None);
        };
        let meeting = self.meeting(ctx).await?;
        Ok(meeting.map(|row| (row.starts_at + TimeDelta::minutes(minutes.into())).into()))
    }

    /// Who presents it.
    async fn presenter(&self, ctx: &Context<'_>) -> ApiResult<Option<GroupPerson>> {
        person(ctx, self.row.presenter_id).await
    }

    /// A presenter without an account; empty where there is none.
    async fn presenter_name(&self) -> &str {
        &self.row.presenter_name
    }

    /// Whether it is hidden from guests and from the public part of the minutes.
    async fn internal(&self) -> bool {
        self.row.internal
    }

    /// Whether it came on the agenda after the invitation.
    async fn late(&self) -> bool {
        self.row.late
    }

    /// Why it was deferred or withdrawn; empty where it was not.
    async fn reason(&self) -> &str {
        &self.row.reason
    }

    /// The earlier meeting that deferred it.
    async fn deferred_from(&self, ctx: &Context<'_>) -> ApiResult<Option<MeetingName>> {
        let Some(earlier) = self.row.deferred_from_id else { return Ok(None) };
        let item = ctx.data_unchecked::<RequestLoader>().load_one(ItemById(earlier)).await?;
        let Some(meeting) = item.and_then(|item| item.meeting_id) else { return Ok(None) };
        Ok(MeetingLoader::meeting(ctx, meeting).await?.map(Into::into))
    }

    /// The later meeting that takes it up again.
    async fn deferred_to(&self, ctx: &Context<'_>) -> ApiResult<Option<MeetingName>> {
        let loader = ctx.data_unchecked::<RequestLoader>();
        let later = loader.load_one(SuccessorOf(self.row.id)).await?.unwrap_or_default();
        let Some(meeting) = later.into_iter().find_map(|item| item.meeting_id) else { return Ok(None) };
        Ok(MeetingLoader::meeting(ctx, meeting).await?.map(Into::into))
    }

    /// The meeting whose minutes are to be approved.
    async fn minutes_of(&self, ctx: &Context<'_>) -> ApiResult<Option<MeetingName>> {
        let Some(meeting) = self.row.minutes_of_id else { return Ok(None) };
        Ok(MeetingLoader::meeting(ctx, meeting).await?.map(Into::into))
    }

    /// Who handed it in.
    async fn submitted_by(&self, ctx: &Context<'_>) -> ApiResult<Option<GroupPerson>> {
        person(ctx, self.row.submitted_by).await
    }

    /// When it was handed in.
    async fn created_at(&self) -> DateTime {
        self.row.created_at.into()
    }

    /// Its papers, the oldest first.
    async fn papers(&self, ctx: &Context<'_>) -> ApiResult<Vec<GroupFile>> {
        let found = ctx.data_unchecked::<RequestLoader>().load_one(PapersOf(self.row.id)).await?;
        Ok(found.unwrap_or_default().into_iter().map(Into::into).collect())
    }

    /// Grows with each change; an edit says which one it is based on.
    async fn version(&self) -> i32 {
        self.row.version
    }

    /// What the person who asks may do now.
    async fn viewer_can(&self, ctx: &Context<'_>) -> ApiResult<AgendaItemViewerCan> {
        let caller = caller_of(ctx);
        let facts = Facts::group(GroupId(self.row.group_id));
        let group = MeetingLoader::group(ctx, self.row.group_id).await?;
        let works = group.is_some_and(|group| group.state.takes_people());
        let manages = works && may(caller, Action::MeetingManage, &facts);
        let me = caller.actor.person_id();
        let own = works
            && me.is_some()
            && self.row.submitted_by.map(PersonId) == me
            && may(caller, Action::AgendaSubmit, &facts);
        let state = self.meeting(ctx).await?.map(|meeting| meeting.state);
        let ahead = state.is_some_and(|state| state.is_ahead());
        let held = state == Some(MeetingState::InSession);
        let submitted = self.row.state == AgendaItemState::Submitted;
        let scheduled = self.row.state == AgendaItemState::Scheduled;
        let open = submitted || (scheduled && ahead);
        Ok(AgendaItemViewerCan {
            edit: (manages && (open || (scheduled && held))) || (own && submitted),
            schedule: manages && submitted,
            withdraw: (manages && (open || (scheduled && held))) || (own && open),
            defer: manages && scheduled && ahead,
        })
    }
}
