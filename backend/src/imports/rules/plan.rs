//! What would be done with each row: compared with what is there.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use uuid::Uuid;
use verbund_shared::operation_states::{ImportKind, RowOutcome};

use super::{
    cells::{Cells, Known, Note, read_cell},
    columns::match_header,
    file::{FileProblem, Table},
    offers, organisations, people,
};

/// A thing that is there already.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Existing {
    /// Its row in the database.
    pub id: Uuid,
    /// Its version, where it has one: a change since then is noticed.
    pub version: i32,
    /// What it says, in the columns of the file.
    pub cells: Cells,
}

/// Everything there is of a kind.
#[derive(Debug, Clone, Default)]
pub struct Snapshot {
    /// By the key that rows are matched by.
    pub by_key: BTreeMap<String, Existing>,
    /// By a name, for things that have no key.
    pub by_name: BTreeMap<String, Existing>,
}

/// What would be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Act {
    /// Made.
    Make,
    /// Changed.
    Change,
    /// Nothing.
    Leave,
}

/// One difference.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// The column.
    pub column: String,
    /// What is there.
    pub from: String,
    /// What would be there.
    pub to: String,
}

/// A row of a file with what would be done.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PlannedRow {
    /// The line of the file.
    pub line: i32,
    /// The key that it is matched by.
    pub key: String,
    /// What people know it by.
    pub label: String,
    /// What would be done.
    pub act: Act,
    /// To what, where it is there.
    pub id: Option<Uuid>,
    /// In which version it was compared.
    pub version: i32,
    /// All that would be written, what the file does not say taken from what is there.
    pub cells: Cells,
    /// What differs.
    pub changes: Vec<Change>,
    /// What is to say about it.
    pub notes: Vec<Note>,
}

impl PlannedRow {
    /// How the row is shown and counted.
    pub fn outcome(&self) -> RowOutcome {
        if self.notes.iter().any(|note| note.error) {
            return RowOutcome::Error;
        }
        match self.act {
            Act::Leave => RowOutcome::Unchanged,
            _ if !self.notes.is_empty() => RowOutcome::Warning,
            Act::Make => RowOutcome::New,
            Act::Change => RowOutcome::Changed,
        }
    }

    /// Whether anything would be written.
    pub fn writes(&self) -> bool {
        self.act != Act::Leave && self.outcome() != RowOutcome::Error
    }

    /// A cell; empty when there is none.
    pub fn cell(&self, column: &str) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }

    /// Adds a note.
    pub fn note(&mut self, note: Note) {
        self.notes.push(note);
    }
}

/// Plans a whole file.
pub fn plan(
    kind: ImportKind,
    table: &Table,
    known: &Known,
    snapshot: &Snapshot,
) -> Result<Vec<PlannedRow>, FileProblem> {
    let header = match_header(kind, &table.header)?;
    let mut earlier: BTreeMap<String, i32> = BTreeMap::new();
    let mut rows = Vec::with_capacity(table.rows.len());
    for (line, texts) in &table.rows {
        let mut notes = Vec::new();
        let mut cells = Cells::new();
        for (place, column) in header.iter().enumerate() {
            let text = texts.get(place).map_or("", String::as_str);
            cells.insert(column.name.to_owned(), read_cell(column, text, known, &mut notes));
        }
        let row = PlannedRow {
            line: *line,
            key: String::new(),
            label: String::new(),
            act: Act::Leave,
            id: None,
            version: 0,
            cells,
            changes: Vec::new(),
            notes,
        };
        rows.push(match kind {
            ImportKind::Organisations => organisations::plan_row(row, known, snapshot),
            ImportKind::People => people::plan_row(row, known, snapshot),
            ImportKind::Offers => offers::plan_row(row, known, snapshot),
        });
    }
    for row in &mut rows {
        if let Some(first) = earlier.get(&row.key) {
            let note = Note::error("", verbund_shared::error::ErrorCode::Duplicate).with("line", *first);
            row.notes.push(note);
        } else if !row.key.is_empty() {
            earlier.insert(row.key.clone(), row.line);
        }
    }
    if kind == ImportKind::People {
        people::find_contradictions(&mut rows);
    }
    Ok(rows)
}

/// Compares a row with what is there: `keep` names columns in which what is there stays.
/// What the file does not say is taken over, so that the row is complete afterwards.
pub fn compare(row: &mut PlannedRow, existing: Option<&Existing>, keep: impl Fn(&str, &str, &str) -> bool) {
    let Some(existing) = existing else {
        row.act = Act::Make;
        return;
    };
    row.id = Some(existing.id);
    row.version = existing.version;
    for (column, from) in &existing.cells {
        let to = row.cells.get(column).cloned();
        match to {
            Some(to) if to != *from && !keep(column, from, &to) => {
                row.changes.push(Change { column: column.clone(), from: from.clone(), to });
            }
            _ => {
                row.cells.insert(column.clone(), from.clone());
            }
        }
    }
    row.act = if row.changes.is_empty() { Act::Leave } else { Act::Change };
}

/// A mark of a plan: the same file against the same data gives the same.
pub fn fingerprint(rows: &[PlannedRow]) -> String {
    let mut digest = Sha256::new();
    for row in rows {
        // A map with ordered keys, so that the text is the same each time.
        digest.update(serde_json::to_vec(row).unwrap_or_default());
        digest.update(b"\n");
    }
    hex::encode(digest.finalize())
}
