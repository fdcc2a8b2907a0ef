//! What belongs to a meeting: who answered, frozen agendas, open tasks.

use async_graphql::{Context, ID, Object, SimpleObject};
use uuid::Uuid;
use verbund_shared::{
    id::{MeetingId, TaskId},
    meetings::{AgendaItemKind, MeetingReply, MeetingState},
};

use crate::{
    graphql::{ApiResult, Date, DateTime},
    groups::graphql::{GroupPerson, person},
    meetings::{
        service::{FrozenAgenda, FrozenItem},
        store::{AgendaVersionRow, AttendanceRow, MeetingRow},
    },
    organisations::graphql::{Organisation, OrganisationLoader},
    tasks::store::TaskRow,
};

/// A meeting, named by what belongs to it.
#[derive(SimpleObject)]
pub struct MeetingName {
    /// Opaque id.
    id: ID,
    /// Its title.
    title: String,
    /// When it begins.
    starts_at: DateTime,
    /// Where it stands.
    state: MeetingState,
}

impl From<MeetingRow> for MeetingName {
    fn from(row: MeetingRow) -> Self {
        let (id, starts_at) = (MeetingId(row.id).into(), row.starts_at.into());
        Self { id, title: row.title, starts_at, state: row.state }
    }
}

/// An organisation that is named by its key.
pub(super) async fn organisation(ctx: &Context<'_>, id: Option<Uuid>) -> ApiResult<Option<Organisation>> {
    let Some(id) = id else { return Ok(None) };
    Ok(OrganisationLoader::organisation(ctx, id).await?.map(Into::into))
}

/// What somebody answered to the invitation.
pub struct MeetingReplyEntry(pub(super) AttendanceRow);

/// What somebody answered to the invitation.
#[Object]
impl MeetingReplyEntry {
    /// Who.
    async fn person(&self, ctx: &Context<'_>) -> ApiResult<Option<GroupPerson>> {
        person(ctx, self.0.person_id).await
    }

    /// For which organisation.
    async fn organisation(&self, ctx: &Context<'_>) -> ApiResult<Option<Organisation>> {
        organisation(ctx, self.0.organisation_id).await
    }

    /// What was answered.
    async fn reply(&self) -> MeetingReply {
        self.0.reply
    }

    /// What was said to it; may be empty.
    async fn note(&self) -> &str {
        &self.0.note
    }
}

/// An open task of the group.
pub struct MeetingTask(pub(super) TaskRow);

/// An open task of the group.
#[Object]
impl MeetingTask {
    /// Opaque id.
    async fn id(&self) -> ID {
        TaskId(self.0.id).into()
    }

    /// Its title.
    async fn title(&self) -> &str {
        &self.0.title
    }

    /// The day it is due.
    async fn due(&self) -> Option<Date> {
        self.0.due.map(Into::into)
    }

    /// Who is responsible.
    async fn responsible(&self, ctx: &Context<'_>) -> ApiResult<Option<GroupPerson>> {
        person(ctx, self.0.responsible_id).await
    }
}

/// An agenda as it was sent; it never changes.
pub struct AgendaVersion {
    pub(super) row: AgendaVersionRow,
    /// Whether what is internal may be seen.
    pub(super) internal: bool,
}

/// An agenda as it was sent; it never changes.
#[Object]
impl AgendaVersion {
    /// 1, 2, 3 ... within the meeting.
    async fn number(&self) -> i32 {
        self.row.number
    }

    /// When it was sent.
    async fn at(&self) -> DateTime {
        self.row.at.into()
    }

    /// Who sent it.
    async fn person(&self, ctx: &Context<'_>) -> ApiResult<Option<GroupPerson>> {
        person(ctx, self.row.person_id).await
    }

    /// SHA-256 over all of it, in hex.
    async fn sha256(&self) -> &str {
        &self.row.sha256
    }

    /// Its items in their order; guests see no internal ones.
    async fn entries(&self) -> Vec<AgendaVersionEntry> {
        let items = FrozenAgenda::read(&self.row.content).items;
        items.into_iter().filter(|item| self.internal || !item.internal).map(Into::into).collect()
    }
}

/// An item as it was sent.
#[derive(SimpleObject)]
pub struct AgendaVersionEntry {
    /// Its number, such as `2.1`.
    number: String,
    /// Its title.
    title: String,
    /// What it is for.
    kind: AgendaItemKind,
    /// How long it is to take, in minutes.
    duration: Option<i32>,
    /// Who presents it; may be empty.
    presenter: String,
    /// Whether guests do not see it.
    internal: bool,
    /// Whether it was added after the first invitation.
    late: bool,
}

impl From<FrozenItem> for AgendaVersionEntry {
    fn from(item: FrozenItem) -> Self {
        Self {
            number: item.number,
            title: item.title,
            kind: AgendaItemKind::parse(&item.kind).unwrap_or(AgendaItemKind::Discussion),
            duration: item.duration,
            presenter: item.presenter,
            internal: item.internal,
            late: item.late,
        }
    }
}
