//! What minutes want of somebody, for the first page.

use std::collections::HashMap;

use uuid::Uuid;

use super::{own_facts, signed_in, writes};
use crate::{
    app::App,
    authz::{Action, Caller, may},
    error::ServiceResult,
    groups::{self, store::GroupRow},
    meetings::store::MeetingRow,
    minutes::store::{self, MinutesRow},
};

/// What waits for somebody.
#[derive(Debug, Clone, Default)]
pub struct Waiting {
    /// Minutes in review, to which one may object.
    pub reviews: Vec<(MinutesRow, MeetingRow)>,
    /// Final minutes that one has not signed.
    pub signatures: Vec<(MinutesRow, MeetingRow)>,
    /// The groups of all that.
    pub groups: HashMap<Uuid, GroupRow>,
}

/// What waits for the person who asks, so much of a kind at most.
///
/// # Errors
/// `UNAUTHENTICATED`.
pub async fn waiting(app: &App, caller: &Caller, at_most: u64) -> ServiceResult<Waiting> {
    let me = signed_in(caller)?;
    let db = app.db().read();
    let mut found = Waiting {
        reviews: store::reviews_waiting(db, me, app.today(), at_most).await?,
        signatures: store::signatures_waiting(db, me, at_most).await?,
        groups: HashMap::new(),
    };
    found.reviews.retain(|(_, meeting)| may(caller, Action::MinutesObject, &own_facts(caller, meeting)));
    found.signatures.retain(|(_, meeting)| writes(caller, meeting));
    let all = found.reviews.iter().chain(&found.signatures);
    let ids: Vec<Uuid> = all.map(|(_, meeting)| meeting.group_id).collect();
    if !ids.is_empty() {
        let rows = groups::store::groups_by_id(db, &ids).await?;
        found.groups = rows.into_iter().map(|row| (row.id, row)).collect();
    }
    Ok(found)
}
