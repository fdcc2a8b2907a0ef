//! `groupLeave`, `groupRoleGive`, `groupRoleEnd`, and what becomes of a group when somebody leaves the
//! network.

use chrono::TimeDelta;
use serde_json::{Value, json};
use verbund_shared::people::AffiliationRole;

use super::Scene;

fn give(place: &Value, role: &str) -> Value {
    json!({ "placeId": place["id"], "version": place["version"], "role": role })
}

fn end(place: &Value, until: &str) -> Value {
    json!({ "placeId": place["id"], "version": place["version"], "until": until })
}

#[tokio::test]
async fn a_member_leaves_and_may_come_back_but_the_last_chair_stays() {
    let scene = Scene::new().await;
    let group = scene.active("AG Sprache", "OPEN").await;
    let mona = scene.member(&group, "mona").await;
    let leave = async |token: &str| scene.act(token, "GroupLeave", json!({ "id": group["id"] })).await;
    assert_eq!(leave("").await.code(), "UNAUTHENTICATED");
    assert_eq!(leave(&scene.steering).await.code(), "NOT_FOUND");
    assert_eq!(leave(&scene.chair).await.code(), "LAST_OF_ITS_KIND");
    let left = leave(&mona).await;
    assert_eq!(left.data()["groupLeave"]["group"]["memberCount"], 1);
    assert_eq!(leave(&mona).await.code(), "NOT_FOUND");
    scene.done(&mona, "GroupJoin", json!({ "id": group["id"] })).await;
    let ended = "SELECT COUNT(*) FROM group_roles WHERE state = 'ended'";
    assert_eq!(scene.app.count(ended, vec![]).await, 1);
}

#[tokio::test]
async fn what_was_asked_for_can_be_taken_back() {
    let scene = Scene::new().await;
    let group = scene.active("AG Sprache", "ON_REQUEST").await;
    let karl = scene.member(&group, "karl").await;
    let left = scene.done(&karl, "GroupLeave", json!({ "id": group["id"] })).await;
    assert_eq!(left["myPlace"], json!(null));
    let declined = "SELECT COUNT(*) FROM group_roles WHERE state = 'declined'";
    assert_eq!(scene.app.count(declined, vec![]).await, 1);
}

#[tokio::test]
async fn the_chair_hands_over() {
    let scene = Scene::new().await;
    let group = scene.active("AG Sprache", "OPEN").await;
    let mona = scene.member(&group, "mona").await;
    let (clara, place) = (scene.place(&group, "clara").await, scene.place(&group, "mona").await);
    assert_eq!(
        scene.act(&scene.chair, "GroupRoleGive", give(&clara, "MEMBER")).await.code(),
        "LAST_OF_ITS_KIND"
    );
    assert_eq!(
        scene.act(&scene.chair, "GroupRoleGive", give(&place, "MEMBER")).await.fields(),
        ["role: DUPLICATE"]
    );
    let mut backwards = give(&place, "CHAIR");
    backwards["until"] = json!("2026-03-01");
    assert_eq!(scene.act(&scene.chair, "GroupRoleGive", backwards).await.fields(), ["until: DATE_ORDER"]);
    for (token, code) in [("", "UNAUTHENTICATED"), (&mona, "FORBIDDEN"), (&scene.steering, "FORBIDDEN")] {
        assert_eq!(scene.act(token, "GroupRoleGive", give(&place, "CHAIR")).await.code(), code);
    }
    scene.done(&scene.chair, "GroupRoleGive", give(&place, "CHAIR")).await;
    assert_eq!(scene.act(&scene.chair, "GroupRoleGive", give(&place, "CHAIR")).await.code(), "CONFLICT");
    let handed = scene.done(&scene.chair, "GroupRoleGive", give(&clara, "MEMBER")).await;
    assert_eq!(handed["chairs"].as_array().unwrap().len(), 1);
    assert_eq!(handed["chairs"][0]["person"]["givenName"], "mona");
    assert_eq!(handed["viewerCan"]["edit"], false);
}

#[tokio::test]
async fn a_secretary_manages_members_but_not_chairs() {
    let scene = Scene::new().await;
    let group = scene.active("AG Sprache", "OPEN").await;
    let mona = scene.member(&group, "mona").await;
    scene.member(&group, "karl").await;
    let place = scene.place(&group, "mona").await;
    scene.done(&scene.chair, "GroupRoleGive", give(&place, "SECRETARY")).await;
    let (clara, karl) = (scene.place(&group, "clara").await, scene.place(&group, "karl").await);
    assert_eq!(scene.act(&mona, "GroupRoleGive", give(&karl, "CHAIR")).await.code(), "FORBIDDEN");
    assert_eq!(scene.act(&mona, "GroupRoleEnd", end(&clara, "2026-03-02")).await.code(), "FORBIDDEN");
    scene.done(&mona, "GroupRoleEnd", end(&karl, "2026-03-02")).await;
}

