//! Settings: flags win over environment (`VERBUND_*`), environment over the TOML file, the file
//! over the defaults. A wrong setting names itself and what would be right.

use std::{fmt, net::SocketAddr, path::PathBuf};

use chrono_tz::Tz;
use clap::Args;
use serde::Deserialize;
use tracing::level_filters::LevelFilter;

use crate::{group_files::storage::ObjectStore, mail};

/// Room for the files of one group unless the settings say otherwise, in megabytes.
const GROUP_FILES_MB: u32 = 500;

/// What a person can set, each by flag, environment or file. Empty means: not said here.
#[derive(Debug, Clone, Default, Args, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "snake_case")]
pub struct Settings {
    /// TOML file with settings, named as the flags are, with _ for - [default: verbund.toml if it exists]
    #[arg(long, env = "VERBUND_CONFIG", global = true)]
    #[serde(skip)]
    pub config: Option<PathBuf>,

    /// Folder for the SQLite database and other data [default: data]
    #[arg(long, env = "VERBUND_DATA_DIR", global = true)]
    pub data_dir: Option<PathBuf>,

    /// Database URL: sqlite:///path/file.db or postgres://user:password@host/name
    /// [default: the file verbund.db in the data folder]
    #[arg(long, env = "DATABASE_URL", global = true, hide_env_values = true)]
    pub database_url: Option<String>,

    /// Address and port to listen on [default: 127.0.0.1:8080]
    #[arg(long, env = "VERBUND_LISTEN", global = true)]
    pub listen: Option<String>,

    /// The address people type, for links in mails; https:// except on this machine itself
    /// [default: http://localhost and the port]
    #[arg(long, env = "VERBUND_PUBLIC_URL", global = true)]
    pub public_url: Option<String>,

    /// Folder with the built web app [default: the one inside this program, else target/web]
    #[arg(long, env = "VERBUND_WEB_DIR", global = true)]
    pub web_dir: Option<PathBuf>,

    /// SMTP server, such as smtps://user:password@mail.example or smtp://localhost:1025;
    /// without it, mails wait in the outbox page
    #[arg(long, env = "VERBUND_SMTP_URL", global = true, hide_env_values = true)]
    pub smtp_url: Option<String>,

    /// Sender of mails, such as "Our network <office@network.example>" [default: the network's contact]
    #[arg(long, env = "VERBUND_MAIL_FROM", global = true)]
    pub mail_from: Option<String>,

    /// Object store for files of groups, such as https://key:secret@s3.example/bucket?region=eu-central-1;
    /// without it, they lie in the database
    #[allow(rustdoc::bare_urls, reason = "it is the help on the command line")]
    #[arg(long, env = "VERBUND_FILES_S3", global = true, hide_env_values = true)]
    pub files_s3: Option<String>,

    /// Room for the files of one group, in megabytes [default: 500]
    #[arg(long, env = "VERBUND_GROUP_FILES_MB", global = true)]
    pub group_files_mb: Option<u32>,

    /// Time zone in which the network's days begin and end [default: Europe/Berlin]
    #[arg(long, env = "VERBUND_TIME_ZONE", global = true)]
    pub time_zone: Option<String>,

    /// Development: GraphiQL at /graphiql, documents that are not the app's own, reload in the browser
    #[arg(long, env = "VERBUND_DEVELOPMENT", global = true, num_args = 0..=1, default_missing_value = "true")]
    pub development: Option<bool>,

    /// Take the visitor's address from the X-Forwarded-For header; only behind a proxy that sets it
    #[arg(long, env = "VERBUND_TRUST_PROXY", global = true, num_args = 0..=1, default_missing_value = "true")]
    pub trust_proxy: Option<bool>,

    /// What to log: error, warn, info, debug or trace, also by part, such as info,sqlx=debug [default: info]
    #[arg(long, env = "VERBUND_LOG", global = true)]
    pub log: Option<String>,

    /// Log as `text` or `json` [default: text]
    #[arg(long, env = "VERBUND_LOG_FORMAT", global = true)]
    pub log_format: Option<String>,
}

