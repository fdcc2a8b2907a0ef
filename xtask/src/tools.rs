//! What must be on the machine: looked for first, installed when allowed, else the line to type.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::shell::{self, Workspace, step, which};

const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// Adds the wasm target through rustup when the compiler doesn't have it.
pub fn require_wasm_target(workspace: &Workspace) -> Result<()> {
    let mut rustc = Command::new("rustc");
    rustc.current_dir(&workspace.root).args(["--print", "sysroot"]);
    let sysroot = shell::output(&mut rustc)?;
    let library = Path::new(sysroot.trim()).join("lib/rustlib").join(WASM_TARGET);
    if library.is_dir() {
        return Ok(());
    }
    if which("rustup").is_none() {
        bail!(
            "the compiler has no {WASM_TARGET} and there is no rustup to add it: install Rust \
             from https://rustup.rs, or your system's package with the standard library for wasm"
        );
    }
    step("adding the wasm target");
    let mut rustup = Command::new("rustup");
    rustup.current_dir(&workspace.root).args(["target", "add", WASM_TARGET]);
    shell::run(&mut rustup)
}

/// Compiler flags that keep the paths of this machine out of what is built.
pub fn short_paths() -> Result<Vec<String>> {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(Path::new(&std::env::var_os("HOME")?).join(".cargo")));
    let sources = home.context("neither CARGO_HOME nor HOME is set")?.join("registry/src");
    Ok(vec![format!("--remap-path-prefix={}=crates", sources.display())])
}

/// A C compiler, which SQLite and the signatures need.
pub fn require_c_compiler() -> Result<()> {
    if ["cc", "gcc", "clang"].iter().any(|name| which(name).is_some()) {
        return Ok(());
    }
    install(&["gcc", "libc6-dev"], "a C compiler")
}

/// The browser for the tests.
pub fn chromium() -> Result<PathBuf> {
    if let Some(path) = std::env::var_os("CHROMIUM") {
        return Ok(path.into());
    }
    if let Some(path) = find_chromium() {
        return Ok(path);
    }
    install(&["chromium"], "Chromium")?;
    find_chromium().context("Chromium was installed, but is not in PATH; set CHROMIUM to its path")
}

fn find_chromium() -> Option<PathBuf> {
    ["chromium", "chromium-browser", "google-chrome"].iter().find_map(|name| which(name))
}

/// The folder with `initdb` and `postgres`.
pub fn postgres_binaries() -> Result<PathBuf> {
    if let Some(folder) = find_postgres() {
        return Ok(folder);
    }
    install(&["postgresql"], "PostgreSQL")?;
    find_postgres().context(
        "PostgreSQL was installed, but neither PATH nor /usr/lib/postgresql has `initdb`; \
         set TEST_DATABASE_URL to a running server instead",
    )
}

fn find_postgres() -> Option<PathBuf> {
    let has_both = |folder: &PathBuf| folder.join("initdb").is_file() && folder.join("postgres").is_file();
    let in_path = which("initdb").and_then(|path| path.canonicalize().ok());
    if let Some(folder) = in_path.and_then(|path| path.parent().map(Path::to_owned))
        && has_both(&folder)
    {
        return Some(folder);
    }
    let versions = std::fs::read_dir("/usr/lib/postgresql").ok()?.flatten();
    let mut folders: Vec<PathBuf> =
        versions.map(|version| version.path().join("bin")).filter(has_both).collect();
    folders.sort_by_key(|folder| version_of(folder));
    folders.pop()
}

/// `/usr/lib/postgresql/16/bin` is version 16.
fn version_of(folder: &Path) -> u32 {
    let version = folder.parent().and_then(Path::file_name);
    version.and_then(|name| name.to_string_lossy().parse().ok()).unwrap_or(0)
}

/// The packages of `e2e/package-lock.json`; npm is asked only when the lock file changed.
pub fn npm_packages(folder: &Path) -> Result<()> {
    if which("npm").is_none() {
        install(&["nodejs", "npm"], "Node.js with npm")?;
    }
    let lock = folder.join("package-lock.json");
    let wanted = std::fs::read(&lock).with_context(|| lock.display().to_string())?;
    let mark = folder.join("node_modules/.installed-lock.json");
    if std::fs::read(&mark).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    shell::timed("npm packages", || {
        let mut npm = Command::new("npm");
        npm.current_dir(folder)
            .args(["ci", "--no-audit", "--no-fund"])
            .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        shell::run(&mut npm)
    })?;
    Ok(std::fs::write(mark, wanted)?)
}

/// Installs Debian packages as root; otherwise says what to type.
fn install(packages: &[&str], what: &str) -> Result<()> {
    let names = packages.join(" ");
    if which("apt-get").is_none() {
        bail!("{what} is missing: install it with your system's package manager ({names})");
    }
    if !is_root() {
        bail!("{what} is missing; type: sudo apt-get update && sudo apt-get install -y {names}");
    }
    shell::timed(&format!("installing {what}"), || {
        shell::run(apt().arg("update"))?;
        shell::run(apt().args(["install", "--yes", "--no-install-recommends"]).args(packages))
    })
}

fn apt() -> Command {
    let mut command = Command::new("apt-get");
    command.arg("--quiet=2").env("DEBIAN_FRONTEND", "noninteractive");
    command
}

pub fn is_root() -> bool {
    user_id("-u").is_ok_and(|id| id == 0)
}

/// `id -u`, `id -g`, and the same for another user: `-u postgres`.
pub fn user_id(arguments: &str) -> Result<u32> {
    let mut id = Command::new("id");
    id.args(arguments.split_whitespace());
    let text = shell::output(&mut id)?;
    text.trim().parse().with_context(|| format!("`id {arguments}` gave no number"))
}
