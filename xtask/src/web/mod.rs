//! Building the web app: sources in, a folder ready to be served out.
//!
//! `wasm` compiles, splits and binds; `styles` bundles the CSS; `messages` compiles the
//! translations; `page` fills in the start page and its bootstrap file; `dist` gives hashed
//! names, compresses and writes. `inputs` knows whether anything changed, `sizes` weighs the
//! first visit of each public page. Why it is built like this: docs/decisions/0003-web-build.md.

mod areas;
mod dist;
mod glue;
mod inputs;
pub use inputs::collect as collect_files;
pub mod messages;
mod operations;
mod page;
mod parts;
pub mod sizes;
mod styles;
mod wasm;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

use anyhow::{Context, Result};

use crate::shell::{self, Workspace};
use crate::tools;
use dist::Dist;

/// How much effort goes into the result.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Profile {
    /// Fast to build, large, not compressed, reloads itself.
    Dev,
    /// Small, compressed, what people get.
    Release,
}

impl Profile {
    fn folder(self) -> &'static str {
        match self {
            Self::Dev => "web-dev",
            Self::Release => "web",
        }
    }
}

/// How long files of earlier builds stay served, for pages that were open during an upgrade.
const KEEP_OLD: Duration = Duration::from_secs(7 * 24 * 3600);

/// `cargo xtask build-web`
pub fn run(workspace: &Workspace, arguments: &[String]) -> Result<ExitCode> {
    let mut arguments = arguments.to_vec();
    let profile = match shell::take_flag(&mut arguments, "--dev") {
        true => Profile::Dev,
        false => Profile::Release,
    };
    let force = shell::take_flag(&mut arguments, "--force");
    shell::refuse_rest(&arguments, "build-web")?;
    let folder = output_folder(workspace, profile);
    if force {
        inputs::forget(&folder)?;
    }
    build(workspace, profile)?;
    println!("the web app is in {}", folder.display());
    if profile == Profile::Release {
        sizes::print(&folder)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// The folder the server is pointed at.
pub fn output_folder(workspace: &Workspace, profile: Profile) -> PathBuf {
    workspace.target.join(profile.folder())
}

/// Builds the web app unless nothing changed since the last time; returns its folder.
pub fn build(workspace: &Workspace, profile: Profile) -> Result<PathBuf> {
    let folder = output_folder(workspace, profile);
    let fingerprint = inputs::fingerprint(workspace, profile)?;
    if inputs::is_current(&folder, &fingerprint) {
        return Ok(folder);
    }
    tools::require_wasm_target(workspace)?;
    inputs::forget(&folder)?;
    shell::timed("web app", || {
        let wasm = wasm::compile(workspace, profile)?;
        assemble(workspace, profile, &folder, &wasm)
    })?;
    inputs::remember(&folder, &fingerprint)?;
    Ok(folder)
}

/// Everything after the compiler: bind, bundle, name, compress, write.
fn assemble(workspace: &Workspace, profile: Profile, folder: &Path, wasm: &Path) -> Result<()> {
    let templates = workspace.path("frontend/web");
    let areas = areas::load(&templates.join("areas.json"))?;
    let mut dist = Dist::open(folder, profile)?;
    let module = wasm::split_and_bind(wasm, &templates.join("parts.js"), profile, &mut dist)?;
    dist.add_tree_hashed(&workspace.path("frontend/assets"))?;
    dist.add_tree_plain(&workspace.path("frontend/public"))?;
    for (entry, name) in [("index.css", "styles.css"), ("work.css", "work.css")] {
        let css = styles::bundle(&workspace.path("frontend/src/styles").join(entry), profile)?;
        let css = dist.name_assets_in(&css);
        dist.add_hashed(name, css.as_bytes())?;
    }
    let catalogues = messages::load(&workspace.path("shared/locales"))?;
    for catalogue in &catalogues {
        for (folder, domains) in &areas.messages {
            let name = messages::file_name(catalogue.locale, folder);
            dist.add_hashed(&name, catalogue.to_json(domains).to_string().as_bytes())?;
        }
    }
    let early = operations::early(&workspace.path("shared/operations"))?;
    page::add(&templates, profile, &module, &early, &areas, &mut dist).context("the start page")?;
    sizes::record(&module, &areas, &mut dist)?;
    dist.finish(match profile {
        Profile::Dev => Duration::ZERO,
        Profile::Release => KEEP_OLD,
    })
}

/// Names the build that lies in a folder.
pub fn stamp(folder: &Path) -> Result<String> {
    let path = folder.join("build.txt");
    fs::read_to_string(&path).with_context(|| path.display().to_string())
}

/// Removes what earlier builds left, for a folder that is put inside a binary.
pub fn prune_all_old(workspace: &Workspace, profile: Profile) -> Result<()> {
    dist::prune(&output_folder(workspace, profile), Duration::ZERO)
}
