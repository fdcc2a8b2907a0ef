//! `cargo xtask check`: what must hold in every commit, without starting anything.

use std::process::{Command, ExitCode};

use anyhow::{Result, bail};

use crate::shell::{self, Workspace};
use crate::tools;
use crate::web::{self, Profile, messages, sizes};

/// A named step.
type Step = (&'static str, fn(&Workspace) -> Result<()>);

const STEPS: [Step; 8] = [
    ("fmt", fmt),
    ("messages", messages),
    ("clippy", clippy),
    ("clippy-web", clippy_web),
    ("doc", doc),
    ("walls", walls),
    ("shared-wasm", shared_wasm),
    ("sizes", sizes),
];

/// How many steps held, and the names of those that didn't.
#[derive(Default)]
pub struct Outcome {
    pub passed: usize,
    pub failed: Vec<&'static str>,
}

pub fn run(workspace: &Workspace, arguments: &[String]) -> Result<ExitCode> {
    if let Some(unknown) = arguments.iter().find(|name| STEPS.iter().all(|step| step.0 != **name)) {
        bail!("there is no step `{unknown}`; see `cargo xtask help check`");
    }
    let outcome = all(workspace, |name| arguments.is_empty() || arguments.iter().any(|a| a == name))?;
    if outcome.failed.is_empty() {
        println!("\nall {} steps hold", outcome.passed);
        return Ok(ExitCode::SUCCESS);
    }
    println!("\nfailed: {}", outcome.failed.join(", "));
    Ok(ExitCode::FAILURE)
}

/// Runs the wanted steps, all of them even when one fails.
pub fn all(workspace: &Workspace, wanted: impl Fn(&str) -> bool) -> Result<Outcome> {
    tools::require_wasm_target(workspace)?;
    let mut outcome = Outcome::default();
    for (name, step) in STEPS.into_iter().filter(|step| wanted(step.0)) {
        match shell::timed(name, || step(workspace)) {
            Ok(()) => outcome.passed += 1,
            Err(error) => {
                eprintln!("error: {name}: {error:#}");
                outcome.failed.push(name);
            }
        }
    }
    Ok(outcome)
}

/// The crates that run on the host.
const HOST: [&str; 4] = ["verbund", "verbund-shared", "verbund-migrations", "xtask"];

fn packages(command: &mut Command) -> &mut Command {
    for package in HOST {
        command.args(["--package", package]);
    }
    command
}

fn fmt(workspace: &Workspace) -> Result<()> {
    shell::run(workspace.cargo().args(["fmt", "--all", "--check"]))
}

fn messages(workspace: &Workspace) -> Result<()> {
    messages::check(&workspace.root)
}

fn clippy(workspace: &Workspace) -> Result<()> {
    let mut cargo = workspace.cargo();
    packages(cargo.arg("clippy")).args(["--all-targets", "--", "--deny", "warnings"]);
    shell::run(&mut cargo)
}

fn clippy_web(workspace: &Workspace) -> Result<()> {
    shell::run(workspace.cargo().args([
        "clippy",
        "--package",
        "verbund-frontend",
        "--target",
        "wasm32-unknown-unknown",
        "--",
        "--deny",
        "warnings",
    ]))
}

fn doc(workspace: &Workspace) -> Result<()> {
    let mut cargo = workspace.cargo();
    packages(cargo.args(["doc", "--no-deps", "--document-private-items"]))
        .env("RUSTDOCFLAGS", "--deny warnings");
    shell::run(&mut cargo)
}

fn walls(workspace: &Workspace) -> Result<()> {
    shell::run(workspace.cargo().args(["test", "--package", "verbund", "--test", "it", "--", "tidy::"]))
}

/// What both sides speak must stay light: no feature on, no host needed.
fn shared_wasm(workspace: &Workspace) -> Result<()> {
    shell::run(workspace.cargo().args([
        "check",
        "--package",
        "verbund-shared",
        "--no-default-features",
        "--target",
        "wasm32-unknown-unknown",
    ]))
}

fn sizes(workspace: &Workspace) -> Result<()> {
    let folder = web::build(workspace, Profile::Release)?;
    sizes::check(&folder)
}
