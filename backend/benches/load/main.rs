//! The load harness: `cargo xtask bench`. It fills a database with the seeded generator, starts the
//! release server on it, asks for directory pages over several connections, and prints how fast,
//! with how much CPU and memory. It fails when the directory page is slower than promised.

#![allow(clippy::print_stdout)] // its output is what it is for

mod client;
mod data;
mod insert;
mod live;
mod questions;
mod random;
mod report;
mod server;
mod sign_in;
mod work;
mod work_questions;

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
use work::{Sizes, Work};
use work_questions::WorkQuestions;

pub(crate) type Outcome<T> = Result<T, Box<dyn Error + Send + Sync>>;

/// A directory page with facets and full text must come within this, 95 times of 100.
const P95_LIMIT: Duration = Duration::from_millis(50);
/// A change must reach all open pages within this.
const LIVE_LIMIT: Duration = Duration::from_secs(1);
/// An open page on which nothing happens must cost the server no more than this.
const LINE_LIMIT_KB: f64 = 50.0;
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
    /// Groups that are made
    #[arg(long, default_value_t = 1_000)]
    groups: usize,
    /// Tasks that are made
    #[arg(long, default_value_t = 1_000_000)]
    tasks: usize,
    /// Meetings that are made
    #[arg(long, default_value_t = 20_000)]
    meetings: usize,
    /// Open pages that wait for changes
    #[arg(long, default_value_t = 500)]
    lines: usize,
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
    let members = data::fill(&db, flags.organisations, flags.offers, flags.seed).await?;
    let sizes = Sizes { groups: flags.groups, tasks: flags.tasks, meetings: flags.meetings };
    let work = work::fill(&db, &members, sizes, flags.seed + 7).await?;
    // What every database does by itself after a while.
    sea_orm::ConnectionTrait::execute_unprepared(&db.begin().await?, "ANALYZE").await?;
    db.close().await?;
    println!(
        "{} organisations, {} offers, {} groups, {} tasks and {} meetings made in {:.1} s",
        flags.organisations,
        flags.offers,
        flags.groups,
        flags.tasks,
        flags.meetings,
        started.elapsed().as_secs_f64()
    );

    let server = Server::start(&url, folder, &[]).await?;
    println!("ready after {} ms", server.ready_after.as_millis());
    let measured = ask_twice(&server, flags, &Kind::DIRECTORY, |seed, _| Asker {
        token: None,
        questions: Box::new({
            let mut questions = Questions::new(seed);
            move || questions.next()
        }),
    })
    .await?;
    let p95 = measured.p95(Kind::FacetsAndText);
    kept &= report::verdict("p95 of a directory page with facets and text", p95, P95_LIMIT);
    kept &= measure_work(&server, &url, flags, &work).await?;
    server.stop().await?;
    Ok(kept)
}

/// The work in groups: pages that are asked for, and pages that wait for changes.
async fn measure_work(server: &Server, url: &str, flags: &Flags, work: &Work) -> Outcome<bool> {
    let tokens = sign_in::tokens(url, &work.askers).await?;
    let measured = ask_twice(server, flags, &Kind::WORK, |seed, number| Asker {
        token: Some(tokens[number % tokens.len()].clone()),
        questions: Box::new({
            let mut questions = WorkQuestions::new(seed, work);
            move || questions.next()
        }),
    })
    .await?;
    let mut kept = true;
    for kind in Kind::WORK {
        kept &= report::verdict(&format!("p95: {}", kind.name()), measured.p95(kind), P95_LIMIT);
    }
    let tokens = sign_in::tokens(url, &work.askers).await?;
    let own = *work.own.first().ok_or("nobody works in a group")?;
    let lines = live::measure(server, &tokens, own, flags.lines).await?;
    let what = format!("a change until the last of {} open pages has heard of it", flags.lines);
    kept &= report::verdict(&what, lines.slowest, LIVE_LIMIT);
    kept &= report::verdict_memory("memory of an open page", lines.kilobytes, LINE_LIMIT_KB);
    Ok(kept)
}

/// Somebody who asks one question after the other.
struct Asker {
    token: Option<String>,
    questions: Box<dyn FnMut() -> (Kind, String) + Send>,
}

/// Asks to warm up, then to measure, and prints what came of it.
async fn ask_twice(
    server: &Server,
    flags: &Flags,
    kinds: &[Kind],
    asker: impl Fn(u64, usize) -> Asker,
) -> Outcome<Measured> {
    let all = |seed: u64| -> Vec<Asker> {
        (0..flags.connections).map(|number| asker(seed * 1_000 + number as u64, number)).collect()
    };
    ask(server, all(flags.seed + 1), Duration::from_secs(flags.seconds.div_ceil(5))).await?;
    let cpu_before = server.cpu_time()?;
    let measured = ask(server, all(flags.seed + 2), Duration::from_secs(flags.seconds)).await?;
    let cpu = server.cpu_time()?.saturating_sub(cpu_before);
    measured.print(kinds, cpu, server.memory()?);
    Ok(measured)
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

async fn ask(server: &Server, askers: Vec<Asker>, time: Duration) -> Outcome<Measured> {
    let until = Instant::now() + time;
    let asking = askers.into_iter().map(|mut asker| {
        let address = server.address;
        tokio::spawn(async move {
            let mut connection = Connection::open(address).await?;
            if let Some(token) = &asker.token {
                connection = connection.signed_in(token);
            }
            let mut measured = Measured::default();
            while Instant::now() < until {
                let (kind, body) = (asker.questions)();
                let asked = Instant::now();
                connection.ask(&body).await?;
                measured.add(kind, asked.elapsed());
            }
            Outcome::Ok(measured)
        })
    });
    let mut all = Measured::default();
    all.time = time;
    for task in asking.collect::<Vec<_>>() {
        all.merge(task.await??);
    }
    Ok(all)
}
