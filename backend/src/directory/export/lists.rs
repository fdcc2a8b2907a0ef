//! The lists of the directory as CSV, with what is chosen on their pages.

use std::{collections::HashMap, sync::Arc};

use futures::Stream;
use uuid::Uuid;
use verbund_shared::{
    directory::Selection,
    id::{OfferId, OrganisationId},
    limits::SEARCH_MAX,
    locale::Locale,
    terms::TermKind,
};

use crate::{
    app::App,
    directory::{
        search::Filter,
        service::{self, List},
    },
    error::ServiceResult,
    export::{dashed, label, language, phone, pick, table, text},
    network::store::TermRow,
    offers, organisations,
};

/// Entries that are read and written at once, so that a long list needs little memory.
const CHUNK: usize = 200;
/// Between several values in one cell.
const VALUES: &str = ", ";

/// What an export is asked for: the selection of the page it is taken from, and the language.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ListQuery {
    filter: Filter,
    locale: Locale,
}

impl ListQuery {
    /// Reads the parameters of the address: the page's own, and `lang`.
    pub fn read(parameters: &[(String, String)], default: Locale) -> Self {
        let pairs = || parameters.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        let mut selection = Selection::read(pairs());
        selection.text = selection.text.chars().take(SEARCH_MAX).collect();
        Self { filter: Filter { selection, organisation: None }, locale: language(parameters, default) }
    }
}

/// A list as a CSV file, in pieces.
pub async fn list_as_csv(
    app: &App,
    list: List,
    query: ListQuery,
) -> ServiceResult<impl Stream<Item = ServiceResult<Vec<u8>>> + Send + 'static> {
    let found = service::search(app, list, &query.filter).await?;
    let (app, locale, grace) = (app.clone(), query.locale, found.grace);
    let heads: &[&str] = match list {
        List::Offers => &OFFER_HEADS,
        List::Members => &MEMBER_HEADS,
    };
    let ids: Arc<[Uuid]> = found.all().into();
    table(heads.iter().map(|key| label(locale, key)).collect(), move |start: Option<usize>| {
        let (app, ids, start) = (app.clone(), ids.clone(), start.unwrap_or(0));
        async move {
            let end = ids.len().min(start + CHUNK);
            let rows = match list {
                List::Offers => offer_rows(&app, &ids[start..end], grace, locale).await?,
                List::Members => member_rows(&app, &ids[start..end], locale).await?,
            };
            Ok((rows, (end < ids.len()).then_some(end)))
        }
    })
}

const OFFER_HEADS: [&str; 18] = [
    "offers-title-label",
    "offers-summary-label",
    "offers-organisation",
    "offers-form",
    "offers-cost",
    "offers-cost-note",
    "directory-facet-target-group",
    "directory-facet-topic",
    "directory-facet-district",
    "directory-facet-language",
    "offers-contact-name",
    "offers-contact-email",
    "offers-contact-phone",
    "offers-url",
    "offers-valid-from",
    "offers-valid-until",
    "offers-checked-on",
    "directory-export-link",
];

async fn offer_rows(
    app: &App,
    ids: &[Uuid],
    grace: chrono::Days,
    locale: Locale,
) -> ServiceResult<Vec<Vec<String>>> {
    let offers = offers::service::offers_in_order(app, ids, grace).await?;
    let terms = grouped(offers::service::terms_of_offers(app, ids).await?);
    let organisations: Vec<Uuid> = offers.iter().map(|offer| offer.row.organisation_id).collect();
    let names: HashMap<Uuid, String> = organisations::service::organisations_by_id(app, &organisations)
        .await?
        .into_iter()
        .map(|row| (row.id, row.name))
        .collect();
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    let row = |offer: offers::service::OfferView| {
        let row = offer.row;
        let terms = terms.get(&row.id).map(Vec::as_slice).unwrap_or_default();
        vec![
            text(pick(locale, &row.title_de, &row.title_en)),
            text(pick(locale, &row.summary_de, &row.summary_en)),
            text(names.get(&row.organisation_id).map(String::as_str).unwrap_or_default()),
            label(locale, &format!("offers-form-{}", dashed(row.form.as_str()))),
            label(locale, &format!("offers-cost-{}", dashed(row.cost.as_str()))),
            text(pick(locale, &row.cost_note_de, &row.cost_note_en)),
            named(terms, TermKind::TargetGroup, locale),
            named(terms, TermKind::Topic, locale),
            districts(terms, row.statewide, locale),
            named(terms, TermKind::Language, locale),
            text(&row.contact_name),
            text(&row.contact_email),
            phone(&row.contact_phone),
            text(&row.url),
            day(row.valid_from),
            day(row.valid_until),
            row.checked_on.to_string(),
            format!("{}/angebote/{}", app.config().public_url, OfferId(row.id)),
        ]
    };
    Ok(offers.into_iter().map(row).collect())
}

const MEMBER_HEADS: [&str; 15] = [
    "directory-export-name",
    "directory-export-short-name",
    "directory-facet-kind",
    "directory-export-purpose",
    "directory-facet-topic",
    "directory-facet-target-group",
    "directory-facet-district",
    "directory-facet-language",
    "directory-export-website",
    "directory-export-email",
    "directory-export-phone",
    "directory-export-street",
    "directory-export-postal-code",
    "directory-export-city",
    "directory-export-link",
];

async fn member_rows(app: &App, ids: &[Uuid], locale: Locale) -> ServiceResult<Vec<Vec<String>>> {
    let mut rows = organisations::service::organisations_by_id(app, ids).await?;
    rows.sort_by_key(|row| ids.iter().position(|id| *id == row.id));
    let terms = grouped(organisations::service::terms_of(app, ids).await?);
    let row = |row: organisations::store::OrganisationRow| {
        let terms = terms.get(&row.id).map(Vec::as_slice).unwrap_or_default();
        vec![
            text(&row.name),
            text(&row.short_name),
            label(locale, &format!("directory-kind-{}", dashed(row.kind.as_str()))),
            text(pick(locale, &row.purpose_de, &row.purpose_en)),
            named(terms, TermKind::Topic, locale),
            named(terms, TermKind::TargetGroup, locale),
            districts(terms, row.statewide, locale),
            named(terms, TermKind::Language, locale),
            text(&row.website),
            text(&row.email),
            phone(&row.phone),
            text(&row.street),
            text(&row.postal_code),
            text(&row.city),
            format!("{}/mitglieder/{}", app.config().public_url, OrganisationId(row.id)),
        ]
    };
    Ok(rows.into_iter().map(row).collect())
}

fn named(terms: &[TermRow], kind: TermKind, locale: Locale) -> String {
    let of_kind = terms.iter().filter(|term| term.kind == kind);
    let names: Vec<&str> = of_kind.map(|term| pick(locale, &term.name_de, &term.name_en)).collect();
    text(&names.join(VALUES))
}

fn districts(terms: &[TermRow], statewide: bool, locale: Locale) -> String {
    if statewide { label(locale, "directory-statewide") } else { named(terms, TermKind::District, locale) }
}

fn grouped(rows: Vec<(Uuid, TermRow)>) -> HashMap<Uuid, Vec<TermRow>> {
    let mut groups: HashMap<Uuid, Vec<TermRow>> = HashMap::new();
    for (id, term) in rows {
        groups.entry(id).or_default().push(term);
    }
    groups
}