#[tokio::test]
async fn a_role_ends_at_once_or_with_its_last_day() {
    let scene = Scene::new().await;
    let group = scene.active("AG Sprache", "OPEN").await;
    let mona = scene.member(&group, "mona").await;
    let place = scene.place(&group, "mona").await;
    for (token, code) in [("", "UNAUTHENTICATED"), (&mona, "FORBIDDEN"), (&scene.steering, "FORBIDDEN")] {
        assert_eq!(scene.act(token, "GroupRoleEnd", end(&place, "2026-03-05")).await.code(), code);
    }
    let ending = scene.done(&scene.chair, "GroupRoleEnd", end(&place, "2026-03-05")).await;
    assert_eq!(ending["memberCount"], 2);
    assert_eq!(scene.act(&scene.chair, "GroupRoleEnd", end(&place, "2026-03-05")).await.code(), "CONFLICT");
    scene.app.clock.advance(TimeDelta::days(4));
    // By then the first access tokens have run out; a coordinator looks and the person comes back.
    let coordinator = scene.app.coordinator().await;
    let seen = scene.seen(&coordinator, &group).await.data()["group"].clone();
    assert_eq!(seen["memberCount"], 1);
    let over = end(&json!({ "id": place["id"], "version": 2 }), "2026-03-09");
    assert_eq!(scene.act(&coordinator, "GroupRoleEnd", over).await.code(), "STATE_FORBIDS");
    let input = json!({ "id": group["id"], "email": "mona@verein.example", "role": "MEMBER" });
    scene.done(&coordinator, "GroupInvite", input).await;
    let ended = "SELECT COUNT(*) FROM group_roles WHERE state = 'ended'";
    assert_eq!(scene.app.count(ended, vec![]).await, 1);
}

#[tokio::test]
async fn an_invitation_is_taken_back() {
    let scene = Scene::new().await;
    let group = scene.active("AG Sprache", "OPEN").await;
    scene.colleague("karl").await;
    let input = json!({ "id": group["id"], "email": "karl@verein.example", "role": "MEMBER" });
    scene.done(&scene.chair, "GroupInvite", input).await;
    let place = scene.place(&group, "karl").await;
    assert_eq!(place["viewerCan"]["end"], true);
    scene.done(&scene.chair, "GroupRoleEnd", end(&place, "2026-03-02")).await;
    let declined = "SELECT COUNT(*) FROM group_roles WHERE state = 'declined'";
    assert_eq!(scene.app.count(declined, vec![]).await, 1);
}

#[tokio::test]
async fn who_leaves_the_network_stays_in_the_history_without_a_name() {
    let scene = Scene::new().await;
    let group = scene.active("AG Sprache", "OPEN").await;
    scene.member(&group, "mona").await;
    let place = scene.place(&group, "mona").await;
    let add = json!({ "groupId": group["id"], "text": "Umfrage", "due": "2026-06-01", "ownerId": place["person"]["id"] });
    scene.done(&scene.chair, "MilestoneAdd", add).await;
    let coordinator = scene.app.coordinator().await;
    scene.act(&coordinator, "PersonDelete", json!({ "personId": place["person"]["id"] })).await.data();
    let ended = "SELECT COUNT(*) FROM group_roles WHERE state = 'ended' AND until_day = from_day";
    assert_eq!(scene.app.count(ended, vec![]).await, 1);
    let seen = scene.seen(&scene.chair, &group).await.data()["group"].clone();
    assert_eq!(seen["memberCount"], 1);
    assert_eq!(seen["milestones"][0]["owner"]["familyName"], "");
}

#[tokio::test]
async fn the_own_data_hold_the_own_places() {
    let scene = Scene::new().await;
    let group = scene.active("AG Sprache", "OPEN").await;
    let mona = scene.member(&group, "mona").await;
    let reply = scene.app.send(&mona, "OwnDataExport", json!({})).await;
    let text = reply.body.to_string();
    assert!(text.contains("placesInGroups") && text.contains("Arbeitsgruppe AG Sprache"), "{text}");
    let staff = AffiliationRole::Staff.as_str();
    assert!(text.contains(staff));
}
