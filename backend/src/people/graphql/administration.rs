//! People as the coordination office sees and manages them, in the API.

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use verbund_shared::{
    id::{AffiliationId, NetworkRoleId, OrganisationId, PersonId},
    people::{AffiliationRole, NetworkRole, PersonState},
};

use super::Person;
use crate::{
    graphql::{ApiResult, CursorPage, Date, DateTime, PageInfo, app_of, caller_of, parse_id},
    people::{
        PersonRow, RoleInNetwork, RoleInOrganisation,
        service::{self, NewNetworkRole},
        store::{PeopleFilter, PersonKey},
    },
};

/// A role of a person in an organisation, from a day to a day.
#[derive(SimpleObject)]
pub struct PersonAffiliation {
    /// Opaque id.
    id: ID,
    /// The organisation's id.
    organisation_id: ID,
    /// The organisation's name.
    organisation_name: String,
    /// Which role.
    role: AffiliationRole,
    /// The first day.
    from_day: Date,
    /// The last day; null while it lasts.
    until_day: Option<Date>,
    /// Whether it holds today.
    current: bool,
}

/// A role of a person in the network, from a day to a day.
#[derive(SimpleObject)]
pub struct PersonNetworkRole {
    /// Opaque id.
    id: ID,
    /// Which role.
    role: NetworkRole,
    /// The first day.
    from_day: Date,
    /// The last day; null while it lasts.
    until_day: Option<Date>,
    /// Whether it holds today.
    current: bool,
    /// Grows with each change; ending it says which one it is based on.
    version: i32,
}

/// A person with their roles, as the coordination office finds them.
pub struct PersonRecord(service::PersonRecord);

/// A person with their roles, as the coordination office finds them.
#[Object]
impl PersonRecord {
    /// The person.
    async fn person(&self) -> Person {
        self.0.person.clone().into()
    }

    /// Roles in organisations, past and coming ones too.
    async fn affiliations(&self, ctx: &Context<'_>) -> Vec<PersonAffiliation> {
        let today = app_of(ctx).today();
        let shown = |role: &RoleInOrganisation| PersonAffiliation {
            id: AffiliationId(role.id).into(),
            organisation_id: OrganisationId(role.organisation_id).into(),
            organisation_name: role.organisation_name.clone(),
            role: role.role,
            from_day: role.from_day.into(),
            until_day: role.until_day.map(Into::into),
            current: role.from_day <= today && role.until_day.is_none_or(|until| today <= until),
        };
        self.0.affiliations.iter().map(shown).collect()
    }

    /// Roles in the network, past and coming ones too.
    async fn network_roles(&self, ctx: &Context<'_>) -> Vec<PersonNetworkRole> {
        let today = app_of(ctx).today();
        let shown = |role: &RoleInNetwork| PersonNetworkRole {
            id: NetworkRoleId(role.id).into(),
            role: role.role,
            from_day: role.from_day.into(),
            until_day: role.until_day.map(Into::into),
            current: role.from_day <= today && role.until_day.is_none_or(|until| today <= until),
            version: role.version,
        };
        self.0.network_roles.iter().map(shown).collect()
    }
}

/// A place in the list of people.
#[derive(SimpleObject)]
pub struct PersonEdge {
    /// Where to go on from here.
    cursor: String,
    /// The person.
    node: PersonRecord,
}

/// A page of people.
pub struct PersonConnection {
    records: Vec<service::PersonRecord>,
    more: bool,
    filter: PeopleFilter,
}

fn cursor(person: &PersonRow) -> String {
    CursorPage::cursor(&PersonKey {
        family: person.family_name.clone(),
        given: person.given_name.clone(),
        id: person.id,
    })
}

/// A page of people.
#[Object]
impl PersonConnection {
    /// The page's entries, by family name.
    async fn edges(&self) -> Vec<PersonEdge> {
        let edge = |record: &service::PersonRecord| PersonEdge {
            cursor: cursor(&record.person),
            node: PersonRecord(record.clone()),
        };
        self.records.iter().map(edge).collect()
    }

    /// Where the page stands.
    async fn page_info(&self) -> PageInfo {
        let end_cursor = self.records.last().map(|record| cursor(&record.person));
        PageInfo { has_next_page: self.more, end_cursor }
    }

    /// How many there are in all; counted only when asked for.
    async fn total_count(&self, ctx: &Context<'_>) -> ApiResult<i32> {
        let count = service::count(app_of(ctx), caller_of(ctx), &self.filter).await?;
        Ok(i32::try_from(count).unwrap_or(i32::MAX))
    }
}

/// Everything the coordination office sees of one person.
#[derive(SimpleObject)]
pub struct PersonDetail {
    /// The person with their roles.
    record: PersonRecord,
    /// Devices they are signed in on.
    devices: i32,
    /// When they last used one of them; null when they are signed in nowhere.
    last_used_at: Option<DateTime>,
}

impl From<service::PersonDetail> for PersonDetail {
    fn from(detail: service::PersonDetail) -> Self {
        Self {
            record: PersonRecord(detail.record),
            devices: i32::try_from(detail.devices).unwrap_or(i32::MAX),
            last_used_at: detail.last_used_at.map(Into::into),
        }
    }
}

/// Finding people.
#[derive(Default)]
pub struct PeopleQuery;

