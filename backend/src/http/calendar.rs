//! Calendar files: `GET /api/calendar/meetings/<id>.ics`, for those who are signed in and see the meeting.

use poem::{
    Request, Response, handler,
    http::header,
    web::{Data, Path},
};

use super::request::{caller, request_id, user_failure};
use crate::{
    app::App,
    error::{ServiceError, ServiceResult},
    meetings::service,
};

/// `GET /api/calendar/meetings/<id>.ics`.
#[handler]
pub(super) async fn meeting(request: &Request, Path(file): Path<String>, Data(app): Data<&App>) -> Response {
    match read(app, request, &file).await {
        Ok(response) => response,
        Err(error) => user_failure(error, &request_id(request)),
    }
}

async fn read(app: &App, request: &Request, file: &str) -> ServiceResult<Response> {
    let caller = caller(app, request).await?;
    let id = file.strip_suffix(".ics").and_then(|id| id.parse().ok()).ok_or_else(ServiceError::not_found)?;
    let text = service::calendar_file(app, &caller, id).await?;
    Ok(Response::builder()
        .content_type("text/calendar; charset=utf-8")
        .header(header::CACHE_CONTROL, "no-store")
        .header(header::CONTENT_DISPOSITION, "attachment; filename=\"sitzung.ics\"")
        .body(text))
}
