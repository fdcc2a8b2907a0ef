//! What meetings want of somebody, for the first page.

use std::collections::HashMap;

use chrono::TimeDelta;
use uuid::Uuid;
use verbund_shared::id::GroupId;

use super::signed_in;
use crate::{
    app::App,
    authz::{Action, Caller, Facts, may},
    error::ServiceResult,
    groups::{self, store::GroupRow},
    meetings::store::{self, AgendaItemRow, MeetingRow, PollRow},
};

/// Items are to be prepared so long before their meeting.
const PREPARE_BEFORE: TimeDelta = TimeDelta::days(14);

/// What waits for somebody.
#[derive(Debug, Clone, Default)]
pub struct Waiting {
    /// Meetings to which one has not replied.
    pub replies: Vec<MeetingRow>,
    /// Polls that one has not answered.
    pub polls: Vec<PollRow>,
    /// Items that one presents soon.
    pub items: Vec<(AgendaItemRow, MeetingRow)>,
    /// The groups of all that.
    pub groups: HashMap<Uuid, GroupRow>,
}

/// What waits for the person who asks, so much of a kind at most.
///
/// # Errors
/// `UNAUTHENTICATED`.
pub async fn waiting(app: &App, caller: &Caller, at_most: u64) -> ServiceResult<Waiting> {
    let me = signed_in(caller)?;
    let (db, now) = (app.db().read(), app.clock().now());
    let mut found = Waiting {
        replies: store::replies_waiting(db, me, now, at_most).await?,
        polls: store::polls_waiting(db, me, app.today(), at_most).await?,
        items: store::items_to_present(db, me, (now, now + PREPARE_BEFORE), at_most).await?,
        groups: HashMap::new(),
    };
    // Whoever has left a group is not asked any more.
    let inside = |group: Uuid| may(caller, Action::MeetingRead, &Facts::group(GroupId(group)));
    found.replies.retain(|meeting| inside(meeting.group_id));
    found.polls.retain(|poll| inside(poll.group_id));
    found.items.retain(|(item, _)| inside(item.group_id));
    let of_replies = found.replies.iter().map(|meeting| meeting.group_id);
    let of_polls = found.polls.iter().map(|poll| poll.group_id);
    let ids: Vec<Uuid> =
        of_replies.chain(of_polls).chain(found.items.iter().map(|(item, _)| item.group_id)).collect();
    if !ids.is_empty() {
        let rows = groups::store::groups_by_id(db, &ids).await?;
        found.groups = rows.into_iter().map(|row| (row.id, row)).collect();
    }
    Ok(found)
}
