//! Invitations in the API.

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use verbund_shared::{
    id::{InvitationId, OrganisationId},
    locale::Locale,
    people::{AffiliationRole, NetworkRole},
};

use super::cookie::{SignedIn, device, hand_out};
use crate::{
    accounts::{
        service::invitations::{self, Invite, NewAccount, OfferedRole},
        store::InvitationRow,
    },
    graphql::{ApiResult, Date, DateTime, app_of, caller_of, parse_id},
    people::rules::Profile,
};

/// An invitation to take a role in an organisation or in the network.
pub struct Invitation {
    row: InvitationRow,
    /// Known only where the invited person asks by the link.
    has_account: Option<bool>,
}

impl From<InvitationRow> for Invitation {
    fn from(row: InvitationRow) -> Self {
        Self { row, has_account: None }
    }
}

/// An invitation to take a role in an organisation or in the network.
#[Object]
impl Invitation {
    /// Opaque id.
    async fn id(&self) -> ID {
        InvitationId(self.row.id).into()
    }

    /// The address it was sent to.
    async fn email(&self) -> &str {
        &self.row.email
    }

    /// Given name, as far as the inviter knew it.
    async fn given_name(&self) -> &str {
        &self.row.given_name
    }

    /// Family name, as far as the inviter knew it.
    async fn family_name(&self) -> &str {
        &self.row.family_name
    }

    /// Language of its mail.
    async fn locale(&self) -> Locale {
        self.row.locale
    }

    /// The name of what it leads into: the organisation, or the network.
    async fn into_what(&self, ctx: &Context<'_>) -> ApiResult<String> {
        Ok(invitations::into_what(app_of(ctx).db().read(), app_of(ctx), &self.row).await?)
    }

    /// The organisation's id; null for a role in the network.
    async fn organisation_id(&self) -> Option<ID> {
        self.row.organisation_id.map(|id| OrganisationId(id).into())
    }

    /// The role in the organisation; null for a role in the network.
    async fn affiliation_role(&self) -> Option<AffiliationRole> {
        self.row.affiliation_role
    }

    /// The role in the network; null for a role in an organisation.
    async fn network_role(&self) -> Option<NetworkRole> {
        self.row.network_role
    }

    /// The role's first day.
    async fn from_day(&self) -> Date {
        self.row.from_day.into()
    }

    /// The role's last day; null when it has none.
    async fn until_day(&self) -> Option<Date> {
        self.row.until_day.map(Into::into)
    }

    /// Who invites; empty when the program itself did.
    async fn inviter(&self, ctx: &Context<'_>) -> ApiResult<String> {
        Ok(invitations::inviter(app_of(ctx).db().read(), &self.row).await?.unwrap_or_default())
    }

    /// When it was made.
    async fn created_at(&self) -> DateTime {
        self.row.created_at.into()
    }

    /// Until when it can be accepted.
    async fn expires_at(&self) -> DateTime {
        self.row.expires_at.into()
    }

    /// Whether its time is over; it can be sent again.
    async fn expired(&self, ctx: &Context<'_>) -> bool {
        self.row.expires_at <= app_of(ctx).clock().now()
    }

    /// Whether the address has an account, so that one signs in to accept. Null for everybody but
    /// the invited person.
    async fn has_account(&self) -> Option<bool> {
        self.has_account
    }
}

/// Reading invitations.
#[derive(Default)]
pub struct InvitationsQuery;

#[Object]
impl InvitationsQuery {
    /// An invitation by its link.
    /// Errors: `LINK_INVALID`.
    async fn invitation(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The last part of the link's address.", secret)] token: String,
    ) -> ApiResult<Invitation> {
        let shown = invitations::show(app_of(ctx), &token).await?;
        Ok(Invitation { row: shown.row, has_account: Some(shown.has_account) })
    }

    /// Open invitations, newest first, at most 100: into an organisation, for those who manage its
    /// people; without one into roles of the network, for coordinators.
    /// Errors: `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn open_invitations(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The organisation.")] organisation_id: Option<ID>,
    ) -> ApiResult<Vec<Invitation>> {
        let organisation = organisation_id.as_ref().map(parse_id::<OrganisationId>).transpose()?;
        let rows = invitations::list(app_of(ctx), caller_of(ctx), organisation).await?;
        Ok(rows.into_iter().map(Invitation::from).collect())
    }
}

/// Whom to invite into an organisation.
#[derive(InputObject)]
pub struct PersonInviteInput {
    /// The organisation.
    organisation_id: ID,
    /// The role they get by accepting.
    role: AffiliationRole,
    /// The address.
    email: String,
    /// Given name, as far as known.
    #[graphql(default)]
    given_name: String,
    /// Family name, as far as known.
    #[graphql(default)]
    family_name: String,
    /// Language of the mail.
    locale: Locale,
    /// The role's first day; today when not given.
    from_day: Option<Date>,
    /// The role's last day.
    until_day: Option<Date>,
}

/// The invitation was sent.
#[derive(SimpleObject)]
pub struct PersonInvitePayload {
    /// The invitation.
    invitation: Invitation,
}

/// Whom to invite into a role of the network.
#[derive(InputObject)]
pub struct NetworkRoleInviteInput {
    /// The role they get by accepting.
    role: NetworkRole,
    /// The address.
    email: String,
    /// Given name, as far as known.
    #[graphql(default)]
    given_name: String,
    /// Family name, as far as known.
    #[graphql(default)]
    family_name: String,
    /// Language of the mail.
    locale: Locale,
    /// The role's first day; today when not given.
    from_day: Option<Date>,
    /// The role's last day.
    until_day: Option<Date>,
}

