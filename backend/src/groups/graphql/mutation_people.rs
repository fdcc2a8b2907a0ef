//! Changing who is in a group.

use async_graphql::{Context, Object};
use verbund_shared::id::{GroupId, GroupRoleId};

use super::{inputs::*, mutation::organisation, objects::Group};
use crate::{
    graphql::{ApiResult, app_of, caller_of, parse_id},
    groups::service::{self, Invitation, NewRole, Request},
};

/// Changing who is in a group.
#[derive(Default)]
pub struct GroupPeopleMutation;

#[Object]
impl GroupPeopleMutation {
    /// Asks to be in a group: at once where it is open, otherwise the chair decides; the organisation
    /// consents where it wants to be asked. Everybody who belongs to a member organisation.
    /// Errors: `NOT_FOUND`, `VALIDATION` (`DUPLICATE`), `STATE_FORBIDS`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn group_join(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which group.")] input: GroupJoinInput,
    ) -> ApiResult<GroupJoinPayload> {
        let id: GroupId = parse_id(&input.id)?;
        let request = Request { organisation: organisation(input.organisation_id)?, text: input.text };
        let row = service::join(app_of(ctx), caller_of(ctx), id, request).await?;
        Ok(GroupJoinPayload { group: Group::changed(ctx, row).await? })
    }

    /// Decides on a request to be in a group. Chair, secretary and coordinators.
    /// Errors: `NOT_FOUND`, `VALIDATION`, `CONFLICT`, `STATE_FORBIDS`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn group_join_decide(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The decision.")] input: GroupJoinDecideInput,
    ) -> ApiResult<GroupJoinDecidePayload> {
        let id: GroupRoleId = parse_id(&input.place_id)?;
        let answer = (input.accept, input.text.as_str());
        let row = service::decide(app_of(ctx), caller_of(ctx), id, answer, input.version).await?;
        Ok(GroupJoinDecidePayload { group: Group::changed(ctx, row).await? })
    }

    /// Invites somebody who has an account. Chair, secretary and coordinators; a chair is invited by
    /// chairs and coordinators.
    /// Errors: `NOT_FOUND`, `VALIDATION` (`UNKNOWN_REFERENCE`, `DUPLICATE`), `STATE_FORBIDS`, `FORBIDDEN`,
    /// `UNAUTHENTICATED`.
    async fn group_invite(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Whom, as what.")] input: GroupInviteInput,
    ) -> ApiResult<GroupInvitePayload> {
        let id: GroupId = parse_id(&input.id)?;
        let invitation = Invitation {
            email: input.email,
            organisation: organisation(input.organisation_id)?,
            role: input.role,
            text: input.text,
        };
        let row = service::invite(app_of(ctx), caller_of(ctx), id, invitation).await?;
        Ok(GroupInvitePayload { group: Group::changed(ctx, row).await? })
    }

    /// Answers one's own invitation.
    /// Errors: `NOT_FOUND`, `VALIDATION`, `CONFLICT`, `STATE_FORBIDS`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn group_invitation_answer(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The answer.")] input: GroupInvitationAnswerInput,
    ) -> ApiResult<GroupInvitationAnswerPayload> {
        let id: GroupRoleId = parse_id(&input.place_id)?;
        let answer = (input.accept, input.text.as_str());
        let row = service::answer_invitation(app_of(ctx), caller_of(ctx), id, answer, input.version).await?;
        Ok(GroupInvitationAnswerPayload { group: Group::changed(ctx, row).await? })
    }

    /// Consents, for an organisation, to somebody's work in a group, or does not. Representatives only.
    /// Errors: `NOT_FOUND`, `VALIDATION`, `CONFLICT`, `STATE_FORBIDS`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn group_consent_answer(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The answer.")] input: GroupConsentAnswerInput,
    ) -> ApiResult<GroupConsentAnswerPayload> {
        let id: GroupRoleId = parse_id(&input.place_id)?;
        let answer = (input.consent, input.text.as_str());
        let row = service::answer_consent(app_of(ctx), caller_of(ctx), id, answer, input.version).await?;
        Ok(GroupConsentAnswerPayload { group: Group::changed(ctx, row).await? })
    }

    /// Leaves a group, or takes back what one asked for.
    /// Errors: `NOT_FOUND`, `LAST_OF_ITS_KIND`, `UNAUTHENTICATED`.
    async fn group_leave(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which group.")] input: GroupLeaveInput,
    ) -> ApiResult<GroupLeavePayload> {
        let id: GroupId = parse_id(&input.id)?;
        let row = service::leave(app_of(ctx), caller_of(ctx), id).await?;
        Ok(GroupLeavePayload { group: Group::changed(ctx, row).await? })
    }

    /// Gives somebody who is in the group another role from today on. Chair, secretary and coordinators;
    /// the role of chair is given and ended by chairs and coordinators.
    /// Errors: `NOT_FOUND`, `VALIDATION` (`DUPLICATE`, `DATE_ORDER`), `CONFLICT`, `STATE_FORBIDS`,
    /// `LAST_OF_ITS_KIND`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn group_role_give(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The new role.")] input: GroupRoleGiveInput,
    ) -> ApiResult<GroupRoleGivePayload> {
        let id: GroupRoleId = parse_id(&input.place_id)?;
        let new = NewRole { role: input.role, until: input.until.map(|day| day.0) };
        let row = service::give_role(app_of(ctx), caller_of(ctx), id, new, input.version).await?;
        Ok(GroupRoleGivePayload { group: Group::changed(ctx, row).await? })
    }

    /// Ends somebody's role, or takes an invitation back. Chair, secretary and coordinators.
    /// Errors: `NOT_FOUND`, `CONFLICT`, `STATE_FORBIDS`, `LAST_OF_ITS_KIND`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn group_role_end(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which role, until when.")] input: GroupRoleEndInput,
    ) -> ApiResult<GroupRoleEndPayload> {
        let id: GroupRoleId = parse_id(&input.place_id)?;
        let row = service::end_role(app_of(ctx), caller_of(ctx), id, input.until.0, input.version).await?;
        Ok(GroupRoleEndPayload { group: Group::changed(ctx, row).await? })
    }
}
