//! A meeting.

use async_graphql::{Context, ID, Object, SimpleObject};
use verbund_shared::{
    id::{GroupId, MeetingId},
    meetings::{AgendaItemState, MeetingReply, MeetingState},
    tasks::TaskState,
};

use super::{
    agenda::{AgendaItem, in_order},
    loader::{AttendancesOf, ItemsOf, MeetingLoader, RequestLoader, VersionsOf},
    parts::{AgendaVersion, MeetingReplyEntry, MeetingTask},
};
use crate::{
    authz::{Action, Facts, may},
    graphql::{ApiResult, CursorPage, Date, DateTime, app_of, caller_of},
    groups::graphql::{Group, GroupLoader, GroupPerson, person},
    markdown,
    meetings::{
        service::{can_reply, conduct_facts, sees_internal},
        store::{AgendaItemRow, AttendanceRow, MeetingRow},
    },
    tasks::store::{TaskFilter, TaskSort, tasks_page},
};

/// Open tasks that a meeting shows.
const TASKS_SHOWN: u64 = 50;

/// What the person who asks may do with a meeting now.
#[derive(SimpleObject)]
pub struct MeetingViewerCan {
    /// Change it.
    edit: bool,
    /// Invite to it, or send a changed agenda.
    invite: bool,
    /// Put it off.
    postpone: bool,
    /// Call it off.
    cancel: bool,
    /// Answer the invitation.
    reply: bool,
    /// Hand in an item for it.
    submit: bool,
    /// Hold it: attendance, items, votes.
    conduct: bool,
}

/// A meeting of a group.
pub struct Meeting(pub(super) MeetingRow);

impl From<MeetingRow> for Meeting {
    fn from(row: MeetingRow) -> Self {
        Self(row)
    }
}

impl Meeting {
    async fn all_items(&self, ctx: &Context<'_>) -> ApiResult<Vec<AgendaItemRow>> {
        Ok(ctx.data_unchecked::<RequestLoader>().load_one(ItemsOf(self.0.id)).await?.unwrap_or_default())
    }

    async fn attendances(&self, ctx: &Context<'_>) -> ApiResult<Vec<AttendanceRow>> {
        let loader = ctx.data_unchecked::<RequestLoader>();
        Ok(loader.load_one(AttendancesOf(self.0.id)).await?.unwrap_or_default())
    }

    fn sees_internal(&self, ctx: &Context<'_>) -> bool {
        sees_internal(caller_of(ctx), GroupId(self.0.group_id))
    }

    /// Those of its items that may be seen and are in some state.
    async fn items_that(
        &self,
        ctx: &Context<'_>,
        which: fn(AgendaItemState) -> bool,
    ) -> ApiResult<Vec<AgendaItem>> {
        let rows = self.all_items(ctx).await?;
        let rows: Vec<AgendaItemRow> = rows.into_iter().filter(|row| which(row.state)).collect();
        MeetingLoader::preload_items(ctx, ctx.look_ahead(), &rows).await?;
        let internal = self.sees_internal(ctx);
        // Left out after they are numbered: numbers are the same for all.
        Ok(in_order(&rows).into_iter().filter(|item| internal || !item.is_internal()).collect())
    }
}

/// A meeting of a group.
#[Object]
impl Meeting {
    /// Opaque id.
    async fn id(&self) -> ID {
        MeetingId(self.0.id).into()
    }

    /// The group that meets.
    async fn group(&self, ctx: &Context<'_>) -> ApiResult<Option<Group>> {
        Ok(MeetingLoader::group(ctx, self.0.group_id).await?.map(Into::into))
    }

    /// Its title.
    async fn title(&self) -> &str {
        &self.0.title
    }

    /// Where it stands.
    async fn state(&self) -> MeetingState {
        self.0.state
    }

    /// When it begins.
    async fn starts_at(&self) -> DateTime {
        self.0.starts_at.into()
    }

    /// When it ends.
    async fn ends_at(&self) -> DateTime {
        self.0.ends_at.into()
    }

    /// Where it is; may be empty.
    async fn place(&self) -> &str {
        &self.0.place
    }

    /// Where it is on the web; may be empty.
    async fn online_url(&self) -> &str {
        &self.0.online_url
    }

    /// How to get there, what to prepare: in Markdown as it was written; may be empty.
    async fn note(&self) -> &str {
        &self.0.note
    }

    /// The note as safe HTML.
    async fn note_html(&self) -> String {
        markdown::to_html(&self.0.note)
    }

    /// Why it was postponed or cancelled; empty where it was not.
    async fn reason(&self) -> &str {
        &self.0.reason
    }

    /// Who chairs it.
    async fn chair(&self, ctx: &Context<'_>) -> ApiResult<Option<GroupPerson>> {
        person(ctx, self.0.chair_id).await
    }

    /// Who writes its minutes.
    async fn minute_taker(&self, ctx: &Context<'_>) -> ApiResult<Option<GroupPerson>> {
        person(ctx, self.0.minute_taker_id).await
    }

