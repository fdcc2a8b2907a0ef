//! What a search must find, and in which order: one set of cases for the whole directory.

use chrono::NaiveDate;
use uuid::Uuid;
use verbund_shared::{
    directory::{DirectoryFacet, Selection},
    terms::TermKind,
};

use super::{
    bits::Bits,
    collection::{Collection, Document},
    search::{Filter, Found, search},
    values::{DirectoryTerm, Values},
};

const FACETS: &[DirectoryFacet] = &[DirectoryFacet::Topic, DirectoryFacet::District];

/// Title, text, day of the check, topic, district ("" is statewide).
const OFFERS: &[(&str, &str, &str, &str, &str)] = &[
    ("Sprachkurs am Abend", "Deutsch für den Beruf, Niveau B1.", "2026-02-01", "language", "harz"),
    ("Berufssprachkurs Pflege", "Deutsch auf Station.", "2026-02-10", "language", "halle"),
    ("Kurs für Ausbildende", "Ein Sprachkurs ersetzt keine Anleitung.", "2026-02-20", "training", ""),
    ("Beratung zu Förderung", "Zuschüsse für Betriebe und Fachkräfte.", "2026-01-05", "subsidies", ""),
    ("Straßenfest der Kulturen", "Große Begegnung in Köthen.", "2026-01-06", "arriving", "harz"),
    ("Begleitung von Neuzugewanderten", "Wohnung, Kita, Ämter.", "2026-01-07", "arriving", "halle"),
];

fn terms() -> Vec<DirectoryTerm> {
    let term = |number: u128, kind, key: &str, name_de: &str, position| DirectoryTerm {
        id: Uuid::from_u128(number),
        kind,
        key: key.to_owned(),
        name_de: name_de.to_owned(),
        name_en: String::new(),
        position,
        archived: false,
        tile: None,
    };
    vec![
        term(1, TermKind::Topic, "language", "Sprache", 1),
        term(2, TermKind::Topic, "training", "Ausbildung und Qualifizierung", 2),
        term(3, TermKind::Topic, "subsidies", "Förderung und Zuschüsse", 3),
        term(4, TermKind::Topic, "arriving", "Ankommen und Wohnen", 4),
        term(5, TermKind::District, "harz", "Harz", 1),
        term(6, TermKind::District, "halle", "Halle (Saale)", 2),
    ]
}

fn offers() -> (Collection, Values) {
    let mut values = Values::new();
    values.set_terms(terms());
    let mut offers = Collection::default();
    for (number, (title, text, day, topic, district)) in OFFERS.iter().enumerate() {
        let keys = [*topic, *district];
        let terms = terms().into_iter().filter(|term| keys.contains(&term.key.as_str())).map(|term| term.id);
        offers.put(
            Document {
                id: Uuid::from_u128(100 + number as u128),
                titles: vec![(*title).to_owned()],
                texts: vec![(*text).to_owned()],
                terms: terms.collect(),
                statewide: district.is_empty(),
                day: Some(day.parse::<NaiveDate>().expect("a day")),
                periods: vec![(None, None)],
                ..Document::default()
            },
            &values,
        );
    }
    offers.settle(&values);
    (offers, values)
}

fn find(filter: &Filter) -> (Vec<&'static str>, Found) {
    let (offers, values) = offers();
    let found = search(&offers, &values, &Bits::all(offers.len()), FACETS, filter);
    let titles = found.page(&offers, None, usize::MAX).into_iter().map(|(_, number)| OFFERS[number].0);
    (titles.collect(), found)
}

fn text_only(text: &str) -> Filter {
    Filter { selection: Selection::default().with_text(text), organisation: None }
}

/// Searches a text and compares the titles' first words, and what was searched for instead.
fn check(text: &str, expected: &[&str], corrected: Option<&str>) {
    let (titles, found) = find(&text_only(text));
    let first_words: Vec<_> =
        titles.iter().map(|title| title.split(' ').next().unwrap_or_default()).collect();
    assert_eq!(first_words, expected, "{text}");
    assert_eq!(found.corrected.as_deref(), corrected, "{text}");
}

#[test]
fn without_a_text_those_confirmed_last_come_first() {
    check("", &["Kurs", "Berufssprachkurs", "Sprachkurs", "Begleitung", "Straßenfest", "Beratung"], None);
    check(" - ,", &["Kurs", "Berufssprachkurs", "Sprachkurs", "Begleitung", "Straßenfest", "Beratung"], None);
}

