//! A resolution.

use async_graphql::{Context, ID, Object, SimpleObject};
use verbund_shared::{
    id::{CircularId, GroupId, MeetingId, ResolutionId, TaskId},
    resolutions::{ResolutionLife, ResolutionStatus},
    tasks::TaskState,
    voting::{Count, Majority, MajorityBase},
};

use super::loader::{BackgroundOf, RequestLoader, ResolutionLoader, SuccessorOf, TasksOf, WordingOf};
use crate::{
    authz::{Action, Facts, may},
    conduct::store::Background,
    graphql::{ApiResult, Date, DateTime, caller_of},
    groups::graphql::{Group, GroupPerson, person},
    markdown,
    resolutions::{
        service::{count_of, majority_of},
        store::{ResolutionRow, WordingRow},
    },
    tasks::store::TaskRow,
};

/// What was counted.
#[derive(SimpleObject)]
pub struct VoteCount {
    /// Votes for it.
    yes: u32,
    /// Votes against it.
    no: u32,
    /// Votes that abstained.
    abstain: u32,
    /// Votes that were there.
    present: u32,
    /// All votes there are.
    roll: u32,
}

impl From<Count> for VoteCount {
    fn from(count: Count) -> Self {
        let Count { yes, no, abstain, present, roll } = count;
        Self { yes, no, abstain, present, roll }
    }
}

/// The part of a base that the yes votes must reach.
#[derive(SimpleObject)]
pub struct VoteMajority {
    /// Of what it is a part.
    base: MajorityBase,
    /// Upper number of the fraction.
    num: u32,
    /// Lower number of the fraction.
    den: u32,
    /// More than the part, or at least the part.
    strict: bool,
}

impl From<Majority> for VoteMajority {
    fn from(majority: Majority) -> Self {
        let Majority { base, num, den, strict } = majority;
        Self { base, num, den, strict }
    }
}

/// What the person who asks may do with a resolution now.
#[derive(SimpleObject)]
pub struct ResolutionViewerCan {
    /// What they may make of it.
    settle: Vec<ResolutionLife>,
    /// Correct it by one that stands in its place.
    supersede: bool,
}

/// A task that came of a resolution.
#[derive(SimpleObject)]
pub struct ResolutionTask {
    /// Opaque id.
    id: ID,
    /// What is to be done.
    title: String,
    /// Where it stands.
    state: TaskState,
    /// By when.
    due: Option<Date>,
}

impl From<TaskRow> for ResolutionTask {
    fn from(row: TaskRow) -> Self {
        Self { id: TaskId(row.id).into(), title: row.title, state: row.state, due: row.due.map(Into::into) }
    }
}

/// A resolution, named by another.
#[derive(SimpleObject)]
pub struct ResolutionName {
    /// Opaque id.
    id: ID,
    /// `SG-2026/017`.
    label: String,
    /// Its title.
    title: String,
}

impl From<ResolutionRow> for ResolutionName {
    fn from(row: ResolutionRow) -> Self {
        Self { id: ResolutionId(row.id).into(), label: row.label, title: row.title }
    }
}

/// A resolution of a group. Number, title, wording and votes never change.
pub struct Resolution(pub(super) ResolutionRow);

impl From<ResolutionRow> for Resolution {
    fn from(row: ResolutionRow) -> Self {
        Self(row)
    }
}

impl Resolution {
    async fn words(&self, ctx: &Context<'_>) -> ApiResult<Option<WordingRow>> {
        ctx.data_unchecked::<RequestLoader>().load_one(WordingOf(self.0.id)).await
    }

    /// Whether the person who asks sees the group's meetings.
    fn meetings_are_seen(&self, ctx: &Context<'_>) -> bool {
        may(caller_of(ctx), Action::MeetingRead, &Facts::group(GroupId(self.0.group_id)))
    }

