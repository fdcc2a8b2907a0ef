//! Sending the app's own operations, as visitor or as a person.

use poem::{Body, Endpoint, Request, Response, http::Method};
use serde_json::{Value, json};
use verbund_shared::documents::DOCUMENTS;

use super::TestApp;

/// What the server answered.
#[derive(Debug)]
pub struct Reply {
    pub status: u16,
    pub body: Value,
    pub cookies: Vec<String>,
}

impl Reply {
    /// The data, when there was no error.
    #[track_caller]
    pub fn data(&self) -> &Value {
        assert!(self.body.get("errors").is_none(), "unexpected errors: {}", self.body["errors"]);
        &self.body["data"]
    }

    /// The code of the first error; empty when there was none.
    pub fn code(&self) -> &str {
        self.body["errors"][0]["extensions"]["code"].as_str().unwrap_or_default()
    }

    /// The field errors as `field: CODE`.
    pub fn fields(&self) -> Vec<String> {
        let fields = self.body["errors"][0]["extensions"]["fields"].as_array().cloned().unwrap_or_default();
        fields
            .iter()
            .map(|error| {
                format!(
                    "{}: {}",
                    error["field"].as_str().unwrap_or_default(),
                    error["code"].as_str().unwrap_or_default()
                )
            })
            .collect()
    }
}

/// The document an operation stands in.
fn document_of(operation: &str) -> &'static str {
    let declares = |text: &str| {
        ["query", "mutation"].iter().any(|kind| {
            text.match_indices(&format!("{kind} {operation}")).any(|(at, found)| {
                !text[at + found.len()..].starts_with(|c: char| c.is_alphanumeric() || c == '_')
            })
        })
    };
    DOCUMENTS
        .iter()
        .find(|document| declares(document.text))
        .unwrap_or_else(|| panic!("no operation {operation}"))
        .id
}

impl TestApp {
    /// Sends an operation; `token` is a person's access token, or empty for a visitor.
    pub async fn send(&self, token: &str, operation: &str, variables: Value) -> Reply {
        self.send_with(token, operation, variables, &[]).await
    }

    /// Sends an operation with more headers, such as a cookie.
    pub async fn send_with(
        &self,
        token: &str,
        operation: &str,
        variables: Value,
        headers: &[(&str, &str)],
    ) -> Reply {
        let body =
            json!({ "id": document_of(operation), "operationName": operation, "variables": variables });
        self.post_graphql(token, &body.to_string(), headers).await
    }

    /// Sends a raw body to GraphQL.
    pub async fn post_graphql(&self, token: &str, body: &str, headers: &[(&str, &str)]) -> Reply {
        let mut request = Request::builder()
            .method(Method::POST)
            .uri("/graphql".parse().unwrap())
            .header("content-type", "application/json")
            .header("x-verbund-request", "1");
        if !token.is_empty() {
            request = request.header("authorization", format!("Bearer {token}"));
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        self.call(request.body(body.to_owned())).await
    }

    /// Sends any request and gives the answer as it came.
    pub async fn raw(&self, request: Request) -> Response {
        self.endpoint.call(request).await.unwrap()
    }

    /// Sends any request and reads the answer.
    pub async fn call(&self, request: Request) -> Reply {
        let response = self.raw(request).await;
        let status = response.status().as_u16();
        let cookies = response
            .headers()
            .get_all("set-cookie")
            .iter()
            .map(|cookie| cookie.to_str().unwrap().to_owned())
            .collect();
        let bytes = Body::into_vec(response.into_body()).await.unwrap();
        let body = serde_json::from_slice(&bytes)
            .unwrap_or_else(|_| Value::String(String::from_utf8_lossy(&bytes).into_owned()));
        Reply { status, body, cookies }
    }
}
