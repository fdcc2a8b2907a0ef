//! Rows of offers.

use chrono::NaiveDate;
use verbund_shared::{
    error::ErrorCode,
    offers::{OfferCost, OfferForm, OfferState},
    operation_states::ImportHint,
    terms::TermKind,
    values::FieldCheck,
};

use super::{
    cells::{Known, Note, STATEWIDE},
    plan::{PlannedRow, Snapshot, compare},
};
use crate::{
    network::rules::Bilingual,
    offers::rules::{OfferText, check_for_public},
};

/// The key of an offer that no import has made: `organisation|title`.
pub fn name_key(organisation: &str, title: &str) -> String {
    format!("{organisation}|{title}")
}

/// Plans a row.
pub fn plan_row(mut row: PlannedRow, known: &Known, snapshot: &Snapshot) -> PlannedRow {
    row.key = row.cell("key").to_owned();
    row.label = row.cell("title_de").to_owned();
    let by_key = snapshot.by_key.get(&row.key);
    let existing = by_key
        .or_else(|| snapshot.by_name.get(&name_key(row.cell("organisation_key"), row.cell("title_de"))));
    let owner = row.cell("organisation_key").to_owned();
    compare(&mut row, existing, |column, from, to| match column {
        "key" | "organisation_key" => true,
        // A check made here since then stays.
        "checked_on" => to.is_empty() || to < from,
        "state" => to.is_empty(),
        _ => false,
    });
    match existing {
        Some(existing) => {
            if by_key.is_none() {
                row.note(Note::hint("key", ImportHint::MatchedByName));
            }
            if !owner.is_empty()
                && existing.cells.get("organisation_key").is_some_and(|there| *there != owner)
            {
                row.note(Note::hint("organisation_key", ImportHint::OtherOrganisation));
            }
        }
        None => {
            let today = known.today.to_string();
            for (column, default) in [("state", OfferState::Draft.as_str()), ("checked_on", today.as_str())] {
                if row.cell(column).is_empty() {
                    row.cells.insert(column.to_owned(), default.to_owned());
                }
            }
        }
    }
    check_whole(&mut row, known);
    row
}

fn check_whole(row: &mut PlannedRow, known: &Known) {
    let (from, until) = (row.cell("valid_from"), row.cell("valid_until"));
    if !from.is_empty() && !until.is_empty() && until < from {
        row.note(Note::error("valid_until", ErrorCode::DateOrder));
    }
    if row.cell("checked_on") > known.today.to_string().as_str() {
        row.note(Note::error("checked_on", ErrorCode::InvalidDate));
    }
    if row.cell("state") == OfferState::Published.as_str() && !row.notes.iter().any(|note| note.error) {
        let mut check = FieldCheck::new();
        check_for_public(&text_of(row), &kinds_of(row), &mut check);
        for error in check.into_errors() {
            let column = match error.field.as_str() {
                "targetGroups" => "target_groups",
                "contactEmail" => "contact_email",
                field => field,
            };
            row.notes.push(Note::error(column, error.code));
        }
    }
}

fn kinds_of(row: &PlannedRow) -> Vec<TermKind> {
    let columns = [
        (TermKind::Topic, "topics"),
        (TermKind::TargetGroup, "target_groups"),
        (TermKind::District, "districts"),
        (TermKind::Language, "languages"),
    ];
    columns
        .into_iter()
        .filter(|(_, column)| row.cell(column).split('|').any(|key| !key.is_empty() && key != STATEWIDE))
        .map(|(kind, _)| kind)
        .collect()
}

/// The offer that a row describes, without its terms; the cells are checked.
pub fn text_of(row: &PlannedRow) -> OfferText {
    let text = |column: &str| row.cell(column).to_owned();
    let both = |name: &str| Bilingual { de: text(&format!("{name}_de")), en: text(&format!("{name}_en")) };
    let day = |column: &str| row.cell(column).parse::<NaiveDate>().ok();
    OfferText {
        title: both("title"),
        summary: both("summary"),
        form: OfferForm::parse(row.cell("form")).unwrap_or(OfferForm::Information),
        cost: OfferCost::parse(row.cell("cost")).unwrap_or(OfferCost::Depends),
        cost_note: both("cost_note"),
        statewide: row.cell("districts").split('|').any(|key| key == STATEWIDE),
        url: text("url"),
        contact_name: text("contact_name"),
        contact_email: text("contact_email"),
        contact_phone: text("contact_phone"),
        valid_from: day("valid_from"),
        valid_until: day("valid_until"),
        terms: Vec::new(),
    }
}

