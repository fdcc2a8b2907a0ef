//! The ways into a group: `groupJoin`, `groupJoinDecide`, `groupInvite`, `groupInvitationAnswer`,
//! `groupConsentAnswer`.

use serde_json::{Value, json};
use verbund_shared::{id::OrganisationId, people::AffiliationRole};

use super::{Scene, answer, step};

fn invitation(group: &Value, email: &str, role: &str) -> Value {
    json!({ "id": group["id"], "email": email, "role": role, "text": "Machen Sie mit?" })
}

/// Makes an organisation one that wants to be asked; who represents it.
pub(super) async fn asks_first(scene: &Scene, organisation: OrganisationId) -> String {
    let email = "rita@bildungswerk.example";
    let token = scene.app.member_of(organisation, AffiliationRole::Representative, email).await;
    let input = json!({ "organisationId": organisation.to_string(), "wanted": true });
    let reply = scene.act(&token, "OrganisationSetGroupConsent", input).await;
    assert_eq!(reply.data()["organisationSetGroupConsent"]["organisation"]["groupConsent"], true);
    token
}

#[tokio::test]
async fn an_open_group_takes_people_at_once_and_once() {
    let scene = Scene::new().await;
    let group = scene.active("AG Sprache", "OPEN").await;
    let karl = scene.colleague("karl").await;
    let join = || scene.act(&karl, "GroupJoin", json!({ "id": group["id"] }));
    let (one, other) = tokio::join!(join(), join());
    let mut codes = [one.code().to_owned(), other.code().to_owned()];
    codes.sort_unstable();
    assert_eq!(codes, ["", "VALIDATION"]);
    let seen = scene.seen(&karl, &group).await.data()["group"].clone();
    assert_eq!((&seen["memberCount"], &seen["myPlace"]["from"]), (&json!(2), &json!("2026-03-02")));
    assert_eq!(seen["organisations"][1]["name"], "karls Verein");
    assert_eq!(join().await.fields(), ["groupId: DUPLICATE"]);
}

#[tokio::test]
async fn on_request_the_chair_decides_and_the_person_is_told() {
    let scene = Scene::new().await;
    let group = scene.active("AG Sprache", "ON_REQUEST").await;
    let (karl, lena) = (scene.colleague("karl").await, scene.colleague("lena").await);
    for token in [&karl, &lena] {
        let input = json!({ "id": group["id"], "text": "Ich kenne mich aus." });
        let asked = scene.done(token, "GroupJoin", input).await;
        assert_eq!((&asked["myPlace"]["state"], &asked["places"]), (&json!("REQUESTED"), &json!(null)));
    }
    assert_eq!(scene.app.mails("clara@bildungswerk.example", "group-request").await, 2);

    let place = scene.place(&group, "karl").await;
    assert_eq!(
        (&place["text"], &place["viewerCan"]["decide"]),
        (&json!("Ich kenne mich aus."), &json!(true))
    );
    let (yes, no) = (answer(&place, "accept", true), answer(&place, "accept", false));
    assert_eq!(scene.act("", "GroupJoinDecide", yes.clone()).await.code(), "UNAUTHENTICATED");
    assert_eq!(scene.act(&lena, "GroupJoinDecide", yes.clone()).await.code(), "NOT_FOUND");
    assert_eq!(scene.act(&karl, "GroupJoinDecide", yes.clone()).await.code(), "FORBIDDEN");
    let (one, other) = tokio::join!(
        scene.act(&scene.chair, "GroupJoinDecide", yes),
        scene.act(&scene.chair, "GroupJoinDecide", no),
    );
    let mut codes = [one.code(), other.code()];
    codes.sort_unstable();
    assert_eq!(codes, ["", "CONFLICT"]);
    assert_eq!(scene.app.mails("karl@verein.example", "group-decision").await, 1);

    let mut wordless = answer(&scene.place(&group, "lena").await, "accept", false);
    wordless["text"] = json!("");
    let reply = scene.act(&scene.chair, "GroupJoinDecide", wordless.clone()).await;
    assert_eq!(reply.fields(), ["text: REQUIRED"]);
    wordless["text"] = json!("Die Gruppe ist voll.");
    scene.done(&scene.chair, "GroupJoinDecide", wordless.clone()).await;
    wordless["version"] = json!(2);
    assert_eq!(scene.act(&scene.chair, "GroupJoinDecide", wordless).await.code(), "STATE_FORBIDS");
    // Who was declined may ask again.
    scene.done(&lena, "GroupJoin", json!({ "id": group["id"] })).await;
}

#[tokio::test]
async fn a_group_that_takes_nobody_in_says_so() {
    let scene = Scene::new().await;
    let karl = scene.colleague("karl").await;
    let join = async |token: &str, group: &Value| {
        scene.act(token, "GroupJoin", json!({ "id": group["id"] })).await.code().to_owned()
    };
    let closed = scene.active("AG Zu", "INVITATION").await;
    assert_eq!(join(&karl, &closed).await, "STATE_FORBIDS");
    let proposed = scene.proposed("AG Neu", "OPEN").await;
    assert_eq!(join(&karl, &proposed).await, "NOT_FOUND");
    let over = scene.done(&scene.steering, "GroupConclude", step(&proposed)).await;
    assert_eq!(join(&karl, &over).await, "STATE_FORBIDS");
    assert_eq!(join("", &closed).await, "UNAUTHENTICATED");
    let (_, plain) = scene.app.person("plain@network.example").await;
    assert_eq!(join(&plain, &closed).await, "NOT_FOUND");
    assert_eq!(join(&scene.steering, &closed).await, "FORBIDDEN");
}

