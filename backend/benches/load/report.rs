//! What was measured, in words and numbers.

use std::{collections::BTreeMap, time::Duration};

use super::{questions::Kind, server::Memory};

/// The times of all answers.
#[derive(Debug, Default)]
pub(crate) struct Measured {
    /// How long was asked.
    pub(crate) time: Duration,
    answers: BTreeMap<Kind, Vec<Duration>>,
}

impl Measured {
    pub(crate) fn add(&mut self, kind: Kind, took: Duration) {
        self.answers.entry(kind).or_default().push(took);
    }

    pub(crate) fn merge(&mut self, other: Self) {
        for (kind, times) in other.answers {
            self.answers.entry(kind).or_default().extend(times);
        }
    }

    /// The time within which 95 of 100 questions of a kind were answered.
    pub(crate) fn p95(&self, kind: Kind) -> Duration {
        let mut times = self.answers.get(&kind).cloned().unwrap_or_default();
        times.sort_unstable();
        percentile(&times, 95)
    }

    pub(crate) fn print(&self, kinds: &[Kind], cpu: Duration, memory: Memory) {
        println!("{:<26}{:>10}{:>10}{:>10}{:>10}", "", "requests", "p50 ms", "p95 ms", "p99 ms");
        let mut all = Vec::new();
        for kind in kinds {
            let mut times = self.answers.get(kind).cloned().unwrap_or_default();
            line(kind.name(), &mut times);
            all.extend(times);
        }
        line("all", &mut all);
        let count = all.len().max(1);
        println!(
            "{:.0} requests/s, {:.2} ms CPU per request, memory {} MB (at most {} MB)",
            count as f64 / self.time.as_secs_f64().max(f64::EPSILON),
            cpu.as_secs_f64() * 1_000.0 / count as f64,
            memory.now_mb,
            memory.peak_mb
        );
    }
}

fn line(name: &str, times: &mut [Duration]) {
    times.sort_unstable();
    let ms = |percent| percentile(times, percent).as_secs_f64() * 1_000.0;
    println!("{name:<26}{:>10}{:>10.1}{:>10.1}{:>10.1}", times.len(), ms(50), ms(95), ms(99));
}

/// The smallest time that so many of a hundred do not exceed; the times are in order.
fn percentile(times: &[Duration], percent: usize) -> Duration {
    let rank = (times.len() * percent).div_ceil(100);
    times.get(rank.saturating_sub(1)).copied().unwrap_or_default()
}

/// Says whether a limit of memory was kept.
pub(crate) fn verdict_memory(what: &str, kilobytes: f64, limit: f64) -> bool {
    let kept = kilobytes <= limit;
    println!("{what}: {kilobytes:.1} kB, limit {limit} kB: {}", if kept { "kept" } else { "ABOVE" });
    kept
}

/// Says whether a limit was kept.
pub(crate) fn verdict(what: &str, took: Duration, limit: Duration) -> bool {
    let kept = took <= limit;
    println!(
        "{what}: {:.1} ms, limit {} ms: {}",
        took.as_secs_f64() * 1_000.0,
        limit.as_millis(),
        if kept { "kept" } else { "ABOVE" }
    );
    kept
}
