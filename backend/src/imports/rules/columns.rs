//! The columns of each kind of file, and how the names in a file's first line are matched to them.

use verbund_shared::{
    error::ErrorCode,
    limits::{LINE_MAX, NAME_MAX, TEXT_MAX},
    operation_states::ImportKind,
    terms::TermKind,
};

use super::{
    file::FileProblem,
    words::{self, WordList},
};

/// What stands in a column's cells.
#[derive(Debug, Clone, Copy)]
pub enum Cell {
    /// A word that names the row: small letters, digits, `_`, `-` and `.`.
    Key,
    /// One line of at most so many characters.
    Line(usize),
    /// Lines of at most so many characters.
    Text(usize),
    /// An e-mail address.
    Email,
    /// A web address.
    Url,
    /// A phone number.
    Phone,
    /// A day.
    Day,
    /// A word of a closed list.
    Word(WordList),
    /// Terms of a kind, by key or name, separated by `|`.
    Terms(TermKind),
    /// An organisation, by key or name.
    Organisation,
}

/// A column.
#[derive(Debug, Clone, Copy)]
pub struct Column {
    /// Its name.
    pub name: &'static str,
    /// Other names for it, as [`fold_name`] makes them.
    pub aliases: &'static [&'static str],
    /// Whether it must be there and each of its cells filled.
    pub needed: bool,
    /// What stands in it.
    pub cell: Cell,
}

const fn needed(name: &'static str, aliases: &'static [&'static str], cell: Cell) -> Column {
    Column { name, aliases, needed: true, cell }
}

const fn column(name: &'static str, aliases: &'static [&'static str], cell: Cell) -> Column {
    Column { name, aliases, needed: false, cell }
}

/// The columns of a kind of file.
pub const fn columns(kind: ImportKind) -> &'static [Column] {
    match kind {
        ImportKind::Organisations => ORGANISATIONS,
        ImportKind::People => PEOPLE,
        ImportKind::Offers => OFFERS,
    }
}

const ORGANISATIONS: &[Column] = &[
    needed("key", &["schluessel", "kennung", "id"], Cell::Key),
    needed("name", &["organisation", "bezeichnung"], Cell::Line(NAME_MAX)),
    column("short_name", &["kurzname", "abkuerzung", "kuerzel"], Cell::Line(40)),
    needed("kind", &["art", "typ", "type"], Cell::Word(words::organisation_kind)),
    needed(
        "purpose_de",
        &["zweck", "zweckde", "beschreibung", "purpose", "description"],
        Cell::Text(TEXT_MAX),
    ),
    column("purpose_en", &["zweckenglisch", "zwecken", "beschreibungenglisch"], Cell::Text(TEXT_MAX)),
    column("website", &["webseite", "internet", "homepage", "url"], Cell::Url),
    column("email", &["emailadresse", "mail"], Cell::Email),
    column("phone", &["telefon", "tel", "telefonnummer"], Cell::Phone),
    column("street", &["strasse", "anschrift", "address"], Cell::Line(LINE_MAX)),
    column("postal_code", &["plz", "postleitzahl", "zip", "postcode"], Cell::Line(10)),
    column("city", &["ort", "stadt", "town"], Cell::Line(LINE_MAX)),
    column("districts", &["landkreise", "kreise", "regionen", "region"], Cell::Terms(TermKind::District)),
    column("topics", &["themen", "thema"], Cell::Terms(TermKind::Topic)),
    column("languages", &["sprachen", "sprache"], Cell::Terms(TermKind::Language)),
    column("target_groups", &["zielgruppen", "zielgruppe"], Cell::Terms(TermKind::TargetGroup)),
    column("member_since", &["mitgliedseit", "beitritt"], Cell::Day),
    column("member_until", &["mitgliedbis", "austritt"], Cell::Day),
    column(
        "membership_state",
        &["mitgliedschaft", "mitgliedsstatus", "status"],
        Cell::Word(words::membership_state),
    ),
    column("contact_name", &["ansprechperson", "ansprechpartner", "kontakt"], Cell::Line(NAME_MAX)),
    column("contact_function", &["funktion", "kontaktfunktion"], Cell::Line(LINE_MAX)),
    column("contact_email", &["kontaktemail", "kontaktmail"], Cell::Email),
    column("contact_phone", &["kontakttelefon"], Cell::Phone),
    column("contact_public", &["kontaktoeffentlich", "einwilligung"], Cell::Word(words::yes_no)),
];

const PEOPLE: &[Column] = &[
    needed("email", &["emailadresse", "mail"], Cell::Email),
    needed("given_name", &["vorname", "firstname"], Cell::Line(LINE_MAX)),
    needed("family_name", &["nachname", "familienname", "lastname", "surname"], Cell::Line(LINE_MAX)),
    column("organisation_key", &["organisation", "organisationsschluessel", "mitglied"], Cell::Organisation),
    column("role", &["rolle"], Cell::Word(words::affiliation_role)),
    column("from", &["von", "ab", "seit", "since"], Cell::Day),
    column("until", &["bis", "to"], Cell::Day),
    column("network_role", &["netzwerkrolle", "rolleimnetzwerk"], Cell::Word(words::network_role)),
    column("locale", &["sprache", "language"], Cell::Word(words::locale)),
];

const OFFERS: &[Column] = &[
    needed("key", &["schluessel", "kennung", "id"], Cell::Key),
    needed("organisation_key", &["organisation", "organisationsschluessel", "mitglied"], Cell::Organisation),
    needed("title_de", &["titel", "titelde", "title", "angebot"], Cell::Line(NAME_MAX)),
    column("title_en", &["titelenglisch", "titelen"], Cell::Line(NAME_MAX)),
    needed(
        "summary_de",
        &["beschreibung", "beschreibungde", "kurzbeschreibung", "summary", "description"],
        Cell::Text(TEXT_MAX),
    ),
    column("summary_en", &["beschreibungenglisch", "beschreibungen"], Cell::Text(TEXT_MAX)),
    needed("form", &["art", "angebotsform"], Cell::Word(words::offer_form)),
    needed("cost", &["kosten", "preis"], Cell::Word(words::offer_cost)),
    column("cost_note_de", &["kostenhinweis", "kostenhinweisde"], Cell::Line(NAME_MAX * 2)),
    column("cost_note_en", &["kostenhinweisenglisch", "kostenhinweisen"], Cell::Line(NAME_MAX * 2)),
    column("target_groups", &["zielgruppen", "zielgruppe"], Cell::Terms(TermKind::TargetGroup)),
    column("topics", &["themen", "thema"], Cell::Terms(TermKind::Topic)),
    column("districts", &["landkreise", "kreise", "regionen", "region"], Cell::Terms(TermKind::District)),
    column("languages", &["sprachen", "sprache"], Cell::Terms(TermKind::Language)),
    column("url", &["webseite", "website", "internet", "link"], Cell::Url),
    column("contact_name", &["ansprechperson", "ansprechpartner", "kontakt"], Cell::Line(LINE_MAX)),
    column("contact_email", &["kontaktemail", "kontaktmail", "email"], Cell::Email),
    column("contact_phone", &["kontakttelefon", "telefon", "phone"], Cell::Phone),
    column("valid_from", &["gueltigab", "gueltigvon", "beginn"], Cell::Day),
    column("valid_until", &["gueltigbis", "ende"], Cell::Day),
    column("checked_on", &["geprueftam", "stand"], Cell::Day),
    column("state", &["status", "zustand"], Cell::Word(words::offer_state)),
];

/// A column's name without what people write differently: case, spaces, umlauts, marks.
pub fn fold_name(name: &str) -> String {
    let mut folded = String::new();
    for c in name.trim().to_lowercase().chars() {
        match c {
            'ä' => folded.push_str("ae"),
            'ö' => folded.push_str("oe"),
            'ü' => folded.push_str("ue"),
            'ß' => folded.push_str("ss"),
            c if c.is_alphanumeric() => folded.push(c),
            _ => {}
        }
    }
    folded
}

/// Which column each place of the first line is.
pub fn match_header(kind: ImportKind, header: &[String]) -> Result<Vec<&'static Column>, FileProblem> {
    let mut found: Vec<&'static Column> = Vec::with_capacity(header.len());
    for name in header {
        let folded = fold_name(name);
        let column = columns(kind)
            .iter()
            .find(|column| fold_name(column.name) == folded || column.aliases.contains(&folded.as_str()))
            .ok_or_else(|| FileProblem::with(ErrorCode::ColumnUnknown, "column", shorten(name)))?;
        if found.iter().any(|other| other.name == column.name) {
            return Err(FileProblem::with(ErrorCode::Duplicate, "column", shorten(name)));
        }
        found.push(column);
    }
    match columns(kind)
        .iter()
        .find(|column| column.needed && !found.iter().any(|one| one.name == column.name))
    {
        Some(missing) => Err(FileProblem::with(ErrorCode::ColumnMissing, "column", missing.name)),
        None => Ok(found),
    }
}

