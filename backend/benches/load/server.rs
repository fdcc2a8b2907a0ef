//! The server under test: the release binary as operators run it, in a process of its own.

use std::{
    net::{Ipv4Addr, SocketAddr, TcpListener},
    path::Path,
    process::Stdio,
    time::{Duration, Instant},
};

use tokio::process::{Child, Command};

use super::{Outcome, client::Connection, sign_in::PUBLIC_URL};

/// How long a start may take before it counts as failed.
const PATIENCE: Duration = Duration::from_secs(60);
/// Linux counts a process's CPU time in hundredths of a second.
const TICK: Duration = Duration::from_millis(10);

/// A running server.
pub(crate) struct Server {
    child: Child,
    pid: u32,
    /// Where it listens.
    pub(crate) address: SocketAddr,
    /// How long it took from the start until it said that it is ready.
    pub(crate) ready_after: Duration,
}

/// What a process needs, in megabytes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Memory {
    pub(crate) now_mb: u64,
    pub(crate) peak_mb: u64,
}

impl Server {
    /// Starts the server and waits until it is ready.
    pub(crate) async fn start(url: &str, folder: &Path, flags: &[&str]) -> Outcome<Self> {
        let binary = std::env::var("VERBUND_BINARY")
            .map_err(|_| "VERBUND_BINARY names the server; `cargo xtask bench` sets it")?;
        // A port that nobody has now.
        let address = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?;
        let started = Instant::now();
        let mut child = Command::new(binary)
            .arg("serve")
            .args(flags)
            .args(["--listen", &address.to_string(), "--data-dir"])
            .arg(folder)
            .args(["--public-url", PUBLIC_URL])
            .env("DATABASE_URL", url)
            .env("VERBUND_LOG", "warn")
            .stdout(Stdio::null())
            .stderr(Stdio::inherit())
            .kill_on_drop(true)
            .spawn()?;
        let pid = child.id().ok_or("the server has ended")?;
        loop {
            if let Ok(mut connection) = Connection::open(address).await
                && connection.is_ready().await?
            {
                break;
            }
            if let Some(status) = child.try_wait()? {
                return Err(format!("the server ended with {status}").into());
            }
            if started.elapsed() > PATIENCE {
                return Err("the server did not become ready".into());
            }
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
        Ok(Self { child, pid, address, ready_after: started.elapsed() })
    }

    /// CPU time used so far.
    pub(crate) fn cpu_time(&self) -> Outcome<Duration> {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.pid))?;
        // After the name, which may hold spaces: fields 14 and 15 of proc(5).
        let rest = stat.rsplit_once(')').ok_or("unreadable stat")?.1;
        let ticks: u32 = rest.split_whitespace().skip(11).take(2).filter_map(|n| n.parse::<u32>().ok()).sum();
        Ok(TICK * ticks)
    }

    fn kilobytes(&self, name: &str) -> Outcome<u64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.pid))?;
        let line = status.lines().find_map(|line| line.strip_prefix(name));
        let number = line.and_then(|line| line.split_whitespace().next()?.parse().ok());
        Ok(number.ok_or("no such line in the status")?)
    }

    /// Memory it holds now, and held at most.
    pub(crate) fn memory(&self) -> Outcome<Memory> {
        let megabytes = |name| self.kilobytes(name).map(|kilobytes| kilobytes.div_ceil(1024));
        Ok(Memory { now_mb: megabytes("VmRSS:")?, peak_mb: megabytes("VmHWM:")? })
    }

    /// Memory it holds now, in kilobytes.
    pub(crate) fn memory_kb(&self) -> Outcome<u64> {
        self.kilobytes("VmRSS:")
    }

    /// Ends it.
    pub(crate) async fn stop(mut self) -> Outcome<()> {
        self.child.kill().await?;
        Ok(())
    }
}
