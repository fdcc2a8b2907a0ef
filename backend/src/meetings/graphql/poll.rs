//! A date poll.

use async_graphql::{Context, ID, Object, SimpleObject};
use verbund_shared::{
    id::{GroupId, MeetingPollId, MeetingPollOptionId, PersonId},
    meetings::{PollAnswer, PollState},
};

use super::{
    loader::{AnswersOf, MeetingLoader, MembersOf, OptionsOf, RequestLoader},
    parts::{MeetingName, organisation},
};
use crate::{
    authz::{Action, Facts, may},
    graphql::{ApiResult, Date, DateTime, app_of, caller_of},
    groups::{
        graphql::{Group, GroupPerson, person},
        rules::roles::Place,
        store::GroupMember,
    },
    markdown,
    meetings::{
        service::can_answer,
        store::{PollAnswerRow, PollOptionRow, PollRow},
    },
    organisations::graphql::Organisation,
};

/// What the person who asks may do with a date poll now.
#[derive(SimpleObject)]
pub struct PollViewerCan {
    /// Say which times suit.
    answer: bool,
    /// Choose a time.
    close: bool,
    /// Give it up.
    cancel: bool,
}

/// What one person answered to a time.
#[derive(SimpleObject)]
pub struct PollOptionAnswer {
    /// The person.
    person_id: ID,
    /// The answer.
    answer: PollAnswer,
}

/// A time that a poll asks about.
pub struct PollOption {
    row: PollOptionRow,
    answers: Vec<PollAnswerRow>,
}

impl PollOption {
    fn count(&self, answer: PollAnswer) -> usize {
        self.answers.iter().filter(|row| row.answer == answer).count()
    }
}

/// A time that a poll asks about.
#[Object]
impl PollOption {
    /// Opaque id.
    async fn id(&self) -> ID {
        MeetingPollOptionId(self.row.id).into()
    }

    /// When the meeting would begin.
    async fn starts_at(&self) -> DateTime {
        self.row.starts_at.into()
    }

    /// When it would end.
    async fn ends_at(&self) -> DateTime {
        self.row.ends_at.into()
    }

    /// How many it suits.
    async fn yes(&self) -> i32 {
        i32::try_from(self.count(PollAnswer::Yes)).unwrap_or(i32::MAX)
    }

    /// How many it suits if there is no better one.
    async fn if_needed(&self) -> i32 {
        i32::try_from(self.count(PollAnswer::IfNeeded)).unwrap_or(i32::MAX)
    }

    /// How many it does not suit.
    async fn no(&self) -> i32 {
        i32::try_from(self.count(PollAnswer::No)).unwrap_or(i32::MAX)
    }

    /// Who answered what.
    async fn answers(&self) -> Vec<PollOptionAnswer> {
        let answer = |row: &PollAnswerRow| PollOptionAnswer {
            person_id: PersonId(row.person_id).into(),
            answer: row.answer,
        };
        self.answers.iter().map(answer).collect()
    }

    /// What the person who asks answered; null where nothing.
    async fn my_answer(&self, ctx: &Context<'_>) -> Option<PollAnswer> {
        let me = caller_of(ctx).actor.person_id()?;
        self.answers.iter().find(|row| row.person_id == me.0).map(|row| row.answer)
    }
}

/// Somebody who may answer a poll, or did.
pub struct PollVoter {
    member: GroupMember,
    answered: bool,
}

/// Somebody who may answer a poll, or did.
#[Object]
impl PollVoter {
    /// Who.
    async fn person(&self) -> GroupPerson {
        self.member.person.clone().into()
    }

    /// For which organisation.
    async fn organisation(&self, ctx: &Context<'_>) -> ApiResult<Option<Organisation>> {
        organisation(ctx, self.member.role.organisation_id).await
    }

    /// Whether something was answered.
    async fn answered(&self) -> bool {
        self.answered
    }
}

/// A poll for the day of a meeting. Everybody in the group answers, guests too, until its last day.
pub struct MeetingPoll(pub(super) PollRow);

impl From<PollRow> for MeetingPoll {
    fn from(row: PollRow) -> Self {
        Self(row)
    }
}

