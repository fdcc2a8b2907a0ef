//! A frozen version, and what is different between two.

use async_graphql::{Context, ID, Object, SimpleObject};
use verbund_shared::{
    groups::GroupRole,
    id::{AgendaItemId, MeetingId, ResolutionId},
    meetings::{AgendaItemKind, AgendaItemState, AttendanceState, VoteOutcome},
    minutes::{DiffKind, MinutesState},
};

use super::{
    loader::MinutesLoader,
    parts::{MinutesSignature, MinutesTask, MinutesVersionName},
};
use crate::{
    graphql::{ApiResult, Date, DateTime},
    groups::graphql::{Group, GroupLoader, GroupPerson, person},
    markdown,
    meetings::store::MeetingRow,
    minutes::{
        rules::{
            content::{ActionLine, Attendee, Entry, Vote},
            diff::{Compared, Part},
            paragraphs,
        },
        service::Version,
        store::VersionName,
    },
};

/// A frozen version of minutes. What it says never changes.
pub struct MinutesVersion(pub(super) Version);

/// A frozen version of minutes. What it says never changes.
#[Object]
impl MinutesVersion {
    /// The meeting.
    async fn meeting_id(&self) -> ID {
        MeetingId(self.0.meeting.id).into()
    }

    /// The meeting's title, as it was.
    async fn meeting_title(&self) -> &str {
        &self.0.content.title
    }

    /// The group.
    async fn group(&self) -> Option<Group> {
        Some(self.0.group.clone().into())
    }

    /// Its number, from 1.
    async fn number(&self) -> i32 {
        self.0.row.number
    }

    /// The state that began with it.
    async fn state(&self) -> MinutesState {
        self.0.row.state
    }

    /// The number of the newest version.
    async fn newest(&self) -> i32 {
        self.0.names.last().map_or(self.0.row.number, |name| name.number)
    }

    /// When it was frozen.
    async fn at(&self) -> DateTime {
        self.0.row.at.into()
    }

    /// By whom; null where the program did it.
    async fn person(&self, ctx: &Context<'_>) -> ApiResult<Option<GroupPerson>> {
        person(ctx, self.0.row.person_id).await
    }

    /// SHA-256 over its content and the hash before it, in hex.
    async fn sha256(&self) -> &str {
        &self.0.row.sha256
    }

    /// The hash of the version before it; empty for the first.
    async fn previous_sha256(&self) -> &str {
        &self.0.row.previous_sha256
    }

    /// Whether this and all other versions are as they were frozen; checked when it is asked for.
    async fn holds(&self) -> bool {
        self.0.holds
    }

    /// When the meeting began.
    async fn starts_at(&self) -> DateTime {
        self.0.content.starts_at.into()
    }

    /// When the meeting ended.
    async fn ends_at(&self) -> DateTime {
        self.0.content.ends_at.into()
    }

    /// Where it was.
    async fn place(&self) -> &str {
        &self.0.content.place
    }

    /// Who chaired the meeting, by name; empty where nobody was named.
    async fn chair(&self) -> &str {
        &self.0.content.chair
    }

    /// Who wrote the minutes, by name; empty where nobody was named.
    async fn minute_taker(&self) -> &str {
        &self.0.content.minute_taker
    }

    /// Who was there, and who was not.
    async fn attendances(&self) -> Vec<MinutesVersionAttendance> {
        self.0.content.attendances.iter().cloned().map(Into::into).collect()
    }

    /// The items in the order of the agenda; guests see no internal ones.
    async fn entries(&self, ctx: &Context<'_>) -> ApiResult<Vec<MinutesVersionEntry>> {
        let entries = &self.0.content.entries;
        let tasks = entries.iter().flat_map(|entry| &entry.actions).filter_map(|action| action.task);
        MinutesLoader::load_tasks(ctx, tasks.collect()).await?;
        Ok(entries.iter().cloned().map(MinutesVersionEntry).collect())
    }

