//! `cargo xtask bench`: the release server under load, on one database or both.

use std::process::ExitCode;

use anyhow::{Result, bail};

use crate::postgres::{Durability, Postgres};
use crate::shell::{self, Workspace, step};

const DATABASES: [&str; 2] = ["sqlite", "postgres"];

pub fn run(workspace: &Workspace, arguments: &[String]) -> Result<ExitCode> {
    let (named, flags) = shell::split_passed(arguments);
    if let Some(unknown) = named.iter().find(|name| !DATABASES.contains(&name.as_str())) {
        bail!("there is no database `{unknown}`; see `cargo xtask help bench`");
    }
    shell::timed("release server and load harness", || {
        let mut cargo = workspace.cargo();
        shell::run(cargo.args(["build", "--release", "--package", "verbund", "--bins", "--benches"]))
    })?;
    let wanted = |name: &str| named.is_empty() || named.iter().any(|n| n == name);
    for database in DATABASES.into_iter().filter(|name| wanted(name)) {
        step(&format!("load on {database}"));
        let mut cargo = workspace.cargo();
        cargo.args(["bench", "--package", "verbund", "--bench", "load", "--"]).args(&flags);
        cargo.env("VERBUND_BINARY", workspace.target.join("release/verbund"));
        if database == "postgres" {
            let postgres = Postgres::start(Durability::On)?;
            shell::run(cargo.env("VERBUND_BENCH_DATABASE_URL", &postgres.url))?;
        } else {
            shell::run(&mut cargo)?;
        }
    }
    Ok(ExitCode::SUCCESS)
}
