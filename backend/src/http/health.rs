//! Whether the server lives, whether it can answer, and its figures.

use poem::{IntoResponse, Response, handler, http::StatusCode, web::Data};
use prometheus::{Encoder, TextEncoder};

use crate::app::App;

/// The process runs.
#[handler]
pub(super) fn live() -> &'static str {
    "ok"
}

/// The database answers.
#[handler]
pub(super) async fn ready(app: Data<&App>) -> Response {
    match app.db().ping().await {
        Ok(()) => "ok".into_response(),
        Err(cause) => {
            tracing::error!(%cause, "the database does not answer");
            StatusCode::SERVICE_UNAVAILABLE.into_response()
        }
    }
}

/// Figures in the Prometheus text format: counts and times, nothing personal.
#[handler]
pub(super) fn metrics(app: Data<&App>) -> Response {
    let mut text = Vec::new();
    if let Err(cause) = TextEncoder::new().encode(&prometheus::gather(), &mut text) {
        tracing::error!(%cause, "metrics cannot be written");
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    }
    let statements = app.db().statement_count();
    text.extend_from_slice(
        format!("# HELP verbund_sql_statements_total SQL statements sent.\n# TYPE verbund_sql_statements_total counter\nverbund_sql_statements_total {statements}\n").as_bytes(),
    );
    Response::builder().content_type("text/plain; version=0.0.4").body(text)
}
