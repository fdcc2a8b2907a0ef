//! Answering an invitation.

use verbund_shared::{
    error::ErrorCode,
    id::{GroupId, MeetingId},
    meetings::{MEETING_REASON_MAX, MeetingReply, MeetingState},
    values::FieldCheck,
};

use super::{Held, held_meeting, meeting_event, plan::invited, signed_in, state_forbids, working};
use crate::{
    app::App,
    audit,
    authz::{Action, Caller},
    error::{ServiceError, ServiceResult, all_right},
    meetings::store::{self, MeetingRow},
};

/// Says whether one comes to a meeting, until it is closed; whoever came into the group after the invitation
/// goes on the list with that. Saying the same again changes nothing.
///
/// # Errors
/// `UNAUTHENTICATED`, `NOT_FOUND`, `FORBIDDEN` for who is not invited, `VALIDATION`, `STATE_FORBIDS`.
pub async fn reply(
    app: &App,
    caller: &Caller,
    id: MeetingId,
    reply: MeetingReply,
    note: &str,
) -> ServiceResult<MeetingRow> {
    let me = signed_in(caller)?;
    let Held { tx, permit, group, meeting } = held_meeting(app, caller, id, Action::MeetingRead).await?;
    let attendances = store::attendances_of(&tx, &[meeting.id]).await?;
    let own = attendances.into_iter().find(|row| row.person_id == Some(me.0));
    let member = match &own {
        Some(_) => None,
        None => {
            let mut members = invited(&tx, app, &meeting).await?.into_iter();
            let member = members.find(|member| member.person.id == me.0);
            Some(member.ok_or_else(|| ServiceError::user(ErrorCode::Forbidden))?)
        }
    };
    let mut check = FieldCheck::new();
    let note = check.text("note", note, MEETING_REASON_MAX);
    if reply == MeetingReply::None {
        let error = verbund_shared::error::FieldError::new("reply", ErrorCode::InvalidValue);
        check.push(error.with("value", reply.as_str()));
    }
    all_right(check)?;
    working(&group)?;
    if !matches!(meeting.state, MeetingState::Invited | MeetingState::InSession) {
        return Err(state_forbids(meeting.state.as_str()));
    }
    let own = match (own, member) {
        (Some(own), _) => own,
        (None, Some(member)) => {
            store::insert_attendance(&tx, &permit, app.clock(), meeting.id, &member).await?
        }
        (None, None) => return Err(ServiceError::not_found()),
    };
    if own.reply == reply && own.note == note {
        return Ok(meeting);
    }
    store::set_reply(&tx, &permit, &own, reply, note).await?;
    let event = meeting_event("meeting_reply", &meeting).detail("outcome", reply.as_str());
    audit::record(&tx, app.clock(), &permit, event).await?;
    tx.commit().await?;
    Ok(meeting)
}

/// Whether somebody could reply to a meeting now.
pub fn can_reply(caller: &Caller, meeting: &MeetingRow) -> bool {
    let group = GroupId(meeting.group_id);
    matches!(meeting.state, MeetingState::Invited | MeetingState::InSession)
        && caller.actor.has_role_in_group(group, verbund_shared::groups::GroupRole::ALL)
}
