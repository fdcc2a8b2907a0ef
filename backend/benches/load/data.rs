//! Organisations and offers made by a seeded generator: as many as no network has, alike in every
//! run, with words, terms and dates spread as in life.

use chrono::{DateTime, Days, NaiveDate, Utc};
use sea_orm::ConnectionTrait as _;
use uuid::Uuid;
use verbund::db::{Db, Transaction};

use super::{Outcome, insert::Insert, random::Random};

pub(crate) const TOPICS: &[&str] = &[
    "language",
    "recognition",
    "recruiting",
    "training",
    "residence_law",
    "subsidies",
    "arriving_living",
    "intercultural_opening",
    "family",
    "anti_discrimination",
    "entrepreneurship",
];
pub(crate) const TARGET_GROUPS: &[&str] = &[
    "companies",
    "job_seekers",
    "small_companies",
    "refugees",
    "apprentices",
    "families",
    "students",
    "advisers",
];
pub(crate) const DISTRICTS: &[&str] = &[
    "halle",
    "magdeburg",
    "harz",
    "saalekreis",
    "boerde",
    "salzlandkreis",
    "anhalt_bitterfeld",
    "burgenlandkreis",
    "wittenberg",
    "stendal",
    "mansfeld_suedharz",
    "jerichower_land",
    "altmarkkreis_salzwedel",
    "dessau_rosslau",
];
pub(crate) const LANGUAGES: &[&str] = &[
    "de", "en", "ar", "uk", "ru", "fa", "tr", "fr", "es", "pl", "ro", "vi", "ku", "pt", "bg", "ti", "so",
    "hi",
];
/// First parts of compounds.
const STEMS: &[&str] = &[
    "Sprach",
    "Berufs",
    "Förder",
    "Fachkräfte",
    "Pflege",
    "Ausbildungs",
    "Integrations",
    "Anerkennungs",
    "Arbeits",
    "Migrations",
    "Familien",
    "Wohn",
    "Betriebs",
    "Gründungs",
    "Bildungs",
    "Einwanderungs",
    "Aufenthalts",
    "Handwerks",
    "Schul",
    "Kinder",
    "Gesundheits",
    "Technik",
    "Büro",
    "Köche",
    "Straßenbau",
    "Begegnungs",
    "Nachbarschafts",
    "Kultur",
];
/// Last parts of compounds, and words of their own.
const TAILS: &[&str] = &[
    "kurs",
    "beratung",
    "begleitung",
    "vermittlung",
    "werkstatt",
    "sprechstunde",
    "lotse",
    "programm",
    "projekt",
    "zuschuss",
    "netzwerk",
    "treff",
    "training",
    "prüfung",
    "hilfe",
    "messe",
    "fonds",
    "portal",
    "stelle",
    "runde",
];
/// Words people search for.
pub(crate) const WORDS: &[&str] = &[
    "Sprachkurs",
    "Beratung",
    "Anerkennung",
    "Förderung",
    "Fachkräfte",
    "Ausbildung",
    "Pflege",
    "Wohnung",
    "Begleitung",
    "Aufenthalt",
    "Praktikum",
    "Zuschuss",
    "Bewerbung",
    "Kita",
    "Gründung",
    "Deutsch",
    "Prüfung",
    "Betrieb",
    "Übersetzung",
    "Straßenbau",
    "Köchin",
    "Nachbarschaft",
    "Handwerk",
    "Integrationskurs",
    "Einwanderung",
    "Abendkurs",
];
const FILLERS: &[&str] = &[
    "Wir",
    "helfen",
    "Ihnen",
    "bei",
    "allen",
    "Schritten",
    "und",
    "sprechen",
    "mit",
    "den",
    "Behörden",
    "der",
    "Termin",
    "ist",
    "kostenlos",
    "Bitte",
    "bringen",
    "Sie",
    "Unterlagen",
    "mit",
    "auch",
    "online",
    "am",
    "Abend",
    "für",
    "kleine",
    "Unternehmen",
    "neue",
    "Beschäftigte",
    "in",
    "Ihrer",
    "Nähe",
    "erste",
    "Wochen",
    "vor",
    "Ort",
    "persönlich",
];

/// Fills an empty, migrated database; gives the organisations that were made.
pub(crate) async fn fill(db: &Db, organisations: usize, offers: usize, seed: u64) -> Outcome<Vec<Uuid>> {
    let mut random = Random::new(seed);
    let now = Utc::now();
    let tx = db.begin().await?;
    tx.execute_unprepared("DELETE FROM offers").await?;
    tx.execute_unprepared("DELETE FROM organisations").await?;
    tx.execute_unprepared("DELETE FROM terms").await?;
    let terms = fill_terms(&tx, &mut random).await?;
    let members = fill_organisations(&tx, &mut random, &terms, organisations, now).await?;
    fill_offers(&tx, &mut random, &terms, &members, offers, now).await?;
    tx.execute_unprepared("UPDATE directory_sequence SET value = value + 1").await?;
    tx.commit().await?;
    Ok(members)
}

/// The keys of the terms: topics, target groups, districts, languages.
struct Terms([Vec<Uuid>; 4]);

