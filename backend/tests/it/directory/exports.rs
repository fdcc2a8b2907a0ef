//! `/export/...`: lists as CSV, single entries as vCard.

use serde_json::json;
use verbund_shared::id::OrganisationId;

use crate::support::{Download, TestApp};

async fn get(app: &TestApp, path: &str) -> Download {
    app.download("", path).await
}

async fn with_an_offer() -> (TestApp, OrganisationId, String) {
    let app = TestApp::new().await;
    let coordinator = app.coordinator().await;
    let organisation = app.member_organisation("Bildungswerk; Grüne \"Jeetze\"").await;
    let offer = json!({
        "title": { "de": "=Sprachkurs", "en": "Language course" },
        "summary": { "de": "Deutsch;\nam Abend", "en": "" },
        "contactName": "Wiebke Jürgensen", "contactPhone": "+49 391 123-4",
        "contactEmail": "w@jeetze.example", "url": "https://jeetze.example",
    });
    let offer = app.published(&coordinator, organisation, offer).await;
    app.published(&coordinator, organisation, json!({ "title": { "de": "Beratung" } })).await;
    let id = offer["id"].as_str().unwrap().to_owned();
    (app, organisation, id)
}

#[tokio::test]
async fn offers_are_exported_as_the_page_shows_them() {
    let (app, _, id) = with_an_offer().await;
    let file = get(&app, "/export/offers.csv?q=abend&thema=language&lang=de").await;
    assert_eq!(file.kind, "text/csv; charset=utf-8");
    assert_eq!(file.name, "attachment; filename=\"verbund-offers.csv\"");
    let text = file.text.strip_prefix('\u{feff}').expect("a byte order mark");
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(text.as_bytes());
    let heads = reader.headers().unwrap().clone();
    assert_eq!(
        heads.iter().take(4).collect::<Vec<_>>(),
        ["Titel", "Beschreibung", "Organisation", "Art der Hilfe"]
    );
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), 1);
    let cell = |head: &str| &rows[0][heads.iter().position(|other| other == head).unwrap()];
    assert_eq!(cell("Titel"), "'=Sprachkurs");
    assert_eq!(cell("Beschreibung"), "Deutsch;\nam Abend");
    assert_eq!(cell("Organisation"), "Bildungswerk; Grüne \"Jeetze\"");
    assert_eq!(cell("Telefon"), "+49 391 123 4");
    assert_eq!(cell("Art der Hilfe"), "Kurs");
    assert_eq!(cell("Seite im Verzeichnis"), format!("https://network.example/angebote/{id}"));

    let english = get(&app, "/export/offers.csv?q=abend&lang=en").await;
    assert!(english.text.contains("Title;Description;Organisation"));
    assert!(english.text.contains("Language course"));
}

#[tokio::test]
async fn members_are_exported_as_the_page_shows_them() {
    let (app, organisation, _) = with_an_offer().await;
    app.organisation_without_membership("Anwärter").await;
    let file = get(&app, "/export/members.csv?lang=de").await;
    assert!(file.text.contains("\"Bildungswerk; Grüne \"\"Jeetze\"\"\""), "{}", file.text);
    assert!(file.text.contains(&format!("/mitglieder/{organisation}")));
    assert!(!file.text.contains("Anwärter"));
    assert_eq!(get(&app, "/export/members.csv?art=company").await.text.lines().count(), 1);
}

#[tokio::test]
async fn an_offer_is_a_vcard_of_its_contact() {
    let (app, _, id) = with_an_offer().await;
    let card = get(&app, &format!("/export/offers/{id}.vcf?lang=de")).await;
    assert_eq!(card.kind, "text/vcard; charset=utf-8");
    let text = card.text.replace("\r\n ", "");
    assert!(text.starts_with("BEGIN:VCARD\r\nVERSION:4.0\r\nKIND:individual\r\n"), "{text}");
    for line in [
        "FN:Wiebke Jürgensen",
        "ORG:Bildungswerk\\; Grüne \"Jeetze\"",
        "EMAIL;TYPE=work:w@jeetze.example",
        "TEL;VALUE=uri;TYPE=\"voice,work\":tel:+493911234",
        "END:VCARD",
    ] {
        assert!(text.contains(&format!("{line}\r\n")), "{line} in {text}");
    }
}

#[tokio::test]
async fn a_member_is_a_vcard_with_the_contacts_who_agreed() {
    let (app, organisation, _) = with_an_offer().await;
    let now = app.clock.now();
    for (name, consented) in [("Anna Offen", Some(now)), ("Berta Geheim", None)] {
        app.execute(
            "INSERT INTO contacts (id, organisation_id, name, consented_at) VALUES ($1, $2, $3, $4)",
            vec![app.clock.new_id().into(), organisation.0.into(), name.into(), consented.into()],
        )
        .await;
    }
    let card = get(&app, &format!("/export/members/{organisation}.vcf")).await;
    assert_eq!(card.text.matches("BEGIN:VCARD").count(), 2);
    assert!(card.text.contains("FN:Anna Offen") && !card.text.contains("Berta"));
}

#[tokio::test]
async fn what_the_public_does_not_see_is_not_exported() {
    let (app, organisation, id) = with_an_offer().await;
    app.execute("UPDATE offers SET state = 'archived'", vec![]).await;
    app.execute("UPDATE memberships SET state = 'suspended'", vec![]).await;
    for path in [
        format!("/export/offers/{id}.vcf"),
        format!("/export/members/{organisation}.vcf"),
        format!("/export/members/{id}.vcf"),
        "/export/offers/x.vcf".to_owned(),
        format!("/export/offers/{id}"),
        "/export/people.csv".to_owned(),
    ] {
        assert_eq!(get(&app, &path).await.status, 404, "{path}");
    }
}
