//! Changing groups: their life, charter and milestones.

use async_graphql::{Context, ID, Object};
use verbund_shared::{
    groups::GroupStep,
    id::{GroupId, MilestoneId, OrganisationId, PersonId},
};

use super::{inputs::*, objects::Group};
use crate::{
    error::{ServiceError, ServiceResult},
    graphql::{ApiResult, app_of, caller_of, parse_id},
    groups::service::{self, Proposal},
};
use verbund_shared::error::ErrorCode;

/// One of one's organisations; what is no id of one is none of them.
pub(super) fn organisation(id: Option<ID>) -> ServiceResult<Option<OrganisationId>> {
    let unknown = |_| ServiceError::field("organisationId", ErrorCode::UnknownReference);
    id.map(|id| id.parse().map_err(unknown)).transpose()
}

fn owner(id: Option<ID>) -> ServiceResult<Option<PersonId>> {
    let unknown = |_| ServiceError::field("ownerId", ErrorCode::UnknownReference);
    id.map(|id| id.parse().map_err(unknown)).transpose()
}

async fn step(ctx: &Context<'_>, id: &ID, step: GroupStep, text: &str, version: i32) -> ApiResult<Group> {
    let id: GroupId = parse_id(id)?;
    let row = service::take_step(app_of(ctx), caller_of(ctx), id, step, text, version).await?;
    Group::changed(ctx, row).await
}

/// Changing groups.
#[derive(Default)]
pub struct GroupsMutation;