async fn fill_terms(tx: &Transaction, random: &mut Random) -> Outcome<Terms> {
    let mut insert = Insert::new("terms", &["id", "kind", "key", "name_de", "name_en", "position"]);
    let kinds = [
        ("topic", TOPICS),
        ("target_group", TARGET_GROUPS),
        ("district", DISTRICTS),
        ("language", LANGUAGES),
    ];
    let mut all = Vec::new();
    for (kind, keys) in kinds {
        let mut ids = Vec::new();
        for (position, key) in keys.iter().enumerate() {
            let id = random.uuid();
            let position = i32::try_from(position)?;
            insert.row(vec![
                id.into(),
                kind.into(),
                (*key).into(),
                (*key).into(),
                (*key).into(),
                position.into(),
            ]);
            ids.push(id);
        }
        all.push(ids);
    }
    insert.send(tx).await?;
    Ok(Terms(all.try_into().map_err(|_| "four kinds of terms")?))
}

async fn fill_organisations(
    tx: &Transaction,
    random: &mut Random,
    terms: &Terms,
    count: usize,
    now: DateTime<Utc>,
) -> Outcome<Vec<Uuid>> {
    let columns = [
        "id",
        "name",
        "name_key",
        "kind",
        "city",
        "purpose_de",
        "purpose_en",
        "statewide",
        "created_at",
        "updated_at",
        "changed_seq",
    ];
    let mut rows = Insert::new("organisations", &columns);
    let mut links = Insert::new("organisation_terms", &["organisation_id", "term_id"]);
    let mut memberships =
        Insert::new("memberships", &["id", "organisation_id", "state", "from_day", "reason", "created_at"]);
    let kinds =
        ["association", "education_provider", "company", "authority", "project", "chamber", "university"];
    let mut ids = Vec::with_capacity(count);
    for number in 0..count {
        let id = random.uuid();
        ids.push(id);
        let name = format!("{} {number}", compound(random));
        let key = verbund::directory::fold::fold(&name);
        let statewide = random.percent(10);
        rows.row(vec![
            id.into(),
            name.into(),
            key.into(),
            (*random.pick(&kinds)).into(),
            "Halle".into(),
            text(random, 30).into(),
            "".into(),
            statewide.into(),
            now.into(),
            now.into(),
            1i64.into(),
        ]);
        for term in some_terms(random, terms, statewide) {
            links.row(vec![id.into(), term.into()]);
        }
        let from = now.date_naive() - Days::new(random.below(3_000) as u64 + 1);
        memberships.row(vec![
            random.uuid().into(),
            id.into(),
            "active".into(),
            from.into(),
            "".into(),
            now.into(),
        ]);
        if rows.is_full() {
            for insert in [&mut rows, &mut links, &mut memberships] {
                insert.send(tx).await?;
            }
        }
    }
    for insert in [&mut rows, &mut links, &mut memberships] {
        insert.send(tx).await?;
    }
    Ok(ids)
}

async fn fill_offers(
    tx: &Transaction,
    random: &mut Random,
    terms: &Terms,
    members: &[Uuid],
    count: usize,
    now: DateTime<Utc>,
) -> Outcome<()> {
    let columns = [
        "id",
        "organisation_id",
        "title_de",
        "title_en",
        "summary_de",
        "summary_en",
        "form",
        "cost",
        "statewide",
        "state",
        "contact_email",
        "checked_on",
        "check_again_by",
        "created_at",
        "updated_at",
        "changed_seq",
    ];
    let mut rows = Insert::new("offers", &columns);
    let mut links = Insert::new("offer_terms", &["offer_id", "term_id"]);
    let forms = ["advice", "course", "accompaniment", "placement", "event", "information", "funding"];
    let costs = ["free", "depends", "paid"];
    for _ in 0..count {
        let id = random.uuid();
        let statewide = random.percent(15);
        let checked: NaiveDate = now.date_naive() - Days::new(random.below(250) as u64);
        let english = if random.percent(33) { text(random, 40) } else { String::new() };
        rows.row(vec![
            id.into(),
            members[random.below(members.len())].into(),
            format!("{} {}", compound(random), text(random, 3)).into(),
            "".into(),
            text(random, 50).into(),
            english.into(),
            (*random.pick(&forms)).into(),
            (*random.pick(&costs)).into(),
            statewide.into(),
            (if random.percent(92) { "published" } else { "draft" }).into(),
            "kontakt@verein.example".into(),
            checked.into(),
            (checked + Days::new(180)).into(),
            now.into(),
            now.into(),
            1i64.into(),
        ]);
        for term in some_terms(random, terms, statewide) {
            links.row(vec![id.into(), term.into()]);
        }
        if rows.is_full() {
            rows.send(tx).await?;
            links.send(tx).await?;
        }
    }
    rows.send(tx).await?;
    links.send(tx).await
}

/// A few terms of each kind; no districts for what is statewide.
fn some_terms(random: &mut Random, Terms(kinds): &Terms, statewide: bool) -> Vec<Uuid> {
    let mut some = Vec::new();
    for (kind, ids) in kinds.iter().enumerate() {
        if kind == 2 && statewide {
            continue;
        }
        for _ in 0..=random.below(3) {
            some.push(*random.pick(ids));
        }
    }
    some.sort_unstable();
    some.dedup();
    some
}

pub(crate) fn compound(random: &mut Random) -> String {
    format!("{}{}", random.pick(STEMS), random.pick(TAILS))
}

pub(crate) fn text(random: &mut Random, words: usize) -> String {
    let mut text = String::new();
    for _ in 0..words {
        match random.below(4) {
            0 => text.push_str(&compound(random)),
            1 => text += *random.pick(WORDS),
            _ => text += *random.pick(FILLERS),
        }
        text.push(' ');
    }
    text.truncate(text.trim_end().len());
    text
}
