//! What must not outlive xtask: processes and temporary folders, ended on return, failure and signal.

use std::path::PathBuf;
use std::process::{Child, Command};
use std::sync::{LazyLock, Mutex, MutexGuard, PoisonError};

/// Something to undo; run at most once.
enum Leftover {
    Process(u32),
    Folder(PathBuf),
}

static LEFTOVERS: LazyLock<Mutex<Vec<(u64, Leftover)>>> = LazyLock::new(Mutex::default);

fn leftovers() -> MutexGuard<'static, Vec<(u64, Leftover)>> {
    LEFTOVERS.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Ctrl-C, SIGTERM and SIGHUP end what we started before they end us.
pub fn on_signals() {
    let result = ctrlc::set_handler(|| {
        let mut all = std::mem::take(&mut *leftovers());
        // Processes first: they may still write into the folders.
        all.sort_by_key(|(_, leftover)| matches!(leftover, Leftover::Folder(_)));
        for (_, leftover) in &all {
            undo(leftover);
        }
        std::process::exit(130);
    });
    if let Err(error) = result {
        eprintln!("warning: signals are not handled: {error}");
    }
}

fn undo(leftover: &Leftover) {
    match leftover {
        Leftover::Process(pid) => {
            interrupt(*pid);
            wait_until_gone(*pid);
        }
        Leftover::Folder(folder) => {
            // Absent is as good as removed.
            let _ = std::fs::remove_dir_all(folder);
        }
    }
}

/// SIGINT: the fast, orderly end for our server and for PostgreSQL.
fn interrupt(pid: u32) {
    // A process that has already gone needs no signal.
    let _ = Command::new("kill").args(["-INT", &pid.to_string()]).status();
}

/// Waits at most ten seconds; a zombie counts as gone.
fn wait_until_gone(pid: u32) {
    for _ in 0..100 {
        let state = Command::new("ps").args(["-o", "stat=", "-p", &pid.to_string()]).output();
        let state = state.map(|output| output.stdout).unwrap_or_default();
        if state.is_empty() || state.starts_with(b"Z") {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(100));
    }
}

fn register(leftover: Leftover) -> u64 {
    let mut all = leftovers();
    let id = all.last().map_or(0, |(id, _)| id + 1);
    all.push((id, leftover));
    id
}

fn forget(id: u64) {
    leftovers().retain(|(other, _)| *other != id);
}

/// A child process that ends when this value goes.
pub struct Guarded {
    pub child: Child,
    id: u64,
}

impl Guarded {
    pub fn new(child: Child) -> Self {
        let id = register(Leftover::Process(child.id()));
        Self { child, id }
    }

    /// Waits for the process to end by itself.
    pub fn wait(mut self) -> std::io::Result<std::process::ExitStatus> {
        self.child.wait()
    }
}

impl Drop for Guarded {
    fn drop(&mut self) {
        forget(self.id);
        if matches!(self.child.try_wait(), Ok(Some(_))) {
            return;
        }
        interrupt(self.child.id());
        for _ in 0..100 {
            if matches!(self.child.try_wait(), Ok(Some(_))) {
                return;
            }
            std::thread::sleep(std::time::Duration::from_millis(50));
        }
        // It did not listen for five seconds.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A folder of our own under the system's temporary folder, removed at the end.
pub struct TemporaryFolder {
    pub path: PathBuf,
    id: u64,
}

impl TemporaryFolder {
    pub fn new(name: &str) -> std::io::Result<Self> {
        let path = std::env::temp_dir().join(format!("verbund-{name}-{}", std::process::id()));
        if path.exists() {
            std::fs::remove_dir_all(&path)?;
        }
        std::fs::create_dir_all(&path)?;
        let id = register(Leftover::Folder(path.clone()));
        Ok(Self { path, id })
    }
}

impl Drop for TemporaryFolder {
    fn drop(&mut self) {
        forget(self.id);
        undo(&Leftover::Folder(self.path.clone()));
    }
}
