//! `cargo xtask test`: everything that can fail, with one closing line.

use std::process::{Command, ExitCode};

use anyhow::{Result, bail};

use crate::postgres::Postgres;
use crate::shell::{self, Workspace, step};
use crate::web::{self, Profile};
use crate::{check, e2e, tools};

const PARTS: [&str; 6] = ["check", "unit", "api", "migrations", "browser", "shots"];
/// `migrations` is a selection out of `api`; `shots` makes pictures for looking at.
const WHOLE: [&str; 4] = ["check", "unit", "api", "browser"];

/// What the closing line counts.
#[derive(Default)]
pub struct Tally {
    pub passed: usize,
    pub failed: usize,
    /// What to look at first.
    pub failures: Vec<String>,
}

impl Tally {
    /// Adds a result, and a failure of its own when the part itself broke.
    pub fn add(&mut self, part: &str, result: Result<Tally>) {
        match result {
            Ok(other) => {
                self.passed += other.passed;
                self.failed += other.failed;
                self.failures.extend(other.failures);
            }
            Err(error) => {
                eprintln!("error: {part}: {error:#}");
                self.failed += 1;
                self.failures.push(format!("{part}: {error:#}"));
            }
        }
    }
}

pub fn run(workspace: &Workspace, arguments: &[String]) -> Result<ExitCode> {
    let (named, filter) = shell::split_passed(arguments);
    if let Some(unknown) = named.iter().find(|name| !PARTS.contains(&name.as_str())) {
        bail!("there is no part `{unknown}`; see `cargo xtask help test`");
    }
    let parts: Vec<&str> = match named.is_empty() {
        true => WHOLE.to_vec(),
        false => named.iter().map(String::as_str).collect(),
    };
    let mut tally = Tally::default();
    for part in parts {
        step(&format!("test {part}"));
        match part {
            "check" => tally.add(part, check(workspace)),
            "unit" => tally.add(part, unit(workspace, &filter)),
            "api" => api(workspace, &filter, &mut tally),
            "migrations" => api(workspace, &["migrations::".to_owned()], &mut tally),
            "shots" => tally.add(part, browser(workspace, e2e::Project::Shots, &filter)),
            _ => tally.add(part, browser(workspace, e2e::Project::Tests, &filter)),
        }
    }
    if tally.passed + tally.failed == 0 {
        tally.failed = 1;
        tally.failures.push("no test has such a name".to_owned());
    }
    if !tally.failures.is_empty() {
        println!("\nfailures:");
        for failure in &tally.failures {
            println!("  {failure}");
        }
    }
    println!("\n{} passed, {} failed", tally.passed, tally.failed);
    Ok(if tally.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn check(workspace: &Workspace) -> Result<Tally> {
    let outcome = check::all(workspace, |name| name != "walls")?;
    Ok(Tally {
        passed: outcome.passed,
        failed: outcome.failed.len(),
        failures: outcome.failed.iter().map(|name| format!("check {name}")).collect(),
    })
}

fn unit(workspace: &Workspace, filter: &[String]) -> Result<Tally> {
    let mut all = Tally::default();
    // Together, so that the server's own features are the only ones its dependencies get.
    let mut server = host_tests(workspace);
    server.args(["--lib", "--bins"]);
    all.add("unit tests", cargo_test(&mut server, filter));
    let mut xtask = workspace.cargo();
    xtask.args(["test", "--no-fail-fast", "--package", "xtask"]);
    all.add("xtask's tests", cargo_test(&mut xtask, filter));
    Ok(all)
}

fn host_tests(workspace: &Workspace) -> Command {
    let mut cargo = workspace.cargo();
    cargo.args(["test", "--no-fail-fast", "--package", "verbund"]);
    cargo.args(["--package", "verbund-shared", "--package", "verbund-migrations"]);
    cargo
}

/// Every operation on both databases.
fn api(workspace: &Workspace, filter: &[String], tally: &mut Tally) {
    let tests = |database: &str, url: Option<&str>| {
        step(&format!("API tests on {database}"));
        let mut cargo = host_tests(workspace);
        cargo.args(["--test", "*"]).env("VERBUND_TEST_DATABASE", database);
        match url {
            Some(url) => cargo.env("TEST_DATABASE_URL", url),
            None => cargo.env_remove("TEST_DATABASE_URL"),
        };
        cargo_test(&mut cargo, filter)
    };
    tally.add("API tests on SQLite", tests("sqlite", None));
    let on_postgres = || {
        let postgres = Postgres::for_tests()?;
        tests("postgres", Some(&postgres.url))
    };
    tally.add("API tests on PostgreSQL", on_postgres());
}

/// Runs `cargo test` and reads the counts and the names of failed tests from what it prints.
fn cargo_test(cargo: &mut Command, filter: &[String]) -> Result<Tally> {
    cargo.arg("--").args(filter);
    let mut tally = Tally::default();
    let status = shell::run_watching(cargo, |line| {
        if let Some((passed, failed)) = counts(line) {
            tally.passed += passed;
            tally.failed += failed;
        } else if let Some(name) = failed_test(line) {
            tally.failures.push(name.to_owned());
        }
    })?;
    if !status.success() && tally.failed == 0 {
        bail!("the tests do not compile or broke off ({status})");
    }
    Ok(tally)
}

/// `test result: ok. 12 passed; 1 failed; ...`
fn counts(line: &str) -> Option<(usize, usize)> {
    let rest = line.strip_prefix("test result: ")?;
    let number_before = |word: &str| -> Option<usize> {
        let (before, _) = rest.split_once(word)?;
        before.split_whitespace().last()?.parse().ok()
    };
    Some((number_before(" passed")?, number_before(" failed")?))
}

/// `test accounts::sign_in::refuses ... FAILED`
fn failed_test(line: &str) -> Option<&str> {
    line.strip_prefix("test ")?.strip_suffix(" ... FAILED")
}

fn browser(workspace: &Workspace, project: e2e::Project, filter: &[String]) -> Result<Tally> {
    let folder = workspace.path("e2e");
    tools::npm_packages(&folder)?;
    let chromium = tools::chromium()?;
    let web = web::build(workspace, Profile::Release)?;
    // The same build as the API tests': their features, so nothing is compiled twice.
    shell::timed("server", || {
        let mut cargo = host_tests(workspace);
        shell::run(cargo.args(["--test", "*", "--no-run"]))
    })?;
    e2e::run(workspace, project, &chromium, &web, filter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_cargo_test_prints() {
        let line = "test result: FAILED. 12 passed; 3 failed; 1 ignored; 0 measured; 2 filtered out";
        assert_eq!(counts(line), Some((12, 3)));
        assert_eq!(counts("running 3 tests"), None);
        assert_eq!(failed_test("test a::b ... FAILED"), Some("a::b"));
        assert_eq!(failed_test("test a::b ... ok"), None);
    }
}
