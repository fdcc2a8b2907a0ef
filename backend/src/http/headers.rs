//! What every answer carries: request id, security headers, one log line without personal data.

use std::{
    sync::{Arc, LazyLock},
    time::Instant,
};

use poem::{Endpoint, IntoResponse, Request, Response, Result, http::HeaderValue};
use prometheus::{HistogramOpts, HistogramVec};

use super::request::RequestId;
use crate::clock::random_bytes;

/// Only our own files, WebAssembly allowed, nothing inline; `data:` for the second factor's QR code.
const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
    style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; \
    form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'";

/// GraphiQL loads itself from elsewhere; it exists in development only.
const GRAPHIQL_POLICY: &str =
    "default-src 'self' 'unsafe-inline' https:; img-src * data:; frame-ancestors 'none'";

/// Times of requests, by kind of path and by status class: never by the path itself.
static REQUESTS: LazyLock<Option<HistogramVec>> = LazyLock::new(|| {
    let options = HistogramOpts::new("verbund_http_request_seconds", "Time from request to answer.")
        .buckets(vec![0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0]);
    let histogram = HistogramVec::new(options, &["kind", "status"]).ok()?;
    prometheus::register(Box::new(histogram.clone())).ok()?;
    Some(histogram)
});

/// Runs a request and dresses its answer.
pub(super) async fn wrap<E: Endpoint>(
    endpoint: Arc<E>,
    mut request: Request,
    secure: bool,
    development: bool,
) -> Result<Response> {
    let id = hex::encode(random_bytes::<8>());
    request.extensions_mut().insert(RequestId(id.clone()));
    let method = request.method().clone();
    let path = loggable_path(request.uri().path());
    let graphiql = development && path == "/graphiql";
    // What is never a page of its own needs no policy for pages; a first visit asks for a dozen of them.
    let part = path.starts_with("/pkg/") || (path.starts_with("/assets/") && !path.ends_with(".svg"));
    let started = Instant::now();

    let mut response = match endpoint.call(request).await {
        Ok(response) => response.into_response(),
        Err(error) => error.into_response(),
    };

    let elapsed = started.elapsed();
    if let Some(requests) = REQUESTS.as_ref() {
        let status = format!("{}xx", response.status().as_u16() / 100);
        requests.with_label_values(&[kind_of(&path), &status]).observe(elapsed.as_secs_f64());
    }
    let elapsed_ms = elapsed.as_millis();
    tracing::info!(request_id = %id, %method, path, status = response.status().as_u16(), elapsed_ms, "request");

    let headers = response.headers_mut();
    let mut set = |name: &'static str, value: &'static str| {
        headers.insert(name, HeaderValue::from_static(value));
    };
    set("x-content-type-options", "nosniff");
    set("cross-origin-resource-policy", "same-origin");
    if !part {
        set("content-security-policy", if graphiql { GRAPHIQL_POLICY } else { CONTENT_SECURITY_POLICY });
        set("referrer-policy", "no-referrer");
        set("x-frame-options", "DENY");
        set("cross-origin-opener-policy", "same-origin");
        set("permissions-policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
    }
    if secure {
        set("strict-transport-security", "max-age=63072000; includeSubDomains");
    }
    if let Ok(id) = HeaderValue::from_str(&id) {
        headers.insert("x-request-id", id);
    }
    Ok(response)
}

/// What sort of request a path is.
fn kind_of(path: &str) -> &'static str {
    match path.split('/').nth(1).unwrap_or_default() {
        "graphql" => "graphql",
        "api" | "files" => "file",
        "export" => "export",
        "health" | "metrics" => "health",
        _ => "page",
    }
}

/// A path without what could be a secret: private links carry their token in it.
fn loggable_path(path: &str) -> String {
    const SECRET: &[&str] =
        &["/antrag/", "/mitmachen/bestaetigen/", "/passwort/", "/einladung/", "/erster-start/", "/adresse/"];
    match SECRET.iter().find(|prefix| path.starts_with(**prefix)) {
        Some(prefix) => format!("{prefix}…"),
        None => path.chars().take(200).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::loggable_path;

    #[test]
    fn a_private_link_is_not_logged() {
        assert_eq!(loggable_path("/antrag/abc123"), "/antrag/…");
        assert_eq!(loggable_path("/angebote"), "/angebote");
    }
}
