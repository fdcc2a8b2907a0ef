//! The workspace's folders and running other programs, with errors that say what to do.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::time::Instant;

use anyhow::{Context, Result, bail};

/// Where things are.
pub struct Workspace {
    pub root: PathBuf,
    pub target: PathBuf,
}

impl Workspace {
    /// Asks cargo, so that `CARGO_TARGET_DIR` and its configuration count.
    pub fn find() -> Result<Self> {
        let here =
            std::env::var("CARGO_MANIFEST_DIR").unwrap_or_else(|_| env!("CARGO_MANIFEST_DIR").to_owned());
        let root = Path::new(&here).parent().context("xtask must lie inside the workspace")?.to_owned();
        let metadata = cargo(&root)
            .args(["metadata", "--no-deps", "--format-version", "1"])
            .output()
            .context("cargo metadata does not start")?;
        let metadata: serde_json::Value = serde_json::from_slice(&metadata.stdout)
            .context("cargo metadata gave no JSON; is Cargo.toml sound?")?;
        let target =
            metadata["target_directory"].as_str().context("cargo metadata names no target directory")?.into();
        Ok(Self { root, target })
    }

    /// A path inside the repository.
    pub fn path(&self, relative: &str) -> PathBuf {
        self.root.join(relative)
    }

    pub fn cargo(&self) -> Command {
        cargo(&self.root)
    }

    /// The server binary of the profile that tests and `run` share.
    pub fn server_binary(&self) -> PathBuf {
        self.target.join("debug").join(executable("verbund"))
    }
}

fn cargo(root: &Path) -> Command {
    let program = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(program);
    command.current_dir(root);
    command
}

fn executable(name: &str) -> String {
    format!("{name}{}", std::env::consts::EXE_SUFFIX)
}

/// One plain line that says what happens now.
pub fn step(text: &str) {
    println!("==> {text}");
}

/// Runs to the end; anything but success is an error that names the command.
pub fn run(command: &mut Command) -> Result<()> {
    let status = status(command)?;
    if !status.success() {
        bail!("{} ended with {status}", describe(command));
    }
    Ok(())
}

/// Runs to the end and leaves it to the caller what the status means.
pub fn status(command: &mut Command) -> Result<ExitStatus> {
    command.status().with_context(|| format!("{} does not start", describe(command)))
}

/// What the program prints; an error carries what it said on stderr.
pub fn output(command: &mut Command) -> Result<String> {
    let output = command
        .stderr(Stdio::piped())
        .output()
        .with_context(|| format!("{} does not start", describe(command)))?;
    if !output.status.success() {
        bail!(
            "{} ended with {}:\n{}",
            describe(command),
            output.status,
            String::from_utf8_lossy(&output.stderr).trim()
        );
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Runs, passes each line of stdout on to the terminal and to `look`.
pub fn run_watching(command: &mut Command, mut look: impl FnMut(&str)) -> Result<ExitStatus> {
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("{} does not start", describe(command)))?;
    if let Some(stdout) = child.stdout.take() {
        for line in BufReader::new(stdout).split(b'\n') {
            let line = line?;
            let line = String::from_utf8_lossy(&line);
            println!("{line}");
            look(&line);
        }
    }
    Ok(child.wait()?)
}

/// Runs `work`, then says how long it took.
pub fn timed<T>(text: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    step(text);
    let start = Instant::now();
    let value = work()?;
    println!("    done in {:.1} s", start.elapsed().as_secs_f64());
    Ok(value)
}

/// Finds a program in `PATH`.
pub fn which(name: &str) -> Option<PathBuf> {
    std::env::split_paths(&std::env::var_os("PATH")?)
        .map(|folder| folder.join(executable(name)))
        .find(|candidate| candidate.is_file())
}

fn describe(command: &Command) -> String {
    let mut words = vec![command.get_program()];
    words.extend(command.get_args());
    let text = words.iter().map(|word| OsStr::to_string_lossy(word)).collect::<Vec<_>>().join(" ");
    format!("`{text}`")
}

/// Takes `--name value` or `--name=value` out of the arguments.
pub fn take_option(arguments: &mut Vec<String>, name: &str) -> Result<Option<String>> {
    let prefix = format!("{name}=");
    let Some(at) = arguments.iter().position(|a| a == name || a.starts_with(&prefix)) else {
        return Ok(None);
    };
    let word = arguments.remove(at);
    if let Some(value) = word.strip_prefix(&prefix) {
        return Ok(Some(value.to_owned()));
    }
    if at < arguments.len() && !arguments[at].starts_with("--") {
        return Ok(Some(arguments.remove(at)));
    }
    bail!("{name} needs a value, for example `{name} somewhere`")
}

/// Takes `--name` out of the arguments and says whether it was there.
pub fn take_flag(arguments: &mut Vec<String>, name: &str) -> bool {
    let before = arguments.len();
    arguments.retain(|a| a != name);
    arguments.len() != before
}

/// Splits at `--`: our own arguments, and those passed through.
pub fn split_passed(arguments: &[String]) -> (Vec<String>, Vec<String>) {
    match arguments.iter().position(|a| a == "--") {
        Some(at) => (arguments[..at].to_vec(), arguments[at + 1..].to_vec()),
        None => (arguments.to_vec(), Vec::new()),
    }
}

/// An argument nobody took is a mistake of the person typing.
pub fn refuse_rest(arguments: &[String], verb: &str) -> Result<()> {
    match arguments.first() {
        None => Ok(()),
        Some(word) => bail!("`{word}` means nothing here; see `cargo xtask help {verb}`"),
    }
}
