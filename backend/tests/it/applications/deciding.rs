//! `applicationAdmit` and `applicationDecline`.

use serde_json::{Value, json};
use verbund_shared::{people::AffiliationRole, terms::TermKind};

use super::{EMAIL, confirmed, in_review, newest, step};
use crate::support::{Reply, TestApp, accounts::PASSWORD};

async fn admit(app: &TestApp, token: &str, id: &Value, version: &Value) -> Reply {
    step(app, token, "ApplicationAdmit", id, version, json!({ "reason": "Passt zu uns." })).await
}

async fn decline(app: &TestApp, token: &str, id: &Value, version: &Value) -> Reply {
    step(app, token, "ApplicationDecline", id, version, json!({ "reason": "Anderes Bundesland." })).await
}

#[tokio::test]
async fn admission_makes_organisation_membership_contact_and_invitation() {
    let app = TestApp::new().await;
    let steering = app.steering_member().await;
    let topic = app.term(TermKind::Topic, "language").await;
    confirmed(&app, json!({ "terms": [topic] })).await;
    let (id, version) = newest(&app, &steering).await;
    let reply = step(&app, &steering, "ApplicationStartReview", &id, &version, json!({})).await;
    let version = reply.data()["applicationStartReview"]["application"]["version"].clone();
    let reply = admit(&app, &steering, &id, &version).await;
    let application = &reply.data()["applicationAdmit"]["application"];
    assert_eq!(application["state"], "ADMITTED");

    let organisation = application["organisation"]["id"].clone();
    let seen = app.send("", "OrganisationProfile", json!({ "id": organisation })).await;
    let seen = &seen.data()["organisation"];
    assert_eq!((&seen["name"], &seen["memberSince"]), (&json!("Neuland e. V."), &json!("2026-03-02")));
    assert_eq!(seen["terms"][0]["key"], "language");
    assert_eq!(seen["contacts"], json!([]));
    assert_eq!(
        (app.mails(EMAIL, "application-admitted").await, app.mails(EMAIL, "invitation").await),
        (1, 1)
    );

    // The contact accepts, becomes the representative, and sees what is not public.
    let token = app.link_token(EMAIL, "/einladung/").await.unwrap();
    let account = json!({ "givenName": "Eva", "familyName": "Muster", "password": PASSWORD, "locale": "DE" });
    let input = json!({ "token": token, "account": account });
    app.send("", "InvitationAccept", json!({ "input": input })).await.data();
    let (representative, _) = app.signed_in(EMAIL).await;
    let own = app.send(&representative, "OrganisationToEdit", json!({ "id": organisation })).await;
    let own = &own.data()["organisation"];
    assert_eq!((&own["viewerCan"]["edit"], &own["contacts"][0]["email"]), (&json!(true), &json!(EMAIL)));
}

#[tokio::test]
async fn declining_tells_the_reason() {
    let app = TestApp::new().await;
    let coordinator = app.coordinator().await;
    let (id, version, follow) = in_review(&app, &coordinator).await;
    decline(&app, &coordinator, &id, &version).await.data();
    assert_eq!(app.mails(EMAIL, "application-declined").await, 1);
    let seen = app.send("", "ApplicationFollow", json!({ "token": follow })).await;
    let seen = &seen.data()["applicationByToken"];
    assert_eq!(
        (&seen["state"], &seen["decisionReason"]),
        (&json!("DECLINED"), &json!("Anderes Bundesland."))
    );
    assert_eq!(app.count("SELECT COUNT(*) FROM organisations", vec![]).await, 0);
}

#[tokio::test]
async fn of_two_who_decide_at_once_one_wins() {
    let app = TestApp::new().await;
    let (coordinator, steering) = (app.coordinator().await, app.steering_member().await);
    let (id, version, _) = in_review(&app, &coordinator).await;
    let (one, other) =
        futures::join!(admit(&app, &coordinator, &id, &version), decline(&app, &steering, &id, &version));
    let mut codes = [one.code().to_owned(), other.code().to_owned()];
    codes.sort();
    assert_eq!(codes, ["", "CONFLICT"]);
    let decided =
        app.mails(EMAIL, "application-admitted").await + app.mails(EMAIL, "application-declined").await;
    assert_eq!(decided, 1);
}

