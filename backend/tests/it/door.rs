//! The door: what is not a request of ours is refused with a code, before anything runs.

use poem::{Request, http::Method};
use serde_json::json;

use crate::support::TestApp;

fn shell() -> String {
    let id = verbund_shared::documents::NETWORK;
    json!({ "id": id, "operationName": "Shell", "variables": {} }).to_string()
}

#[tokio::test]
async fn a_trusted_document_is_answered() {
    let app = TestApp::new().await;
    let reply = app.post_graphql("", &shell(), &[]).await;
    assert_eq!(reply.status, 200);
    assert_eq!(reply.data()["network"]["shortName"], "Netzwerk");
}

#[tokio::test]
async fn wrong_bodies_get_a_code() {
    let app = TestApp::new().await;
    let id = verbund_shared::documents::NETWORK;
    let cases = [
        ("", "BAD_REQUEST"),
        ("{", "BAD_REQUEST"),
        ("[]", "BAD_REQUEST"),
        ("[{\"query\":\"{ network { name } }\"}]", "BAD_REQUEST"),
        ("{\"query\":\"{ network { name } }\"}", "UNKNOWN_OPERATION"),
        (&json!({ "id": id, "operationName": "Nothing" }).to_string(), "UNKNOWN_OPERATION"),
        (&json!({ "id": "0".repeat(64), "operationName": "Shell" }).to_string(), "UNKNOWN_OPERATION"),
        (&json!({ "id": id }).to_string(), "BAD_REQUEST"),
        (&json!({ "id": id, "operationName": "Shell", "variables": [] }).to_string(), "BAD_REQUEST"),
        (&json!({ "id": id, "operationName": "Shell", "extra": 1 }).to_string(), "BAD_REQUEST"),
        (
            &json!({ "id": id, "operationName": "Terms", "variables": { "archivedToo": "yes" } }).to_string(),
            "BAD_REQUEST",
        ),
    ];
    for (body, code) in cases {
        let reply = app.post_graphql("", body, &[]).await;
        assert_eq!(reply.code(), code, "{body}");
        assert!(reply.body["errors"][0]["extensions"]["requestId"].is_string(), "{body}");
    }
}

#[tokio::test]
async fn another_content_type_or_a_missing_header_is_refused() {
    let app = TestApp::new().await;
    let request = |content_type: &str, header: bool| {
        let mut request = Request::builder()
            .method(Method::POST)
            .uri("/graphql".parse().unwrap())
            .header("content-type", content_type);
        if header {
            request = request.header("x-verbund-request", "1");
        }
        request.body(shell())
    };
    assert_eq!(app.call(request("application/json; charset=utf-8", true)).await.status, 200);
    assert_eq!(app.call(request("text/plain", true)).await.status, 415);
    assert_eq!(app.call(request("application/json", false)).await.status, 415);
    let get = Request::builder()
        .method(Method::GET)
        .uri("/graphql?query={network{name}}".parse().unwrap())
        .finish();
    assert_eq!(app.call(get).await.status, 405);
}

#[tokio::test]
async fn an_oversized_body_is_refused() {
    let app = TestApp::new().await;
    let reply = app.post_graphql("", &"x".repeat(300 * 1024), &[]).await;
    assert_eq!((reply.status, reply.code()), (413, "PAYLOAD_TOO_LARGE"));
}

#[tokio::test]
async fn deep_and_wide_queries_are_refused_where_free_queries_are_allowed() {
    let app = TestApp::with(|config| config.development = true).await;
    let send = async |query: String| {
        app.post_graphql("", &json!({ "query": query }).to_string(), &[]).await.code().to_owned()
    };
    assert_eq!(send("{ network { name } }".into()).await, "");
    assert_eq!(send("{ nothing }".into()).await, "BAD_REQUEST");
    assert_eq!(send(format!("{{ {} }}", "a: network { name } ".repeat(11))).await, "QUERY_TOO_COMPLEX");
    assert_eq!(send(format!("{{ network {{ {} }} }}", "name ".repeat(3_000))).await, "QUERY_TOO_COMPLEX");
    let deep = "{ network ".repeat(60) + &" }".repeat(60);
    assert_ne!(send(deep).await, "");
}

#[tokio::test]
async fn wrong_tokens_are_refused() {
    let app = TestApp::new().await;
    let (_, token) = app.person("anna@network.example").await;
    assert_eq!(app.post_graphql(&token, &shell(), &[]).await.code(), "");
    let mut forged = token.clone();
    forged.replace_range(token.len() - 6..token.len() - 2, "AAAA");
    // The header of a token without a signature: {"typ":"at+jwt","alg":"none"}
    let unsigned = format!("eyJ0eXAiOiJhdCtqd3QiLCJhbGciOiJub25lIn0.{}.", token.split('.').nth(1).unwrap());
    for wrong in ["x", "a.b.c", forged.as_str(), unsigned.as_str()] {
        assert_eq!(app.post_graphql(wrong, &shell(), &[]).await.code(), "UNAUTHENTICATED", "{wrong}");
    }
    let elsewhere = TestApp::new().await;
    assert_eq!(elsewhere.post_graphql(&token, &shell(), &[]).await.code(), "UNAUTHENTICATED");
    app.clock.advance(chrono::TimeDelta::minutes(10));
    assert_eq!(app.post_graphql(&token, &shell(), &[]).await.code(), "UNAUTHENTICATED");
}

#[tokio::test]
async fn every_answer_carries_the_security_headers() {
    let app = TestApp::new().await;
    for path in ["/health/live", "/angebote", "/nothing.js"] {
        let request = Request::builder().method(Method::GET).uri(path.parse().unwrap()).finish();
        let response = app.raw(request).await;
        let policy = response.headers().get("content-security-policy").unwrap().to_str().unwrap();
        assert!(policy.contains("default-src 'none'") && !policy.contains("unsafe-inline"), "{path}");
        assert_eq!(response.headers().get("x-content-type-options").unwrap(), "nosniff");
        assert!(response.headers().contains_key("strict-transport-security"));
        assert!(response.headers().contains_key("x-request-id"));
    }
}