/// The invitation was sent.
#[derive(SimpleObject)]
pub struct NetworkRoleInvitePayload {
    /// The invitation.
    invitation: Invitation,
}

/// An invitation to be sent again.
#[derive(InputObject)]
pub struct InvitationResendInput {
    /// The invitation.
    invitation_id: ID,
}

/// The invitation was sent again.
#[derive(SimpleObject)]
pub struct InvitationResendPayload {
    /// The invitation.
    invitation: Invitation,
}

/// An invitation to be withdrawn.
#[derive(InputObject)]
pub struct InvitationWithdrawInput {
    /// The invitation.
    invitation_id: ID,
}

/// The invitation was withdrawn.
#[derive(SimpleObject)]
pub struct InvitationWithdrawPayload {
    /// The invitation as it was.
    invitation: Invitation,
}

/// An accepted invitation.
#[derive(InputObject)]
pub struct InvitationAcceptInput {
    /// The last part of the link's address.
    #[graphql(secret)]
    token: String,
    /// What a new account needs; left away by who is signed in.
    account: Option<NewAccountInput>,
}

/// A new account.
#[derive(InputObject)]
pub struct NewAccountInput {
    /// Given name.
    given_name: String,
    /// Family name.
    family_name: String,
    /// The password, 12 to 128 characters.
    #[graphql(secret)]
    password: String,
    /// Language of the mails.
    locale: Locale,
}

/// The invitation is accepted.
#[derive(SimpleObject)]
pub struct InvitationAcceptPayload {
    /// The session of a new account; null for who was signed in already.
    session: Option<SignedIn>,
}

/// Working on invitations.
#[derive(Default)]
pub struct InvitationsMutation;

#[Object]
impl InvitationsMutation {
    /// Invites a person into an organisation: by its representatives, or by a coordinator.
    /// Errors: `VALIDATION` (`DUPLICATE` while the same invitation is open), `NOT_FOUND`,
    /// `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn person_invite(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Whom, as what.")] input: PersonInviteInput,
    ) -> ApiResult<PersonInvitePayload> {
        let organisation: OrganisationId = parse_id(&input.organisation_id)?;
        let invite = Invite {
            email: input.email,
            given_name: input.given_name,
            family_name: input.family_name,
            locale: input.locale,
            role: OfferedRole::InOrganisation(organisation, input.role),
            from_day: input.from_day.map_or_else(|| app_of(ctx).today(), |day| day.0),
            until_day: input.until_day.map(|day| day.0),
        };
        let row = invitations::send(app_of(ctx), caller_of(ctx), invite).await?;
        Ok(PersonInvitePayload { invitation: row.into() })
    }

    /// Invites a person into a role of the network. Coordinators only.
    /// Errors: `VALIDATION` (`DUPLICATE` while the same invitation is open), `FORBIDDEN`,
    /// `UNAUTHENTICATED`.
    async fn network_role_invite(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Whom, as what.")] input: NetworkRoleInviteInput,
    ) -> ApiResult<NetworkRoleInvitePayload> {
        let invite = Invite {
            email: input.email,
            given_name: input.given_name,
            family_name: input.family_name,
            locale: input.locale,
            role: OfferedRole::InNetwork(input.role),
            from_day: input.from_day.map_or_else(|| app_of(ctx).today(), |day| day.0),
            until_day: input.until_day.map(|day| day.0),
        };
        let row = invitations::send(app_of(ctx), caller_of(ctx), invite).await?;
        Ok(NetworkRoleInvitePayload { invitation: row.into() })
    }

    /// Sends an open invitation again, with a new link and a new time.
    /// Errors: `NOT_FOUND`, `UNAUTHENTICATED`, `RATE_LIMITED` after three times to the same address.
    async fn invitation_resend(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which one.")] input: InvitationResendInput,
    ) -> ApiResult<InvitationResendPayload> {
        let id = parse_id::<InvitationId>(&input.invitation_id).ok();
        let row = invitations::resend(app_of(ctx), caller_of(ctx), id).await?;
        Ok(InvitationResendPayload { invitation: row.into() })
    }

    /// Withdraws an open invitation; its link stops working.
    /// Errors: `NOT_FOUND`, `UNAUTHENTICATED`.
    async fn invitation_withdraw(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which one.")] input: InvitationWithdrawInput,
    ) -> ApiResult<InvitationWithdrawPayload> {
        let id = parse_id::<InvitationId>(&input.invitation_id).ok();
        let row = invitations::withdraw(app_of(ctx), caller_of(ctx), id).await?;
        Ok(InvitationWithdrawPayload { invitation: row.into() })
    }

    /// Accepts an invitation: for the person who is signed in, else with a new account.
    /// Errors: `LINK_INVALID`, `VALIDATION`, `UNAUTHENTICATED` when the address has an account
    /// already, `RATE_LIMITED`.
    async fn invitation_accept(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The link and the new account.")] input: InvitationAcceptInput,
    ) -> ApiResult<InvitationAcceptPayload> {
        let account = input.account.map(|account| NewAccount {
            profile: Profile {
                given_name: account.given_name,
                family_name: account.family_name,
                locale: account.locale,
            },
            password: account.password,
        });
        let session =
            invitations::accept(app_of(ctx), caller_of(ctx), &input.token, account, device(ctx)).await?;
        Ok(InvitationAcceptPayload { session: session.map(|session| hand_out(ctx, session)) })
    }
}
