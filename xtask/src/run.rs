//! `cargo xtask run`: from a fresh clone to a running network.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;

use crate::shell::{self, Workspace, step};
use crate::web::{self, Profile};
use crate::{server, tools};

pub fn run(workspace: &Workspace, arguments: &[String]) -> Result<ExitCode> {
    let (mut own, passed) = shell::split_passed(arguments);
    let data = data_folder(workspace, &mut own)?;
    let demo = !shell::take_flag(&mut own, "--empty");
    shell::refuse_rest(&own, "run")?;
    tools::require_c_compiler()?;
    let web = web::build(workspace, Profile::Release)?;
    let binary = server::build(workspace)?;
    step("starting");
    let mut command = server::serve(&binary, &web, &data, demo, &passed);
    let status = server::start(&mut command)?.wait()?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// `--data`, or `data/` in the repository.
pub fn data_folder(workspace: &Workspace, arguments: &mut Vec<String>) -> Result<PathBuf> {
    let given = shell::take_option(arguments, "--data")?;
    Ok(given.map_or_else(|| workspace.path("data"), PathBuf::from))
}
