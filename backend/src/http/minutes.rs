//! Minutes to take along: `GET /api/minutes/<meeting>/<number>.pdf`.

use poem::{
    Request, Response, handler,
    http::header,
    web::{Data, Path, Query},
};
use serde::Deserialize;

use super::request::{caller, locale, request_id, user_failure};
use crate::{
    app::App,
    error::{ServiceError, ServiceResult},
    group_files::rules::disposition,
    minutes::{pdf, service},
};

/// What is to stand in it.
#[derive(Debug, Deserialize)]
pub(super) struct PdfQuery {
    /// `1`: also what is internal, for those who see it.
    #[serde(default)]
    internal: String,
}

/// `GET /api/minutes/<meeting>/<number>.pdf[?internal=1]`: a version, for those who see the meeting.
#[handler]
pub(super) async fn as_pdf(
    request: &Request,
    Path((meeting, file)): Path<(String, String)>,
    Query(query): Query<PdfQuery>,
    Data(app): Data<&App>,
) -> Response {
    match read(app, request, (&meeting, &file), query.internal == "1").await {
        Ok(response) => response,
        Err(error) => user_failure(error, &request_id(request)),
    }
}

async fn read(
    app: &App,
    request: &Request,
    (meeting, file): (&str, &str),
    internal: bool,
) -> ServiceResult<Response> {
    let caller = caller(app, request).await?;
    let number = file.strip_suffix(".pdf").and_then(|number| number.parse().ok());
    let (meeting, number) = meeting.parse().ok().zip(number).ok_or_else(ServiceError::not_found)?;
    let version = service::version(app, &caller, meeting, number).await?;
    let pdf = pdf::write(&version, internal, locale(request), app.time_zone())?;
    Ok(Response::builder()
        .content_type("application/pdf")
        .header(header::CACHE_CONTROL, "no-store")
        .header(header::CONTENT_DISPOSITION, disposition(&pdf.name))
        .body(pdf.bytes))
}