#[Object]
impl PeopleQuery {
    /// People by name, those who have left not among them. Coordinators only.
    /// Errors: `FORBIDDEN`, `UNAUTHENTICATED`.
    #[graphql(complexity = "crate::graphql::list_complexity(first, child_complexity)")]
    #[allow(clippy::too_many_arguments)] // each is an argument of the API
    async fn people(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Words from names or the address.", default)] text: String,
        #[graphql(desc = "Only in this state.")] state: Option<PersonState>,
        #[graphql(desc = "Only those with this role in the network today.")] network_role: Option<
            NetworkRole,
        >,
        #[graphql(desc = "Only those with this role in an organisation today.")] affiliation_role: Option<
            AffiliationRole,
        >,
        #[graphql(desc = "How many, at most 100.")] first: Option<i32>,
        #[graphql(desc = "After this cursor.")] after: Option<String>,
    ) -> ApiResult<PersonConnection> {
        let page = CursorPage::read(first, after)?;
        let filter = PeopleFilter { text, state, network_role, affiliation_role };
        let (records, more) = service::find(app_of(ctx), caller_of(ctx), &filter, &page).await?;
        Ok(PersonConnection { records, more, filter })
    }

    /// One person. Noted in the audit trail, where the person sees it. Coordinators only.
    /// Errors: `NOT_FOUND`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn person(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which person.")] id: ID,
    ) -> ApiResult<PersonDetail> {
        let id: PersonId = parse_id(&id)?;
        Ok(service::open_person(app_of(ctx), caller_of(ctx), id).await?.into())
    }
}

/// A person who shall not sign in any more.
#[derive(InputObject)]
pub struct PersonDisableInput {
    /// The person.
    id: ID,
    /// The version the change is based on.
    version: i32,
}

/// The disabled person.
#[derive(SimpleObject)]
pub struct PersonDisablePayload {
    /// The person.
    person: PersonDetail,
}

/// A person who shall sign in again.
#[derive(InputObject)]
pub struct PersonEnableInput {
    /// The person.
    id: ID,
    /// The version the change is based on.
    version: i32,
}

/// The enabled person.
#[derive(SimpleObject)]
pub struct PersonEnablePayload {
    /// The person.
    person: PersonDetail,
}

/// A role in the network for somebody who has an account.
#[derive(InputObject)]
pub struct NetworkRoleGiveInput {
    /// The person.
    person_id: ID,
    /// The role.
    role: NetworkRole,
    /// The first day; today when not given.
    from_day: Option<Date>,
    /// The last day.
    until_day: Option<Date>,
}

/// Who has the role now.
#[derive(SimpleObject)]
pub struct NetworkRoleGivePayload {
    /// The person.
    person: PersonDetail,
}

/// A role in the network that ends.
#[derive(InputObject)]
pub struct NetworkRoleEndInput {
    /// The role.
    id: ID,
    /// The version the change is based on.
    version: i32,
    /// Its last day; a day before today ends it at once.
    last_day: Date,
}

/// Whose role ends.
#[derive(SimpleObject)]
pub struct NetworkRoleEndPayload {
    /// The person.
    person: PersonDetail,
}

/// Managing people.
#[derive(Default)]
pub struct PeopleAdministrationMutation;

#[Object]
impl PeopleAdministrationMutation {
    /// Keeps somebody from signing in and ends their sessions. Coordinators only, not oneself.
    /// Errors: `NOT_FOUND`, `CONFLICT`, `STATE_FORBIDS`, `LAST_OF_ITS_KIND`, `FORBIDDEN`,
    /// `UNAUTHENTICATED`.
    async fn person_disable(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Whom.")] input: PersonDisableInput,
    ) -> ApiResult<PersonDisablePayload> {
        let id: PersonId = parse_id(&input.id)?;
        let row = service::disable(app_of(ctx), caller_of(ctx), id, input.version).await?;
        Ok(PersonDisablePayload { person: detail(ctx, row).await? })
    }

    /// Lets somebody sign in again. Coordinators only.
    /// Errors: `NOT_FOUND`, `CONFLICT`, `STATE_FORBIDS`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn person_enable(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Whom.")] input: PersonEnableInput,
    ) -> ApiResult<PersonEnablePayload> {
        let id: PersonId = parse_id(&input.id)?;
        let row = service::enable(app_of(ctx), caller_of(ctx), id, input.version).await?;
        Ok(PersonEnablePayload { person: detail(ctx, row).await? })
    }

    /// Gives a role in the network. Coordinators only.
    /// Errors: `VALIDATION` (`UNKNOWN_REFERENCE`, `DATE_ORDER`, `DUPLICATE`), `FORBIDDEN`,
    /// `UNAUTHENTICATED`.
    async fn network_role_give(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to whom.")] input: NetworkRoleGiveInput,
    ) -> ApiResult<NetworkRoleGivePayload> {
        let new = NewNetworkRole {
            person: parse_id(&input.person_id)?,
            role: input.role,
            from: input.from_day.map(|day| day.0),
            until: input.until_day.map(|day| day.0),
        };
        let row = service::give_role(app_of(ctx), caller_of(ctx), new).await?;
        Ok(NetworkRoleGivePayload { person: detail(ctx, row).await? })
    }

    /// Ends a role in the network. Coordinators only.
    /// Errors: `NOT_FOUND`, `CONFLICT`, `STATE_FORBIDS`, `LAST_OF_ITS_KIND`, `FORBIDDEN`,
    /// `UNAUTHENTICATED`.
    async fn network_role_end(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which, and when.")] input: NetworkRoleEndInput,
    ) -> ApiResult<NetworkRoleEndPayload> {
        let id: NetworkRoleId = parse_id(&input.id)?;
        let (app, caller) = (app_of(ctx), caller_of(ctx));
        let row = service::end_role(app, caller, id, input.last_day.0, input.version).await?;
        Ok(NetworkRoleEndPayload { person: detail(ctx, row).await? })
    }
}

async fn detail(ctx: &Context<'_>, row: PersonRow) -> ApiResult<PersonDetail> {
    Ok(service::detail(app_of(ctx), row).await?.into())
}
