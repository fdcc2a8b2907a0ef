//! What belongs to resolutions and circular resolutions, loaded once for all of a list.

use std::collections::HashMap;

use async_graphql::{Context, Lookahead, dataloader::Loader};
use uuid::Uuid;

use crate::{
    app::App,
    conduct::store::{Background, backgrounds_of},
    graphql::{
        ApiError, ApiResult,
        loading::{self, grouped, keys, request_loader},
    },
    groups::{self, graphql::GroupLoader, store::GroupRow},
    minutes,
    organisations::graphql::OrganisationLoader,
    resolutions::store::{self, CircularRow, ResolutionRow, VoteRow, WordingRow},
    tasks::store::TaskRow,
};

/// One request's loader; it remembers what it has loaded.
pub(super) type RequestLoader = loading::RequestLoader<ResolutionLoader>;

/// Loads what belongs to resolutions.
pub struct ResolutionLoader {
    app: App,
}

keys! {
    /// The group of a resolution.
    GroupById,
    /// The wording of a resolution.
    WordingOf,
    /// The resolution that stands in the place of another.
    SuccessorOf,
    /// Where the vote came from that a resolution came of.
    BackgroundOf,
    /// The tasks that came of what was voted on.
    TasksOf,
    /// The votes of a circular resolution.
    VotesOf,
    /// Who may cast the votes of a circular resolution.
    VotersOf,
}

impl ResolutionLoader {
    /// For one request.
    pub fn new(app: &App) -> RequestLoader {
        request_loader(Self { app: app.clone() })
    }

    /// Loads for a whole list what is asked of each of its resolutions.
    pub(super) async fn preload(
        ctx: &Context<'_>,
        asked: Lookahead<'_>,
        rows: &[ResolutionRow],
    ) -> ApiResult<()> {
        let loader = ctx.data_unchecked::<RequestLoader>();
        let any = |fields: &[&str]| fields.iter().any(|field| asked.field(field).exists());
        if any(&["group", "viewerCan"]) {
            let groups: Vec<Uuid> = rows.iter().map(|row| row.group_id).collect();
            loader.load_many(groups.iter().copied().map(GroupById)).await?;
            GroupLoader::preload(ctx, asked.field("group"), &groups).await?;
        }
        if any(&["wording", "wordingHtml", "sha256", "previousSha256", "link"]) {
            loader.load_many(rows.iter().map(|row| WordingOf(row.id))).await?;
        }
        if any(&["supersededBy"]) {
            loader.load_many(rows.iter().map(|row| SuccessorOf(row.id))).await?;
        }
        if any(&["itemTitle", "excluded"]) {
            loader.load_many(rows.iter().filter_map(|row| row.vote_id).map(BackgroundOf)).await?;
        }
        if any(&["tasks"]) {
            loader.load_many(rows.iter().filter_map(|row| row.vote_id).map(TasksOf)).await?;
        }
        if any(&["mover"]) {
            GroupLoader::load_people(ctx, rows.iter().filter_map(|row| row.mover_id).collect()).await?;
        }
        Ok(())
    }

    /// Loads for a whole list what belongs to each of its circular resolutions.
    pub(super) async fn preload_circulars(ctx: &Context<'_>, rows: &[CircularRow]) -> ApiResult<()> {
        let loader = ctx.data_unchecked::<RequestLoader>();
        let votes = loader.load_many(rows.iter().map(|row| VotesOf(row.id))).await?;
        let voters = loader.load_many(rows.iter().map(|row| VotersOf(row.id))).await?;
        loader.load_many(rows.iter().map(|row| GroupById(row.group_id))).await?;
        let organisations: Vec<Uuid> =
            votes.values().flatten().filter_map(|vote| vote.organisation_id).collect();
        OrganisationLoader::load_ahead(ctx, &organisations).await?;
        let movers = rows.iter().filter_map(|row| row.mover_id);
        let people = voters.values().flatten().map(|(_, person)| *person).chain(movers);
        GroupLoader::load_people(ctx, people.collect()).await
    }

    /// The group of a resolution.
    pub(super) async fn group(ctx: &Context<'_>, id: Uuid) -> ApiResult<Option<GroupRow>> {
        ctx.data_unchecked::<RequestLoader>().load_one(GroupById(id)).await
    }
}