fn shorten(name: &str) -> String {
    name.chars().filter(|c| !c.is_control()).take(60).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(kind: ImportKind, header: &str, expected: Result<&[&str], (ErrorCode, &str)>) {
        let header: Vec<String> = header.split(';').map(str::to_owned).collect();
        let found = match_header(kind, &header);
        match (found, expected) {
            (Ok(found), Ok(expected)) => {
                assert_eq!(found.iter().map(|column| column.name).collect::<Vec<_>>(), expected);
            }
            (Err(problem), Err((code, column))) => {
                assert_eq!((problem.code, problem.params["column"].as_str()), (code, Some(column)));
            }
            (found, expected) => panic!("{found:?} is not {expected:?}"),
        }
    }

    #[test]
    fn columns_are_known_in_both_languages() {
        let people = ["email", "given_name", "family_name", "role"];
        check(ImportKind::People, "email;given_name;family_name;role", Ok(&people));
        check(ImportKind::People, " E-Mail ;VORNAME;Nachname;Rolle", Ok(&people));
        check(ImportKind::People, "E-Mail-Adresse;first name;Surname;role", Ok(&people));
        check(ImportKind::People, "email;given_name", Err((ErrorCode::ColumnMissing, "family_name")));
        check(ImportKind::People, "email;Schuhgröße", Err((ErrorCode::ColumnUnknown, "Schuhgröße")));
        check(ImportKind::People, "email;Mail", Err((ErrorCode::Duplicate, "Mail")));
    }

    #[test]
    fn no_name_means_two_columns() {
        for kind in ImportKind::ALL {
            let mut names = Vec::new();
            for column in columns(*kind) {
                names.push(fold_name(column.name));
                names.extend(column.aliases.iter().map(|alias| (*alias).to_owned()));
            }
            let all = names.len();
            names.sort();
            names.dedup();
            assert_eq!(names.len(), all, "{kind:?}");
            assert!(names.iter().all(|name| fold_name(name) == *name), "{kind:?}");
        }
    }
}
