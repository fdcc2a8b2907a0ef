//! The refresh token's cookie, and what a sign-in answers.

use async_graphql::{Context, SimpleObject};

use super::viewer::Viewer;
use crate::{
    accounts::{rules::device_name, service::sign_in::OpenSession},
    graphql::{DateTime, app_of},
    http_context::{RequestAgent, RequestCookies, cookie_name, set_cookie},
};

/// The cookie's name, without the prefix that secure cookies carry.
const COOKIE: &str = "verbund-refresh";

/// A sign-in that holds: for the app's memory only.
#[derive(SimpleObject)]
pub struct SignedIn {
    /// Goes with each request as `Authorization: Bearer`.
    access_token: String,
    /// Until when the access token holds; ask for a new one a little earlier.
    expires_at: DateTime,
    /// Who is signed in.
    viewer: Viewer,
}

/// Hands out a session's tokens: one in the answer, one in the cookie.
pub(super) fn hand_out(ctx: &Context<'_>, session: OpenSession) -> SignedIn {
    let app = app_of(ctx);
    let left = (session.session_until - app.clock().now()).num_seconds();
    let cookie = set_cookie(COOKIE, &session.refresh_token, left, app.config().is_secure());
    ctx.append_http_header("set-cookie", cookie);
    SignedIn {
        access_token: session.access_token,
        expires_at: session.access_until.into(),
        viewer: Viewer::new(session.person, session.actor),
    }
}

/// The refresh token that came in.
pub(super) fn refresh_token<'a>(ctx: &Context<'a>) -> Option<&'a str> {
    let name = cookie_name(COOKIE, app_of(ctx).config().is_secure());
    ctx.data_opt::<RequestCookies>()?.get(&name).filter(|token| !token.is_empty())
}

/// Takes the cookie back.
pub(super) fn take_back(ctx: &Context<'_>) {
    ctx.append_http_header("set-cookie", set_cookie(COOKIE, "", 0, app_of(ctx).config().is_secure()));
}

/// The device's name, as the list of sessions shows it.
pub(super) fn device(ctx: &Context<'_>) -> String {
    ctx.data_opt::<RequestAgent>().map(|agent| device_name(&agent.0)).unwrap_or_default()
}
