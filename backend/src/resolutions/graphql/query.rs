//! Reading resolutions and circular resolutions.

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use verbund_shared::{
    id::{CircularId, GroupId, ResolutionId},
    resolutions::{ResolutionLife, ResolutionStatus},
};

use super::{circular::Circular, loader::ResolutionLoader, objects::Resolution};
use crate::{
    authz::{Action, Facts, may},
    graphql::{ApiResult, CursorPage, Date, PageInfo, app_of, caller_of, list_complexity, parse_id},
    groups::{self, graphql::Group, store::GroupRow},
    resolutions::{
        service,
        store::{ResolutionFilter, ResolutionKey, ResolutionRow},
    },
};

/// Which resolutions are asked for.
#[derive(InputObject, Default)]
pub struct ResolutionFilterInput {
    /// Only this group's.
    group_id: Option<ID>,
    /// Only what was decided so.
    status: Option<ResolutionStatus>,
    /// Only those of which this became.
    life: Option<ResolutionLife>,
    /// Only those decided on this day or later.
    from: Option<Date>,
    /// Only those decided on this day or earlier.
    until: Option<Date>,
    /// Words in number, title or wording.
    #[graphql(default)]
    text: String,
}

impl ResolutionFilterInput {
    fn read(self) -> ApiResult<ResolutionFilter> {
        Ok(ResolutionFilter {
            inside: None,
            group: self.group_id.map(|id| parse_id::<GroupId>(&id)).transpose()?,
            status: self.status,
            life: self.life,
            from: self.from.map(|day| day.0),
            until: self.until.map(|day| day.0),
            text: self.text,
        })
    }
}

/// A resolution in the register.
#[derive(SimpleObject)]
pub struct ResolutionEdge {
    /// Where it stands in the list, for `after`.
    cursor: String,
    /// The resolution.
    node: Resolution,
}

/// A page of the register, the newest decision first.
pub struct ResolutionConnection {
    filter: ResolutionFilter,
    rows: Vec<ResolutionRow>,
    more: bool,
}

fn cursor(row: &ResolutionRow) -> String {
    CursorPage::cursor(&ResolutionKey { day: row.decided_on, id: row.id })
}

/// A page of the register, the newest decision first.
#[Object]
impl ResolutionConnection {
    /// The resolutions with their places.
    async fn edges(&self, ctx: &Context<'_>) -> ApiResult<Vec<ResolutionEdge>> {
        ResolutionLoader::preload(ctx, ctx.look_ahead().field("node"), &self.rows).await?;
        let edge = |row: &ResolutionRow| ResolutionEdge { cursor: cursor(row), node: row.clone().into() };
        Ok(self.rows.iter().map(edge).collect())
    }

    /// Where the page stands in the list.
    async fn page_info(&self) -> PageInfo {
        PageInfo { has_next_page: self.more, end_cursor: self.rows.last().map(cursor) }
    }

    /// How many there are; counted only when asked for.
    async fn total_count(&self, ctx: &Context<'_>) -> ApiResult<u64> {
        Ok(service::resolutions_count(app_of(ctx), caller_of(ctx), &self.filter).await?)
    }
}

/// A group's chain of wordings, checked when it is asked for.
#[derive(SimpleObject)]
pub struct ResolutionChain {
    /// How many links it has.
    length: usize,
    /// SHA-256 of the last link, in hex; empty where there is none.
    head: String,
    /// The place of the first link that does not fit; null where all do.
    broken: Option<i32>,
}

/// What a group decides, for its page.
pub struct GroupResolutions(GroupRow);

/// What a group decides, for its page.
#[Object]
impl GroupResolutions {
    /// The group.
    async fn group(&self) -> Group {
        self.0.clone().into()
    }

    /// Its newest 100 circular resolutions; none for those who do not work in it.
    async fn circulars(&self, ctx: &Context<'_>) -> ApiResult<Vec<Circular>> {
        let rows = service::circulars(app_of(ctx), caller_of(ctx), GroupId(self.0.id)).await?;
        ResolutionLoader::preload_circulars(ctx, &rows).await?;
        Ok(rows.into_iter().map(Into::into).collect())
    }

    /// Its chain of wordings; null for those who do not work in it.
    async fn chain(&self, ctx: &Context<'_>) -> ApiResult<Option<ResolutionChain>> {
        let id = GroupId(self.0.id);
        if !service::sees_internal(caller_of(ctx), id) {
            return Ok(None);
        }
        let service::Chain { length, head, broken } = service::chain(app_of(ctx), caller_of(ctx), id).await?;
        Ok(Some(ResolutionChain { length, head, broken }))
    }

    /// Whether the person who asks may record resolutions and open circular ones.
    async fn viewer_can_manage(&self, ctx: &Context<'_>) -> bool {
        let facts = Facts::group(GroupId(self.0.id));
        self.0.state.takes_people() && may(caller_of(ctx), Action::ResolutionManage, &facts)
    }
}

/// Reading resolutions and circular resolutions.
#[derive(Default)]
pub struct ResolutionsQuery;

#[Object]
impl ResolutionsQuery {
    /// The register of resolutions one may see: those that are not internal, and all of the groups one works in.
    /// Errors: `VALIDATION`, `NOT_FOUND` (an id that is none), `FORBIDDEN`, `UNAUTHENTICATED`.
    #[graphql(complexity = "list_complexity(first, child_complexity)")]
    async fn resolutions(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only some of them.", default)] filter: ResolutionFilterInput,
        #[graphql(desc = "At most this many, 20 when nothing is said.")] first: Option<i32>,
        #[graphql(desc = "Those after this cursor.")] after: Option<String>,
    ) -> ApiResult<ResolutionConnection> {
        let (filter, page) = (filter.read()?, CursorPage::read(first, after)?);
        let (rows, more) = service::resolutions(app_of(ctx), caller_of(ctx), &filter, &page).await?;
        Ok(ResolutionConnection { filter, rows, more })
    }

    /// A resolution. Errors: `NOT_FOUND`, `UNAUTHENTICATED`.
    async fn resolution(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The resolution.")] id: ID,
    ) -> ApiResult<Resolution> {
        let id: ResolutionId = parse_id(&id)?;
        Ok(service::get_resolution(app_of(ctx), caller_of(ctx), id).await?.into())
    }

    /// What a group decides. Errors: `NOT_FOUND`, `UNAUTHENTICATED`.
    async fn group_resolutions(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The group.")] group_id: ID,
    ) -> ApiResult<GroupResolutions> {
        let id: GroupId = parse_id(&group_id)?;
        Ok(GroupResolutions(groups::service::get_group(app_of(ctx), caller_of(ctx), id).await?))
    }

    /// A circular resolution, for those who work in its group. Errors: `NOT_FOUND`, `UNAUTHENTICATED`.
    async fn circular(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The circular resolution.")] id: ID,
    ) -> ApiResult<Circular> {
        let id: CircularId = parse_id(&id)?;
        Ok(service::get_circular(app_of(ctx), caller_of(ctx), id).await?.into())
    }
}