impl MeetingPoll {
    async fn times(&self, ctx: &Context<'_>) -> ApiResult<Vec<PollOption>> {
        let loader = ctx.data_unchecked::<RequestLoader>();
        let rows = loader.load_one(OptionsOf(self.0.id)).await?.unwrap_or_default();
        let mut answers = loader.load_many(rows.iter().map(|row| AnswersOf(row.id))).await?;
        let option = |row: PollOptionRow| {
            let answers = answers.remove(&AnswersOf(row.id)).unwrap_or_default();
            PollOption { row, answers }
        };
        Ok(rows.into_iter().map(option).collect())
    }
}

/// A poll for the day of a meeting. Everybody in the group answers, guests too, until its last day.
#[Object]
impl MeetingPoll {
    /// Opaque id.
    async fn id(&self) -> ID {
        MeetingPollId(self.0.id).into()
    }

    /// The group that looks for a date.
    async fn group(&self, ctx: &Context<'_>) -> ApiResult<Option<Group>> {
        Ok(MeetingLoader::group(ctx, self.0.group_id).await?.map(Into::into))
    }

    /// The title that the meeting gets.
    async fn title(&self) -> &str {
        &self.0.title
    }

    /// What it is about, in Markdown as it was written; may be empty.
    async fn text(&self) -> &str {
        &self.0.text
    }

    /// What it is about, as safe HTML.
    async fn text_html(&self) -> String {
        markdown::to_html(&self.0.text)
    }

    /// Where the meeting is to be; may be empty.
    async fn place(&self) -> &str {
        &self.0.place
    }

    /// Where it is to be on the web; may be empty.
    async fn online_url(&self) -> &str {
        &self.0.online_url
    }

    /// Where it stands.
    async fn state(&self) -> PollState {
        self.0.state
    }

    /// The last day to answer.
    async fn answer_by(&self) -> Date {
        self.0.answer_by.into()
    }

    /// The times it asks about, in their order.
    async fn options(&self, ctx: &Context<'_>) -> ApiResult<Vec<PollOption>> {
        self.times(ctx).await
    }

    /// Those who may answer today, and those who did.
    async fn voters(&self, ctx: &Context<'_>) -> ApiResult<Vec<PollVoter>> {
        let members = ctx.data_unchecked::<RequestLoader>().load_one(MembersOf(self.0.group_id)).await?;
        let times = self.times(ctx).await?;
        let today = app_of(ctx).today();
        let mut voters: Vec<PollVoter> = Vec::new();
        let answered =
            |person| times.iter().any(|time| time.answers.iter().any(|row| row.person_id == person));
        // Of several places of one person, the one that holds.
        let (holding, past): (Vec<_>, Vec<_>) =
            members.unwrap_or_default().into_iter().partition(|member| Place::from(member).holds_on(today));
        let left = past.into_iter().filter(|member| answered(member.person.id));
        for member in holding.into_iter().chain(left) {
            if !voters.iter().any(|voter| voter.member.person.id == member.person.id) {
                let answered = answered(member.person.id);
                voters.push(PollVoter { member, answered });
            }
        }
        let people = voters.iter().map(|voter| (None, voter.member.role.organisation_id));
        MeetingLoader::preload_people(ctx, people).await?;
        Ok(voters)
    }

    /// The meeting that came of it.
    async fn meeting(&self, ctx: &Context<'_>) -> ApiResult<Option<MeetingName>> {
        let Some(id) = self.0.meeting_id else { return Ok(None) };
        Ok(MeetingLoader::meeting(ctx, id).await?.map(Into::into))
    }

    /// Who opened it.
    async fn created_by(&self, ctx: &Context<'_>) -> ApiResult<Option<GroupPerson>> {
        person(ctx, self.0.created_by).await
    }

    /// When it was opened.
    async fn created_at(&self) -> DateTime {
        self.0.created_at.into()
    }

    /// Grows when it ends.
    async fn version(&self) -> i32 {
        self.0.version
    }

    /// What the person who asks may do now.
    async fn viewer_can(&self, ctx: &Context<'_>) -> ApiResult<PollViewerCan> {
        let caller = caller_of(ctx);
        let group = MeetingLoader::group(ctx, self.0.group_id).await?;
        let works = group.is_some_and(|group| group.state.takes_people());
        let facts = Facts::group(GroupId(self.0.group_id));
        let open = works && self.0.state == PollState::Open;
        let manages = open && may(caller, Action::MeetingManage, &facts);
        let answer = works && can_answer(app_of(ctx), caller, &self.0);
        Ok(PollViewerCan { answer, close: manages, cancel: manages })
    }
}
