//! `frontend/web/areas.json`: the areas of pages, each a file of code; the folders of pages, each with its
//! messages; and which area an address belongs to. Read by the bootstrap file, the split and the size table.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use serde_json::Value;

/// The folder of what every page needs.
pub const BASE: &str = "base";

/// An address and the area that shows it.
pub struct Page {
    /// The address, `:x` standing for one part of it.
    pub path: String,
    /// Whether it can be where a first visit begins.
    pub public: bool,
    /// The `wasm_split` function that shows it.
    pub area: String,
}

/// All of it.
pub struct Areas {
    /// Folder of `frontend/src/pages` by area.
    pub folders: BTreeMap<String, String>,
    /// Domains of messages by folder, those of every page included; `base` has only those.
    pub messages: BTreeMap<String, Vec<String>>,
    /// Folders whose pages need the second style sheet.
    pub sheet: Vec<String>,
    pub pages: Vec<Page>,
}

pub fn load(path: &Path) -> Result<Areas> {
    let name = path.display();
    let text = fs::read_to_string(path).with_context(|| name.to_string())?;
    let value: Value = serde_json::from_str(&text).with_context(|| name.to_string())?;
    let words = |value: &Value| -> Vec<String> {
        let entries = value.as_array().into_iter().flatten();
        entries.filter_map(|entry| entry.as_str().map(str::to_owned)).collect()
    };
    let base = words(&value["base"]);
    let mut messages = BTreeMap::from([(BASE.to_owned(), base.clone())]);
    for (folder, domains) in object(&value, "folders")? {
        messages.insert(folder.clone(), [base.clone(), words(domains)].concat());
    }
    let mut folders = BTreeMap::new();
    for (area, folder) in object(&value, "areas")? {
        let folder = folder.as_str().unwrap_or_default();
        if !messages.contains_key(folder) {
            bail!("{name}: the area {area} names the folder `{folder}`, which is none");
        }
        folders.insert(area.clone(), folder.to_owned());
    }
    let mut pages = Vec::new();
    for (group, public) in [("public", true), ("signed_in", false)] {
        for (path, area) in object(&value, group)? {
            let area = area.as_str().unwrap_or_default().to_owned();
            if !folders.contains_key(&area) {
                bail!("{name}: {path} names the area `{area}`, which is none");
            }
            pages.push(Page { path: path.clone(), public, area });
        }
    }
    let sheet = words(&value["sheet"]);
    if let Some(folder) = sheet.iter().find(|folder| !messages.contains_key(*folder)) {
        bail!("{name}: `sheet` names the folder `{folder}`, which is none");
    }
    Ok(Areas { folders, messages, sheet, pages })
}

fn object<'a>(value: &'a Value, key: &str) -> Result<&'a serde_json::Map<String, Value>> {
    value[key].as_object().with_context(|| format!("areas.json has no `{key}`"))
}
