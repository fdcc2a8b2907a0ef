//! What the mutations of meetings and date polls take and give.

use async_graphql::{ID, InputObject, SimpleObject};
use uuid::Uuid;
use verbund_shared::{
    error::ErrorCode,
    id::{MeetingPollOptionId, PersonId},
    meetings::{MeetingReply, PollAnswer},
};

use super::{meeting::Meeting, poll::MeetingPoll};
use crate::{
    error::{ServiceError, ServiceResult},
    graphql::Date,
    meetings::rules::{details::Details, poll::NewPoll, times::LocalTime},
};

/// Reads the id of somebody who is named; what is none names nobody that there is.
pub(super) fn person(field: &str, id: Option<ID>) -> ServiceResult<Option<Uuid>> {
    let unknown = |_| ServiceError::field(field, ErrorCode::UnknownReference);
    Ok(id.map(|id| id.parse::<PersonId>().map_err(unknown)).transpose()?.map(|id| id.0))
}

/// A day and a time of it as people in the network's time zone read them. A time that the clocks skip is
/// refused with `TIME_SKIPPED`; of one that comes twice the first is meant.
#[derive(InputObject)]
pub struct LocalTimeInput {
    /// The day.
    day: Date,
    /// Hours and minutes, such as `09:30`.
    time: String,
}

impl From<LocalTimeInput> for LocalTime {
    fn from(input: LocalTimeInput) -> Self {
        Self { day: input.day.0, time: input.time }
    }
}

/// What is written of a meeting.
#[derive(InputObject)]
pub struct MeetingDetailsInput {
    /// In one line of at most 200 characters.
    title: String,
    /// When it begins.
    starts_at: LocalTimeInput,
    /// When it ends: after that, at most 24 hours later.
    ends_at: LocalTimeInput,
    /// Where it is, in one line of at most 200 characters.
    #[graphql(default)]
    place: String,
    /// Where it is on the web: an http or https address.
    #[graphql(default)]
    online_url: String,
    /// How to get there, what to prepare: Markdown of at most 20 000 characters.
    #[graphql(default)]
    note: String,
    /// Who chairs it: somebody who works in the group. Null when it is planned: its chair, where it has one.
    chair_id: Option<ID>,
    /// Who writes its minutes: somebody who works in the group.
    minute_taker_id: Option<ID>,
}

impl MeetingDetailsInput {
    pub(super) fn read(self) -> ServiceResult<Details> {
        Ok(Details {
            title: self.title,
            starts: self.starts_at.into(),
            ends: self.ends_at.into(),
            place: self.place,
            online_url: self.online_url,
            note: self.note,
            chair: person("chairId", self.chair_id)?,
            minute_taker: person("minuteTakerId", self.minute_taker_id)?,
        })
    }
}

/// A meeting to be planned.
#[derive(InputObject)]
pub struct MeetingPlanInput {
    /// The group that meets.
    pub(super) group_id: ID,
    /// What is written of it.
    pub(super) details: MeetingDetailsInput,
}

/// The planned meeting.
#[derive(SimpleObject)]
pub struct MeetingPlanPayload {
    /// The meeting.
    pub(super) meeting: Meeting,
}

/// A changed meeting.
#[derive(InputObject)]
pub struct MeetingUpdateInput {
    /// The meeting.
    pub(super) id: ID,
    /// The version that was looked at.
    pub(super) version: i32,
    /// What is written of it.
    pub(super) details: MeetingDetailsInput,
}

/// The changed meeting.
#[derive(SimpleObject)]
pub struct MeetingUpdatePayload {
    /// The meeting.
    pub(super) meeting: Meeting,
}

/// An invitation to a meeting.
#[derive(InputObject)]
pub struct MeetingInviteInput {
    /// The meeting.
    pub(super) id: ID,
    /// The version that was looked at.
    pub(super) version: i32,
    /// What is written to those who are invited, in at most 1 000 characters.
    #[graphql(default)]
    pub(super) message: String,
    /// Whether to invite although the notice period is not kept.
    #[graphql(default)]
    pub(super) short_notice: bool,
}

/// The meeting that people are invited to.
#[derive(SimpleObject)]
pub struct MeetingInvitePayload {
    /// The meeting.
    pub(super) meeting: Meeting,
}

/// A meeting to be put off or called off.
#[derive(InputObject)]
pub struct MeetingEndInput {
    /// The meeting.
    pub(super) id: ID,
    /// The version that was looked at.
    pub(super) version: i32,
    /// Why, in at most 1 000 characters.
    pub(super) reason: String,
}

