//! What the first visit of each public page weighs over the wire, and the budget for it.

use std::path::Path;

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use super::areas::Areas;
use super::dist::{self, Dist};
use super::messages;
use super::wasm::Module;

/// The most bytes over the wire (brotli) that everything a first visit loads may have.
fn budget() -> Result<u64> {
    let value: Value = serde_json::from_str(include_str!("../../../frontend/web/budget.json"))?;
    value["budget"].as_u64().context("budget.json has no `budget`")
}

/// Notes for each public page what it loads, by kind of file.
pub fn record(module: &Module, areas: &Areas, dist: &mut Dist) -> Result<()> {
    let mut fonts = dist.addresses("/assets/fonts/");
    fonts.retain(|address| address.ends_with(".woff2"));
    let mut visits = json!({});
    for page in areas.pages.iter().filter(|page| page.public) {
        let folder = &areas.folders[&page.area];
        let mut files = vec![
            ("html", "/index.html".to_owned()),
            ("js", dist.asset("boot.js")?.to_owned()),
            ("css", dist.asset("styles.css")?.to_owned()),
            ("messages", dist.asset(&messages::file_name("de", folder))?.to_owned()),
        ];
        if areas.sheet.contains(folder) {
            files.push(("css", dist.asset("work.css")?.to_owned()));
        }
        files.extend(fonts.iter().map(|font| ("fonts", font.clone())));
        for file in &module.core {
            let kind = if file.ends_with(".js") { "js" } else { "wasm" };
            files.push((kind, file.clone()));
        }
        files.push(("pages", module.parts[&page.area].clone()));
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

const KINDS: [&str; 7] = ["html", "css", "js", "wasm", "pages", "messages", "fonts"];

/// Prints the table; returns the heaviest total.
pub fn print(folder: &Path) -> Result<u64> {
    let manifest = dist::manifest(folder)?;
    let Some(visits) = manifest["first_visits"].as_object() else {
        bail!("the manifest in {} has no sizes", folder.display());
    };
    let budget = budget()?;
    println!("first visit, bytes over the wire (brotli), budget {budget}:");
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
    print_code(&manifest);
    Ok(heaviest)
}

/// Every file of code, so that one sees where weight sits.
fn print_code(manifest: &Value) {
    let Some(files) = manifest["files"].as_object() else {
        return;
    };
    println!("code, bytes raw and brotli:");
    for (address, weight) in files.iter().filter(|(address, _)| address.starts_with("/pkg/")) {
        let name = address.rsplit('/').next().unwrap_or(address);
        let of = |key: &str| weight[key].as_u64().unwrap_or(0);
        println!("  {name:<44}{:>10}{:>10}", of("bytes"), of("brotli"));
    }
}

/// Fails above the budget.
pub fn check(folder: &Path) -> Result<()> {
    let (heaviest, budget) = (print(folder)?, budget()?);
    if heaviest > budget {
        bail!(
            "a first visit weighs {heaviest} bytes, more than {budget}: move code into the page's \
             own area, or drop a dependency"
        );
    }
    Ok(())
}
