//! `verbund demo`.

use super::{CliError, open_database, write_out};
use crate::{
    app::App,
    clock::Clock,
    config::Config,
    demo::{
        PASSWORD, SIGN_INS,
        service::{Loaded, load},
    },
};

/// Loads the demonstration network and tells how to sign in.
pub(super) async fn demo(config: Config) -> Result<(), CliError> {
    let db = open_database(&config).await?;
    let app =
        App::new(config, db, Clock::system()).await.map_err(|error| format!("cannot start: {error:?}"))?;
    let loaded = load_demo(&app).await;
    app.db().clone().close().await?;
    if loaded? == Loaded::Before {
        write_out("The demonstration network is there already.\n")?;
    }
    write_out(&sign_ins())
}

/// Loads the demonstration where there is no network yet.
pub(super) async fn load_demo(app: &App) -> Result<Loaded, CliError> {
    match load(app).await.map_err(|error| format!("cannot load the demonstration: {error:?}"))? {
        Loaded::AnotherNetwork => Err("this database holds a network already; the demonstration needs an \
             empty one: choose another folder (setting data_dir) or database (setting database_url)"
            .into()),
        loaded => Ok(loaded),
    }
}

/// Who can sign in, for a person to try out.
pub(super) fn sign_ins() -> String {
    let mut text = format!("Demonstration sign-ins, all with the password {PASSWORD}\n");
    for (what, email) in SIGN_INS {
        text.push_str(&format!("  {email:<52} {what}\n"));
    }
    text
}
