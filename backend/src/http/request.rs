//! Reading what a request brings along, and answering with a failure before GraphQL has begun.

use std::net::IpAddr;

use poem::{IntoResponse, Request, Response, http::StatusCode};
use serde_json::json;
use verbund_shared::{
    error::{ErrorCode, Params},
    locale::Locale,
};

use crate::{
    accounts,
    app::App,
    authz::{Actor, Caller},
    error::{ServiceError, ServiceResult},
};

/// The header without which no request reaches GraphQL: a page of another origin cannot send it.
pub(super) const APP_HEADER: &str = "x-verbund-request";

/// A request's id, put on it by `headers::wrap`.
#[derive(Debug, Clone)]
pub(super) struct RequestId(pub(super) String);

/// The id of this request.
pub(super) fn request_id(request: &Request) -> String {
    request.extensions().get::<RequestId>().map(|id| id.0.clone()).unwrap_or_default()
}

/// The visitor's address: the connection's, or what a trusted proxy says.
pub(super) fn address(request: &Request, trust_proxy: bool) -> Option<IpAddr> {
    if trust_proxy {
        // The last entry is the one that our own proxy added.
        let forwarded = request.header("x-forwarded-for")?.rsplit(',').next()?;
        return forwarded.trim().parse().ok();
    }
    request.remote_addr().as_socket_addr().map(|address| address.ip())
}

/// The bearer token, if one was sent.
pub(super) fn bearer(request: &Request) -> Option<&str> {
    request.header("authorization")?.strip_prefix("Bearer ").map(str::trim)
}

/// The language the app or the browser asks for.
pub(super) fn locale(request: &Request) -> Locale {
    request
        .header("accept-language")
        .into_iter()
        .flat_map(|header| header.split(','))
        .find_map(|part| Locale::from_tag(part.split(';').next()?.trim()))
        .unwrap_or_default()
}

/// Who sends a request, and how it came in.
///
/// # Errors
/// `UNAUTHENTICATED` when it carries a token that is wrong or expired.
pub(super) async fn caller(app: &App, request: &Request) -> ServiceResult<Caller> {
    let actor = match bearer(request) {
        Some(token) => accounts::actor::actor_of_token(app, token).await?,
        None => Actor::Visitor,
    };
    Ok(Caller {
        actor,
        request_id: request_id(request),
        address: address(request, app.config().trust_proxy),
        locale: locale(request),
    })
}

/// A use case's error as an answer of plain HTTP, with the status that says the same.
pub(super) fn user_failure(error: ServiceError, request_id: &str) -> Response {
    let error = match error {
        ServiceError::User(error) => error,
        ServiceError::Internal(cause) => {
            tracing::error!(%cause, request_id, "internal error");
            return failure(
                StatusCode::INTERNAL_SERVER_ERROR,
                ErrorCode::Internal,
                Params::new(),
                request_id,
            );
        }
    };
    let status = match error.code {
        ErrorCode::Unauthenticated => StatusCode::UNAUTHORIZED,
        ErrorCode::Forbidden => StatusCode::FORBIDDEN,
        ErrorCode::NotFound => StatusCode::NOT_FOUND,
        ErrorCode::PayloadTooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        ErrorCode::RateLimited => StatusCode::TOO_MANY_REQUESTS,
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    };
    failure(status, error.code, error.params, request_id)
}

/// An answer in the form of GraphQL's errors.
pub fn failure(status: StatusCode, code: ErrorCode, params: Params, request_id: &str) -> Response {
    let body = json!({
        "data": null,
        "errors": [{
            "message": code.as_str(),
            "extensions": { "code": code.as_str(), "fields": [], "params": params, "requestId": request_id },
        }],
    });
    poem::web::Json(body).with_status(status).into_response()
}
