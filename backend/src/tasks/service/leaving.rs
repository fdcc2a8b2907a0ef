//! What becomes of tasks when somebody leaves the network.

use verbund_shared::id::PersonId;

use crate::{authz::Permit, db::Transaction, error::ServiceResult, people::PersonRow, tasks::store};

/// Takes somebody out of tasks who leaves the network, as a part of a use case that has asked for the
/// right: what they had to do is free again, and nobody is reached under their name any more.
pub async fn end_person(tx: &Transaction, permit: &Permit, person: &PersonRow) -> ServiceResult<()> {
    let name = format!("{} {}", person.given_name, person.family_name).trim().to_owned();
    Ok(store::erase_person(tx, permit, PersonId(person.id), &name).await?)
}
