//! Imports in the API.

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use serde_json::Value;
use verbund_shared::{
    id::{FileId, ImportId},
    operation_states::{ImportKind, ImportState, RowOutcome},
};

use super::{
    rules::{
        cells::Note,
        plan::{Act, Change},
    },
    service,
    store::{ImportLine, ImportRow},
};
use crate::graphql::{ApiResult, CursorPage, DateTime, PageInfo, app_of, caller_of, parse_id};

/// A file that was read and compared.
pub struct Import(ImportRow);

/// How many rows have an outcome.
#[derive(SimpleObject)]
pub struct ImportOutcomeCount {
    /// The outcome.
    outcome: RowOutcome,
    /// The rows.
    rows: i32,
}

/// A file that was read and compared.
#[Object]
impl Import {
    /// Opaque id.
    async fn id(&self) -> ID {
        ImportId(self.0.id).into()
    }

    /// What the file brings.
    async fn kind(&self) -> ImportKind {
        self.0.kind
    }

    /// The file's name.
    async fn file_name(&self) -> &str {
        &self.0.file_name
    }

    /// Where it stands.
    async fn state(&self) -> ImportState {
        self.0.state
    }

    /// When it was read.
    async fn created_at(&self) -> DateTime {
        self.0.created_at.into()
    }

    /// When it was written.
    async fn applied_at(&self) -> Option<DateTime> {
        self.0.applied_at.map(Into::into)
    }

    /// How many rows there are of each outcome; outcomes without rows are left out.
    async fn counts(&self, ctx: &Context<'_>) -> ApiResult<Vec<ImportOutcomeCount>> {
        let mut counts = service::outcomes(app_of(ctx), self.0.id).await?;
        counts.sort_unstable_by_key(|(outcome, _)| *outcome);
        let count =
            |(outcome, rows)| ImportOutcomeCount { outcome, rows: i32::try_from(rows).unwrap_or(i32::MAX) };
        Ok(counts.into_iter().map(count).collect())
    }

    /// The rows in the order of the file.
    #[graphql(complexity = "first.unwrap_or(20).clamp(1, 100) as usize * child_complexity")]
    async fn rows(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only with this outcome.")] outcome: Option<RowOutcome>,
        #[graphql(desc = "How many, at most 100.")] first: Option<i32>,
        #[graphql(desc = "After this cursor.")] after: Option<String>,
    ) -> ApiResult<ImportedRowConnection> {
        let page = CursorPage::read(first, after)?;
        let (rows, more) = service::rows(app_of(ctx), self.0.id, outcome, &page).await?;
        let end_cursor = rows.last().map(|row| CursorPage::cursor(&row.line));
        let edges = rows
            .into_iter()
            .map(|row| ImportedRowEdge { cursor: CursorPage::cursor(&row.line), node: ImportedRow(row) })
            .collect();
        Ok(ImportedRowConnection { edges, page_info: PageInfo { has_next_page: more, end_cursor } })
    }
}

/// A page of an import's rows.
#[derive(SimpleObject)]
pub struct ImportedRowConnection {
    /// The rows.
    edges: Vec<ImportedRowEdge>,
    /// Where the page ends.
    page_info: PageInfo,
}

/// A place in an import.
#[derive(SimpleObject)]
pub struct ImportedRowEdge {
    /// Where to go on from here.
    cursor: String,
    /// The row.
    node: ImportedRow,
}

/// What an import would do, or has done, with one row of its file.
pub struct ImportedRow(ImportLine);

/// One difference between a row and what is there.
#[derive(SimpleObject)]
pub struct ImportChange {
    /// The column.
    column: String,
    /// What is there.
    from: String,
    /// What the file says.
    to: String,
}

/// What is to say about a row.
#[derive(SimpleObject)]
pub struct ImportNote {
    /// An error code, or a hint such as `FORMULA`; a translation key.
    code: String,
    /// The column; empty for the whole row.
    column: String,
    /// What belongs into the sentence.
    params: Vec<ImportNoteParam>,
    /// Whether the row cannot be written because of it.
    error: bool,
}

/// A name or number that belongs into a sentence.
#[derive(SimpleObject)]
pub struct ImportNoteParam {
    /// Its name.
    name: String,
    /// Its value.
    value: String,
}

/// What an import would do, or has done, with one row of its file.
#[Object]
impl ImportedRow {
    /// The line of the file.
    async fn line(&self) -> i32 {
        self.0.line
    }

    /// The outcome.
    async fn outcome(&self) -> RowOutcome {
        self.0.outcome
    }

