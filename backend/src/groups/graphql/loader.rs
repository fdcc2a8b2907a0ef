//! What belongs to groups, loaded once for all groups of a list.

use std::collections::HashMap;

use async_graphql::{Context, Lookahead, dataloader::Loader};
use uuid::Uuid;

use crate::{
    app::App,
    graphql::{
        ApiError, ApiResult,
        loading::{self, grouped, keys, request_loader},
    },
    groups::store::{self, CharterRow, EventRow, GroupMember, MilestoneRow},
    network::store::TermRow,
    organisations::graphql::OrganisationLoader,
    people::{self, PersonRow},
};

/// One request's loader; it remembers what it has loaded.
pub(super) type RequestLoader = loading::RequestLoader<GroupLoader>;

/// Loads what belongs to groups.
pub struct GroupLoader {
    app: App,
}

/// Fields of a group that are made from its people.
const FROM_PEOPLE: [&str; 7] =
    ["chairs", "organisations", "memberCount", "places", "myPlace", "consentsAwaited", "viewerCan"];

impl GroupLoader {
    /// For one request.
    pub fn new(app: &App) -> RequestLoader {
        request_loader(Self { app: app.clone() })
    }

    /// Loads for a whole list what is asked of each of its groups (`asked` is the field of the group),
    /// so that the list takes one statement for each, however long it is.
    pub async fn preload(ctx: &Context<'_>, asked: Lookahead<'_>, ids: &[Uuid]) -> ApiResult<()> {
        let loader = ctx.data_unchecked::<RequestLoader>();
        let any = |fields: &[&str]| fields.iter().any(|field| asked.field(field).exists());
        let keys = || ids.iter().copied();
        if any(&FROM_PEOPLE) {
            let people = loader.load_many(keys().map(PeopleOf)).await?;
            if any(&["organisations", "places", "myPlace", "consentsAwaited", "chairs"]) {
                let ids = people.values().flatten().filter_map(|member| member.role.organisation_id);
                OrganisationLoader::load_ahead(ctx, &ids.collect::<Vec<_>>()).await?;
            }
        }
        if any(&["charter"]) {
            loader.load_many(keys().map(CharterOf)).await?;
        }
        if any(&["topics"]) {
            loader.load_many(keys().map(TopicsOf)).await?;
        }
        if any(&["milestones"]) {
            loader.load_many(keys().map(MilestonesOf)).await?;
        }
        Ok(())
    }

    /// Loads people that are named by what belongs to a group.
    pub async fn load_people(ctx: &Context<'_>, ids: Vec<Uuid>) -> ApiResult<()> {
        if !ids.is_empty() {
            ctx.data_unchecked::<RequestLoader>().load_many(ids.into_iter().map(PersonById)).await?;
        }
        Ok(())
    }
}

keys! {
    /// The newest version of a group's charter.
    CharterOf,
    /// All versions of it.
    ChartersOf,
    /// The places in a group, past ones too.
    PeopleOf,
    /// Its topics.
    TopicsOf,
    /// Its milestones.
    MilestonesOf,
    /// What happened to it.
    EventsOf,
    /// A person.
    PersonById
}

impl Loader<CharterOf> for GroupLoader {
    type Value = CharterRow;
    type Error = ApiError;

    async fn load(&self, keys: &[CharterOf]) -> ApiResult<HashMap<CharterOf, CharterRow>> {
        let ids: Vec<Uuid> = keys.iter().map(|key| key.0).collect();
        let rows = store::latest_charters(self.app.db().read(), &ids).await?;
        Ok(rows.into_iter().map(|row| (CharterOf(row.group_id), row)).collect())
    }
}

impl Loader<ChartersOf> for GroupLoader {
    type Value = Vec<CharterRow>;
    type Error = ApiError;

    async fn load(&self, keys: &[ChartersOf]) -> ApiResult<HashMap<ChartersOf, Vec<CharterRow>>> {
        let ids: Vec<Uuid> = keys.iter().map(|key| key.0).collect();
        let rows = store::charters_of(self.app.db().read(), &ids).await?;
        Ok(grouped(keys, rows, |row| ChartersOf(row.group_id)))
    }
}

impl Loader<PeopleOf> for GroupLoader {
    type Value = Vec<GroupMember>;
    type Error = ApiError;

    async fn load(&self, keys: &[PeopleOf]) -> ApiResult<HashMap<PeopleOf, Vec<GroupMember>>> {
        let ids: Vec<Uuid> = keys.iter().map(|key| key.0).collect();
        let rows = store::members_of(self.app.db().read(), &ids).await?;
        Ok(grouped(keys, rows, |member| PeopleOf(member.role.group_id)))
    }
}

impl Loader<TopicsOf> for GroupLoader {
    type Value = Vec<TermRow>;
    type Error = ApiError;

    async fn load(&self, keys: &[TopicsOf]) -> ApiResult<HashMap<TopicsOf, Vec<TermRow>>> {
        let ids: Vec<Uuid> = keys.iter().map(|key| key.0).collect();
        let rows = store::topics_of(self.app.db().read(), &ids).await?;
        let groups = grouped(keys, rows, |(group, _)| TopicsOf(*group));
        let terms = |rows: Vec<(Uuid, TermRow)>| rows.into_iter().map(|(_, term)| term).collect();
        Ok(groups.into_iter().map(|(key, rows)| (key, terms(rows))).collect())
    }
}

impl Loader<MilestonesOf> for GroupLoader {
    type Value = Vec<MilestoneRow>;
    type Error = ApiError;

    async fn load(&self, keys: &[MilestonesOf]) -> ApiResult<HashMap<MilestonesOf, Vec<MilestoneRow>>> {
        let ids: Vec<Uuid> = keys.iter().map(|key| key.0).collect();
        let rows = store::milestones_of(self.app.db().read(), &ids).await?;
        Ok(grouped(keys, rows, |row| MilestonesOf(row.group_id)))
    }
}

impl Loader<EventsOf> for GroupLoader {
    type Value = Vec<EventRow>;
    type Error = ApiError;

    async fn load(&self, keys: &[EventsOf]) -> ApiResult<HashMap<EventsOf, Vec<EventRow>>> {
        let ids: Vec<Uuid> = keys.iter().map(|key| key.0).collect();
        let rows = store::events_of(self.app.db().read(), &ids, None).await?;
        Ok(grouped(keys, rows, |row| EventsOf(row.group_id)))
    }
}

impl Loader<PersonById> for GroupLoader {
    type Value = PersonRow;
    type Error = ApiError;

    async fn load(&self, keys: &[PersonById]) -> ApiResult<HashMap<PersonById, PersonRow>> {
        let ids: Vec<Uuid> = keys.iter().map(|key| key.0).collect();
        let rows = people::people_by_id(self.app.db().read(), &ids).await?;
        Ok(rows.into_iter().map(|row| (PersonById(row.id), row)).collect())
    }
}
