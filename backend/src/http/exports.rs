//! What the directory gives to take along: `GET /export/...`.

use futures::TryStreamExt as _;
use poem::{
    Body, IntoResponse, Request, Response, handler,
    http::{StatusCode, header},
    web::{Data, Path},
};
use verbund_shared::{
    error::ErrorCode,
    id::{OfferId, OrganisationId},
    locale::Locale,
};

use super::request::{caller, failure, locale, request_id, user_failure};
use crate::{
    app::App,
    directory::{
        export::{ListQuery, list_as_csv, member_as_vcard, offer_as_vcard},
        service::List,
    },
    error::{ServiceError, ServiceResult},
    groups::export::overview_as_csv,
};

/// `GET /export/offers.csv` and `GET /export/members.csv`, with the parameters of the page.
#[handler]
pub(super) async fn csv_list(request: &Request, app: Data<&App>, Path(file): Path<String>) -> Response {
    let list = match file.as_str() {
        "groups.csv" => return groups(request, *app).await,
        "offers.csv" => List::Offers,
        "members.csv" => List::Members,
        _ => return refused(request, ServiceError::not_found()),
    };
    let query =
        ListQuery::read(&request.params::<Vec<(String, String)>>().unwrap_or_default(), locale(request));
    match list_as_csv(*app, list, query).await {
        Ok(pieces) => {
            let pieces = pieces.map_err(|error| {
                tracing::error!(?error, "an export broke off");
                std::io::Error::other("export")
            });
            download("text/csv; charset=utf-8", &file, Body::from_bytes_stream(pieces))
        }
        Err(error) => refused(request, error),
    }
}

/// `GET /export/groups.csv`: the overview of all groups. It needs the sign-in of somebody who may see
/// it, so the page fetches it with its token.
async fn groups(request: &Request, app: &App) -> Response {
    let parameters: Vec<(String, String)> = request.params().unwrap_or_default();
    let file = match caller(app, request).await {
        Ok(caller) => overview_as_csv(app, &caller, &parameters, locale(request)).await,
        Err(error) => Err(error),
    };
    match file {
        Ok(file) => download("text/csv; charset=utf-8", "groups.csv", Body::from_vec(file)),
        Err(error) => user_failure(error, &request_id(request)),
    }
}

/// `GET /export/offers/<id>.vcf` and `GET /export/members/<id>.vcf`.
#[handler]
pub(super) async fn vcard(
    request: &Request,
    app: Data<&App>,
    Path((list, file)): Path<(String, String)>,
) -> Response {
    let parameters: Vec<(String, String)> = request.params().unwrap_or_default();
    let language = parameters.iter().find(|(name, _)| name == "lang");
    let locale = language.and_then(|(_, tag)| Locale::from_tag(tag)).unwrap_or_else(|| locale(request));
    match card(*app, &list, &file, locale).await {
        Ok(card) => download("text/vcard; charset=utf-8", &file, Body::from_string(card)),
        Err(error) => refused(request, error),
    }
}

async fn card(app: &App, list: &str, file: &str, locale: Locale) -> ServiceResult<String> {
    let id = file.strip_suffix(".vcf").ok_or_else(ServiceError::not_found)?;
    match list {
        "offers" => {
            let id: OfferId = id.parse().map_err(|_| ServiceError::not_found())?;
            offer_as_vcard(app, id, locale).await
        }
        "members" => {
            let id: OrganisationId = id.parse().map_err(|_| ServiceError::not_found())?;
            member_as_vcard(app, id, locale).await
        }
        _ => Err(ServiceError::not_found()),
    }
}

/// A file to save; its name is one of ours, without anything that must be quoted.
fn download(content_type: &str, file: &str, body: Body) -> Response {
    Response::builder()
        .content_type(content_type)
        .header(header::CONTENT_DISPOSITION, format!("attachment; filename=\"verbund-{file}\""))
        .header(header::CACHE_CONTROL, "no-store")
        .body(body)
}

fn refused(request: &Request, error: ServiceError) -> Response {
    let (status, code) = match error {
        ServiceError::User(error) => (StatusCode::NOT_FOUND, error.code),
        ServiceError::Internal(cause) => {
            tracing::error!(%cause, "internal error");
            (StatusCode::INTERNAL_SERVER_ERROR, ErrorCode::Internal)
        }
    };
    failure(status, code, Default::default(), &request_id(request)).into_response()
}
