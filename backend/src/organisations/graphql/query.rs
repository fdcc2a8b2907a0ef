//! Reading organisations.

use async_graphql::{Context, ID, Object, SimpleObject};
use verbund_shared::organisations::{MembershipState, OrganisationKind};

use super::{loader::OrganisationLoader, objects::Organisation};
use crate::{
    graphql::{ApiResult, CursorPage, PageInfo, app_of, caller_of, parse_id},
    organisations::{
        service,
        store::{OrganisationFilter, OrganisationKey, OrganisationRow},
    },
};

/// Reading organisations.
#[derive(Default)]
pub struct OrganisationQuery;

#[Object]
impl OrganisationQuery {
    /// One organisation: for everybody while it is an active member, otherwise for its own people
    /// and coordinators. Errors: `NOT_FOUND`.
    async fn organisation(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The organisation.")] id: ID,
    ) -> ApiResult<Organisation> {
        let row = service::get_organisation(app_of(ctx), caller_of(ctx), parse_id(&id)?).await?;
        Ok(row.into())
    }

    /// The organisations in which the person who asks holds a role today, by name.
    async fn my_organisations(&self, ctx: &Context<'_>) -> ApiResult<Vec<Organisation>> {
        let rows = service::own_organisations(app_of(ctx), caller_of(ctx)).await?;
        Ok(rows.into_iter().map(Organisation::from).collect())
    }

    /// All organisations by name, whatever their membership. Coordinators only; the public list
    /// is the directory. Errors: `VALIDATION`, `FORBIDDEN`, `UNAUTHENTICATED`.
    #[allow(clippy::too_many_arguments)] // each is an argument of the API
    async fn organisations(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only those whose membership has this state today.")] state: Option<MembershipState>,
        #[graphql(desc = "Only this kind.")] kind: Option<OrganisationKind>,
        #[graphql(desc = "Part of the name, short name or town.", default)] text: String,
        #[graphql(desc = "At most this many, 20 when nothing is said.")] first: Option<i32>,
        #[graphql(desc = "Those after this cursor.")] after: Option<String>,
    ) -> ApiResult<OrganisationConnection> {
        let page = CursorPage::read(first, after)?;
        let filter = OrganisationFilter { state, kind, text };
        let (rows, more) = service::organisations(app_of(ctx), caller_of(ctx), &filter, &page).await?;
        Ok(OrganisationConnection { rows, more, filter })
    }
}

/// A page of organisations.
pub struct OrganisationConnection {
    rows: Vec<OrganisationRow>,
    more: bool,
    filter: OrganisationFilter,
}

/// An organisation in a list.
#[derive(SimpleObject)]
pub struct OrganisationEdge {
    /// Where it stands in the list, for `after`.
    cursor: String,
    /// The organisation.
    node: Organisation,
}

fn cursor(row: &OrganisationRow) -> String {
    CursorPage::cursor(&OrganisationKey { name: row.name_key.clone(), id: row.id })
}

/// A page of organisations.
#[Object]
impl OrganisationConnection {
    /// The page's entries.
    async fn edges(&self, ctx: &Context<'_>) -> ApiResult<Vec<OrganisationEdge>> {
        let ids: Vec<_> = self.rows.iter().map(|row| row.id).collect();
        OrganisationLoader::preload(ctx, ctx.look_ahead().field("node"), &ids).await?;
        let edge = |row: &OrganisationRow| OrganisationEdge { cursor: cursor(row), node: row.clone().into() };
        Ok(self.rows.iter().map(edge).collect())
    }

    /// Where the page stands.
    async fn page_info(&self) -> PageInfo {
        PageInfo { has_next_page: self.more, end_cursor: self.rows.last().map(cursor) }
    }

    /// How many there are in all; counted only when asked for.
    async fn total_count(&self, ctx: &Context<'_>) -> ApiResult<i32> {
        let count = service::organisations_count(app_of(ctx), caller_of(ctx), &self.filter).await?;
        Ok(i32::try_from(count).unwrap_or(i32::MAX))
    }
}