    /// Signatures under it, and those that it holds already.
    async fn signatures(&self, ctx: &Context<'_>) -> ApiResult<Vec<MinutesSignature>> {
        let rows = &self.0.signatures;
        GroupLoader::load_people(ctx, rows.iter().map(|row| row.person_id).collect()).await?;
        Ok(rows.iter().cloned().map(MinutesSignature).collect())
    }

    /// Where it is as PDF.
    async fn pdf_path(&self) -> String {
        format!("/api/minutes/{}/{}.pdf", MeetingId(self.0.meeting.id), self.0.row.number)
    }

    /// All versions, the oldest first.
    async fn numbers(&self, ctx: &Context<'_>) -> ApiResult<Vec<MinutesVersionName>> {
        names(ctx, &self.0.names).await
    }
}

async fn names(ctx: &Context<'_>, names: &[VersionName]) -> ApiResult<Vec<MinutesVersionName>> {
    GroupLoader::load_people(ctx, names.iter().filter_map(|name| name.person_id).collect()).await?;
    Ok(names.iter().cloned().map(MinutesVersionName).collect())
}

/// Somebody in the attendance, as it was frozen.
#[derive(SimpleObject)]
pub struct MinutesVersionAttendance {
    /// The name.
    name: String,
    /// For which organisation, by name; empty where it was none.
    organisation: String,
    /// What the person was to the group.
    role: GroupRole,
    /// How the person was there, or not.
    state: AttendanceState,
    /// From when until when, where the network is: `09:00–10:30`.
    times: Vec<String>,
}

impl From<Attendee> for MinutesVersionAttendance {
    fn from(attendee: Attendee) -> Self {
        let Attendee { name, organisation, role, state, times } = attendee;
        Self { name, organisation, role, state, times }
    }
}

/// What a version says to an item.
pub struct MinutesVersionEntry(Entry);

/// What a version says to an item.
#[Object]
impl MinutesVersionEntry {
    /// The item.
    async fn item_id(&self) -> ID {
        AgendaItemId(self.0.item).into()
    }

    /// Its number on the agenda.
    async fn number(&self) -> &str {
        &self.0.number
    }

    /// Its title.
    async fn title(&self) -> &str {
        &self.0.title
    }

    /// What it was for.
    async fn kind(&self) -> AgendaItemKind {
        self.0.kind
    }

    /// How the meeting was done with it.
    async fn state(&self) -> AgendaItemState {
        self.0.state
    }

    /// Whether all of it is internal.
    async fn internal(&self) -> bool {
        self.0.internal
    }

    /// The paragraphs of its text, to which objections refer.
    async fn paragraphs(&self) -> Vec<MinutesParagraph> {
        let paragraph = |(number, text): (i32, &str)| MinutesParagraph {
            number,
            text: text.to_owned(),
            html: markdown::to_html(text),
        };
        (1..).zip(paragraphs::split(&self.0.text)).map(paragraph).collect()
    }

    /// The internal part as safe HTML; empty for those who may not see it.
    async fn internal_html(&self) -> String {
        markdown::to_html(&self.0.internal_text)
    }

    /// Votes with their results.
    async fn votes(&self) -> Vec<MinutesVersionVote> {
        self.0.votes.iter().cloned().map(Into::into).collect()
    }

    /// Action lines.
    async fn actions(&self) -> Vec<MinutesVersionAction> {
        self.0.actions.iter().cloned().map(MinutesVersionAction).collect()
    }
}

/// A paragraph.
#[derive(SimpleObject)]
pub struct MinutesParagraph {
    /// Its number, from 1.
    number: i32,
    /// Markdown.
    text: String,
    /// The text as safe HTML.
    html: String,
}

/// A vote with its result.
#[derive(SimpleObject)]
pub struct MinutesVersionVote {
    /// Its title.
    title: String,
    /// What was voted on, as safe HTML.
    wording_html: String,
    /// Votes for it.
    yes: i32,
    /// Votes against it.
    no: i32,
    /// Votes that abstained.
    abstain: i32,
    /// Votes that were there.
    present: i32,
    /// All votes there were.
    roll: i32,
    /// Whether it was by ballot.
    secret: bool,
    /// What was decided.
    outcome: VoteOutcome,
    /// The resolution that came of it.
    resolution_id: Option<ID>,
    /// Its number: `SG-2026/017`; empty where there is none.
    resolution_label: String,
    /// Who did not vote for a conflict of interest.
    excluded: Vec<String>,
}

