//! `viewer`, `profileUpdate`, `ownDataExport`, what others did with one's data.

use serde_json::{Value, json};
use verbund_shared::people::AffiliationRole;

use crate::support::TestApp;

const ANNA: &str = "anna@network.example";

fn profile(version: i32, given: &str) -> Value {
    json!({ "input": { "version": version, "givenName": given, "familyName": "Anders", "locale": "EN" } })
}

#[tokio::test]
async fn a_visitor_is_nobody() {
    let app = TestApp::new().await;
    for operation in ["AccountProfile", "AccountSecurity", "AccountSessions", "AccountDataAccesses"] {
        assert_eq!(app.send("", operation, json!({})).await.data()["viewer"], Value::Null);
    }
}

#[tokio::test]
async fn names_and_language_are_changed() {
    let app = TestApp::new().await;
    app.account(ANNA).await;
    let (token, _) = app.signed_in(ANNA).await;
    let reply = app.send(&token, "ProfileUpdate", profile(1, " Žofia 李 <b>")).await;
    let person = &reply.data()["profileUpdate"]["person"];
    assert_eq!(person["givenName"], "Žofia 李 <b>");
    assert_eq!(person["locale"], "EN");
    assert_eq!(person["version"], 2);
    assert_eq!(app.send(&token, "ProfileUpdate", profile(1, "x")).await.code(), "CONFLICT");
    assert_eq!(app.send(&token, "ProfileUpdate", profile(2, " ")).await.fields(), ["givenName: REQUIRED"]);
    assert_eq!(app.send("", "ProfileUpdate", profile(1, "x")).await.code(), "UNAUTHENTICATED");
}

#[tokio::test]
async fn the_navigation_knows_what_one_may_do() {
    let app = TestApp::new().await;
    let organisation = app.bare_organisation("Verein").await;
    let can = async |token: &str| app.send(token, "Viewer", json!({})).await.data()["viewer"]["can"].clone();
    let staff = app.member_of(organisation, AffiliationRole::Staff, "staff@network.example").await;
    let representative =
        app.member_of(organisation, AffiliationRole::Representative, "r@network.example").await;
    let flags = |organisation: bool, applications: bool, coordinate: bool| json!({ "manageOrganisation": organisation, "reviewApplications": applications, "coordinate": coordinate });
    assert_eq!(can(&staff).await, flags(false, false, false));
    assert_eq!(can(&representative).await, flags(true, false, false));
    assert_eq!(can(&app.steering_member().await).await, flags(false, true, false));
    assert_eq!(can(&app.coordinator().await).await, flags(false, true, true));
}

#[tokio::test]
async fn the_own_data_come_as_one_file_without_secrets() {
    let app = TestApp::new().await;
    let person = app.account(ANNA).await;
    let (token, _) = app.signed_in(ANNA).await;
    let (_, codes) = app.with_second_factor(&token).await;
    let reply = app.send(&token, "OwnDataExport", json!({})).await;
    let export = &reply.data()["ownDataExport"];
    assert_eq!(export["fileName"], "verbund-2026-03-02.json");
    let text = export["json"].as_str().unwrap();
    let data: Value = serde_json::from_str(text).unwrap();
    assert_eq!(data["person"]["email"], ANNA);
    assert_eq!(data["signIn"]["passwordSet"], true);
    assert_eq!(data["devices"].as_array().unwrap().len(), 1);
    assert_eq!(data["mails"].as_array().unwrap().len(), 1);
    let actions: Vec<_> =
        data["auditTrail"].as_array().unwrap().iter().map(|entry| &entry["action"]).collect();
    for action in ["session_start", "second_factor_on", "own_data_export"] {
        assert!(actions.contains(&&json!(action)), "{action} is missing: {actions:?}");
    }
    for secret in ["argon2", "totp", "code_hash", &codes[0]] {
        assert!(!text.contains(secret), "{secret}");
    }
    assert_eq!(app.audited("own_data_export", person.0).await, 1);
    assert_eq!(app.send("", "OwnDataExport", json!({})).await.code(), "UNAUTHENTICATED");
}

#[tokio::test]
async fn what_others_did_with_ones_data_is_shown_page_by_page() {
    let app = TestApp::new().await;
    let person = app.account(ANNA).await;
    let (token, _) = app.signed_in(ANNA).await;
    let (office, _) = app.person("office@network.example").await;
    for _ in 0..3 {
        app.execute(
            "INSERT INTO audit_entries (id, at, actor_id, actor_kind, action, object_kind, subject_id, details) VALUES ($1, $2, $3, 'person', 'person_view', 'person', $4, $5)",
            vec![
                app.clock.new_id().into(),
                app.clock.now().into(),
                office.0.into(),
                person.0.into(),
                json!({}).into(),
            ],
        )
        .await;
        app.clock.advance(chrono::TimeDelta::seconds(1));
    }
    let first = app.send(&token, "AccountDataAccesses", json!({ "first": 2 })).await;
    let page = &first.data()["viewer"]["dataAccesses"];
    assert_eq!(page["edges"].as_array().unwrap().len(), 2);
    assert_eq!(page["edges"][0]["node"]["action"], "person_view");
    assert_eq!(page["edges"][0]["node"]["actorName"], "office Test");
    assert_eq!(page["pageInfo"]["hasNextPage"], true);
    let after = page["pageInfo"]["endCursor"].clone();
    let second = app.send(&token, "AccountDataAccesses", json!({ "first": 2, "after": after })).await;
    // What one did oneself, such as signing in, is not a look of somebody else.
    assert_eq!(second.data()["viewer"]["dataAccesses"]["edges"].as_array().unwrap().len(), 1);
    let wrong = app.send(&token, "AccountDataAccesses", json!({ "first": 1000 })).await;
    assert_eq!(wrong.fields(), ["first: INVALID_VALUE"]);
}

#[tokio::test]
async fn past_roles_are_shown_only_in_the_own_profile() {
    let app = TestApp::new().await;
    let organisation = app.bare_organisation("Verein").await;
    let token = app.member_of(organisation, AffiliationRole::Staff, ANNA).await;
    app.execute("UPDATE affiliations SET until_day = $1", vec![app.app.today().pred_opt().unwrap().into()])
        .await;
    let profile = app.send(&token, "AccountProfile", json!({})).await;
    assert_eq!(profile.data()["viewer"]["affiliations"].as_array().unwrap().len(), 1);
    let now = app.send(&token, "Viewer", json!({})).await;
    assert_eq!(now.data()["viewer"]["affiliations"].as_array().unwrap().len(), 0);
}
