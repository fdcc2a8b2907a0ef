//! Uploading files and fetching logos: plain HTTP, because GraphQL carries no bytes.

use poem::{
    Body, IntoResponse, Request, Response, handler,
    http::{StatusCode, header},
    web::{Data, Path, Query},
};
use serde::Deserialize;
use serde_json::json;
use verbund_shared::{
    error::{ErrorCode, Params},
    id::FileId,
};

use super::request::{caller, failure, request_id, user_failure};
use crate::{
    app::App,
    error::{ServiceError, ServiceResult},
    files::{rules::FilePurpose, service},
};

/// What an upload says of itself.
#[derive(Debug, Deserialize)]
pub(super) struct UploadQuery {
    purpose: String,
    #[serde(default)]
    name: String,
}

/// `POST /api/uploads?purpose=logo|import&name=...`: raw bytes in, `{"uploadId": ...}` out.
#[handler]
pub(super) async fn upload(
    request: &Request,
    body: Body,
    Query(query): Query<UploadQuery>,
    Data(app): Data<&App>,
) -> Response {
    let id = request_id(request);
    let Some(purpose) = FilePurpose::parse(&query.purpose) else {
        return failure(StatusCode::BAD_REQUEST, ErrorCode::BadRequest, Params::new(), &id);
    };
    match receive(app, request, body, purpose, &query.name).await {
        Ok(stored) => poem::web::Json(json!({ "uploadId": stored })).into_response(),
        Err(error) => user_failure(error, &id),
    }
}

async fn receive(
    app: &App,
    request: &Request,
    body: Body,
    purpose: FilePurpose,
    name: &str,
) -> ServiceResult<FileId> {
    let caller = caller(app, request).await?;
    service::check_upload(&caller, purpose)?;
    let content = body
        .into_bytes_limit(purpose.bytes_max())
        .await
        .map_err(|_| ServiceError::user(ErrorCode::PayloadTooLarge).with("maxBytes", purpose.bytes_max()))?;
    service::upload(app, &caller, purpose, name, content.to_vec()).await
}

/// `GET /files/<id>`: a logo. The name never gets other content, so it may be kept for ever.
#[handler]
pub(super) async fn file(request: &Request, Path(id): Path<String>, Data(app): Data<&App>) -> Response {
    let found = match id.parse::<FileId>() {
        Ok(id) => service::get_logo(app, id).await,
        Err(_) => Err(ServiceError::not_found()),
    };
    match found {
        Ok(found) => Response::builder()
            .content_type(found.content_type)
            .header(header::CACHE_CONTROL, "public, max-age=31536000, immutable")
            .header(header::CONTENT_DISPOSITION, "inline")
            .body(found.content),
        Err(error) => user_failure(error, &request_id(request)),
    }
}
