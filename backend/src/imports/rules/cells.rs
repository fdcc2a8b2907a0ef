//! From a cell's text to the one spelling in which it is compared and written.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use verbund_shared::{
    error::{ErrorCode, FieldError, Params},
    operation_states::ImportHint,
    terms::TermKind,
    values::FieldCheck,
};

use super::columns::{Cell, Column, fold_name};

/// The cells of a row by their columns, in the one spelling.
pub type Cells = BTreeMap<String, String>;

/// The word that stands for all districts.
pub const STATEWIDE: &str = "statewide";

/// What is to say about a row.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Note {
    /// An [`ErrorCode`] or, in capitals, an [`ImportHint`].
    pub code: String,
    /// The column; empty for the whole row.
    pub column: String,
    /// What belongs into the sentence.
    #[serde(default)]
    pub params: Params,
    /// Whether the row cannot be written because of it.
    pub error: bool,
}

impl Note {
    /// An error in a column.
    pub fn error(column: &str, code: ErrorCode) -> Self {
        Self { code: code.as_str().to_owned(), column: column.to_owned(), params: Params::new(), error: true }
    }

    /// A hint.
    pub fn hint(column: &str, hint: ImportHint) -> Self {
        Self {
            code: hint.as_str().to_uppercase(),
            column: column.to_owned(),
            params: Params::new(),
            error: hint.is_error(),
        }
    }

    /// Adds a parameter.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<serde_json::Value>) -> Self {
        self.params.insert(name.to_owned(), value.into());
        self
    }

    fn of_field(column: &str, error: FieldError) -> Self {
        Self { params: error.params, ..Self::error(column, error.code) }
    }
}

/// What cells may refer to, and the day on which they are read.
#[derive(Debug, Clone, Default)]
pub struct Known {
    /// Terms by kind and folded key or name; the key is what is written.
    pub terms: BTreeMap<(TermKind, String), String>,
    /// Organisations by import key, id or folded name.
    pub organisations: BTreeMap<String, Uuid>,
    /// The network's day.
    pub today: NaiveDate,
    /// Whether days may be relative to today (`-30d`), as in the demonstration's files.
    pub relative_days: bool,
}

/// Reads a cell; what is wrong with it is added to the notes.
pub fn read_cell(column: &Column, text: &str, known: &Known, notes: &mut Vec<Note>) -> String {
    let name = column.name;
    if text.is_empty() {
        if column.needed {
            notes.push(Note::error(name, ErrorCode::Required));
        }
        return String::new();
    }
    let free_text = matches!(column.cell, Cell::Line(_) | Cell::Text(_) | Cell::Key);
    if free_text && text.starts_with(['=', '+', '-', '@']) {
        notes.push(Note::hint(name, ImportHint::Formula));
    }
    let mut check = FieldCheck::new();
    let value = match column.cell {
        Cell::Key => read_key(&mut check, text),
        Cell::Line(max) => check.line("", text, max),
        Cell::Text(max) => check.text("", text, max),
        Cell::Email => check.email("", text),
        Cell::Url => check.url("", text),
        Cell::Phone => check.phone("", text),
        Cell::Day => {
            one(&mut check, text, ErrorCode::InvalidDate, read_day(text, known).map(|day| day.to_string()))
        }
        Cell::Word(list) => one(&mut check, text, ErrorCode::InvalidValue, list(text).map(str::to_owned)),
        Cell::Terms(kind) => read_terms(&mut check, text, kind, known),
        Cell::Organisation => {
            let found = known.organisations.get(text).or_else(|| known.organisations.get(&fold_name(text)));
            one(&mut check, text, ErrorCode::UnknownReference, found.map(Uuid::to_string))
        }
    };
    notes.extend(check.into_errors().into_iter().map(|error| Note::of_field(name, error)));
    value
}

fn one(check: &mut FieldCheck, text: &str, code: ErrorCode, value: Option<String>) -> String {
    value.unwrap_or_else(|| {
        check.push(FieldError::new("", code).with("value", shorten(text)));
        String::new()
    })
}

fn read_key(check: &mut FieldCheck, text: &str) -> String {
    let key = check.line("", text, 80);
    if key.chars().any(|c| !(c.is_alphanumeric() || matches!(c, '_' | '-' | '.'))) {
        check.push(FieldError::new("", ErrorCode::InvalidCharacters));
    }
    key
}

fn read_terms(check: &mut FieldCheck, text: &str, kind: TermKind, known: &Known) -> String {
    let mut keys = Vec::new();
    for part in text.split('|').map(str::trim).filter(|part| !part.is_empty()) {
        let folded = fold_name(part);
        let statewide = kind == TermKind::District && ["statewide", "landesweit"].contains(&folded.as_str());
        match known.terms.get(&(kind, folded)) {
            _ if statewide => keys.push(STATEWIDE.to_owned()),
            Some(key) => keys.push(key.clone()),
            None => {
                check.push(FieldError::new("", ErrorCode::UnknownReference).with("value", shorten(part)));
            }
        }
    }
    join_terms(keys)
}

