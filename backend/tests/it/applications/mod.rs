//! Applications for membership, from filing to the decision.

mod applying;
mod deciding;
mod duplicates;
mod exporting;
mod following;
mod reviewing;

use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::support::{Reply, TestApp};

/// To whom the mails of an application go.
const EMAIL: &str = "eva@neu.example";

/// What the form sends, with changes.
fn filing(change: Value) -> Value {
    let mut filing = json!({
        "organisationName": "Neuland e. V.", "kind": "ASSOCIATION", "purpose": "Hilft beim Ankommen.",
        "website": "www.neu.example", "street": "Ring 3", "postalCode": "06108", "city": "Halle",
        "statewide": false, "terms": [], "contactGivenName": "Eva", "contactFamilyName": "Muster",
        "contactEmail": EMAIL, "contactPhone": "0345 1234", "motivation": "Wir wollen mitmachen.",
        "locale": "DE",
    });
    for (name, value) in change.as_object().unwrap() {
        filing[name] = value.clone();
    }
    filing
}

async fn file(app: &TestApp, change: Value) -> Reply {
    app.send("", "ApplicationFile", json!({ "input": filing(change) })).await
}

async fn confirm(app: &TestApp, token: &str) -> Reply {
    app.clock.advance(TimeDelta::seconds(1));
    app.send("", "ApplicationConfirm", json!({ "input": { "token": token } })).await
}

/// Files and confirms; the token to follow it.
async fn confirmed(app: &TestApp, change: Value) -> String {
    file(app, change).await.data();
    let token = app.link_token(EMAIL, "/mitmachen/bestaetigen/").await.unwrap();
    let reply = confirm(app, &token).await;
    reply.data()["applicationConfirm"]["followToken"].as_str().unwrap().to_owned()
}

/// The newest application's id and version, as a reviewer sees them.
async fn newest(app: &TestApp, token: &str) -> (Value, Value) {
    let list = app.send(token, "ApplicationsPage", json!({ "states": [], "text": "" })).await;
    let id = list.data()["applications"]["edges"][0]["node"]["id"].clone();
    let detail = app.send(token, "ApplicationDetail", json!({ "id": id })).await;
    (id, detail.data()["application"]["version"].clone())
}

/// A step of a reviewer with more of its input.
async fn step(
    app: &TestApp,
    token: &str,
    operation: &str,
    id: &Value,
    version: &Value,
    more: Value,
) -> Reply {
    let mut input = json!({ "id": id, "version": version });
    for (name, value) in more.as_object().unwrap() {
        input[name] = value.clone();
    }
    app.clock.advance(TimeDelta::seconds(1));
    app.send(token, operation, json!({ "input": input })).await
}

/// A confirmed application that is in review; id, version and the token to follow it.
async fn in_review(app: &TestApp, reviewer: &str) -> (Value, Value, String) {
    let follow = confirmed(app, json!({})).await;
    let (id, version) = newest(app, reviewer).await;
    let reply = step(app, reviewer, "ApplicationStartReview", &id, &version, json!({})).await;
    let version = reply.data()["applicationStartReview"]["application"]["version"].clone();
    (id, version, follow)
}
