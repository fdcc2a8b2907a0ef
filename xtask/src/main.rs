//! `cargo xtask <verb>`: what a person types to run, test, check and build Verbund.
#![allow(
    clippy::print_stdout,
    reason = "xtask is a command line tool: its lines on the terminal are its result"
)]

mod bench;
mod build;
mod check;
mod cleanup;
mod dev;
mod e2e;
mod help;
mod postgres;
mod run;
mod server;
mod shell;
mod test;
mod tools;
mod web;

use std::process::ExitCode;

use anyhow::{Result, bail};
use shell::Workspace;

fn main() -> ExitCode {
    cleanup::on_signals();
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match dispatch(&arguments) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(arguments: &[String]) -> Result<ExitCode> {
    let Some((verb, rest)) = arguments.split_first() else {
        print!("{}", help::OVERVIEW);
        return Ok(ExitCode::FAILURE);
    };
    if rest.iter().take_while(|a| *a != "--").any(|a| a == "--help") {
        print!("{}", help::of(verb));
        return Ok(ExitCode::SUCCESS);
    }
    let workspace = Workspace::find()?;
    match verb.as_str() {
        "run" => run::run(&workspace, rest),
        "dev" => dev::run(&workspace, rest),
        "check" => check::run(&workspace, rest),
        "test" => test::run(&workspace, rest),
        "build" => build::run(&workspace, rest),
        "build-web" => web::run(&workspace, rest),
        "bench" => bench::run(&workspace, rest),
        "help" | "--help" | "-h" => {
            print!("{}", rest.first().map_or(help::OVERVIEW, |verb| help::of(verb)));
            Ok(ExitCode::SUCCESS)
        }
        other => bail!("there is no verb `{other}`; `cargo xtask help` lists them"),
    }
}
