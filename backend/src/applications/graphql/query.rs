//! Reading applications.

use async_graphql::{Context, ID, Object, SimpleObject};
use verbund_shared::organisations::ApplicationState;

use super::objects::{Application, FollowedApplication};
use crate::{
    applications::{
        service,
        store::{ApplicationFilter, ApplicationKey, ApplicationRow},
    },
    graphql::{ApiResult, CursorPage, PageInfo, app_of, caller_of, parse_id},
};

/// Reading applications.
#[derive(Default)]
pub struct ApplicationQuery;

#[Object]
impl ApplicationQuery {
    /// One's own application, by the private link. Errors: `LINK_INVALID`.
    async fn application_by_token(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The last part of the link.")] token: String,
    ) -> ApiResult<FollowedApplication> {
        Ok(service::follow(app_of(ctx), caller_of(ctx), &token).await?.into())
    }

    /// One application. Coordinators and the steering group.
    /// Errors: `NOT_FOUND`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn application(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The application.")] id: ID,
    ) -> ApiResult<Application> {
        Ok(service::get_application(app_of(ctx), caller_of(ctx), parse_id(&id)?).await?.into())
    }

    /// Applications, the newest first. Coordinators and the steering group.
    /// Errors: `VALIDATION`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn applications(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only these states; all when empty.", default)] states: Vec<ApplicationState>,
        #[graphql(desc = "Part of the organisation's name, the town or the contact's name.", default)]
        text: String,
        #[graphql(desc = "At most this many, 20 when nothing is said.")] first: Option<i32>,
        #[graphql(desc = "Those after this cursor.")] after: Option<String>,
    ) -> ApiResult<ApplicationConnection> {
        let page = CursorPage::read(first, after)?;
        let filter = ApplicationFilter { states, text };
        let (rows, more) = service::applications(app_of(ctx), caller_of(ctx), &filter, &page).await?;
        Ok(ApplicationConnection { rows, more, filter })
    }
}

/// A page of applications.
pub struct ApplicationConnection {
    rows: Vec<ApplicationRow>,
    more: bool,
    filter: ApplicationFilter,
}

/// An application in a list.
#[derive(SimpleObject)]
pub struct ApplicationEdge {
    /// Where it stands in the list, for `after`.
    cursor: String,
    /// The application.
    node: Application,
}

fn cursor(row: &ApplicationRow) -> String {
    CursorPage::cursor(&ApplicationKey { submitted_at: row.submitted_at, id: row.id })
}

/// A page of applications.
#[Object]
impl ApplicationConnection {
    /// The page's entries.
    async fn edges(&self) -> Vec<ApplicationEdge> {
        let edge = |row: &ApplicationRow| ApplicationEdge { cursor: cursor(row), node: row.clone().into() };
        self.rows.iter().map(edge).collect()
    }

    /// Where the page stands.
    async fn page_info(&self) -> PageInfo {
        PageInfo { has_next_page: self.more, end_cursor: self.rows.last().map(cursor) }
    }

    /// How many there are in all; counted only when asked for.
    async fn total_count(&self, ctx: &Context<'_>) -> ApiResult<i32> {
        let count = service::applications_count(app_of(ctx), caller_of(ctx), &self.filter).await?;
        Ok(i32::try_from(count).unwrap_or(i32::MAX))
    }
}