    /// The vote it came of, for those who see the group's meetings.
    async fn background(&self, ctx: &Context<'_>) -> ApiResult<Option<Background>> {
        let Some(vote) = self.0.vote_id.filter(|_| self.meetings_are_seen(ctx)) else { return Ok(None) };
        ctx.data_unchecked::<RequestLoader>().load_one(BackgroundOf(vote)).await
    }
}

/// A resolution of a group. Number, title, wording and votes never change.
#[Object]
impl Resolution {
    /// Opaque id.
    async fn id(&self) -> ID {
        ResolutionId(self.0.id).into()
    }

    /// Its number, without gaps in group and year: `SG-2026/017`.
    async fn label(&self) -> &str {
        &self.0.label
    }

    /// The group that decided it.
    async fn group(&self, ctx: &Context<'_>) -> ApiResult<Option<Group>> {
        Ok(ResolutionLoader::group(ctx, self.0.group_id).await?.map(Into::into))
    }

    /// Its title.
    async fn title(&self) -> &str {
        &self.0.title
    }

    /// The wording, in Markdown as it was decided.
    async fn wording(&self, ctx: &Context<'_>) -> ApiResult<String> {
        Ok(self.words(ctx).await?.map(|words| words.wording).unwrap_or_default())
    }

    /// The wording as safe HTML.
    async fn wording_html(&self, ctx: &Context<'_>) -> ApiResult<String> {
        Ok(self.words(ctx).await?.map(|words| markdown::to_html(&words.wording)).unwrap_or_default())
    }

    /// What was decided.
    async fn status(&self) -> ResolutionStatus {
        self.0.status
    }

    /// What became of it; null where it was not adopted.
    async fn life(&self) -> Option<ResolutionLife> {
        self.0.life
    }

    /// Why that became of it; empty where nothing was said.
    async fn life_reason(&self) -> &str {
        &self.0.life_reason
    }

    /// Since which day; null where it was not adopted.
    async fn life_on(&self) -> Option<Date> {
        self.0.life_on.map(Into::into)
    }

    /// The day of the decision.
    async fn decided_on(&self) -> Date {
        self.0.decided_on.into()
    }

    /// Who moved it.
    async fn mover(&self, ctx: &Context<'_>) -> ApiResult<Option<GroupPerson>> {
        person(ctx, self.0.mover_id).await
    }

    /// Whether it was decided by ballot.
    async fn secret(&self) -> bool {
        self.0.secret
    }

    /// What was counted.
    async fn votes(&self) -> VoteCount {
        count_of(&self.0).into()
    }

    /// The majority that was needed.
    async fn majority(&self) -> VoteMajority {
        majority_of(&self.0).into()
    }

    /// From when on it holds; null: from the day of the decision.
    async fn effective_from(&self) -> Option<Date> {
        self.0.effective_from.map(Into::into)
    }

    /// When it is looked at again.
    async fn review_on(&self) -> Option<Date> {
        self.0.review_on.map(Into::into)
    }

    /// Whether it is hidden from guests and from the rest of the network.
    async fn internal(&self) -> bool {
        self.0.internal
    }

    /// The circular resolution it comes from; null for those who may not see that.
    async fn circular_id(&self, ctx: &Context<'_>) -> Option<ID> {
        let facts = Facts::group(GroupId(self.0.group_id));
        let seen = may(caller_of(ctx), Action::ResolutionReadInternal, &facts);
        self.0.circular_id.filter(|_| seen).map(|id| CircularId(id).into())
    }

    /// The meeting that decided it; null for those who may not see that.
    async fn meeting_id(&self, ctx: &Context<'_>) -> Option<ID> {
        let seen = self.meetings_are_seen(ctx);
        self.0.meeting_id.filter(|_| seen).map(|id| MeetingId(id).into())
    }

    /// The title of the agenda item it was decided under; null for those who may not see that.
    async fn item_title(&self, ctx: &Context<'_>) -> ApiResult<Option<String>> {
        Ok(self.background(ctx).await?.map(|background| background.item_title))
    }

