//! Whether anything the web app is made of changed since it was last built.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use super::Profile;
use crate::shell::Workspace;

const INPUTS: [&str; 10] = [
    "Cargo.lock",
    "Cargo.toml",
    "frontend",
    "schema.graphql",
    "shared/Cargo.toml",
    "shared/build.rs",
    "shared/locales",
    "shared/operations",
    "shared/src",
    "xtask/src/web",
];

const MARK: &str = ".fingerprint";

/// A hash over names and contents of all inputs, the compiler and the profile.
pub fn fingerprint(workspace: &Workspace, profile: Profile) -> Result<String> {
    let mut hash = Sha256::new();
    hash.update(profile.folder());
    let rustc = std::process::Command::new("rustc").arg("-V").output();
    hash.update(rustc.map(|output| output.stdout).unwrap_or_default());
    for file in files(workspace)? {
        let bytes = fs::read(&file).with_context(|| format!("reading {}", file.display()))?;
        hash.update(file.to_string_lossy().as_bytes());
        hash.update(bytes.len().to_le_bytes());
        hash.update(bytes);
    }
    Ok(hex::encode(hash.finalize()))
}

/// All input files in a fixed order.
pub fn files(workspace: &Workspace) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for input in INPUTS {
        collect(&workspace.path(input), &mut found)?;
    }
    found.sort();
    Ok(found)
}

/// All files below `path`, or the file itself; nothing when it is absent.
pub fn collect(path: &Path, found: &mut Vec<PathBuf>) -> Result<()> {
    if path.is_file() {
        found.push(path.to_owned());
    } else if path.is_dir() {
        for entry in fs::read_dir(path)? {
            collect(&entry?.path(), found)?;
        }
    }
    Ok(())
}

pub fn is_current(folder: &Path, fingerprint: &str) -> bool {
    fs::read_to_string(folder.join(MARK)).is_ok_and(|mark| mark == fingerprint)
}

pub fn remember(folder: &Path, fingerprint: &str) -> Result<()> {
    Ok(fs::write(folder.join(MARK), fingerprint)?)
}

pub fn forget(folder: &Path) -> Result<()> {
    let mark = folder.join(MARK);
    if mark.exists() {
        fs::remove_file(mark)?;
    }
    Ok(())
}