/// The postponed meeting.
#[derive(SimpleObject)]
pub struct MeetingPostponePayload {
    /// The meeting.
    pub(super) meeting: Meeting,
}

/// The cancelled meeting.
#[derive(SimpleObject)]
pub struct MeetingCancelPayload {
    /// The meeting.
    pub(super) meeting: Meeting,
}

/// An answer to an invitation.
#[derive(InputObject)]
pub struct MeetingReplyInput {
    /// The meeting.
    pub(super) id: ID,
    /// Accepted, maybe or declined.
    pub(super) reply: MeetingReply,
    /// What is said to it, in at most 1 000 characters.
    #[graphql(default)]
    pub(super) note: String,
}

/// The meeting that was answered to.
#[derive(SimpleObject)]
pub struct MeetingReplyPayload {
    /// The meeting.
    pub(super) meeting: Meeting,
}

/// A time to be asked about.
#[derive(InputObject)]
pub struct PollOptionInput {
    /// When the meeting would begin.
    starts_at: LocalTimeInput,
    /// When it would end.
    ends_at: LocalTimeInput,
}

/// A date poll to be opened.
#[derive(InputObject)]
pub struct MeetingPollOpenInput {
    /// The group that looks for a date.
    pub(super) group_id: ID,
    /// The title that the meeting gets, in one line of at most 200 characters.
    title: String,
    /// What it is about: Markdown of at most 20 000 characters.
    #[graphql(default)]
    text: String,
    /// Where the meeting is to be.
    #[graphql(default)]
    place: String,
    /// Where it is to be on the web.
    #[graphql(default)]
    online_url: String,
    /// The last day to answer: from today on, at most that of the last time.
    answer_by: Date,
    /// From 2 to 30 times ahead.
    options: Vec<PollOptionInput>,
}

impl MeetingPollOpenInput {
    pub(super) fn read(self) -> NewPoll {
        let option = |option: PollOptionInput| (option.starts_at.into(), option.ends_at.into());
        NewPoll {
            title: self.title,
            text: self.text,
            place: self.place,
            online_url: self.online_url,
            answer_by: self.answer_by.0,
            options: self.options.into_iter().map(option).collect(),
        }
    }
}

/// The opened poll.
#[derive(SimpleObject)]
pub struct MeetingPollOpenPayload {
    /// The poll.
    pub(super) poll: MeetingPoll,
}

/// Whether a time suits.
#[derive(InputObject)]
pub struct PollAnswerInput {
    /// The time.
    option_id: ID,
    /// Whether it suits.
    answer: PollAnswer,
}

/// Answers to a date poll.
#[derive(InputObject)]
pub struct MeetingPollAnswerInput {
    /// The poll.
    pub(super) id: ID,
    /// Which times suit; those that are not named keep the answer that they had.
    answers: Vec<PollAnswerInput>,
}

impl MeetingPollAnswerInput {
    pub(super) fn read(self) -> ServiceResult<Vec<(MeetingPollOptionId, PollAnswer)>> {
        let read = |(at, input): (usize, PollAnswerInput)| {
            let unknown =
                |_| ServiceError::field(&format!("answers.{at}.optionId"), ErrorCode::UnknownReference);
            Ok((input.option_id.parse().map_err(unknown)?, input.answer))
        };
        self.answers.into_iter().enumerate().map(read).collect()
    }
}

/// The answered poll.
#[derive(SimpleObject)]
pub struct MeetingPollAnswerPayload {
    /// The poll.
    pub(super) poll: MeetingPoll,
}

/// A date poll to be closed with one of its times.
#[derive(InputObject)]
pub struct MeetingPollCloseInput {
    /// The poll.
    pub(super) id: ID,
    /// The version that was looked at.
    pub(super) version: i32,
    /// The time that is chosen.
    pub(super) option_id: ID,
}

/// The meeting that came of a poll.
#[derive(SimpleObject)]
pub struct MeetingPollClosePayload {
    /// The meeting.
    pub(super) meeting: Meeting,
}

/// A date poll to be given up.
#[derive(InputObject)]
pub struct MeetingPollCancelInput {
    /// The poll.
    pub(super) id: ID,
    /// The version that was looked at.
    pub(super) version: i32,
}

/// The poll that was given up.
#[derive(SimpleObject)]
pub struct MeetingPollCancelPayload {
    /// The poll.
    pub(super) poll: MeetingPoll,
}
