//! `index.html` and `boot.js`: the templates of `frontend/web` with the build's addresses.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use super::Profile;
use super::dist::Dist;
use super::routes::Page;
use super::wasm::Module;

/// What stands in `boot.js` where the build's facts go.
const FACTS: &str = "__BUILD_FACTS__";

pub fn add(
    templates: &Path,
    profile: Profile,
    module: &Module,
    early: &Value,
    routes: &[Page],
    dist: &mut Dist,
) -> Result<()> {
    let mut chunks = json!({});
    for page in routes {
        chunks[&page.path] = json!(page.chunks(module)?);
    }
    let facts = json!({
        "build": module.build,
        "chunks": chunks,
        "early": early,
        "messages": {
            "de": dist.asset("messages.de.json")?,
            "en": dist.asset("messages.en.json")?,
        },
        "reload": profile == Profile::Dev,
        "script": module.script(),
        "wasm": module.wasm(),
    });
    let boot = read(templates, "boot.js")?;
    if boot.matches(FACTS).count() != 1 {
        bail!("boot.js must hold {FACTS} exactly once");
    }
    let boot = without_comments(&boot).replace(FACTS, &facts.to_string());
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

/// Drops lines that hold only a comment; enough for a file we write ourselves.
fn without_comments(script: &str) -> String {
    let lines = script.lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.map(str::trim_start).collect::<Vec<_>>().join("\n")
}
