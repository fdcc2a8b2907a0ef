//! What every use case can reach: settings, database, clock, keys. Made once at the start.

use std::sync::Arc;

use chrono::NaiveDate;
use chrono_tz::Tz;
use tokio::sync::Notify;

use crate::{
    accounts::{passwords::Passwords, tokens::TokenKeys},
    clock::Clock,
    config::Config,
    db::Db,
    directory::DirectoryCache,
    error::ServiceResult,
};

/// The running program's shared state. Cloning shares it.
#[derive(Clone)]
pub struct App {
    inner: Arc<Inner>,
}

struct Inner {
    config: Config,
    db: Db,
    clock: Clock,
    tokens: TokenKeys,
    directory: DirectoryCache,
    mail_waits: Notify,
    passwords: Passwords,
}

impl App {
    /// Puts the parts together; the database is migrated already.
    pub async fn new(config: Config, db: Db, clock: Clock) -> ServiceResult<Self> {
        let tokens = TokenKeys::load(&db, &clock, &config).await?;
        let passwords = Passwords::new()?;
        let (directory, mail_waits) = (DirectoryCache::default(), Notify::new());
        Ok(Self { inner: Arc::new(Inner { config, db, clock, tokens, passwords, directory, mail_waits }) })
    }

    /// The settings.
    pub fn config(&self) -> &Config {
        &self.inner.config
    }

    /// The database.
    pub fn db(&self) -> &Db {
        &self.inner.db
    }

    /// The clock.
    pub fn clock(&self) -> &Clock {
        &self.inner.clock
    }

    /// The keys that sign access tokens.
    pub fn tokens(&self) -> &TokenKeys {
        &self.inner.tokens
    }

    /// The directory's index.
    pub fn directory(&self) -> &DirectoryCache {
        &self.inner.directory
    }

    /// Told when something was put into the outbox.
    pub fn mail_waits(&self) -> &Notify {
        &self.inner.mail_waits
    }

    /// Hashes and compares passwords.
    pub fn passwords(&self) -> &Passwords {
        &self.inner.passwords
    }

    /// Where the network is; days begin and end there.
    pub fn time_zone(&self) -> Tz {
        self.inner.config.time_zone
    }

    /// The network's day.
    pub fn today(&self) -> NaiveDate {
        self.clock().today(self.time_zone())
    }
}