impl From<Vote> for MinutesVersionVote {
    fn from(vote: Vote) -> Self {
        Self {
            title: vote.title,
            wording_html: markdown::to_html(&vote.wording),
            yes: vote.yes,
            no: vote.no,
            abstain: vote.abstain,
            present: vote.present,
            roll: vote.roll,
            secret: vote.secret,
            outcome: vote.outcome,
            resolution_id: vote.resolution.map(|id| ResolutionId(id).into()),
            resolution_label: vote.label,
            excluded: vote.excluded,
        }
    }
}

/// An action line as it stood in the version, with the task beside it as it stands now.
pub struct MinutesVersionAction(ActionLine);

/// An action line as it stood in the version, with the task beside it as it stands now.
#[Object]
impl MinutesVersionAction {
    /// What is to be done.
    async fn text(&self) -> &str {
        &self.0.text
    }

    /// The accountable organisation, by name.
    async fn organisation(&self) -> &str {
        &self.0.organisation
    }

    /// Who was asked, by name; empty where nobody was named.
    async fn person(&self) -> &str {
        &self.0.person
    }

    /// By when.
    async fn due(&self) -> Option<Date> {
        self.0.due.map(Into::into)
    }

    /// The task that it became, as it stands now.
    async fn task(&self, ctx: &Context<'_>) -> ApiResult<Option<MinutesTask>> {
        Ok(MinutesLoader::task(ctx, self.0.task).await?.map(Into::into))
    }
}

/// Two versions word by word.
pub struct MinutesComparison {
    pub(super) meeting: MeetingRow,
    pub(super) between: (i32, i32),
    pub(super) names: Vec<VersionName>,
    pub(super) compared: Vec<Compared>,
}

/// Two versions word by word.
#[Object]
impl MinutesComparison {
    /// The meeting.
    async fn meeting_id(&self) -> ID {
        MeetingId(self.meeting.id).into()
    }

    /// The meeting's title.
    async fn meeting_title(&self) -> &str {
        &self.meeting.title
    }

    /// The number of the one version.
    async fn from(&self) -> i32 {
        self.between.0
    }

    /// The number of the other.
    async fn to(&self) -> i32 {
        self.between.1
    }

    /// All versions, the oldest first.
    async fn numbers(&self, ctx: &Context<'_>) -> ApiResult<Vec<MinutesVersionName>> {
        names(ctx, &self.names).await
    }

    /// The items of both: those of the other version in their order, then those that are gone.
    async fn entries(&self) -> Vec<MinutesComparisonEntry> {
        self.compared.iter().cloned().map(Into::into).collect()
    }
}

/// An item in two versions.
#[derive(SimpleObject)]
pub struct MinutesComparisonEntry {
    /// The item.
    item_id: ID,
    /// Its number.
    number: String,
    /// Its title.
    title: String,
    /// Whether anything is different.
    changed: bool,
    /// Its text in pieces.
    parts: Vec<DiffPart>,
    /// Its internal text in pieces; none for those who may not see it.
    internal_parts: Vec<DiffPart>,
}

impl From<Compared> for MinutesComparisonEntry {
    fn from(compared: Compared) -> Self {
        let changed = compared.changed();
        let parts = |parts: Vec<Part>| parts.into_iter().map(Into::into).collect();
        Self {
            item_id: AgendaItemId(compared.item).into(),
            number: compared.number,
            title: compared.title,
            changed,
            parts: parts(compared.parts),
            internal_parts: parts(compared.internal),
        }
    }
}

/// A piece of text, and what became of it.
#[derive(SimpleObject)]
pub struct DiffPart {
    /// What became of it.
    kind: DiffKind,
    /// The piece.
    text: String,
}

impl From<Part> for DiffPart {
    fn from(part: Part) -> Self {
        Self { kind: part.kind, text: part.text }
    }
}
