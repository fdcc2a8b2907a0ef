//! `groupPropose`, `groupUpdate`, and the way of a group through its states.

use serde_json::json;
use verbund_shared::{people::AffiliationRole, terms::TermKind};

use super::{Scene, proposal, step};

#[tokio::test]
async fn who_proposes_a_group_leads_it() {
    let scene = Scene::new().await;
    let group = scene.proposed("AG Sprache", "ON_REQUEST").await;
    assert_eq!((&group["state"], &group["version"]), (&json!("PROPOSED"), &json!(1)));
    assert_eq!(group["charter"]["number"], 1);
    assert_eq!(group["chairs"][0]["person"]["givenName"], "clara");
    assert_eq!(group["chairs"][0]["organisation"]["name"], "Bildungswerk");
    // Rights that come with the change are told at once.
    assert_eq!(group["viewerCan"]["edit"], true);
    assert_eq!(
        (&group["viewerCan"]["confirm"], &group["viewerCan"]["ask"]),
        (&json!([]), &json!(["CONCLUDE"]))
    );
    let audited = "SELECT COUNT(*) FROM audit_entries WHERE action = 'group_propose'";
    assert_eq!(scene.app.count(audited, vec![]).await, 1);
}

#[tokio::test]
async fn a_proposal_must_be_right() {
    let scene = Scene::new().await;
    let topic = scene.app.term(TermKind::Topic, "language").await;
    let district = scene.app.term(TermKind::District, "harz").await;
    scene.proposed("AG Sprache", "OPEN").await;
    for (path, value, expected) in [
        ("/text/name/de", json!(" "), "name.de: REQUIRED"),
        ("/text/shortName", json!(""), "shortName: REQUIRED"),
        ("/text/shortName", json!("ag SPRACHE"), "shortName: DUPLICATE"),
        ("/text/topics", json!([topic.to_string(), district.to_string()]), "topics: UNKNOWN_REFERENCE"),
        ("/text/kind", json!("STEERING"), "kind: INVALID_VALUE"),
        ("/charter/goal/de", json!(""), "goal.de: REQUIRED"),
        ("/charter/until", json!("2025-12-31"), "until: DATE_ORDER"),
        (
            "/organisationId",
            json!("org_00000000000000000000000000000001"),
            "organisationId: UNKNOWN_REFERENCE",
        ),
    ] {
        let mut input = proposal("AG Neu", "OPEN");
        input["organisationId"] = json!(scene.organisation.to_string());
        *input.pointer_mut(path).unwrap() = value;
        assert_eq!(scene.act(&scene.chair, "GroupPropose", input).await.fields(), [expected], "{path}");
    }
    let mut input = proposal("AG Neu", "OPEN");
    input["text"]["topics"] = json!([topic.to_string()]);
    let group = scene.done(&scene.chair, "GroupPropose", input).await;
    assert_eq!(group["topics"][0]["key"], "language");
}

#[tokio::test]
async fn only_people_of_active_members_propose() {
    let scene = Scene::new().await;
    let propose = async |token: &str| scene.act(token, "GroupPropose", proposal("AG Neu", "OPEN")).await;
    assert_eq!(propose("").await.code(), "UNAUTHENTICATED");
    let (_, plain) = scene.app.person("plain@network.example").await;
    assert_eq!(propose(&plain).await.code(), "FORBIDDEN");
    let outside = scene.app.organisation_without_membership("Anwärter").await;
    let staff = scene.app.member_of(outside, AffiliationRole::Staff, "otto@anwaerter.example").await;
    assert_eq!(propose(&staff).await.fields(), ["organisationId: UNKNOWN_REFERENCE"]);
}

