//! Tests of people as the coordination office manages them.

mod network_roles;
mod person_disable;
mod reading;

use serde_json::{Value, json};

use crate::support::TestApp;

/// Opens a person by the address: the id and the whole detail.
async fn open(app: &TestApp, token: &str, id: &Value) -> Value {
    app.send(token, "PersonShow", json!({ "id": id })).await.data()["person"].clone()
}