    /// What people know the row by.
    async fn label(&self) -> &str {
        &self.0.label
    }

    /// Whether something new is made, and nothing changed.
    async fn is_new(&self) -> bool {
        self.0.data.get("act").is_some_and(|act| *act == serde_json::json!(Act::Make))
    }

    /// What differs from what is there.
    async fn changes(&self) -> Vec<ImportChange> {
        let changes: Vec<Change> = self
            .0
            .data
            .get("changes")
            .cloned()
            .and_then(|it| serde_json::from_value(it).ok())
            .unwrap_or_default();
        changes.into_iter().map(|Change { column, from, to }| ImportChange { column, from, to }).collect()
    }

    /// What is to say about it.
    async fn notes(&self) -> Vec<ImportNote> {
        let notes: Vec<Note> = serde_json::from_value(self.0.notes.clone()).unwrap_or_default();
        notes.into_iter().map(ImportNote::from).collect()
    }
}

impl From<Note> for ImportNote {
    fn from(note: Note) -> Self {
        let text = |value: Value| match value {
            Value::String(text) => text,
            other => other.to_string(),
        };
        let params = note
            .params
            .into_iter()
            .map(|(name, value)| ImportNoteParam { name, value: text(value) })
            .collect();
        Self { code: note.code, column: note.column, params, error: note.error }
    }
}

/// Reading imports.
#[derive(Default)]
pub struct ImportsQuery;

#[Object]
impl ImportsQuery {
    /// An import. Coordinators only.
    async fn import(&self, ctx: &Context<'_>, #[graphql(desc = "Its id.")] id: ID) -> ApiResult<Import> {
        let id: ImportId = parse_id(&id)?;
        Ok(Import(service::get_import(app_of(ctx), caller_of(ctx), id).await?))
    }
}

/// A file to be read.
#[derive(InputObject)]
pub struct ImportPreviewInput {
    /// What it brings.
    kind: ImportKind,
    /// The file, from `POST /api/uploads?purpose=import`.
    upload_id: ID,
}

/// What an import would do.
#[derive(SimpleObject)]
pub struct ImportPreviewPayload {
    /// The import.
    import: Import,
}

/// A preview to be written.
#[derive(InputObject)]
pub struct ImportApplyInput {
    /// The import.
    id: ID,
}

/// The written import.
#[derive(SimpleObject)]
pub struct ImportApplyPayload {
    /// The import.
    import: Import,
}

/// A preview to be put aside.
#[derive(InputObject)]
pub struct ImportDiscardInput {
    /// The import.
    id: ID,
}

/// The import that was put aside.
#[derive(SimpleObject)]
pub struct ImportDiscardPayload {
    /// The import.
    import: Import,
}

/// Running imports.
#[derive(Default)]
pub struct ImportsMutation;

#[Object]
impl ImportsMutation {
    /// Reads an uploaded file and compares each row with what is there; writes nothing of it.
    /// Coordinators only.
    /// Errors: `NOT_FOUND`, `FILE_EMPTY`, `FILE_ENCODING`, `COLUMN_MISSING`, `COLUMN_UNKNOWN`,
    /// `DUPLICATE` (a column twice), `TOO_MANY_ROWS`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn import_preview(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The file.")] input: ImportPreviewInput,
    ) -> ApiResult<ImportPreviewPayload> {
        let upload: FileId = parse_id(&input.upload_id)?;
        let row = service::preview(app_of(ctx), caller_of(ctx), input.kind, upload).await?;
        Ok(ImportPreviewPayload { import: Import(row) })
    }

    /// Writes all rows of a preview that have no error, or nothing. Coordinators only.
    /// Errors: `NOT_FOUND`, `STATE_FORBIDS`, `CONFLICT` (the data has changed since the preview),
    /// `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn import_apply(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which preview.")] input: ImportApplyInput,
    ) -> ApiResult<ImportApplyPayload> {
        let id: ImportId = parse_id(&input.id)?;
        Ok(ImportApplyPayload { import: Import(service::apply(app_of(ctx), caller_of(ctx), id).await?) })
    }

    /// Puts a preview aside and removes its file. Coordinators only.
    /// Errors: `NOT_FOUND`, `STATE_FORBIDS`, `FORBIDDEN`, `UNAUTHENTICATED`.
    async fn import_discard(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which preview.")] input: ImportDiscardInput,
    ) -> ApiResult<ImportDiscardPayload> {
        let id: ImportId = parse_id(&input.id)?;
        Ok(ImportDiscardPayload { import: Import(service::discard(app_of(ctx), caller_of(ctx), id).await?) })
    }
}
