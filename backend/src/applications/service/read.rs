//! Reading applications.

use std::collections::HashMap;

use uuid::Uuid;
use verbund_shared::{id::ApplicationId, organisations::DuplicateReason};

use super::applicant::link_invalid;
use crate::{
    accounts::secrets,
    app::App,
    applications::{
        rules::{Candidate, likely_duplicates},
        store::{self, ApplicationFilter, ApplicationKey, ApplicationRow, EventRow},
    },
    authz::{Action, Caller, Facts, authorise},
    error::{ServiceError, ServiceResult},
    graphql::{CursorPage, page_of},
    network::store::TermRow,
    organisations::store::{OrganisationRow, all_contacts, all_organisations},
};

/// The application behind a private link.
///
/// # Errors
/// `LINK_INVALID`.
pub async fn follow(app: &App, caller: &Caller, token: &str) -> ServiceResult<ApplicationRow> {
    authorise(caller, Action::LinkUse, &Facts::NONE)?;
    store::find_by_link(app.db().read(), &secrets::hash(token)).await?.ok_or_else(link_invalid)
}

/// One application.
///
/// # Errors
/// `NOT_FOUND`, `UNAUTHENTICATED`, `FORBIDDEN`.
pub async fn get_application(app: &App, caller: &Caller, id: ApplicationId) -> ServiceResult<ApplicationRow> {
    authorise(caller, Action::ApplicationRead, &Facts::NONE)?;
    store::find_application(app.db().read(), id).await?.ok_or_else(ServiceError::not_found)
}

/// A page of applications, the newest first, and whether more follow.
///
/// # Errors
/// `UNAUTHENTICATED`, `FORBIDDEN`.
pub async fn applications(
    app: &App,
    caller: &Caller,
    filter: &ApplicationFilter,
    page: &CursorPage<ApplicationKey>,
) -> ServiceResult<(Vec<ApplicationRow>, bool)> {
    authorise(caller, Action::ApplicationRead, &Facts::NONE)?;
    Ok(page_of(store::applications_page(app.db().read(), filter, page).await?, page.first))
}

/// How many applications a filter finds.
///
/// # Errors
/// `UNAUTHENTICATED`, `FORBIDDEN`.
pub async fn applications_count(
    app: &App,
    caller: &Caller,
    filter: &ApplicationFilter,
) -> ServiceResult<u64> {
    authorise(caller, Action::ApplicationRead, &Facts::NONE)?;
    Ok(store::count_applications(app.db().read(), filter).await?)
}

/// What happened to an application that was read before, with the names of who did it.
pub async fn events(app: &App, id: Uuid) -> ServiceResult<Vec<(EventRow, Option<String>)>> {
    Ok(store::events_of(app.db().read(), id).await?)
}

/// The terms of an application that was read before.
pub async fn terms(app: &App, id: Uuid) -> ServiceResult<Vec<TermRow>> {
    let mut terms = store::terms_of(app.db().read(), id).await?;
    terms.sort_by_key(|term| term.kind);
    Ok(terms)
}

/// What an application may be the same as.
#[derive(Debug, Clone)]
pub enum SameAs {
    /// An organisation that is or was a member.
    Organisation(Box<OrganisationRow>),
    /// Another application.
    Application(Box<ApplicationRow>),
}

/// Something that looks like the same organisation, and why.
#[derive(Debug, Clone)]
pub struct LikelyDuplicate {
    /// What looks the same.
    pub same_as: SameAs,
    /// Why it does.
    pub reasons: Vec<DuplicateReason>,
}

/// Organisations and other applications that look like the same one, the likeliest first.
///
/// # Errors
/// `UNAUTHENTICATED`, `FORBIDDEN`.
pub async fn duplicates(
    app: &App,
    caller: &Caller,
    application: &ApplicationRow,
) -> ServiceResult<Vec<LikelyDuplicate>> {
    authorise(caller, Action::ApplicationRead, &Facts::NONE)?;
    let db = app.db().read();
    // Its own organisation is no duplicate.
    let mut organisations = all_organisations(db).await?;
    organisations.retain(|row| Some(row.id) != application.organisation_id);
    let mut emails: HashMap<Uuid, Vec<String>> = HashMap::new();
    for contact in all_contacts(db).await? {
        emails.entry(contact.organisation_id).or_default().push(contact.email);
    }
    let applications = store::applications_to_compare(db, application.id).await?;
    let of_organisation = |row: &OrganisationRow| Candidate {
        name: row.name.clone(),
        website: row.website.clone(),
        emails: emails.remove(&row.id).into_iter().flatten().chain([row.email.clone()]).collect(),
        street: row.street.clone(),
        postal_code: row.postal_code.clone(),
    };
    let mut candidates: Vec<Candidate> = organisations.iter().map(of_organisation).collect();
    candidates.extend(applications.iter().map(of_application));
    let found = likely_duplicates(&of_application(application), &candidates);
    let same_as = |place: usize| match organisations.get(place) {
        Some(row) => Some(SameAs::Organisation(Box::new(row.clone()))),
        None => {
            let row = applications.get(place - organisations.len())?;
            Some(SameAs::Application(Box::new(row.clone())))
        }
    };
    Ok(found
        .into_iter()
        .filter_map(|(place, reasons)| Some(LikelyDuplicate { same_as: same_as(place)?, reasons }))
        .collect())
}

fn of_application(row: &ApplicationRow) -> Candidate {
    Candidate {
        name: row.organisation_name.clone(),
        website: row.website.clone(),
        emails: vec![row.contact_email.clone()],
        street: row.street.clone(),
        postal_code: row.postal_code.clone(),
    }
}
