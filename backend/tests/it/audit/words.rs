//! Every act that the server notes in the trail is known by name, and said in both languages.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};

use verbund_shared::{
    audit::{ACTIONS, DETAILS, OBJECT_KINDS, SESSION_ENDS},
    operation_states::RowOutcome,
};

/// Words of the same shape, in the files that write entries, that are no acts.
const NO_ACTS: &[&str] = &[
    "agenda_item",
    "person_disabled",
    "ended_by_person",
    "group_role",
    "meeting_poll",
    "not_started",
    "organisation_key",
    "own_account",
    "password_changed",
    "recovery_codes",
    "signed_out",
];

fn sources(folder: &Path, found: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.ends_with("store.rs") {
            // Stores name columns, not acts.
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let text = std::fs::read_to_string(path).unwrap();
            // What stands in a file's own tests writes no entries.
            found.push(text.split("#[cfg(test)]").next().unwrap_or_default().to_owned());
        }
    }
}

/// Texts such as `offer_publish`: small letters with at least one underscore.
fn snake_texts(source: &str) -> impl Iterator<Item = &str> {
    source.split('"').skip(1).step_by(2).filter(|text| {
        text.contains('_')
            && !text.starts_with('_')
            && text.chars().all(|letter| letter.is_ascii_lowercase() || letter == '_')
    })
}

/// What the server notes: the texts of that shape in the files that make entries.
fn noted() -> BTreeSet<String> {
    let mut files = Vec::new();
    sources(&PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src"), &mut files);
    files
        .iter()
        .filter(|text| text.contains("AuditEvent"))
        .flat_map(|text| text.lines().filter(|line| !line.trim_start().starts_with("//")))
        .flat_map(snake_texts)
        .filter(|text| !NO_ACTS.contains(text))
        .map(str::to_owned)
        .collect()
}

#[test]
fn every_act_is_known_by_name() {
    let unknown: Vec<_> = noted().into_iter().filter(|act| !ACTIONS.contains(&act.as_str())).collect();
    assert!(unknown.is_empty(), "name these in shared/src/audit.rs, or here as no acts: {unknown:?}");
}

/// The names that the server gives to details of entries.
#[test]
fn every_detail_is_known_by_name() {
    let mut files = Vec::new();
    sources(&PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src"), &mut files);
    let named = files
        .iter()
        .flat_map(|text| text.split(".detail(\"").skip(1))
        .filter_map(|rest| rest.split('"').next());
    let outcomes = RowOutcome::ALL.iter().map(|outcome| outcome.as_str());
    let unknown: BTreeSet<_> = named.chain(outcomes).filter(|name| !DETAILS.contains(name)).collect();
    assert!(unknown.is_empty(), "name these in shared/src/audit.rs: {unknown:?}");
}

#[test]
fn every_end_of_a_session_is_known_by_name() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&folder, &mut files);
    for reason in SESSION_ENDS {
        let quoted = format!("\"{reason}\"");
        assert!(files.iter().any(|text| text.contains(&quoted)), "{reason} ends no session");
    }
    let ended = files.iter().flat_map(|text| text.split("sessions::end(").skip(1));
    for call in ended.filter_map(|rest| rest.split(".await").next()) {
        let literal = call.split('"').nth(1);
        assert!(literal.is_none_or(|reason| SESSION_ENDS.contains(&reason)), "name it: {literal:?}");
    }
}

#[test]
fn every_act_is_said_in_both_languages() {
    for language in ["de", "en"] {
        let path = format!("{}/../shared/locales/{language}/audit.ftl", env!("CARGO_MANIFEST_DIR"));
        let messages = std::fs::read_to_string(path).unwrap();
        let says = |key: &str| messages.lines().any(|line| line.starts_with(&format!("{key} = ")));
        let acts = ACTIONS.iter().map(|act| format!("audit-{}", act.replace('_', "-")));
        let kinds = OBJECT_KINDS.iter().map(|kind| format!("audit-object-{kind}"));
        let details = DETAILS.iter().map(|name| format!("audit-detail-{name}"));
        let ends = SESSION_ENDS.iter().map(|why| format!("audit-reason-{}", why.replace('_', "-")));
        let missing: Vec<_> = acts.chain(kinds).chain(details).chain(ends).filter(|key| !says(key)).collect();
        assert!(missing.is_empty(), "without words in {language}: {missing:?}");
    }
}
