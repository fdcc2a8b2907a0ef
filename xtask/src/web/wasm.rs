//! From the frontend crate to JavaScript and WebAssembly files, one file per area of pages.
//!
//! The order matters: the linker keeps its relocations, the module is split along the
//! `wasm_split` functions, and only then wasm-bindgen writes the bindings of the main part; `parts` joins the
//! chunks of each area of pages, `glue` makes the bindings small.
//! Chunks fit only the main module of the same link, so each build has a folder of its own.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow};
use wasm_bindgen_cli_support::Bindgen;

use super::dist::{Dist, short_hash};
use super::{Profile, glue, parts};
use crate::shell::{self, Workspace};
use crate::tools;

const MODULE: &str = "frontend_bg.wasm";
const SCRIPT: &str = "frontend.js";
/// The name that the wasm imports it by.
const LOADER: &str = "__wasm_split.js";

/// The module as it is served.
pub struct Module {
    /// Hash of the build, the name of its folder.
    pub build: String,
    /// Files every page needs, by their address.
    pub core: Vec<String>,
    /// The file that each area of pages needs in addition.
    pub parts: BTreeMap<String, String>,
}

impl Module {
    pub fn script(&self) -> String {
        format!("/pkg/{}/frontend.js", self.build)
    }

    pub fn wasm(&self) -> String {
        format!("/pkg/{}/frontend_bg.wasm", self.build)
    }

    /// Where the parts are.
    pub fn folder(&self) -> String {
        format!("/pkg/{}/", self.build)
    }
}

/// Compiles the frontend crate; the result still has to be split and bound.
pub fn compile(workspace: &Workspace, profile: Profile) -> Result<PathBuf> {
    let (cargo_profile, folder) = match profile {
        Profile::Dev => ("dev", "debug"),
        Profile::Release => ("wasm-release", "wasm-release"),
    };
    let mut command = workspace.cargo();
    command.arg("--config").arg(format!(
        "target.wasm32-unknown-unknown.rustflags={}",
        serde_json::to_string(&tools::short_paths()?)?
    ));
    command.args(["rustc", "--package", "verbund-frontend", "--bin", "frontend"]);
    command.args(["--target", "wasm32-unknown-unknown", "--profile", cargo_profile]);
    // After `--`: only for the last crate, so dependencies are not built anew.
    command.args(["--", "-Clink-arg=--emit-relocs"]);
    if profile == Profile::Dev {
        command.arg("-Cdebuginfo=0");
    }
    shell::run(&mut command)?;
    Ok(workspace.target.join("wasm32-unknown-unknown").join(folder).join("frontend.wasm"))
}

/// Splits the module into chunks, writes the bindings, and hands all files to `dist`.
pub fn split_and_bind(wasm: &Path, loader: &Path, profile: Profile, dist: &mut Dist) -> Result<Module> {
    let input = fs::read(wasm).with_context(|| format!("{} is missing", wasm.display()))?;
    let build = short_hash(&input);
    let work = dist.folder().join(".work");
    if work.exists() {
        fs::remove_dir_all(&work)?;
    }
    fs::create_dir_all(&work)?;
    let main = work.join("main.wasm");
    let out = work.join("out");

    let mut options = wasm_split_cli_support::Options::new(&input);
    options.output_dir = &out;
    options.main_out_path = &main;
    options.main_module = "./frontend.js";
    options.link_name = "./__wasm_split.js";
    let split = wasm_split_cli_support::transform(options)
        .map_err(|error| anyhow!("splitting the module failed: {error:?}"))?;

    let small = profile == Profile::Release;
    Bindgen::new()
        .input_path(&main)
        .out_name("frontend")
        .web(true)?
        .typescript(false)
        .keep_lld_exports(true)
        .demangle(false)
        .keep_debug(false)
        .remove_name_section(small)
        .remove_producers_section(small)
        .generate(&out)
        .context("wasm-bindgen failed")?;

    let address = |file: &str| format!("/pkg/{build}/{file}");
    let read = |name: &str| fs::read_to_string(out.join(name)).with_context(|| name.to_owned());
    let module = without_custom_sections(&fs::read(out.join(MODULE))?);
    let (module, script) = match small {
        true => glue::shorten(&module, &read(SCRIPT)?)?,
        false => (module, read(SCRIPT)?),
    };
    dist.add_immutable(&address(MODULE), &module)?;
    dist.add_immutable(&address(SCRIPT), script.as_bytes())?;
    let template = fs::read_to_string(loader).with_context(|| loader.display().to_string())?;
    let loader = parts::loader(&template, &read(LOADER)?, &split.prefetch_map)?;
    dist.add_immutable(&address(LOADER), glue::without_layout(&loader).as_bytes())?;
    let mut files = BTreeMap::new();
    for (area, modules) in &split.prefetch_map {
        let file = address(&format!("{area}.parts"));
        dist.add_immutable(&file, &parts::file(&out, modules)?)?;
        files.insert(area.clone(), file);
    }
    fs::remove_dir_all(&work)?;
    Ok(Module { core: [SCRIPT, MODULE, LOADER].map(address).into(), parts: files, build })
}

/// Drops all custom sections (names, producers, relocations) except `target_features`.
///
/// wasm-bindgen cleans only the main module; the chunks keep 50 to 120 kB of names.
pub(super) fn without_custom_sections(module: &[u8]) -> Vec<u8> {
    const HEADER: usize = 8;
    let mut kept = module[..HEADER].to_vec();
    let mut at = HEADER;
    while at < module.len() {
        let start = at;
        let id = module[at];
        at += 1;
        let length = read_leb128(module, &mut at);
        let end = at + length;
        if id != 0 || section_name(module, at) == b"target_features" {
            kept.extend_from_slice(&module[start..end]);
        }
        at = end;
    }
    kept
}

fn section_name(module: &[u8], mut at: usize) -> &[u8] {
    let length = read_leb128(module, &mut at);
    &module[at..at + length]
}

fn read_leb128(bytes: &[u8], at: &mut usize) -> usize {
    let mut value = 0;
    let mut shift = 0;
    loop {
        let byte = bytes[*at];
        *at += 1;
        value |= usize::from(byte & 0x7f) << shift;
        shift += 7;
        if byte < 0x80 {
            return value;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn section(id: u8, body: &[u8]) -> Vec<u8> {
        let length = u8::try_from(body.len()).expect("a short section");
        [&[id, length], body].concat()
    }

    #[test]
    fn only_custom_sections_go() {
        let header = *b"\0asm\x01\0\0\0";
        let names = section(0, b"\x04nameabc");
        let features = section(0, b"\x0ftarget_features\x00");
        let code = section(10, b"\x00");
        let module = [&header[..], &names, &code, &features].concat();
        let expected = [&header[..], &code, &features].concat();
        assert_eq!(without_custom_sections(&module), expected);
    }
}
