//! Likely duplicates, with the reason.

use serde_json::json;

use super::{confirmed, file, newest};
use crate::support::TestApp;

#[tokio::test]
async fn a_member_and_an_earlier_application_are_found_with_the_reasons() {
    let app = TestApp::new().await;
    let coordinator = app.coordinator().await;
    app.member("Ganz anders").await;
    app.member("Neuland").await;
    confirmed(&app, json!({})).await;
    // Not confirmed: whoever wrote it has not shown that the address is theirs.
    file(&app, json!({ "contactEmail": "other@neu.example" })).await.data();
    app.clock.advance(chrono::TimeDelta::seconds(1));
    confirmed(&app, json!({ "organisationName": "Initiative Zukunft", "street": "" })).await;

    let (id, _) = newest(&app, &coordinator).await;
    let detail = app.send(&coordinator, "ApplicationDetail", json!({ "id": id })).await;
    let found = detail.data()["application"]["likelyDuplicates"].as_array().unwrap().clone();
    assert_eq!(found.len(), 1);
    assert_eq!(found[0]["reasons"], json!(["SAME_WEBSITE", "SAME_EMAIL_DOMAIN"]));
    assert_eq!(found[0]["application"]["organisationName"], "Neuland e. V.");

    let first = found[0]["application"]["id"].clone();
    let detail = app.send(&coordinator, "ApplicationDetail", json!({ "id": first })).await;
    let found = &detail.data()["application"]["likelyDuplicates"];
    assert_eq!(found[0]["application"]["organisationName"], "Initiative Zukunft");
    assert_eq!(found[1]["organisation"]["name"], "Neuland");
    assert_eq!(found[1]["reasons"], json!(["SIMILAR_NAME"]));
}
