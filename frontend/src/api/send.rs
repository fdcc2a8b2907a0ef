//! Sends one operation as a trusted document: its id instead of its text.
//!
//! What depends on the operation is kept small: its variables become text before, its answer becomes its
//! type after; everything between is compiled once.

use std::pin::Pin;

use serde::Serialize;
use serde_json::Value;
use verbund_shared::{error::ErrorCode, operations::Operation, wire};

use super::failure::{ApiFailure, read_error};
use crate::{
    platform::{self, Answer as Answered, Body},
    state::session,
};

const ENDPOINT: &str = "/graphql";
/// Tells the server that the request comes from a script of its own page.
const OWN_REQUEST: (&str, &str) = ("x-verbund-request", "1");

/// An answer on its way: the data, as parsed.
pub(super) type Answer = Pin<Box<dyn Future<Output = Result<Value, ApiFailure>>>>;

#[derive(Serialize)]
struct Request<V> {
    id: &'static str,
    #[serde(rename = "operationName")]
    operation_name: &'static str,
    variables: V,
}

/// Sends an operation and gives its data. When the access token has run out, it is renewed once
/// and the operation sent again, so callers see `UNAUTHENTICATED` only when the session is over.
pub async fn send<Q: Operation>(variables: Q::Variables) -> Result<Q::ResponseData, ApiFailure> {
    typed::<Q>(&start::<Q>(&variables).await?)
}

/// Sends an operation that asks for the access token itself.
pub async fn send_without_token<Q: Operation>(
    variables: Q::Variables,
) -> Result<Q::ResponseData, ApiFailure> {
    typed::<Q>(&exchange(Q::NAME, text::<Q>(&variables), false).await?)
}

/// Sends an operation; its answer is still untyped.
pub(super) fn start<Q: Operation>(variables: &Q::Variables) -> Answer {
    exchange(Q::NAME, text::<Q>(variables), true)
}

/// The answer in the operation's type.
pub(super) fn typed<Q: Operation>(data: &Value) -> Result<Q::ResponseData, ApiFailure> {
    wire::read(data).ok_or(ApiFailure::Network)
}

fn text<Q: Operation>(variables: &Q::Variables) -> String {
    let request = Request { id: Q::DOCUMENT, operation_name: Q::NAME, variables };
    serde_json::to_string(&request).unwrap_or_default()
}

fn exchange(operation: &'static str, request: String, with_token: bool) -> Answer {
    Box::pin(async move {
        // The bootstrap file sends a few operations while the app is still loading.
        if let Some(answer) = platform::early_answer(operation).await
            && let Ok(data) = data(&answer.text)
        {
            return Ok(data);
        }
        if !with_token {
            let answer = platform::request("POST", ENDPOINT, &[OWN_REQUEST], Body::Json(&request)).await;
            return data(&answer.map_err(|_| ApiFailure::Network)?.text);
        }
        session::known().await;
        let answer = post(ENDPOINT, Body::Json(&request)).await?;
        if renewed(&answer).await {
            return data(&post(ENDPOINT, Body::Json(&request)).await?);
        }
        data(&answer)
    })
}

/// Whether the access token had run out and there is a new one now.
async fn renewed(answer: &str) -> bool {
    session::may_renew() && says_unauthenticated(answer) && session::renew().await
}

async fn post(path: &str, body: Body<'_>) -> Result<String, ApiFailure> {
    ask("POST", path, body).await.map(|answer| answer.text)
}

/// What says who asks, where somebody is signed in.
pub(super) fn authorization() -> Option<String> {
    session::access_token().map(|token| format!("Bearer {token}"))
}

async fn ask(method: &str, path: &str, body: Body<'_>) -> Result<Answered, ApiFailure> {
    let bearer = authorization();
    let mut headers = vec![OWN_REQUEST];
    if let Some(bearer) = &bearer {
        headers.push(("authorization", bearer));
    }
    platform::request(method, path, &headers, body).await.map_err(|_| ApiFailure::Network)
}

/// The data of an answer, or why there is none.
fn data(answer: &str) -> Result<Value, ApiFailure> {
    let mut answer = platform::json(answer).ok_or(ApiFailure::Network)?;
    if let Some(error) = answer["errors"].get(0) {
        return Err(read_error(error));
    }
    match answer["data"].take() {
        Value::Null => Err(ApiFailure::Network),
        data => Ok(data),
    }
}

fn says_unauthenticated(answer: &str) -> bool {
    answer.contains(ErrorCode::Unauthenticated.as_str())
        && data(answer).is_err_and(|failure| failure.code() == Some(ErrorCode::Unauthenticated))
}

/// Fetches a text file that needs the access token, which a link could not carry.
pub async fn fetch_file(path: &str) -> Result<String, ApiFailure> {
    session::known().await;
    let mut answer = ask("GET", path, Body::None).await?;
    if !answer.is_good() && renewed(&answer.text).await {
        answer = ask("GET", path, Body::None).await?;
    }
    if answer.is_good() {
        return Ok(answer.text);
    }
    Err(data(&answer.text).err().unwrap_or(ApiFailure::Network))
}

/// Uploads a file as it is (`purpose`: `logo` or `import`) and gives the upload's id.
pub async fn upload(purpose: &str, file: &web_sys::File) -> Result<String, ApiFailure> {
    let name = js_sys::encode_uri_component(&file.name());
    let path = format!("/api/uploads?purpose={purpose}&name={name}");
    uploaded(&path, file, "uploadId").await
}

/// Uploads a file into a group and gives the file's id. Where it belongs to something of the group, `owner`
/// names that: `task` or `item`, and its id.
pub async fn upload_into_group(
    group: &str,
    owner: Option<(&str, &str)>,
    file: &web_sys::File,
) -> Result<String, ApiFailure> {
    let name = js_sys::encode_uri_component(&file.name());
    let owner = owner.map(|(kind, id)| format!("&{kind}={id}")).unwrap_or_default();
    let path = format!("/api/group-files?group={group}&name={name}{owner}");
    uploaded(&path, file, "id").await
}

async fn uploaded(path: &str, file: &web_sys::File, id: &str) -> Result<String, ApiFailure> {
    session::known().await;
    let mut answer = post(path, Body::File(file)).await?;
    if renewed(&answer).await {
        answer = post(path, Body::File(file)).await?;
    }
    let read = platform::json(&answer).unwrap_or_default();
    let id = read[id].as_str().map(str::to_owned);
    id.ok_or_else(|| data(&answer).err().unwrap_or(ApiFailure::Network))
}

/// Fetches a file that needs the access token and gives it to the browser to be saved under a name.
pub async fn save_file(path: &str, name: &str) -> Result<(), ApiFailure> {
    session::known().await;
    let mut answer = file(path).await?;
    if let Err(refused) = &answer
        && renewed(&refused.text).await
    {
        answer = file(path).await?;
    }
    let blob = answer.map_err(|refused| data(&refused.text).err().unwrap_or(ApiFailure::Network))?;
    platform::save_blob(name, &blob);
    Ok(())
}

async fn file(path: &str) -> Result<Result<web_sys::Blob, Answered>, ApiFailure> {
    let bearer = authorization();
    let headers: Vec<_> = bearer.iter().map(|bearer| ("authorization", bearer.as_str())).collect();
    platform::request_file(path, &headers).await.map_err(|_| ApiFailure::Network)
}
