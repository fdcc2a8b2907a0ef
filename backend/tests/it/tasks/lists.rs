//! `tasks` and their export.

use serde_json::{Value, json};

use super::{Scene, Somebody, with};
use crate::support::Reply;

async fn list(scene: &Scene, who: &Somebody, filter: Value, more: Value) -> Reply {
    let mut all = json!({ "filter": filter, "order": "DUE", "first": 100 });
    for (name, value) in more.as_object().unwrap() {
        all[name] = value.clone();
    }
    scene.app.send(&who.token, "TasksPage", all).await
}

fn titles(reply: &Reply) -> Vec<String> {
    let edges = reply.data()["tasks"]["edges"].as_array().unwrap();
    edges.iter().map(|edge| edge["node"]["title"].as_str().unwrap().to_owned()).collect()
}

/// Some tasks, each with something of its own.
async fn some(scene: &Scene) {
    let mut input = scene.new_task("Überfällig");
    input["task"]["due"] = json!("2026-03-01");
    scene.done(&scene.mona, "TaskCreate", input).await;
    let mut input = scene.new_task("Von Mona");
    input["task"]["due"] = json!("2026-03-20");
    input["responsibleId"] = json!(scene.mona.id);
    input["task"]["text"] = json!("Mit *Straße* im Text");
    scene.done(&scene.chair, "TaskCreate", input).await;
    let blocked = scene.task("Blockiert").await;
    scene.done(&scene.chair, "TaskBlock", with(&blocked, json!({ "reason": "=1+1" }))).await;
    let done = scene.task("Erledigt").await;
    scene.done(&scene.chair, "TaskMove", with(&done, json!({ "state": "DONE" }))).await;
    scene.done(&scene.karl, "TaskWatch", json!({ "id": blocked["id"] })).await;
}

#[tokio::test]
async fn each_filter_finds_its_tasks() {
    let scene = Scene::new().await;
    some(&scene).await;
    let all = vec!["Überfällig", "Von Mona", "Blockiert", "Erledigt"];
    for (who, filter, found) in [
        (&scene.mona, json!({}), all.clone()),
        (&scene.mona, json!({ "groupId": scene.group }), all),
        (&scene.mona, json!({ "mine": true }), vec!["Von Mona"]),
        (&scene.mona, json!({ "mine": true, "assignment": "ASKED" }), vec!["Von Mona"]),
        (&scene.mona, json!({ "mine": true, "assignment": "CONFIRMED" }), vec![]),
        (&scene.chair, json!({ "responsibleId": scene.mona.id }), vec!["Von Mona"]),
        (&scene.mona, json!({ "createdByMe": true }), vec!["Überfällig"]),
        (&scene.karl, json!({ "watchedByMe": true }), vec!["Blockiert"]),
        (&scene.karl, json!({ "overdue": true }), vec!["Überfällig"]),
        (&scene.karl, json!({ "blocked": true }), vec!["Blockiert"]),
        (&scene.karl, json!({ "states": ["DONE", "CANCELLED"] }), vec!["Erledigt"]),
        (&scene.karl, json!({ "organisationId": scene.organisation }), vec!["Von Mona"]),
        (&scene.karl, json!({ "text": "strasse mona" }), vec!["Von Mona"]),
        (&scene.karl, json!({ "text": "UEBERFAELLIG" }), vec!["Überfällig"]),
        (&scene.karl, json!({ "text": "100%" }), vec![]),
        (&scene.outsider, json!({}), vec![]),
    ] {
        let reply = list(&scene, who, filter.clone(), json!({})).await;
        assert_eq!(titles(&reply), found, "{filter}");
        assert_eq!(reply.data()["tasks"]["totalCount"], found.len(), "{filter}");
    }
    assert_eq!(
        scene.app.send("", "TasksPage", json!({ "filter": {}, "order": "DUE" })).await.code(),
        "UNAUTHENTICATED"
    );
    let coordinator = scene.app.coordinator().await;
    let all = scene.app.send(&coordinator, "TasksPage", json!({ "filter": {}, "order": "NEWEST" })).await;
    assert_eq!(titles(&all), ["Erledigt", "Blockiert", "Von Mona", "Überfällig"]);
}

