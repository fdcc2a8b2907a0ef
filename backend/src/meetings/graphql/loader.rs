//! What belongs to meetings, agenda items and date polls, loaded once for all of a list.

use std::collections::HashMap;

use async_graphql::{Context, Lookahead, dataloader::Loader};
use uuid::Uuid;

use crate::{
    app::App,
    graphql::{
        ApiError, ApiResult,
        loading::{self, grouped, keys, request_loader},
    },
    groups::{
        self,
        graphql::GroupLoader,
        store::{GroupMember, GroupRow},
    },
    meetings::{
        rules::procedure::Procedure,
        store::{
            self, AgendaItemRow, AgendaVersionRow, AttendanceRow, MeetingRow, PaperRow, PollAnswerRow,
            PollOptionRow,
        },
    },
    organisations::graphql::OrganisationLoader,
};

/// One request's loader; it remembers what it has loaded.
pub(super) type RequestLoader = loading::RequestLoader<MeetingLoader>;

/// Loads what belongs to meetings.
pub struct MeetingLoader {
    app: App,
}

keys! {
    /// A group.
    GroupById,
    /// The places in a group, past ones too.
    MembersOf,
    /// The rules of procedure of a group.
    ProcedureOf,
    /// A meeting.
    MeetingById,
    /// The items of a meeting, those that were handed in or withdrawn too.
    ItemsOf,
    /// The frozen agendas of a meeting.
    VersionsOf,
    /// The people of a meeting.
    AttendancesOf,
    /// An agenda item.
    ItemById,
    /// The item that takes up another again.
    SuccessorOf,
    /// The papers of an agenda item.
    PapersOf,
    /// The times of a date poll.
    OptionsOf,
    /// What was answered to a time.
    AnswersOf,
}

impl MeetingLoader {
    /// For one request.
    pub fn new(app: &App) -> RequestLoader {
        request_loader(Self { app: app.clone() })
    }

    /// Loads for a whole list what is asked of each of its meetings.
    pub(super) async fn preload(
        ctx: &Context<'_>,
        asked: Lookahead<'_>,
        rows: &[MeetingRow],
    ) -> ApiResult<()> {
        let loader = ctx.data_unchecked::<RequestLoader>();
        let any = |fields: &[&str]| fields.iter().any(|field| asked.field(field).exists());
        let groups: Vec<Uuid> = rows.iter().map(|row| row.group_id).collect();
        if any(&["group", "viewerCan"]) {
            loader.load_many(groups.iter().copied().map(GroupById)).await?;
            GroupLoader::preload(ctx, asked.field("group"), &groups).await?;
        }
        if any(&["inviteBy"]) {
            loader.load_many(groups.iter().copied().map(ProcedureOf)).await?;
        }
        if any(&["myReply", "replies"]) {
            loader.load_many(rows.iter().map(|row| AttendancesOf(row.id))).await?;
        }
        if any(&["items", "proposals"]) {
            loader.load_many(rows.iter().map(|row| ItemsOf(row.id))).await?;
        }
        if any(&["agendaVersions"]) {
            loader.load_many(rows.iter().map(|row| VersionsOf(row.id))).await?;
        }
        if any(&["chair", "minuteTaker"]) {
            let people = rows.iter().flat_map(|row| row.chair_id.into_iter().chain(row.minute_taker_id));
            GroupLoader::load_people(ctx, people.collect()).await?;
        }
        Ok(())
    }

    /// Loads for all items of a list what belongs to each.
    pub(super) async fn preload_items(
        ctx: &Context<'_>,
        asked: Lookahead<'_>,
        rows: &[AgendaItemRow],
    ) -> ApiResult<()> {
        let loader = ctx.data_unchecked::<RequestLoader>();
        let any = |fields: &[&str]| fields.iter().any(|field| asked.field(field).exists());
        loader.load_many(rows.iter().filter_map(|row| row.meeting_id).map(MeetingById)).await?;
        loader.load_many(rows.iter().map(|row| GroupById(row.group_id))).await?;
        if any(&["papers"]) {
            loader.load_many(rows.iter().map(|row| PapersOf(row.id))).await?;
        }
        if any(&["deferredTo"]) {
            let found = loader.load_many(rows.iter().map(|row| SuccessorOf(row.id))).await?;
            let meetings = found.values().flatten().filter_map(|item| item.meeting_id);
            loader.load_many(meetings.map(MeetingById)).await?;
        }
        if any(&["deferredFrom"]) {
            let earlier = rows.iter().filter_map(|row| row.deferred_from_id);
            let found = loader.load_many(earlier.map(ItemById)).await?;
            loader.load_many(found.values().filter_map(|item| item.meeting_id).map(MeetingById)).await?;
        }
        if any(&["minutesOf"]) {
            loader.load_many(rows.iter().filter_map(|row| row.minutes_of_id).map(MeetingById)).await?;
        }
        let people = rows.iter().flat_map(|row| row.presenter_id.into_iter().chain(row.submitted_by));
        GroupLoader::load_people(ctx, people.collect()).await
    }

