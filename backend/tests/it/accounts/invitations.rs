//! `personInvite`, `networkRoleInvite`, `invitationResend`, `invitationWithdraw`, `openInvitations`.

use chrono::TimeDelta;
use serde_json::{Value, json};
use verbund_shared::{id::OrganisationId, people::AffiliationRole};

use crate::support::TestApp;

const NEW: &str = "neu@network.example";

fn invite(organisation: OrganisationId, change: Value) -> Value {
    let mut input = json!({
        "organisationId": organisation, "role": "STAFF", "email": NEW,
        "givenName": "Nele", "familyName": "Neu", "locale": "DE",
    });
    for (name, value) in change.as_object().unwrap() {
        input[name] = value.clone();
    }
    json!({ "input": input })
}

async fn open(app: &TestApp, token: &str, organisation: Value) -> Vec<Value> {
    let reply = app.send(token, "OpenInvitations", json!({ "organisationId": organisation })).await;
    reply.data()["openInvitations"].as_array().unwrap().clone()
}

#[tokio::test]
async fn a_representative_invites_into_their_organisation() {
    let app = TestApp::new().await;
    let organisation = app.bare_organisation("Verein Beispiel").await;
    let representative =
        app.member_of(organisation, AffiliationRole::Representative, "rep@network.example").await;
    let reply = app.send(&representative, "PersonInvite", invite(organisation, json!({}))).await;
    let invitation = &reply.data()["personInvite"]["invitation"];
    assert_eq!(invitation["intoWhat"], "Verein Beispiel");
    assert_eq!(invitation["inviter"], "rep Test");
    assert_eq!(invitation["fromDay"], "2026-03-02");
    assert_eq!(invitation["expiresAt"], "2026-03-16T09:00:00.000000Z");
    assert!(app.link_token(NEW, "/einladung/").await.is_some());
    assert_eq!(open(&app, &representative, json!(organisation)).await.len(), 1);

    let again = app.send(&representative, "PersonInvite", invite(organisation, json!({}))).await;
    assert_eq!(again.fields(), ["email: DUPLICATE"]);
    let other_role = invite(organisation, json!({ "role": "DEPUTY" }));
    app.send(&representative, "PersonInvite", other_role).await.data();
    let coordinator = app.coordinator().await;
    let by_office = invite(organisation, json!({ "email": "b@network.example" }));
    app.send(&coordinator, "PersonInvite", by_office).await.data();
    assert_eq!(open(&app, &coordinator, json!(organisation)).await.len(), 3);
}

#[tokio::test]
async fn nobody_else_invites_or_sees_invitations() {
    let app = TestApp::new().await;
    let own = app.bare_organisation("Eigene").await;
    let other = app.bare_organisation("Andere").await;
    let representative = app.member_of(own, AffiliationRole::Representative, "rep@network.example").await;
    let staff = app.member_of(own, AffiliationRole::Staff, "staff@network.example").await;
    let steering = app.steering_member().await;
    for (token, organisation, code) in [
        ("", own, "UNAUTHENTICATED"),
        (&staff, own, "FORBIDDEN"),
        (&steering, own, "FORBIDDEN"),
        (&representative, other, "FORBIDDEN"),
    ] {
        assert_eq!(app.send(token, "PersonInvite", invite(organisation, json!({}))).await.code(), code);
        let list = app.send(token, "OpenInvitations", json!({ "organisationId": organisation })).await;
        assert_eq!(list.code(), code);
    }
    let coordinator = app.coordinator().await;
    let nowhere = OrganisationId(app.clock.new_id());
    assert_eq!(app.send(&coordinator, "PersonInvite", invite(nowhere, json!({}))).await.code(), "NOT_FOUND");
}

