//! Reading meetings.

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use verbund_shared::{
    id::{GroupId, MeetingId, MeetingPollId},
    meetings::MeetingTime,
};

use super::{
    agenda::AgendaItem, loader::MeetingLoader, meeting::Meeting, poll::MeetingPoll, procedure::Procedure,
};
use crate::{
    authz::{Action, Facts, may},
    graphql::{ApiResult, CursorPage, Date, PageInfo, app_of, caller_of, list_complexity, parse_id},
    groups::graphql::Group,
    meetings::{
        service::{self, Overview, Wanted},
        store::{MeetingKey, MeetingRow},
    },
};

/// Which meetings are asked for.
#[derive(InputObject, Default)]
pub struct MeetingFilterInput {
    /// Only this group's.
    group_id: Option<ID>,
    /// Only those to come and those that are held now, or only those that are over.
    time: Option<MeetingTime>,
    /// Only those of groups in which one has a place.
    #[graphql(default)]
    mine: bool,
    /// Only those on this day or later.
    from: Option<Date>,
    /// Only those on this day or earlier.
    until: Option<Date>,
    /// Words in the title.
    #[graphql(default)]
    text: String,
}

impl MeetingFilterInput {
    fn read(self) -> ApiResult<Wanted> {
        Ok(Wanted {
            group: self.group_id.map(|id| parse_id::<GroupId>(&id)).transpose()?,
            time: self.time,
            mine: self.mine,
            from: self.from.map(|day| day.0),
            until: self.until.map(|day| day.0),
            text: self.text,
        })
    }
}

/// A meeting in the list.
#[derive(SimpleObject)]
pub struct MeetingEdge {
    /// Where it stands in the list, for `after`.
    cursor: String,
    /// The meeting.
    node: Meeting,
}

/// A page of meetings: those to come soonest first, others newest first.
pub struct MeetingConnection {
    wanted: Wanted,
    rows: Vec<MeetingRow>,
    more: bool,
}

fn cursor(row: &MeetingRow) -> String {
    CursorPage::cursor(&MeetingKey { at: row.starts_at, id: row.id })
}

/// A page of meetings: those to come soonest first, others newest first.
#[Object]
impl MeetingConnection {
    /// The meetings with their places.
    async fn edges(&self, ctx: &Context<'_>) -> ApiResult<Vec<MeetingEdge>> {
        MeetingLoader::preload(ctx, ctx.look_ahead().field("node"), &self.rows).await?;
        let edge = |row: &MeetingRow| MeetingEdge { cursor: cursor(row), node: row.clone().into() };
        Ok(self.rows.iter().map(edge).collect())
    }

    /// Where the page stands in the list.
    async fn page_info(&self) -> PageInfo {
        PageInfo { has_next_page: self.more, end_cursor: self.rows.last().map(cursor) }
    }

    /// How many there are; counted only when asked for.
    async fn total_count(&self, ctx: &Context<'_>) -> ApiResult<i32> {
        let count = service::meetings_count(app_of(ctx), caller_of(ctx), &self.wanted).await?;
        Ok(i32::try_from(count).unwrap_or(i32::MAX))
    }
}

/// What the person who asks may do with a group's meetings now.
#[derive(SimpleObject)]
pub struct GroupMeetingsViewerCan {
    /// Plan meetings and open date polls.
    plan: bool,
    /// Hand in agenda items.
    submit: bool,
}

/// The meetings of a group, for its page.
pub struct GroupMeetings(Overview);

/// The meetings of a group, for its page.
#[Object]
impl GroupMeetings {
    /// The group.
    async fn group(&self) -> Group {
        self.0.group.clone().into()
    }

    /// Those to come and those that are held now, the soonest first.
    async fn ahead(&self, ctx: &Context<'_>) -> ApiResult<Vec<Meeting>> {
        MeetingLoader::preload(ctx, ctx.look_ahead(), &self.0.ahead).await?;
        Ok(self.0.ahead.iter().cloned().map(Into::into).collect())
    }

