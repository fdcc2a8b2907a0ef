//! An empty, migrated database for one test, removed afterwards. The schema is made once and
//! copied: as a file on SQLite, as a template on PostgreSQL.

use std::{path::PathBuf, time::Duration};

use sea_orm::{ConnectionTrait, Database};
use tokio::sync::OnceCell;
use uuid::Uuid;
use verbund::db::{Db, sqlite_url};

/// One test's database.
pub struct TestDatabase {
    pub url: String,
    folder: Option<PathBuf>,
}

/// Whether this run is on PostgreSQL.
pub fn on_postgres() -> bool {
    match std::env::var("VERBUND_TEST_DATABASE").as_deref() {
        Ok("postgres") => true,
        Ok("sqlite") | Err(_) => false,
        Ok(other) => panic!("VERBUND_TEST_DATABASE is '{other}', must be sqlite or postgres"),
    }
}

fn server_url() -> String {
    std::env::var("TEST_DATABASE_URL")
        .expect("TEST_DATABASE_URL names the PostgreSQL server; `cargo xtask test` starts one")
}

/// The URL of another database on the same server.
fn url_of(name: &str) -> String {
    let server = server_url();
    let (rest, query) =
        server.split_once('?').map_or((server.as_str(), None), |(rest, query)| (rest, Some(query)));
    let scheme_end = rest.find("://").map_or(0, |at| at + 3);
    let base = match rest[scheme_end..].find('/') {
        Some(at) => &rest[..scheme_end + at],
        None => rest,
    };
    match query {
        Some(query) => format!("{base}/{name}?{query}"),
        None => format!("{base}/{name}"),
    }
}

static TEMPLATE: OnceCell<String> = OnceCell::const_new();

/// Makes the migrated template once per run.
async fn template() -> &'static str {
    TEMPLATE
        .get_or_init(|| async {
            let name =
                format!("verbund_template_{}", Uuid::from_bytes(verbund::clock::random_bytes()).simple());
            if on_postgres() {
                let server = Database::connect(server_url()).await.unwrap();
                server.execute_unprepared(&format!("CREATE DATABASE {name}")).await.unwrap();
                server.close().await.unwrap();
                let db = Db::connect(&url_of(&name)).await.unwrap();
                db.migrate().await.unwrap();
                db.close().await.unwrap();
                name
            } else {
                let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(&name);
                std::fs::create_dir_all(&folder).unwrap();
                let file = folder.join("verbund.db");
                let db = Db::connect(&sqlite_url(&file)).await.unwrap();
                db.migrate().await.unwrap();
                db.close().await.unwrap();
                file.display().to_string()
            }
        })
        .await
}

impl TestDatabase {
    /// A migrated, empty database.
    pub async fn new() -> Self {
        let name = format!("verbund_test_{}", Uuid::from_bytes(verbund::clock::random_bytes()).simple());
        let template = template().await;
        if on_postgres() {
            let server = Database::connect(server_url()).await.unwrap();
            server.execute_unprepared(&format!("CREATE DATABASE {name} TEMPLATE {template}")).await.unwrap();
            server.close().await.unwrap();
            Self { url: url_of(&name), folder: None }
        } else {
            let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
            std::fs::create_dir_all(&folder).unwrap();
            let file = folder.join("verbund.db");
            std::fs::copy(template, &file).unwrap();
            Self { url: sqlite_url(&file), folder: Some(folder) }
        }
    }

    /// An empty database without a schema, for the tests of migrations.
    pub async fn unmigrated() -> Self {
        let name = format!("verbund_test_{}", Uuid::from_bytes(verbund::clock::random_bytes()).simple());
        if on_postgres() {
            let server = Database::connect(server_url()).await.unwrap();
            server.execute_unprepared(&format!("CREATE DATABASE {name}")).await.unwrap();
            server.close().await.unwrap();
            Self { url: url_of(&name), folder: None }
        } else {
            let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
            std::fs::create_dir_all(&folder).unwrap();
            Self { url: sqlite_url(&folder.join("verbund.db")), folder: Some(folder) }
        }
    }

    pub async fn connect(&self) -> Db {
        Db::connect(&self.url).await.unwrap()
    }
}

impl Drop for TestDatabase {
    fn drop(&mut self) {
        // PostgreSQL's databases go with the server that the run started.
        if let Some(folder) = &self.folder {
            let folder = folder.clone();
            // Connections may still be closing.
            std::thread::spawn(move || {
                std::thread::sleep(Duration::from_millis(50));
                let _ = std::fs::remove_dir_all(folder);
            });
        }
    }
}
