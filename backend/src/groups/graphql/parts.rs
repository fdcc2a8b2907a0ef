//! What belongs to a group: people's places, charter, milestones, history.

use async_graphql::{ComplexObject, Context, ID, Object, SimpleObject};
use uuid::Uuid;
use verbund_shared::{
    groups::{GroupEventKind, GroupRole, GroupRoleState, MilestoneState},
    id::{GroupId, GroupRoleId, MilestoneId, OrganisationId, PersonId},
};

use super::loader::{PersonById, RequestLoader};
use crate::{
    authz::{Action, Caller, Facts, may},
    graphql::{ApiResult, Date, DateTime, LocalizedText, app_of},
    groups::{
        rules::{milestones::is_overdue, roles::Place},
        store::{CharterRow, EventRow, GroupMember, MilestoneRow},
    },
    organisations::graphql::{Organisation, OrganisationLoader},
    people::PersonRow,
};

/// A person as others in a group see them; both names are empty once the person has left the network.
#[derive(SimpleObject)]
pub struct GroupPerson {
    /// Opaque id.
    id: ID,
    /// Given name.
    given_name: String,
    /// Family name.
    family_name: String,
}

impl From<PersonRow> for GroupPerson {
    fn from(row: PersonRow) -> Self {
        Self { id: PersonId(row.id).into(), given_name: row.given_name, family_name: row.family_name }
    }
}

/// A person that is named by its key; none where the program itself acted.
pub async fn person(ctx: &Context<'_>, id: Option<Uuid>) -> ApiResult<Option<GroupPerson>> {
    let Some(id) = id else { return Ok(None) };
    let row = ctx.data_unchecked::<RequestLoader>().load_one(PersonById(id)).await?;
    Ok(row.map(Into::into))
}

/// What the person who asks may do with a place in a group now.
#[derive(SimpleObject)]
pub struct GroupPlaceViewerCan {
    /// Decide on the request.
    decide: bool,
    /// Answer the own invitation.
    answer: bool,
    /// Consent for the organisation.
    consent: bool,
    /// Give another role.
    give_role: bool,
    /// End the role, or take the invitation back.
    end: bool,
}

/// A person's place in a group, held or awaited.
pub struct GroupPlace {
    pub(super) member: GroupMember,
    pub(super) caller: Caller,
}

impl GroupPlace {
    fn group(&self) -> Facts {
        Facts::group(GroupId(self.member.role.group_id))
    }

    fn is_own(&self) -> bool {
        self.caller.actor.person_id() == Some(PersonId(self.member.person.id))
    }

    fn represents(&self) -> bool {
        let organisation = self.member.role.organisation_id;
        organisation.is_some_and(|id| {
            may(&self.caller, Action::GroupConsent, &Facts::organisation(OrganisationId(id)))
        })
    }

    /// What was written is for those it was written to, and for whom it is about.
    fn sees_words(&self) -> bool {
        self.is_own() || self.represents() || may(&self.caller, Action::GroupManage, &self.group())
    }
}

/// A person's place in a group, held or awaited.
#[Object]
impl GroupPlace {
    /// Opaque id.
    async fn id(&self) -> ID {
        GroupRoleId(self.member.role.id).into()
    }

    /// As what.
    async fn role(&self) -> GroupRole {
        self.member.role.role
    }

    /// Where it stands.
    async fn state(&self) -> GroupRoleState {
        self.member.role.state
    }

    /// The first day; null while it is awaited.
    async fn from(&self) -> Option<Date> {
        self.member.role.from_day.map(Into::into)
    }

    /// The last day, which belongs to it; null while it lasts.
    async fn until(&self) -> Option<Date> {
        self.member.role.until_day.map(Into::into)
    }

    /// Whether it holds today.
    async fn holds_today(&self, ctx: &Context<'_>) -> bool {
        Place::from(&self.member).holds_on(app_of(ctx).today())
    }

    /// What was written when asking or inviting; empty for those it is not meant for.
    async fn text(&self) -> &str {
        if self.sees_words() { &self.member.role.text } else { "" }
    }

    /// What was answered; empty for those it is not meant for.
    async fn answer(&self) -> &str {
        if self.sees_words() { &self.member.role.answer } else { "" }
    }

    /// When it was asked for, offered or given.
    async fn created_at(&self) -> DateTime {
        self.member.role.created_at.into()
    }

    /// Grows with each change; an answer says which one it is based on.
    async fn version(&self) -> i32 {
        self.member.role.version
    }

    /// Whose.
    async fn person(&self) -> GroupPerson {
        self.member.person.clone().into()
    }

    /// For which organisation; null for guests and the coordination office, who come from none.
    async fn organisation(&self, ctx: &Context<'_>) -> ApiResult<Option<Organisation>> {
        let Some(id) = self.member.role.organisation_id else { return Ok(None) };
        Ok(OrganisationLoader::organisation(ctx, id).await?.map(Into::into))
    }

