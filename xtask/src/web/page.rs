//! `index.html` and `boot.js`: the templates of `frontend/web` with the build's addresses.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use super::areas::Areas;
use super::dist::Dist;
use super::wasm::Module;
use super::{Profile, glue, messages};

/// What stands in `boot.js` where the build's facts go.
const FACTS: &str = "__BUILD_FACTS__";

pub fn add(
    templates: &Path,
    profile: Profile,
    module: &Module,
    early: &Value,
    areas: &Areas,
    dist: &mut Dist,
) -> Result<()> {
    let mut pages = json!({});
    for page in &areas.pages {
        if !module.parts.contains_key(&page.area) {
            bail!("areas.json names the area `{}`, which the app does not have", page.area);
        }
        pages[&page.path] = json!(page.area);
    }
    let mut urls = json!({});
    for locale in messages::LOCALES {
        for folder in areas.messages.keys() {
            urls[locale][folder] = json!(dist.asset(&messages::file_name(locale, folder))?);
        }
    }
    let facts = json!({
        "build": module.build,
        "early": early,
        "folders": areas.folders,
        "messages": urls,
        "pages": pages,
        "parts": module.folder(),
        "reload": profile == Profile::Dev,
        "script": module.script(),
        "sheet": { "url": dist.asset("work.css")?, "folders": areas.sheet },
        "wasm": module.wasm(),
    });
    let boot = read(templates, "boot.js")?;
    if boot.matches(FACTS).count() != 1 {
        bail!("boot.js must hold {FACTS} exactly once");
    }
    let boot = glue::without_layout(&boot).replace(FACTS, &facts.to_string());
    dist.add_hashed("boot.js", boot.as_bytes())?;

    let html = read(templates, "index.html")?.replace("__BUILD__", &module.build);
    let html = dist.name_assets_in(&html);
    dist.add_plain("/index.html", html.as_bytes())?;
    // Changes with every build of anything; pages in development watch it.
    let stamp = super::dist::short_hash(html.as_bytes());
    dist.add_plain("/build.txt", stamp.as_bytes())
}

fn read(folder: &Path, name: &str) -> Result<String> {
    let path = folder.join(name);
    fs::read_to_string(&path).with_context(|| path.display().to_string())
}
