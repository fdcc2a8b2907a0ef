//! Makes the bindings small: imports and exports get short names, and the script loses comments and indents.
//!
//! wasm-bindgen names each import after what it does and a hash. Nobody reads the names, and hashes don't
//! compress: they weigh twice, in the module and in the script.

use std::collections::HashMap;

use anyhow::{Result, anyhow};
use walrus::Module;

/// The module with short names, and the script that goes with it.
pub fn shorten(module: &[u8], script: &str) -> Result<(Vec<u8>, String)> {
    let mut module = Module::from_buffer(module).map_err(|error| anyhow!("{error:?}"))?;
    let mut names = HashMap::new();
    for import in module.imports.iter_mut().filter(|import| import.name.starts_with("__wb")) {
        let next = format!("i{}", names.len());
        import.name = names.entry(import.name.clone()).or_insert(next).clone();
    }
    for export in module.exports.iter_mut().filter(|export| export.name.starts_with("_ZN")) {
        let next = format!("e{}", names.len());
        export.name = names.entry(export.name.clone()).or_insert(next).clone();
    }
    Ok((module.emit_wasm(), without_layout(&renamed(script, &names))))
}

/// Replaces whole words.
fn renamed(script: &str, names: &HashMap<String, String>) -> String {
    let is_word = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let mut out = String::with_capacity(script.len());
    let mut rest = script;
    while !rest.is_empty() {
        let word = rest.find(|c| !is_word(c)).unwrap_or(rest.len());
        let (name, after) = rest.split_at(word);
        out.push_str(names.get(name).map_or(name, String::as_str));
        let next = after.find(is_word).unwrap_or(after.len());
        out.push_str(&after[..next]);
        rest = &after[next..];
    }
    out
}

/// Drops lines that hold only a comment, blank lines and indents; enough for scripts that keep comments on
/// lines of their own, as wasm-bindgen's and ours do.
pub fn without_layout(script: &str) -> String {
    let mut in_comment = false;
    let mut kept = Vec::new();
    for line in script.lines().map(str::trim) {
        if line.starts_with("/*") {
            in_comment = true;
        }
        if !in_comment && !line.is_empty() && !line.starts_with("//") {
            kept.push(line);
        }
        if line.ends_with("*/") {
            in_comment = false;
        }
    }
    kept.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn renames_whole_words_only() {
        let names = HashMap::from([("__wbg_a_1".to_owned(), "i0".to_owned())]);
        assert_eq!(renamed("{__wbg_a_1: f(__wbg_a_12) ö}", &names), "{i0: f(__wbg_a_12) ö}");
    }

    #[test]
    fn drops_what_nobody_runs() {
        let script =
            "/**\n * Says it.\n */\n  let a = 1;\n\n  // why\n  let b = \"//\";\n/* one line */\nend";
        assert_eq!(without_layout(script), "let a = 1;\nlet b = \"//\";\nend");
    }
}
