//! The database: SQLite by default, PostgreSQL by its URL, chosen at run time.
//!
//! SQLite has one writing connection, whose transactions begin `IMMEDIATE`, and several reading
//! ones; PostgreSQL has one pool for both.

mod listen;
mod transaction;

use std::{
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use sea_orm::{
    ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DbBackend, DbErr, SqliteTransactionMode,
    Statement, TransactionOptions, TransactionTrait,
    sea_query::Expr,
    sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous},
};
use verbund_migrations::{Migrator, MigratorTrait};

use crate::live::Live;

/// How long a writer waits for another process that writes to the same SQLite file.
const BUSY_TIMEOUT: Duration = Duration::from_secs(10);
/// Reading connections to SQLite; more gain nothing on few cores and cost memory.
const SQLITE_READERS: u32 = 4;

/// What of the database libraries is logged when nothing else is said: no statements, and not the
/// lines of the migrations, which come at each start; [`Db::migrate`] tells when it applied some.
pub const QUIET: &str = "sqlx=warn,sea_orm_migration=warn";

/// A connection or a transaction, for use cases that pass either on to a store.
pub use sea_orm::ConnectionTrait as Connection;

pub use listen::follow_postgres;
pub use transaction::Transaction;

/// Connections to the database. Cloning shares them.
#[derive(Debug, Clone)]
pub struct Db {
    writer: DatabaseConnection,
    reader: DatabaseConnection,
    statements: Arc<AtomicU64>,
    live: Live,
}

impl Db {
    /// Opens the database behind a URL such as `sqlite:///srv/verbund.db` or `postgres://...`.
    pub async fn connect(url: &str) -> Result<Self, DbErr> {
        let (mut writer, mut reader) = if url.starts_with("sqlite:") {
            // The writer comes first: it creates the file and switches it to WAL.
            let writer = Database::connect(sqlite_options(url, false)).await?;
            let reader = Database::connect(sqlite_options(url, true)).await?;
            (writer, reader)
        } else {
            let pool = Database::connect(postgres_options(url)).await?;
            (pool.clone(), pool)
        };
        let statements = Arc::new(AtomicU64::new(0));
        for connection in [&mut writer, &mut reader] {
            let counter = statements.clone();
            connection.set_metric_callback(move |_| {
                counter.fetch_add(1, Ordering::Relaxed);
            });
        }
        Ok(Self { writer, reader, statements, live: Live::default() })
    }

    /// For reading outside of a transaction.
    pub fn read(&self) -> &DatabaseConnection {
        &self.reader
    }

    /// Begins a writing transaction.
    pub async fn begin(&self) -> Result<Transaction, DbErr> {
        let options = TransactionOptions {
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..TransactionOptions::default()
        };
        Ok(Transaction::new(self.writer.begin_with_options(options).await?, self.live.clone()))
    }

    /// Tells open pages what changed.
    pub fn live(&self) -> &Live {
        &self.live
    }

    /// Brings the schema up to this program's version.
    pub async fn migrate(&self) -> Result<(), DbErr> {
        let pending = Migrator::get_pending_migrations(&self.writer).await?;
        Migrator::up(&self.writer, None).await?;
        if !pending.is_empty() {
            tracing::info!(steps = pending.len(), "the database is up to date now");
        }
        Ok(())
    }

    /// Whether the database answers.
    pub async fn ping(&self) -> Result<(), DbErr> {
        self.reader.ping().await
    }

    /// The connection that may write without a transaction: migrations and backups only.
    pub fn raw_writer(&self) -> &DatabaseConnection {
        &self.writer
    }

    /// Writes a consistent copy into a new file; SQLite only. Others may go on writing meanwhile.
    pub async fn copy_to(&self, file: &Path) -> Result<(), DbErr> {
        let statement = Statement::from_sql_and_values(
            DbBackend::Sqlite,
            "VACUUM INTO ?",
            [file.display().to_string().into()],
        );
        self.writer.execute_raw(statement).await?;
        Ok(())
    }

    /// Whether this is SQLite.
    pub fn is_sqlite(&self) -> bool {
        self.writer.get_database_backend() == DbBackend::Sqlite
    }

    /// Statements sent so far; tests count with it.
    pub fn statement_count(&self) -> u64 {
        self.statements.load(Ordering::Relaxed)
    }

    /// Closes all connections; on SQLite the write-ahead log is folded in.
    pub async fn close(self) -> Result<(), DbErr> {
        if self.is_sqlite() {
            self.reader.close().await?;
        }
        self.writer.close().await
    }
}

/// The URL of an SQLite file.
pub fn sqlite_url(file: &Path) -> String {
    format!("sqlite://{}?mode=rwc", file.display())
}

/// A text column in the order of its bytes, which is the same on both databases, whatever
/// collation the server was set up with.
pub fn by_bytes(db: &impl ConnectionTrait, table: &'static str, column: &'static str) -> Expr {
    let collation = match db.get_database_backend() {
        DbBackend::Sqlite => "BINARY",
        _ => "C",
    };
    Expr::cust(format!("\"{table}\".\"{column}\" COLLATE \"{collation}\""))
}

fn sqlite_options(url: &str, read_only: bool) -> ConnectOptions {
    let mut options = ConnectOptions::new(url);
    options
        .max_connections(if read_only { SQLITE_READERS } else { 1 })
        .min_connections(1)
        .test_before_acquire(false)
        .acquire_timeout(BUSY_TIMEOUT)
        .idle_timeout(None::<Duration>)
        .max_lifetime(None::<Duration>)
        .sqlx_logging(false)
        .map_sqlx_sqlite_opts(move |options| {
            let options = options
                .journal_mode(SqliteJournalMode::Wal)
                .synchronous(SqliteSynchronous::Full)
                .foreign_keys(true)
                .busy_timeout(BUSY_TIMEOUT)
                .pragma("temp_store", "memory");
            if read_only { options.pragma("query_only", "on") } else { options.pragma("secure_delete", "on") }
        });
    options
}

fn postgres_options(url: &str) -> ConnectOptions {
    let mut options = ConnectOptions::new(url);
    options
        .max_connections(16)
        .min_connections(1)
        .acquire_timeout(BUSY_TIMEOUT)
        .set_application_name("verbund")
        .sqlx_logging(false);
    options
}
