//! The command line: `verbund serve|migrate|export-schema|...`.

mod admin;
mod backup;
mod demo;
mod serve;

use std::io::IsTerminal as _;

use clap::{Parser, Subcommand};

use crate::{
    config::{Config, Settings},
    db::{Db, QUIET},
    graphql::build_schema,
};

/// Why a command ended without success; a sentence for the operator.
pub type CliError = Box<dyn std::error::Error + Send + Sync>;

/// Verbund: the place where a network of organisations does its common work.
#[derive(Debug, Parser)]
#[command(name = "verbund", version, about, after_help = AFTER_HELP)]
struct Cli {
    #[command(subcommand)]
    command: Command,
    #[command(flatten)]
    settings: Settings,
}

const AFTER_HELP: &str = "Every setting can stand in the environment (VERBUND_..., DATABASE_URL) or in a TOML file.\n\
    Restoring a backup: docs/operations.md.";

#[derive(Debug, Subcommand)]
enum Command {
    /// Start the server; brings the database up to date first
    Serve(serve::ServeArgs),
    /// Bring the database up to date and end
    Migrate,
    /// Make administrators
    Admin(admin::AdminArgs),
    /// Write a consistent copy of the database while the server runs
    Backup(backup::BackupArgs),
    /// Load the demonstration network into an empty database and print its sign-ins
    Demo,
    /// Print the GraphQL schema
    ExportSchema,
}

/// Runs what was typed.
pub async fn run() -> Result<(), CliError> {
    let cli = Cli::parse();
    if let Command::ExportSchema = cli.command {
        return write_out(&build_schema(None).sdl());
    }
    let config = cli.settings.check()?;
    start_log(&config);
    match cli.command {
        Command::Serve(args) => serve::serve(config, args).await,
        Command::Admin(args) => admin::admin(config, args).await,
        Command::Backup(args) => backup::backup(&config, args).await,
        Command::Demo => demo::demo(config).await,
        Command::Migrate => {
            open_database(&config).await?.close().await?;
            Ok(())
        }
        Command::ExportSchema => Ok(()),
    }
}

/// Opens the database, made if absent, brought up to date.
async fn open_database(config: &Config) -> Result<Db, CliError> {
    if config.database_url.starts_with("sqlite:") {
        std::fs::create_dir_all(&config.data_dir)
            .map_err(|cause| format!("cannot make the data folder {}: {cause}", config.data_dir.display()))?;
    }
    let db = Db::connect(&config.database_url)
        .await
        .map_err(|cause| format!("cannot open the database (setting database_url): {cause}"))?;
    db.migrate().await.map_err(|cause| format!("cannot bring the database up to date: {cause}"))?;
    Ok(db)
}

/// Prints for a person or a pipe.
fn write_out(text: &str) -> Result<(), CliError> {
    use std::io::Write as _;
    let mut out = std::io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()?;
    Ok(())
}

fn start_log(config: &Config) {
    use tracing_subscriber::{EnvFilter, fmt, prelude::*};
    // The setting is checked already; what it says of a part wins over ours.
    let filter = EnvFilter::new(format!("{QUIET},{}", config.log));
    let registry = tracing_subscriber::registry().with(filter);
    if config.log_json {
        registry.with(fmt::layer().json().with_writer(std::io::stderr)).init();
    } else {
        // Colours are for people at a terminal; in a file or a journal they are noise.
        let colours = std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none();
        let layer = fmt::layer().with_target(false).with_ansi(colours).with_writer(std::io::stderr);
        registry.with(layer).init();
    }
}
