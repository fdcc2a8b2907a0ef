//! The person who asks.

use async_graphql::{Context, ID, Object, SimpleObject};
use uuid::Uuid;
use verbund_shared::{
    id::{AffiliationId, AuditId, NetworkRoleId, OrganisationId, PersonId, SessionId},
    people::{AffiliationRole, NetworkRole},
};

use crate::{
    accounts::{
        service::{own_data, second_factor, sessions},
        store::{DataAccess, SessionRow},
    },
    authz::{Action, Actor, Caller, Facts, may},
    error::ServiceError,
    graphql::{ApiResult, CursorPage, Date, DateTime, PageInfo, app_of, caller_of},
    people::{self, PersonRow, RoleInNetwork, RoleInOrganisation, graphql::Person},
};

/// The person who asks, and what belongs to their account.
pub struct Viewer {
    person: PersonRow,
    actor: Actor,
}

impl Viewer {
    pub(super) fn new(person: PersonRow, actor: Actor) -> Self {
        Self { person, actor }
    }

    fn id(&self) -> PersonId {
        PersonId(self.person.id)
    }

    /// The caller as which the viewer is asked for: after a sign-in the request itself has none.
    fn caller(&self, ctx: &Context<'_>) -> Caller {
        Caller { actor: self.actor.clone(), ..caller_of(ctx).clone() }
    }
}

/// What the person who asks may do, for the navigation. Rights on single things come with them.
#[derive(SimpleObject)]
pub struct ViewerCan {
    /// Change the profile and people of at least one organisation.
    manage_organisation: bool,
    /// See and decide on applications for membership.
    review_applications: bool,
    /// Everything the coordination office does.
    coordinate: bool,
}

/// The person who asks, and what belongs to their account.
#[Object]
impl Viewer {
    /// Oneself.
    async fn person(&self) -> Person {
        Person::own(self.person.clone())
    }

    /// What one may do, for the navigation.
    async fn can(&self) -> ViewerCan {
        let caller = Caller { actor: self.actor.clone(), ..Caller::system() };
        let organisations = match &self.actor {
            Actor::Person { affiliations, .. } => affiliations.as_slice(),
            Actor::Visitor | Actor::System => &[],
        };
        ViewerCan {
            manage_organisation: organisations
                .iter()
                .any(|(id, _)| may(&caller, Action::OrganisationEdit, &Facts::organisation(*id))),
            review_applications: may(&caller, Action::ApplicationReview, &Facts::NONE),
            coordinate: may(&caller, Action::NetworkEdit, &Facts::NONE),
        }
    }

    /// Roles in organisations: those of today and those to come, or with `past` all of them.
    async fn affiliations(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Ended ones too.", default)] past: bool,
    ) -> ApiResult<Vec<ViewerAffiliation>> {
        let today = app_of(ctx).today();
        let rows = people::affiliations_of(app_of(ctx).db().read(), self.id()).await?;
        let kept = |row: &RoleInOrganisation| past || row.until_day.is_none_or(|until| until >= today);
        Ok(rows.into_iter().filter(kept).map(ViewerAffiliation).collect())
    }

    /// Roles in the network: those of today and those to come, or with `past` all of them.
    async fn network_roles(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Ended ones too.", default)] past: bool,
    ) -> ApiResult<Vec<ViewerNetworkRole>> {
        let today = app_of(ctx).today();
        let rows = people::network_roles_of(app_of(ctx).db().read(), self.id()).await?;
        let kept = |row: &RoleInNetwork| past || row.until_day.is_none_or(|until| until >= today);
        Ok(rows.into_iter().filter(kept).map(ViewerNetworkRole).collect())
    }

    /// Whether the second factor is on, and how many recovery codes are left.
    async fn second_factor(&self, ctx: &Context<'_>) -> ApiResult<SecondFactorState> {
        let state = second_factor::state(app_of(ctx), &self.caller(ctx)).await?;
        let recovery_codes_left = i32::try_from(state.recovery_codes_left).unwrap_or(i32::MAX);
        Ok(SecondFactorState { on: state.on, recovery_codes_left })
    }

    /// The devices one is signed in on, the last used first; at most 100.
    async fn sessions(&self, ctx: &Context<'_>) -> ApiResult<Vec<DeviceSession>> {
        let rows = sessions::own_sessions(app_of(ctx), &self.caller(ctx)).await?;
        let current = match self.actor {
            Actor::Person { session, .. } => Some(session.0),
            Actor::Visitor | Actor::System => None,
        };
        let shown = |row: SessionRow| DeviceSession { current: current == Some(row.id), row };
        Ok(rows.into_iter().map(shown).collect())
    }

    /// What others, or the program, did with one's data, newest first.
    #[graphql(complexity = "first.unwrap_or(20).clamp(1, 100) as usize * child_complexity")]
    async fn data_accesses(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many, at most 100.")] first: Option<i32>,
        #[graphql(desc = "After this cursor.")] after: Option<String>,
    ) -> ApiResult<DataAccessConnection> {
        let page = CursorPage::<Uuid>::read(first, after)?;
        let (rows, more) = own_data::accesses(app_of(ctx), &self.caller(ctx), &page).await?;
        let end_cursor = rows.last().map(|row| CursorPage::cursor(&row.id));
        let edge = |row: DataAccess| DataAccessEdge {
            cursor: CursorPage::cursor(&row.id),
            node: DataAccessEntry(row),
        };
        Ok(DataAccessConnection {
            edges: rows.into_iter().map(edge).collect(),
            page_info: PageInfo { has_next_page: more, end_cursor },
        })
    }
}

