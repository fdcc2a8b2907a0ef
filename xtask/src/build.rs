//! `cargo xtask build`: one release binary that carries the web app.

use std::process::ExitCode;

use anyhow::{Context, Result};

use crate::shell::{self, Workspace};
use crate::tools;
use crate::web::{self, Profile};

pub fn run(workspace: &Workspace, arguments: &[String]) -> Result<ExitCode> {
    let mut arguments = arguments.to_vec();
    let profile = shell::take_option(&mut arguments, "--profile")?;
    let profile = profile.unwrap_or_else(|| "release".to_owned());
    shell::refuse_rest(&arguments, "build")?;
    tools::require_c_compiler()?;
    let web = web::build(workspace, Profile::Release)?;
    web::prune_all_old(workspace, Profile::Release)?;
    shell::timed("server with the web app inside", || {
        let mut cargo = workspace.cargo();
        cargo
            .arg("--config")
            .arg(format!("build.rustflags={}", serde_json::to_string(&tools::short_paths()?)?))
            .args(["build", "--package", "verbund", "--bin", "verbund"])
            .args(["--features", "embed-web", "--profile", &profile])
            .env("VERBUND_WEB_DIST", &web)
            .env("VERBUND_WEB_BUILD", web::stamp(&web)?);
        shell::run(&mut cargo)
    })?;
    let folder = if profile == "dev" { "debug" } else { &profile };
    let binary = workspace.target.join(folder).join("verbund");
    let size = binary.metadata().context("cargo built no binary")?.len();
    println!("{} ({:.1} MB)", binary.display(), size as f64 / 1e6);
    println!("start it with: verbund serve");
    Ok(ExitCode::SUCCESS)
}
