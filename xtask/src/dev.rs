//! `cargo xtask dev`: rebuild what changed, restart the server, let open pages reload.
//!
//! Changes are found by polling: some hundred files are looked at in a millisecond, and polling
//! works in containers and on network folders where notifications don't.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, SystemTime};

use anyhow::Result;

use crate::cleanup::Guarded;
use crate::shell::{self, Workspace, step};
use crate::web::{self, Profile};
use crate::{run, server, tools};

const SERVER_SOURCES: [&str; 5] =
    ["backend/Cargo.toml", "backend/src", "migrations/src", "shared", "Cargo.lock"];
const WEB_SOURCES: [&str; 4] = ["frontend", "shared", "schema.graphql", "Cargo.lock"];

pub fn run(workspace: &Workspace, arguments: &[String]) -> Result<ExitCode> {
    let (mut own, mut flags) = shell::split_passed(arguments);
    flags.push("--development".to_owned());
    let data = run::data_folder(workspace, &mut own)?;
    shell::refuse_rest(&own, "dev")?;
    tools::require_c_compiler()?;
    let web = web::output_folder(workspace, Profile::Dev);
    let start = || -> Result<Guarded> {
        let binary = server::build(workspace)?;
        server::start(&mut server::serve(&binary, &web, &data, true, &flags))
    };

    report(web::build(workspace, Profile::Dev).map(drop));
    let mut running = kept(start());
    let mut server_seen = newest(workspace, &SERVER_SOURCES)?;
    let mut web_seen = newest(workspace, &WEB_SOURCES)?;
    step("watching; Ctrl-C ends");
    loop {
        std::thread::sleep(Duration::from_millis(400));
        let web_now = newest(workspace, &WEB_SOURCES)?;
        if web_now != web_seen {
            web_seen = web_now;
            report(web::build(workspace, Profile::Dev).map(drop));
        }
        let server_now = newest(workspace, &SERVER_SOURCES)?;
        if server_now != server_seen {
            server_seen = server_now;
            // The old one frees the port and the database first.
            drop(running.take());
            running = kept(start());
        }
    }
}

/// A mistake in the sources is shown and waits for the next change.
fn report(result: Result<()>) {
    if let Err(error) = result {
        eprintln!("error: {error:#}\n    waiting for the next change");
    }
}

fn kept(result: Result<Guarded>) -> Option<Guarded> {
    match result {
        Ok(server) => Some(server),
        Err(error) => {
            report(Err(error));
            None
        }
    }
}

/// Number of files and the time of the youngest: changes when one is edited, added or removed.
fn newest(workspace: &Workspace, sources: &[&str]) -> Result<(usize, SystemTime)> {
    let mut files: Vec<PathBuf> = Vec::new();
    for source in sources {
        web::collect_files(&workspace.path(source), &mut files)?;
    }
    let times = files.iter().filter_map(|file| modified(file));
    Ok((files.len(), times.max().unwrap_or(SystemTime::UNIX_EPOCH)))
}

/// None for a file that vanished meanwhile.
fn modified(file: &Path) -> Option<SystemTime> {
    file.metadata().ok()?.modified().ok()
}
