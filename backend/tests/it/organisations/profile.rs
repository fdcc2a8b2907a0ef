//! `organisationCreate`, `organisationUpdate` and reading one organisation.

use serde_json::{Value, json};
use verbund_shared::{id::OrganisationId, people::AffiliationRole, terms::TermKind};

use super::profile;
use crate::support::{Reply, TestApp};

async fn update(app: &TestApp, token: &str, id: OrganisationId, version: i32, change: Value) -> Reply {
    let input = json!({ "id": id, "version": version, "profile": profile(change) });
    app.send(token, "OrganisationUpdate", json!({ "input": input })).await
}

async fn create(app: &TestApp, token: &str, change: Value) -> Reply {
    let input = json!({ "profile": profile(change), "reason": "Beschluss 3" });
    app.send(token, "OrganisationCreate", json!({ "input": input })).await
}

#[tokio::test]
async fn a_representative_changes_the_profile_in_two_languages() {
    let app = TestApp::new().await;
    let id = app.member("Verein").await;
    let representative = app.member_of(id, AffiliationRole::Representative, "rep@verein.example").await;
    let topic = app.term(TermKind::Topic, "language").await;
    let district = app.term(TermKind::District, "halle").await;

    let reply = update(&app, &representative, id, 1, json!({ "terms": [topic, district, topic] })).await;
    let organisation = &reply.data()["organisationUpdate"]["organisation"];
    assert_eq!(organisation["version"], 2);

    let seen = app.send("", "OrganisationProfile", json!({ "id": id })).await;
    let seen = &seen.data()["organisation"];
    assert_eq!(seen["name"], "Ankommen in Halle e. V.");
    assert_eq!(seen["purpose"], json!({ "de": "Hilft.", "en": "Helps." }));
    assert_eq!(seen["website"], "https://ankommen.example");
    assert_eq!(seen["email"], "post@ankommen.example");
    assert_eq!(seen["terms"].as_array().unwrap().len(), 2);
    assert_eq!(seen["viewerCan"]["edit"], false);
}

#[tokio::test]
async fn markup_and_every_script_are_kept_as_they_were_typed() {
    let app = TestApp::new().await;
    let id = app.member("Verein").await;
    let coordinator = app.coordinator().await;
    let name = "<b>Žofia & Söhne</b> \"' 李 日本 हिन्दी ไทย";
    let purpose = "<script>alert('x')</script>\nПомощь — مساعدة — עזרה 🤝\n=1+1";
    let change = json!({ "name": name, "purpose": { "de": purpose, "en": "" } });
    update(&app, &coordinator, id, 1, change).await.data();
    let seen = app.send("", "OrganisationProfile", json!({ "id": id })).await;
    assert_eq!(seen.data()["organisation"]["name"], name);
    assert_eq!(seen.data()["organisation"]["purpose"]["de"], purpose);
}

#[tokio::test]
async fn wrong_fields_are_named() {
    let app = TestApp::new().await;
    let id = app.member("Verein").await;
    let coordinator = app.coordinator().await;
    let wrong = json!({
        "name": " ", "purpose": { "de": "", "en": "" }, "website": "javascript:alert(1)",
        "email": "nobody", "phone": "call me", "terms": ["term_00000000000000000000000000000001"],
    });
    let reply = update(&app, &coordinator, id, 1, wrong).await;
    assert_eq!(reply.code(), "VALIDATION");
    assert_eq!(
        reply.fields(),
        [
            "terms.0: UNKNOWN_REFERENCE",
            "name: REQUIRED",
            "purpose.de: REQUIRED",
            "website: INVALID_URL",
            "email: INVALID_EMAIL",
            "phone: INVALID_PHONE",
        ]
    );
}

#[tokio::test]
async fn a_stale_edit_is_refused() {
    let app = TestApp::new().await;
    let id = app.member("Verein").await;
    let coordinator = app.coordinator().await;
    update(&app, &coordinator, id, 1, json!({})).await.data();
    let reply = update(&app, &coordinator, id, 1, json!({})).await;
    assert_eq!(reply.code(), "CONFLICT");
    assert_eq!(reply.body["errors"][0]["extensions"]["params"]["currentVersion"], 2);
}

#[tokio::test]
async fn two_who_save_at_once_do_not_overwrite_each_other() {
    let app = TestApp::new().await;
    let id = app.member("Verein").await;
    let coordinator = app.coordinator().await;
    let (one, other) = futures::join!(
        update(&app, &coordinator, id, 1, json!({ "city": "Halle" })),
        update(&app, &coordinator, id, 1, json!({ "city": "Harz" })),
    );
    let mut codes = [one.code().to_owned(), other.code().to_owned()];
    codes.sort();
    assert_eq!(codes, ["", "CONFLICT"]);
}

#[tokio::test]
async fn only_its_representatives_and_coordinators_may_edit() {
    let app = TestApp::new().await;
    let id = app.member("Verein").await;
    let other = app.member("Anderer").await;
    let staff = app.member_of(id, AffiliationRole::Staff, "staff@verein.example").await;
    let foreign = app.member_of(other, AffiliationRole::Representative, "rep@anderer.example").await;
    assert_eq!(update(&app, "", id, 1, json!({})).await.code(), "UNAUTHENTICATED");
    for token in [&staff, &foreign, &app.steering_member().await] {
        assert_eq!(update(&app, token, id, 1, json!({})).await.code(), "FORBIDDEN");
    }
    let unknown = OrganisationId(app.clock.new_id());
    let coordinator = app.coordinator().await;
    assert_eq!(update(&app, &coordinator, unknown, 1, json!({})).await.code(), "NOT_FOUND");
}

#[tokio::test]
async fn a_coordinator_makes_an_organisation_that_is_a_member() {
    let app = TestApp::new().await;
    let coordinator = app.coordinator().await;
    let reply = create(&app, &coordinator, json!({})).await;
    let organisation = reply.data()["organisationCreate"]["organisation"].clone();
    assert_eq!(organisation["memberSince"], "2026-03-02");
    let seen = app.send("", "OrganisationProfile", json!({ "id": organisation["id"] })).await;
    assert_eq!(seen.data()["organisation"]["membershipState"], "ACTIVE");

    let again = create(&app, &coordinator, json!({ "name": "ANKOMMEN in  Halle e. V." })).await;
    assert_eq!(again.fields(), ["name: DUPLICATE"]);
    assert_eq!(create(&app, &coordinator, json!({ "name": "" })).await.fields(), ["name: REQUIRED"]);
}

#[tokio::test]
async fn only_coordinators_make_organisations() {
    let app = TestApp::new().await;
    assert_eq!(create(&app, "", json!({})).await.code(), "UNAUTHENTICATED");
    let steering = app.steering_member().await;
    assert_eq!(create(&app, &steering, json!({})).await.code(), "FORBIDDEN");
}
