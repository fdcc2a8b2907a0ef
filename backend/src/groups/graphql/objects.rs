//! A group.

use std::borrow::Cow;

use async_graphql::{ComplexObject, Context, ID, Object, SimpleObject};
use uuid::Uuid;
use verbund_shared::{
    groups::{GroupJoining, GroupKind, GroupRole, GroupRoleState, GroupState, GroupStep},
    id::{GroupId, OrganisationId, PersonId},
};

use super::{
    loader::{CharterOf, ChartersOf, EventsOf, GroupLoader, MilestonesOf, PeopleOf, RequestLoader, TopicsOf},
    parts::{GroupCharter, GroupEvent, GroupPerson, GroupPlace, Milestone, person},
};
use crate::{
    accounts,
    authz::{Action, Actor, Caller, Facts, may},
    graphql::{ApiResult, DateTime, LocalizedText, app_of, caller_of},
    groups::{
        rules::{
            roles::{Place, leads},
            steps,
        },
        store::{GroupMember, GroupRow},
    },
    network::graphql::Term,
    organisations::graphql::{Organisation, OrganisationLoader},
};

/// A working group.
pub struct Group {
    row: GroupRow,
    /// Who asks, with the roles they have after a change.
    caller: Option<Caller>,
}

impl From<GroupRow> for Group {
    fn from(row: GroupRow) -> Self {
        Self { row, caller: None }
    }
}

impl Group {
    /// A group that was just changed, to somebody whose roles may have changed with it.
    pub(super) async fn changed(ctx: &Context<'_>, row: GroupRow) -> ApiResult<Self> {
        let caller = caller_of(ctx);
        let actor = match &caller.actor {
            Actor::Person { id, session, .. } => {
                accounts::actor::load_actor(app_of(ctx), *id, *session).await?
            }
            actor => actor.clone(),
        };
        Ok(Self { row, caller: Some(Caller { actor, ..caller.clone() }) })
    }

    fn caller<'a>(&'a self, ctx: &Context<'a>) -> Cow<'a, Caller> {
        Cow::Borrowed(self.caller.as_ref().unwrap_or_else(|| caller_of(ctx)))
    }

    fn may(&self, ctx: &Context<'_>, action: Action) -> bool {
        may(&self.caller(ctx), action, &Facts::group(GroupId(self.row.id)))
    }

    async fn people(&self, ctx: &Context<'_>) -> ApiResult<Vec<GroupMember>> {
        let loader = ctx.data_unchecked::<RequestLoader>();
        Ok(loader.load_one(PeopleOf(self.row.id)).await?.unwrap_or_default())
    }

    async fn people_today(&self, ctx: &Context<'_>) -> ApiResult<Vec<GroupMember>> {
        let mut people = self.people(ctx).await?;
        people.retain(|member| Place::from(member).holds_on(app_of(ctx).today()));
        Ok(people)
    }

    fn shown(&self, ctx: &Context<'_>, people: Vec<GroupMember>) -> Vec<GroupPlace> {
        let caller = self.caller(ctx);
        let place = |member| GroupPlace { member, caller: caller.clone().into_owned() };
        people.into_iter().map(place).collect()
    }

    /// The own place, held or awaited.
    async fn own(&self, ctx: &Context<'_>) -> ApiResult<Option<GroupMember>> {
        let me = self.caller(ctx).actor.person_id();
        let mine = |member: &GroupMember| {
            Some(PersonId(member.person.id)) == me
                && (member.role.state.is_pending() || Place::from(member).holds_on(app_of(ctx).today()))
        };
        Ok(self.people(ctx).await?.into_iter().find(mine))
    }

    async fn organisation_ids(&self, ctx: &Context<'_>) -> ApiResult<Vec<Uuid>> {
        let people = self.people_today(ctx).await?;
        let members = people.iter().filter(|member| member.role.role != GroupRole::Guest);
        let mut ids: Vec<Uuid> = members.filter_map(|member| member.role.organisation_id).collect();
        ids.sort_unstable();
        ids.dedup();
        Ok(ids)
    }
}

/// What a group's chair asks the steering group to confirm.
#[derive(SimpleObject)]
#[graphql(complex)]
pub struct GroupPendingChange {
    /// Which change.
    step: GroupStep,
    /// Why.
    text: String,
    /// Since when.
    at: Option<DateTime>,
    #[graphql(skip)]
    by: Option<Uuid>,
}

#[ComplexObject]
impl GroupPendingChange {
    /// Who asks.
    async fn by(&self, ctx: &Context<'_>) -> ApiResult<Option<GroupPerson>> {
        person(ctx, self.by).await
    }
}

