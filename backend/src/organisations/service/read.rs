//! Reading organisations.

use uuid::Uuid;
use verbund_shared::{id::OrganisationId, organisations::MembershipState};

use crate::{
    app::App,
    authz::{Action, Actor, Caller, Facts, authorise, may},
    error::{ServiceError, ServiceResult},
    graphql::{CursorPage, page_of},
    network::store::TermRow,
    organisations::{
        rules::membership::{Period, state_on},
        store::{self, ContactRow, OrganisationFilter, OrganisationKey, OrganisationRow},
    },
};

/// One organisation: for everybody while it is an active member, otherwise for those who may see
/// what is internal.
///
/// # Errors
/// `NOT_FOUND`.
pub async fn get_organisation(
    app: &App,
    caller: &Caller,
    id: OrganisationId,
) -> ServiceResult<OrganisationRow> {
    let row = store::find_organisation(app.db().read(), id).await?.ok_or_else(ServiceError::not_found)?;
    if !may(caller, Action::OrganisationReadInternal, &Facts::organisation(id)) {
        let periods: Vec<Period> =
            store::memberships_of(app.db().read(), &[id.0]).await?.iter().map(Period::from).collect();
        if state_on(&periods, app.today()) != Some(MembershipState::Active) {
            return Err(ServiceError::not_found());
        }
    }
    Ok(row)
}

/// The organisations in which the person holds a role today.
pub async fn own_organisations(app: &App, caller: &Caller) -> ServiceResult<Vec<OrganisationRow>> {
    let Actor::Person { affiliations, .. } = &caller.actor else { return Ok(Vec::new()) };
    if affiliations.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<_> = affiliations.iter().map(|(id, _)| id.0).collect();
    Ok(store::organisations_by_id(app.db().read(), &ids).await?)
}

/// A page of organisations, and whether more follow.
pub type OrganisationPage = (Vec<OrganisationRow>, bool);

/// All organisations by name, for administration.
///
/// # Errors
/// `UNAUTHENTICATED`, `FORBIDDEN`.
pub async fn organisations(
    app: &App,
    caller: &Caller,
    filter: &OrganisationFilter,
    page: &CursorPage<OrganisationKey>,
) -> ServiceResult<OrganisationPage> {
    authorise(caller, Action::OrganisationReadInternal, &Facts::NONE)?;
    let rows = store::organisations_page(app.db().read(), filter, app.today(), page).await?;
    Ok(page_of(rows, page.first))
}

/// How many organisations a filter finds.
pub async fn organisations_count(
    app: &App,
    caller: &Caller,
    filter: &OrganisationFilter,
) -> ServiceResult<u64> {
    authorise(caller, Action::OrganisationReadInternal, &Facts::NONE)?;
    Ok(store::count_organisations(app.db().read(), filter, app.today()).await?)
}

/// Organisations by their database keys, in the order of their names; the caller has made sure
/// that they may be seen.
pub async fn organisations_by_id(app: &App, ids: &[Uuid]) -> ServiceResult<Vec<OrganisationRow>> {
    Ok(store::organisations_by_id(app.db().read(), ids).await?)
}

/// The terms of organisations, in their order.
pub async fn terms_of(app: &App, ids: &[Uuid]) -> ServiceResult<Vec<(Uuid, TermRow)>> {
    Ok(store::terms_of(app.db().read(), ids).await?)
}

/// The contacts of an organisation who agreed to be published.
pub async fn public_contacts(app: &App, id: OrganisationId) -> ServiceResult<Vec<ContactRow>> {
    let mut contacts = store::contacts_of(app.db().read(), &[id.0]).await?;
    contacts.retain(|contact| contact.consented_at.is_some());
    Ok(contacts)
}
