//! The walls of the house, held by machine.

use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize().unwrap()
}

/// All files below a folder with one of these endings, by their path from the root.
fn files(folder: &str, endings: &[&str]) -> Vec<(String, String)> {
    fn walk(folder: &Path, endings: &[&str], found: &mut Vec<PathBuf>) {
        let Ok(entries) = std::fs::read_dir(folder) else { return };
        for entry in entries.flatten() {
            let path = entry.path();
            if path.is_dir() {
                if !path.ends_with("node_modules") && !path.ends_with("target") {
                    walk(&path, endings, found);
                }
            } else if endings.iter().any(|ending| path.extension().is_some_and(|e| e == *ending)) {
                found.push(path);
            }
        }
    }
    let mut found = Vec::new();
    walk(&root().join(folder), endings, &mut found);
    found.sort();
    found
        .into_iter()
        .map(|path| {
            let name = path.strip_prefix(root()).unwrap().display().to_string();
            (name, std::fs::read_to_string(path).unwrap())
        })
        .collect()
}

fn sources() -> Vec<(String, String)> {
    ["backend", "frontend", "shared", "migrations", "xtask"]
        .iter()
        .flat_map(|folder| files(folder, &["rs"]))
        .collect()
}

#[track_caller]
fn nobody(what: &str, offenders: Vec<String>) {
    assert!(offenders.is_empty(), "{what}:\n{}", offenders.join("\n"));
}

/// Lines of a file that hold a word, comments left out.
fn lines_with(name: &str, text: &str, word: &str) -> Vec<String> {
    text.lines()
        .enumerate()
        .filter(|(_, line)| !line.trim_start().starts_with("//") && line.contains(word))
        .map(|(number, line)| format!("{name}:{}: {}", number + 1, line.trim()))
        .collect()
}

#[test]
fn every_source_file_says_what_it_holds() {
    nobody(
        "files without a //! line at the top",
        sources().into_iter().filter(|(_, text)| !text.starts_with("//!")).map(|(name, _)| name).collect(),
    );
}

#[test]
fn no_source_file_is_longer_than_500_lines() {
    let mut all = sources();
    all.extend(files("e2e", &["ts"]));
    all.extend(files("frontend", &["css", "js"]));
    nobody(
        "too long",
        all.into_iter()
            .filter(|(_, text)| text.lines().count() > 500)
            .map(|(name, text)| format!("{name}: {}", text.lines().count()))
            .collect(),
    );
}

#[test]
fn only_stores_know_the_database_library() {
    let allowed = |name: &str| {
        name.starts_with("backend/src/entity/")
            || name.ends_with("/store.rs")
            || name.contains("/store/")
            || name.contains("/tests/")
            || name.starts_with("backend/benches/")
            || name.starts_with("backend/src/db/")
            || ["backend/src/db.rs", "backend/src/error.rs", "backend/src/graphql/error.rs"].contains(&name)
    };
    let mut found = Vec::new();
    for (name, text) in files("backend", &["rs"]) {
        if !allowed(&name) {
            found.extend(lines_with(&name, &text, "sea_orm"));
            found.extend(lines_with(&name, &text, "crate::entity"));
        }
    }
    nobody("sea_orm outside of store.rs", found);
}

#[test]
fn only_the_api_knows_graphql() {
    let allowed = |name: &str| {
        name.starts_with("backend/src/graphql/")
            || name.starts_with("backend/src/http/")
            || name.ends_with("/graphql.rs")
            || name.contains("/graphql/")
            || name.contains("/tests/")
    };
    let mut found = Vec::new();
    for (name, text) in files("backend", &["rs"]) {
        if !allowed(&name) {
            found.extend(lines_with(&name, &text, "async_graphql"));
        }
    }
    nobody("async_graphql outside of graphql files", found);
}

#[test]
fn only_the_clock_knows_the_time() {
    let mut found = Vec::new();
    for (name, text) in files("backend/src", &["rs"]) {
        if name != "backend/src/clock.rs" {
            for word in [
                "Utc::now",
                "Local::now",
                "SystemTime::now",
                "rand::rng",
                "thread_rng",
                "getrandom",
                "OsRng",
                "now_v7",
                "new_v4",
            ] {
                found.extend(lines_with(&name, &text, word));
            }
        }
    }
    nobody("time or randomness outside of clock.rs", found);
}

#[test]
fn rules_are_pure() {
    let mut found = Vec::new();
    for (name, text) in files("backend/src", &["rs"]) {
        if name.ends_with("/rules.rs") || name.contains("/rules/") || name.ends_with("authz/policy.rs") {
            for word in
                ["async ", "sea_orm", "async_graphql", "crate::db", "crate::clock", "crate::app", "::store"]
            {
                found.extend(lines_with(&name, &text, word));
            }
        }
    }
    nobody("rules that are not pure", found);
}

#[test]
fn components_do_not_import_pages_or_api() {
    let mut found = Vec::new();
    for (name, text) in files("frontend/src/components", &["rs"]) {
        for word in ["crate::pages", "crate::api"] {
            found.extend(lines_with(&name, &text, word));
        }
    }
    nobody("components that know too much", found);
}

#[test]
fn shared_and_migrations_import_nothing_of_ours() {
    for folder in ["shared", "migrations"] {
        let manifest = std::fs::read_to_string(root().join(folder).join("Cargo.toml")).unwrap();
        let ours: Vec<_> =
            manifest.lines().filter(|line| line.starts_with("verbund")).map(str::to_owned).collect();
        nobody("imports of ours", ours);
    }
}

#[test]
fn no_unfinished_marks() {
    let marks = [
        concat!("TO", "DO"),
        concat!("FIX", "ME"),
        concat!("XX", "X "),
        concat!("unimple", "mented!"),
        concat!("to", "do!("),
    ];
    let mut found = Vec::new();
    for (name, text) in sources() {
        for (number, line) in text.lines().enumerate() {
            if marks.iter().any(|mark| line.contains(mark)) && !name.ends_with("tidy.rs") {
                found.push(format!("{name}:{}: {}", number + 1, line.trim()));
            }
        }
    }
    nobody("unfinished", found);
}
