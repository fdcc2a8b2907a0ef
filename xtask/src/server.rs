//! Building and starting the Verbund server itself.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::cleanup::Guarded;
use crate::shell::{self, Workspace};

/// Builds the server in the profile that tests and `run` share.
pub fn build(workspace: &Workspace) -> Result<PathBuf> {
    shell::timed("server", || {
        let mut cargo = workspace.cargo();
        cargo.args(["build", "--package", "verbund", "--bin", "verbund"]);
        shell::run(&mut cargo)
    })?;
    Ok(workspace.server_binary())
}

/// `verbund serve` with our folders.
pub fn serve(binary: &Path, web: &Path, data: &Path, demo: bool, flags: &[String]) -> Command {
    let mut command = Command::new(binary);
    command.arg("serve");
    command.arg("--web-dir").arg(web);
    command.arg("--data-dir").arg(data);
    if demo {
        command.arg("--demo");
    }
    command.args(flags);
    command
}

/// Starts it so that it ends with us.
pub fn start(command: &mut Command) -> Result<Guarded> {
    let child = command.spawn().context("the server does not start")?;
    Ok(Guarded::new(child))
}
