//! What minutes consist of: entries, action lines, objections, signatures, gaps.

use async_graphql::{Context, ID, Object, SimpleObject};
use verbund_shared::{
    id::{ActionLineId, AgendaItemId, ObjectionId, TaskId},
    meetings::{AgendaItemKind, AgendaItemState},
    minutes::{MinutesGapKind, MinutesState, ObjectionState, SignatureRole},
    tasks::TaskState,
};

use super::loader::MinutesLoader;
use crate::{
    graphql::{ApiResult, Date, DateTime, caller_of},
    groups::graphql::{GroupPerson, person},
    markdown,
    minutes::{
        rules::gaps::Gap,
        service::Item,
        store::{ActionRow, EntryRow, ObjectionRow, SignatureRow, VersionName},
    },
    organisations::graphql::{Organisation, OrganisationLoader},
    tasks::store::TaskRow,
};

/// What minutes say to an item of the agenda.
pub struct MinutesEntry {
    pub(super) item: Item,
    pub(super) row: Option<EntryRow>,
    pub(super) actions: Vec<ActionRow>,
}

impl MinutesEntry {
    fn text_of(&self, of: impl Fn(&EntryRow) -> &String) -> &str {
        self.row.as_ref().map_or("", |row| of(row))
    }
}

/// What minutes say to an item of the agenda.
#[Object]
impl MinutesEntry {
    /// The item.
    async fn item_id(&self) -> ID {
        AgendaItemId(self.item.row.id).into()
    }

    /// Its number on the agenda: `2.1`.
    async fn number(&self) -> &str {
        &self.item.number
    }

    /// The item that it is part of.
    async fn parent_id(&self) -> Option<ID> {
        self.item.row.parent_id.map(|id| AgendaItemId(id).into())
    }

    /// The item's title.
    async fn title(&self) -> &str {
        &self.item.row.title
    }

    /// What the item is for.
    async fn kind(&self) -> AgendaItemKind {
        self.item.row.kind
    }

    /// Where the item stands.
    async fn item_state(&self) -> AgendaItemState {
        self.item.row.state
    }

    /// Whether all of it is internal.
    async fn internal(&self) -> bool {
        self.item.internal
    }

    /// Markdown, as it was written.
    async fn text(&self) -> &str {
        self.text_of(|row| &row.text)
    }

    /// The text as safe HTML.
    async fn text_html(&self) -> String {
        markdown::to_html(self.text_of(|row| &row.text))
    }

    /// The internal part in Markdown; empty for those who may not see it.
    async fn internal_text(&self) -> &str {
        self.text_of(|row| &row.internal_text)
    }

    /// The internal part as safe HTML.
    async fn internal_html(&self) -> String {
        markdown::to_html(self.text_of(|row| &row.internal_text))
    }

    /// When it was saved last; null before the first time.
    async fn saved_at(&self) -> Option<DateTime> {
        self.row.as_ref().map(|row| row.saved_at.into())
    }

    /// Who saved it last.
    async fn saved_by(&self, ctx: &Context<'_>) -> ApiResult<Option<GroupPerson>> {
        person(ctx, self.row.as_ref().and_then(|row| row.saved_by)).await
    }

    /// Its action lines, the oldest first.
    async fn actions(&self) -> Vec<MinutesAction> {
        self.actions.iter().cloned().map(MinutesAction).collect()
    }

    /// Grows with each save; 0 before the first one.
    async fn version(&self) -> i32 {
        self.row.as_ref().map_or(0, |row| row.version)
    }
}

/// What is to be done: a proposal in a draft, a task from the review on.
pub struct MinutesAction(pub(super) ActionRow);

/// What is to be done: a proposal in a draft, a task from the review on.
#[Object]
impl MinutesAction {
    /// Opaque id.
    async fn id(&self) -> ID {
        ActionLineId(self.0.id).into()
    }

    /// The item at which it was said.
    async fn item_id(&self) -> ID {
        AgendaItemId(self.0.item_id).into()
    }

    /// What is to be done.
    async fn text(&self) -> &str {
        &self.0.text
    }

    /// The accountable organisation.
    async fn organisation(&self, ctx: &Context<'_>) -> ApiResult<Option<Organisation>> {
        Ok(OrganisationLoader::organisation(ctx, self.0.organisation_id).await?.map(Into::into))
    }

    /// Who is asked to do it; null where nobody is named.
    async fn person(&self, ctx: &Context<'_>) -> ApiResult<Option<GroupPerson>> {
        person(ctx, self.0.person_id).await
    }

    /// By when.
    async fn due(&self) -> Option<Date> {
        self.0.due.map(Into::into)
    }

    /// The task that it has become, as it stands now.
    async fn task(&self, ctx: &Context<'_>) -> ApiResult<Option<MinutesTask>> {
        Ok(MinutesLoader::task(ctx, self.0.task_id).await?.map(Into::into))
    }

    /// Grows with each change.
    async fn version(&self) -> i32 {
        self.0.version
    }
}

