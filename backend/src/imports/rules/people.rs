//! Rows of people: one per role, so that a person may stand in several lines.

use std::collections::BTreeMap;

use verbund_shared::{error::ErrorCode, locale::Locale, operation_states::ImportHint};

use super::{
    cells::{Known, Note},
    plan::{Act, Change, Existing, PlannedRow, Snapshot, compare},
};

/// What belongs to the person and must be the same in each of their lines.
const PERSONAL: [&str; 3] = ["given_name", "family_name", "locale"];

/// The key of a person's role: `email|organisation|role`.
pub fn role_key(email: &str, organisation: &str, role: &str) -> String {
    format!("{email}|{organisation}|{role}")
}

/// Plans a row. What is there is found by address, organisation and role (`by_key`), the person
/// alone by address (`by_name`), a role in the network by address and role (`by_key`).
pub fn plan_row(mut row: PlannedRow, known: &Known, snapshot: &Snapshot) -> PlannedRow {
    let (email, organisation) = (row.cell("email").to_owned(), row.cell("organisation_key").to_owned());
    let (role, network_role) = (row.cell("role").to_owned(), row.cell("network_role").to_owned());
    row.key = format!("{}|{network_role}", role_key(&email, &organisation, &role));
    row.label = format!("{} {}", row.cell("given_name"), row.cell("family_name"));
    for (one, other) in [(&organisation, "role"), (&role, "organisation_key")] {
        let empty = row.cell(other).is_empty() && !row.notes.iter().any(|note| note.column == other);
        if !one.is_empty() && empty {
            row.note(Note::error(other, ErrorCode::Required));
        }
    }
    if row.cell("locale").is_empty() && !snapshot.by_name.contains_key(&email) {
        row.cells.insert("locale".to_owned(), Locale::De.as_str().to_owned());
    }
    let (from, until) = (row.cell("from").to_owned(), row.cell("until").to_owned());
    if !until.is_empty() && until < from {
        row.note(Note::error("until", ErrorCode::DateOrder));
    }

    let no_locale = row.cell("locale").is_empty();
    let person = snapshot.by_name.get(&email);
    compare(&mut row, person, |column, _, _| column == "locale" && no_locale);
    if !role.is_empty() {
        let held = snapshot.by_key.get(&role_key(&email, &organisation, &role));
        join_role(&mut row, held);
    }
    if !network_role.is_empty() {
        let held = snapshot.by_key.get(&role_key(&email, "", &network_role));
        match held {
            None => {
                row.act = if row.act == Act::Make { Act::Make } else { Act::Change };
                if row.id.is_some() {
                    row.changes.push(Change {
                        column: "network_role".to_owned(),
                        from: String::new(),
                        to: network_role,
                    });
                }
            }
            Some(held) if role.is_empty() => {
                let differs = |column: &str, said: &str| {
                    !said.is_empty() && held.cells.get(column).is_some_and(|there| there != said)
                };
                if differs("from", &from) || differs("until", &until) {
                    row.note(Note::hint("network_role", ImportHint::RoleDatesKept));
                }
            }
            Some(_) => {}
        }
    }
    if row.cell("from").is_empty() {
        row.cells.insert("from".to_owned(), known.today.to_string());
    }
    row
}

/// Adds to the plan what becomes of the role in the organisation.
fn join_role(row: &mut PlannedRow, held: Option<&Existing>) {
    let Some(held) = held else {
        if row.act != Act::Make {
            row.act = Act::Change;
            let to = row.cell("role").to_owned();
            row.changes.push(Change { column: "role".to_owned(), from: String::new(), to });
        }
        return;
    };
    for column in ["from", "until"] {
        let there = held.cells.get(column).cloned().unwrap_or_default();
        let said = row.cells.get(column).cloned();
        match said {
            Some(said) if said != there && !(column == "from" && said.is_empty()) => {
                row.act = Act::Change;
                row.changes.push(Change { column: column.to_owned(), from: there, to: said });
            }
            _ => {
                row.cells.insert(column.to_owned(), there);
            }
        }
    }
}