#[tokio::test]
async fn wrong_fields_are_named() {
    let app = TestApp::new().await;
    let organisation = app.bare_organisation("Verein").await;
    let coordinator = app.coordinator().await;
    for (change, error) in [
        (json!({ "email": "" }), "email: REQUIRED"),
        (json!({ "email": "x@" }), "email: INVALID_EMAIL"),
        (json!({ "givenName": "a\u{202E}b" }), "givenName: INVALID_CHARACTERS"),
        (json!({ "fromDay": "2026-05-01", "untilDay": "2026-04-01" }), "untilDay: DATE_ORDER"),
        (json!({ "fromDay": "2026-01-01", "untilDay": "2026-02-01" }), "untilDay: INVALID_VALUE"),
    ] {
        assert_eq!(
            app.send(&coordinator, "PersonInvite", invite(organisation, change)).await.fields(),
            [error]
        );
    }
}

#[tokio::test]
async fn only_coordinators_invite_into_roles_of_the_network() {
    let app = TestApp::new().await;
    let input = json!({ "input": { "role": "COORDINATOR", "email": NEW, "locale": "EN" } });
    let organisation = app.bare_organisation("Verein").await;
    let representative =
        app.member_of(organisation, AffiliationRole::Representative, "rep@network.example").await;
    assert_eq!(app.send("", "NetworkRoleInvite", input.clone()).await.code(), "UNAUTHENTICATED");
    assert_eq!(app.send(&representative, "NetworkRoleInvite", input.clone()).await.code(), "FORBIDDEN");
    assert_eq!(app.send(&representative, "OpenInvitations", json!({})).await.code(), "FORBIDDEN");
    let coordinator = app.coordinator().await;
    app.send(&coordinator, "NetworkRoleInvite", input.clone()).await.data();
    assert_eq!(app.send(&coordinator, "NetworkRoleInvite", input).await.fields(), ["email: DUPLICATE"]);
    let open = open(&app, &coordinator, Value::Null).await;
    assert_eq!(open[0]["networkRole"], "COORDINATOR");
    assert_eq!(open[0]["affiliationRole"], Value::Null);
}

#[tokio::test]
async fn sending_again_replaces_the_link_and_withdrawing_ends_it() {
    let app = TestApp::new().await;
    let organisation = app.bare_organisation("Verein").await;
    let representative =
        app.member_of(organisation, AffiliationRole::Representative, "rep@network.example").await;
    app.send(&representative, "PersonInvite", invite(organisation, json!({}))).await.data();
    let first = app.link_token(NEW, "/einladung/").await.unwrap();
    let id = open(&app, &representative, json!(organisation)).await[0]["id"].clone();
    let which = json!({ "input": { "invitationId": id } });

    app.clock.advance(TimeDelta::days(15));
    let coordinator = app.coordinator().await;
    assert_eq!(open(&app, &coordinator, json!(organisation)).await[0]["expired"], true);
    let stranger = app.steering_member().await;
    for operation in ["InvitationResend", "InvitationWithdraw"] {
        assert_eq!(app.send("", operation, which.clone()).await.code(), "UNAUTHENTICATED");
        assert_eq!(app.send(&stranger, operation, which.clone()).await.code(), "NOT_FOUND");
        let nonsense = json!({ "input": { "invitationId": "x" } });
        assert_eq!(app.send(&coordinator, operation, nonsense).await.code(), "NOT_FOUND");
    }
    app.send(&coordinator, "InvitationResend", which.clone()).await.data();
    for _ in 0..2 {
        // The last mail is the one that came last.
        app.clock.advance(TimeDelta::seconds(1));
        app.send(&coordinator, "InvitationResend", which.clone()).await.data();
    }
    let flood = app.send(&coordinator, "InvitationResend", which.clone()).await;
    assert_eq!(flood.code(), "RATE_LIMITED");
    let second = app.link_token(NEW, "/einladung/").await.unwrap();
    assert_ne!(first, second);
    let show = async |token: &str| app.send("", "InvitationByLink", json!({ "token": token })).await;
    assert_eq!(show(&first).await.code(), "LINK_INVALID");
    assert_eq!(show(&second).await.data()["invitation"]["hasAccount"], false);

    app.send(&coordinator, "InvitationWithdraw", which.clone()).await.data();
    assert_eq!(show(&second).await.code(), "LINK_INVALID");
    assert_eq!(app.send(&coordinator, "InvitationWithdraw", which).await.code(), "NOT_FOUND");
}