/// A role of oneself in an organisation, from a day to a day.
pub struct ViewerAffiliation(RoleInOrganisation);

/// A role of oneself in an organisation, from a day to a day.
#[Object]
impl ViewerAffiliation {
    /// Opaque id.
    async fn id(&self) -> ID {
        AffiliationId(self.0.id).into()
    }

    /// The organisation's id.
    async fn organisation_id(&self) -> ID {
        OrganisationId(self.0.organisation_id).into()
    }

    /// The organisation's name.
    async fn organisation_name(&self) -> &str {
        &self.0.organisation_name
    }

    /// The organisation's short name; empty when it has none.
    async fn organisation_short_name(&self) -> &str {
        &self.0.organisation_short_name
    }

    /// Which role.
    async fn role(&self) -> AffiliationRole {
        self.0.role
    }

    /// The first day.
    async fn from_day(&self) -> Date {
        self.0.from_day.into()
    }

    /// The last day; null while it lasts.
    async fn until_day(&self) -> Option<Date> {
        self.0.until_day.map(Into::into)
    }
}

/// A role of oneself in the network, from a day to a day.
pub struct ViewerNetworkRole(RoleInNetwork);

/// A role of oneself in the network, from a day to a day.
#[Object]
impl ViewerNetworkRole {
    /// Opaque id.
    async fn id(&self) -> ID {
        NetworkRoleId(self.0.id).into()
    }

    /// Which role.
    async fn role(&self) -> NetworkRole {
        self.0.role
    }

    /// The first day.
    async fn from_day(&self) -> Date {
        self.0.from_day.into()
    }

    /// The last day; null while it lasts.
    async fn until_day(&self) -> Option<Date> {
        self.0.until_day.map(Into::into)
    }
}

/// Where the own second factor stands.
#[derive(SimpleObject)]
pub struct SecondFactorState {
    /// Whether a code is asked for at sign-in.
    on: bool,
    /// Recovery codes that are left.
    recovery_codes_left: i32,
}

/// A device one is signed in on.
pub struct DeviceSession {
    row: SessionRow,
    current: bool,
}

/// A device one is signed in on.
#[Object]
impl DeviceSession {
    /// Opaque id.
    async fn id(&self) -> ID {
        SessionId(self.row.id).into()
    }

    /// Browser and system, such as `Firefox, Windows`; empty when unknown.
    async fn device(&self) -> &str {
        &self.row.device
    }

    /// When one signed in there.
    async fn created_at(&self) -> DateTime {
        self.row.created_at.into()
    }

    /// When it was last used, to ten minutes.
    async fn last_used_at(&self) -> DateTime {
        self.row.last_used_at.into()
    }

    /// When it ends if it is not used again.
    async fn expires_at(&self) -> DateTime {
        self.row.expires_at.into()
    }

    /// Whether this is the device that asks.
    async fn current(&self) -> bool {
        self.current
    }
}

/// A page of what others did with one's data.
#[derive(SimpleObject)]
pub struct DataAccessConnection {
    /// The entries, newest first.
    edges: Vec<DataAccessEdge>,
    /// Where the page ends.
    page_info: PageInfo,
}

/// A place in the list.
#[derive(SimpleObject)]
pub struct DataAccessEdge {
    /// Where to go on from here.
    cursor: String,
    /// The entry.
    node: DataAccessEntry,
}

/// Something that somebody did with one's data.
pub struct DataAccessEntry(DataAccess);

/// Something that somebody did with one's data.
#[Object]
impl DataAccessEntry {
    /// Opaque id.
    async fn id(&self) -> ID {
        AuditId(self.0.id).into()
    }

    /// When.
    async fn at(&self) -> DateTime {
        self.0.at.into()
    }

    /// What was done, such as `person_delete`; a translation key.
    async fn action(&self) -> &str {
        &self.0.action
    }

    /// Who did it: `person`, `visitor` (by a link that proved itself) or `system`.
    async fn actor_kind(&self) -> &str {
        &self.0.actor_kind
    }

    /// The name of the person who did it; empty when none did, or they have left.
    async fn actor_name(&self) -> String {
        let part = |name: &Option<String>| name.clone().unwrap_or_default();
        let (given, family) = (part(&self.0.actor_given_name), part(&self.0.actor_family_name));
        format!("{given} {family}").trim().to_owned()
    }
}

/// Reading the person who asks.
#[derive(Default)]
pub struct ViewerQuery;

#[Object]
impl ViewerQuery {
    /// The person who asks; null for a visitor.
    async fn viewer(&self, ctx: &Context<'_>) -> ApiResult<Option<Viewer>> {
        let actor = caller_of(ctx).actor.clone();
        let Some(id) = actor.person_id() else { return Ok(None) };
        let person = people::find_person(app_of(ctx).db().read(), id).await?;
        let person = person.ok_or_else(ServiceError::not_found)?;
        Ok(Some(Viewer { person, actor }))
    }
}
