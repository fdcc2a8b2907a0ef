//! Rows of organisations.

use chrono::{Days, NaiveDate};
use verbund_shared::{
    error::ErrorCode,
    operation_states::ImportHint,
    organisations::{MembershipState, OrganisationKind},
};

use super::{
    cells::{Known, Note},
    plan::{PlannedRow, Snapshot, compare},
};
use crate::{
    network::rules::Bilingual,
    organisations::rules::{
        names::fold,
        profile::{ContactValues, OrganisationProfile},
    },
};

const MEMBERSHIP: [&str; 3] = ["member_since", "member_until", "membership_state"];

/// Plans a row.
pub fn plan_row(mut row: PlannedRow, known: &Known, snapshot: &Snapshot) -> PlannedRow {
    row.key = row.cell("key").to_owned();
    row.label = row.cell("name").to_owned();
    let by_key = snapshot.by_key.get(&row.key);
    let by_name = || snapshot.by_name.get(&fold(&row.label));
    let (existing, by_its_name) = match by_key {
        Some(existing) => (Some(existing), false),
        None => (by_name(), true),
    };
    let no_contact = row.cell("contact_name").is_empty();
    let said: Vec<(String, String)> =
        MEMBERSHIP.iter().map(|column| ((*column).to_owned(), row.cell(column).to_owned())).collect();
    compare(&mut row, existing, |column, _, to| {
        MEMBERSHIP.contains(&column)
            || column == "key"
            || (column == "contact_public" && to.is_empty())
            || (column.starts_with("contact_") && no_contact)
    });
    match existing {
        None => check_new(&mut row, known),
        Some(existing) => {
            if by_its_name {
                row.note(Note::hint("key", ImportHint::MatchedByName));
            }
            let differs = said.iter().any(|(column, to)| {
                !to.is_empty() && existing.cells.get(column).is_some_and(|from| from != to)
            });
            if differs {
                row.note(Note::hint("membership_state", ImportHint::MembershipKept));
            }
        }
    }
    check_contact(&mut row);
    row
}

fn check_new(row: &mut PlannedRow, known: &Known) {
    let today = known.today.to_string();
    for (column, default) in [("member_since", today.as_str()), ("membership_state", "active")] {
        if row.cell(column).is_empty() {
            row.cells.insert(column.to_owned(), default.to_owned());
        }
    }
    let (since, until) = (row.cell("member_since").to_owned(), row.cell("member_until").to_owned());
    let ended = row.cell("membership_state") == MembershipState::Ended.as_str();
    if ended && until.is_empty() && !row.notes.iter().any(|note| note.column == "member_until") {
        row.note(Note::error("member_until", ErrorCode::Required));
    }
    // Days in this spelling compare as text.
    if !until.is_empty() && until < since {
        row.note(Note::error("member_until", ErrorCode::DateOrder));
    }
    if !until.is_empty() && (until < today) != ended {
        let said = row.cell("membership_state").to_owned();
        row.note(Note::error("membership_state", ErrorCode::InvalidValue).with("value", said));
    }
}

fn check_contact(row: &mut PlannedRow) {
    let filled = |column: &str| !row.cell(column).is_empty();
    let reachable = filled("contact_email") || filled("contact_phone");
    let (named, described) = (filled("contact_name"), filled("contact_function"));
    if !named && (reachable || described) {
        row.note(Note::error("contact_name", ErrorCode::Required));
    }
    if named && !reachable && !row.notes.iter().any(|note| note.error) {
        row.note(Note::error("contact_email", ErrorCode::Required));
    }
}

/// The profile that a row describes, its terms by key; the cells are checked.
pub fn profile_of(row: &PlannedRow) -> OrganisationProfile {
    let text = |column: &str| row.cell(column).to_owned();
    OrganisationProfile {
        name: text("name"),
        short_name: text("short_name"),
        kind: OrganisationKind::parse(row.cell("kind")).unwrap_or(OrganisationKind::Other),
        purpose: Bilingual { de: text("purpose_de"), en: text("purpose_en") },
        website: text("website"),
        email: text("email"),
        phone: text("phone"),
        street: text("street"),
        postal_code: text("postal_code"),
        city: text("city"),
        statewide: row.cell("districts").split('|').any(|key| key == super::cells::STATEWIDE),
        terms: Vec::new(),
    }
}

/// The contact that a row names.
pub fn contact_of(row: &PlannedRow, today: NaiveDate) -> Option<ContactValues> {
    let text = |column: &str| row.cell(column).to_owned();
    (!row.cell("contact_name").is_empty()).then(|| ContactValues {
        name: text("contact_name"),
        function: text("contact_function"),
        email: text("contact_email"),
        phone: text("contact_phone"),
        consented_on: (row.cell("contact_public") == "yes").then_some(today),
    })
}

/// A period of a membership: its state, first and last day.
pub type MembershipPeriod = (MembershipState, NaiveDate, Option<NaiveDate>);

