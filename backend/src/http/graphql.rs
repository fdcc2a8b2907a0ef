//! The handler around the schema: POST with JSON and our own header only, one operation, limited
//! in size, shape and time; errors leave with a code and nothing else.

use std::{sync::Arc, time::Duration};

use async_graphql::{
    Request as GqlRequest, Response as GqlResponse, ServerError, Variables, http::GraphiQLSource,
};
use poem::{
    Endpoint, Request, Response, Result, handler,
    http::{HeaderName, StatusCode},
    web::Html,
};
use serde::Deserialize;
use verbund_shared::error::{ErrorCode, Params};

use super::{
    compress,
    documents::TrustedDocuments,
    limits,
    request::{APP_HEADER, caller, failure, request_id},
};
use crate::{
    app::App,
    error::ServiceError,
    graphql::{Schema, with_loaders},
    http_context::{RequestAgent, RequestCookies},
};

/// How long one operation may take.
const TIME_LIMIT: Duration = Duration::from_secs(10);

/// `POST /graphql`.
pub(super) struct GraphQlEndpoint {
    app: App,
    schema: Schema,
    documents: Arc<TrustedDocuments>,
}

/// What the app sends: the id of a trusted document, or a query where those are allowed.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct Body {
    id: Option<String>,
    query: Option<String>,
    operation_name: Option<String>,
    variables: Option<serde_json::Value>,
}

/// Why a request does not reach the schema.
type Refusal = (StatusCode, ErrorCode, Params);

fn refuse(status: StatusCode, code: ErrorCode) -> Refusal {
    (status, code, Params::new())
}

impl GraphQlEndpoint {
    pub(super) fn new(app: App, schema: Schema) -> Self {
        Self { app, schema, documents: Arc::new(TrustedDocuments::load()) }
    }

    fn prepare(&self, bytes: &[u8]) -> Result<GqlRequest, Refusal> {
        let bad = || refuse(StatusCode::BAD_REQUEST, ErrorCode::BadRequest);
        let body: Body = serde_json::from_slice(bytes).map_err(|_| bad())?;
        let mut request = match (body.id, body.query) {
            (Some(id), None) => {
                let name = body.operation_name.as_deref().ok_or_else(bad)?;
                let document = self
                    .documents
                    .find(&id, name)
                    .ok_or_else(|| refuse(StatusCode::BAD_REQUEST, ErrorCode::UnknownOperation))?;
                let mut request = GqlRequest::new("");
                request.set_parsed_query(document.clone());
                request
            }
            (None, Some(query)) if self.app.config().development => {
                let too_complex = || refuse(StatusCode::BAD_REQUEST, ErrorCode::QueryTooComplex);
                if !limits::text_is_within(&query) {
                    return Err(too_complex());
                }
                let mut request = GqlRequest::new(query);
                let document = request.parsed_query().map_err(|_| bad())?;
                if !limits::document_is_within(document) {
                    return Err(too_complex());
                }
                request
            }
            (None, Some(_)) => return Err(refuse(StatusCode::BAD_REQUEST, ErrorCode::UnknownOperation)),
            _ => return Err(bad()),
        };
        if let Some(name) = body.operation_name {
            request = request.operation_name(name);
        }
        match body.variables {
            None | Some(serde_json::Value::Null) => {}
            Some(variables @ serde_json::Value::Object(_)) => {
                request = request.variables(Variables::from_json(variables));
            }
            Some(_) => return Err(bad()),
        }
        Ok(request)
    }

    async fn run(&self, mut request: Request) -> Result<Response, Refusal> {
        let json = request.content_type().is_some_and(|kind| {
            kind.split(';').next().is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/json"))
        });
        if !json || request.header(APP_HEADER).is_none() {
            return Err(refuse(StatusCode::UNSUPPORTED_MEDIA_TYPE, ErrorCode::BadRequest));
        }
        let brotli = compress::takes_brotli(&request);
        let bytes = request.take_body().into_bytes_limit(limits::BODY_BYTES_MAX).await.map_err(|_| {
            let mut params = Params::new();
            params.insert("maxBytes".to_owned(), limits::BODY_BYTES_MAX.into());
            (StatusCode::PAYLOAD_TOO_LARGE, ErrorCode::PayloadTooLarge, params)
        })?;
        let gql = self.prepare(&bytes)?;
        let caller = caller(&self.app, &request).await.map_err(|error| match error {
            ServiceError::User(error) => (StatusCode::OK, error.code, error.params),
            ServiceError::Internal(cause) => {
                tracing::error!(%cause, "internal error");
                refuse(StatusCode::INTERNAL_SERVER_ERROR, ErrorCode::Internal)
            }
        })?;
        let id = caller.request_id.clone();
        let gql = with_loaders(gql, &self.app)
            .data(caller)
            .data(RequestCookies::read(&request))
            .data(RequestAgent::read(&request));
        let answer = tokio::time::timeout(TIME_LIMIT, self.schema.execute(gql))
            .await
            .map_err(|_| refuse(StatusCode::SERVICE_UNAVAILABLE, ErrorCode::Timeout))?;
        respond(answer, &id, self.app.config().development, brotli)
    }
}

impl Endpoint for GraphQlEndpoint {
    type Output = Response;

    async fn call(&self, request: Request) -> Result<Response> {
        let id = request_id(&request);
        Ok(match self.run(request).await {
            Ok(response) => response,
            Err((status, code, params)) => failure(status, code, params, &id),
        })
    }
}

fn respond(mut answer: GqlResponse, id: &str, development: bool, brotli: bool) -> Result<Response, Refusal> {
    for error in &mut answer.errors {
        mask(error, id, development);
    }
    let headers = std::mem::take(&mut answer.http_headers);
    let body = serde_json::to_vec(&answer)
        .map_err(|_| refuse(StatusCode::INTERNAL_SERVER_ERROR, ErrorCode::Internal))?;
    let mut response = compress::json(body, brotli);
    response.headers_mut().insert("cache-control", poem::http::HeaderValue::from_static("no-store"));
    for (name, value) in &headers {
        if let Ok(name) = HeaderName::from_bytes(name.as_str().as_bytes()) {
            response.headers_mut().append(name, value.clone());
        }
    }
    Ok(response)
}

/// Gives every error a code and the request's id; one without a code shows nothing of itself.
fn mask(error: &mut ServerError, id: &str, development: bool) {
    let extensions = error.extensions.get_or_insert_default();
    if extensions.get("code").is_none() {
        // Without a path it failed before it ran: the query's own fault.
        let code = if !error.path.is_empty() {
            tracing::error!(request_id = id, message = %error.message, "uncoded error");
            ErrorCode::Internal
        } else if error.message.contains("too complex")
            || error.message.contains("too deep")
            || error.message.contains("recursion")
        {
            ErrorCode::QueryTooComplex
        } else {
            ErrorCode::BadRequest
        };
        extensions.set("code", code.as_str());
        if !(development && code != ErrorCode::Internal) {
            error.message = code.as_str().to_owned();
            error.locations.clear();
        }
    }
    extensions.set("requestId", id);
    error.source = None;
}

/// `GET /graphiql`, in development only.
#[handler]
pub(super) fn graphiql() -> Html<String> {
    Html(GraphiQLSource::build().endpoint("/graphql").header(APP_HEADER, "1").finish())
}