impl Loader<GroupById> for ResolutionLoader {
    type Value = GroupRow;
    type Error = ApiError;

    async fn load(&self, keys: &[GroupById]) -> ApiResult<HashMap<GroupById, GroupRow>> {
        let ids: Vec<Uuid> = keys.iter().map(|key| key.0).collect();
        let rows = groups::store::groups_by_id(self.app.db().read(), &ids).await?;
        Ok(rows.into_iter().map(|row| (GroupById(row.id), row)).collect())
    }
}

impl Loader<WordingOf> for ResolutionLoader {
    type Value = WordingRow;
    type Error = ApiError;

    async fn load(&self, keys: &[WordingOf]) -> ApiResult<HashMap<WordingOf, WordingRow>> {
        let ids: Vec<Uuid> = keys.iter().map(|key| key.0).collect();
        let rows = store::wordings_of(self.app.db().read(), &ids).await?;
        Ok(rows.into_iter().map(|row| (WordingOf(row.resolution_id), row)).collect())
    }
}

impl Loader<SuccessorOf> for ResolutionLoader {
    type Value = Vec<ResolutionRow>;
    type Error = ApiError;

    async fn load(&self, keys: &[SuccessorOf]) -> ApiResult<HashMap<SuccessorOf, Vec<ResolutionRow>>> {
        let ids: Vec<Uuid> = keys.iter().map(|key| key.0).collect();
        let rows = store::superseded_by(self.app.db().read(), &ids).await?;
        Ok(grouped(keys, rows, |row| SuccessorOf(row.supersedes_id.unwrap_or_default())))
    }
}

impl Loader<BackgroundOf> for ResolutionLoader {
    type Value = Background;
    type Error = ApiError;

    async fn load(&self, keys: &[BackgroundOf]) -> ApiResult<HashMap<BackgroundOf, Background>> {
        let ids: Vec<Uuid> = keys.iter().map(|key| key.0).collect();
        let rows = backgrounds_of(self.app.db().read(), &ids).await?;
        Ok(rows.into_iter().map(|row| (BackgroundOf(row.vote), row)).collect())
    }
}

impl Loader<TasksOf> for ResolutionLoader {
    type Value = Vec<TaskRow>;
    type Error = ApiError;

    async fn load(&self, keys: &[TasksOf]) -> ApiResult<HashMap<TasksOf, Vec<TaskRow>>> {
        let ids: Vec<Uuid> = keys.iter().map(|key| key.0).collect();
        let mut all: HashMap<TasksOf, Vec<TaskRow>> = keys.iter().map(|key| (*key, Vec::new())).collect();
        for (vote, task) in minutes::store::tasks_of_votes(self.app.db().read(), &ids).await? {
            all.entry(TasksOf(vote)).or_default().push(task);
        }
        Ok(all)
    }
}

impl Loader<VotesOf> for ResolutionLoader {
    type Value = Vec<VoteRow>;
    type Error = ApiError;

    async fn load(&self, keys: &[VotesOf]) -> ApiResult<HashMap<VotesOf, Vec<VoteRow>>> {
        let ids: Vec<Uuid> = keys.iter().map(|key| key.0).collect();
        let rows = store::votes_of(self.app.db().read(), &ids).await?;
        Ok(grouped(keys, rows, |row| VotesOf(row.circular_id)))
    }
}

impl Loader<VotersOf> for ResolutionLoader {
    type Value = Vec<(Uuid, Uuid)>;
    type Error = ApiError;

    async fn load(&self, keys: &[VotersOf]) -> ApiResult<HashMap<VotersOf, Vec<(Uuid, Uuid)>>> {
        let ids: Vec<Uuid> = keys.iter().map(|key| key.0).collect();
        let rows = store::voters_of(self.app.db().read(), &ids).await?;
        let mut all: HashMap<VotersOf, Vec<(Uuid, Uuid)>> =
            keys.iter().map(|key| (*key, Vec::new())).collect();
        for (circular, vote, person) in rows {
            all.entry(VotersOf(circular)).or_default().push((vote, person));
        }
        Ok(all)
    }
}