    /// The last ten that are over, the newest first.
    async fn past(&self, ctx: &Context<'_>) -> ApiResult<Vec<Meeting>> {
        MeetingLoader::preload(ctx, ctx.look_ahead(), &self.0.past).await?;
        Ok(self.0.past.iter().cloned().map(Into::into).collect())
    }

    /// How many are over.
    async fn past_count(&self) -> i32 {
        i32::try_from(self.0.past_count).unwrap_or(i32::MAX)
    }

    /// Its open date polls, the newest first.
    async fn polls(&self) -> Vec<MeetingPoll> {
        self.0.polls.iter().cloned().map(Into::into).collect()
    }

    /// Items that were handed in and wait, for whichever meeting; guests see no internal ones.
    async fn proposals(&self, ctx: &Context<'_>) -> ApiResult<Vec<AgendaItem>> {
        MeetingLoader::preload_items(ctx, ctx.look_ahead(), &self.0.proposals).await?;
        Ok(self.0.proposals.iter().cloned().map(Into::into).collect())
    }

    /// What the person who asks may do now.
    async fn viewer_can(&self, ctx: &Context<'_>) -> GroupMeetingsViewerCan {
        let facts = Facts::group(GroupId(self.0.group.id));
        let works = self.0.group.state.takes_people();
        let can = |action| works && may(caller_of(ctx), action, &facts);
        GroupMeetingsViewerCan { plan: can(Action::MeetingManage), submit: can(Action::AgendaSubmit) }
    }
}

/// Reading meetings.
#[derive(Default)]
pub struct MeetingsQuery;

#[Object]
impl MeetingsQuery {
    /// The rules of procedure of a group, for those who see its meetings.
    /// Errors: `NOT_FOUND`, `UNAUTHENTICATED`.
    async fn procedure(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The group.")] group_id: ID,
    ) -> ApiResult<Procedure> {
        let id: GroupId = parse_id(&group_id)?;
        Ok(service::get_procedure(app_of(ctx), caller_of(ctx), id).await?.into())
    }

    /// The meetings one may see: those of the groups in which one has a place, and all for the steering group
    /// and coordinators. Errors: `VALIDATION`, `NOT_FOUND` (an id that is none), `UNAUTHENTICATED`.
    #[graphql(complexity = "list_complexity(first, child_complexity)")]
    async fn meetings(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only some of them.", default)] filter: MeetingFilterInput,
        #[graphql(desc = "At most this many, 20 when nothing is said.")] first: Option<i32>,
        #[graphql(desc = "Those after this cursor.")] after: Option<String>,
    ) -> ApiResult<MeetingConnection> {
        let (wanted, page) = (filter.read()?, CursorPage::read(first, after)?);
        let (rows, more) = service::meetings(app_of(ctx), caller_of(ctx), &wanted, &page).await?;
        Ok(MeetingConnection { wanted, rows, more })
    }

    /// The meetings, open date polls and waiting items of a group. Errors: `NOT_FOUND`, `UNAUTHENTICATED`.
    async fn group_meetings(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The group.")] group_id: ID,
    ) -> ApiResult<GroupMeetings> {
        let id: GroupId = parse_id(&group_id)?;
        Ok(GroupMeetings(service::overview(app_of(ctx), caller_of(ctx), id).await?))
    }

    /// A meeting. Errors: `NOT_FOUND`, `UNAUTHENTICATED`.
    async fn meeting(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The meeting.")] id: ID,
    ) -> ApiResult<Meeting> {
        let id: MeetingId = parse_id(&id)?;
        Ok(service::get_meeting(app_of(ctx), caller_of(ctx), id).await?.into())
    }

    /// A date poll. Errors: `NOT_FOUND`, `UNAUTHENTICATED`.
    async fn meeting_poll(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The poll.")] id: ID,
    ) -> ApiResult<MeetingPoll> {
        let id: MeetingPollId = parse_id(&id)?;
        Ok(service::get_poll(app_of(ctx), caller_of(ctx), id).await?.into())
    }
}
