//! The worker that empties the outbox: one per server process.

use std::time::Duration;

use super::{sender::Sender, service};
use crate::app::App;

/// How often it looks when nothing wakes it: other processes' mails, and those that wait for a retry.
const LOOK_EVERY: Duration = Duration::from_secs(15);
/// After a wake-up the transaction that wrote the mail may still be open: look a few times.
const LOOK_AGAIN: [Duration; 4] = [
    Duration::from_millis(30),
    Duration::from_millis(200),
    Duration::from_millis(800),
    Duration::from_secs(3),
];

/// Sends what is in the outbox until the process ends; returns at once without a mail server.
pub async fn run(app: App) {
    let Some(sender) = Sender::new(app.config()) else { return };
    loop {
        look(&app, &sender).await;
        if tokio::time::timeout(LOOK_EVERY, app.mail_waits().notified()).await.is_ok() {
            for pause in LOOK_AGAIN {
                tokio::time::sleep(pause).await;
                look(&app, &sender).await;
            }
        }
    }
}

async fn look(app: &App, sender: &Sender) {
    if let Err(error) = service::send_due(app, sender).await {
        tracing::error!(?error, "the outbox could not be worked on");
    }
}
