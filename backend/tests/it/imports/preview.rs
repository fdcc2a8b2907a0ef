//! `importPreview`, `import` and `importDiscard`: what a file would do, and files that are no help.

use serde_json::{Value, json};

use super::{ORGANISATIONS, app, counts, id_of, preview, upload};
use crate::support::TestApp;

#[tokio::test]
async fn a_preview_tells_everything_and_writes_nothing() {
    let (app, coordinator) = app().await;
    let reply =
        preview(&app, &coordinator, "ORGANISATIONS", format!("{ORGANISATIONS}x;=X;Bank;Zweck;Bayern;;;;\n"))
            .await;
    let import = &reply.data()["importPreview"]["import"];
    assert_eq!(counts(import), "NEW 2, ERROR 1");
    assert_eq!((&import["state"], &import["fileName"]), (&json!("PREVIEWED"), &json!("liste.csv")));
    assert_eq!(app.count("SELECT COUNT(*) FROM organisations", vec![]).await, 0);

    let rows = app.send(&coordinator, "ImportRows", json!({ "id": import["id"], "outcome": "ERROR" })).await;
    let edges = &rows.data()["import"]["rows"]["edges"];
    assert_eq!(edges.as_array().unwrap().len(), 1);
    let row = &edges[0]["node"];
    assert_eq!((&row["line"], &row["label"]), (&json!(4), &json!("=X")));
    let notes: Vec<String> = row["notes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|note| format!("{} {}", note["column"], note["code"]))
        .collect();
    assert_eq!(
        notes,
        ["\"name\" \"FORMULA\"", "\"kind\" \"INVALID_VALUE\"", "\"districts\" \"UNKNOWN_REFERENCE\""]
    );
}

#[tokio::test]
async fn encodings_and_separators_of_offices_are_read() {
    let (app, coordinator) = app().await;
    let text = "key,name,kind,purpose_de\nx,Börde,verein,Zweck\n";
    let (latin, _, _) = encoding_rs::WINDOWS_1252.encode(text);
    for content in [
        text.as_bytes().to_vec(),
        format!("\u{feff}{text}").into_bytes(),
        latin.into_owned(),
        text.replace(',', "\t").into_bytes(),
    ] {
        let reply = preview(&app, &coordinator, "ORGANISATIONS", content).await;
        let rows = app.send(&coordinator, "ImportRows", json!({ "id": id_of(&reply) })).await;
        assert_eq!(rows.data()["import"]["rows"]["edges"][0]["node"]["label"], "Börde");
    }
}

#[tokio::test]
async fn files_that_cannot_be_read_say_why() {
    let (app, coordinator) = app().await;
    let many = format!("key;name;kind;purpose_de\n{}", "x;X;verein;Z\n".repeat(100_000));
    let cases: [(Vec<u8>, &str, Value); 7] = [
        (b"a\0\0\0b\0".to_vec(), "FILE_ENCODING", json!({})),
        (b" \n ".to_vec(), "FILE_EMPTY", json!({})),
        (b"key;name;kind;purpose_de\n".to_vec(), "FILE_EMPTY", json!({})),
        (b"key;name;kind\nx;X;verein\n".to_vec(), "COLUMN_MISSING", json!({ "column": "purpose_de" })),
        (
            b"key;name;kind;purpose_de;Farbe\nx;X;verein;Z;rot\n".to_vec(),
            "COLUMN_UNKNOWN",
            json!({ "column": "Farbe" }),
        ),
        (
            b"key;name;Name;kind;purpose_de\nx;X;X;verein;Z\n".to_vec(),
            "DUPLICATE",
            json!({ "column": "Name" }),
        ),
        (many.into_bytes(), "TOO_MANY_ROWS", json!({ "max": 10_000 })),
    ];
    for (content, code, params) in cases {
        let reply = preview(&app, &coordinator, "ORGANISATIONS", content).await;
        assert_eq!((reply.code(), &reply.body["errors"][0]["extensions"]["params"]), (code, &params));
    }
    assert_eq!(app.count("SELECT COUNT(*) FROM imports", vec![]).await, 0);
}

#[tokio::test]
async fn an_upload_belongs_to_who_uploaded_it() {
    let (app, coordinator) = app().await;
    let upload = upload(&app, &coordinator, ORGANISATIONS).await;
    let (other, token) = app.person("other@network.example").await;
    app.make_coordinator(other).await;
    for id in [upload, json!("file_00000000000000000000000000000001"), json!("x")] {
        let input = json!({ "input": { "kind": "PEOPLE", "uploadId": id } });
        assert_eq!(app.send(&token, "ImportPreview", input).await.code(), "NOT_FOUND");
    }
}

#[tokio::test]
async fn a_preview_put_aside_leaves_no_file_and_cannot_be_written() {
    let (app, coordinator) = app().await;
    let id = id_of(&preview(&app, &coordinator, "ORGANISATIONS", ORGANISATIONS).await);
    let discard = json!({ "input": { "id": id } });
    let reply = app.send(&coordinator, "ImportDiscard", discard.clone()).await;
    assert_eq!(reply.data()["importDiscard"]["import"]["state"], "DISCARDED");
    assert_eq!(app.count("SELECT COUNT(*) FROM files", vec![]).await, 0);
    assert_eq!(app.send(&coordinator, "ImportDiscard", discard).await.code(), "STATE_FORBIDS");
    assert_eq!(super::apply(&app, &coordinator, &id).await.code(), "STATE_FORBIDS");
}

#[tokio::test]
async fn only_coordinators_import() {
    let (app, coordinator) = app().await;
    let id = id_of(&preview(&app, &coordinator, "ORGANISATIONS", ORGANISATIONS).await);
    let steering = app.steering_member().await;
    for (token, code) in [("", "UNAUTHENTICATED"), (steering.as_str(), "FORBIDDEN")] {
        assert_eq!(app.send(token, "ImportRows", json!({ "id": id })).await.code(), code);
        assert_eq!(super::apply(&app, token, &id).await.code(), code);
        assert_eq!(app.send(token, "ImportDiscard", json!({ "input": { "id": id } })).await.code(), code);
        let input =
            json!({ "input": { "kind": "PEOPLE", "uploadId": "file_00000000000000000000000000000001" } });
        assert_eq!(app.send(token, "ImportPreview", input).await.code(), code);
    }
}

#[tokio::test]
async fn the_rows_cost_the_same_however_many() {
    let (app, coordinator) = app().await;
    let many: String = (0..100).map(|number| format!("x{number};X{number};verein;Z\n")).collect();
    let id = id_of(
        &preview(&app, &coordinator, "ORGANISATIONS", format!("key;name;kind;purpose_de\n{many}")).await,
    );
    let read = async |app: &TestApp, first: i32| {
        app.statements_of(app.send(&coordinator, "ImportRows", json!({ "id": id, "first": first }))).await
    };
    let (one, _) = read(&app, 1).await;
    let (hundred, reply) = read(&app, 100).await;
    assert_eq!(reply.data()["import"]["rows"]["edges"].as_array().unwrap().len(), 100);
    assert_eq!(one, hundred);
}
