//! What else an entry of the audit trail knows, in words: names of fields, and their values.

use verbund_shared::{
    audit::{DETAILS, OUTCOMES, SESSION_ENDS},
    groups::GroupRole,
    organisations::ApplicationState,
    people::{AffiliationRole, NetworkRole},
    tasks::TaskState,
};

use super::{audit_rows::Entry, people_words};
use crate::{
    i18n::{day_short, number, text},
    pages::{
        group_roles::group_role_label,
        labels::{application_state_label, role_label},
    },
};

/// The details of an entry in one line; what is empty or nought is left out.
pub(super) fn details(entry: &Entry) -> String {
    let said = entry.details.iter().filter(|detail| !detail.value.is_empty() && detail.value != "0");
    let words = said.map(|detail| {
        let value = value(&entry.object_kind, &detail.name, &detail.value);
        format!("{}: {value}", name(&detail.name))
    });
    words.collect::<Vec<_>>().join("; ")
}

/// The name of a detail; one that this version of the app does not know stays as it is.
fn name(name: &str) -> String {
    if DETAILS.contains(&name) { text(&format!("audit-detail-{name}")) } else { name.to_owned() }
}

/// A value as people say it. What people wrote themselves stays as they wrote it.
fn value(object: &str, name: &str, value: &str) -> String {
    let known = match name {
        "role" => role(value),
        "due" | "from" | "until" | "since" => Some(day_short(value)),
        "public" => Some(text(if value == "true" { "audit-yes" } else { "audit-no" })),
        "outcome" if OUTCOMES.contains(&value) => {
            Some(text(&format!("audit-outcome-{}", value.replace('_', "-"))))
        }
        "outcome" => Some(text(&format!("imports-outcome-{value}"))),
        "kind" if object == "import" => Some(text(&format!("imports-kind-{value}"))),
        "reason" if object == "session" && SESSION_ENDS.contains(&value) => {
            Some(text(&format!("audit-reason-{}", value.replace('_', "-"))))
        }
        "states" if object == "task" => {
            TaskState::parse(value).map(|state| text(&format!("tasks-state-{}", state.as_str())))
        }
        "states" => Some(value.split(", ").map(state).collect::<Vec<_>>().join(", ")),
        "count" | "new" | "changed" | "unchanged" | "warning" | "error" => value.parse().ok().map(number),
        _ => None,
    };
    known.unwrap_or_else(|| value.to_owned())
}

fn role(word: &str) -> Option<String> {
    let network = || NetworkRole::parse(word).map(|role| text(people_words::network_role(role)));
    let group = || GroupRole::parse(word).map(group_role_label);
    AffiliationRole::parse(word).map(role_label).or_else(network).or_else(group)
}

fn state(word: &str) -> String {
    ApplicationState::parse(word).map_or_else(|| word.to_owned(), application_state_label)
}
