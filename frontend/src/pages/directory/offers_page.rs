//! The list of offers with its filters.

use std::sync::Arc;

use leptos::prelude::*;
use verbund_shared::{
    directory::{DirectoryFacet, Selection},
    offers::{OfferCost, OfferForm, OfferFreshness},
    operations::{OffersPage as Operation, offers_page},
};

use super::{
    list_view::list_page,
    listing::{List, ListWords, Loaded, Loading},
    parts::{facets_from, form_icon, join_names, period, places},
};
use crate::{
    api::send,
    components::{Badge, Icon, IconName, Localized, Tone, pick},
    i18n::{day, t, text, text_with},
    routes::Route,
};

type Node = offers_page::OffersPageOffersEdgesNode;

const OFFERS: List = List {
    route: || Route::Offers,
    words: ListWords {
        title: "directory-offers-title",
        intro: "directory-offers-intro",
        search: "directory-offers-search",
        example: "directory-offers-example",
        count: "directory-offers-count",
        none: "directory-offers-none",
        map: "directory-offers-map",
        map_hint: "directory-map-hint",
        entries: "directory-offers-entries",
    },
    facets: &[
        DirectoryFacet::Topic,
        DirectoryFacet::District,
        DirectoryFacet::TargetGroup,
        DirectoryFacet::Language,
        DirectoryFacet::Form,
        DirectoryFacet::Cost,
    ],
    export: "/export/offers.csv",
    load,
};

/// The list of offers with its filters.
#[component]
pub fn OffersPage() -> AnyView {
    list_page(OFFERS)
}

fn load(selection: &Selection, first: i64, after: Option<String>) -> Loading {
    let keys = |facet| selection.of(facet).to_vec();
    let filter = offers_page::DirectoryFilter {
        text: selection.text.clone(),
        topics: keys(DirectoryFacet::Topic),
        districts: keys(DirectoryFacet::District),
        target_groups: keys(DirectoryFacet::TargetGroup),
        languages: keys(DirectoryFacet::Language),
        forms: selection.of(DirectoryFacet::Form).iter().filter_map(|key| OfferForm::parse(key)).collect(),
        costs: selection.of(DirectoryFacet::Cost).iter().filter_map(|key| OfferCost::parse(key)).collect(),
        kinds: Vec::new(),
        organisation_id: None,
    };
    let variables = offers_page::Variables { filter, first: Some(first), after };
    Box::pin(async move {
        let found = send::<Operation>(variables).await?.offers;
        let entry = |edge: offers_page::OffersPageOffersEdges| {
            let node = Arc::new(edge.node);
            (entry_id(&node.id), Arc::new(move || entry(&node)) as super::listing::Entry)
        };
        Ok(Loaded {
            total: found.total_count,
            corrected: found.corrected_text,
            facets: facets_from(found.facets),
            entries: found.edges.into_iter().map(entry).collect(),
            next: found.page_info.end_cursor.filter(|_| found.page_info.has_next_page),
        })
    })
}

/// The id of an entry's link in the page.
fn entry_id(id: &str) -> String {
    format!("entry-{id}")
}

fn entry(node: &Node) -> AnyView {
    let Node { id, title, summary, form, cost, statewide, freshness, checked_on, organisation, .. } =
        node.clone();
    let (from, until) = (node.valid_from.clone(), node.valid_until.clone());
    let dated = from.is_some() || until.is_some();
    let dates = move || period(from.as_deref(), until.as_deref());
    let href = Route::Offer(id.clone()).href();
    let (title_de, title_en) = (title.de, title.en);
    let heading_lang = {
        let (de, en) = (title_de.clone(), title_en.clone());
        move || pick(&de, &en).1
    };
    let heading = move || pick(&title_de, &title_en).0;
    let districts: Vec<_> =
        node.districts.iter().map(|term| (term.name.de.clone(), term.name.en.clone())).collect();
    let languages: Vec<_> =
        node.languages.iter().map(|term| (term.name.de.clone(), term.name.en.clone())).collect();
    let form_key = format!("offers-form-{}", form.as_str());
    let cost_key = format!("offers-cost-{}", cost.as_str());
    view! {
        <li class="entry offer-entry">
            <span class="entry-sign"><Icon name=form_icon(form)/></span>
            <div class="entry-body">
                <h3 class="entry-title">
                    <a href=href id=entry_id(&id) lang=heading_lang>{heading}</a>
                </h3>
                <p class="entry-by">{organisation.name}</p>
                <p class="entry-text"><Localized de=summary.de en=summary.en/></p>
                <ul class="entry-meta">
                    <li>{move || text(&form_key)}</li>
                    <li>{move || text(&cost_key)}</li>
                    {dated.then(|| view! { <li><Icon name=IconName::Calendar/> {dates}</li> })}
                    <li><Icon name=IconName::MapPin/> {move || places(statewide, &districts)}</li>
                    {(!languages.is_empty()).then(|| view! {
                        <li><Icon name=IconName::Languages/> {move || join_names(&languages)}</li>
                    })}
                    <li>{checked(freshness, checked_on)}</li>
                </ul>
            </div>
        </li>
    }
    .into_any()
}

/// How fresh it is: a word where it waits, else the day of the check.
fn checked(freshness: OfferFreshness, checked_on: String) -> AnyView {
    if freshness == OfferFreshness::Overdue {
        return view! { <Badge tone=Tone::Waiting>{t("offers-freshness-overdue")}</Badge> }.into_any();
    }
    let words = move || text_with("offers-checked", &[("day", day(&checked_on).into())]);
    view! { <Icon name=IconName::BadgeCheck/> {words} }.into_any()
}
