//! Running the browser tests: Playwright against the real binary, its report added to the tally.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::cleanup::Guarded;
use crate::shell::{self, Workspace};
use crate::test::Tally;

/// What Playwright is asked for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Project {
    /// Journeys and accessibility.
    Tests,
    /// Pictures of every route into `e2e/shots`.
    Shots,
}

/// Checks the types of the tests, then runs Playwright; the tests start their own servers.
pub fn run(
    workspace: &Workspace,
    project: Project,
    chromium: &Path,
    web: &Path,
    filter: &[String],
) -> Result<Tally> {
    shell::run(&mut program(workspace, "tsc"))?;
    let report = workspace.target.join("e2e-report.json");
    if report.exists() {
        fs::remove_file(&report)?;
    }
    let mut playwright = program(workspace, "playwright");
    if project == Project::Shots {
        playwright.env("VERBUND_SHOTS", "1");
    }
    playwright
        .arg("test")
        .args(filter)
        .env("CHROMIUM", chromium)
        .env("VERBUND_BINARY", workspace.server_binary())
        .env("VERBUND_WEB_DIST", web)
        .env("PLAYWRIGHT_JSON_OUTPUT_FILE", &report);
    let child = playwright.spawn().context("Playwright does not start")?;
    let status = Guarded::new(child).wait()?;
    let text =
        fs::read_to_string(&report).with_context(|| format!("Playwright wrote no report ({status})"))?;
    let tally = read_report(&serde_json::from_str(&text)?);
    if !status.success() && tally.failed == 0 {
        bail!("Playwright broke off ({status})");
    }
    Ok(tally)
}

/// A program of the installed npm packages.
fn program(workspace: &Workspace, name: &str) -> Command {
    let folder = workspace.path("e2e");
    let mut command = Command::new(folder.join("node_modules/.bin").join(name));
    command.current_dir(folder);
    command
}

fn read_report(report: &Value) -> Tally {
    let count = |key: &str| {
        let number = report["stats"][key].as_u64().unwrap_or(0);
        usize::try_from(number).unwrap_or(0)
    };
    let mut failures = Vec::new();
    for suite in report["suites"].as_array().into_iter().flatten() {
        collect_failures(suite, &mut failures);
    }
    Tally {
        // A test that passed at the second try is told as such by Playwright and counts here.
        passed: count("expected") + count("flaky"),
        failed: count("unexpected"),
        failures,
    }
}

fn collect_failures(suite: &Value, failures: &mut Vec<String>) {
    for inner in suite["suites"].as_array().into_iter().flatten() {
        collect_failures(inner, failures);
    }
    for spec in suite["specs"].as_array().into_iter().flatten() {
        if spec["ok"] == Value::Bool(false) {
            let file = spec["file"].as_str().unwrap_or_default();
            let title = spec["title"].as_str().unwrap_or_default();
            failures.push(format!("{file}: {title}"));
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn reads_what_playwright_reports() {
        let spec = json!({ "file": "a.spec.ts", "title": "signs in", "ok": false });
        let report = json!({
            "stats": { "expected": 3, "unexpected": 1, "flaky": 1, "skipped": 2 },
            "suites": [{ "specs": [], "suites": [{ "specs": [spec] }] }],
        });
        let tally = read_report(&report);
        assert_eq!((tally.passed, tally.failed), (4, 1));
        assert_eq!(tally.failures, ["a.spec.ts: signs in"]);
    }
}
