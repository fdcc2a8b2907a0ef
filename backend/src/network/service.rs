//! Use cases of the network's profile and terms.

use verbund_shared::{id::TermId, terms::TermKind};

use super::{
    rules::{self, Bilingual, NetworkProfile, TermValues},
    store::{self, NetworkRow, TermRow},
};
use crate::{
    app::App,
    audit::{self, AuditEvent},
    authz::{Action, Caller, Facts, authorise},
    error::{ServiceError, ServiceResult, all_right, same_version, unique_as},
};

/// The network.
///
/// # Errors
/// Internal when [`ensure_network`] has not run.
pub async fn get_network(app: &App) -> ServiceResult<NetworkRow> {
    store::find_network(app.db().read())
        .await?
        .ok_or_else(|| ServiceError::broken("the network row is missing"))
}

/// Makes an unnamed network in an empty database, so that the first coordinator finds a form to fill.
pub async fn ensure_network(app: &App) -> ServiceResult<()> {
    if store::find_network(app.db().read()).await?.is_some() {
        return Ok(());
    }
    let profile = NetworkProfile {
        name: rules::UNNAMED.to_owned(),
        short_name: "Netzwerk".to_owned(),
        welcome: Bilingual {
            de: "Willkommen. Die Koordinierungsstelle richtet dieses Netzwerk gerade ein.".to_owned(),
            en: "Welcome. The coordination office is setting up this network.".to_owned(),
        },
        offer_check_days: 180,
        offer_grace_days: 60,
        ..NetworkProfile::default()
    };
    create_network(app, &Caller::system(), profile, false).await
}

/// Makes the network from a profile; only once, only in an empty database.
pub async fn create_network(
    app: &App,
    caller: &Caller,
    profile: NetworkProfile,
    demonstration: bool,
) -> ServiceResult<()> {
    let permit = authorise(caller, Action::NetworkEdit, &Facts::NONE)?;
    let (profile, check) = rules::check_profile(profile);
    all_right(check)?;
    let tx = app.db().begin().await?;
    let label = profile.name.clone();
    store::insert_network(&tx, &permit, app.clock(), profile, demonstration).await?;
    let event = AuditEvent::new("network_create", "network").detail("name", label);
    audit::record(&tx, app.clock(), &permit, event).await?;
    tx.commit().await?;
    Ok(())
}

/// Changes the network's profile.
///
/// # Errors
/// `VALIDATION`, and `CONFLICT` when it was based on an older version.
pub async fn update_network(
    app: &App,
    caller: &Caller,
    profile: NetworkProfile,
    based_on: i32,
) -> ServiceResult<NetworkRow> {
    let permit = authorise(caller, Action::NetworkEdit, &Facts::NONE)?;
    let (profile, check) = rules::check_profile(profile);
    all_right(check)?;
    let tx = app.db().begin().await?;
    let current = store::find_network(&tx).await?.ok_or_else(ServiceError::not_found)?;
    same_version(current.version, based_on)?;
    let row = store::update_network(&tx, &permit, app.clock(), profile, current.version).await?;
    audit::record(&tx, app.clock(), &permit, AuditEvent::new("network_update", "network")).await?;
    tx.commit().await?;
    Ok(row)
}

/// Terms in their order, of one kind or of all.
pub async fn terms(app: &App, kind: Option<TermKind>, archived_too: bool) -> ServiceResult<Vec<TermRow>> {
    let mut terms = store::all_terms(app.db().read()).await?;
    terms.retain(|term| kind.is_none_or(|kind| term.kind == kind) && (archived_too || !term.archived));
    // The order people see, not the alphabet of the kinds.
    terms.sort_by_key(|term| term.kind);
    Ok(terms)
}

/// Adds a term.
///
/// # Errors
/// `VALIDATION`, with `DUPLICATE` when the kind has this key already.
pub async fn add_term(
    app: &App,
    caller: &Caller,
    kind: TermKind,
    key: &str,
    values: TermValues,
) -> ServiceResult<TermRow> {
    let permit = authorise(caller, Action::TermsEdit, &Facts::NONE)?;
    let (values, mut check) = rules::check_term(values);
    let key = rules::check_term_key(&mut check, key);
    all_right(check)?;
    let tx = app.db().begin().await?;
    let term =
        store::insert_term(&tx, &permit, app.clock(), kind, key, values).await.map_err(unique_as("key"))?;
    let event = AuditEvent::new("term_add", "term").object(term.id, &term.name_de);
    audit::record(&tx, app.clock(), &permit, event).await?;
    store::next_directory_sequence(&tx, &permit).await?;
    tx.commit().await?;
    Ok(term)
}

/// Renames, moves or archives a term.
///
/// # Errors
/// `NOT_FOUND`, `VALIDATION`, `CONFLICT`.
pub async fn update_term(
    app: &App,
    caller: &Caller,
    id: TermId,
    values: TermValues,
    based_on: i32,
) -> ServiceResult<TermRow> {
    let permit = authorise(caller, Action::TermsEdit, &Facts::NONE)?;
    let (values, check) = rules::check_term(values);
    all_right(check)?;
    let tx = app.db().begin().await?;
    let current = store::find_term(&tx, id).await?.ok_or_else(ServiceError::not_found)?;
    same_version(current.version, based_on)?;
    let term = store::update_term(&tx, &permit, current.id, values, current.version).await?;
    let event = AuditEvent::new("term_update", "term").object(term.id, &term.name_de);
    audit::record(&tx, app.clock(), &permit, event).await?;
    store::next_directory_sequence(&tx, &permit).await?;
    tx.commit().await?;
    Ok(term)
}
