//! Reading groups.

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use uuid::Uuid;
use verbund_shared::{
    groups::{GroupJoining, GroupKind, GroupState},
    id::{GroupId, TermId},
};

use super::{
    loader::GroupLoader,
    objects::Group,
    parts::{GroupEvent, GroupPlace},
};
use crate::{
    graphql::{ApiResult, CursorPage, DateTime, PageInfo, app_of, caller_of, list_complexity, parse_id},
    groups::{
        service::{self, Overseen},
        store::{GroupFilter, GroupKey, GroupRow},
    },
    organisations::graphql::OrganisationLoader,
};

/// Which groups are asked for.
#[derive(InputObject, Default)]
pub struct GroupFilterInput {
    /// Only these states; all where there is none.
    #[graphql(default)]
    states: Vec<GroupState>,
    /// Only this kind.
    kind: Option<GroupKind>,
    /// Only groups one gets into like this.
    joining: Option<GroupJoining>,
    /// Only groups with this topic.
    topic_id: Option<ID>,
    /// Part of a name.
    #[graphql(default)]
    text: String,
}

impl GroupFilterInput {
    fn read(self) -> ApiResult<GroupFilter> {
        let topic = self.topic_id.map(|id| parse_id::<TermId>(&id)).transpose()?;
        Ok(GroupFilter {
            states: self.states,
            kind: self.kind,
            joining: self.joining,
            topic: topic.map(|id| id.0),
            text: self.text,
            proposed: None,
        })
    }
}

fn cursor(row: &GroupRow) -> String {
    CursorPage::cursor(&GroupKey { name: row.name_key.clone(), id: row.id })
}

/// A group in a list.
#[derive(SimpleObject)]
pub struct GroupEdge {
    /// Where it stands in the list, for `after`.
    cursor: String,
    /// The group.
    node: Group,
}

/// A page of groups, by name.
pub struct GroupConnection {
    rows: Vec<GroupRow>,
    more: bool,
    filter: GroupFilter,
}

/// A page of groups, by name.
#[Object]
impl GroupConnection {
    /// The groups with their places.
    async fn edges(&self, ctx: &Context<'_>) -> ApiResult<Vec<GroupEdge>> {
        let ids: Vec<Uuid> = self.rows.iter().map(|row| row.id).collect();
        GroupLoader::preload(ctx, ctx.look_ahead().field("node"), &ids).await?;
        let edge = |row: &GroupRow| GroupEdge { cursor: cursor(row), node: row.clone().into() };
        Ok(self.rows.iter().map(edge).collect())
    }

    /// Where the page ends.
    async fn page_info(&self) -> PageInfo {
        PageInfo { has_next_page: self.more, end_cursor: self.rows.last().map(cursor) }
    }

    /// How many there are in all; counted only when asked for.
    async fn total_count(&self, ctx: &Context<'_>) -> ApiResult<u64> {
        Ok(service::groups_count(app_of(ctx), caller_of(ctx), &self.filter).await?)
    }
}

/// A group as the steering group looks at it.
pub struct GroupOversight(Overseen);

/// A group as the steering group looks at it.
#[Object]
impl GroupOversight {
    /// The group.
    async fn group(&self) -> Group {
        self.0.group.clone().into()
    }

    /// Those who lead it today.
    async fn chairs(&self, ctx: &Context<'_>) -> Vec<GroupPlace> {
        let place = |member: &_| GroupPlace { member: Clone::clone(member), caller: caller_of(ctx).clone() };
        self.0.chairs.iter().map(place).collect()
    }

    /// How many people work in it today, guests not counted.
    async fn members(&self) -> usize {
        self.0.members
    }

    /// For how many organisations.
    async fn organisations(&self) -> usize {
        self.0.organisations
    }

    /// Milestones still to be reached, overdue ones too.
    async fn open_milestones(&self) -> usize {
        self.0.open_milestones
    }

    /// Milestones that should have been reached.
    async fn overdue_milestones(&self) -> usize {
        self.0.overdue_milestones
    }

    /// Tasks to which something is left to do.
    async fn open_tasks(&self) -> i64 {
        self.0.open_tasks
    }

    /// What happened last.
    async fn last_event(&self) -> Option<GroupEvent> {
        self.0.last_event.clone().map(Into::into)
    }

    /// When it met last.
    async fn last_meeting(&self) -> Option<DateTime> {
        self.0.last_meeting.map(Into::into)
    }

    /// When it meets next.
    async fn next_meeting(&self) -> Option<DateTime> {
        self.0.next_meeting.map(Into::into)
    }
}

/// A group in the overview.
#[derive(SimpleObject)]
pub struct GroupOversightEdge {
    /// Where it stands in the list, for `after`.
    cursor: String,
    /// The group with its numbers.
    node: GroupOversight,
}

/// A page of the overview of all groups, by name.
pub struct GroupOversightConnection {
    overseen: Vec<Overseen>,
    more: bool,
    filter: GroupFilter,
}

