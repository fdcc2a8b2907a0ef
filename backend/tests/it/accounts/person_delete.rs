//! `personDelete`.

use serde_json::{Value, json};
use verbund_shared::{id::PersonId, people::AffiliationRole};

use crate::support::{TestApp, accounts::PASSWORD};

const ANNA: &str = "anna@network.example";

fn oneself(password: &str, code: &str) -> Value {
    json!({ "input": { "password": password, "code": code } })
}

fn other(person: PersonId) -> Value {
    json!({ "input": { "personId": person } })
}

#[tokio::test]
async fn oneself_leaves_a_placeholder_and_nothing_else() {
    let app = TestApp::new().await;
    let person = app.account(ANNA).await;
    let organisation = app.bare_organisation("Verein").await;
    let yesterday = app.app.today().pred_opt().unwrap();
    app.execute(
        "INSERT INTO affiliations (id, person_id, organisation_id, role, from_day, version) VALUES ($1, $2, $3, $4, $5, 1)",
        vec![
            app.clock.new_id().into(),
            person.0.into(),
            organisation.0.into(),
            AffiliationRole::Staff.as_str().into(),
            yesterday.into(),
        ],
    )
    .await;
    let (token, cookie) = app.signed_in(ANNA).await;
    let (_, codes) = app.with_second_factor(&token).await;
    assert_eq!(
        app.send(&token, "PersonDelete", oneself("wrong", "")).await.fields(),
        ["password: PASSWORD_WRONG"]
    );
    assert_eq!(
        app.send(&token, "PersonDelete", oneself(PASSWORD, "")).await.fields(),
        ["code: SECOND_FACTOR_WRONG"]
    );
    app.send(&token, "PersonDelete", oneself(PASSWORD, &codes[0])).await.data();

    assert_eq!(app.send(&token, "AccountProfile", json!({})).await.code(), "UNAUTHENTICATED");
    assert_eq!(app.refresh(&cookie).await.data()["sessionRefresh"]["session"], Value::Null);
    assert_eq!(app.sign_in(ANNA, PASSWORD).await.code(), "INVALID_CREDENTIALS");
    for (sql, left) in [
        ("SELECT COUNT(*) FROM people WHERE state = 'deleted' AND given_name = '' AND email IS NULL", 1),
        ("SELECT COUNT(*) FROM credentials", 0),
        ("SELECT COUNT(*) FROM recovery_codes", 0),
        ("SELECT COUNT(*) FROM sessions", 0),
        ("SELECT COUNT(*) FROM refresh_tokens", 0),
        ("SELECT COUNT(*) FROM outbox", 0),
        ("SELECT COUNT(*) FROM affiliations WHERE until_day IS NULL", 0),
        ("SELECT COUNT(*) FROM affiliations", 1),
    ] {
        assert_eq!(app.count(sql, vec![]).await, left, "{sql}");
    }
    assert_eq!(app.audited("person_delete", person.0).await, 1);
    // The address is free again.
    app.account(ANNA).await;
}

#[tokio::test]
async fn a_coordinator_deletes_others_but_not_the_last_coordinator() {
    let app = TestApp::new().await;
    let person = app.account(ANNA).await;
    let office = app.account("office@network.example").await;
    app.make_coordinator(office).await;
    let (coordinator, _) = app.signed_in("office@network.example").await;
    app.send(&coordinator, "PersonDelete", other(person)).await.data();
    assert_eq!(app.send(&coordinator, "PersonDelete", other(person)).await.code(), "NOT_FOUND");
    let nobody = PersonId(app.clock.new_id());
    assert_eq!(app.send(&coordinator, "PersonDelete", other(nobody)).await.code(), "NOT_FOUND");

    assert_eq!(
        app.send(&coordinator, "PersonDelete", oneself(PASSWORD, "")).await.code(),
        "LAST_OF_ITS_KIND"
    );
    let second = app.account("second@network.example").await;
    app.make_coordinator(second).await;
    app.send(&coordinator, "PersonDelete", oneself(PASSWORD, "")).await.data();
}

#[tokio::test]
async fn nobody_else_may() {
    let app = TestApp::new().await;
    let person = app.account(ANNA).await;
    let steering = app.steering_member().await;
    assert_eq!(app.send("", "PersonDelete", other(person)).await.code(), "UNAUTHENTICATED");
    assert_eq!(app.send(&steering, "PersonDelete", other(person)).await.code(), "FORBIDDEN");
    let (token, _) = app.signed_in(ANNA).await;
    assert_eq!(
        app.send(&token, "PersonDelete", json!({ "input": {} })).await.fields(),
        ["password: PASSWORD_WRONG"]
    );
}

#[tokio::test]
async fn two_coordinators_who_leave_at_once_leave_one() {
    for round in 0..4 {
        let app = TestApp::new().await;
        let (one, other) = ("one@network.example", "other@network.example");
        for email in [one, other] {
            let person = app.account(email).await;
            app.make_coordinator(person).await;
        }
        let (first, _) = app.signed_in(one).await;
        let (second, _) = app.signed_in(other).await;
        let (first, second) = futures::join!(
            app.send(&first, "PersonDelete", oneself(PASSWORD, "")),
            app.send(&second, "PersonDelete", oneself(PASSWORD, "")),
        );
        let mut codes = [first.code().to_owned(), second.code().to_owned()];
        codes.sort();
        assert_eq!(codes, ["", "LAST_OF_ITS_KIND"], "round {round}");
        let left = "SELECT COUNT(*) FROM people WHERE state = 'active'";
        assert_eq!(app.count(left, vec![]).await, 1);
    }
}
