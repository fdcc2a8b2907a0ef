//! Hears from PostgreSQL what any process on the same database has changed.

use std::time::Duration;

use sea_orm::sqlx::{Error, postgres::PgListener};

use crate::live::{Change, Live};

/// Where PostgreSQL passes topics on.
pub(super) const CHANNEL: &str = "verbund_live";
/// How long to wait before listening again after the database was gone.
const LISTEN_AGAIN: Duration = Duration::from_secs(1);

/// Passes on what PostgreSQL tells, whichever process it came from. Runs until the program ends.
pub async fn follow_postgres(live: Live, url: String) {
    loop {
        if let Err(error) = follow(&live, &url).await {
            tracing::warn!(%error, "listening for changes broke off; it is tried again");
        }
        tokio::time::sleep(LISTEN_AGAIN).await;
    }
}

async fn follow(live: &Live, url: &str) -> Result<(), Error> {
    let mut listener = PgListener::connect(url).await?;
    listener.listen(CHANNEL).await?;
    // What happened while nobody listened is not told any more.
    live.tell(Change::Missed);
    loop {
        match listener.try_recv().await? {
            Some(notification) => {
                if let Ok(topic) = notification.payload().parse() {
                    live.tell(Change::Of(topic));
                }
            }
            None => live.tell(Change::Missed),
        }
    }
}
