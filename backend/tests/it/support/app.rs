//! A server in this process, with a clock that stands still.

use std::path::PathBuf;

use chrono::{DateTime, TimeZone, Utc};
use poem::{EndpointExt, Response, endpoint::BoxEndpoint};
use verbund::{
    app::App,
    clock::Clock,
    config::{Config, Settings},
    http,
};

use super::database::TestDatabase;

/// A whole server on a database of its own.
pub struct TestApp {
    /// The server's parts, for tests of use cases and for looking behind the API.
    pub app: App,
    /// Moves by `clock.advance(...)` only.
    pub clock: Clock,
    pub(super) endpoint: BoxEndpoint<'static, Response>,
    _database: TestDatabase,
}

/// When every test begins: a Monday, 10:00 in Berlin.
pub fn start_of_tests() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 3, 2, 9, 0, 0).unwrap()
}

impl TestApp {
    /// A server as operators run it: trusted documents only.
    pub async fn new() -> Self {
        Self::with(|_| ()).await
    }

    /// A server with changed settings.
    pub async fn with(change: impl FnOnce(&mut Config)) -> Self {
        let database = TestDatabase::new().await;
        let settings = Settings {
            config: None,
            database_url: Some(database.url.clone()),
            public_url: Some("https://network.example".to_owned()),
            data_dir: Some(PathBuf::from(env!("CARGO_TARGET_TMPDIR"))),
            ..Settings::default()
        };
        let mut config = settings.check().unwrap();
        change(&mut config);
        let clock = Clock::fixed(start_of_tests());
        let db = database.connect().await;
        let app = App::new(config, db, clock.clone()).await.unwrap();
        verbund::network::service::ensure_network(&app).await.unwrap();
        let endpoint = http::routes(app.clone(), http::Assets::new(None)).map_to_response().boxed();
        Self { app, clock, endpoint, _database: database }
    }

    /// How many statements a request sends, the sign-in's not counted.
    pub async fn statements_of<T>(&self, request: impl Future<Output = T>) -> (u64, T) {
        let before = self.app.db().statement_count();
        let result = request.await;
        (self.app.db().statement_count() - before, result)
    }
}
