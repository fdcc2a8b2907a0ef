//! `members`: active members by name, filter, search, statements.

use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::support::{Reply, TestApp};

async fn search(app: &TestApp, filter: Value) -> Reply {
    app.send("", "MembersPage", json!({ "filter": filter, "first": 100 })).await
}

fn names(reply: &Reply) -> Vec<String> {
    let edges = reply.data()["members"]["edges"].as_array().unwrap();
    edges.iter().map(|edge| edge["node"]["name"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn active_members_stand_by_name_whatever_letters_it_has() {
    let app = TestApp::new().await;
    for name in ["Österreichischer Verein", "Zentrum", "Ärztekammer", "oase", "Orient-Haus"] {
        app.member_organisation(name).await;
    }
    app.organisation_without_membership("Anwärter").await;
    let reply = search(&app, json!({})).await;
    assert_eq!(names(&reply), ["Ärztekammer", "oase", "Orient-Haus", "Österreichischer Verein", "Zentrum"]);
    assert_eq!(reply.data()["members"]["totalCount"], 5);
    assert_eq!(names(&search(&app, json!({ "text": "aerzte" })).await), ["Ärztekammer"]);
    assert_eq!(names(&search(&app, json!({ "kinds": ["COMPANY"] })).await), [""; 0]);
}

#[tokio::test]
async fn a_membership_shows_from_its_first_to_its_last_day() {
    let app = TestApp::new().await;
    let organisation = app.member_organisation("Verein").await;
    let (from, until) = (app.app.today() + TimeDelta::days(1), app.app.today() + TimeDelta::days(2));
    app.execute(
        "UPDATE memberships SET from_day = $1, until_day = $2 WHERE organisation_id = $3",
        vec![from.into(), until.into(), organisation.0.into()],
    )
    .await;
    for expected in [0, 1, 1, 0] {
        let reply = search(&app, json!({})).await;
        assert_eq!(reply.data()["members"]["totalCount"], expected, "{}", app.app.today());
        app.clock.advance(TimeDelta::days(1));
    }
}

#[tokio::test]
async fn a_list_of_any_length_takes_the_same_few_statements() {
    let app = TestApp::new().await;
    let mut made = 0;
    for n in [1, 10, 100] {
        while made < n {
            app.member_organisation(&format!("Verein {made:03}")).await;
            made += 1;
        }
        search(&app, json!({})).await.data();
        let (statements, reply) = app.statements_of(search(&app, json!({ "text": "verein" }))).await;
        assert_eq!(names(&reply).len(), n);
        // The counter, the members, their terms.
        assert!(statements <= 3, "{n} members took {statements} statements");
    }
}

#[tokio::test]
async fn another_process_sees_a_change_at_once() {
    let app = TestApp::new().await;
    app.member_organisation("Verein").await;
    assert_eq!(names(&search(&app, json!({})).await).len(), 1);
    // Written behind this process's back, as another one would.
    app.member_organisation("Kammer").await;
    assert_eq!(names(&search(&app, json!({})).await), ["Kammer", "Verein"]);
}
