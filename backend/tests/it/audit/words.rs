//! Every act that the server notes in the trail is known by name, and said in both languages.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};

use verbund_shared::audit::{ACTIONS, OBJECT_KINDS};

/// Words of the same shape, in the files that write entries, that are no acts.
const NO_ACTS: &[&str] = &[
    "person_disabled",
    "ended_by_person",
    "group_role",
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

#[test]
fn every_act_is_said_in_both_languages() {
    for language in ["de", "en"] {
        let path = format!("{}/../shared/locales/{language}/audit.ftl", env!("CARGO_MANIFEST_DIR"));
        let messages = std::fs::read_to_string(path).unwrap();
        let says = |key: &str| messages.lines().any(|line| line.starts_with(&format!("{key} = ")));
        let acts = ACTIONS.iter().map(|act| format!("audit-{}", act.replace('_', "-")));
        let kinds = OBJECT_KINDS.iter().map(|kind| format!("audit-object-{kind}"));
        let missing: Vec<_> = acts.chain(kinds).filter(|key| !says(key)).collect();
        assert!(missing.is_empty(), "without words in {language}: {missing:?}");
    }
}
