//! `membershipSuspend`, `membershipReactivate`, `membershipEnd`, and membership on a day.

use chrono::TimeDelta;
use serde_json::{Value, json};
use verbund_shared::{id::OrganisationId, people::AffiliationRole};

use crate::support::{Reply, TestApp};

const TODAY: &str = "2026-03-02";

async fn suspend(app: &TestApp, token: &str, id: OrganisationId, from: &str) -> Reply {
    let input = json!({ "organisationId": id, "from": from, "reason": "Beitrag offen" });
    app.send(token, "MembershipSuspend", json!({ "input": input })).await
}

async fn reactivate(app: &TestApp, token: &str, id: OrganisationId, from: &str) -> Reply {
    let input = json!({ "organisationId": id, "from": from });
    app.send(token, "MembershipReactivate", json!({ "input": input })).await
}

async fn end(app: &TestApp, token: &str, id: OrganisationId, last_day: &str, reason: &str) -> Reply {
    let input = json!({ "organisationId": id, "lastDay": last_day, "reason": reason });
    app.send(token, "MembershipEnd", json!({ "input": input })).await
}

async fn was_member(app: &TestApp, token: &str, id: OrganisationId, day: &str) -> Value {
    let reply = app.send(token, "MembershipOnDay", json!({ "id": id, "day": day })).await;
    reply.data()["organisation"]["wasMemberOn"].clone()
}

#[tokio::test]
async fn a_suspended_member_is_hidden_until_it_is_active_again() {
    let app = TestApp::new().await;
    let id = app.member("Verein").await;
    let coordinator = app.coordinator().await;
    let staff = app.member_of(id, AffiliationRole::Staff, "staff@verein.example").await;
    let seen = async |token: &str| {
        app.send(token, "OrganisationProfile", json!({ "id": id })).await.code().to_owned()
    };
    let reply = suspend(&app, &coordinator, id, TODAY).await;
    let organisation = &reply.data()["membershipSuspend"]["organisation"];
    assert_eq!(organisation["membershipState"], "SUSPENDED");
    assert_eq!(organisation["memberSince"], "2025-11-22");
    assert_eq!(organisation["memberships"][1]["reason"], "Beitrag offen");
    assert_eq!((seen("").await.as_str(), seen(&staff).await.as_str()), ("NOT_FOUND", ""));

    assert_eq!(suspend(&app, &coordinator, id, TODAY).await.code(), "STATE_FORBIDS");
    reactivate(&app, &coordinator, id, TODAY).await.data();
    assert_eq!(seen("").await, "");
}

#[tokio::test]
async fn a_membership_that_ends_later_holds_until_its_last_day() {
    let app = TestApp::new().await;
    let id = app.member("Verein").await;
    let coordinator = app.coordinator().await;
    end(&app, &coordinator, id, "2026-03-31", "Auflösung").await.data();
    assert_eq!(was_member(&app, "", id, "2026-03-31").await, true);
    assert_eq!(was_member(&app, "", id, "2026-04-01").await, false);
    assert_eq!(was_member(&app, "", id, "2020-01-01").await, false);

    app.clock.advance(TimeDelta::days(29));
    assert_eq!(app.send("", "OrganisationProfile", json!({ "id": id })).await.code(), "");
    app.clock.advance(TimeDelta::days(1));
    assert_eq!(app.send("", "OrganisationProfile", json!({ "id": id })).await.code(), "NOT_FOUND");
}

#[tokio::test]
async fn a_planned_end_can_be_taken_back() {
    let app = TestApp::new().await;
    let id = app.member("Verein").await;
    let coordinator = app.coordinator().await;
    end(&app, &coordinator, id, "2026-03-31", "Auflösung").await.data();
    let reply = reactivate(&app, &coordinator, id, TODAY).await;
    let periods = &reply.data()["membershipReactivate"]["organisation"]["memberships"];
    assert_eq!(periods.as_array().unwrap().len(), 1);
    assert_eq!(periods[0]["until"], Value::Null);
}

#[tokio::test]
async fn reasons_and_days_are_checked() {
    let app = TestApp::new().await;
    let id = app.member("Verein").await;
    let coordinator = app.coordinator().await;
    assert_eq!(end(&app, &coordinator, id, TODAY, " ").await.fields(), ["reason: REQUIRED"]);
    assert_eq!(end(&app, &coordinator, id, "2025-01-01", "x").await.fields(), ["lastDay: DATE_ORDER"]);
    assert_eq!(suspend(&app, &coordinator, id, "2025-01-01").await.fields(), ["from: DATE_ORDER"]);
    assert_eq!(reactivate(&app, &coordinator, id, TODAY).await.code(), "STATE_FORBIDS");
    let unknown = OrganisationId(app.clock.new_id());
    assert_eq!(suspend(&app, &coordinator, unknown, TODAY).await.code(), "NOT_FOUND");
}

#[tokio::test]
async fn only_coordinators_may() {
    let app = TestApp::new().await;
    let id = app.member("Verein").await;
    let representative = app.member_of(id, AffiliationRole::Representative, "rep@verein.example").await;
    for (token, code) in [("", "UNAUTHENTICATED"), (&representative, "FORBIDDEN")] {
        assert_eq!(suspend(&app, token, id, TODAY).await.code(), code);
        assert_eq!(reactivate(&app, token, id, TODAY).await.code(), code);
        assert_eq!(end(&app, token, id, TODAY, "x").await.code(), code);
    }
}