/// Terms in the one spelling.
pub fn join_terms(mut keys: Vec<String>) -> String {
    keys.sort_unstable();
    keys.dedup();
    keys.join("|")
}

fn read_day(text: &str, known: &Known) -> Option<NaiveDate> {
    if known.relative_days
        && let Some(days) = text.strip_suffix('d')
        && text.starts_with(['+', '-'])
    {
        let days: i64 = days.parse().ok()?;
        let distance = Days::new(days.unsigned_abs());
        return if days < 0 {
            known.today.checked_sub_days(distance)
        } else {
            known.today.checked_add_days(distance)
        };
    }
    let day =
        NaiveDate::parse_from_str(text, "%Y-%m-%d").or_else(|_| NaiveDate::parse_from_str(text, "%d.%m.%Y"));
    day.ok().filter(|day| (1000..=2999).contains(&chrono::Datelike::year(day)))
}

fn shorten(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).take(60).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::imports::rules::{columns::columns, words};
    use verbund_shared::operation_states::ImportKind;

    fn known() -> Known {
        let term = |kind, name: &str, key: &str| ((kind, name.to_owned()), key.to_owned());
        Known {
            terms: [
                term(TermKind::District, "halle", "halle"),
                term(TermKind::District, "hallesaale", "halle"),
                term(TermKind::District, "boerde", "boerde"),
            ]
            .into(),
            organisations: [
                ("verein_a".to_owned(), Uuid::from_u128(1)),
                ("vereina".to_owned(), Uuid::from_u128(1)),
            ]
            .into(),
            today: NaiveDate::from_ymd_opt(2026, 3, 2).unwrap_or_default(),
            relative_days: false,
        }
    }

    fn check(cell: Cell, text: &str, value: &str, codes: &[&str]) {
        let mut notes = Vec::new();
        let column = Column { name: "c", aliases: &[], needed: false, cell };
        let found = read_cell(&column, text, &known(), &mut notes);
        let found_codes: Vec<_> = notes.iter().map(|note| note.code.as_str()).collect();
        assert_eq!((found.as_str(), found_codes.as_slice()), (value, codes), "{text}");
    }

    #[test]
    fn cells_are_brought_into_one_spelling() {
        check(Cell::Day, "2024-03-01", "2024-03-01", &[]);
        check(Cell::Day, "1.3.2024", "2024-03-01", &[]);
        check(Cell::Day, "31.02.2024", "", &["INVALID_DATE"]);
        check(Cell::Day, "-30d", "", &["INVALID_DATE"]);
        check(Cell::Email, " A@B.example", "a@b.example", &[]);
        check(Cell::Url, "verein.example", "https://verein.example", &[]);
        check(Cell::Url, "javascript:alert(1)", "https://javascript:alert(1)", &["INVALID_URL"]);
        check(Cell::Phone, "+49 391 1234", "+49 391 1234", &[]);
        check(Cell::Word(words::yes_no), "Ja", "yes", &[]);
        check(Cell::Word(words::yes_no), "?", "", &["INVALID_VALUE"]);
        check(Cell::Terms(TermKind::District), "Halle (Saale) | Börde|halle", "boerde|halle", &[]);
        check(Cell::Terms(TermKind::District), "landesweit", STATEWIDE, &[]);
        check(Cell::Terms(TermKind::District), "Bayern|Halle", "halle", &["UNKNOWN_REFERENCE"]);
        check(Cell::Organisation, "Verein A", "00000000-0000-0000-0000-000000000001", &[]);
        check(Cell::Organisation, "verein_b", "", &["UNKNOWN_REFERENCE"]);
        check(Cell::Key, "a b", "a b", &["INVALID_CHARACTERS"]);
    }

    #[test]
    fn formulas_are_pointed_out_but_phone_numbers_are_not() {
        check(Cell::Line(200), "=HYPERLINK(\"x\")", "=HYPERLINK(\"x\")", &["FORMULA"]);
        check(Cell::Line(200), "@SUM(A1)", "@SUM(A1)", &["FORMULA"]);
        check(Cell::Text(200), "-1+1", "-1+1", &["FORMULA"]);
        check(Cell::Phone, "+49 391 1234", "+49 391 1234", &[]);
        check(Cell::Line(200), "A = B", "A = B", &[]);
    }

    #[test]
    fn empty_cells_of_needed_columns_are_errors() {
        let name = columns(ImportKind::Organisations).iter().find(|column| column.name == "name");
        let mut notes = Vec::new();
        read_cell(name.expect("there is a name"), "", &known(), &mut notes);
        assert_eq!(notes, [Note::error("name", ErrorCode::Required)]);
    }

    #[test]
    fn relative_days_are_for_the_demonstration() {
        let known = Known { relative_days: true, ..known() };
        assert_eq!(read_day("-1d", &known), NaiveDate::from_ymd_opt(2026, 3, 1));
        assert_eq!(read_day("+30d", &known), NaiveDate::from_ymd_opt(2026, 4, 1));
        assert_eq!(read_day("xd", &known), None);
    }
}
