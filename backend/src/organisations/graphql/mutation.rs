//! Changing organisations.

use async_graphql::{Context, ID, Object};
use verbund_shared::{
    id::{FileId, PersonId},
    organisations::MembershipState,
};

use super::{
    inputs::*,
    objects::{Contact, Organisation},
};
use crate::{
    error::ServiceError,
    graphql::{ApiResult, app_of, caller_of, parse_id},
    organisations::service::{self, MembershipChange, NewOrganisation, NewRole},
};

/// Changing organisations.
#[derive(Default)]
pub struct OrganisationMutation;

async fn change_membership(
    ctx: &Context<'_>,
    organisation: &ID,
    change: MembershipChange,
) -> ApiResult<Organisation> {
    let id = parse_id(organisation)?;
    Ok(service::change_membership(app_of(ctx), caller_of(ctx), id, change).await?.into())
}

#[Object]
impl OrganisationMutation {
    /// Makes an organisation that is a member without an application. Coordinators only.
    /// Errors: `VALIDATION` (name `DUPLICATE`), `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn organisation_create(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The new organisation.")] input: OrganisationCreateInput,
    ) -> ApiResult<OrganisationCreatePayload> {
        let app = app_of(ctx);
        let new = NewOrganisation {
            profile: input.profile.into(),
            member_since: input.member_since.map_or_else(|| app.today(), |day| day.0),
            reason: input.reason,
            import_key: None,
        };
        let row = service::create_organisation(app, caller_of(ctx), new).await?;
        Ok(OrganisationCreatePayload { organisation: row.into() })
    }

    /// Changes profile and terms. Representatives and coordinators.
    /// Errors: `NOT_FOUND`, `VALIDATION`, `CONFLICT`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn organisation_update(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The changed profile.")] input: OrganisationUpdateInput,
    ) -> ApiResult<OrganisationUpdatePayload> {
        let id = parse_id(&input.id)?;
        let profile = input.profile.into();
        let row =
            service::update_organisation(app_of(ctx), caller_of(ctx), id, profile, input.version).await?;
        Ok(OrganisationUpdatePayload { organisation: row.into() })
    }

    /// Says whether the organisation is asked before its people are taken into groups.
    /// Representatives and coordinators. Errors: `NOT_FOUND`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn organisation_set_group_consent(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Whether it is asked.")] input: OrganisationSetGroupConsentInput,
    ) -> ApiResult<OrganisationSetGroupConsentPayload> {
        let id = parse_id(&input.organisation_id)?;
        let row = service::set_group_consent(app_of(ctx), caller_of(ctx), id, input.wanted).await?;
        Ok(OrganisationSetGroupConsentPayload { organisation: row.into() })
    }

    /// Makes an uploaded picture the logo. Representatives and coordinators.
    /// Errors: `NOT_FOUND`, `VALIDATION`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn organisation_set_logo(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The logo.")] input: OrganisationSetLogoInput,
    ) -> ApiResult<OrganisationSetLogoPayload> {
        let id = parse_id(&input.organisation_id)?;
        let upload: FileId = parse_id(&input.upload_id)?;
        let row = service::set_logo(app_of(ctx), caller_of(ctx), id, upload).await?;
        Ok(OrganisationSetLogoPayload { organisation: row.into() })
    }

    /// Removes the logo. Representatives and coordinators.
    /// Errors: `NOT_FOUND`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn organisation_remove_logo(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Whose logo.")] input: OrganisationRemoveLogoInput,
    ) -> ApiResult<OrganisationRemoveLogoPayload> {
        let id = parse_id(&input.organisation_id)?;
        let row = service::remove_logo(app_of(ctx), caller_of(ctx), id).await?;
        Ok(OrganisationRemoveLogoPayload { organisation: row.into() })
    }

    /// Adds a contact person. Representatives and coordinators.
    /// Errors: `NOT_FOUND`, `VALIDATION`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn contact_add(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The new contact.")] input: ContactAddInput,
    ) -> ApiResult<ContactAddPayload> {
        let id = parse_id(&input.organisation_id)?;
        let (row, contact) =
            service::add_contact(app_of(ctx), caller_of(ctx), id, input.contact.into()).await?;
        Ok(ContactAddPayload { contact: Contact::new(app_of(ctx), contact), organisation: row.into() })
    }

    /// Changes a contact person, or gives or takes back the consent to be published.
    /// Representatives and coordinators.
    /// Errors: `NOT_FOUND`, `VALIDATION`, `CONFLICT`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn contact_update(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The changed contact.")] input: ContactUpdateInput,
    ) -> ApiResult<ContactUpdatePayload> {
        let id = parse_id(&input.id)?;
        let values = input.contact.into();
        let (row, contact) =
            service::update_contact(app_of(ctx), caller_of(ctx), id, values, input.version).await?;
        Ok(ContactUpdatePayload { contact: Contact::new(app_of(ctx), contact), organisation: row.into() })
    }

    /// Removes a contact person. Representatives and coordinators.
    /// Errors: `NOT_FOUND`, `CONFLICT`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn contact_remove(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The contact.")] input: ContactRemoveInput,
    ) -> ApiResult<ContactRemovePayload> {
        let id = parse_id(&input.id)?;
        let row = service::remove_contact(app_of(ctx), caller_of(ctx), id, input.version).await?;
        Ok(ContactRemovePayload { organisation: row.into() })
    }

    /// Lets a membership's rights rest from a day on; what was planned for later is replaced.
    /// Coordinators only.
    /// Errors: `NOT_FOUND`, `VALIDATION`, `STATE_FORBIDS`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn membership_suspend(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "From when and why.")] input: MembershipSuspendInput,
    ) -> ApiResult<MembershipSuspendPayload> {
        let change = MembershipChange {
            state: MembershipState::Suspended,
            from: input.from.0,
            day_field: "from",
            reason: input.reason,
        };
        let organisation = change_membership(ctx, &input.organisation_id, change).await?;
        Ok(MembershipSuspendPayload { organisation })
    }

    /// Makes a suspended or ended membership active from a day on, or takes back what was
    /// planned for an active one. Coordinators only.
    /// Errors: `NOT_FOUND`, `VALIDATION`, `STATE_FORBIDS`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn membership_reactivate(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "From when and why.")] input: MembershipReactivateInput,
    ) -> ApiResult<MembershipReactivatePayload> {
        let change = MembershipChange {
            state: MembershipState::Active,
            from: input.from.0,
            day_field: "from",
            reason: input.reason,
        };
        let organisation = change_membership(ctx, &input.organisation_id, change).await?;
        Ok(MembershipReactivatePayload { organisation })
    }

    /// Ends a membership with a day; what was planned for later is replaced. Coordinators only.
    /// Errors: `NOT_FOUND`, `VALIDATION`, `STATE_FORBIDS`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn membership_end(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "With which day and why.")] input: MembershipEndInput,
    ) -> ApiResult<MembershipEndPayload> {
        let last_day = input.last_day.0;
        let from = last_day.succ_opt().ok_or_else(|| ServiceError::broken("no day after the last"))?;
        let change = MembershipChange {
            state: MembershipState::Ended,
            from,
            day_field: "lastDay",
            reason: input.reason,
        };
        let organisation = change_membership(ctx, &input.organisation_id, change).await?;
        Ok(MembershipEndPayload { organisation })
    }

    /// Gives a role to a person who has an account: representatives to their own people,
    /// coordinators to anybody.
    /// Errors: `NOT_FOUND`, `VALIDATION`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn affiliation_add(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The new role.")] input: AffiliationAddInput,
    ) -> ApiResult<AffiliationAddPayload> {
        let app = app_of(ctx);
        let person: PersonId = parse_id(&input.person_id)?;
        let new = NewRole {
            organisation: parse_id(&input.organisation_id)?,
            person,
            role: input.role,
            from: input.from.map_or_else(|| app.today(), |day| day.0),
            until: input.until.map(|day| day.0),
        };
        let row = service::add_role(app, caller_of(ctx), new).await?;
        Ok(AffiliationAddPayload { organisation: row.into() })
    }

    /// Ends a role with a day. Representatives and coordinators.
    /// Errors: `NOT_FOUND`, `CONFLICT`, `STATE_FORBIDS`, `LAST_OF_ITS_KIND`, `FORBIDDEN`,
    /// `UNAUTHENTICATED`.
    async fn affiliation_end(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The role and its last day.")] input: AffiliationEndInput,
    ) -> ApiResult<AffiliationEndPayload> {
        let id = parse_id(&input.id)?;
        let row = service::end_role(app_of(ctx), caller_of(ctx), id, input.last_day.0, input.version).await?;
        Ok(AffiliationEndPayload { organisation: row.into() })
    }
}
