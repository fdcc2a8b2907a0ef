//! Reading the audit trail.

use chrono::NaiveDate;
use verbund_shared::id::{OrganisationId, PersonId};

use super::{
    rules,
    store::{self, AuditFilter, AuditKey, AuditRow},
};
use crate::{
    app::App,
    authz::{Action, Caller, Facts, authorise},
    error::ServiceResult,
    graphql::{CursorPage, page_of},
};

/// Which entries are asked for.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// Only this act.
    pub action: Option<String>,
    /// Only acts on this kind of object.
    pub object_kind: Option<String>,
    /// Only what this person did.
    pub actor: Option<PersonId>,
    /// Only what concerns this organisation.
    pub organisation: Option<OrganisationId>,
    /// From this day on.
    pub from: Option<NaiveDate>,
    /// Until this day.
    pub until: Option<NaiveDate>,
}

impl Wanted {
    fn filter(&self, app: &App) -> AuditFilter {
        let zone = app.time_zone();
        AuditFilter {
            action: self.action.clone(),
            object_kind: self.object_kind.clone(),
            actor: self.actor,
            organisation: self.organisation,
            from: self.from.map(|day| rules::begin_of(day, zone)),
            before: self.until.map(|day| rules::end_of(day, zone)),
        }
    }
}

/// A page of the audit trail, newest first; true when more follow.
///
/// # Errors
/// `UNAUTHENTICATED`, `FORBIDDEN`.
pub async fn entries(
    app: &App,
    caller: &Caller,
    wanted: &Wanted,
    page: &CursorPage<AuditKey>,
) -> ServiceResult<(Vec<AuditRow>, bool)> {
    authorise(caller, Action::AuditRead, &Facts::NONE)?;
    Ok(page_of(store::page(app.db().read(), &wanted.filter(app), page).await?, page.first))
}

/// How many entries there are.
///
/// # Errors
/// `UNAUTHENTICATED`, `FORBIDDEN`.
pub async fn count(app: &App, caller: &Caller, wanted: &Wanted) -> ServiceResult<u64> {
    authorise(caller, Action::AuditRead, &Facts::NONE)?;
    Ok(store::count(app.db().read(), &wanted.filter(app)).await?)
}
