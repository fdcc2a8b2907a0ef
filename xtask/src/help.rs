//! The help texts of each verb.

pub const OVERVIEW: &str = "\
cargo xtask <verb>: everything a person types in this repository

  run        build what changed, load the demonstration network, start the server
  dev        like run, but rebuild and reload the page at each change
  test       install what the tests need and run all of them
  check      formatting, lints, documentation, walls, messages, sizes
  build      one self-contained release binary with the web app inside
  bench      measure the server under load
  build-web  only the web app

`cargo xtask help <verb>` says more about one of them.
";

/// The help of one verb, or the overview for a word that is no verb.
pub fn of(verb: &str) -> &'static str {
    match verb {
        "run" => RUN,
        "dev" => DEV,
        "test" => TEST,
        "check" => CHECK,
        "build" => BUILD,
        "bench" => BENCH,
        "build-web" => BUILD_WEB,
        _ => OVERVIEW,
    }
}

const RUN: &str = "\
cargo xtask run [--data <folder>] [--empty] [-- <flags for `verbund serve`>]

Adds the wasm target if it is absent, builds the web app and the server, makes
an SQLite database in `data/`, loads the demonstration network and starts. The
server prints its address and the demonstration sign-ins; Ctrl-C ends it.

  --data <folder>  keep the database somewhere else
  --empty          without the demonstration network: the server prints a
                   one-time link to make the first coordinator
";

const DEV: &str = "\
cargo xtask dev [--data <folder>] [-- <flags for `verbund serve`>]

Starts the server with a fast, unoptimised web app, watches the sources and
rebuilds the part that changed; open pages reload by themselves.
";

const TEST: &str = "\
cargo xtask test [check] [unit] [api] [migrations] [browser] [-- <filter>]

Without a name: all parts, in this order.

  check       what `cargo xtask check` does
  unit        pure rules, shared types, xtask itself
  api         every operation, on SQLite and again on PostgreSQL
  migrations  only the migration tests, on both databases
  browser     journeys and accessibility in Chromium
  shots       only when named: pictures of every route into e2e/shots

Text after `--` selects tests by name (`cargo xtask test api -- offers::`).
Chromium, PostgreSQL and the npm packages are installed when they are absent
and the machine allows it; otherwise the line to type is printed.

  TEST_DATABASE_URL  a PostgreSQL server to use instead of starting one; its
                     user must be allowed to create databases
  CHROMIUM           the browser to use
";

const CHECK: &str = "\
cargo xtask check [<step>...]

Steps: fmt, clippy, clippy-web, doc, messages, walls, shared-wasm, sizes.
All run, also after a failure; the end names those that failed.
";

const BUILD: &str = "\
cargo xtask build [--profile dev]

Builds the web app and one server binary that carries it, and prints the path
and the size. The binary needs no other file to serve a network.
";

const BENCH: &str = "\
cargo xtask bench [sqlite] [postgres] [-- <flags of the load harness>]

Builds the release server and the load harness, fills a database with the
seeded generator and prints throughput, p50, p95, p99, CPU and memory.
";

const BUILD_WEB: &str = "\
cargo xtask build-web [--dev] [--force]

Builds the web app into `target/web` (`target/web-dev` with --dev). Does
nothing when no input changed; --force builds anyway.
";
