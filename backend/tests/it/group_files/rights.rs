//! Who may do what with a group's files.

use serde_json::json;

use super::{PDF, page, upload, uploaded};
use crate::tasks::{Scene, Somebody};

#[tokio::test]
async fn only_those_who_work_in_the_group_upload() {
    let scene = Scene::new().await;
    let visitor = Somebody { token: String::new(), id: String::new(), email: String::new() };
    for (who, status, code) in [
        (&visitor, 401, "UNAUTHENTICATED"),
        (&scene.outsider, 404, "NOT_FOUND"),
        (&scene.guest, 403, "FORBIDDEN"),
    ] {
        let reply = upload(&scene, who, "a.pdf", "", PDF).await;
        assert_eq!((reply.status, reply.code()), (status, code), "{}", who.email);
    }
}

#[tokio::test]
async fn what_is_inside_a_group_does_not_exist_for_others() {
    let scene = Scene::new().await;
    let file = uploaded(&scene, &scene.mona, "a.pdf").await;
    let path = file["path"].as_str().unwrap();
    assert_eq!(scene.app.download("", path).await.status, 401);
    assert_eq!(scene.app.download(&scene.outsider.token, path).await.status, 404);
    let variables = json!({ "groupId": scene.group });
    assert_eq!(scene.app.send(&scene.outsider.token, "GroupFilesPage", variables).await.code(), "NOT_FOUND");
}

#[tokio::test]
async fn whoever_uploaded_or_leads_the_group_manages_a_file() {
    let scene = Scene::new().await;
    let file = uploaded(&scene, &scene.mona, "a.pdf").await;
    let input = json!({ "id": file["id"], "version": 1, "name": "b", "note": "" });
    scene.is_refused("GroupFileChange", &input).await;
    scene.is_refused("GroupFileRemove", &json!({ "id": file["id"], "version": 1 })).await;
    assert_eq!(scene.act(&scene.karl, "GroupFileChange", input.clone()).await.code(), "FORBIDDEN");
    scene.done(&scene.mona, "GroupFileChange", input).await;
    scene.done(&scene.chair, "GroupFileRemove", json!({ "id": file["id"], "version": 2 })).await;
    assert_eq!(page(&scene, &scene.mona).await["totalCount"], 0);
}

#[tokio::test]
async fn papers_of_internal_items_are_not_for_guests() {
    let scene = Scene::new().await;
    let group: verbund_shared::id::GroupId = scene.group.parse().unwrap();
    let item = verbund_shared::id::AgendaItemId(scene.app.clock.new_id());
    scene
        .app
        .execute(
            "INSERT INTO agenda_items (id, group_id, kind, title, internal, state, created_at, updated_at) \
             VALUES ($1, $2, 'discussion', 'Personal', true, 'submitted', $3, $3)",
            vec![item.0.into(), group.0.into(), scene.app.clock.now().into()],
        )
        .await;
    assert_eq!(upload(&scene, &scene.mona, "intern.pdf", &format!("&item={item}"), PDF).await.status, 200);
    let seen = page(&scene, &scene.karl).await;
    assert_eq!(seen["edges"][0]["node"]["agendaItem"]["title"], "Personal");
    let hidden = page(&scene, &scene.guest).await;
    assert_eq!((&hidden["totalCount"], hidden["edges"].as_array().unwrap().len()), (&json!(0), 0));
    let path = seen["edges"][0]["node"]["path"].as_str().unwrap();
    assert_eq!(scene.app.download(&scene.guest.token, path).await.status, 404);
    assert_eq!(scene.app.download(&scene.karl.token, path).await.status, 200);
}
