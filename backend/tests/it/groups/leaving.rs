//! What becomes of places in groups when somebody leaves their organisation, or that leaves the network;
//! and of a proposal while the organisation of its chair has not consented.

use serde_json::{Value, json};
use verbund_shared::{id::OrganisationId, people::AffiliationRole};

use super::{Scene, answer, joining::asks_first, proposal, step};

/// Ends karl's role in an organisation.
async fn end_affiliation(scene: &Scene, office: &str, organisation: OrganisationId, last_day: &str) {
    let people = scene.app.send(office, "OrganisationPeople", json!({ "id": organisation })).await;
    let people = people.data()["organisation"]["people"].as_array().unwrap().clone();
    let role = people.iter().find(|role| role["person"]["givenName"] == "karl").unwrap().clone();
    let input = json!({ "id": role["id"], "version": role["version"], "lastDay": last_day });
    scene.act(office, "AffiliationEnd", input).await.data();
}

async fn audited(scene: &Scene) -> i64 {
    scene.app.count("SELECT COUNT(*) FROM audit_entries WHERE action = 'group_role_end'", vec![]).await
}

async fn members(scene: &Scene, group: &Value) -> Value {
    scene.seen(&scene.steering, group).await.data()["group"]["memberCount"].clone()
}

#[tokio::test]
async fn who_leaves_the_organisation_leaves_the_groups_they_are_in_for_it() {
    let scene = Scene::new().await;
    let group = scene.active("AG Sprache", "OPEN").await;
    let other = scene.active("AG Wohnen", "ON_REQUEST").await;
    let home = scene.app.member("Kammer").await;
    let karl = scene.app.member_of(home, AffiliationRole::Staff, "karl@kammer.example").await;
    scene.done(&karl, "GroupJoin", json!({ "id": group["id"] })).await;
    scene.done(&karl, "GroupJoin", json!({ "id": other["id"] })).await;
    let office = scene.app.coordinator().await;
    // With a day to come the place holds until then; what is awaited is declined.
    end_affiliation(&scene, &office, home, "2026-03-20").await;
    assert_eq!(scene.place(&group, "karl").await["until"], "2026-03-20");
    let awaited = "SELECT COUNT(*) FROM group_roles WHERE state = 'requested'";
    assert_eq!(scene.app.count(awaited, vec![]).await, 0);
    assert_eq!((members(&scene, &group).await, audited(&scene).await), (json!(2), 2));
    // At once.
    end_affiliation(&scene, &office, home, "2026-03-01").await;
    assert_eq!((members(&scene, &group).await, audited(&scene).await), (json!(1), 3));
}

#[tokio::test]
async fn who_still_has_a_role_in_the_organisation_stays() {
    let scene = Scene::new().await;
    let group = scene.active("AG Sprache", "OPEN").await;
    let home = scene.app.member("Kammer").await;
    let karl = scene.app.member_of(home, AffiliationRole::Staff, "karl@kammer.example").await;
    scene.done(&karl, "GroupJoin", json!({ "id": group["id"] })).await;
    scene
        .app
        .execute(
            "INSERT INTO affiliations (id, person_id, organisation_id, role, from_day, version) SELECT $1, id, $2, 'deputy', $3, 1 FROM people WHERE given_name = 'karl'",
            vec![scene.app.clock.new_id().into(), home.0.into(), scene.app.app.today().into()],
        )
        .await;
    let office = scene.app.coordinator().await;
    end_affiliation(&scene, &office, home, "2026-03-01").await;
    assert_eq!((members(&scene, &group).await, audited(&scene).await), (json!(2), 0));
}

#[tokio::test]
async fn an_organisation_that_leaves_takes_its_people_along_even_the_chair() {
    let scene = Scene::new().await;
    let group = scene.active("AG Sprache", "OPEN").await;
    scene.member(&group, "mona").await;
    let coordinator = scene.app.coordinator().await;
    let input =
        json!({ "organisationId": scene.organisation, "lastDay": "2026-03-01", "reason": "Auflösung" });
    scene.act(&coordinator, "MembershipEnd", input).await.data();
    let seen = scene.seen(&scene.steering, &group).await.data()["group"].clone();
    assert_eq!((&seen["memberCount"], &seen["chairs"]), (&json!(1), &json!([])));
    assert_eq!(audited(&scene).await, 1);
}

#[tokio::test]
async fn a_proposal_waits_for_the_consent_of_its_chairs_organisation() {
    let scene = Scene::new().await;
    let home = scene.app.member("Kammer").await;
    let karl = scene.app.member_of(home, AffiliationRole::Staff, "karl@kammer.example").await;
    let rita = asks_first(&scene, home).await;
    let group = scene.done(&karl, "GroupPropose", proposal("AG Neu", "OPEN")).await;
    assert_eq!((&group["myPlace"]["state"], &group["chairs"]), (&json!("CONSENT_PENDING"), &json!([])));
    assert_eq!(scene.app.mails("rita@bildungswerk.example", "group-consent").await, 1);
    // Who proposed it sees it, and who answers for the organisation; others do not.
    let listed = scene.app.send(&karl, "GroupsPage", json!({ "filter": {} })).await;
    assert_eq!(listed.data()["groups"]["totalCount"], 1);
    let stranger = scene.colleague("lena").await;
    assert_eq!(scene.seen(&stranger, &group).await.code(), "NOT_FOUND");
    let seen = scene.seen(&rita, &group).await.data()["group"].clone();
    let place = seen["consentsAwaited"][0].clone();
    assert_eq!((&place["person"]["givenName"], &seen["places"]), (&json!("karl"), &json!(null)));
    // Nobody leads it yet, so it gets no charter.
    let waiting = scene.seen(&scene.steering, &group).await.data()["group"].clone();
    assert_eq!(waiting["viewerCan"]["confirm"], json!(["CONCLUDE"]));
    assert_eq!(scene.act(&scene.steering, "GroupCharter", step(&group)).await.code(), "STATE_FORBIDS");
    scene.act(&rita, "GroupConsentAnswer", answer(&place, "consent", true)).await.data();
    assert_eq!(scene.seen(&rita, &group).await.code(), "NOT_FOUND");
    let chartered = scene.done(&scene.steering, "GroupCharter", step(&group)).await;
    assert_eq!(chartered["chairs"][0]["person"]["givenName"], "karl");
}
