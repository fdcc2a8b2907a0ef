//! Organisations: profiles, contacts, logos, memberships, people.

mod contacts;
mod exporting;
mod lists;
mod logo;
mod memberships;
mod people;
mod profile;

use serde_json::{Value, json};

/// A profile as the app sends it, with changes.
fn profile(change: Value) -> Value {
    let mut profile = json!({
        "name": "Ankommen in Halle e. V.", "shortName": "AiH", "kind": "ASSOCIATION",
        "purpose": { "de": "Hilft.", "en": "Helps." }, "website": "ankommen.example",
        "email": "Post@Ankommen.example", "phone": "+49 345 1234", "street": "Saalestraße 1",
        "postalCode": "06108", "city": "Halle (Saale)", "statewide": false, "terms": [],
    });
    for (name, value) in change.as_object().unwrap() {
        profile[name] = value.clone();
    }
    profile
}
