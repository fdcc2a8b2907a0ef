//! A circular resolution with its votes.

use async_graphql::{Context, ID, Object, SimpleObject};
use uuid::Uuid;
use verbund_shared::{
    id::{CircularId, GroupId, PersonId},
    resolutions::{CircularChoice, CircularState},
    voting::Majority,
};

use super::{
    loader::{RequestLoader, ResolutionLoader, VotersOf, VotesOf},
    objects::{ResolutionName, VoteMajority},
};
use crate::{
    authz::{Action, Facts, may},
    graphql::{ApiResult, Date, DateTime, app_of, caller_of},
    groups::graphql::{Group, GroupPerson, person},
    markdown,
    organisations::graphql::{Organisation, OrganisationLoader},
    resolutions::store::{CircularRow, VoteRow, resolution_of},
};

/// What the person who asks may do with a circular resolution now.
#[derive(SimpleObject)]
pub struct CircularViewerCan {
    /// Cast a vote, or change the one that was cast.
    vote: bool,
    /// Take it back.
    withdraw: bool,
}

/// A vote on a circular resolution. How somebody voted is seen by others once it is closed.
pub struct CircularVote {
    row: VoteRow,
    voters: Vec<Uuid>,
    /// Whether the choice may be seen.
    open_to_see: bool,
}

/// A vote on a circular resolution. How somebody voted is seen by others once it is closed.
#[Object]
impl CircularVote {
    /// The organisation whose vote it is; null where it is a person's own.
    async fn organisation(&self, ctx: &Context<'_>) -> ApiResult<Option<Organisation>> {
        let Some(id) = self.row.organisation_id else { return Ok(None) };
        Ok(OrganisationLoader::organisation(ctx, id).await?.map(Into::into))
    }

    /// Who may cast it.
    async fn voters(&self, ctx: &Context<'_>) -> ApiResult<Vec<GroupPerson>> {
        let mut people = Vec::new();
        for id in &self.voters {
            people.extend(person(ctx, Some(*id)).await?);
        }
        Ok(people)
    }

    /// Whether it was cast.
    async fn cast(&self) -> bool {
        self.row.choice.is_some()
    }

    /// Who cast it; null while it may not be seen.
    async fn cast_by(&self, ctx: &Context<'_>) -> ApiResult<Option<GroupPerson>> {
        person(ctx, self.row.cast_by.filter(|_| self.open_to_see)).await
    }

    /// What was chosen; null where nothing was, or while it may not be seen.
    async fn choice(&self) -> Option<CircularChoice> {
        self.row.choice.filter(|_| self.open_to_see)
    }

    /// What was said to it; empty while it may not be seen.
    async fn comment(&self) -> &str {
        if self.open_to_see { &self.row.comment } else { "" }
    }
}

/// A circular resolution: decided without a meeting, by named votes until its last day.
pub struct Circular(pub(super) CircularRow);

impl From<CircularRow> for Circular {
    fn from(row: CircularRow) -> Self {
        Self(row)
    }
}

impl Circular {
    async fn all_votes(&self, ctx: &Context<'_>) -> ApiResult<Vec<CircularVote>> {
        let loader = ctx.data_unchecked::<RequestLoader>();
        let rows = loader.load_one(VotesOf(self.0.id)).await?.unwrap_or_default();
        let voters = loader.load_one(VotersOf(self.0.id)).await?.unwrap_or_default();
        let me = caller_of(ctx).actor.person_id();
        let closed = self.0.state != CircularState::Open;
        let vote = |row: VoteRow| {
            let voters: Vec<Uuid> =
                voters.iter().filter(|(vote, _)| *vote == row.id).map(|(_, person)| *person).collect();
            let own = me.is_some_and(|me| voters.contains(&me.0));
            CircularVote { row, voters, open_to_see: closed || own }
        };
        Ok(rows.into_iter().map(vote).collect())
    }

    fn is_mine(&self, ctx: &Context<'_>, vote: &CircularVote) -> bool {
        caller_of(ctx).actor.person_id().is_some_and(|PersonId(me)| vote.voters.contains(&me))
    }

    /// Votes still count.
    fn runs(&self, ctx: &Context<'_>) -> bool {
        self.0.state == CircularState::Open && app_of(ctx).clock().now() < self.0.deadline
    }
}

/// A circular resolution: decided without a meeting, by named votes until its last day.
#[Object]
impl Circular {
    /// Opaque id.
    async fn id(&self) -> ID {
        CircularId(self.0.id).into()
    }