    /// Loads for all of a list of people who they are and for whom they are there.
    pub(super) async fn preload_people(
        ctx: &Context<'_>,
        people: impl Iterator<Item = (Option<Uuid>, Option<Uuid>)>,
    ) -> ApiResult<()> {
        let (people, organisations): (Vec<_>, Vec<_>) = people.unzip();
        let organisations: Vec<Uuid> = organisations.into_iter().flatten().collect();
        OrganisationLoader::load_ahead(ctx, &organisations).await?;
        GroupLoader::load_people(ctx, people.into_iter().flatten().collect()).await
    }

    /// A group.
    pub(super) async fn group(ctx: &Context<'_>, id: Uuid) -> ApiResult<Option<GroupRow>> {
        ctx.data_unchecked::<RequestLoader>().load_one(GroupById(id)).await
    }

    /// The rules that a group goes by.
    pub(super) async fn procedure(ctx: &Context<'_>, group: Uuid) -> ApiResult<Procedure> {
        let found = ctx.data_unchecked::<RequestLoader>().load_one(ProcedureOf(group)).await?;
        Ok(found.unwrap_or(Procedure::DEFAULT))
    }

    /// A meeting.
    pub(super) async fn meeting(ctx: &Context<'_>, id: Uuid) -> ApiResult<Option<MeetingRow>> {
        ctx.data_unchecked::<RequestLoader>().load_one(MeetingById(id)).await
    }
}

impl Loader<GroupById> for MeetingLoader {
    type Value = GroupRow;
    type Error = ApiError;

    async fn load(&self, keys: &[GroupById]) -> ApiResult<HashMap<GroupById, GroupRow>> {
        let ids: Vec<Uuid> = keys.iter().map(|key| key.0).collect();
        let rows = groups::store::groups_by_id(self.app.db().read(), &ids).await?;
        Ok(rows.into_iter().map(|row| (GroupById(row.id), row)).collect())
    }
}

impl Loader<MembersOf> for MeetingLoader {
    type Value = Vec<GroupMember>;
    type Error = ApiError;

    async fn load(&self, keys: &[MembersOf]) -> ApiResult<HashMap<MembersOf, Vec<GroupMember>>> {
        let ids: Vec<Uuid> = keys.iter().map(|key| key.0).collect();
        let rows = groups::store::members_of(self.app.db().read(), &ids).await?;
        Ok(grouped(keys, rows, |member| MembersOf(member.role.group_id)))
    }
}

impl Loader<ProcedureOf> for MeetingLoader {
    type Value = Procedure;
    type Error = ApiError;

    async fn load(&self, keys: &[ProcedureOf]) -> ApiResult<HashMap<ProcedureOf, Procedure>> {
        let ids: Vec<Uuid> = keys.iter().map(|key| key.0).collect();
        let rows = store::procedures_of(self.app.db().read(), &ids).await?;
        // What holds for a group without rules of its own is remembered too.
        let mut all: HashMap<ProcedureOf, Procedure> =
            keys.iter().map(|key| (*key, Procedure::DEFAULT)).collect();
        all.extend(rows.into_iter().map(|(group, rules)| (ProcedureOf(group), rules)));
        Ok(all)
    }
}

impl Loader<MeetingById> for MeetingLoader {
    type Value = MeetingRow;
    type Error = ApiError;

    async fn load(&self, keys: &[MeetingById]) -> ApiResult<HashMap<MeetingById, MeetingRow>> {
        let ids: Vec<Uuid> = keys.iter().map(|key| key.0).collect();
        let rows = store::meetings_by_id(self.app.db().read(), &ids).await?;
        Ok(rows.into_iter().map(|row| (MeetingById(row.id), row)).collect())
    }
}

