//! `POST /api/group-files`, `GET /group-files/<id>`, `groupFiles`, `groupFileChange`, `groupFileRemove`.

use serde_json::json;

use super::{PDF, page, upload, uploaded};
use crate::tasks::Scene;

#[tokio::test]
async fn a_member_uploads_and_others_take_it_along() {
    let scene = Scene::new().await;
    let file = uploaded(&scene, &scene.mona, "Gr%C3%BC%C3%9Fe.pdf").await;
    assert_eq!(
        (&file["name"], &file["contentType"], &file["size"], &file["uploadedBy"]["givenName"]),
        (&json!("Grüße.pdf"), &json!("application/pdf"), &json!(PDF.len()), &json!("mona"))
    );
    let seen = page(&scene, &scene.guest).await;
    assert_eq!((&seen["totalCount"], &seen["usedBytes"]), (&json!(1), &json!(PDF.len())));
    assert_eq!(
        (&seen["viewerCanAdd"], &seen["edges"][0]["node"]["viewerCan"]["manage"]),
        (&json!(false), &json!(false))
    );

    let path = file["path"].as_str().unwrap();
    let got = scene.app.download(&scene.guest.token, path).await;
    assert_eq!((got.status, got.kind.as_str(), got.text.as_bytes()), (200, "application/pdf", PDF));
    let request = poem::Request::builder()
        .uri(path.parse().unwrap())
        .header("authorization", format!("Bearer {}", scene.guest.token))
        .finish();
    let response = scene.app.raw(request).await;
    let headers = response.headers();
    assert!(
        headers["content-disposition"].to_str().unwrap().starts_with("attachment; filename=\"Gr__e.pdf\"")
    );
    assert_eq!(headers["cache-control"], "no-store");
    assert_eq!(headers["x-content-type-options"], "nosniff");
}

#[tokio::test]
async fn what_is_no_document_is_refused_whatever_it_is_called() {
    let scene = Scene::new().await;
    for content in [&b"MZ\x90\0"[..], b"<html><script>alert(1)</script>", b"PK\x03\x04zip", b"#!/bin/sh\n"] {
        let reply = upload(&scene, &scene.mona, "harmlos.pdf", "", content).await;
        assert_eq!((reply.status, reply.code()), (422, "FILE_TYPE"));
    }
    assert_eq!(upload(&scene, &scene.mona, "leer.pdf", "", b"").await.code(), "FILE_EMPTY");
    let large = vec![b'x'; 20 * 1024 * 1024 + 1];
    let reply = upload(&scene, &scene.mona, "gross.txt", "", &large).await;
    assert_eq!((reply.status, reply.code()), (413, "PAYLOAD_TOO_LARGE"));
    assert_eq!(page(&scene, &scene.mona).await["totalCount"], 0);
}

#[tokio::test]
async fn a_group_has_so_much_room_and_no_more() {
    let scene = Scene::with(|config| config.group_files_max = 50).await;
    uploaded(&scene, &scene.mona, "eins.pdf").await;
    let second = uploaded(&scene, &scene.mona, "zwei.pdf").await;
    let reply = upload(&scene, &scene.mona, "drei.pdf", "", PDF).await;
    assert_eq!((reply.status, reply.code()), (422, "QUOTA_EXCEEDED"));
    let input = json!({ "id": second["id"], "version": second["version"] });
    scene.done(&scene.mona, "GroupFileRemove", input).await;
    assert_eq!(scene.app.download(&scene.mona.token, second["path"].as_str().unwrap()).await.status, 404);
    uploaded(&scene, &scene.mona, "drei.pdf").await;
}

#[tokio::test]
async fn two_who_fill_the_last_room_at_once_do_not_both_get_it() {
    let scene = Scene::with(|config| config.group_files_max = 30).await;
    let (a, b) = futures::join!(
        upload(&scene, &scene.mona, "a.pdf", "", PDF),
        upload(&scene, &scene.karl, "b.pdf", "", PDF)
    );
    let mut statuses = [a.status, b.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 422]);
    assert_eq!(page(&scene, &scene.mona).await["totalCount"], 1);
}

#[tokio::test]
async fn a_file_is_renamed_with_a_note_and_keeps_its_ending() {
    let scene = Scene::new().await;
    let file = uploaded(&scene, &scene.mona, "alt.pdf").await;
    let input = |name: &str, version: i64| json!({ "id": file["id"], "version": version, "name": name, "note": "Entwurf" });
    scene.done(&scene.mona, "GroupFileChange", input("Neu.exe", 1)).await;
    let seen = page(&scene, &scene.mona).await;
    let node = &seen["edges"][0]["node"];
    assert_eq!(
        (&node["name"], &node["note"], &node["version"]),
        (&json!("Neu.exe.pdf"), &json!("Entwurf"), &json!(2))
    );
    assert_eq!(scene.act(&scene.mona, "GroupFileChange", input("Alt", 1)).await.code(), "CONFLICT");
    assert_eq!(scene.act(&scene.mona, "GroupFileChange", input(" ", 2)).await.fields(), ["name: REQUIRED"]);
    let remove = json!({ "id": file["id"], "version": 1 });
    assert_eq!(scene.act(&scene.mona, "GroupFileRemove", remove).await.code(), "CONFLICT");
    scene.is_over(&scene.chair, "GroupFileChange", input("Neu", 2)).await;
    assert_eq!(upload(&scene, &scene.mona, "spaet.pdf", "", PDF).await.code(), "STATE_FORBIDS");
}

#[tokio::test]
async fn a_file_can_belong_to_a_task_of_the_group() {
    let scene = Scene::new().await;
    let task = scene.task("Saal").await;
    let of_task = format!("&task={}", task["id"].as_str().unwrap());
    assert_eq!(upload(&scene, &scene.mona, "plan.pdf", &of_task, PDF).await.status, 200);
    uploaded(&scene, &scene.mona, "anderes.pdf").await;
    let variables = json!({ "groupId": scene.group, "taskId": task["id"] });
    let reply = scene.app.send(&scene.mona.token, "FilesOfTask", variables).await;
    let files = &reply.data()["groupFiles"]["edges"];
    assert_eq!(files.as_array().unwrap().len(), 1);
    assert_eq!(files[0]["node"]["task"]["title"], "Saal");
    let foreign = "&task=task_00000000000000000000000000000007";
    assert_eq!(upload(&scene, &scene.mona, "plan.pdf", foreign, PDF).await.code(), "NOT_FOUND");
    assert_eq!(upload(&scene, &scene.mona, "plan.pdf", "&task=x", PDF).await.code(), "NOT_FOUND");
}

#[tokio::test]
async fn a_list_takes_the_same_statements_however_long_it_is() {
    let scene = Scene::new().await;
    let mut counts = Vec::new();
    for more in [1, 9] {
        for number in 0..more {
            uploaded(&scene, &scene.mona, &format!("{more}-{number}.pdf")).await;
        }
        counts.push(scene.app.statements_of(page(&scene, &scene.karl)).await.0);
    }
    assert_eq!(counts[0], counts[1], "{counts:?}");
}