/// Checked settings.
#[derive(Debug, Clone)]
pub struct Config {
    /// Where data lies.
    pub data_dir: PathBuf,
    /// Where the database is; holds a password, so never print it.
    pub database_url: String,
    /// Where to listen.
    pub listen: SocketAddr,
    /// The address people type, without a slash at the end.
    pub public_url: String,
    /// A folder with the web app, if not the one inside.
    pub web_dir: Option<PathBuf>,
    /// The mail server; holds a password, so never print it.
    pub smtp_url: Option<String>,
    /// The sender of mails, if set.
    pub mail_from: Option<String>,
    /// The object store for files of groups.
    pub files_s3: Option<ObjectStore>,
    /// Bytes that one group's files may take.
    pub group_files_max: i64,
    /// Where the network is.
    pub time_zone: Tz,
    /// Whether this is a developer's machine.
    pub development: bool,
    /// Whether X-Forwarded-For is to be believed.
    pub trust_proxy: bool,
    /// What to log, in the words of `tracing_subscriber::EnvFilter`.
    pub log: String,
    /// Whether the log is JSON.
    pub log_json: bool,
}

/// A setting that is not right, and what would be.
#[derive(Debug, PartialEq, Eq)]
pub struct ConfigError {
    setting: &'static str,
    problem: String,
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "setting {}: {}", self.setting, self.problem)
    }
}

impl std::error::Error for ConfigError {}

fn wrong(setting: &'static str, problem: impl Into<String>) -> ConfigError {
    ConfigError { setting, problem: problem.into() }
}

impl Settings {
    /// Fills what is not said with the TOML file's values and the defaults, and checks all.
    pub fn check(self) -> Result<Config, ConfigError> {
        let file = self.read_file()?;
        let data_dir = self.data_dir.or(file.data_dir).unwrap_or_else(|| PathBuf::from("data"));
        let database_url = self
            .database_url
            .or(file.database_url)
            .unwrap_or_else(|| crate::db::sqlite_url(&data_dir.join("verbund.db")));
        if !["sqlite:", "postgres:", "postgresql:"].iter().any(|scheme| database_url.starts_with(scheme)) {
            return Err(wrong("database_url", "must begin with sqlite: or postgres:"));
        }
        let listen = self.listen.or(file.listen).unwrap_or_else(|| "127.0.0.1:8080".to_owned());
        let listen: SocketAddr = listen.parse().map_err(|_| {
            wrong("listen", format!("'{listen}' is not an address with a port, such as 127.0.0.1:8080"))
        })?;
        let public_url = self
            .public_url
            .or(file.public_url)
            .unwrap_or_else(|| format!("http://localhost:{}", listen.port()));
        let public_url = public_url.trim_end_matches('/').to_owned();
        check_public_url(&public_url)?;
        let time_zone = self.time_zone.or(file.time_zone).unwrap_or_else(|| "Europe/Berlin".to_owned());
        let time_zone: Tz = time_zone.parse().map_err(|_| {
            wrong("time_zone", format!("'{time_zone}' is not a time zone, such as Europe/Berlin"))
        })?;
        let smtp_url = self.smtp_url.or(file.smtp_url).filter(|url| !url.is_empty());
        if let Some(url) = &smtp_url {
            mail::check_url(url).map_err(|problem| wrong("smtp_url", problem))?;
        }
        let files_s3 = self.files_s3.or(file.files_s3).filter(|setting| !setting.is_empty());
        let files_s3 = files_s3
            .map(|setting| ObjectStore::parse(&setting))
            .transpose()
            .map_err(|problem| wrong("files_s3", problem))?;
        let megabytes = self.group_files_mb.or(file.group_files_mb).unwrap_or(GROUP_FILES_MB);
        let mail_from = self.mail_from.or(file.mail_from);
        if let Some(from) = &mail_from {
            mail::check_from(from).map_err(|problem| wrong("mail_from", problem))?;
        }
        let log = self.log.or(file.log).unwrap_or_else(|| "info".to_owned());
        let is_level =
            |part: &str| part.rsplit('=').next().is_some_and(|word| word.parse::<LevelFilter>().is_ok());
        if !log.split(',').all(is_level) {
            return Err(wrong("log", format!("'{log}' is no level, such as info or info,sqlx=debug")));
        }
        let log_json = match self.log_format.or(file.log_format).as_deref() {
            None | Some("text") => false,
            Some("json") => true,
            Some(other) => return Err(wrong("log_format", format!("'{other}' is neither text nor json"))),
        };
        Ok(Config {
            data_dir,
            database_url,
            listen,
            public_url,
            web_dir: self.web_dir.or(file.web_dir),
            smtp_url,
            mail_from,
            files_s3,
            group_files_max: i64::from(megabytes) * 1024 * 1024,
            time_zone,
            development: self.development.or(file.development).unwrap_or(false),
            trust_proxy: self.trust_proxy.or(file.trust_proxy).unwrap_or(false),
            log,
            log_json,
        })
    }

