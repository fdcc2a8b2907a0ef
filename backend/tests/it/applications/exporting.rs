//! `/export/applications.csv`.

use chrono::TimeDelta;
use serde_json::json;
use verbund_shared::people::AffiliationRole;

use super::{confirmed, file, in_review};
use crate::support::TestApp;

const ALL: &str = "/export/applications.csv?stand=alle&lang=de";

#[tokio::test]
async fn the_list_is_taken_along_as_it_is_filtered() {
    let app = TestApp::new().await;
    let steering = app.steering_member().await;
    file(&app, json!({ "organisationName": "=Unbestätigt", "contactEmail": "u@neu.example" })).await.data();
    app.clock.advance(TimeDelta::seconds(1));
    confirmed(&app, json!({ "contactPhone": "+49 345 1234-5" })).await;

    let found = app.download(&steering, ALL).await;
    assert_eq!(found.kind, "text/csv; charset=utf-8");
    assert_eq!(found.name, "attachment; filename=\"verbund-applications.csv\"");
    let rows = found.rows();
    assert_eq!(rows[0][..3], ["Name der Organisation", "Stand", "Art der Organisation"]);
    assert_eq!(rows.len(), 3);
    assert_eq!(rows[1][..2], ["Neuland e. V.", "neu"]);
    assert_eq!(rows[1][9..12], ["Eva Muster", "eva@neu.example", "+49 345 1234 5"]);
    assert_eq!(rows[1][13], "2026-03-02");
    assert!(rows[1][16].contains("/verwaltung/antraege/"));
    // Never a formula.
    assert_eq!(rows[2][0], "'=Unbestätigt");

    // Without a state the page shows what waits; so does the file.
    let waiting = app.download(&steering, "/export/applications.csv?lang=en").await.rows();
    assert_eq!((waiting.len(), waiting[1][1].as_str()), (2, "new"));
    let by_words = app.download(&steering, "/export/applications.csv?stand=alle&q=unbestaetigt").await.rows();
    assert_eq!(by_words.len(), 2);
    assert_eq!(app.download(&steering, "/export/applications.csv?stand=admitted").await.rows().len(), 1);
}

#[tokio::test]
async fn more_than_one_chunk_comes_whole() {
    let app = TestApp::new().await;
    let coordinator = app.coordinator().await;
    for number in 0..405 {
        app.execute(
            "INSERT INTO applications (id, state, organisation_name, search_key, kind, purpose, city, contact_given_name, contact_family_name, contact_email, motivation, locale, submitted_at, version) VALUES ($1, 'confirmed', $2, $2, 'association', 'x', 'Halle', 'Eva', 'Muster', 'e@neu.example', 'x', 'de', $3, 1)",
            vec![app.clock.new_id().into(), format!("Verein {number}").into(), app.clock.now().into()],
        )
        .await;
    }
    let rows = app.download(&coordinator, ALL).await.rows();
    let names: std::collections::BTreeSet<_> = rows.iter().skip(1).map(|row| row[0].clone()).collect();
    assert_eq!((rows.len(), names.len()), (406, 405));
}

#[tokio::test]
async fn taking_it_along_is_noted() {
    let app = TestApp::new().await;
    let coordinator = app.coordinator().await;
    in_review(&app, &coordinator).await;
    app.download(&coordinator, "/export/applications.csv?stand=in_review&q=neuland").await.rows();
    let trail =
        app.send(&coordinator, "AuditTrail", json!({ "filter": { "action": "application_export" } })).await;
    let entry = &trail.data()["auditEntries"]["edges"][0]["node"];
    assert_eq!(entry["actorName"], "coordinator Test");
    let details = json!([
        { "name": "count", "value": "1" },
        { "name": "states", "value": "in_review" },
        { "name": "words", "value": "neuland" },
    ]);
    assert_eq!(entry["details"], details);
}

#[tokio::test]
async fn nobody_else_gets_it() {
    let app = TestApp::new().await;
    let member = app.member("Verein").await;
    let representative = app.member_of(member, AffiliationRole::Representative, "rep@verein.example").await;
    for (token, status, code) in [
        ("", 401, "UNAUTHENTICATED"),
        (&representative, 403, "FORBIDDEN"),
        ("forged", 401, "UNAUTHENTICATED"),
    ] {
        let refused = app.download(token, ALL).await;
        assert_eq!(refused.status, status);
        assert!(refused.text.contains(code), "{}", refused.text);
    }
    assert_eq!(
        app.count("SELECT COUNT(*) FROM audit_entries WHERE action = 'application_export'", vec![]).await,
        0
    );
}