#[tokio::test]
async fn whoever_belongs_to_several_organisations_says_for_which() {
    let scene = Scene::new().await;
    let group = scene.active("AG Sprache", "OPEN").await;
    let karl = scene.colleague("karl").await;
    let other = scene.app.member("Kammer").await;
    scene
        .app
        .execute(
            "INSERT INTO affiliations (id, person_id, organisation_id, role, from_day, version) SELECT $1, id, $2, 'staff', $3, 1 FROM people WHERE given_name = 'karl'",
            vec![scene.app.clock.new_id().into(), other.0.into(), scene.app.app.today().into()],
        )
        .await;
    let unsaid = scene.act(&karl, "GroupJoin", json!({ "id": group["id"] })).await;
    assert_eq!(unsaid.fields(), ["organisationId: REQUIRED"]);
    let foreign = json!({ "id": group["id"], "organisationId": scene.organisation.to_string() });
    let foreign = scene.act(&karl, "GroupJoin", foreign).await;
    assert_eq!(foreign.fields(), ["organisationId: UNKNOWN_REFERENCE"]);
    let input = json!({ "id": group["id"], "organisationId": other.to_string() });
    let joined = scene.done(&karl, "GroupJoin", input).await;
    assert_eq!(joined["myPlace"]["organisation"]["name"], "Kammer");
}

#[tokio::test]
async fn an_invitation_is_answered_by_whom_it_is_for() {
    let scene = Scene::new().await;
    let group = scene.active("AG Sprache", "INVITATION").await;
    let (karl, lena) = (scene.colleague("karl").await, scene.colleague("lena").await);
    scene.done(&scene.chair, "GroupInvite", invitation(&group, "KARL@verein.example", "SECRETARY")).await;
    assert_eq!(scene.app.mails("karl@verein.example", "group-invitation").await, 1);
    let mine = scene.app.send(&karl, "MyGroups", json!({})).await;
    let place = mine.data()["myGroups"][0]["place"].clone();
    assert_eq!((&place["state"], &place["text"]), (&json!("INVITED"), &json!("Machen Sie mit?")));
    let yes = answer(&place, "accept", true);
    assert_eq!(scene.act("", "GroupInvitationAnswer", yes.clone()).await.code(), "UNAUTHENTICATED");
    assert_eq!(scene.act(&lena, "GroupInvitationAnswer", yes.clone()).await.code(), "NOT_FOUND");
    assert_eq!(scene.act(&scene.chair, "GroupInvitationAnswer", yes.clone()).await.code(), "FORBIDDEN");
    let joined = scene.done(&karl, "GroupInvitationAnswer", yes.clone()).await;
    assert_eq!(
        (&joined["myPlace"]["role"], &joined["viewerCan"]["edit"]),
        (&json!("SECRETARY"), &json!(true))
    );
    assert_eq!(scene.act(&karl, "GroupInvitationAnswer", yes).await.code(), "CONFLICT");

    scene.done(&karl, "GroupInvite", invitation(&group, "lena@verein.example", "MEMBER")).await;
    let no = answer(&scene.place(&group, "lena").await, "accept", false);
    let declined = scene.done(&lena, "GroupInvitationAnswer", no.clone()).await;
    assert_eq!(declined["myPlace"], json!(null));
    let again = json!({ "placeId": no["placeId"], "version": 2, "accept": true });
    assert_eq!(scene.act(&lena, "GroupInvitationAnswer", again).await.code(), "STATE_FORBIDS");
}

#[tokio::test]
async fn an_invitation_must_be_right_and_come_from_those_who_manage() {
    let scene = Scene::new().await;
    let group = scene.active("AG Sprache", "OPEN").await;
    let mona = scene.member(&group, "mona").await;
    scene.app.person("plain@network.example").await;
    let send = async |token: &str, email: &str, role: &str| {
        scene.act(token, "GroupInvite", invitation(&group, email, role)).await
    };
    assert_eq!(
        send(&scene.chair, "nobody@verein.example", "MEMBER").await.fields(),
        ["email: UNKNOWN_REFERENCE"]
    );
    assert_eq!(send(&scene.chair, "mona@verein.example", "MEMBER").await.fields(), ["email: DUPLICATE"]);
    assert_eq!(send(&scene.chair, "no address", "MEMBER").await.fields(), ["email: INVALID_EMAIL"]);
    // Who belongs to no organisation comes as a guest.
    let plain = "plain@network.example";
    assert_eq!(send(&scene.chair, plain, "MEMBER").await.fields(), ["organisationId: UNKNOWN_REFERENCE"]);
    assert_eq!(send("", plain, "GUEST").await.code(), "UNAUTHENTICATED");
    assert_eq!(send(&mona, plain, "GUEST").await.code(), "FORBIDDEN");
    send(&scene.chair, plain, "GUEST").await.data();
    let place = scene.place(&group, "mona").await;
    let input = json!({ "placeId": place["id"], "version": place["version"], "role": "SECRETARY" });
    scene.done(&scene.chair, "GroupRoleGive", input).await;
    assert_eq!(send(&mona, "steering@network.example", "CHAIR").await.code(), "FORBIDDEN");
    let now = scene.seen(&scene.chair, &group).await.data()["group"].clone();
    scene.done(&scene.steering, "GroupConclude", step(&now)).await;
    assert_eq!(send(&scene.chair, "steering@network.example", "GUEST").await.code(), "STATE_FORBIDS");
    // What was awaited is declined with the end.
    let waiting = "SELECT COUNT(*) FROM group_roles WHERE state = 'declined'";
    assert_eq!(scene.app.count(waiting, vec![]).await, 1);
}

