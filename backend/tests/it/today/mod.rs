//! `today`: what waits for whom.

use chrono::{Days, TimeDelta};
use serde_json::{Value, json};
use verbund_shared::{id::OrganisationId, people::AffiliationRole};

use crate::support::TestApp;

async fn today(app: &TestApp, token: &str) -> Value {
    app.send(token, "Today", json!({})).await.data()["today"].clone()
}

fn kinds(items: &Value) -> Vec<String> {
    items.as_array().unwrap().iter().map(|item| item["kind"].as_str().unwrap().to_owned()).collect()
}

async fn representative(app: &TestApp, organisation: OrganisationId) -> String {
    app.member_of(organisation, AffiliationRole::Representative, "rep@verein.example").await
}

async fn file_application(app: &TestApp, email: &str) {
    let input = json!({
        "organisationName": "Neuland e. V.", "kind": "ASSOCIATION", "purpose": "Hilft beim Ankommen.",
        "website": "", "street": "Ring 3", "postalCode": "06108", "city": "Halle",
        "statewide": false, "terms": [], "contactGivenName": "Eva", "contactFamilyName": "Muster",
        "contactEmail": email, "contactPhone": "", "motivation": "Wir wollen mitmachen.", "locale": "DE",
    });
    app.send("", "ApplicationFile", json!({ "input": input })).await.data();
    let token = app.link_token(email, "/mitmachen/bestaetigen/").await.unwrap();
    app.send("", "ApplicationConfirm", json!({ "input": { "token": token } })).await.data();
}

#[tokio::test]
async fn a_visitor_has_nothing_to_do() {
    let app = TestApp::new().await;
    assert_eq!(app.send("", "Today", json!({})).await.code(), "UNAUTHENTICATED");
}

#[tokio::test]
async fn somebody_without_a_role_has_a_quiet_day() {
    let app = TestApp::new().await;
    let (_, token) = app.person("quiet@network.example").await;
    file_application(&app, "eva@neu.example").await;
    let today = today(&app, &token).await;
    assert_eq!((&today["waiting"], &today["next"]), (&json!([]), &json!([])));
    assert_eq!(today["day"], "2026-03-02");
}

#[tokio::test]
async fn a_coordinator_is_told_what_the_network_lacks() {
    let app = TestApp::new().await;
    let coordinator = app.coordinator().await;
    file_application(&app, "eva@neu.example").await;
    app.execute("UPDATE outbox SET state = 'failed'", vec![]).await;
    let today = today(&app, &coordinator).await;
    let expected = ["APPLICATION_REVIEW", "NETWORK_UNFINISHED", "MAIL_FAILED", "SECOND_FACTOR_OFF"];
    assert_eq!(kinds(&today["waiting"]), expected);
    let application = &today["waiting"][0];
    assert_eq!(application["name"]["de"], "Neuland e. V.");
    assert_eq!((&application["due"], &application["overdue"]), (&json!("2026-03-16"), &json!(false)));
    assert!(application["objectId"].as_str().unwrap().starts_with("application_"));
    assert!(today["waiting"][2]["count"].as_i64().unwrap() > 0);
}

#[tokio::test]
async fn the_steering_group_reviews_applications_and_nothing_else() {
    let app = TestApp::new().await;
    let steering = app.steering_member().await;
    file_application(&app, "eva@neu.example").await;
    assert_eq!(kinds(&today(&app, &steering).await["waiting"]), ["APPLICATION_REVIEW"]);
    app.clock.advance(TimeDelta::days(15));
    // By then the first access token has run out.
    let coordinator = app.coordinator().await;
    assert_eq!(today(&app, &coordinator).await["waiting"][0]["overdue"], true);
}