/// A task that came of an action line, as it stands now.
#[derive(SimpleObject)]
pub struct MinutesTask {
    /// Opaque id.
    id: ID,
    /// Its title.
    title: String,
    /// Where it stands.
    state: TaskState,
    /// By when it is to be done.
    due: Option<Date>,
}

impl From<TaskRow> for MinutesTask {
    fn from(row: TaskRow) -> Self {
        let due = row.due.map(Into::into);
        Self { id: TaskId(row.id).into(), title: row.title, state: row.state, due }
    }
}

/// A version of minutes, by its number.
pub struct MinutesVersionName(pub(super) VersionName);

/// A version of minutes, by its number.
#[Object]
impl MinutesVersionName {
    /// Its number, from 1.
    async fn number(&self) -> i32 {
        self.0.number
    }

    /// The state that began with it.
    async fn state(&self) -> MinutesState {
        self.0.state
    }

    /// When it was frozen.
    async fn at(&self) -> DateTime {
        self.0.at.into()
    }

    /// By whom; null where the program did it.
    async fn person(&self, ctx: &Context<'_>) -> ApiResult<Option<GroupPerson>> {
        person(ctx, self.0.person_id).await
    }

    /// SHA-256 over its content and the hash before it, in hex.
    async fn sha256(&self) -> &str {
        &self.0.sha256
    }

    /// The hash of the version before it; empty for the first.
    async fn previous_sha256(&self) -> &str {
        &self.0.previous_sha256
    }
}

/// An objection to a paragraph of minutes.
pub struct MinutesObjection {
    pub(super) row: ObjectionRow,
    pub(super) item: Option<Item>,
    /// Whether the group works, so that something can be done with it.
    pub(super) works: bool,
}

/// An objection to a paragraph of minutes.
#[Object]
impl MinutesObjection {
    /// Opaque id.
    async fn id(&self) -> ID {
        ObjectionId(self.row.id).into()
    }

    /// The version that was read.
    async fn version_number(&self) -> i32 {
        self.row.version_number
    }

    /// The item.
    async fn item_id(&self) -> ID {
        AgendaItemId(self.row.item_id).into()
    }

    /// The item's number.
    async fn item_number(&self) -> &str {
        self.item.as_ref().map_or("", |item| &item.number)
    }

    /// The item's title.
    async fn item_title(&self) -> &str {
        self.item.as_ref().map_or("", |item| &item.row.title)
    }

    /// The paragraph, from 1 within the item's text of that version.
    async fn paragraph(&self) -> i32 {
        self.row.paragraph
    }

    /// The paragraph as it stood.
    async fn quote(&self) -> &str {
        &self.row.quote
    }

    /// What it is to say.
    async fn proposed_text(&self) -> &str {
        &self.row.proposed_text
    }

    /// Why; may be empty.
    async fn comment(&self) -> &str {
        &self.row.comment
    }

    /// Where it stands.
    async fn state(&self) -> ObjectionState {
        self.row.state
    }

    /// Who objects.
    async fn person(&self, ctx: &Context<'_>) -> ApiResult<Option<GroupPerson>> {
        person(ctx, Some(self.row.person_id)).await
    }

    /// When.
    async fn at(&self) -> DateTime {
        self.row.at.into()
    }

    /// What was answered; may be empty.
    async fn answer(&self) -> &str {
        &self.row.answer
    }

    /// Who answered.
    async fn answered_by(&self, ctx: &Context<'_>) -> ApiResult<Option<GroupPerson>> {
        person(ctx, self.row.answered_by).await
    }

    /// When it was answered.
    async fn answered_at(&self) -> Option<DateTime> {
        self.row.answered_at.map(Into::into)
    }

    /// Grows with each change.
    async fn version(&self) -> i32 {
        self.row.version
    }

    /// Whether the person who asks may take it back.
    async fn viewer_can_withdraw(&self, ctx: &Context<'_>) -> bool {
        let me = caller_of(ctx).actor.person_id();
        let own = me.is_some_and(|me| me.0 == self.row.person_id);
        own && self.works && self.row.state == ObjectionState::Open
    }
}

/// A signature under a version.
pub struct MinutesSignature(pub(super) SignatureRow);

/// A signature under a version.
#[Object]
impl MinutesSignature {
    /// As what.
    async fn role(&self) -> SignatureRole {
        self.0.role
    }

    /// Who.
    async fn person(&self, ctx: &Context<'_>) -> ApiResult<Option<GroupPerson>> {
        person(ctx, Some(self.0.person_id)).await
    }

    /// When.
    async fn at(&self) -> DateTime {
        self.0.at.into()
    }

    /// Under which version.
    async fn version_number(&self) -> i32 {
        self.0.version_number
    }
}

/// Something that is missing before minutes can be final.
#[derive(SimpleObject)]
pub struct MinutesGap {
    /// What.
    kind: MinutesGapKind,
    /// The item it belongs to; null where it belongs to none.
    item_id: Option<ID>,
    /// The item, the person or the vote, by name; empty where there is none.
    text: String,
}

impl From<Gap> for MinutesGap {
    fn from(gap: Gap) -> Self {
        Self { kind: gap.kind, item_id: gap.item.map(|id| AgendaItemId(id).into()), text: gap.text }
    }
}