#[tokio::test]
async fn an_organisation_that_wants_to_be_asked_is_asked() {
    let scene = Scene::new().await;
    let group = scene.active("AG Sprache", "OPEN").await;
    let home = scene.app.member("Kammer").await;
    let karl = scene.app.member_of(home, AffiliationRole::Staff, "karl@kammer.example").await;
    let rita = asks_first(&scene, home).await;
    let asked = scene.done(&karl, "GroupJoin", json!({ "id": group["id"] })).await;
    assert_eq!(asked["myPlace"]["state"], "CONSENT_PENDING");
    assert_eq!(scene.app.mails("rita@bildungswerk.example", "group-consent").await, 1);
    let place = asked["myPlace"].clone();
    let yes = answer(&place, "consent", true);
    let stranger = scene.colleague("lena").await;
    assert_eq!(scene.act("", "GroupConsentAnswer", yes.clone()).await.code(), "UNAUTHENTICATED");
    assert_eq!(scene.act(&stranger, "GroupConsentAnswer", yes.clone()).await.code(), "NOT_FOUND");
    for token in [&karl, &scene.chair, &scene.steering] {
        assert_eq!(scene.act(token, "GroupConsentAnswer", yes.clone()).await.code(), "FORBIDDEN");
    }
    let mut wordless = answer(&place, "consent", false);
    wordless["text"] = json!("");
    assert_eq!(scene.act(&rita, "GroupConsentAnswer", wordless).await.fields(), ["text: REQUIRED"]);
    scene.act(&rita, "GroupConsentAnswer", yes.clone()).await.data();
    assert_eq!(scene.place(&group, "karl").await["state"], "ACTIVE");
    assert_eq!(scene.app.mails("karl@kammer.example", "group-decision").await, 1);
    assert_eq!(scene.act(&rita, "GroupConsentAnswer", yes).await.code(), "CONFLICT");
    let again = json!({ "placeId": place["id"], "version": 2, "consent": true });
    assert_eq!(scene.act(&rita, "GroupConsentAnswer", again).await.code(), "STATE_FORBIDS");
    // Who represents the organisation consents by coming.
    let joined = scene.done(&rita, "GroupJoin", json!({ "id": group["id"] })).await;
    assert_eq!(joined["myPlace"]["state"], "ACTIVE");
}

#[tokio::test]
async fn who_is_taken_in_on_request_waits_for_the_organisation_too() {
    let scene = Scene::new().await;
    let group = scene.active("AG Sprache", "ON_REQUEST").await;
    let home = scene.app.member("Kammer").await;
    let karl = scene.app.member_of(home, AffiliationRole::Staff, "karl@kammer.example").await;
    let rita = asks_first(&scene, home).await;
    scene.done(&karl, "GroupJoin", json!({ "id": group["id"] })).await;
    assert_eq!(scene.app.mails("rita@bildungswerk.example", "group-consent").await, 0);
    let place = scene.place(&group, "karl").await;
    scene.done(&scene.chair, "GroupJoinDecide", answer(&place, "accept", true)).await;
    assert_eq!(scene.app.mails("rita@bildungswerk.example", "group-consent").await, 1);
    let place = scene.place(&group, "karl").await;
    scene.act(&rita, "GroupConsentAnswer", answer(&place, "consent", false)).await.data();
    let own = scene.seen(&karl, &group).await.data()["group"]["myPlace"].clone();
    assert_eq!(own, json!(null));
}

#[tokio::test]
async fn only_representatives_and_coordinators_say_whether_to_ask() {
    let scene = Scene::new().await;
    let input = || json!({ "organisationId": scene.organisation.to_string(), "wanted": true });
    let operation = "OrganisationSetGroupConsent";
    assert_eq!(scene.act("", operation, input()).await.code(), "UNAUTHENTICATED");
    assert_eq!(scene.act(&scene.chair, operation, input()).await.code(), "FORBIDDEN");
    let coordinator = scene.app.coordinator().await;
    scene.act(&coordinator, operation, input()).await.data();
}