/// The periods of the membership that a row describes. Since when a membership rests is not known
/// from a file, so it rests from today on.
pub fn membership_of(row: &PlannedRow, today: NaiveDate) -> Vec<MembershipPeriod> {
    let day = |column: &str| row.cell(column).parse::<NaiveDate>().ok();
    let since = day("member_since").unwrap_or(today);
    let until = day("member_until");
    let mut periods = match MembershipState::parse(row.cell("membership_state")) {
        Some(MembershipState::Suspended) if since < today => vec![
            (MembershipState::Active, since, today.checked_sub_days(Days::new(1))),
            (MembershipState::Suspended, today, until),
        ],
        Some(MembershipState::Suspended) => vec![(MembershipState::Suspended, since, until)],
        _ => vec![(MembershipState::Active, since, until)],
    };
    if let Some(after) = until.and_then(|until| until.checked_add_days(Days::new(1))) {
        periods.push((MembershipState::Ended, after, None));
    }
    periods
}

/// How a membership stands, in the columns of the file: since when, until when, in which state.
pub fn membership_cells(periods: &[MembershipPeriod], today: NaiveDate) -> [(String, String); 3] {
    let since = periods.first().map(|(_, from, _)| from.to_string()).unwrap_or_default();
    let until = periods
        .iter()
        .find(|(state, _, _)| *state == MembershipState::Ended)
        .and_then(|(_, from, _)| from.checked_sub_days(Days::new(1)))
        .map(|day| day.to_string())
        .unwrap_or_default();
    let state = periods
        .iter()
        .rev()
        .find(|(_, from, _)| *from <= today)
        .map(|(state, _, _)| state.as_str().to_owned())
        .unwrap_or_else(|| MembershipState::Active.as_str().to_owned());
    [(MEMBERSHIP[0].to_owned(), since), (MEMBERSHIP[1].to_owned(), until), (MEMBERSHIP[2].to_owned(), state)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::imports::rules::{
        file::read_table,
        plan::{Act, plan},
    };
    use verbund_shared::operation_states::{ImportKind, RowOutcome};

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 3, 2).unwrap_or_default()
    }

    fn check(cells: &str, outcome: RowOutcome, codes: &[&str]) {
        let text = format!(
            "key;name;kind;purpose_de;member_since;member_until;membership_state;contact_name;contact_email\n{cells}"
        );
        let known = Known { today: today(), ..Known::default() };
        let rows = plan(ImportKind::Organisations, &read_table(&text).unwrap(), &known, &Snapshot::default())
            .unwrap();
        let found: Vec<_> =
            rows[0].notes.iter().map(|note| format!("{} {}", note.column, note.code)).collect();
        assert_eq!(
            (rows[0].outcome(), found),
            (outcome, codes.iter().map(|c| (*c).to_owned()).collect()),
            "{cells}"
        );
    }

    #[test]
    fn new_organisations_need_a_sensible_membership() {
        check("a;A;verein;Zweck;;;;;", RowOutcome::New, &[]);
        check("a;A;verein;Zweck;2020-01-01;2024-12-31;beendet;;", RowOutcome::New, &[]);
        check("a;A;verein;Zweck;2020-01-01;;beendet;;", RowOutcome::Error, &["member_until REQUIRED"]);
        check(
            "a;A;verein;Zweck;2020-01-01;2024-12-31;aktiv;;",
            RowOutcome::Error,
            &["membership_state INVALID_VALUE"],
        );
        check(
            "a;A;verein;Zweck;2020-01-01;2019-12-31;beendet;;",
            RowOutcome::Error,
            &["member_until DATE_ORDER"],
        );
        check("a;A;verein;;;;;;", RowOutcome::Error, &["purpose_de REQUIRED"]);
        check("a;A;verein;Zweck;;;;;x@y.example", RowOutcome::Error, &["contact_name REQUIRED"]);
        check("a;A;verein;Zweck;;;;Eva;", RowOutcome::Error, &["contact_email REQUIRED"]);
        check("a;=A;verein;Zweck;;;;;", RowOutcome::Warning, &["name FORMULA"]);
    }

    #[test]
    fn the_same_key_twice_is_an_error() {
        let table = read_table("key;name;kind;purpose_de\na;A;verein;Z\na;B;verein;Z").unwrap();
        let known = Known { today: today(), ..Known::default() };
        let rows = plan(ImportKind::Organisations, &table, &known, &Snapshot::default()).unwrap();
        assert_eq!(rows[0].act, Act::Make);
        assert_eq!(
            (rows[1].notes[0].code.as_str(), &rows[1].notes[0].params["line"]),
            ("DUPLICATE", &2.into())
        );
    }

    #[test]
    fn a_membership_reads_back_as_it_was_written() {
        for cells in [
            ["2020-01-01", "", "active"],
            ["2020-01-01", "2024-12-31", "ended"],
            ["2020-01-01", "2026-12-31", "active"],
            ["2020-01-01", "", "suspended"],
            ["2026-03-02", "", "suspended"],
            ["2027-01-01", "", "active"],
        ] {
            let mut row = PlannedRow {
                line: 1,
                key: String::new(),
                label: String::new(),
                act: Act::Make,
                id: None,
                version: 0,
                cells: Default::default(),
                changes: vec![],
                notes: vec![],
            };
            for (column, value) in MEMBERSHIP.iter().zip(cells) {
                row.cells.insert((*column).to_owned(), value.to_owned());
            }
            let read = membership_cells(&membership_of(&row, today()), today());
            assert_eq!(read.map(|(_, value)| value), cells.map(str::to_owned));
        }
    }
}