    fn read_file(&self) -> Result<Settings, ConfigError> {
        let path = self.config.clone().unwrap_or_else(|| PathBuf::from("verbund.toml"));
        let text = match std::fs::read_to_string(&path) {
            Ok(text) => text,
            Err(_) if self.config.is_none() => return Ok(Settings::default()),
            Err(cause) => return Err(wrong("config", format!("cannot read {}: {cause}", path.display()))),
        };
        toml::from_str(&text).map_err(|cause| wrong("config", format!("{}: {cause}", path.display())))
    }
}

fn check_public_url(url: &str) -> Result<(), ConfigError> {
    let host = url.strip_prefix("http://").map(|rest| rest.split([':', '/']).next().unwrap_or_default());
    match host {
        None if url.starts_with("https://") => Ok(()),
        None => Err(wrong("public_url", format!("'{url}' must begin with https://"))),
        Some("localhost" | "127.0.0.1" | "[") => Ok(()),
        Some(_) => Err(wrong(
            "public_url",
            format!(
                "'{url}' must begin with https://, because sign-in needs a secure connection; http:// is for localhost only"
            ),
        )),
    }
}

impl Config {
    /// Whether people reach the server over TLS.
    pub fn is_secure(&self) -> bool {
        self.public_url.starts_with("https://")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(change: impl FnOnce(&mut Settings), expected: Option<&str>) {
        let mut settings = Settings::default();
        change(&mut settings);
        let found = settings.check().err().map(|error| error.setting);
        assert_eq!(found, expected);
    }

    #[test]
    fn a_wrong_setting_names_itself() {
        check(|_| (), None);
        check(|s| s.listen = Some("8080".into()), Some("listen"));
        check(|s| s.database_url = Some("mysql://x".into()), Some("database_url"));
        check(|s| s.public_url = Some("http://network.example".into()), Some("public_url"));
        check(|s| s.public_url = Some("https://network.example/".into()), None);
        check(|s| s.time_zone = Some("Sachsen".into()), Some("time_zone"));
        check(|s| s.smtp_url = Some("mail.example".into()), Some("smtp_url"));
        check(|s| s.smtp_url = Some("smtps://user:secret@mail.example".into()), None);
        check(|s| s.smtp_url = Some("smtp://user:secret@mail.example".into()), Some("smtp_url"));
        check(|s| s.smtp_url = Some("smtp://user:secret@mail.example?tls=required".into()), None);
        check(|s| s.mail_from = Some("Our network".into()), Some("mail_from"));
        check(|s| s.mail_from = Some("Our network <office@n.example>".into()), None);
        check(|s| s.files_s3 = Some("https://s3.example/files".into()), Some("files_s3"));
        check(|s| s.files_s3 = Some("https://key:secret@s3.example/files".into()), None);
        check(|s| s.log_format = Some("xml".into()), Some("log_format"));
        check(|s| s.log = Some("loud".into()), Some("log"));
        check(|s| s.log = Some("info,sqlx=debug".into()), None);
        check(|s| s.config = Some("/does/not/exist.toml".into()), Some("config"));
    }
}
