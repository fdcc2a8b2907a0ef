//! What the first visit of each public page weighs over the wire, and the budget for it.

use std::path::Path;

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use super::dist::{self, Dist};
use super::routes::Page;
use super::wasm::Module;

/// Bytes over the wire (brotli) for everything a first visit loads.
struct Limits {
    /// The goal.
    budget: u64,
    /// What no page may exceed today; lowered with each gain until it is the budget.
    ceiling: u64,
}

impl Limits {
    fn load() -> Result<Self> {
        let value: Value = serde_json::from_str(include_str!("../../../frontend/web/budget.json"))?;
        let of = |key: &str| value[key].as_u64().with_context(|| format!("budget.json has no `{key}`"));
        Ok(Self { budget: of("budget")?, ceiling: of("ceiling")? })
    }
}

/// Notes for each public page what it loads, by kind of file.
pub fn record(module: &Module, routes: &[Page], dist: &mut Dist) -> Result<()> {
    let mut fonts = dist.addresses("/assets/fonts/");
    fonts.retain(|address| address.ends_with(".woff2"));
    let mut visits = json!({});
    for page in routes.iter().filter(|page| page.public) {
        let mut files = vec![
            ("html", "/index.html".to_owned()),
            ("js", dist.asset("boot.js")?.to_owned()),
            ("css", dist.asset("styles.css")?.to_owned()),
            ("messages", dist.asset("messages.de.json")?.to_owned()),
        ];
        files.extend(fonts.iter().map(|font| ("fonts", font.clone())));
        for file in &module.core {
            let kind = if file.ends_with(".js") { "js" } else { "wasm" };
            files.push((kind, file.clone()));
        }
        files.extend(page.chunks(module)?.iter().map(|chunk| ("wasm", chunk.clone())));
        let mut visit = json!({});
        for (kind, address) in files {
            let brotli = dist.weight(&address)?.brotli as u64;
            let sum = visit[kind].as_u64().unwrap_or(0) + brotli;
            visit[kind] = json!(sum);
        }
        visits[&page.path] = visit;
    }
    dist.note("first_visits", visits);
    Ok(())
}

const KINDS: [&str; 6] = ["html", "css", "js", "wasm", "messages", "fonts"];

/// Prints the table; returns the heaviest total.
pub fn print(folder: &Path) -> Result<u64> {
    let manifest = dist::manifest(folder)?;
    let Some(visits) = manifest["first_visits"].as_object() else {
        bail!("the manifest in {} has no sizes", folder.display());
    };
    let Limits { budget, ceiling } = Limits::load()?;
    println!("first visit, bytes over the wire (brotli), budget {budget}, ceiling {ceiling}:");
    print!("  {:<32}", "page");
    for kind in KINDS {
        print!("{kind:>10}");
    }
    println!("{:>10}", "total");
    let mut heaviest = 0;
    for (path, visit) in visits {
        print!("  {path:<32}");
        let of = |kind: &str| visit[kind].as_u64().unwrap_or(0);
        for kind in KINDS {
            print!("{:>10}", of(kind));
        }
        let total = KINDS.into_iter().map(of).sum();
        println!("{total:>10}{}", if total > budget { "  OVER BUDGET" } else { "" });
        heaviest = heaviest.max(total);
    }
    print_chunks(&manifest);
    Ok(heaviest)
}

/// Every WebAssembly file, so that one sees where weight sits.
fn print_chunks(manifest: &Value) {
    let Some(files) = manifest["files"].as_object() else {
        return;
    };
    println!("wasm files, bytes raw and brotli:");
    for (address, weight) in files.iter().filter(|(address, _)| address.ends_with(".wasm")) {
        let name = address.rsplit('/').next().unwrap_or(address);
        let of = |key: &str| weight[key].as_u64().unwrap_or(0);
        println!("  {name:<44}{:>10}{:>10}", of("bytes"), of("brotli"));
    }
}

/// Fails above the ceiling; pages over the budget are marked in the table.
pub fn check(folder: &Path) -> Result<()> {
    let heaviest = print(folder)?;
    let ceiling = Limits::load()?.ceiling;
    if heaviest > ceiling {
        bail!(
            "a first visit weighs {heaviest} bytes, more than {ceiling}: move code into the page's \
             own chunk, or drop a dependency"
        );
    }
    Ok(())
}
