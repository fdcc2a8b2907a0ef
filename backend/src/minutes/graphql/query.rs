//! Reading minutes.

use async_graphql::{Context, ID, Object};
use verbund_shared::id::MeetingId;

use super::{
    objects::Minutes,
    version::{MinutesComparison, MinutesVersion},
};
use crate::{
    graphql::{ApiResult, app_of, caller_of, parse_id},
    minutes::service,
};

/// Reading minutes.
#[derive(Default)]
pub struct MinutesQuery;

#[Object]
impl MinutesQuery {
    /// The minutes of a meeting, for those who see the meeting. Errors: `NOT_FOUND`, `UNAUTHENTICATED`.
    async fn minutes(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The meeting.")] meeting_id: ID,
    ) -> ApiResult<Minutes> {
        let id: MeetingId = parse_id(&meeting_id)?;
        Ok(Minutes(service::get(app_of(ctx), caller_of(ctx), id).await?))
    }

    /// A frozen version of a meeting's minutes. Errors: `NOT_FOUND`, `UNAUTHENTICATED`.
    async fn minutes_version(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The meeting.")] meeting_id: ID,
        #[graphql(desc = "The version's number, from 1.")] number: i32,
    ) -> ApiResult<MinutesVersion> {
        let id: MeetingId = parse_id(&meeting_id)?;
        Ok(MinutesVersion(service::version(app_of(ctx), caller_of(ctx), id, number).await?))
    }

    /// Two versions of a meeting's minutes word by word. Errors: `NOT_FOUND`, `UNAUTHENTICATED`.
    async fn minutes_comparison(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The meeting.")] meeting_id: ID,
        #[graphql(desc = "The number of the one version.")] from: i32,
        #[graphql(desc = "The number of the other.")] to: i32,
    ) -> ApiResult<MinutesComparison> {
        let id: MeetingId = parse_id(&meeting_id)?;
        let between = (from, to);
        let (meeting, names, compared) =
            service::comparison(app_of(ctx), caller_of(ctx), id, between).await?;
        Ok(MinutesComparison { meeting, between, names, compared })
    }
}
