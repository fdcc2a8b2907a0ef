//! Files in an object store: a small one of our own stands in for S3.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex},
};

use chrono::TimeDelta;
use poem::{
    Body, EndpointExt as _, Response, Route, Server, handler,
    http::{Method, StatusCode, Uri},
    listener::{Acceptor as _, Listener as _, TcpListener},
    web::Data,
};
use serde_json::json;
use verbund::group_files::{service::sweep, storage::ObjectStore};

use super::{PDF, page, upload, uploaded};
use crate::tasks::Scene;

#[derive(Clone, Default)]
struct Objects {
    kept: Arc<Mutex<HashMap<String, Vec<u8>>>>,
    broken: Arc<Mutex<bool>>,
}

#[handler]
async fn serve(method: Method, uri: &Uri, body: Body, objects: Data<&Objects>) -> Response {
    let content = body.into_vec().await.unwrap();
    let signed = uri.query().is_some_and(|query| query.contains("X-Amz-Signature="));
    let mut kept = objects.kept.lock().unwrap();
    if !signed {
        return Response::builder().status(StatusCode::FORBIDDEN).finish();
    }
    if *objects.broken.lock().unwrap() {
        return Response::builder().status(StatusCode::SERVICE_UNAVAILABLE).finish();
    }
    match method {
        Method::PUT => {
            kept.insert(uri.path().to_owned(), content);
            Response::builder().finish()
        }
        Method::DELETE => {
            kept.remove(uri.path());
            Response::builder().status(StatusCode::NO_CONTENT).finish()
        }
        _ => match kept.get(uri.path()) {
            Some(content) => Response::builder().body(content.clone()),
            None => Response::builder().status(StatusCode::NOT_FOUND).finish(),
        },
    }
}

async fn scene_with_store() -> (Scene, Objects) {
    let objects = Objects::default();
    let acceptor = TcpListener::bind("127.0.0.1:0").into_acceptor().await.unwrap();
    let port = acceptor.local_addr()[0].as_socket_addr().unwrap().port();
    let routes = Route::new().nest_no_strip("/", serve).data(objects.clone());
    tokio::spawn(Server::new_with_acceptor(acceptor).run(routes));
    let store = ObjectStore::parse(&format!("http://key:secret@127.0.0.1:{port}/files")).unwrap();
    (Scene::with(|config| config.files_s3 = Some(store)).await, objects)
}

#[tokio::test]
async fn bytes_go_into_the_store_and_come_back() {
    let (scene, objects) = scene_with_store().await;
    let file = uploaded(&scene, &scene.mona, "a.pdf").await;
    let kept: Vec<String> = objects.kept.lock().unwrap().keys().cloned().collect();
    assert_eq!(kept.len(), 1);
    assert!(kept[0].starts_with("/files/") && !kept[0].contains("a.pdf"), "{kept:?}");
    let path = file["path"].as_str().unwrap();
    assert_eq!(scene.app.download(&scene.karl.token, path).await.text.as_bytes(), PDF);

    // Somebody else's hands on the store are noticed.
    *objects.kept.lock().unwrap().get_mut(&kept[0]).unwrap() = b"%PDF-1.7\nganz anders!!".to_vec();
    let changed = scene.app.download(&scene.karl.token, path).await;
    assert_eq!(changed.status, 500);
}

#[tokio::test]
async fn what_is_removed_is_swept_out_of_the_store_later() {
    let (scene, objects) = scene_with_store().await;
    let file = uploaded(&scene, &scene.mona, "a.pdf").await;
    scene.done(&scene.mona, "GroupFileRemove", json!({ "id": file["id"], "version": 1 })).await;
    assert_eq!(sweep(&scene.app.app).await.unwrap(), 0);
    scene.app.clock.advance(TimeDelta::hours(2));
    assert_eq!(sweep(&scene.app.app).await.unwrap(), 1);
    assert!(objects.kept.lock().unwrap().is_empty());
    assert_eq!(sweep(&scene.app.app).await.unwrap(), 0);
}

#[tokio::test]
async fn an_upload_that_fails_leaves_nothing_behind() {
    let (scene, objects) = scene_with_store().await;
    *objects.broken.lock().unwrap() = true;
    assert_eq!(upload(&scene, &scene.mona, "a.pdf", "", PDF).await.status, 500);
    *objects.broken.lock().unwrap() = false;
    let foreign = "&task=task_00000000000000000000000000000007";
    assert_eq!(upload(&scene, &scene.mona, "a.pdf", foreign, PDF).await.code(), "NOT_FOUND");
    assert_eq!(page(&scene, &scene.mona).await["totalCount"], 0);
    scene.app.clock.advance(TimeDelta::hours(2));
    assert_eq!(sweep(&scene.app.app).await.unwrap(), 2);
    assert!(objects.kept.lock().unwrap().is_empty());
}
