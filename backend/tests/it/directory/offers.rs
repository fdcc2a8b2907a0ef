//! `offers`: filter, facets, search, pages, statements.

use serde_json::{Value, json};
use verbund_shared::{id::OrganisationId, terms::TermKind};

use crate::support::{Reply, TestApp};

async fn search(app: &TestApp, filter: Value) -> Reply {
    app.send("", "OffersPage", json!({ "filter": filter, "first": 100 })).await
}

fn titles(reply: &Reply) -> Vec<String> {
    let edges = reply.data()["offers"]["edges"].as_array().unwrap();
    edges.iter().map(|edge| edge["node"]["title"]["de"].as_str().unwrap().to_owned()).collect()
}

/// The count of a value in a facet.
fn count(reply: &Reply, facet: &str, key: &str) -> Value {
    let facets = reply.data()["offers"]["facets"].as_array().unwrap();
    let facet = facets.iter().find(|other| other["kind"] == facet).unwrap();
    let value = facet["values"].as_array().unwrap().iter().find(|value| value["key"] == key).unwrap();
    value["count"].clone()
}

async fn many(app: &TestApp, coordinator: &str, organisation: OrganisationId, titles: &[&str]) {
    for title in titles {
        app.published(coordinator, organisation, json!({ "title": { "de": title } })).await;
    }
}

#[tokio::test]
async fn filters_and_counts_follow_every_change_at_once() {
    let app = TestApp::new().await;
    let coordinator = app.coordinator().await;
    let organisation = app.member_organisation("Bildungswerk").await;
    app.published(&coordinator, organisation, json!({})).await;
    let halle = app.term(TermKind::District, "halle").await.to_string();
    let mut terms = app.offer_text(json!({})).await["termIds"].as_array().unwrap().clone();
    terms.pop();
    terms.push(halle.clone().into());
    let advice = json!({ "title": { "de": "Beratung" }, "form": "ADVICE", "termIds": terms });
    app.published(&coordinator, organisation, advice).await;

    let all = search(&app, json!({})).await;
    assert_eq!(count(&all, "DISTRICT", "harz"), 1);
    assert_eq!(count(&all, "TOPIC", "language"), 2);
    assert_eq!(count(&all, "FORM", "advice"), 1);
    let in_halle = search(&app, json!({ "districts": ["halle"], "forms": ["ADVICE"] })).await;
    assert_eq!(titles(&in_halle), ["Beratung"]);
    assert_eq!(count(&in_halle, "DISTRICT", "harz"), 0);
    assert_eq!(count(&in_halle, "FORM", "course"), 0);

    // A renamed term is found under its new name.
    let input = json!({
        "id": halle, "version": 1, "name": { "de": "Händelstadt" }, "position": 1, "archived": false,
    });
    app.send(&coordinator, "TermUpdate", json!({ "input": input })).await.data();
    assert_eq!(titles(&search(&app, json!({ "text": "haendelstadt" })).await), ["Beratung"]);

    app.execute("UPDATE memberships SET state = 'suspended'", vec![]).await;
    app.execute("UPDATE directory_sequence SET value = value + 1", vec![]).await;
    app.execute("UPDATE organisations SET changed_seq = (SELECT value FROM directory_sequence)", vec![])
        .await;
    assert_eq!(search(&app, json!({})).await.data()["offers"]["totalCount"], 0);
}

#[tokio::test]
async fn a_mistyped_text_is_corrected_and_said_so() {
    let app = TestApp::new().await;
    let coordinator = app.coordinator().await;
    let organisation = app.member_organisation("Bildungswerk Grüne Jeetze").await;
    many(&app, &coordinator, organisation, &["Förderberatung", "Sprachkurs"]).await;
    let reply = search(&app, json!({ "text": "Foerderberatnug" })).await;
    assert_eq!(titles(&reply), ["Förderberatung"]);
    assert_eq!(reply.data()["offers"]["correctedText"], "Förderberatung");
    let by_organisation = search(&app, json!({ "text": "gruene jeetze sprach" })).await;
    assert_eq!(titles(&by_organisation), ["Sprachkurs"]);
    let nothing = search(&app, json!({ "text": "xyz" })).await;
    assert_eq!(nothing.data()["offers"]["totalCount"], 0);
}

#[tokio::test]
async fn pages_follow_each_other() {
    let app = TestApp::new().await;
    let coordinator = app.coordinator().await;
    let organisation = app.member_organisation("Bildungswerk").await;
    many(&app, &coordinator, organisation, &["A", "B", "C", "D", "E"]).await;
    let mut seen = Vec::new();
    let mut after = Value::Null;
    loop {
        let variables = json!({ "filter": {}, "first": 2, "after": after });
        let reply = app.send("", "OffersPage", variables).await;
        seen.extend(titles(&reply));
        let page = &reply.data()["offers"]["pageInfo"];
        if page["hasNextPage"] == false {
            break;
        }
        after = page["endCursor"].clone();
    }
    assert_eq!(seen, ["A", "B", "C", "D", "E"]);
}

#[tokio::test]
async fn a_list_of_any_length_takes_the_same_few_statements() {
    let app = TestApp::new().await;
    let coordinator = app.coordinator().await;
    let organisation = app.member_organisation("Bildungswerk").await;
    let mut made = 0;
    for n in [1, 10, 100] {
        while made < n {
            app.published(&coordinator, organisation, json!({ "title": { "de": format!("Kurs {made}") } }))
                .await;
            made += 1;
        }
        search(&app, json!({})).await.data();
        let (statements, reply) = app.statements_of(search(&app, json!({ "text": "kurs" }))).await;
        assert_eq!(titles(&reply).len(), n);
        // The counter, the offers, their terms, their organisations.
        assert!(statements <= 4, "{n} offers took {statements} statements");
    }
}

#[tokio::test]
async fn a_filter_that_is_too_long_is_refused() {
    let app = TestApp::new().await;
    let reply = search(&app, json!({ "text": "x".repeat(201) })).await;
    assert_eq!(reply.fields(), ["filter.text: TOO_LONG"]);
    let reply = search(&app, json!({ "topics": vec!["a"; 41] })).await;
    assert_eq!(reply.fields(), ["filter: TOO_MANY"]);
    let nobody = "person_00000000000000000000000000000001";
    assert_eq!(search(&app, json!({ "organisationId": nobody })).await.code(), "NOT_FOUND");
}