#[tokio::test]
async fn each_order_continues_after_its_cursor() {
    let scene = Scene::new().await;
    some(&scene).await;
    for order in ["DUE", "NEWEST"] {
        let whole = titles(&list(&scene, &scene.mona, json!({}), json!({ "order": order })).await);
        let (mut found, mut after) = (Vec::new(), json!(null));
        loop {
            let more = json!({ "order": order, "first": 1, "after": after });
            let page = list(&scene, &scene.mona, json!({}), more).await;
            found.extend(titles(&page));
            let info = page.data()["tasks"]["pageInfo"].clone();
            after = info["endCursor"].clone();
            if info["hasNextPage"] == false {
                break;
            }
        }
        assert_eq!(found, whole, "{order}");
        let other = if order == "DUE" { "NEWEST" } else { "DUE" };
        let wrong = list(&scene, &scene.mona, json!({}), json!({ "order": other, "after": after })).await;
        assert_eq!(wrong.fields(), ["after: INVALID_VALUE"]);
    }
}

#[tokio::test]
async fn a_list_takes_the_same_number_of_statements_however_long_it_is() {
    let scene = Scene::new().await;
    let (mut counts, mut made) = (Vec::new(), 0);
    for n in [1, 10, 100] {
        while made < n {
            scene.task_of(&format!("{made}"), &scene.mona).await;
            made += 1;
        }
        let (statements, reply) =
            scene.app.statements_of(list(&scene, &scene.chair, json!({}), json!({}))).await;
        assert_eq!(titles(&reply).len(), n);
        counts.push(statements);
    }
    // Five to know who asks; the page with groups, organisations, checklists, comments, watchers and
    // people; the total.
    assert_eq!(counts, [13, 13, 13]);
}

#[tokio::test]
async fn a_list_is_exported_as_it_is_filtered() {
    let scene = Scene::new().await;
    some(&scene).await;
    assert_eq!(scene.app.download("", "/export/tasks.csv").await.status, 401);
    let rows = scene.app.download(&scene.mona.token, "/export/tasks.csv?lang=de").await.rows();
    assert_eq!(rows.len(), 5);
    let cell = |title: &str, head: &str| {
        let at = |name: &str| rows[0].iter().position(|other| other == name).unwrap();
        let row = rows.iter().find(|row| row[at("Aufgabe")] == title).unwrap();
        row[at(head)].clone()
    };
    assert_eq!(cell("Blockiert", "Blockiert durch"), "'=1+1");
    assert!(cell("Blockiert", "Seite der Aufgabe").starts_with("https://network.example/aufgaben/task_"));
    assert_eq!(cell("Von Mona", "Zuständig"), "mona Test");
    assert_eq!(cell("Von Mona", "Beschreibung"), "Mit Straße im Text");
    assert_eq!(
        (cell("Erledigt", "Stand"), cell("Von Mona", "Zuständigkeit")),
        ("erledigt".into(), "angefragt".into())
    );
    for (query, found) in [
        (format!("gruppe={}&stand=open", scene.group), 3),
        ("ansicht=meine".to_owned(), 1),
        ("ansicht=angefragt".to_owned(), 1),
        ("ansicht=erstellt".to_owned(), 1),
        ("ansicht=beobachtet".to_owned(), 2),
        ("ueberfaellig=1".to_owned(), 1),
        ("blockiert=1".to_owned(), 1),
        (format!("person={}&organisation={}&q=text", scene.mona.id, scene.organisation), 1),
    ] {
        let path = format!("/export/tasks.csv?lang=en&ordnung=newest&{query}");
        assert_eq!(scene.app.download(&scene.mona.token, &path).await.rows().len(), found + 1, "{query}");
    }
    assert_eq!(scene.app.download(&scene.outsider.token, "/export/tasks.csv").await.rows().len(), 1);
    assert_eq!(scene.app.download(&scene.mona.token, "/export/tasks.csv?gruppe=x").await.status, 404);
}
