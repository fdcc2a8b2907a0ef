//! What waits for people in their groups, on the page of today.

use serde_json::{Value, json};
use verbund_shared::people::AffiliationRole;

use super::{Scene, answer, step};

async fn waiting(scene: &Scene, token: &str) -> Vec<Value> {
    let reply = scene.app.send(token, "Today", json!({})).await;
    let items = reply.data()["today"]["waiting"].as_array().unwrap().clone();
    let of_groups = |item: &Value| {
        let kind = item["kind"].as_str().unwrap();
        kind.starts_with("GROUP") || kind.starts_with("MILESTONE")
    };
    items.into_iter().filter(of_groups).collect()
}

#[tokio::test]
async fn requests_wait_for_the_chair_and_can_be_answered_from_the_list() {
    let scene = Scene::new().await;
    let group = scene.active("AG Sprache", "ON_REQUEST").await;
    scene.member(&group, "karl").await;
    let items = waiting(&scene, &scene.chair).await;
    assert_eq!(items.len(), 1);
    let item = &items[0];
    assert_eq!((&item["kind"], &item["name"]["de"]), (&json!("GROUP_REQUEST"), &json!("karl Test")));
    assert_eq!((&item["groupId"], &item["organisationName"]), (&group["id"], &json!("karls Verein")));
    assert_eq!(item["groupName"]["de"], "Arbeitsgruppe AG Sprache");
    let place = json!({ "id": item["objectId"], "version": item["version"] });
    scene.done(&scene.chair, "GroupJoinDecide", answer(&place, "accept", true)).await;
    assert_eq!(waiting(&scene, &scene.chair).await.len(), 0);
}

#[tokio::test]
async fn invitations_and_consents_wait_for_their_answer() {
    let scene = Scene::new().await;
    let group = scene.active("AG Sprache", "INVITATION").await;
    let home = scene.app.member("Kammer").await;
    let karl = scene.app.member_of(home, AffiliationRole::Staff, "karl@kammer.example").await;
    let rita = scene.app.member_of(home, AffiliationRole::Representative, "rita@kammer.example").await;
    let wanted = json!({ "organisationId": home.to_string(), "wanted": true });
    scene.act(&rita, "OrganisationSetGroupConsent", wanted).await.data();
    let input = json!({ "id": group["id"], "email": "karl@kammer.example", "role": "MEMBER" });
    scene.done(&scene.chair, "GroupInvite", input).await;
    let item = waiting(&scene, &karl).await.remove(0);
    assert_eq!(
        (&item["kind"], &item["name"]["de"]),
        (&json!("GROUP_INVITATION"), &json!("Arbeitsgruppe AG Sprache"))
    );
    assert_eq!(waiting(&scene, &rita).await.len(), 0);
    let place = json!({ "id": item["objectId"], "version": item["version"] });
    scene.done(&karl, "GroupInvitationAnswer", answer(&place, "accept", true)).await;
    assert_eq!(waiting(&scene, &karl).await.len(), 0);
    let item = waiting(&scene, &rita).await.remove(0);
    assert_eq!((&item["kind"], &item["name"]["de"]), (&json!("GROUP_CONSENT"), &json!("karl Test")));
    let place = json!({ "id": item["objectId"], "version": item["version"] });
    scene.act(&rita, "GroupConsentAnswer", answer(&place, "consent", true)).await.data();
    assert_eq!(waiting(&scene, &rita).await.len(), 0);
}

#[tokio::test]
async fn proposals_and_wishes_of_chairs_wait_for_the_steering_group() {
    let scene = Scene::new().await;
    scene.proposed("AG Neu", "OPEN").await;
    let group = scene.active("AG Sprache", "OPEN").await;
    scene.done(&scene.chair, "GroupConclude", step(&group)).await;
    let kinds: Vec<_> =
        waiting(&scene, &scene.steering).await.iter().map(|item| item["kind"].clone()).collect();
    assert_eq!(kinds, ["GROUP_PROPOSED", "GROUP_CHANGE"]);
    assert_eq!(waiting(&scene, &scene.chair).await.len(), 0);
}

#[tokio::test]
async fn an_overdue_milestone_waits_for_its_owner_with_its_day() {
    let scene = Scene::new().await;
    let group = scene.active("AG Sprache", "OPEN").await;
    let mona = scene.member(&group, "mona").await;
    let owner = scene.place(&group, "mona").await["person"]["id"].clone();
    for due in ["2026-03-01", "2026-03-02"] {
        let input = json!({ "groupId": group["id"], "text": "Umfrage", "due": due, "ownerId": owner });
        scene.done(&scene.chair, "MilestoneAdd", input).await;
    }
    let items = waiting(&scene, &mona).await;
    assert_eq!(items.len(), 1);
    let item = &items[0];
    assert_eq!((&item["kind"], &item["due"]), (&json!("MILESTONE_OVERDUE"), &json!("2026-03-01")));
    assert_eq!((&item["overdue"], &item["groupId"]), (&json!(true), &group["id"]));
    assert_eq!(waiting(&scene, &scene.chair).await.len(), 0);
}