/// What the person who asks may do with a group now.
#[derive(SimpleObject)]
pub struct GroupViewerCan {
    /// See people, milestones and history.
    read_internal: bool,
    /// Change name, topics and how one gets in, and revise the charter.
    edit: bool,
    /// Invite people, decide on requests, give and end roles.
    manage_people: bool,
    /// Make somebody a chair, or end that.
    manage_chairs: bool,
    /// Add milestones.
    add_milestones: bool,
    /// Make tasks.
    add_tasks: bool,
    /// Changes of state one can confirm.
    confirm: Vec<GroupStep>,
    /// Changes of state one can ask the steering group for.
    ask: Vec<GroupStep>,
    /// Refuse what the chair asks for.
    refuse: bool,
    /// Ask to be in it.
    join: bool,
    /// Leave it, or take back what one asked for.
    leave: bool,
}

/// A working group. Members of the network see what it is for, who leads it and which organisations
/// work in it; what is null for others is for those inside, the steering group and the coordination office.
#[Object]
impl Group {
    /// Opaque id.
    async fn id(&self) -> ID {
        GroupId(self.row.id).into()
    }

    /// What sort of group it is.
    async fn kind(&self) -> GroupKind {
        self.row.kind
    }

    /// Its name.
    async fn name(&self) -> LocalizedText {
        LocalizedText::new(&self.row.name_de, &self.row.name_en)
    }

    /// Its name in narrow places, which no other group has.
    async fn short_name(&self) -> &str {
        &self.row.short_name
    }

    /// Where it stands.
    async fn state(&self) -> GroupState {
        self.row.state
    }

    /// How one gets in.
    async fn joining(&self) -> GroupJoining {
        self.row.joining
    }

    /// Its topics, in their order.
    async fn topics(&self, ctx: &Context<'_>) -> ApiResult<Vec<Term>> {
        let loader = ctx.data_unchecked::<RequestLoader>();
        let terms = loader.load_one(TopicsOf(self.row.id)).await?.unwrap_or_default();
        Ok(terms.into_iter().map(Term::from).collect())
    }

    /// The newest version of its charter.
    async fn charter(&self, ctx: &Context<'_>) -> ApiResult<Option<GroupCharter>> {
        let loader = ctx.data_unchecked::<RequestLoader>();
        Ok(loader.load_one(CharterOf(self.row.id)).await?.map(Into::into))
    }

    /// All versions of its charter, the newest first; null for those who may not see them.
    async fn charters(&self, ctx: &Context<'_>) -> ApiResult<Option<Vec<GroupCharter>>> {
        if !self.may(ctx, Action::GroupReadInternal) {
            return Ok(None);
        }
        let loader = ctx.data_unchecked::<RequestLoader>();
        let rows = loader.load_one(ChartersOf(self.row.id)).await?.unwrap_or_default();
        GroupLoader::load_people(ctx, rows.iter().filter_map(|row| row.person_id).collect()).await?;
        Ok(Some(rows.into_iter().map(Into::into).collect()))
    }

    /// Those who lead it today.
    async fn chairs(&self, ctx: &Context<'_>) -> ApiResult<Vec<GroupPlace>> {
        let mut people = self.people_today(ctx).await?;
        people.retain(|member| member.role.role == GroupRole::Chair);
        Ok(self.shown(ctx, people))
    }

    /// The organisations that work in it today, by name.
    async fn organisations(&self, ctx: &Context<'_>) -> ApiResult<Vec<Organisation>> {
        let ids = self.organisation_ids(ctx).await?;
        OrganisationLoader::load_ahead(ctx, &ids).await?;
        let mut rows = Vec::new();
        for id in ids {
            rows.extend(OrganisationLoader::organisation(ctx, id).await?);
        }
        rows.sort_by(|one, other| (&one.name_key, one.id).cmp(&(&other.name_key, other.id)));
        Ok(rows.into_iter().map(Into::into).collect())
    }

    /// How many people work in it today, guests not counted.
    async fn member_count(&self, ctx: &Context<'_>) -> ApiResult<usize> {
        let people = self.people_today(ctx).await?;
        Ok(people.iter().filter(|member| member.role.role != GroupRole::Guest).count())
    }

    /// Its people in the order in which they came; null for those who may not see them. Places that are
    /// awaited are shown to those who decide on them.
    async fn places(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Also what has ended or was declined.", default)] past: bool,
    ) -> ApiResult<Option<Vec<GroupPlace>>> {
        if !self.may(ctx, Action::GroupReadInternal) {
            return Ok(None);
        }
        let (manage, today) = (self.may(ctx, Action::GroupManage), app_of(ctx).today());
        let mut people = self.people(ctx).await?;
        people.retain(|member| match member.role.state {
            state if state.is_pending() => manage,
            _ => past || Place::from(member).holds_on(today),
        });
        Ok(Some(self.shown(ctx, people)))
    }

