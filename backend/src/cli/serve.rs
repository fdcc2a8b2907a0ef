//! `verbund serve`.

use std::time::Duration;

use clap::Args;
use poem::{
    Server,
    listener::{Listener as _, TcpListener},
};

use super::{
    CliError,
    demo::{load_demo, sign_ins},
    open_database, write_out,
};
use crate::{
    accounts::service::{first_start, housekeeping},
    app::App,
    clock::Clock,
    config::Config,
    db::follow_postgres,
    demo, group_files, http, imports,
    live::{Change, Live},
    mail, minutes, network, offers, resolutions, tasks,
};

/// How long open requests may take to end after the signal to stop.
const SHUTDOWN_TIME: Duration = Duration::from_secs(10);

/// How often what is past its use is forgotten.
const TIDY_EVERY: Duration = Duration::from_secs(3_600);
/// How often one looks whether the time of a circular resolution, or of a silence about minutes, is over.
const CLOSE_EVERY: Duration = Duration::from_secs(30);

/// What only `serve` takes.
#[derive(Debug, Args)]
pub(super) struct ServeArgs {
    /// Load the demonstration network into an empty database
    #[arg(long)]
    pub(super) demo: bool,
}

/// Runs the server until it is told to stop (Ctrl+C or SIGTERM).
pub(super) async fn serve(config: Config, args: ServeArgs) -> Result<(), CliError> {
    let db = open_database(&config).await?;
    let listen = config.listen;
    let public_url = config.public_url.clone();
    let assets = http::Assets::new(config.web_dir.clone());
    let app =
        App::new(config, db, Clock::system()).await.map_err(|error| format!("cannot start: {error:?}"))?;
    if args.demo {
        load_demo(&app).await?;
    }
    network::service::ensure_network(&app).await.map_err(|error| format!("cannot start: {error:?}"))?;
    demo::service::ensure_terms(&app).await.map_err(|error| format!("cannot start: {error:?}"))?;

    // Before it says where it is: the place may be taken.
    let acceptor = TcpListener::bind(listen)
        .into_acceptor()
        .await
        .map_err(|cause| format!("cannot listen on {listen} (setting listen): {cause}"))?;
    tokio::spawn(mail::run_worker(app.clone()));
    if !app.db().is_sqlite() {
        tokio::spawn(follow_postgres(app.db().live().clone(), app.config().database_url.clone()));
    }
    let routes = http::routes(app.clone(), assets);
    write_out(&format!("Verbund is at {public_url}\n"))?;
    if args.demo {
        write_out(&sign_ins())?;
    }
    let link = first_start::first_link(&app).await.map_err(|error| format!("cannot start: {error:?}"))?;
    if let Some(path) = link {
        write_out(&format!("Make the first coordinator, once and within 7 days: {public_url}{path}\n"))?;
    }
    tokio::spawn(tidy_hourly(app.clone()));
    tokio::spawn(close_what_is_due(app.clone()));
    Server::new_with_acceptor(acceptor)
        .run_with_graceful_shutdown(routes, ending(app.db().live().clone()), Some(SHUTDOWN_TIME))
        .await
        .map_err(|cause| format!("the server broke off: {cause}"))?;
    app.db().clone().close().await?;
    Ok(())
}

/// Once an hour: forgets what is past its use, asks whether offers are still right, reminds of tasks.
async fn tidy_hourly(app: App) {
    let mut hourly = tokio::time::interval(TIDY_EVERY);
    loop {
        hourly.tick().await;
        for done in [
            housekeeping::tidy(&app).await,
            mail::service::purge(&app).await,
            imports::service::purge(&app).await,
            group_files::service::sweep(&app).await,
        ] {
            if let Err(error) = done {
                tracing::warn!(?error, "tidying up failed; it is tried again in an hour");
            }
        }
        if let Err(error) = offers::reminders::remind(&app).await {
            tracing::warn!(?error, "asking for checks of offers failed; it is tried again in an hour");
        }
        if let Err(error) = tasks::reminders::remind(&app).await {
            tracing::warn!(?error, "reminding of tasks failed; it is tried again in an hour");
        }
    }
}

/// Decides circular resolutions once their time is over, and reminds before.
async fn close_what_is_due(app: App) {
    let mut often = tokio::time::interval(CLOSE_EVERY);
    loop {
        often.tick().await;
        if let Err(error) = resolutions::service::close_due(&app).await {
            tracing::warn!(?error, "deciding circular resolutions failed; it is tried again soon");
        }
        if let Err(error) = minutes::service::approve_due(&app).await {
            tracing::warn!(?error, "approving minutes by silence failed; it is tried again soon");
        }
        if let Err(error) = resolutions::service::remind(&app).await {
            tracing::warn!(?error, "reminding of circular resolutions failed; it is tried again soon");
        }
    }
}

/// Waits for the signal to stop, then lets open lines end.
async fn ending(live: Live) {
    stop_signal().await;
    live.tell(Change::Ending);
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