#[Object]
impl GroupsMutation {
    /// Proposes a group; who proposes it leads it, for one of their organisations. The steering group
    /// decides on it. Everybody who belongs to a member organisation, and coordinators.
    /// Errors: `VALIDATION`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn group_propose(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The proposed group.")] input: GroupProposeInput,
    ) -> ApiResult<GroupProposePayload> {
        let proposal = Proposal {
            text: input.text.into(),
            charter: input.charter.into(),
            organisation: organisation(input.organisation_id)?,
        };
        let row = service::propose(app_of(ctx), caller_of(ctx), proposal).await?;
        Ok(GroupProposePayload { group: Group::changed(ctx, row).await? })
    }

    /// Changes what a group is called, its topics and how one gets in. Chair, secretary and coordinators.
    /// Errors: `NOT_FOUND`, `VALIDATION`, `CONFLICT`, `STATE_FORBIDS`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn group_update(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The changed group.")] input: GroupUpdateInput,
    ) -> ApiResult<GroupUpdatePayload> {
        let id: GroupId = parse_id(&input.id)?;
        let row = service::update(app_of(ctx), caller_of(ctx), id, input.text.into(), input.version).await?;
        Ok(GroupUpdatePayload { group: Group::changed(ctx, row).await? })
    }

    /// Adds a version to the charter; earlier ones stay as they are. Chair, secretary and coordinators.
    /// Errors: `NOT_FOUND`, `VALIDATION`, `CONFLICT`, `STATE_FORBIDS`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn charter_revise(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The new version.")] input: CharterReviseInput,
    ) -> ApiResult<CharterRevisePayload> {
        let id: GroupId = parse_id(&input.id)?;
        let charter = input.charter.into();
        let row = service::revise_charter(app_of(ctx), caller_of(ctx), id, charter, input.version).await?;
        Ok(CharterRevisePayload { group: Group::changed(ctx, row).await? })
    }

    /// Gives a proposed group its charter. Steering group and coordinators only.
    /// Errors: `NOT_FOUND`, `VALIDATION`, `CONFLICT`, `STATE_FORBIDS`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn group_charter(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which group.")] input: GroupCharterInput,
    ) -> ApiResult<GroupCharterPayload> {
        let group = step(ctx, &input.id, GroupStep::Charter, &input.text, input.version).await?;
        Ok(GroupCharterPayload { group })
    }

    /// Says that a chartered group begins its work: confirmed by the steering group or coordinators,
    /// asked of them by the chair.
    /// Errors: `NOT_FOUND`, `VALIDATION`, `CONFLICT`, `STATE_FORBIDS`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn group_activate(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which group.")] input: GroupActivateInput,
    ) -> ApiResult<GroupActivatePayload> {
        let group = step(ctx, &input.id, GroupStep::Activate, &input.text, input.version).await?;
        Ok(GroupActivatePayload { group })
    }

    /// Lets a group rest: confirmed by the steering group or coordinators, asked of them by the chair.
    /// Errors: `NOT_FOUND`, `VALIDATION`, `CONFLICT`, `STATE_FORBIDS`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn group_rest(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which group.")] input: GroupRestInput,
    ) -> ApiResult<GroupRestPayload> {
        let group = step(ctx, &input.id, GroupStep::Rest, &input.text, input.version).await?;
        Ok(GroupRestPayload { group })
    }

    /// Lets a resting group go on: confirmed by the steering group or coordinators, asked of them by the
    /// chair.
    /// Errors: `NOT_FOUND`, `VALIDATION`, `CONFLICT`, `STATE_FORBIDS`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn group_resume(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which group.")] input: GroupResumeInput,
    ) -> ApiResult<GroupResumePayload> {
        let group = step(ctx, &input.id, GroupStep::Resume, &input.text, input.version).await?;
        Ok(GroupResumePayload { group })
    }

    /// Ends a group, or does not take up a proposed one: confirmed by the steering group or coordinators,
    /// asked of them by the chair. What is awaited in it is declined.
    /// Errors: `NOT_FOUND`, `VALIDATION`, `CONFLICT`, `STATE_FORBIDS`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn group_conclude(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which group.")] input: GroupConcludeInput,
    ) -> ApiResult<GroupConcludePayload> {
        let group = step(ctx, &input.id, GroupStep::Conclude, &input.text, input.version).await?;
        Ok(GroupConcludePayload { group })
    }

    /// Does not confirm what the chair asked for. Steering group and coordinators only.
    /// Errors: `NOT_FOUND`, `VALIDATION`, `CONFLICT`, `STATE_FORBIDS`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn group_change_refuse(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which group.")] input: GroupChangeRefuseInput,
    ) -> ApiResult<GroupChangeRefusePayload> {
        let id: GroupId = parse_id(&input.id)?;
        let row = service::refuse_change(app_of(ctx), caller_of(ctx), id, &input.text, input.version).await?;
        Ok(GroupChangeRefusePayload { group: Group::changed(ctx, row).await? })
    }

    /// Adds a milestone. Chair, secretary and coordinators.
    /// Errors: `NOT_FOUND`, `VALIDATION` (`OUTSIDE_PERIOD`), `STATE_FORBIDS`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn milestone_add(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The new milestone.")] input: MilestoneAddInput,
    ) -> ApiResult<MilestoneAddPayload> {
        let group: GroupId = parse_id(&input.group_id)?;
        let (what, owner) = ((input.text.as_str(), input.due.0), owner(input.owner_id)?);
        let row = service::add_milestone(app_of(ctx), caller_of(ctx), group, what, owner).await?;
        Ok(MilestoneAddPayload { group: Group::changed(ctx, row).await? })
    }

    /// Changes what a milestone says and who is responsible. Chair, secretary and coordinators.
    /// Errors: `NOT_FOUND`, `VALIDATION`, `CONFLICT`, `STATE_FORBIDS`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn milestone_update(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The changed milestone.")] input: MilestoneUpdateInput,
    ) -> ApiResult<MilestoneUpdatePayload> {
        let id: MilestoneId = parse_id(&input.id)?;
        let what = (input.text.as_str(), owner(input.owner_id)?);
        let row = service::change_milestone(app_of(ctx), caller_of(ctx), id, what, input.version).await?;
        Ok(MilestoneUpdatePayload { group: Group::changed(ctx, row).await? })
    }

    /// Gives a milestone another day, with the reason. Who is responsible, chair, secretary and
    /// coordinators.
    /// Errors: `NOT_FOUND`, `VALIDATION` (`OUTSIDE_PERIOD`), `CONFLICT`, `STATE_FORBIDS`, `FORBIDDEN`,
    /// `UNAUTHENTICATED`.
    async fn milestone_move(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The other day.")] input: MilestoneMoveInput,
    ) -> ApiResult<MilestoneMovePayload> {
        let id: MilestoneId = parse_id(&input.id)?;
        let to = (input.due.0, input.reason.as_str());
        let row = service::move_milestone(app_of(ctx), caller_of(ctx), id, to, input.version).await?;
        Ok(MilestoneMovePayload { group: Group::changed(ctx, row).await? })
    }

    /// Closes a milestone as reached or given up, with the reason. Who is responsible, chair, secretary
    /// and coordinators.
    /// Errors: `NOT_FOUND`, `VALIDATION`, `CONFLICT`, `STATE_FORBIDS`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn milestone_close(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How it ends.")] input: MilestoneCloseInput,
    ) -> ApiResult<MilestoneClosePayload> {
        let id: MilestoneId = parse_id(&input.id)?;
        let how = (input.outcome, input.reason.as_str());
        let row = service::close_milestone(app_of(ctx), caller_of(ctx), id, how, input.version).await?;
        Ok(MilestoneClosePayload { group: Group::changed(ctx, row).await? })
    }
}
