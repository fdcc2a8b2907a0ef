//! `verbund serve`.

use std::time::Duration;

use clap::Args;
use poem::{Server, listener::TcpListener};

use super::{CliError, open_database, write_out};
use crate::{app::App, clock::Clock, config::Config, http, mail, network};

/// How long open requests may take to end after the signal to stop.
const SHUTDOWN_TIME: Duration = Duration::from_secs(10);

/// What only `serve` takes.
#[derive(Debug, Args)]
pub(super) struct ServeArgs {
    /// Load the demonstration network into an empty database
    #[arg(long)]
    pub(super) demo: bool,
}

/// Runs the server until it is told to stop (Ctrl+C or SIGTERM).
pub(super) async fn serve(config: Config, _args: ServeArgs) -> Result<(), CliError> {
    let db = open_database(&config).await?;
    let listen = config.listen;
    let public_url = config.public_url.clone();
    let assets = http::Assets::new(config.web_dir.clone());
    let app =
        App::new(config, db, Clock::system()).await.map_err(|error| format!("cannot start: {error:?}"))?;
    network::service::ensure_network(&app).await.map_err(|error| format!("cannot start: {error:?}"))?;

    tokio::spawn(mail::run_worker(app.clone()));
    let routes = http::routes(app.clone(), assets);
    write_out(&format!("Verbund is at {public_url}\n"))?;
    Server::new(TcpListener::bind(listen))
        .run_with_graceful_shutdown(routes, stop_signal(), Some(SHUTDOWN_TIME))
        .await
        .map_err(|cause| format!("cannot listen on {listen} (setting listen): {cause}"))?;
    app.db().clone().close().await?;
    Ok(())
}

async fn stop_signal() {
    let interrupt = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        match signal(SignalKind::terminate()) {
            Ok(mut terminate) => {
                tokio::select! {
                    _ = interrupt => {}
                    _ = terminate.recv() => {}
                }
            }
            Err(_) => {
                let _ = interrupt.await;
            }
        }
    }
    #[cfg(not(unix))]
    {
        let _ = interrupt.await;
    }
}
