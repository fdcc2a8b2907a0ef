//! The load harness: `cargo xtask bench`. It fills a database with the seeded generator, starts the
//! release server on it, asks for directory pages over several connections, and prints how fast,
//! with how much CPU and memory. It fails when the directory page is slower than promised.

#![allow(clippy::print_stdout)] // its output is what it is for

mod client;
mod data;
mod questions;
mod random;
mod report;
mod server;

use std::{
    error::Error,
    process::ExitCode,
    time::{Duration, Instant},
};

use clap::Parser;
use verbund::db::{Db, sqlite_url};

use client::Connection;
use questions::{Kind, Questions};
use report::Measured;
use server::Server;

pub(crate) type Outcome<T> = Result<T, Box<dyn Error + Send + Sync>>;

/// A directory page with facets and full text must come within this, 95 times of 100.
const P95_LIMIT: Duration = Duration::from_millis(50);
/// The server must answer within this after its start, on the demonstration network.
const START_LIMIT: Duration = Duration::from_millis(300);
/// The server must need no more than this at rest, on the demonstration network.
const REST_LIMIT_MB: u64 = 60;

/// Measures the server under load.
#[derive(Debug, Parser)]
struct Flags {
    /// Connections that ask at the same time
    #[arg(long, default_value_t = 8)]
    connections: usize,
    /// Seconds that are measured, after a fifth of them to warm up
    #[arg(long, default_value_t = 20)]
    seconds: u64,
    /// Organisations that are made
    #[arg(long, default_value_t = 10_000)]
    organisations: usize,
    /// Offers that are made
    #[arg(long, default_value_t = 50_000)]
    offers: usize,
    /// Another seed makes other data and other questions
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Given by `cargo bench`
    #[arg(long, hide = true)]
    bench: bool,
}

#[tokio::main]
async fn main() -> ExitCode {
    match run(Flags::parse()).await {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("bench: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn run(flags: Flags) -> Outcome<bool> {
    let folder = std::env::temp_dir().join(format!("verbund-bench-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let result = measure(&flags, &folder).await;
    std::fs::remove_dir_all(&folder)?;
    result
}

async fn measure(flags: &Flags, folder: &std::path::Path) -> Outcome<bool> {
    let postgres = std::env::var("VERBUND_BENCH_DATABASE_URL").ok();
    let mut kept = true;
    if postgres.is_none() {
        kept &= measure_start(&folder.join("demo")).await?;
    }

    let url = postgres.unwrap_or_else(|| sqlite_url(&folder.join("verbund.db")));
    let started = Instant::now();
    let db = Db::connect(&url).await?;
    db.migrate().await?;
    data::fill(&db, flags.organisations, flags.offers, flags.seed).await?;
    db.close().await?;
    println!(
        "{} organisations and {} offers made in {:.1} s",
        flags.organisations,
        flags.offers,
        started.elapsed().as_secs_f64()
    );

    let server = Server::start(&url, folder, &[]).await?;
    println!("ready after {} ms", server.ready_after.as_millis());
    ask(&server, flags, Duration::from_secs(flags.seconds.div_ceil(5)), flags.seed + 1).await?;
    let cpu_before = server.cpu_time()?;
    let measured = ask(&server, flags, Duration::from_secs(flags.seconds), flags.seed + 2).await?;
    let cpu = server.cpu_time()?.saturating_sub(cpu_before);
    measured.print(cpu, server.memory()?);
    let p95 = measured.p95(Kind::FacetsAndText);
    kept &= report::verdict("p95 of a directory page with facets and text", p95, P95_LIMIT);
    server.stop().await?;
    Ok(kept)
}

/// The demonstration network: how fast the server is ready, and what it needs at rest.
async fn measure_start(folder: &std::path::Path) -> Outcome<bool> {
    std::fs::create_dir_all(folder)?;
    let url = sqlite_url(&folder.join("verbund.db"));
    Server::start(&url, folder, &["--demo"]).await?.stop().await?;
    let mut fastest: Option<Duration> = None;
    let mut memory = 0;
    for _ in 0..3 {
        let server = Server::start(&url, folder, &[]).await?;
        fastest = Some(fastest.map_or(server.ready_after, |other| other.min(server.ready_after)));
        // At rest: after the first answers, with the index made.
        let mut connection = Connection::open(server.address).await?;
        connection.ask(&Questions::new(1).facets_and_text()).await?;
        tokio::time::sleep(Duration::from_secs(1)).await;
        memory = server.memory()?.now_mb;
        server.stop().await?;
    }
    let fastest = fastest.unwrap_or_default();
    let quick = report::verdict("demonstration network: start to ready", fastest, START_LIMIT);
    let small = memory <= REST_LIMIT_MB;
    println!(
        "demonstration network: memory at rest {memory} MB, limit {REST_LIMIT_MB} MB: {}",
        if small { "kept" } else { "ABOVE" }
    );
    Ok(quick && small)
}

async fn ask(server: &Server, flags: &Flags, time: Duration, seed: u64) -> Outcome<Measured> {
    let until = Instant::now() + time;
    let asking = (0..flags.connections).map(|number| {
        let address = server.address;
        let mut questions = Questions::new(seed * 1_000 + number as u64);
        tokio::spawn(async move {
            let mut connection = Connection::open(address).await?;
            let mut measured = Measured::default();
            while Instant::now() < until {
                let (kind, body) = questions.next();
                let asked = Instant::now();
                connection.ask(&body).await?;
                measured.add(kind, asked.elapsed());
            }
            Outcome::Ok(measured)
        })
    });
    let mut all = Measured { time, ..Measured::default() };
    for task in asking.collect::<Vec<_>>() {
        all.merge(task.await??);
    }
    Ok(all)
}