#[tokio::test]
async fn a_representative_checks_offers_and_completes_the_profile() {
    let app = TestApp::new().await;
    let (own, other) = (app.member("Verein").await, app.member("Anderer").await);
    let token = representative(&app, own).await;
    let foreign = app.member_of(other, AffiliationRole::Representative, "rep@anderer.example").await;
    for title in ["Später", "Bald", "Überfällig", "Fern"] {
        let title = json!({ "title": { "de": title, "en": "" } });
        app.published(&token, own, title).await;
    }
    app.published(&foreign, other, json!({})).await;
    for (title, days) in [("Später", 29), ("Bald", 14), ("Fern", 31)] {
        let day = app.app.today() + Days::new(days);
        app.execute(
            "UPDATE offers SET check_again_by = $1 WHERE title_de = $2",
            vec![day.into(), title.into()],
        )
        .await;
    }
    let yesterday = app.app.today() - Days::new(1);
    let late = vec![yesterday.into()];
    app.execute("UPDATE offers SET check_again_by = $1 WHERE title_de = 'Überfällig'", late).await;

    let today = today(&app, &token).await;
    assert_eq!(kinds(&today["waiting"]), ["OFFER_CHECK", "OFFER_CHECK", "PROFILE_INCOMPLETE"]);
    let names: Vec<_> = (0..2).map(|place| today["waiting"][place]["name"]["de"].clone()).collect();
    assert_eq!(names, ["Überfällig", "Bald"]);
    let (first, second) = (&today["waiting"][0], &today["waiting"][1]);
    assert_eq!((&first["overdue"], &second["overdue"]), (&json!(true), &json!(false)));
    assert_eq!(first["organisationName"], "Verein");
    assert_eq!(kinds(&today["next"]), ["OFFER_CHECK"]);
    assert_eq!(today["next"][0]["name"]["de"], "Später");

    // What the list shows is enough to confirm the offer there.
    let input = json!({ "id": first["objectId"], "version": first["version"] });
    app.send(&token, "OfferConfirm", json!({ "input": input })).await.data();
    assert_eq!(kinds(&crate::today::today(&app, &token).await["waiting"]).len(), 2);
}

#[tokio::test]
async fn invitations_without_an_answer_come_up_before_they_run_out() {
    let app = TestApp::new().await;
    let organisation = app.member("Verein").await;
    let coordinator = app.coordinator().await;
    let expires = app.clock.now() + TimeDelta::days(2);
    for (email, ends) in
        [("soon@verein.example", expires), ("later@verein.example", expires + TimeDelta::days(9))]
    {
        app.execute(
            "INSERT INTO invitations (id, email, given_name, family_name, locale, organisation_id, affiliation_role, from_day, token_hash, created_at, expires_at) VALUES ($1, $2, '', '', 'de', $3, 'staff', $4, $2, $5, $6)",
            vec![
                app.clock.new_id().into(),
                email.into(),
                organisation.0.into(),
                app.app.today().into(),
                app.clock.now().into(),
                ends.into(),
            ],
        )
        .await;
    }
    let token = representative(&app, organisation).await;
    for person in [&token, &coordinator] {
        let today = today(&app, person).await;
        let items = today["waiting"].as_array().unwrap();
        let invitations: Vec<_> = items.iter().filter(|item| item["kind"] == "INVITATION_ENDING").collect();
        assert_eq!(invitations.len(), 1);
        assert_eq!(invitations[0]["name"]["de"], "soon@verein.example");
        assert_eq!(
            (&invitations[0]["due"], &invitations[0]["organisationName"]),
            (&json!("2026-03-04"), &json!("Verein"))
        );
    }
}

#[tokio::test]
async fn roles_that_end_come_next() {
    let app = TestApp::new().await;
    let organisation = app.member("Verein").await;
    let token = representative(&app, organisation).await;
    let staff = app.member_of(organisation, AffiliationRole::Staff, "staff@verein.example").await;
    let end = app.app.today() + Days::new(60);
    app.execute("UPDATE affiliations SET until_day = $1 WHERE role = 'staff'", vec![end.into()]).await;
    for (person, own) in [(&token, false), (&staff, true)] {
        let next = today(&app, person).await["next"].clone();
        assert_eq!(kinds(&next), ["ROLE_ENDING"]);
        assert_eq!((&next[0]["affiliationRole"], &next[0]["own"]), (&json!("STAFF"), &json!(own)));
        assert_eq!((&next[0]["name"]["de"], &next[0]["due"]), (&json!("staff Test"), &json!("2026-05-01")));
    }
}

#[tokio::test]
async fn the_day_takes_the_same_number_of_statements_however_full_it_is() {
    let app = TestApp::new().await;
    let organisation = app.member("Verein").await;
    let token = representative(&app, organisation).await;
    let mut counts = Vec::new();
    let mut made = 0;
    for n in [1, 10, 50] {
        while made < n {
            app.published(&token, organisation, json!({})).await;
            made += 1;
        }
        app.execute("UPDATE offers SET check_again_by = $1", vec![app.app.today().into()]).await;
        let (statements, reply) = app.statements_of(app.send(&token, "Today", json!({}))).await;
        let waiting = kinds(&reply.data()["today"]["waiting"]);
        assert_eq!(waiting.iter().filter(|kind| *kind == "OFFER_CHECK").count(), n);
        counts.push(statements);
    }
    assert_eq!(counts, [counts[0]; 3]);
    assert!(counts[0] <= 19, "{counts:?}");
}
