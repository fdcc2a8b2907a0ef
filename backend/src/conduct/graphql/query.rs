//! Reading how a meeting is held.

use async_graphql::{Context, ID, Object};
use verbund_shared::id::MeetingId;

use super::objects::MeetingConduct;
use crate::{
    conduct::service,
    graphql::{ApiResult, app_of, caller_of, parse_id},
};

/// Reading how a meeting is held.
#[derive(Default)]
pub struct ConductQuery;

#[Object]
impl ConductQuery {
    /// How a meeting is held: its course, attendance, quorum and votes. Errors: `NOT_FOUND`,
    /// `UNAUTHENTICATED`.
    async fn meeting_conduct(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The meeting.")] meeting_id: ID,
    ) -> ApiResult<MeetingConduct> {
        let id: MeetingId = parse_id(&meeting_id)?;
        Ok(service::conduct(app_of(ctx), caller_of(ctx), id).await?.into())
    }
}
