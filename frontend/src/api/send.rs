//! Sends one operation as a trusted document: its id instead of its text.

use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::Value;
use verbund_shared::{error::ErrorCode, operations::Operation};

use super::failure::{ApiFailure, read_error};
use crate::{
    platform::{self, Body},
    state::session,
};

const ENDPOINT: &str = "/graphql";
/// Tells the server that the request comes from a script of its own page.
const OWN_REQUEST: (&str, &str) = ("x-verbund-request", "1");

#[derive(Serialize)]
struct Request<V> {
    id: &'static str,
    #[serde(rename = "operationName")]
    operation_name: &'static str,
    variables: V,
}

#[derive(Deserialize)]
struct Envelope<D> {
    #[serde(default = "Option::default")]
    data: Option<D>,
    #[serde(default)]
    errors: Value,
}

/// Sends an operation and gives its data. When the access token has run out, it is renewed once
/// and the operation sent again, so callers see `UNAUTHENTICATED` only when the session is over.
pub async fn send<Q: Operation>(variables: Q::Variables) -> Result<Q::ResponseData, ApiFailure> {
    let variables = Q::build_query(variables).variables;
    let request = Request { id: Q::DOCUMENT, operation_name: Q::NAME, variables };
    // The bootstrap file sends a few operations while the app is still loading.
    if let Some(answer) = platform::early_answer(request.operation_name).await
        && let Ok(data) = read(&answer.text)
    {
        return Ok(data);
    }
    let json = serde_json::to_string(&request).map_err(|_| ApiFailure::coded(ErrorCode::BadRequest))?;
    let answer = exchange(&json).await?;
    read(&answer)
}

/// Sends an operation that asks for the access token itself.
pub async fn send_without_token<Q: Operation>(
    variables: Q::Variables,
) -> Result<Q::ResponseData, ApiFailure> {
    let variables = Q::build_query(variables).variables;
    let request = Request { id: Q::DOCUMENT, operation_name: Q::NAME, variables };
    if let Some(answer) = platform::early_answer(request.operation_name).await
        && let Ok(data) = read(&answer.text)
    {
        return Ok(data);
    }
    let json = serde_json::to_string(&request).map_err(|_| ApiFailure::coded(ErrorCode::BadRequest))?;
    let answer = platform::request("POST", ENDPOINT, &[OWN_REQUEST], Body::Json(&json)).await;
    read(&answer.map_err(|_| ApiFailure::Network)?.text)
}

/// The part of sending that does not depend on the operation.
async fn exchange(json: &str) -> Result<String, ApiFailure> {
    session::known().await;
    let answer = post(json).await?;
    if session::may_renew() && says_unauthenticated(&answer) && session::renew().await {
        return post(json).await;
    }
    Ok(answer)
}

async fn post(json: &str) -> Result<String, ApiFailure> {
    let bearer = session::access_token().map(|token| format!("Bearer {token}"));
    let mut headers = vec![OWN_REQUEST];
    if let Some(bearer) = &bearer {
        headers.push(("authorization", bearer));
    }
    let answer = platform::request("POST", ENDPOINT, &headers, Body::Json(json)).await;
    answer.map(|answer| answer.text).map_err(|_| ApiFailure::Network)
}

fn read<D: DeserializeOwned>(answer: &str) -> Result<D, ApiFailure> {
    let envelope: Envelope<D> = serde_json::from_str(answer).map_err(|_| unreadable(answer))?;
    match (envelope.errors.get(0), envelope.data) {
        (Some(error), _) => Err(read_error(error)),
        (None, Some(data)) => Ok(data),
        (None, None) => Err(ApiFailure::Network),
    }
}

/// Data that does not fit may come with the error that explains it.
fn unreadable(answer: &str) -> ApiFailure {
    let answer: Value = serde_json::from_str(answer).unwrap_or_default();
    answer["errors"].get(0).map_or(ApiFailure::Network, read_error)
}

fn says_unauthenticated(answer: &str) -> bool {
    answer.contains(ErrorCode::Unauthenticated.as_str())
        && unreadable(answer).code() == Some(ErrorCode::Unauthenticated)
}

/// Uploads a file as it is (`purpose`: `logo` or `import`) and gives the upload's id.
pub async fn upload(purpose: &str, file: &web_sys::File) -> Result<String, ApiFailure> {
    let name = js_sys::encode_uri_component(&file.name());
    let path = format!("/api/uploads?purpose={purpose}&name={name}");
    let mut answer = post_file(&path, file).await?;
    if session::may_renew() && says_unauthenticated(&answer) && session::renew().await {
        answer = post_file(&path, file).await?;
    }
    let read: Value = serde_json::from_str(&answer).unwrap_or_default();
    read["uploadId"].as_str().map(str::to_owned).ok_or_else(|| unreadable(&answer))
}

async fn post_file(path: &str, file: &web_sys::File) -> Result<String, ApiFailure> {
    let bearer = session::access_token().map(|token| format!("Bearer {token}"));
    let mut headers = vec![OWN_REQUEST];
    if let Some(bearer) = &bearer {
        headers.push(("authorization", bearer));
    }
    let answer = platform::request("POST", path, &headers, Body::File(file)).await;
    answer.map(|answer| answer.text).map_err(|_| ApiFailure::Network)
}
