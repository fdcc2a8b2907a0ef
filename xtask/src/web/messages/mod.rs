//! The translations: Fluent files of both languages, compiled for the app and checked as a whole.
//!
//! Written in `shared/locales/<locale>/<domain>.ftl`. The app gets one JSON object per locale
//! and folder of pages and formats it with a few lines of code; the server reads `mail.ftl` itself. Allowed are text,
//! `{ $variable }` and `{ $number -> [one] .. *[other] .. }`.

mod compile;
mod lint;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

pub use lint::check;

/// The languages of the product; the first is the one that must exist for everything.
pub const LOCALES: [&str; 2] = ["de", "en"];

/// A piece of a message.
#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    Text(String),
    Variable(String),
    Select { variable: String, variants: BTreeMap<String, Vec<Part>>, default: String },
}

/// One message and where it stands.
#[derive(Debug)]
pub struct Message {
    pub parts: Vec<Part>,
    pub domain: String,
    /// `shared/locales/de/offers.ftl:12`
    pub place: String,
}

/// All messages of one language.
pub struct Catalogue {
    pub locale: &'static str,
    pub messages: BTreeMap<String, Message>,
}

/// Reads and compiles all languages.
pub fn load(folder: &Path) -> Result<Vec<Catalogue>> {
    let catalogues = LOCALES.into_iter().map(|locale| load_one(folder, locale));
    catalogues.collect()
}

fn load_one(folder: &Path, locale: &'static str) -> Result<Catalogue> {
    let mut messages = BTreeMap::new();
    let mut errors = Vec::new();
    for path in ftl_files(&folder.join(locale))? {
        let text = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
        let domain = path.file_stem().unwrap_or_default().to_string_lossy();
        let name = format!("shared/locales/{locale}/{domain}.ftl");
        for result in compile::file(&name, &text) {
            match result {
                Ok((key, place, parts)) => {
                    let message = Message { parts, domain: domain.to_string(), place };
                    let place = message.place.clone();
                    if let Some(earlier) = messages.insert(key.clone(), message) {
                        errors.push(format!("{place}: `{key}` stands already at {}", earlier.place));
                    }
                }
                Err(error) => errors.push(error),
            }
        }
    }
    if !errors.is_empty() {
        bail!("the messages have mistakes:\n  {}", errors.join("\n  "));
    }
    Ok(Catalogue { locale, messages })
}

fn ftl_files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("reading {}", folder.display()))? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "ftl") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

impl Catalogue {
    /// What the app loads, of some domains: `{ key: "text" | [parts] }`.
    pub fn to_json(&self, domains: &[String]) -> Value {
        let wanted = self.messages.iter().filter(|(_, message)| domains.contains(&message.domain));
        Value::Object(wanted.map(|(key, message)| (key.clone(), parts_to_json(&message.parts))).collect())
    }
}

/// The asset with the messages of a folder of pages.
pub fn file_name(locale: &str, folder: &str) -> String {
    format!("messages.{folder}.{locale}.json")
}

fn parts_to_json(parts: &[Part]) -> Value {
    match parts {
        [Part::Text(text)] => json!(text),
        parts => parts.iter().map(part_to_json).collect(),
    }
}

fn part_to_json(part: &Part) -> Value {
    match part {
        Part::Text(text) => json!(text),
        Part::Variable(name) => json!({ "v": name }),
        Part::Select { variable, variants, default } => {
            let variants: serde_json::Map<_, _> = variants
                .iter()
                .map(|(key, parts)| {
                    let parts: Value = parts.iter().map(part_to_json).collect();
                    (key.clone(), parts)
                })
                .collect();
            json!({ "s": variable, "c": variants, "d": default })
        }
    }
}

/// All variables a message needs.
fn variables(parts: &[Part]) -> BTreeSet<&str> {
    let mut found = BTreeSet::new();
    for part in parts {
        match part {
            Part::Text(_) => {}
            Part::Variable(name) => {
                found.insert(name.as_str());
            }
            Part::Select { variable, variants, .. } => {
                found.insert(variable.as_str());
                found.extend(variants.values().flat_map(|parts| variables(parts)));
            }
        }
    }
    found
}
