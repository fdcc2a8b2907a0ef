//! `POST /api/uploads`, `organisationSetLogo`, `organisationRemoveLogo`, `GET /files/<id>`.

use poem::{Request, http::Method};
use serde_json::{Value, json};
use verbund_shared::{id::OrganisationId, people::AffiliationRole};

use crate::support::{Reply, TestApp};

/// The smallest PNG: one pixel.
const PIXEL: &[u8] = &[
    0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, b'I', b'H', b'D', b'R', 0, 0, 0, 1, 0, 0,
    0, 1, 8, 6, 0, 0, 0, 0x1f, 0x15, 0xc4, 0x89, 0, 0, 0, 0x0d, b'I', b'D', b'A', b'T', 0x78, 0xda, 0x63,
    0x64, 0xf8, 0xcf, 0x50, 0x0f, 0, 0x03, 0x86, 0x01, 0x80, 0x5a, 0x34, 0x7d, 0x6b, 0, 0, 0, 0, b'I', b'E',
    b'N', b'D', 0xae, 0x42, 0x60, 0x82,
];

async fn upload(app: &TestApp, token: &str, purpose: &str, content: Vec<u8>) -> Reply {
    let mut request = Request::builder()
        .method(Method::POST)
        .uri(format!("/api/uploads?purpose={purpose}").parse().unwrap());
    if !token.is_empty() {
        request = request.header("authorization", format!("Bearer {token}"));
    }
    app.call(request.body(content)).await
}

async fn set_logo(app: &TestApp, token: &str, id: OrganisationId, upload_id: &Value) -> Reply {
    let input = json!({ "organisationId": id, "uploadId": upload_id });
    app.send(token, "OrganisationSetLogo", json!({ "input": input })).await
}

async fn remove_logo(app: &TestApp, token: &str, id: OrganisationId) -> Reply {
    app.send(token, "OrganisationRemoveLogo", json!({ "input": { "organisationId": id } })).await
}

#[tokio::test]
async fn a_representative_sets_changes_and_removes_the_logo() {
    let app = TestApp::new().await;
    let id = app.member("Verein").await;
    let representative = app.member_of(id, AffiliationRole::Representative, "rep@verein.example").await;
    let first = upload(&app, &representative, "logo", PIXEL.to_vec()).await;
    assert_eq!(first.status, 200, "{:?}", first.body);
    let reply = set_logo(&app, &representative, id, &first.body["uploadId"]).await;
    let url = reply.data()["organisationSetLogo"]["organisation"]["logoUrl"].as_str().unwrap().to_owned();

    let file = app.raw(Request::builder().uri(url.parse().unwrap()).finish()).await;
    assert_eq!(file.status(), 200);
    assert_eq!(file.content_type(), Some("image/png"));
    assert_eq!(file.headers()["x-content-type-options"], "nosniff");
    assert!(file.headers()["cache-control"].to_str().unwrap().contains("immutable"));

    let second = upload(&app, &representative, "logo", PIXEL.to_vec()).await;
    set_logo(&app, &representative, id, &second.body["uploadId"]).await.data();
    let gone = app.raw(Request::builder().uri(url.parse().unwrap()).finish()).await;
    assert_eq!(gone.status(), 404);

    let reply = remove_logo(&app, &representative, id).await;
    assert_eq!(reply.data()["organisationRemoveLogo"]["organisation"]["logoUrl"], Value::Null);
    remove_logo(&app, &representative, id).await.data();
}

#[tokio::test]
async fn what_is_not_a_picture_is_refused() {
    let app = TestApp::new().await;
    let coordinator = app.coordinator().await;
    for content in [
        b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".to_vec(),
        b"<html><script>alert(1)</script>".to_vec(),
        PIXEL[..50].to_vec(),
        b"MZ\x90\0".to_vec(),
    ] {
        let reply = upload(&app, &coordinator, "logo", content).await;
        assert_eq!((reply.status, reply.code()), (422, "FILE_TYPE"));
    }
    assert_eq!(upload(&app, &coordinator, "logo", vec![]).await.code(), "FILE_EMPTY");
    let large = upload(&app, &coordinator, "logo", vec![0; 2 * 1024 * 1024 + 1]).await;
    assert_eq!((large.status, large.code()), (413, "PAYLOAD_TOO_LARGE"));
    assert_eq!(upload(&app, &coordinator, "photo", PIXEL.to_vec()).await.code(), "BAD_REQUEST");
}

#[tokio::test]
async fn only_those_who_may_use_it_upload() {
    let app = TestApp::new().await;
    let id = app.member("Verein").await;
    let staff = app.member_of(id, AffiliationRole::Staff, "staff@verein.example").await;
    let representative = app.member_of(id, AffiliationRole::Representative, "rep@verein.example").await;
    assert_eq!(upload(&app, "", "logo", PIXEL.to_vec()).await.status, 401);
    assert_eq!(upload(&app, "forged", "logo", PIXEL.to_vec()).await.status, 401);
    assert_eq!(upload(&app, &staff, "logo", PIXEL.to_vec()).await.status, 403);
    assert_eq!(upload(&app, &representative, "import", b"a;b".to_vec()).await.status, 403);
}

#[tokio::test]
async fn a_logo_is_the_persons_own_upload() {
    let app = TestApp::new().await;
    let id = app.member("Verein").await;
    let representative = app.member_of(id, AffiliationRole::Representative, "rep@verein.example").await;
    let coordinator = app.coordinator().await;
    let foreign = upload(&app, &coordinator, "logo", PIXEL.to_vec()).await;
    let csv = upload(&app, &coordinator, "import", b"a;b".to_vec()).await;
    let refused = ["uploadId: UNKNOWN_REFERENCE"];
    assert_eq!(set_logo(&app, &representative, id, &foreign.body["uploadId"]).await.fields(), refused);
    assert_eq!(set_logo(&app, &coordinator, id, &csv.body["uploadId"]).await.fields(), refused);

    let staff = app.member_of(id, AffiliationRole::Staff, "staff@verein.example").await;
    for (token, code) in [("", "UNAUTHENTICATED"), (&staff, "FORBIDDEN")] {
        assert_eq!(set_logo(&app, token, id, &foreign.body["uploadId"]).await.code(), code);
        assert_eq!(remove_logo(&app, token, id).await.code(), code);
    }
}

#[tokio::test]
async fn a_csv_file_cannot_be_fetched() {
    let app = TestApp::new().await;
    let coordinator = app.coordinator().await;
    let csv = upload(&app, &coordinator, "import", b"a;b".to_vec()).await;
    let path = format!("/files/{}", csv.body["uploadId"].as_str().unwrap());
    let reply = app.call(Request::builder().uri(path.parse().unwrap()).finish()).await;
    assert_eq!((reply.status, reply.code()), (404, "NOT_FOUND"));
}
