//! What there is to take along: `GET /export/...`. The directory is public and a link brings it;
//! lists of the administration need the access token, so the app fetches them.

use futures::{Stream, TryStreamExt as _};
use poem::{
    Body, Request, Response, handler,
    http::header,
    web::{Data, Path},
};
use verbund_shared::{
    id::{OfferId, OrganisationId},
    locale::Locale,
};

use super::request::{caller, locale, request_id, user_failure};
use crate::{
    app::App,
    applications::{self, store::ApplicationFilter},
    directory::{
        export::{ListQuery, list_as_csv, member_as_vcard, offer_as_vcard},
        service::List,
    },
    error::{ServiceError, ServiceResult},
    export::language,
    groups,
    organisations::{self, store::OrganisationFilter},
    resolutions, tasks,
};

/// `GET /export/<list>.csv`, with the parameters of the list's page.
#[handler]
pub(super) async fn csv_list(request: &Request, app: Data<&App>, Path(file): Path<String>) -> Response {
    let parameters: Vec<(String, String)> = request.params().unwrap_or_default();
    match list(*app, request, &file, &parameters).await {
        Ok(body) => download("text/csv; charset=utf-8", &file, body),
        Err(error) => user_failure(error, &request_id(request)),
    }
}

async fn list(
    app: &App,
    request: &Request,
    file: &str,
    parameters: &[(String, String)],
) -> ServiceResult<Body> {
    let language = language(parameters, locale(request));
    let public = |list| list_as_csv(app, list, ListQuery::read(parameters, language));
    Ok(match file {
        "offers.csv" => body(public(List::Offers).await?),
        "members.csv" => body(public(List::Members).await?),
        "applications.csv" => {
            let filter = ApplicationFilter::of_address(parameters);
            let caller = caller(app, request).await?;
            body(applications::service::as_csv(app, &caller, filter, language).await?)
        }
        "memberships.csv" => {
            let filter = OrganisationFilter::of_address(parameters);
            let caller = caller(app, request).await?;
            body(organisations::service::memberships_as_csv(app, &caller, filter, language).await?)
        }
        "groups.csv" => {
            let caller = caller(app, request).await?;
            body(groups::export::overview_as_csv(app, &caller, parameters, language).await?)
        }
        "tasks.csv" => {
            let caller = caller(app, request).await?;
            body(tasks::export::list_as_csv(app, &caller, parameters, language).await?)
        }
        "resolutions.csv" => {
            let caller = caller(app, request).await?;
            body(resolutions::export::register_as_csv(app, &caller, parameters, language).await?)
        }
        _ => return Err(ServiceError::not_found()),
    })
}

fn body(pieces: impl Stream<Item = ServiceResult<Vec<u8>>> + Send + 'static) -> Body {
    Body::from_bytes_stream(pieces.map_err(|error| {
        tracing::error!(?error, "an export broke off");
        std::io::Error::other("export")
    }))
}

/// `GET /export/offers/<id>.vcf` and `GET /export/members/<id>.vcf`.
#[handler]
pub(super) async fn vcard(
    request: &Request,
    app: Data<&App>,
    Path((list, file)): Path<(String, String)>,
) -> Response {
    let parameters: Vec<(String, String)> = request.params().unwrap_or_default();
    match card(*app, &list, &file, language(&parameters, locale(request))).await {
        Ok(card) => download("text/vcard; charset=utf-8", &file, Body::from_string(card)),
        Err(error) => user_failure(error, &request_id(request)),
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
