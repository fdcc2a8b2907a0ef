//! A PostgreSQL of our own for tests and measurements: temporary, on a socket only, fast and unsafe.

use std::fs::{self, Permissions};
use std::os::unix::fs::{PermissionsExt, chown};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::cleanup::{Guarded, TemporaryFolder};
use crate::shell::{self, step};
use crate::tools;

/// How much of PostgreSQL's safety is kept.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Durability {
    /// Nothing survives a crash: for tests.
    Off,
    /// As in operation: for measurements.
    On,
}

/// A database server to use, ended with this value when it is our own.
pub struct Postgres {
    pub url: String,
    // The order of the fields is the order of their end: server first, then its folder.
    _server: Option<Guarded>,
    _folder: Option<TemporaryFolder>,
}

impl Postgres {
    /// The one of `TEST_DATABASE_URL`, or a new one.
    pub fn for_tests() -> Result<Self> {
        match std::env::var("TEST_DATABASE_URL") {
            Ok(url) if !url.is_empty() => Ok(Self { url, _server: None, _folder: None }),
            _ => Self::start(Durability::Off),
        }
    }

    pub fn start(durability: Durability) -> Result<Self> {
        let binaries = tools::postgres_binaries()?;
        step("starting a PostgreSQL of our own");
        let user = User::find()?;
        let folder = TemporaryFolder::new("postgres")?;
        fs::set_permissions(&folder.path, Permissions::from_mode(0o700))?;
        user.take(&folder.path)?;
        let data = folder.path.join("data");
        initialise(&binaries, &data, &user)?;
        let server = launch(&binaries, &data, &folder.path, &user, durability)?;
        let mut postgres = Self {
            url: format!("postgres://verbund@localhost/postgres?host={}", folder.path.display()),
            _server: Some(server),
            _folder: None,
        };
        postgres.wait_until_ready(&folder.path)?;
        postgres._folder = Some(folder);
        Ok(postgres)
    }

    /// The socket file and its lock appear when connections are accepted.
    fn wait_until_ready(&mut self, folder: &Path) -> Result<()> {
        let start = Instant::now();
        while start.elapsed() < Duration::from_secs(60) {
            let state = fs::read_to_string(folder.join("data/postmaster.pid")).unwrap_or_default();
            if state.lines().nth(7).is_some_and(|line| line.trim() == "ready") {
                return Ok(());
            }
            if let Some(server) = &mut self._server
                && let Some(status) = server.child.try_wait()?
            {
                let log = fs::read_to_string(folder.join("log")).unwrap_or_default();
                bail!("PostgreSQL ended with {status}:\n{log}");
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        bail!("PostgreSQL was not ready after a minute")
    }
}

/// Who runs the server: PostgreSQL refuses to run as root.
struct User {
    ids: Option<(u32, u32)>,
}

impl User {
    fn find() -> Result<Self> {
        if !tools::is_root() {
            return Ok(Self { ids: None });
        }
        let name = "postgres";
        let ids = tools::user_id(&format!("-u {name}"))
            .and_then(|uid| Ok((uid, tools::user_id(&format!("-g {name}"))?)))
            .context("PostgreSQL doesn't run as root and there is no user `postgres`")?;
        Ok(Self { ids: Some(ids) })
    }

    fn take(&self, path: &Path) -> Result<()> {
        if let Some((uid, gid)) = self.ids {
            chown(path, Some(uid), Some(gid))?;
        }
        Ok(())
    }

    fn command(&self, program: PathBuf) -> Command {
        let mut command = Command::new(program);
        command.current_dir("/");
        if let Some((uid, gid)) = self.ids {
            command.uid(uid).gid(gid);
        }
        command
    }
}

fn initialise(binaries: &Path, data: &Path, user: &User) -> Result<()> {
    let mut initdb = user.command(binaries.join("initdb"));
    initdb
        .arg("--pgdata")
        .arg(data)
        .args(["--username=verbund", "--auth=trust", "--encoding=UTF8"])
        .args(["--locale=C.UTF-8", "--no-sync"]);
    shell::output(&mut initdb).map(drop)
}

fn launch(
    binaries: &Path,
    data: &Path,
    socket: &Path,
    user: &User,
    durability: Durability,
) -> Result<Guarded> {
    let log = fs::File::create(socket.join("log"))?;
    let mut server = user.command(binaries.join("postgres"));
    server.arg("-D").arg(data).arg("-k").arg(socket);
    let mut settings = vec!["listen_addresses=", "max_connections=300", "shared_buffers=256MB"];
    if durability == Durability::Off {
        settings.extend(["fsync=off", "synchronous_commit=off", "full_page_writes=off"]);
    }
    for setting in settings {
        server.args(["-c", setting]);
    }
    server.stdin(Stdio::null()).stdout(log.try_clone()?).stderr(log);
    Ok(Guarded::new(server.spawn().context("PostgreSQL does not start")?))
}
