//! `verbund backup`: a consistent copy while the server runs.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use clap::Args;

use super::{CliError, write_out};
use crate::{config::Config, db::Db};

/// What only `backup` takes.
#[derive(Debug, Args)]
pub(super) struct BackupArgs {
    /// The file to write; it must not exist yet
    #[arg(long)]
    pub(super) to: PathBuf,
}

/// Writes the copy.
pub(super) async fn backup(config: &Config, args: BackupArgs) -> Result<(), CliError> {
    if args.to.exists() {
        return Err(format!("{} exists already; choose another name", args.to.display()).into());
    }
    if config.database_url.starts_with("sqlite:") {
        copy_sqlite(config, &args.to).await?;
    } else {
        dump_postgres(&config.database_url, &args.to)?;
    }
    write_out(&format!("The backup is {}\n", args.to.display()))
}

async fn copy_sqlite(config: &Config, to: &Path) -> Result<(), CliError> {
    let file = config.database_url.trim_start_matches("sqlite:").trim_start_matches("//");
    let file = file.split('?').next().unwrap_or_default();
    if !Path::new(file).exists() {
        return Err(format!("there is no database at {file} (settings data_dir and database_url)").into());
    }
    // Written under another name first, so that a copy that broke off is never taken for a whole one.
    let part = PathBuf::from(format!("{}.part", to.display()));
    let _ = std::fs::remove_file(&part);
    let db = Db::connect(&config.database_url)
        .await
        .map_err(|cause| format!("cannot open the database (setting database_url): {cause}"))?;
    let copied = db.copy_to(&part).await;
    db.close().await?;
    copied.map_err(|cause| format!("cannot write {}: {cause}", part.display()))?;
    keep_private(&part)?;
    std::fs::File::open(&part)?.sync_all()?;
    std::fs::rename(&part, to)?;
    Ok(())
}

/// The copy holds what the database holds: only its owner may read it.
fn keep_private(file: &Path) -> Result<(), CliError> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        std::fs::set_permissions(file, std::fs::Permissions::from_mode(0o600))?;
    }
    #[cfg(not(unix))]
    let _ = file;
    Ok(())
}

fn dump_postgres(url: &str, to: &Path) -> Result<(), CliError> {
    let (url, password) = without_password(url);
    let mut command = Command::new("pg_dump");
    command.arg("--format=custom").arg("--file").arg(to).arg("--dbname").arg(&url);
    if let Some(password) = password {
        // In the environment: an argument could be read by everybody on the machine.
        command.env("PGPASSWORD", password);
    }
    let ended = command.status().map_err(|cause| {
        format!(
            "cannot run pg_dump ({cause}); install PostgreSQL's client programs and type:\n  \
             pg_dump --format=custom --file {} --dbname '{url}'",
            to.display()
        )
    })?;
    if ended.success() { Ok(()) } else { Err("pg_dump could not write the backup".into()) }
}

/// A database's URL without its password, and the password.
fn without_password(url: &str) -> (String, Option<String>) {
    let Some((scheme, rest)) = url.split_once("://") else { return (url.to_owned(), None) };
    let Some((user, host)) = rest.split_once('@') else { return (url.to_owned(), None) };
    match user.split_once(':') {
        Some((user, password)) => (format!("{scheme}://{user}@{host}"), Some(password.to_owned())),
        None => (url.to_owned(), None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_never_becomes_an_argument() {
        for (url, without, password) in [
            ("postgres://v:geheim@db.example/v", "postgres://v@db.example/v", Some("geheim")),
            ("postgres://v@db.example/v", "postgres://v@db.example/v", None),
            ("postgres://localhost/v?host=/run/x", "postgres://localhost/v?host=/run/x", None),
        ] {
            assert_eq!(without_password(url), (without.to_owned(), password.map(str::to_owned)));
        }
    }
}
