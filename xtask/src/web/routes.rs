//! Which chunk a public page needs: read by the bootstrap file and by the size table.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::Value;

use super::wasm::Module;

/// One entry of `frontend/web/routes.json`.
pub struct Page {
    /// The address, `:x` standing for one part of it.
    pub path: String,
    /// Whether it can be where a first visit begins.
    pub public: bool,
    /// Name of the `wasm_split` function that shows it; none for pages in the main module.
    pub split: Option<String>,
}

impl Page {
    /// The chunks of this page.
    pub fn chunks<'a>(&self, module: &'a Module) -> Result<&'a [String]> {
        let Some(split) = &self.split else {
            return Ok(&[]);
        };
        let files = module.splits.get(split).with_context(|| {
            let known: Vec<_> = module.splits.keys().map(String::as_str).collect();
            format!(
                "routes.json: {} names the split `{split}`, but the app has only: {}",
                self.path,
                known.join(", ")
            )
        })?;
        Ok(files)
    }
}

pub fn load(path: &Path) -> Result<Vec<Page>> {
    let text = fs::read_to_string(path).with_context(|| path.display().to_string())?;
    let value: Value = serde_json::from_str(&text).with_context(|| path.display().to_string())?;
    let mut pages = Vec::new();
    for (group, public) in [("public", true), ("signed_in", false)] {
        let entries = value[group].as_object().with_context(|| format!("routes.json has no `{group}`"))?;
        pages.extend(entries.iter().map(|(path, split)| Page {
            path: path.clone(),
            public,
            split: split.as_str().map(str::to_owned),
        }));
    }
    Ok(pages)
}
