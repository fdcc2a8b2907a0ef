//! A server in this process, with a clock that stands still.

use std::{path::PathBuf, sync::Arc};

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
    database: Arc<TestDatabase>,
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
        let app = Self::on(Arc::new(database), config, Clock::fixed(start_of_tests())).await;
        verbund::network::service::ensure_network(&app.app).await.unwrap();
        app
    }

    /// Another server process on the same database.
    pub async fn another_process(&self) -> Self {
        Self::on(self.database.clone(), self.app.config().clone(), self.clock.clone()).await
    }

    async fn on(database: Arc<TestDatabase>, config: Config, clock: Clock) -> Self {
        let db = database.connect().await;
        let app = App::new(config, db, clock.clone()).await.unwrap();
        let endpoint = http::routes(app.clone(), http::Assets::new(None)).map_to_response().boxed();
        Self { app, clock, endpoint, database }
    }

    /// How many statements a request sends, the sign-in's not counted.
    pub async fn statements_of<T>(&self, request: impl Future<Output = T>) -> (u64, T) {
        let before = self.app.db().statement_count();
        let result = request.await;
        (self.app.db().statement_count() - before, result)
    }
}
