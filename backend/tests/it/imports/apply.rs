//! `importApply`: all of it or nothing, and only what was previewed.

use serde_json::json;

use super::{ORGANISATIONS, app, apply, counts, id_of, preview};

#[tokio::test]
async fn organisations_people_and_offers_are_written() {
    let (app, coordinator) = app().await;
    let id = id_of(&preview(&app, &coordinator, "ORGANISATIONS", ORGANISATIONS).await);
    let reply = apply(&app, &coordinator, &id).await;
    assert_eq!(reply.data()["importApply"]["import"]["state"], "APPLIED");
    assert_eq!(app.count("SELECT COUNT(*) FROM organisation_terms", vec![]).await, 4);
    assert_eq!(app.count("SELECT COUNT(*) FROM contacts WHERE consented_at IS NOT NULL", vec![]).await, 1);
    assert_eq!(app.count("SELECT COUNT(*) FROM memberships WHERE state = 'active'", vec![]).await, 2);
    assert_eq!(app.count("SELECT COUNT(*) FROM files", vec![]).await, 0);

    let people = "email;vorname;nachname;organisation;rolle;netzwerkrolle\n\
        eva@a.example;Eva;Groß;Verein A e. V.;Vertretung;Steuerungsgruppe\n\
        eva@a.example;Eva;Groß;kammer_b;Mitarbeit;\n";
    let id = id_of(&preview(&app, &coordinator, "PEOPLE", people).await);
    apply(&app, &coordinator, &id).await.data();
    assert_eq!(app.count("SELECT COUNT(*) FROM affiliations", vec![]).await, 2);
    let eva = "SELECT COUNT(*) FROM people WHERE email = 'eva@a.example'";
    assert_eq!(app.count(eva, vec![]).await, 1);
    assert_eq!(app.count("SELECT COUNT(*) FROM network_roles", vec![]).await, 2);

    let offers = "key;organisation;titel;beschreibung;art;kosten;themen;zielgruppen;landkreise;webseite;status\n\
        kurs;verein_a;Deutsch am Abend;Kurs am Abend.;Kurs;kostenlos;Sprache;Unternehmen;landesweit;a.example;veröffentlicht\n";
    let id = id_of(&preview(&app, &coordinator, "OFFERS", offers).await);
    apply(&app, &coordinator, &id).await.data();
    assert_eq!(app.count("SELECT COUNT(*) FROM offers WHERE state = 'published'", vec![]).await, 1);

    let told = "SELECT COUNT(*) FROM audit_entries WHERE action LIKE '%_import' OR action = 'import_apply'";
    assert_eq!(app.count(told, vec![]).await, 2 + 2 + 1 + 3);
}

#[tokio::test]
async fn rows_with_errors_are_left_out() {
    let (app, coordinator) = app().await;
    let file = format!("{ORGANISATIONS}verein_c;Verein C;Bank;Zweck;;;;;\n");
    let reply = preview(&app, &coordinator, "ORGANISATIONS", file).await;
    assert_eq!(counts(&reply.data()["importPreview"]["import"]), "NEW 2, ERROR 1");
    apply(&app, &coordinator, &id_of(&reply)).await.data();
    assert_eq!(app.count("SELECT COUNT(*) FROM organisations", vec![]).await, 2);
}

#[tokio::test]
async fn a_preview_is_written_once() {
    let (app, coordinator) = app().await;
    let id = id_of(&preview(&app, &coordinator, "ORGANISATIONS", ORGANISATIONS).await);
    apply(&app, &coordinator, &id).await.data();
    assert_eq!(apply(&app, &coordinator, &id).await.code(), "STATE_FORBIDS");
    assert_eq!(
        apply(&app, &coordinator, &json!("import_00000000000000000000000000000001")).await.code(),
        "NOT_FOUND"
    );
}

#[tokio::test]
async fn what_has_changed_since_the_preview_is_not_overwritten() {
    let (app, coordinator) = app().await;
    let id = id_of(&preview(&app, &coordinator, "ORGANISATIONS", ORGANISATIONS).await);
    apply(&app, &coordinator, &id).await.data();
    let changed = ORGANISATIONS.replace("Vertritt Betriebe.", "Vertritt alle Betriebe.");
    let reply = preview(&app, &coordinator, "ORGANISATIONS", changed).await;
    assert_eq!(counts(&reply.data()["importPreview"]["import"]), "CHANGED 1, UNCHANGED 1");
    app.execute(
        "UPDATE organisations SET city = 'Köthen', version = version + 1 WHERE import_key = 'kammer_b'",
        vec![],
    )
    .await;
    assert_eq!(apply(&app, &coordinator, &id_of(&reply)).await.code(), "CONFLICT");
    let purpose = "SELECT purpose_de FROM organisations WHERE import_key = 'kammer_b'";
    assert_eq!(app.one_text(purpose, vec![]).await.unwrap(), "Vertritt Betriebe.");
}

#[tokio::test]
async fn a_change_touches_only_what_the_file_says() {
    let (app, coordinator) = app().await;
    let id = id_of(&preview(&app, &coordinator, "ORGANISATIONS", ORGANISATIONS).await);
    apply(&app, &coordinator, &id).await.data();
    let changed =
        "key;name;kind;purpose_de;website\nverein_a;Verein A e. V.;verein;Hilft beim Bleiben.;a.example\n";
    let reply = preview(&app, &coordinator, "ORGANISATIONS", changed).await;
    let rows = app.send(&coordinator, "ImportRows", json!({ "id": id_of(&reply) })).await;
    let changes = &rows.data()["import"]["rows"]["edges"][0]["node"]["changes"];
    assert_eq!(
        changes,
        &json!([
            { "column": "purpose_de", "from": "Hilft beim Ankommen.", "to": "Hilft beim Bleiben." },
            { "column": "website", "from": "", "to": "https://a.example" },
        ])
    );
    apply(&app, &coordinator, &id_of(&reply)).await.data();
    assert_eq!(app.count("SELECT COUNT(*) FROM organisation_terms", vec![]).await, 4);
    assert_eq!(app.one_text("SELECT name FROM contacts", vec![]).await.unwrap(), "Eva Groß");
}

#[tokio::test]
async fn ten_thousand_rows_are_written_in_time() {
    let (app, coordinator) = app().await;
    let rows: String =
        (0..10_000).map(|n| format!("x{n};Verein {n};verein;Zweck {n};halle;language\n")).collect();
    let file = format!("key;name;kind;purpose_de;districts;topics\n{rows}");
    let id = id_of(&preview(&app, &coordinator, "ORGANISATIONS", file.clone()).await);
    apply(&app, &coordinator, &id).await.data();
    assert_eq!(app.count("SELECT COUNT(*) FROM organisations", vec![]).await, 10_000);
    let again = preview(&app, &coordinator, "ORGANISATIONS", file).await;
    assert_eq!(counts(&again.data()["importPreview"]["import"]), "UNCHANGED 10000");
}