#[tokio::test]
async fn the_steering_group_confirms_each_change_with_a_text() {
    let scene = Scene::new().await;
    let mut group = scene.proposed("AG Sprache", "OPEN").await;
    for (operation, state) in [
        ("GroupCharter", "CHARTERED"),
        ("GroupActivate", "ACTIVE"),
        ("GroupRest", "DORMANT"),
        ("GroupResume", "ACTIVE"),
        ("GroupConclude", "CONCLUDED"),
    ] {
        let mut wordless = step(&group);
        wordless["text"] = json!(" ");
        assert_eq!(scene.act(&scene.steering, operation, wordless).await.fields(), ["text: REQUIRED"]);
        group = scene.done(&scene.steering, operation, step(&group)).await;
        assert_eq!(group["state"], state, "{operation}");
        let again = scene.act(&scene.steering, operation, step(&group)).await;
        assert_eq!(again.code(), "STATE_FORBIDS", "{operation}");
    }
    let history = scene.app.send(&scene.chair, "GroupHistory", json!({ "id": group["id"] })).await;
    let events = history.data()["group"]["events"].as_array().unwrap().clone();
    let kinds: Vec<_> = events.iter().rev().map(|event| event["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["PROPOSED", "CHARTERED", "ACTIVATED", "RESTED", "RESUMED", "CONCLUDED"]);
    assert_eq!(events[0]["text"], "So beschlossen.");
}

#[tokio::test]
async fn the_chair_asks_and_the_steering_group_answers() {
    let scene = Scene::new().await;
    let group = scene.active("AG Sprache", "OPEN").await;
    let asked = scene.done(&scene.chair, "GroupRest", step(&group)).await;
    assert_eq!((&asked["state"], &asked["pendingChange"]["step"]), (&json!("ACTIVE"), &json!("REST")));
    assert_eq!(asked["pendingChange"]["by"]["givenName"], "clara");

    assert_eq!(scene.act(&scene.chair, "GroupChangeRefuse", step(&asked)).await.code(), "FORBIDDEN");
    let refused = scene.done(&scene.steering, "GroupChangeRefuse", step(&asked)).await;
    assert_eq!((&refused["state"], &refused["pendingChange"]), (&json!("ACTIVE"), &json!(null)));
    let nothing = scene.act(&scene.steering, "GroupChangeRefuse", step(&refused)).await;
    assert_eq!(nothing.code(), "STATE_FORBIDS");

    let asked = scene.done(&scene.chair, "GroupRest", step(&refused)).await;
    let rests = scene.done(&scene.steering, "GroupRest", step(&asked)).await;
    assert_eq!((&rests["state"], &rests["pendingChange"]), (&json!("DORMANT"), &json!(null)));
}

#[tokio::test]
async fn two_who_decide_at_once_do_not_overwrite_each_other() {
    let scene = Scene::new().await;
    let coordinator = scene.app.coordinator().await;
    let group = scene.proposed("AG Sprache", "OPEN").await;
    let (one, other) = tokio::join!(
        scene.act(&scene.steering, "GroupCharter", step(&group)),
        scene.act(&coordinator, "GroupConclude", step(&group)),
    );
    let mut codes = [one.code(), other.code()];
    codes.sort_unstable();
    assert_eq!(codes, ["", "CONFLICT"]);
}

#[tokio::test]
async fn only_the_steering_group_and_coordinators_confirm() {
    let scene = Scene::new().await;
    let colleague = scene.colleague("karl").await;
    let group = scene.proposed("AG Sprache", "OPEN").await;
    // What is only proposed stays hidden from others.
    for (token, code) in [("", "UNAUTHENTICATED"), (&colleague, "NOT_FOUND"), (&scene.chair, "FORBIDDEN")] {
        assert_eq!(scene.act(token, "GroupCharter", step(&group)).await.code(), code);
    }
    let group = scene.done(&scene.steering, "GroupCharter", step(&group)).await;
    for operation in ["GroupActivate", "GroupConclude", "GroupRest", "GroupResume", "GroupChangeRefuse"] {
        assert_eq!(scene.act(&colleague, operation, step(&group)).await.code(), "FORBIDDEN", "{operation}");
        assert_eq!(scene.act("", operation, step(&group)).await.code(), "UNAUTHENTICATED", "{operation}");
    }
    let stale = json!({ "id": group["id"], "version": 1, "text": "x" });
    assert_eq!(scene.act(&scene.steering, "GroupActivate", stale).await.code(), "CONFLICT");
    let nothing = json!({ "id": "group_00000000000000000000000000000001", "version": 1, "text": "x" });
    assert_eq!(scene.act(&scene.steering, "GroupActivate", nothing).await.code(), "NOT_FOUND");
}

#[tokio::test]
async fn there_is_one_steering_group() {
    let scene = Scene::new().await;
    let coordinator = scene.app.coordinator().await;
    let mut input = proposal("SG", "INVITATION");
    input["text"]["kind"] = json!("STEERING");
    scene.done(&coordinator, "GroupPropose", input.clone()).await;
    input["text"]["shortName"] = json!("SG 2");
    assert_eq!(scene.act(&coordinator, "GroupPropose", input).await.fields(), ["kind: DUPLICATE"]);
}

#[tokio::test]
async fn chair_and_coordinators_change_name_and_ways_in() {
    let scene = Scene::new().await;
    let colleague = scene.colleague("karl").await;
    let group = scene.active("AG Sprache", "OPEN").await;
    scene.active("AG Recht", "OPEN").await;
    let update = |short_name: &str| {
        let text = proposal(short_name, "INVITATION")["text"].clone();
        json!({ "id": group["id"], "version": group["version"], "text": text })
    };
    let taken = scene.act(&scene.chair, "GroupUpdate", update("AG Recht")).await;
    assert_eq!(taken.fields(), ["shortName: DUPLICATE"]);
    assert_eq!(scene.act("", "GroupUpdate", update("AG S")).await.code(), "UNAUTHENTICATED");
    assert_eq!(scene.act(&colleague, "GroupUpdate", update("AG S")).await.code(), "FORBIDDEN");
    assert_eq!(scene.act(&scene.steering, "GroupUpdate", update("AG S")).await.code(), "FORBIDDEN");
    let changed = scene.done(&scene.chair, "GroupUpdate", update("AG S")).await;
    assert_eq!((&changed["shortName"], &changed["joining"]), (&json!("AG S"), &json!("INVITATION")));
    assert_eq!(scene.act(&scene.chair, "GroupUpdate", update("AG S")).await.code(), "CONFLICT");
    let over = scene.done(&scene.steering, "GroupConclude", step(&changed)).await;
    let mut late = update("AG S");
    late["version"] = over["version"].clone();
    assert_eq!(scene.act(&scene.chair, "GroupUpdate", late).await.code(), "STATE_FORBIDS");
}
