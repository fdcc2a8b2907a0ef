//! Files of groups: `POST /api/group-files` takes raw bytes, `GET /group-files/<id>` gives them back, to be
//! saved and never shown.

use poem::{
    Body, IntoResponse, Request, Response, handler,
    http::header,
    web::{Data, Path, Query},
};
use serde::Deserialize;
use serde_json::json;
use verbund_shared::{
    error::ErrorCode,
    id::{GroupFileId, GroupId},
    limits::GROUP_FILE_BYTES_MAX,
};

use super::request::{caller, request_id, user_failure};
use crate::{
    app::App,
    error::{ServiceError, ServiceResult},
    group_files::{rules, service, store::BelongsTo},
};

/// What an upload says of itself.
#[derive(Debug, Deserialize)]
pub(super) struct UploadQuery {
    group: String,
    #[serde(default)]
    task: Option<String>,
    #[serde(default)]
    item: Option<String>,
    #[serde(default)]
    name: String,
}

/// `POST /api/group-files?group=...&name=...[&task=...][&item=...]`: raw bytes in, `{"id": ...}` out.
#[handler]
pub(super) async fn upload(
    request: &Request,
    body: Body,
    Query(query): Query<UploadQuery>,
    Data(app): Data<&App>,
) -> Response {
    match receive(app, request, body, &query).await {
        Ok(id) => poem::web::Json(json!({ "id": id })).into_response(),
        Err(error) => user_failure(error, &request_id(request)),
    }
}

async fn receive(
    app: &App,
    request: &Request,
    body: Body,
    query: &UploadQuery,
) -> ServiceResult<GroupFileId> {
    let caller = caller(app, request).await?;
    let group: GroupId = known(&query.group)?;
    service::check_upload(&caller, group)?;
    let of = BelongsTo {
        task: query.task.as_deref().map(known).transpose()?,
        agenda_item: query.item.as_deref().map(known).transpose()?,
    };
    let content = body
        .into_bytes_limit(GROUP_FILE_BYTES_MAX)
        .await
        .map_err(|_| ServiceError::user(ErrorCode::PayloadTooLarge).with("maxBytes", GROUP_FILE_BYTES_MAX))?;
    let file = service::upload(app, &caller, (group, of), &query.name, content.to_vec()).await?;
    Ok(GroupFileId(file.id))
}

fn known<T: std::str::FromStr>(id: &str) -> ServiceResult<T> {
    id.parse().map_err(|_| ServiceError::not_found())
}

/// `GET /group-files/<id>`: the bytes, for those who see the file.
#[handler]
pub(super) async fn download(request: &Request, Path(id): Path<String>, Data(app): Data<&App>) -> Response {
    match read(app, request, &id).await {
        Ok(response) => response,
        Err(error) => user_failure(error, &request_id(request)),
    }
}

async fn read(app: &App, request: &Request, id: &str) -> ServiceResult<Response> {
    let caller = caller(app, request).await?;
    let (file, content) = service::get_content(app, &caller, known(id)?).await?;
    Ok(Response::builder()
        .content_type(file.content_type)
        .header(header::CACHE_CONTROL, "no-store")
        .header(header::CONTENT_DISPOSITION, rules::disposition(&file.name))
        .body(content))
}
