//! Use cases of organisations. The functions that end in `_in` work inside a transaction of
//! another use case: an admission, an import.

mod consent;
mod contacts;
mod export;
mod logo;
mod membership;
mod people;
mod profile;
mod read;

pub use consent::set_group_consent;
pub use contacts::{add_contact, add_contact_in, remove_contact, update_contact};
pub use export::memberships_as_csv;
pub use logo::{remove_logo, set_logo};
pub use membership::{MembershipChange, change_membership};
pub use people::{NewRole, add_role, end_role};
pub use profile::{
    NewOrganisation, create_organisation, create_organisation_in, update_organisation, update_organisation_in,
};
pub use read::{
    OrganisationPage, get_organisation, organisations, organisations_by_id, organisations_count,
    own_organisations, public_contacts, terms_of,
};

use super::store::{self, OrganisationRow};
use crate::{
    authz::{Action, Caller, Facts, Permit, authorise},
    db::Transaction,
    error::{ServiceError, ServiceResult},
};
use verbund_shared::id::OrganisationId;

/// Asks for a right in an organisation and holds its row until the transaction ends.
async fn authorised_organisation(
    tx: &Transaction,
    caller: &Caller,
    action: Action,
    id: OrganisationId,
) -> ServiceResult<(Permit, OrganisationRow)> {
    let permit = authorise(caller, action, &Facts::organisation(id))?;
    let row = store::lock_organisation(tx, id).await?.ok_or_else(ServiceError::not_found)?;
    Ok((permit, row))
}
