//! The list, `applicationStartReview`, `applicationAsk`, `applicationNote`.

use chrono::TimeDelta;
use serde_json::{Value, json};
use verbund_shared::people::AffiliationRole;

use super::{EMAIL, confirmed, file, in_review, newest, step};
use crate::support::{Reply, TestApp};

async fn list(app: &TestApp, token: &str, states: Value, text: &str, after: Value) -> Reply {
    let variables = json!({ "states": states, "text": text, "first": 2, "after": after });
    app.send(token, "ApplicationsPage", variables).await
}

fn names(reply: &Reply) -> Vec<String> {
    let edges = reply.data()["applications"]["edges"].as_array().unwrap();
    edges.iter().map(|edge| edge["node"]["organisationName"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn the_list_shows_the_newest_first_and_is_filtered() {
    let app = TestApp::new().await;
    let steering = app.steering_member().await;
    for (number, name) in ["Älteste", "Mittlere", "Jüngste"].iter().enumerate() {
        let email = format!("eva{number}@neu.example");
        file(&app, json!({ "organisationName": name, "contactEmail": email })).await.data();
        app.clock.advance(TimeDelta::seconds(1));
    }
    let first = list(&app, &steering, json!([]), "", Value::Null).await;
    assert_eq!(names(&first), ["Jüngste", "Mittlere"]);
    let connection = &first.data()["applications"];
    assert_eq!(connection["totalCount"], 3);
    let rest = list(&app, &steering, json!([]), "", connection["pageInfo"]["endCursor"].clone()).await;
    assert_eq!(names(&rest), ["Älteste"]);
    assert_eq!(names(&list(&app, &steering, json!([]), "aelteste", Value::Null).await), ["Älteste"]);
    assert_eq!(names(&list(&app, &steering, json!(["SUBMITTED"]), "muster", Value::Null).await).len(), 2);
    assert!(names(&list(&app, &steering, json!(["ADMITTED"]), "", Value::Null).await).is_empty());
}

#[tokio::test]
async fn a_reviewer_takes_it_up_notes_and_asks() {
    let app = TestApp::new().await;
    let steering = app.steering_member().await;
    let (id, version, _) = in_review(&app, &steering).await;
    let note = json!({ "note": "Sieht gut aus." });
    let reply = step(&app, &steering, "ApplicationNote", &id, &version, note).await;
    let version = reply.data()["applicationNote"]["application"]["version"].clone();
    let question = json!({ "question": "Seit wann gibt es Sie?" });
    let reply = step(&app, &steering, "ApplicationAsk", &id, &version, question).await;
    let application = &reply.data()["applicationAsk"]["application"];
    assert_eq!(application["state"], "QUESTION_OPEN");
    assert_eq!(app.mails(EMAIL, "application-question").await, 1);
    let kinds: Vec<_> = application["events"]
        .as_array()
        .unwrap()
        .iter()
        .map(|event| event["kind"].as_str().unwrap())
        .collect();
    assert_eq!(kinds, ["SUBMITTED", "CONFIRMED", "REVIEW_STARTED", "NOTE", "QUESTION"]);
    assert_eq!(application["events"][4]["personName"], "steering Test");
    assert_eq!(application["viewerCan"]["ask"], false);
}

#[tokio::test]
async fn what_cannot_follow_is_refused() {
    let app = TestApp::new().await;
    let coordinator = app.coordinator().await;
    confirmed(&app, json!({})).await;
    let (id, version) = newest(&app, &coordinator).await;
    let question = json!({ "question": "x" });
    let reply = step(&app, &coordinator, "ApplicationAsk", &id, &version, question).await;
    assert_eq!(reply.code(), "STATE_FORBIDS");
    assert_eq!(reply.body["errors"][0]["extensions"]["params"]["state"], "confirmed");
    let stale = step(&app, &coordinator, "ApplicationStartReview", &id, &json!(1), json!({})).await;
    assert_eq!(stale.code(), "CONFLICT");
    step(&app, &coordinator, "ApplicationStartReview", &id, &version, json!({})).await.data();
    let (_, version) = newest(&app, &coordinator).await;
    let empty = step(&app, &coordinator, "ApplicationAsk", &id, &version, json!({ "question": " " })).await;
    assert_eq!(empty.fields(), ["question: REQUIRED"]);
    let empty = step(&app, &coordinator, "ApplicationNote", &id, &version, json!({ "note": "" })).await;
    assert_eq!(empty.fields(), ["note: REQUIRED"]);
    let again = step(&app, &coordinator, "ApplicationStartReview", &id, &version, json!({})).await;
    assert_eq!(again.code(), "STATE_FORBIDS");
}

#[tokio::test]
async fn only_coordinators_and_the_steering_group_may() {
    let app = TestApp::new().await;
    let coordinator = app.coordinator().await;
    let (id, version, _) = in_review(&app, &coordinator).await;
    let member = app.member("Verein").await;
    let representative = app.member_of(member, AffiliationRole::Representative, "rep@verein.example").await;
    for (token, code) in [("", "UNAUTHENTICATED"), (&representative, "FORBIDDEN")] {
        assert_eq!(list(&app, token, json!([]), "", Value::Null).await.code(), code);
        assert_eq!(app.send(token, "ApplicationDetail", json!({ "id": id })).await.code(), code);
        for (operation, more) in [
            ("ApplicationStartReview", json!({})),
            ("ApplicationAsk", json!({ "question": "x" })),
            ("ApplicationNote", json!({ "note": "x" })),
        ] {
            assert_eq!(step(&app, token, operation, &id, &version, more).await.code(), code);
        }
    }
    let unknown = json!("application_00000000000000000000000000000001");
    let reply =
        step(&app, &coordinator, "ApplicationNote", &unknown, &json!(1), json!({ "note": "x" })).await;
    assert_eq!(reply.code(), "NOT_FOUND");
    assert_eq!(
        app.send(&coordinator, "ApplicationDetail", json!({ "id": unknown })).await.code(),
        "NOT_FOUND"
    );
}
