//! From the split's chunks to one file per area: its list of modules, then their bytes.
//!
//! The split makes a chunk for each set of areas that share a function, hundreds of small ones. As files of
//! their own they would be as many requests, and compress badly: each repeats the module's types. In one
//! file per area they are one request and one stream (docs/decisions/0003-web-build.md).

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::json;

use super::wasm::without_custom_sections;

/// The file of an area: length of the list (32 bits, little endian), list as JSON, modules.
pub fn file(folder: &Path, modules: &[String]) -> Result<Vec<u8>> {
    let mut list = Vec::new();
    let mut bodies = Vec::new();
    for name in modules {
        let path = folder.join(format!("{name}.wasm"));
        let bytes = fs::read(&path).with_context(|| path.display().to_string())?;
        let body = without_custom_sections(&bytes);
        list.push(json!([name, body.len()]));
        bodies.extend(body);
    }
    let list = serde_json::to_vec(&list)?;
    let length = u32::try_from(list.len())?.to_le_bytes();
    Ok([&length[..], &list, &bodies].concat())
}

/// Our loader (`frontend/web/parts.js`) in place of the one that the split wrote.
pub fn loader(template: &str, written: &str, areas: &HashMap<String, Vec<String>>) -> Result<String> {
    let shared = between(written, "const {", "} = initSync").context("the split shares nothing")?;
    let canary = between(written, "{ __wasm_split: {", "} }").context("the split has no imports")?;
    let mut names: Vec<&String> = areas.keys().collect();
    names.sort();
    let loaders: Vec<String> = names
        .into_iter()
        .map(|area| format!("export const __wasm_split_load_{area} = loader(\"{area}\");"))
        .collect();
    Ok(template
        .replace("...__SHARED__", shared)
        .replace("__SHARED__", &format!("{{{shared}}}"))
        .replace("__CANARY__", canary)
        .replace("__LOADERS__", &loaders.join("\n")))
}

fn between<'a>(text: &'a str, before: &str, after: &str) -> Option<&'a str> {
    let (_, rest) = text.split_once(before)?;
    rest.split_once(after).map(|(found, _)| found.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_loader_takes_over_what_the_split_shares() {
        let written = "sharedImports = { __wasm_split: { __canary: ~0xdead, } };\n\
                       const { memory, __wasm_split_shared0,  } = initSync(undefined, undefined);";
        let template = "const __SHARED__ = f();\n{ __CANARY__ ...__SHARED__ }\n__LOADERS__";
        let areas = HashMap::from([("home".to_owned(), Vec::new())]);
        let loader = loader(template, written, &areas).expect("a loader");
        assert_eq!(
            loader,
            "const {memory, __wasm_split_shared0,} = f();\n{ __canary: ~0xdead, memory, __wasm_split_shared0, }\n\
             export const __wasm_split_load_home = loader(\"home\");"
        );
    }
}