#[tokio::test]
async fn two_who_admit_at_once_make_one_organisation() {
    let app = TestApp::new().await;
    let (coordinator, steering) = (app.coordinator().await, app.steering_member().await);
    let (id, version, _) = in_review(&app, &coordinator).await;
    let (one, other) =
        futures::join!(admit(&app, &coordinator, &id, &version), admit(&app, &steering, &id, &version));
    let mut codes = [one.code().to_owned(), other.code().to_owned()];
    codes.sort();
    assert_eq!(codes, ["", "CONFLICT"]);
    assert_eq!(app.count("SELECT COUNT(*) FROM organisations", vec![]).await, 1);
    assert_eq!(app.mails(EMAIL, "invitation").await, 1);
}

#[tokio::test]
async fn a_decision_needs_a_reason_and_a_review_and_is_final() {
    let app = TestApp::new().await;
    let coordinator = app.coordinator().await;
    confirmed(&app, json!({})).await;
    let (id, version) = newest(&app, &coordinator).await;
    assert_eq!(admit(&app, &coordinator, &id, &version).await.code(), "STATE_FORBIDS");
    assert_eq!(decline(&app, &coordinator, &id, &version).await.code(), "STATE_FORBIDS");
    step(&app, &coordinator, "ApplicationStartReview", &id, &version, json!({})).await.data();
    let (_, version) = newest(&app, &coordinator).await;
    for operation in ["ApplicationAdmit", "ApplicationDecline"] {
        let reply = step(&app, &coordinator, operation, &id, &version, json!({ "reason": " " })).await;
        assert_eq!(reply.fields(), ["reason: REQUIRED"]);
    }
    decline(&app, &coordinator, &id, &version).await.data();
    let (_, version) = newest(&app, &coordinator).await;
    assert_eq!(admit(&app, &coordinator, &id, &version).await.code(), "STATE_FORBIDS");
}

#[tokio::test]
async fn only_coordinators_and_the_steering_group_decide() {
    let app = TestApp::new().await;
    let coordinator = app.coordinator().await;
    let (id, version, _) = in_review(&app, &coordinator).await;
    let member = app.member("Verein").await;
    let representative = app.member_of(member, AffiliationRole::Representative, "rep@verein.example").await;
    for (token, code) in [("", "UNAUTHENTICATED"), (&representative, "FORBIDDEN")] {
        assert_eq!(admit(&app, token, &id, &version).await.code(), code);
        assert_eq!(decline(&app, token, &id, &version).await.code(), code);
    }
}

#[tokio::test]
async fn the_decider_sets_since_when_it_is_a_member() {
    let app = TestApp::new().await;
    let coordinator = app.coordinator().await;
    let (id, version, _) = in_review(&app, &coordinator).await;
    let admit_since = async |day: &str, reason: &str| {
        let more = json!({ "reason": reason, "memberSince": day });
        step(&app, &coordinator, "ApplicationAdmit", &id, &version, more).await
    };
    for day in ["2027-03-04", "0206-03-02"] {
        let refused = admit_since(day, " ").await;
        assert_eq!(refused.fields(), ["reason: REQUIRED", "memberSince: DATE_OUT_OF_RANGE"]);
        let params = &refused.body["errors"][0]["extensions"]["fields"][1]["params"];
        assert_eq!(params, &json!({ "earliest": "1900-01-01", "latest": "2027-03-03" }));
    }
    assert_eq!(app.count("SELECT COUNT(*) FROM organisations", vec![]).await, 0);
    let reply = admit_since("2026-01-01", "Passt zu uns.").await;
    let organisation = reply.data()["applicationAdmit"]["application"]["organisation"]["id"].clone();
    let seen = app.send("", "OrganisationProfile", json!({ "id": organisation })).await;
    assert_eq!(seen.data()["organisation"]["memberSince"], "2026-01-01");
}

#[tokio::test]
async fn a_membership_may_be_planned_and_shows_from_its_first_day() {
    let app = TestApp::new().await;
    let coordinator = app.coordinator().await;
    let (id, version, _) = in_review(&app, &coordinator).await;
    let more = json!({ "reason": "Ab April.", "memberSince": "2026-04-01" });
    let reply = step(&app, &coordinator, "ApplicationAdmit", &id, &version, more).await;
    let organisation = reply.data()["applicationAdmit"]["application"]["organisation"]["id"].clone();
    let profile = json!({ "id": organisation });
    assert_eq!(app.send("", "OrganisationProfile", profile.clone()).await.code(), "NOT_FOUND");
    app.clock.advance(chrono::TimeDelta::days(30));
    let seen = app.send("", "OrganisationProfile", profile).await;
    assert_eq!(seen.data()["organisation"]["memberSince"], "2026-04-01");
}