    /// When people were invited first; null before.
    async fn invited_at(&self) -> Option<DateTime> {
        self.0.invited_at.map(Into::into)
    }

    /// Whether the notice period was kept; null before the invitation.
    async fn notice_kept(&self) -> Option<bool> {
        self.0.notice_kept
    }

    /// The last day on which an invitation keeps the notice period.
    async fn invite_by(&self, ctx: &Context<'_>) -> ApiResult<Date> {
        let day = self.0.starts_at.with_timezone(&app_of(ctx).time_zone()).date_naive();
        Ok(MeetingLoader::procedure(ctx, self.0.group_id).await?.invite_by(day).into())
    }

    /// When it was opened.
    async fn opened_at(&self) -> Option<DateTime> {
        self.0.opened_at.map(Into::into)
    }

    /// When it was closed.
    async fn closed_at(&self) -> Option<DateTime> {
        self.0.closed_at.map(Into::into)
    }

    /// Its agenda in its order, then what was deferred or withdrawn before it; guests see no internal items.
    async fn items(&self, ctx: &Context<'_>) -> ApiResult<Vec<AgendaItem>> {
        self.items_that(ctx, |state| state != AgendaItemState::Submitted).await
    }

    /// Items that were handed in for it and wait; guests see no internal ones.
    async fn proposals(&self, ctx: &Context<'_>) -> ApiResult<Vec<AgendaItem>> {
        self.items_that(ctx, |state| state == AgendaItemState::Submitted).await
    }

    /// Its agenda as it was sent, the first time first.
    async fn agenda_versions(&self, ctx: &Context<'_>) -> ApiResult<Vec<AgendaVersion>> {
        let rows = ctx.data_unchecked::<RequestLoader>().load_one(VersionsOf(self.0.id)).await?;
        let internal = self.sees_internal(ctx);
        let version = |row| AgendaVersion { row, internal };
        Ok(rows.unwrap_or_default().into_iter().map(version).collect())
    }

    /// At most 50 open tasks of the group, the most urgent first.
    async fn open_tasks(&self, ctx: &Context<'_>) -> ApiResult<Vec<MeetingTask>> {
        let filter = TaskFilter {
            group: Some(self.0.group_id),
            states: vec![TaskState::Open, TaskState::InProgress],
            ..TaskFilter::default()
        };
        let page = CursorPage { first: TASKS_SHOWN - 1, after: None };
        let rows = tasks_page(app_of(ctx).db().read(), &filter, TaskSort::Due, &page).await?;
        GroupLoader::load_people(ctx, rows.iter().filter_map(|row| row.responsible_id).collect()).await?;
        Ok(rows.into_iter().map(MeetingTask).collect())
    }

    /// What the person who asks answered; null for who is not on the list.
    async fn my_reply(&self, ctx: &Context<'_>) -> ApiResult<Option<MeetingReply>> {
        let me = caller_of(ctx).actor.person_id().map(|id| id.0);
        let rows = self.attendances(ctx).await?;
        Ok(rows.iter().find(|row| me.is_some() && row.person_id == me).map(|row| row.reply))
    }

    /// What those who are invited answered; empty before the invitation.
    async fn replies(&self, ctx: &Context<'_>) -> ApiResult<Vec<MeetingReplyEntry>> {
        let mut rows = self.attendances(ctx).await?;
        // Guests without an account answer nothing.
        rows.retain(|row| row.person_id.is_some());
        let people = rows.iter().map(|row| (row.person_id, row.organisation_id));
        MeetingLoader::preload_people(ctx, people).await?;
        Ok(rows.into_iter().map(MeetingReplyEntry).collect())
    }

    /// Where its calendar file is, for a request with the access token.
    async fn calendar_path(&self) -> String {
        format!("/api/calendar/meetings/{}.ics", MeetingId(self.0.id))
    }

    /// Grows with each change; an edit says which one it is based on.
    async fn version(&self) -> i32 {
        self.0.version
    }

    /// What the person who asks may do now.
    async fn viewer_can(&self, ctx: &Context<'_>) -> ApiResult<MeetingViewerCan> {
        use MeetingState as S;
        let caller = caller_of(ctx);
        let facts = Facts::group(GroupId(self.0.group_id));
        let group = MeetingLoader::group(ctx, self.0.group_id).await?;
        let works = group.is_some_and(|group| group.state.takes_people());
        let manages = works && may(caller, Action::MeetingManage, &facts);
        let conducts = works && may(caller, Action::MeetingConduct, &conduct_facts(caller, &self.0));
        let state = self.0.state;
        let ahead = self.0.starts_at > app_of(ctx).clock().now();
        Ok(MeetingViewerCan {
            edit: (manages && state.is_ahead()) || (conducts && state == S::InSession),
            invite: manages && matches!(state, S::Planned | S::Invited) && ahead,
            postpone: manages && matches!(state, S::Planned | S::Invited),
            cancel: manages && state.is_ahead(),
            reply: works && can_reply(caller, &self.0),
            submit: works && state.is_ahead() && may(caller, Action::AgendaSubmit, &facts),
            conduct: conducts,
        })
    }
}
