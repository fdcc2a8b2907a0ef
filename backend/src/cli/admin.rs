//! `verbund admin create`: a coordinator, by an invitation link on the terminal.

use clap::{Args, Subcommand};
use verbund_shared::locale::Locale;

use super::{CliError, open_database, write_out};
use crate::{
    accounts::service::first_start, app::App, clock::Clock, config::Config, error::ServiceError, network,
};

/// What can be done to administrators.
#[derive(Debug, Args)]
pub(super) struct AdminArgs {
    #[command(subcommand)]
    command: AdminCommand,
}

#[derive(Debug, Subcommand)]
enum AdminCommand {
    /// Invite a coordinator: prints a link, good once and for 14 days; a mail is sent too where a
    /// mail server is set
    Create(CreateArgs),
}

#[derive(Debug, Args)]
struct CreateArgs {
    /// The address to sign in with
    #[arg(long)]
    email: String,
    /// Given name
    #[arg(long, default_value = "")]
    given_name: String,
    /// Family name
    #[arg(long, default_value = "")]
    family_name: String,
    /// Language of the mail: de or en
    #[arg(long, default_value = "de", value_parser = ["de", "en"])]
    locale: String,
}

/// Runs `verbund admin ...`.
pub(super) async fn admin(config: Config, args: AdminArgs) -> Result<(), CliError> {
    let AdminCommand::Create(args) = args.command;
    let db = open_database(&config).await?;
    let public_url = config.public_url.clone();
    let app = App::new(config, db, Clock::system()).await.map_err(sentence)?;
    network::service::ensure_network(&app).await.map_err(sentence)?;
    let locale = Locale::parse(&args.locale).unwrap_or_default();
    let path =
        first_start::invite_coordinator(&app, &args.email, &args.given_name, &args.family_name, locale)
            .await
            .map_err(sentence)?;
    write_out(&format!("{public_url}{path}\n"))?;
    app.db().clone().close().await?;
    Ok(())
}

/// What went wrong, for the operator.
fn sentence(error: ServiceError) -> CliError {
    match error {
        ServiceError::User(error) => {
            let fields: Vec<String> = error
                .fields
                .iter()
                .map(|field| format!("{}: {}", field.field, field.code.as_str()))
                .collect();
            format!("{} {}", error.code.as_str(), fields.join(", ")).trim().into()
        }
        ServiceError::Internal(cause) => format!("cannot go on: {cause}").into(),
    }
}