/// The state that a row describes.
pub fn state_of(row: &PlannedRow) -> OfferState {
    OfferState::parse(row.cell("state")).unwrap_or(OfferState::Draft)
}

/// The day on which it was checked.
pub fn checked_on(row: &PlannedRow, today: NaiveDate) -> NaiveDate {
    row.cell("checked_on").parse().unwrap_or(today)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::imports::rules::{
        cells::Cells,
        file::read_table,
        plan::{Existing, plan},
    };
    use uuid::Uuid;
    use verbund_shared::operation_states::{ImportKind, RowOutcome};

    fn check(
        header: &str,
        line: &str,
        existing: Option<&[(&str, &str)]>,
        outcome: RowOutcome,
        codes: &[&str],
    ) {
        let known = Known {
            today: NaiveDate::from_ymd_opt(2026, 3, 2).unwrap_or_default(),
            organisations: [("a".to_owned(), Uuid::from_u128(1)), ("b".to_owned(), Uuid::from_u128(2))]
                .into(),
            terms: [
                ((TermKind::Topic, "sprache".to_owned()), "language".to_owned()),
                ((TermKind::TargetGroup, "betriebe".to_owned()), "companies".to_owned()),
            ]
            .into(),
            ..Known::default()
        };
        let mut snapshot = Snapshot::default();
        if let Some(cells) = existing {
            let cells: Cells = cells.iter().map(|(c, v)| ((*c).to_owned(), (*v).to_owned())).collect();
            snapshot.by_key.insert("o".to_owned(), Existing { id: Uuid::from_u128(9), version: 1, cells });
        }
        let text = format!("key;organisation_key;title_de;summary_de;form;cost{header}\n{line}");
        let rows = plan(ImportKind::Offers, &read_table(&text).unwrap(), &known, &snapshot).unwrap();
        let found: Vec<_> =
            rows[0].notes.iter().map(|note| format!("{} {}", note.column, note.code)).collect();
        assert_eq!(
            (rows[0].outcome(), found),
            (outcome, codes.iter().map(|c| (*c).to_owned()).collect()),
            "{line}"
        );
    }

    #[test]
    fn drafts_need_little_and_published_offers_more() {
        use RowOutcome::{Error, New};
        check("", "o;a;Titel;Text;Kurs;kostenlos", None, New, &[]);
        check(
            ";state",
            "o;a;Titel;Text;Kurs;kostenlos;published",
            None,
            Error,
            &["topics REQUIRED", "target_groups REQUIRED", "districts REQUIRED", "contact_email REQUIRED"],
        );
        check(
            ";state;topics;target_groups;districts;url",
            "o;a;Titel;Text;Kurs;kostenlos;published;Sprache;Betriebe;landesweit;x.example",
            None,
            New,
            &[],
        );
        check(
            ";valid_from;valid_until",
            "o;a;T;T;Kurs;kostenlos;2.1.2026;1.1.2026",
            None,
            Error,
            &["valid_until DATE_ORDER"],
        );
        check(";checked_on", "o;a;T;T;Kurs;kostenlos;2026-03-03", None, Error, &["checked_on INVALID_DATE"]);
        check("", "o;x;T;T;Kurs;kostenlos", None, Error, &["organisation_key UNKNOWN_REFERENCE"]);
    }

    #[test]
    fn what_is_there_is_compared() {
        use RowOutcome::{Changed, Error, Unchanged};
        let a = Uuid::from_u128(1).to_string();
        let there: &[(&str, &str)] = &[
            ("key", "o"),
            ("organisation_key", &a),
            ("title_de", "T"),
            ("summary_de", "S"),
            ("form", "course"),
            ("cost", "free"),
            ("checked_on", "2026-02-01"),
            ("state", "draft"),
            ("url", ""),
        ];
        let check = |header: &str, line: &str, outcome, codes: &[&str]| {
            check(header, line, Some(there), outcome, codes)
        };
        check("", "o;a;T;S;Kurs;kostenlos", Unchanged, &[]);
        check("", "o;a;T;S neu;Kurs;kostenlos", Changed, &[]);
        check(";url", "o;a;T;S;Kurs;kostenlos;", Unchanged, &[]);
        check(";checked_on", "o;a;T;S;Kurs;kostenlos;2026-01-01", Unchanged, &[]);
        check(";checked_on", "o;a;T;S;Kurs;kostenlos;2026-02-15", Changed, &[]);
        check("", "o;b;T;S;Kurs;kostenlos", Error, &["organisation_key OTHER_ORGANISATION"]);
    }
}