    /// The names of those who did not vote, for a conflict of interest; none for those who may not see that.
    async fn excluded(&self, ctx: &Context<'_>) -> ApiResult<Vec<String>> {
        Ok(self.background(ctx).await?.map(|background| background.excluded).unwrap_or_default())
    }

    /// The tasks that the minutes made under the item it was decided under, and how they stand; none for
    /// those who may not see tasks of the group.
    async fn tasks(&self, ctx: &Context<'_>) -> ApiResult<Vec<ResolutionTask>> {
        let seen = may(caller_of(ctx), Action::TaskRead, &Facts::group(GroupId(self.0.group_id)));
        let Some(vote) = self.0.vote_id.filter(|_| seen) else { return Ok(Vec::new()) };
        let loader = ctx.data_unchecked::<RequestLoader>();
        let rows = loader.load_one(TasksOf(vote)).await?.unwrap_or_default();
        Ok(rows.into_iter().map(Into::into).collect())
    }

    /// Whether it was recorded after it was decided elsewhere.
    async fn recorded(&self) -> bool {
        self.0.circular_id.is_none() && self.0.vote_id.is_none() && self.0.supersedes_id.is_none()
    }

    /// The one that it corrects.
    async fn supersedes(&self, ctx: &Context<'_>) -> ApiResult<Option<ResolutionName>> {
        let Some(id) = self.0.supersedes_id else { return Ok(None) };
        let app = crate::graphql::app_of(ctx);
        let row = crate::resolutions::store::find_resolution(app.db().read(), ResolutionId(id)).await?;
        Ok(row.map(Into::into))
    }

    /// The one that stands in its place.
    async fn superseded_by(&self, ctx: &Context<'_>) -> ApiResult<Option<ResolutionName>> {
        let loader = ctx.data_unchecked::<RequestLoader>();
        let rows = loader.load_one(SuccessorOf(self.0.id)).await?.unwrap_or_default();
        Ok(rows.into_iter().next().map(Into::into))
    }

    /// SHA-256 over its content and the hash before it, in hex.
    async fn sha256(&self, ctx: &Context<'_>) -> ApiResult<String> {
        Ok(self.words(ctx).await?.map(|words| words.sha256).unwrap_or_default())
    }

    /// The hash of the resolution before it in its group's chain; empty for the first.
    async fn previous_sha256(&self, ctx: &Context<'_>) -> ApiResult<String> {
        Ok(self.words(ctx).await?.map(|words| words.previous_sha256).unwrap_or_default())
    }

    /// Its place in its group's chain, from 1.
    async fn link(&self, ctx: &Context<'_>) -> ApiResult<i32> {
        Ok(self.words(ctx).await?.map(|words| words.link).unwrap_or_default())
    }

    /// When it was recorded.
    async fn created_at(&self) -> DateTime {
        self.0.created_at.into()
    }

    /// Grows with each change of what became of it.
    async fn version(&self) -> i32 {
        self.0.version
    }

    /// What the person who asks may do now.
    async fn viewer_can(&self, ctx: &Context<'_>) -> ApiResult<ResolutionViewerCan> {
        let group = ResolutionLoader::group(ctx, self.0.group_id).await?;
        let facts = Facts::group(GroupId(self.0.group_id));
        let manages = may(caller_of(ctx), Action::ResolutionManage, &facts);
        let state = group.map(|group| group.state);
        let goes_on = state.is_some_and(|state| !state.is_final());
        let works = state.is_some_and(|state| state.takes_people());
        let becomes = |next: ResolutionLife| self.0.life.is_some_and(|life| life.can_become(next));
        let settle = ResolutionLife::SETTLED.into_iter().filter(|life| manages && goes_on && becomes(*life));
        Ok(ResolutionViewerCan {
            settle: settle.collect(),
            supersede: manages && works && becomes(ResolutionLife::Superseded),
        })
    }
}