    /// The group that decides.
    async fn group(&self, ctx: &Context<'_>) -> ApiResult<Option<Group>> {
        Ok(ResolutionLoader::group(ctx, self.0.group_id).await?.map(Into::into))
    }

    /// Its title.
    async fn title(&self) -> &str {
        &self.0.title
    }

    /// What is to be decided, as safe HTML.
    async fn wording_html(&self) -> String {
        markdown::to_html(&self.0.wording)
    }

    /// Why, as safe HTML; empty where nothing was said.
    async fn reasons_html(&self) -> String {
        markdown::to_html(&self.0.reasons)
    }

    /// Where it stands.
    async fn state(&self) -> CircularState {
        self.0.state
    }

    /// Who opened it.
    async fn mover(&self, ctx: &Context<'_>) -> ApiResult<Option<GroupPerson>> {
        person(ctx, self.0.mover_id).await
    }

    /// When it was opened.
    async fn opened_at(&self) -> DateTime {
        self.0.opened_at.into()
    }

    /// The last day on which votes count.
    async fn last_day(&self, ctx: &Context<'_>) -> Date {
        let end = self.0.deadline.with_timezone(&app_of(ctx).time_zone()).date_naive();
        end.pred_opt().unwrap_or(end).into()
    }

    /// Whether votes still count.
    async fn running(&self, ctx: &Context<'_>) -> bool {
        self.runs(ctx)
    }

    /// When it was closed; null while it is open.
    async fn closed_at(&self) -> Option<DateTime> {
        self.0.closed_at.map(Into::into)
    }

    /// Why it was withdrawn; empty where it was not.
    async fn reason(&self) -> &str {
        &self.0.reason
    }

    /// All votes there are.
    async fn roll(&self) -> i32 {
        self.0.roll
    }

    /// How many must be cast.
    async fn quorum(&self) -> i32 {
        self.0.quorum
    }

    /// How many were cast.
    async fn cast_count(&self, ctx: &Context<'_>) -> ApiResult<usize> {
        Ok(self.all_votes(ctx).await?.iter().filter(|vote| vote.row.choice.is_some()).count())
    }

    /// The majority it needs.
    async fn majority(&self) -> VoteMajority {
        let whole = |number: i32| u32::try_from(number).unwrap_or(0);
        Majority {
            base: self.0.majority_base,
            num: whole(self.0.majority_num),
            den: whole(self.0.majority_den),
            strict: self.0.majority_strict,
        }
        .into()
    }

    /// Whether one objection sends it to a meeting.
    async fn objection_stops(&self) -> bool {
        self.0.objection_stops
    }

    /// Its votes.
    async fn votes(&self, ctx: &Context<'_>) -> ApiResult<Vec<CircularVote>> {
        self.all_votes(ctx).await
    }

    /// The vote that the person who asks may cast; null where there is none.
    async fn my_vote(&self, ctx: &Context<'_>) -> ApiResult<Option<CircularVote>> {
        Ok(self.all_votes(ctx).await?.into_iter().find(|vote| self.is_mine(ctx, vote)))
    }

    /// The resolution that came of it.
    async fn resolution(&self, ctx: &Context<'_>) -> ApiResult<Option<ResolutionName>> {
        if !matches!(self.0.state, CircularState::Adopted | CircularState::Rejected) {
            return Ok(None);
        }
        Ok(resolution_of(app_of(ctx).db().read(), self.0.id).await?.map(Into::into))
    }

    /// Grows when it ends.
    async fn version(&self) -> i32 {
        self.0.version
    }

    /// What the person who asks may do now.
    async fn viewer_can(&self, ctx: &Context<'_>) -> ApiResult<CircularViewerCan> {
        let caller = caller_of(ctx);
        let me = caller.actor.person_id();
        let facts = Facts { person: me, ..Facts::group(GroupId(self.0.group_id)) };
        let open = self.0.state == CircularState::Open;
        let votes = self.all_votes(ctx).await?;
        let own = votes.iter().find(|vote| self.is_mine(ctx, vote));
        let free = own.is_some_and(|vote| vote.row.cast_by.is_none_or(|by| Some(PersonId(by)) == me));
        Ok(CircularViewerCan {
            vote: self.runs(ctx) && free && may(caller, Action::CircularVote, &facts),
            withdraw: open && may(caller, Action::ResolutionManage, &facts),
        })
    }
}
