//! The GraphQL requests that the bootstrap file sends while the wasm is still loading.

use std::fs;
use std::path::Path;

use anyhow::{Result, bail};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

/// Operations without variables; sent early when a document of that name exists.
const EARLY: [&str; 2] = ["SessionRefresh", "Shell"];

/// `{ "<operation>": {"id": "<hash of its document>", "operationName": "<operation>"} }`
pub fn early(folder: &Path) -> Result<Value> {
    let mut found = json!({});
    if !folder.is_dir() {
        return Ok(found);
    }
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_none_or(|extension| extension != "graphql") {
            continue;
        }
        let text = fs::read_to_string(&path)?;
        for name in EARLY {
            if !declares(&text, name) {
                continue;
            }
            if found.get(name).is_some() {
                bail!("the operation {name} is declared twice");
            }
            let id = hex::encode(Sha256::digest(text.as_bytes()));
            found[name] = json!({ "id": id, "operationName": name });
        }
    }
    Ok(found)
}

/// Whether the document holds `query <name>` or `mutation <name>` without variables.
fn declares(document: &str, name: &str) -> bool {
    document.lines().any(|line| {
        let mut words = line.split_whitespace();
        matches!(words.next(), Some("query" | "mutation"))
            && words.next().is_some_and(|word| word.trim_end_matches('{') == name)
    })
}

#[cfg(test)]
mod tests {
    use super::declares;

    #[test]
    fn finds_operations_without_variables_by_their_whole_name() {
        assert!(declares("query Shell {\n  network { id }\n}", "Shell"));
        assert!(declares("mutation SessionRefresh{ x }", "SessionRefresh"));
        assert!(!declares("query ShellPage { x }", "Shell"));
        assert!(!declares("query Shell($id: ID!) { x }", "Shell"));
        assert!(!declares("# query Shell {", "Shell"));
    }
}