/// A page of the overview of all groups, by name.
#[Object]
impl GroupOversightConnection {
    /// The groups with their places.
    async fn edges(&self, ctx: &Context<'_>) -> ApiResult<Vec<GroupOversightEdge>> {
        let asked = ctx.look_ahead().field("node");
        let ids: Vec<Uuid> = self.overseen.iter().map(|overseen| overseen.group.id).collect();
        GroupLoader::preload(ctx, asked.field("group"), &ids).await?;
        if asked.field("chairs").field("organisation").exists() {
            let chairs = self.overseen.iter().flat_map(|overseen| &overseen.chairs);
            let ids: Vec<Uuid> = chairs.filter_map(|chair| chair.role.organisation_id).collect();
            OrganisationLoader::load_ahead(ctx, &ids).await?;
        }
        if asked.field("lastEvent").field("person").exists() {
            let events = self.overseen.iter().filter_map(|overseen| overseen.last_event.as_ref());
            GroupLoader::load_people(ctx, events.filter_map(|event| event.person_id).collect()).await?;
        }
        let edge = |overseen: &Overseen| GroupOversightEdge {
            cursor: cursor(&overseen.group),
            node: GroupOversight(overseen.clone()),
        };
        Ok(self.overseen.iter().map(edge).collect())
    }

    /// Where the page ends.
    async fn page_info(&self) -> PageInfo {
        let end_cursor = self.overseen.last().map(|overseen| cursor(&overseen.group));
        PageInfo { has_next_page: self.more, end_cursor }
    }

    /// How many there are in all; counted only when asked for.
    async fn total_count(&self, ctx: &Context<'_>) -> ApiResult<u64> {
        Ok(service::groups_count(app_of(ctx), caller_of(ctx), &self.filter).await?)
    }
}

/// A place of the person who asks, with its group.
#[derive(SimpleObject)]
pub struct MyGroup {
    /// The place, held or awaited.
    place: GroupPlace,
    /// The group; of one that only invites them, the person sees what members of the network see.
    group: Group,
}

/// Reading groups.
#[derive(Default)]
pub struct GroupsQuery;

#[Object]
impl GroupsQuery {
    /// A group. Visitors see none; what is only proposed is seen by those inside and those who decide.
    /// Errors: `NOT_FOUND`, `UNAUTHENTICATED`.
    async fn group(&self, ctx: &Context<'_>, #[graphql(desc = "The group.")] id: ID) -> ApiResult<Group> {
        let id: GroupId = parse_id(&id)?;
        Ok(service::get_group(app_of(ctx), caller_of(ctx), id).await?.into())
    }

    /// The groups of the network, by name.
    /// Errors: `VALIDATION`, `NOT_FOUND` (an id that is none), `FORBIDDEN`, `UNAUTHENTICATED`.
    #[graphql(complexity = "list_complexity(first, child_complexity)")]
    async fn groups(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only some of them.", default)] filter: GroupFilterInput,
        #[graphql(desc = "At most this many, 20 when nothing is said.")] first: Option<i32>,
        #[graphql(desc = "Those after this cursor.")] after: Option<String>,
    ) -> ApiResult<GroupConnection> {
        let (filter, page) = (filter.read()?, CursorPage::read(first, after)?);
        let (rows, more) = service::groups(app_of(ctx), caller_of(ctx), &filter, &page).await?;
        Ok(GroupConnection { rows, more, filter })
    }

    /// The overview of all groups, by name. Steering group and coordinators only.
    /// Errors: `VALIDATION`, `NOT_FOUND` (an id that is none), `FORBIDDEN`, `UNAUTHENTICATED`.
    #[graphql(complexity = "list_complexity(first, child_complexity)")]
    async fn group_oversight(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only some of them.", default)] filter: GroupFilterInput,
        #[graphql(desc = "At most this many, 20 when nothing is said.")] first: Option<i32>,
        #[graphql(desc = "Those after this cursor.")] after: Option<String>,
    ) -> ApiResult<GroupOversightConnection> {
        let (filter, page) = (filter.read()?, CursorPage::read(first, after)?);
        let (overseen, more) = service::oversight(app_of(ctx), caller_of(ctx), &filter, &page).await?;
        Ok(GroupOversightConnection { overseen, more, filter })
    }

    /// The groups in which the person who asks has a place, held or awaited.
    /// Errors: `UNAUTHENTICATED`.
    async fn my_groups(&self, ctx: &Context<'_>) -> ApiResult<Vec<MyGroup>> {
        let places = service::my_places(app_of(ctx), caller_of(ctx)).await?;
        let ids: Vec<Uuid> = places.iter().map(|(_, group)| group.id).collect();
        GroupLoader::preload(ctx, ctx.look_ahead().field("group"), &ids).await?;
        let caller = caller_of(ctx);
        let mine = |(member, group): (_, GroupRow)| MyGroup {
            place: GroupPlace { member, caller: caller.clone() },
            group: group.into(),
        };
        Ok(places.into_iter().map(mine).collect())
    }
}
