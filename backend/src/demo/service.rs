//! Loading the standard terms and the demonstration network.

use verbund_shared::operation_states::ImportKind;

use super::{applications, files, groups, meetings, minutes, resolutions, store, tasks};
use crate::{
    app::App,
    audit::{self, AuditEvent},
    authz::{Action, Caller, Facts, Permit, authorise},
    db::Transaction,
    error::{ServiceResult, all_right},
    imports,
    network::{self, rules},
};

/// What became of the wish to load the demonstration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Loaded {
    /// It was loaded.
    Now,
    /// It was there already.
    Before,
    /// Refused: the database holds a network of its own.
    AnotherNetwork,
}

/// Loads the demonstration network into an empty database, whole or not at all.
pub async fn load(app: &App) -> ServiceResult<Loaded> {
    let permit = authorise(&Caller::system(), Action::ImportRun, &Facts::NONE)?;
    // Hashed before the transaction begins, once for everybody: fifty hashes would take seconds.
    if let Some(network) = network::store::find_network(app.db().read()).await? {
        return Ok(if network.demonstration { Loaded::Before } else { Loaded::AnotherNetwork });
    }
    let hash = app.passwords().hash(files::PASSWORD).await?;

    let tx = app.db().begin().await?;
    if let Some(network) = network::store::find_network(&tx).await? {
        return Ok(if network.demonstration { Loaded::Before } else { Loaded::AnotherNetwork });
    }
    let (profile, check) = rules::check_profile(files::network()?);
    all_right(check)?;
    network::store::insert_network(&tx, &permit, app.clock(), profile, true).await?;
    write_terms(&tx, app, &permit).await?;
    for (kind, bytes) in [
        (ImportKind::Organisations, files::ORGANISATIONS),
        (ImportKind::People, files::PEOPLE),
        (ImportKind::Offers, files::OFFERS),
    ] {
        imports::service::import_now(&tx, app, &permit, kind, bytes).await?;
    }
    applications::write(&tx, app, &permit).await?;
    groups::write(&tx, app, &permit).await?;
    tasks::write(&tx, app, &permit).await?;
    let (votes, held) = meetings::write(&tx, app, &permit).await?;
    resolutions::write(&tx, app, &permit, &votes).await?;
    minutes::write(&tx, app, &permit, held).await?;
    store::set_everybodys_password(&tx, &permit, app.clock(), hash).await?;
    let event = AuditEvent::new("demonstration_load", "network");
    audit::record(&tx, app.clock(), &permit, event).await?;
    tx.commit().await?;
    Ok(Loaded::Now)
}

/// Gives a network without terms the standard ones: topics, target groups, districts, languages.
pub async fn ensure_terms(app: &App) -> ServiceResult<()> {
    if !network::store::all_terms(app.db().read()).await?.is_empty() {
        return Ok(());
    }
    let permit = authorise(&Caller::system(), Action::TermsEdit, &Facts::NONE)?;
    let tx = app.db().begin().await?;
    if network::store::all_terms(&tx).await?.is_empty() {
        write_terms(&tx, app, &permit).await?;
        network::store::next_directory_sequence(&tx, &permit).await?;
        let event = AuditEvent::new("standard_terms_load", "network");
        audit::record(&tx, app.clock(), &permit, event).await?;
        tx.commit().await?;
    }
    Ok(())
}

async fn write_terms(tx: &Transaction, app: &App, permit: &Permit) -> ServiceResult<()> {
    for (kind, key, values) in files::terms()? {
        network::store::insert_term(tx, permit, app.clock(), kind, key, values).await?;
    }
    Ok(())
}