impl Loader<ItemsOf> for MeetingLoader {
    type Value = Vec<AgendaItemRow>;
    type Error = ApiError;

    async fn load(&self, keys: &[ItemsOf]) -> ApiResult<HashMap<ItemsOf, Vec<AgendaItemRow>>> {
        let ids: Vec<Uuid> = keys.iter().map(|key| key.0).collect();
        let rows = store::items_of_all(self.app.db().read(), &ids).await?;
        Ok(grouped(keys, rows, |row| ItemsOf(row.meeting_id.unwrap_or_default())))
    }
}

impl Loader<VersionsOf> for MeetingLoader {
    type Value = Vec<AgendaVersionRow>;
    type Error = ApiError;

    async fn load(&self, keys: &[VersionsOf]) -> ApiResult<HashMap<VersionsOf, Vec<AgendaVersionRow>>> {
        let ids: Vec<Uuid> = keys.iter().map(|key| key.0).collect();
        let rows = store::versions_of(self.app.db().read(), &ids).await?;
        Ok(grouped(keys, rows, |row| VersionsOf(row.meeting_id)))
    }
}

impl Loader<AttendancesOf> for MeetingLoader {
    type Value = Vec<AttendanceRow>;
    type Error = ApiError;

    async fn load(&self, keys: &[AttendancesOf]) -> ApiResult<HashMap<AttendancesOf, Vec<AttendanceRow>>> {
        let ids: Vec<Uuid> = keys.iter().map(|key| key.0).collect();
        let rows = store::attendances_of(self.app.db().read(), &ids).await?;
        Ok(grouped(keys, rows, |row| AttendancesOf(row.meeting_id)))
    }
}

impl Loader<ItemById> for MeetingLoader {
    type Value = AgendaItemRow;
    type Error = ApiError;

    async fn load(&self, keys: &[ItemById]) -> ApiResult<HashMap<ItemById, AgendaItemRow>> {
        let ids: Vec<Uuid> = keys.iter().map(|key| key.0).collect();
        let rows = store::items_by_id(self.app.db().read(), &ids).await?;
        Ok(rows.into_iter().map(|row| (ItemById(row.id), row)).collect())
    }
}

impl Loader<SuccessorOf> for MeetingLoader {
    type Value = Vec<AgendaItemRow>;
    type Error = ApiError;

    async fn load(&self, keys: &[SuccessorOf]) -> ApiResult<HashMap<SuccessorOf, Vec<AgendaItemRow>>> {
        let ids: Vec<Uuid> = keys.iter().map(|key| key.0).collect();
        let rows = store::items_taking_up(self.app.db().read(), &ids).await?;
        Ok(grouped(keys, rows, |row| SuccessorOf(row.deferred_from_id.unwrap_or_default())))
    }
}

impl Loader<PapersOf> for MeetingLoader {
    type Value = Vec<PaperRow>;
    type Error = ApiError;

    async fn load(&self, keys: &[PapersOf]) -> ApiResult<HashMap<PapersOf, Vec<PaperRow>>> {
        let ids: Vec<Uuid> = keys.iter().map(|key| key.0).collect();
        let rows = store::papers_of(self.app.db().read(), &ids).await?;
        Ok(grouped(keys, rows, |row| PapersOf(row.agenda_item_id.unwrap_or_default())))
    }
}

impl Loader<OptionsOf> for MeetingLoader {
    type Value = Vec<PollOptionRow>;
    type Error = ApiError;

    async fn load(&self, keys: &[OptionsOf]) -> ApiResult<HashMap<OptionsOf, Vec<PollOptionRow>>> {
        let ids: Vec<Uuid> = keys.iter().map(|key| key.0).collect();
        let rows = store::options_of(self.app.db().read(), &ids).await?;
        Ok(grouped(keys, rows, |row| OptionsOf(row.poll_id)))
    }
}

impl Loader<AnswersOf> for MeetingLoader {
    type Value = Vec<PollAnswerRow>;
    type Error = ApiError;

    async fn load(&self, keys: &[AnswersOf]) -> ApiResult<HashMap<AnswersOf, Vec<PollAnswerRow>>> {
        let ids: Vec<Uuid> = keys.iter().map(|key| key.0).collect();
        let rows = store::answers_of(self.app.db().read(), &ids).await?;
        Ok(grouped(keys, rows, |row| AnswersOf(row.option_id)))
    }
}