#[test]
fn title_start_comes_before_title_word_before_title_part_before_text() {
    check("Sprachkurs", &["Sprachkurs", "Berufssprachkurs", "Kurs"], None);
    check("kurs", &["Kurs", "Berufssprachkurs", "Sprachkurs"], None);
}

#[test]
fn capitals_umlauts_and_sharp_s_make_no_difference() {
    for text in ["Förderung", "FÖRDERUNG", "Forderung", "Foerderung", "förderung", "Fo\u{308}rderung"] {
        check(text, &["Beratung"], None);
    }
    for text in ["Straße", "strasse", "STRASSE"] {
        check(text, &["Straßenfest"], None);
    }
    check("grosse Koethen", &["Straßenfest"], None);
    check("Fachkraefte", &["Beratung"], None);
}

#[test]
fn parts_and_other_forms_of_words_are_found() {
    check("sprach", &["Sprachkurs", "Berufssprachkurs", "Kurs"], None);
    check("Sprachkurse", &["Berufssprachkurs", "Sprachkurs", "Kurs"], None);
    check("Spräche", &["Sprachkurs", "Kurs", "Berufssprachkurs"], None);
    check("zugewandert", &["Begleitung"], None);
    check("b1", &["Sprachkurs"], None);
}

#[test]
fn names_of_terms_are_found_too() {
    check("Wohnen", &["Begleitung", "Straßenfest"], None);
    // A district's name finds what is statewide too.
    check("Halle Sprache", &["Kurs", "Berufssprachkurs"], None);
}

#[test]
fn all_words_must_be_found() {
    check("Sprachkurs Pflege", &["Berufssprachkurs"], None);
    check("Sprachkurs Köthen", &[], None);
}

#[test]
fn a_mistyped_word_is_corrected_and_said_so() {
    check("Sprachkrus", &["Sprachkurs", "Berufssprachkurs", "Kurs"], Some("Sprachkurs"));
    check("Begleitnug Wohnung", &["Begleitung"], Some("Begleitung Wohnung"));
    check("Foerdrung", &["Beratung"], Some("Förderung"));
    check("Qqqqqqqq", &[], None);
    check("xyz", &[], None);
}

fn chosen(filters: &[(DirectoryFacet, &[&str])]) -> Filter {
    let keys = |keys: &[&str]| keys.iter().map(|key| (*key).to_owned()).collect();
    let chosen = filters.iter().map(|(facet, all)| (*facet, keys(all))).collect();
    Filter { selection: Selection { text: String::new(), chosen }, organisation: None }
}

fn counts(found: &Found, facet: DirectoryFacet) -> Vec<(usize, bool)> {
    let (_, counts) = found.facets.iter().find(|(other, _)| *other == facet).expect("a facet of the list");
    counts.iter().map(|counted| (counted.count, counted.selected)).collect()
}

#[test]
fn values_of_a_facet_widen_and_facets_narrow() {
    use DirectoryFacet::{District, Topic};
    let (titles, found) = find(&chosen(&[(Topic, &["language", "arriving"]), (District, &["harz"])]));
    assert_eq!(titles, ["Sprachkurs am Abend", "Straßenfest der Kulturen"]);
    // Each facet's counts have the other facets' choices applied, not its own.
    assert_eq!(counts(&found, Topic), [(1, true), (1, false), (1, false), (1, true)]);
    assert_eq!(counts(&found, District), [(2, true), (2, false)]);
}

#[test]
fn what_is_statewide_is_in_each_district() {
    let (titles, found) = find(&chosen(&[(DirectoryFacet::District, &["halle"])]));
    assert_eq!(
        titles,
        [
            "Kurs für Ausbildende",
            "Berufssprachkurs Pflege",
            "Begleitung von Neuzugewanderten",
            "Beratung zu Förderung"
        ]
    );
    assert_eq!(counts(&found, DirectoryFacet::District), [(4, false), (4, true)]);
}

#[test]
fn an_unknown_value_is_passed_over() {
    let (titles, _) = find(&chosen(&[(DirectoryFacet::Topic, &["nothing"])]));
    assert_eq!(titles.len(), OFFERS.len());
}

#[test]
fn pages_follow_each_other_without_gap_or_repetition() {
    let (offers, values) = offers();
    for text in ["", "kurs", "e"] {
        let filter = text_only(text);
        let found = search(&offers, &values, &Bits::all(offers.len()), FACETS, &filter);
        let all: Vec<_> = found.page(&offers, None, usize::MAX);
        let mut paged = Vec::new();
        while let page = found.page(&offers, paged.last().map(|(key, _)| key), 2)
            && !page.is_empty()
        {
            paged.extend(page);
        }
        assert_eq!(paged, all, "{text}");
    }
}