    /// What the person who asks may do now.
    async fn viewer_can(&self, ctx: &Context<'_>) -> GroupPlaceViewerCan {
        let place = &self.member.role;
        let chair = place.role == GroupRole::Chair;
        let manage = may(&self.caller, Action::GroupManage, &self.group());
        let over = if chair { may(&self.caller, Action::GroupChairManage, &self.group()) } else { manage };
        let holds = Place::from(&self.member).holds_on(app_of(ctx).today());
        GroupPlaceViewerCan {
            decide: manage && place.state == GroupRoleState::Requested,
            answer: self.is_own() && place.state == GroupRoleState::Invited,
            consent: self.represents() && place.state == GroupRoleState::ConsentPending,
            give_role: over && holds,
            end: over && (holds || place.state.is_pending()),
        }
    }
}

/// A version of a group's charter. Versions are added and never changed.
#[derive(SimpleObject)]
#[graphql(complex)]
pub struct GroupCharter {
    /// 1, 2, 3 ... within the group.
    number: i32,
    /// What is to be reached; paragraphs are separated by an empty line.
    goal: LocalizedText,
    /// What belongs to it and what does not; may be empty.
    scope: LocalizedText,
    /// What should be there in the end; may be empty.
    results: LocalizedText,
    /// The first day; null when it is open.
    from: Option<Date>,
    /// The last day; null when it is open.
    until: Option<Date>,
    /// Why there is this version; empty for the first.
    note: String,
    /// Since when.
    at: DateTime,
    #[graphql(skip)]
    person: Option<Uuid>,
}

impl From<CharterRow> for GroupCharter {
    fn from(row: CharterRow) -> Self {
        Self {
            number: row.number,
            goal: LocalizedText::new(row.goal_de, row.goal_en),
            scope: LocalizedText::new(row.scope_de, row.scope_en),
            results: LocalizedText::new(row.results_de, row.results_en),
            from: row.from_day.map(Into::into),
            until: row.until_day.map(Into::into),
            note: row.note,
            at: row.at.into(),
            person: row.person_id,
        }
    }
}

#[ComplexObject]
impl GroupCharter {
    /// Who wrote it; null where the program did.
    async fn person(&self, ctx: &Context<'_>) -> ApiResult<Option<GroupPerson>> {
        person(ctx, self.person).await
    }
}

/// Something that happened to a group.
#[derive(SimpleObject)]
#[graphql(complex)]
pub struct GroupEvent {
    /// What.
    kind: GroupEventKind,
    /// What was written to it; may be empty.
    text: String,
    /// When.
    at: DateTime,
    /// The milestone it is about; null where it is about none.
    milestone_id: Option<ID>,
    #[graphql(skip)]
    person: Option<Uuid>,
}

impl From<EventRow> for GroupEvent {
    fn from(row: EventRow) -> Self {
        Self {
            kind: row.kind,
            text: row.text,
            at: row.at.into(),
            milestone_id: row.milestone_id.map(|id| MilestoneId(id).into()),
            person: row.person_id,
        }
    }
}

#[ComplexObject]
impl GroupEvent {
    /// Who did it; null where the program did.
    async fn person(&self, ctx: &Context<'_>) -> ApiResult<Option<GroupPerson>> {
        person(ctx, self.person).await
    }
}

/// What the person who asks may do with a milestone now.
#[derive(SimpleObject)]
pub struct MilestoneViewerCan {
    /// Change its text and who is responsible.
    edit: bool,
    /// Move or close it.
    settle: bool,
}

/// A milestone of a group.
pub struct Milestone {
    row: MilestoneRow,
    caller: Caller,
    open: bool,
}

impl Milestone {
    /// A milestone as somebody sees it; `open` says whether its group goes on.
    pub fn new(row: MilestoneRow, caller: Caller, open: bool) -> Self {
        Self { row, caller, open }
    }
}

/// A milestone of a group.
#[Object]
impl Milestone {
    /// Opaque id.
    async fn id(&self) -> ID {
        MilestoneId(self.row.id).into()
    }

    /// What is to be reached.
    async fn text(&self) -> &str {
        &self.row.text
    }

    /// By when.
    async fn due(&self) -> Date {
        self.row.due.into()
    }

    /// The day that was agreed first.
    async fn first_due(&self) -> Date {
        self.row.first_due.into()
    }

    /// Who is responsible.
    async fn owner(&self, ctx: &Context<'_>) -> ApiResult<Option<GroupPerson>> {
        person(ctx, self.row.owner_id).await
    }

    /// Open, reached or given up.
    async fn state(&self) -> MilestoneState {
        self.row.state
    }

    /// Whether it should have been reached.
    async fn overdue(&self, ctx: &Context<'_>) -> bool {
        is_overdue(self.row.state, self.row.due, app_of(ctx).today())
    }

    /// Why it was moved last, or closed; may be empty.
    async fn reason(&self) -> &str {
        &self.row.reason
    }

    /// When it was closed.
    async fn closed_on(&self) -> Option<Date> {
        self.row.closed_on.map(Into::into)
    }

    /// Grows with each change; an edit says which one it is based on.
    async fn version(&self) -> i32 {
        self.row.version
    }

    /// What the person who asks may do now.
    async fn viewer_can(&self) -> MilestoneViewerCan {
        let group = Facts::group(GroupId(self.row.group_id));
        let open = self.open && self.row.state == MilestoneState::Open;
        let owner = Facts { person: self.row.owner_id.map(PersonId), ..group };
        MilestoneViewerCan {
            edit: open && may(&self.caller, Action::GroupManage, &group),
            settle: open && may(&self.caller, Action::MilestoneSettle, &owner),
        }
    }
}
