//! Making and changing an organisation.

use chrono::NaiveDate;
use uuid::Uuid;
use verbund_shared::{
    error::ErrorCode,
    id::{OrganisationId, TermId},
    organisations::MembershipState,
    terms::TermKind,
    values::FieldCheck,
};

use super::authorised_organisation;
use crate::{
    app::App,
    audit::{self, AuditEvent},
    authz::{Action, Caller, Facts, Permit, authorise},
    db::Transaction,
    error::{ServiceError, ServiceResult, all_right, same_version},
    network::store::{next_directory_sequence, terms_by_id},
    organisations::{
        rules::{
            membership::check_member_since,
            profile::{OrganisationProfile, check_profile},
        },
        store::{self, OrganisationRow},
    },
};

/// An organisation to be made, with its membership.
#[derive(Debug, Clone)]
pub struct NewOrganisation {
    /// Its profile.
    pub profile: OrganisationProfile,
    /// The first day of its membership.
    pub member_since: NaiveDate,
    /// Why it is a member, such as an admission.
    pub reason: String,
    /// Where it came from in an import.
    pub import_key: Option<String>,
}

async fn known_terms(tx: &Transaction, terms: &[TermId]) -> ServiceResult<Vec<(Uuid, TermKind)>> {
    let ids: Vec<_> = terms.iter().map(|term| term.0).collect();
    Ok(terms_by_id(tx, &ids).await?.into_iter().map(|term| (term.id, term.kind)).collect())
}

/// Makes an organisation that is a member, without an application.
///
/// # Errors
/// `VALIDATION` (name `DUPLICATE` where one has this name), `UNAUTHENTICATED`, `FORBIDDEN`.
pub async fn create_organisation(
    app: &App,
    caller: &Caller,
    new: NewOrganisation,
) -> ServiceResult<OrganisationRow> {
    let permit = authorise(caller, Action::OrganisationCreate, &Facts::NONE)?;
    let mut check = FieldCheck::new();
    check_member_since(&mut check, "memberSince", new.member_since, app.today());
    all_right(check)?;
    let tx = app.db().begin().await?;
    if store::name_is_taken(&tx, &new.profile.name).await? {
        return Err(ServiceError::field("name", ErrorCode::Duplicate));
    }
    let row = create_organisation_in(&tx, app, &permit, new).await?;
    tx.commit().await?;
    Ok(row)
}

/// Makes an organisation with terms and membership.
///
/// # Errors
/// `VALIDATION`.
pub async fn create_organisation_in(
    tx: &Transaction,
    app: &App,
    permit: &Permit,
    new: NewOrganisation,
) -> ServiceResult<OrganisationRow> {
    let known = known_terms(tx, &new.profile.terms).await?;
    let (profile, check) = check_profile(new.profile, &known);
    all_right(check)?;
    let terms = profile.terms.clone();
    let sequence = next_directory_sequence(tx, permit).await?;
    let row = store::insert_organisation(tx, permit, app.clock(), profile, new.import_key, sequence).await?;
    store::replace_terms(tx, permit, row.id, &terms).await?;
    store::insert_membership(
        tx,
        permit,
        app.clock(),
        row.id,
        MembershipState::Active,
        new.member_since,
        &new.reason,
    )
    .await?;
    let event = AuditEvent::new("organisation_create", "organisation")
        .object(row.id, &row.name)
        .organisation(OrganisationId(row.id))
        .detail("since", new.member_since.to_string());
    audit::record(tx, app.clock(), permit, event).await?;
    Ok(row)
}

/// Changes an organisation's profile and terms.
///
/// # Errors
/// `NOT_FOUND`, `VALIDATION`, `CONFLICT`, `UNAUTHENTICATED`, `FORBIDDEN`.
pub async fn update_organisation(
    app: &App,
    caller: &Caller,
    id: OrganisationId,
    profile: OrganisationProfile,
    based_on: i32,
) -> ServiceResult<OrganisationRow> {
    let tx = app.db().begin().await?;
    let (permit, current) = authorised_organisation(&tx, caller, Action::OrganisationEdit, id).await?;
    same_version(current.version, based_on)?;
    let row = update_organisation_in(&tx, app, &permit, &current, profile).await?;
    tx.commit().await?;
    Ok(row)
}

/// Changes an organisation's profile and terms.
///
/// # Errors
/// `VALIDATION`.
pub async fn update_organisation_in(
    tx: &Transaction,
    app: &App,
    permit: &Permit,
    current: &OrganisationRow,
    profile: OrganisationProfile,
) -> ServiceResult<OrganisationRow> {
    let known = known_terms(tx, &profile.terms).await?;
    let (profile, check) = check_profile(profile, &known);
    all_right(check)?;
    let terms = profile.terms.clone();
    let sequence = next_directory_sequence(tx, permit).await?;
    let row = store::update_organisation(tx, permit, app.clock(), current, profile, sequence).await?;
    store::replace_terms(tx, permit, row.id, &terms).await?;
    let event = AuditEvent::new("organisation_update", "organisation")
        .object(row.id, &row.name)
        .organisation(OrganisationId(row.id));
    audit::record(tx, app.clock(), permit, event).await?;
    Ok(row)
}
