//! Signing in, staying signed in, signing out.

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use verbund_shared::id::SessionId;

use super::cookie::{SignedIn, device, hand_out, refresh_token, take_back};
use crate::{
    accounts::service::{
        sessions,
        sign_in::{self, SignIn},
    },
    graphql::{ApiResult, app_of, caller_of, parse_id},
};

/// What somebody types to sign in.
#[derive(InputObject)]
pub struct SignInInput {
    /// The address.
    #[graphql(secret)]
    email: String,
    /// The password.
    #[graphql(secret)]
    password: String,
    /// The second factor: a code of the authenticator app, or a recovery code.
    #[graphql(secret)]
    code: Option<String>,
}

/// A sign-in.
#[derive(SimpleObject)]
pub struct SignInPayload {
    /// The session; its refresh token is in the cookie.
    session: SignedIn,
}

/// New tokens.
#[derive(SimpleObject)]
pub struct SessionRefreshPayload {
    /// The session; null when nobody is signed in.
    session: Option<SignedIn>,
}

/// Where to sign out.
#[derive(InputObject)]
pub struct SignOutInput {
    /// On all devices, not only on this one.
    #[graphql(default)]
    everywhere: bool,
}

/// Signed out.
#[derive(SimpleObject)]
pub struct SignOutPayload {
    /// How many sessions ended.
    ended: i32,
}

/// A device to be signed out.
#[derive(InputObject)]
pub struct SessionEndInput {
    /// The session.
    session_id: ID,
}

/// A device that was signed out.
#[derive(SimpleObject)]
pub struct SessionEndPayload {
    /// The session that has ended.
    session_id: ID,
}

/// Signing in, staying signed in, signing out.
#[derive(Default)]
pub struct SessionMutation;

#[Object]
impl SessionMutation {
    /// Signs in. The refresh token comes as a cookie that scripts cannot read.
    /// Errors: `VALIDATION`, `INVALID_CREDENTIALS` (the same for unknown addresses),
    /// `SECOND_FACTOR_REQUIRED`, `SECOND_FACTOR_WRONG`, `RATE_LIMITED` with `retryAfterSeconds`.
    async fn sign_in(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Address, password and, where it is on, the second factor.")] input: SignInInput,
    ) -> ApiResult<SignInPayload> {
        let input = SignIn { email: input.email, password: input.password, code: input.code };
        let session = sign_in::sign_in(app_of(ctx), caller_of(ctx), input, device(ctx)).await?;
        Ok(SignInPayload { session: hand_out(ctx, session) })
    }

    /// New tokens against the cookie; null when it stands for nobody, which is no error.
    /// A cookie that was used before is taken for 30 seconds more, for a lost answer and for tabs
    /// that ask at once; after that it ends the session.
    async fn session_refresh(&self, ctx: &Context<'_>) -> ApiResult<SessionRefreshPayload> {
        let Some(token) = refresh_token(ctx) else { return Ok(SessionRefreshPayload { session: None }) };
        let session = sessions::refresh(app_of(ctx), caller_of(ctx), token).await?;
        Ok(SessionRefreshPayload { session: session.map(|session| hand_out(ctx, session)) })
    }

    /// Signs out, here or everywhere. Never an error: who is not signed in already is out.
    async fn sign_out(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Where.")] input: SignOutInput,
    ) -> ApiResult<SignOutPayload> {
        let ended =
            sessions::sign_out(app_of(ctx), caller_of(ctx), refresh_token(ctx), input.everywhere).await?;
        take_back(ctx);
        Ok(SignOutPayload { ended: i32::try_from(ended).unwrap_or(i32::MAX) })
    }

    /// Signs one of the own devices out.
    /// Errors: `NOT_FOUND`, `UNAUTHENTICATED`.
    async fn session_end(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which device.")] input: SessionEndInput,
    ) -> ApiResult<SessionEndPayload> {
        let id = parse_id::<SessionId>(&input.session_id).ok();
        sessions::end_own(app_of(ctx), caller_of(ctx), id).await?;
        Ok(SessionEndPayload { session_id: input.session_id })
    }
}
