//! What a link in a mail, or the one that the first start prints, can do.

use async_graphql::{Context, InputObject, Object, SimpleObject};
use verbund_shared::{locale::Locale, people::LinkKind};

use super::cookie::{SignedIn, device, hand_out};
use crate::{
    accounts::{
        service::{email, first_start, links, password},
        store::Purpose,
    },
    graphql::{ApiResult, app_of, caller_of},
    people::rules::Profile,
};

impl From<LinkKind> for Purpose {
    fn from(kind: LinkKind) -> Self {
        match kind {
            LinkKind::PasswordReset => Self::PasswordReset,
            LinkKind::FirstCoordinator => Self::FirstCoordinator,
            LinkKind::EmailChange => Self::EmailChange,
        }
    }
}

/// Asking about links.
#[derive(Default)]
pub struct LinksQuery;

#[Object]
impl LinksQuery {
    /// Whether a one-time link still works, so that nobody fills in a form in vain.
    async fn link_works(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What it is for.")] kind: LinkKind,
        #[graphql(desc = "The last part of its address.", secret)] token: String,
    ) -> ApiResult<bool> {
        Ok(links::works(app_of(ctx), kind.into(), &token).await?)
    }
}

/// An address whose password is forgotten.
#[derive(InputObject)]
pub struct PasswordResetRequestInput {
    /// The address.
    #[graphql(secret)]
    email: String,
}

/// The request was taken. Says nothing about whether the address has an account.
#[derive(SimpleObject)]
pub struct PasswordResetRequestPayload {
    /// For how many hours the link works that an account gets.
    link_hours: i32,
}

/// A new password by a link.
#[derive(InputObject)]
pub struct PasswordResetInput {
    /// The last part of the link's address.
    #[graphql(secret)]
    token: String,
    /// The new password, 12 to 128 characters.
    #[graphql(secret)]
    new_password: String,
}

/// The password is set; all sessions have ended.
#[derive(SimpleObject)]
pub struct PasswordResetPayload {
    /// Always true.
    done: bool,
}

/// A new address to be confirmed.
#[derive(InputObject)]
pub struct EmailChangeConfirmInput {
    /// The last part of the link's address.
    #[graphql(secret)]
    token: String,
}

/// The confirmed address.
#[derive(SimpleObject)]
pub struct EmailChangeConfirmPayload {
    /// The address one signs in with from now on.
    email: String,
}

/// The first coordinator.
#[derive(InputObject)]
pub struct FirstCoordinatorCreateInput {
    /// The last part of the link's address.
    #[graphql(secret)]
    token: String,
    /// Given name.
    given_name: String,
    /// Family name.
    family_name: String,
    /// The address to sign in with.
    email: String,
    /// The password, 12 to 128 characters.
    #[graphql(secret)]
    password: String,
    /// Language of the mails.
    locale: Locale,
}

/// The first coordinator is there and signed in.
#[derive(SimpleObject)]
pub struct FirstCoordinatorCreatePayload {
    /// The session; its refresh token is in the cookie.
    session: SignedIn,
}

/// Using links.
#[derive(Default)]
pub struct LinksMutation;

#[Object]
impl LinksMutation {
    /// Sends a link to set a new password, if the address has an account; answers the same if not.
    /// Errors: `VALIDATION`, `RATE_LIMITED`.
    async fn password_reset_request(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "For which address.")] input: PasswordResetRequestInput,
    ) -> ApiResult<PasswordResetRequestPayload> {
        password::request_reset(app_of(ctx), caller_of(ctx), &input.email).await?;
        let hours = crate::accounts::rules::LINK_LIFE.num_hours();
        Ok(PasswordResetRequestPayload { link_hours: i32::try_from(hours).unwrap_or(1) })
    }

    /// Sets a new password by a link from a mail, once, and ends all sessions.
    /// Errors: `LINK_INVALID`, `VALIDATION`, `RATE_LIMITED`.
    async fn password_reset(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The link and the new password.")] input: PasswordResetInput,
    ) -> ApiResult<PasswordResetPayload> {
        password::reset(app_of(ctx), caller_of(ctx), &input.token, &input.new_password).await?;
        Ok(PasswordResetPayload { done: true })
    }

    /// Confirms a new address by the link that was sent there.
    /// Errors: `LINK_INVALID`.
    async fn email_change_confirm(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The link.")] input: EmailChangeConfirmInput,
    ) -> ApiResult<EmailChangeConfirmPayload> {
        let email = email::confirm_change(app_of(ctx), caller_of(ctx), &input.token).await?;
        Ok(EmailChangeConfirmPayload { email })
    }

    /// Makes the first coordinator by the link that the server printed at its first start.
    /// Errors: `LINK_INVALID`, `VALIDATION`, `RATE_LIMITED`.
    async fn first_coordinator_create(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The link and the person.")] input: FirstCoordinatorCreateInput,
    ) -> ApiResult<FirstCoordinatorCreatePayload> {
        let profile =
            Profile { given_name: input.given_name, family_name: input.family_name, locale: input.locale };
        let person = (profile, input.email.as_str(), input.password.as_str());
        let session =
            first_start::create_first(app_of(ctx), caller_of(ctx), &input.token, person, device(ctx)).await?;
        Ok(FirstCoordinatorCreatePayload { session: hand_out(ctx, session) })
    }
}