/// Marks lines that say something else about a person than an earlier line.
pub fn find_contradictions(rows: &mut [PlannedRow]) {
    let mut first: BTreeMap<String, (i32, [String; 3])> = BTreeMap::new();
    for row in rows {
        let email = row.cell("email").to_owned();
        let said = PERSONAL.map(|column| row.cell(column).to_owned());
        match first.get(&email) {
            Some((line, earlier)) if *earlier != said => {
                row.notes.push(Note::hint("", ImportHint::Contradicts).with("line", *line));
            }
            Some(_) => {}
            None => {
                first.insert(email, (row.line, said));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::imports::rules::{file::read_table, plan::plan};
    use chrono::NaiveDate;
    use uuid::Uuid;
    use verbund_shared::operation_states::{ImportKind, RowOutcome};

    fn cells(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
        pairs.iter().map(|(column, value)| ((*column).to_owned(), (*value).to_owned())).collect()
    }

    fn check(lines: &str, expected: &[(RowOutcome, &[&str])]) {
        let organisation = Uuid::from_u128(1);
        let known = Known {
            today: NaiveDate::from_ymd_opt(2026, 3, 2).unwrap_or_default(),
            organisations: [("a".to_owned(), organisation)].into(),
            ..Known::default()
        };
        let eva = Existing {
            id: Uuid::from_u128(2),
            version: 1,
            cells: cells(&[("given_name", "Eva"), ("family_name", "Groß"), ("locale", "de")]),
        };
        let role = Existing {
            id: Uuid::from_u128(3),
            version: 1,
            cells: cells(&[("from", "2020-01-01"), ("until", "")]),
        };
        let snapshot = Snapshot {
            by_key: [(role_key("eva@a.example", &organisation.to_string(), "staff"), role)].into(),
            by_name: [("eva@a.example".to_owned(), eva)].into(),
        };
        let text =
            format!("email;given_name;family_name;organisation_key;role;from;until;network_role\n{lines}");
        let rows = plan(ImportKind::People, &read_table(&text).unwrap(), &known, &snapshot).unwrap();
        let found: Vec<_> = rows
            .iter()
            .map(|row| {
                let codes: Vec<_> =
                    row.notes.iter().map(|note| format!("{} {}", note.column, note.code)).collect();
                (row.outcome(), codes)
            })
            .collect();
        let expected: Vec<_> = expected
            .iter()
            .map(|(outcome, codes)| {
                (*outcome, codes.iter().map(|code| (*code).to_owned()).collect::<Vec<_>>())
            })
            .collect();
        assert_eq!(found, expected, "{lines}");
    }

    #[test]
    fn people_are_found_by_address_and_roles_by_organisation() {
        use RowOutcome::{Changed, Error, New, Unchanged};
        check("eva@a.example;Eva;Groß;a;staff;2020-01-01;;", &[(Unchanged, &[])]);
        check("EVA@a.example;Eva;Groß;a;staff;;;", &[(Unchanged, &[])]);
        check("eva@a.example;Eva;Groß-Lehmann;a;staff;;;", &[(Changed, &[])]);
        check("eva@a.example;Eva;Groß;a;staff;2020-01-01;2026-12-31;", &[(Changed, &[])]);
        check("eva@a.example;Eva;Groß;a;deputy;;;", &[(Changed, &[])]);
        check("eva@a.example;Eva;Groß;;;;;coordinator", &[(Changed, &[])]);
        check("ida@a.example;Ida;Holz;a;staff;;;", &[(New, &[])]);
        check("ida@a.example;Ida;Holz;;;;;", &[(New, &[])]);
        check("ida@a.example;Ida;Holz;a;;;;", &[(Error, &["role REQUIRED"])]);
        check("ida@a.example;Ida;Holz;b;staff;;;", &[(Error, &["organisation_key UNKNOWN_REFERENCE"])]);
        check("ida@a.example;Ida;Holz;a;staff;2020-02-01;2020-01-01;", &[(Error, &["until DATE_ORDER"])]);
    }

    #[test]
    fn lines_of_one_person_must_agree() {
        use RowOutcome::{Error, New};
        check(
            "ida@a.example;Ida;Holz;a;staff;;;\nida@a.example;Ida;Holz;a;deputy;;;",
            &[(New, &[]), (New, &[])],
        );
        check(
            "ida@a.example;Ida;Holz;a;staff;;;\nida@a.example;Ida;Stein;a;deputy;;;",
            &[(New, &[]), (Error, &[" CONTRADICTS"])],
        );
        check(
            "ida@a.example;Ida;Holz;a;staff;;;\nida@a.example;Ida;Holz;a;staff;;;",
            &[(New, &[]), (Error, &[" DUPLICATE"])],
        );
    }
}