    /// The own place, held or awaited; null without one.
    async fn my_place(&self, ctx: &Context<'_>) -> ApiResult<Option<GroupPlace>> {
        let own = self.own(ctx).await?;
        Ok(own.and_then(|member| self.shown(ctx, vec![member]).pop()))
    }

    /// Places that wait for the consent of an organisation which the person who asks represents.
    async fn consents_awaited(&self, ctx: &Context<'_>) -> ApiResult<Vec<GroupPlace>> {
        let mut people = self.people(ctx).await?;
        let caller = self.caller(ctx);
        people.retain(|member| {
            member.role.state == GroupRoleState::ConsentPending
                && member.role.organisation_id.is_some_and(|id| {
                    may(&caller, Action::GroupConsent, &Facts::organisation(OrganisationId(id)))
                })
        });
        Ok(self.shown(ctx, people))
    }

    /// Its milestones in the order of their days; null for those who may not see them.
    async fn milestones(&self, ctx: &Context<'_>) -> ApiResult<Option<Vec<Milestone>>> {
        if !self.may(ctx, Action::GroupReadInternal) {
            return Ok(None);
        }
        let loader = ctx.data_unchecked::<RequestLoader>();
        let rows = loader.load_one(MilestonesOf(self.row.id)).await?.unwrap_or_default();
        GroupLoader::load_people(ctx, rows.iter().filter_map(|row| row.owner_id).collect()).await?;
        let (caller, open) = (self.caller(ctx), !self.row.state.is_final());
        let milestone = |row| Milestone::new(row, caller.clone().into_owned(), open);
        Ok(Some(rows.into_iter().map(milestone).collect()))
    }

    /// What happened to it, the newest first; null for those who may not see it.
    async fn events(&self, ctx: &Context<'_>) -> ApiResult<Option<Vec<GroupEvent>>> {
        if !self.may(ctx, Action::GroupReadInternal) {
            return Ok(None);
        }
        let loader = ctx.data_unchecked::<RequestLoader>();
        let rows = loader.load_one(EventsOf(self.row.id)).await?.unwrap_or_default();
        GroupLoader::load_people(ctx, rows.iter().filter_map(|row| row.person_id).collect()).await?;
        Ok(Some(rows.into_iter().map(Into::into).collect()))
    }

    /// What the chair asks the steering group to confirm; null where nothing is asked, and for those who
    /// may not see it.
    async fn pending_change(&self, ctx: &Context<'_>) -> Option<GroupPendingChange> {
        let step = self.row.pending_step.filter(|_| self.may(ctx, Action::GroupReadInternal))?;
        Some(GroupPendingChange {
            step,
            text: self.row.pending_text.clone(),
            at: self.row.pending_at.map(Into::into),
            by: self.row.pending_by,
        })
    }

    /// When it was last changed.
    async fn updated_at(&self) -> DateTime {
        self.row.updated_at.into()
    }

    /// Grows with each change of name, charter or state; an edit says which one it is based on.
    async fn version(&self) -> i32 {
        self.row.version
    }

    /// What the person who asks may do now.
    async fn viewer_can(&self, ctx: &Context<'_>) -> ApiResult<GroupViewerCan> {
        let state = self.row.state;
        let open = !state.is_final();
        let manage = self.may(ctx, Action::GroupManage);
        let (decides, chairs) = (self.may(ctx, Action::GroupDecide), self.may(ctx, Action::GroupChangeAsk));
        let steps_as = |wanted: steps::Taken| -> Vec<GroupStep> {
            let possible = GroupStep::ALL.iter().filter(|step| steps::after(state, **step).is_ok());
            possible.copied().filter(|step| steps::taken(*step, decides, chairs) == wanted).collect()
        };
        let own = self.own(ctx).await?;
        let led =
            leads(&self.people(ctx).await?.iter().map(Place::from).collect::<Vec<_>>(), app_of(ctx).today());
        let lets_in = state.takes_people() && self.row.joining != GroupJoining::Invitation;
        Ok(GroupViewerCan {
            read_internal: self.may(ctx, Action::GroupReadInternal),
            edit: open && manage,
            manage_people: open && manage,
            manage_chairs: open && self.may(ctx, Action::GroupChairManage),
            add_milestones: open && manage,
            add_tasks: open && self.may(ctx, Action::TaskMake),
            confirm: steps_as(steps::Taken::Confirmed)
                .into_iter()
                .filter(|step| led || *step != GroupStep::Charter)
                .collect(),
            ask: steps_as(steps::Taken::Asked),
            refuse: decides && self.row.pending_step.is_some(),
            join: lets_in && own.is_none() && self.may(ctx, Action::GroupJoin),
            leave: own.is_some(),
        })
    }
}
