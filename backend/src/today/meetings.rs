//! What waits for a person in meetings and their minutes.

use verbund_shared::{
    id::{MeetingId, MeetingPollId},
    today::TodayKind,
};

use super::{
    rules::{Item, OF_A_KIND_MAX},
    service::named,
};
use crate::{
    app::App,
    authz::Caller,
    error::ServiceResult,
    meetings::{self, store::MeetingRow},
    minutes,
};

/// Invitations to reply to, polls to answer, items to prepare.
pub(super) async fn of_meetings(app: &App, caller: &Caller) -> ServiceResult<Vec<Item>> {
    let found = meetings::service::waiting(app, caller, OF_A_KIND_MAX).await?;
    let day = |meeting: &MeetingRow| meeting.starts_at.with_timezone(&app.time_zone()).date_naive();
    let mut items = Vec::new();
    for meeting in &found.replies {
        items.push(Item {
            object: MeetingId(meeting.id).to_string(),
            group: found.groups.get(&meeting.group_id).map(named),
            ..Item::new(TodayKind::MeetingReply).named(&meeting.title).due(day(meeting))
        });
    }
    for poll in &found.polls {
        items.push(Item {
            object: MeetingPollId(poll.id).to_string(),
            group: found.groups.get(&poll.group_id).map(named),
            ..Item::new(TodayKind::PollAnswer).named(&poll.title).due(poll.answer_by)
        });
    }
    for (item, meeting) in &found.items {
        items.push(Item {
            object: MeetingId(meeting.id).to_string(),
            group: found.groups.get(&item.group_id).map(named),
            ..Item::new(TodayKind::ItemPrepare).named(&item.title).due(day(meeting))
        });
    }
    Ok(items)
}

/// Minutes to review and to sign.
pub(super) async fn of_minutes(app: &App, caller: &Caller) -> ServiceResult<Vec<Item>> {
    let found = minutes::service::waiting(app, caller, OF_A_KIND_MAX).await?;
    let item = |kind: TodayKind, meeting: &MeetingRow| Item {
        object: MeetingId(meeting.id).to_string(),
        group: found.groups.get(&meeting.group_id).map(named),
        ..Item::new(kind).named(&meeting.title)
    };
    let mut items = Vec::new();
    for (row, meeting) in &found.reviews {
        items.push(Item { due: row.review_until, ..item(TodayKind::MinutesReview, meeting) });
    }
    for (_, meeting) in &found.signatures {
        items.push(item(TodayKind::MinutesSign, meeting));
    }
    Ok(items)
}
