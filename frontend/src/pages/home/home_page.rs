//! Who the network is: what it does, where it helps, how it works, how to join.

use std::sync::Arc;

use crate::state::address::use_navigate;
use leptos::prelude::*;
use verbund_shared::{
    directory::DirectoryFacet,
    operations::{DirectoryGlance, NetworkProfile, directory_glance, network_profile},
};

use crate::{
    api::{Query, use_query},
    components::{
        ButtonKind, ButtonLink, IconName, Localized, Prose, SearchField, SectionHeading, TextLink, Tile,
        TileMap, pick,
    },
    i18n::{number, t, text_with},
    pages::support::show_page,
    routes::{Route, query},
    state::focus,
};

type Profile = network_profile::NetworkProfileNetwork;
type Glance = Query<directory_glance::ResponseData>;

/// The start page.
#[component]
pub fn HomePage() -> AnyView {
    let profile = use_query::<NetworkProfile>(|| network_profile::Variables {});
    let glance = use_query::<DirectoryGlance>(|| directory_glance::Variables {});
    show_page(profile, move |data| whole(data, glance))
}

fn whole(data: Arc<network_profile::ResponseData>, glance: Glance) -> AnyView {
    let profile = &data.network;
    view! {
        <section class="hero">
            {welcome(profile, glance)}
            <div class="hero-map">{map(glance)}</div>
        </section>
        <section class="home-part">
            <SectionHeading title=t("home-topics")/>
            {topics(glance)}
        </section>
        {newest(glance)}
        <section class="home-part home-about">
            <SectionHeading title=t("home-purpose")/>
            <Prose de=profile.purpose.de.clone() en=profile.purpose.en.clone()/>
        </section>
        <section class="home-part">
            <SectionHeading title=t("home-principles")/>
            {principles(profile.principles.de.clone(), profile.principles.en.clone())}
        </section>
        <section class="join-band">
            <h2>{t("home-join-title")}</h2>
            <p>{t("home-join-text")}</p>
            <ButtonLink kind=ButtonKind::Primary icon=IconName::Handshake href=Route::Apply.href()>
                {t("home-join-action")}
            </ButtonLink>
        </section>
    }
    .into_any()
}

/// The first paragraph of the welcome is the headline, the rest stands below it.
fn welcome(profile: &Profile, glance: Glance) -> AnyView {
    let name = profile.name.clone();
    let short_name = profile.short_name.clone();
    let (de, en) = (profile.welcome.de.clone(), profile.welcome.en.clone());
    let parts = Signal::derive(move || {
        let (text, lang) = pick(&de, &en);
        let (first, rest) = text.trim().split_once("\n\n").unwrap_or((text.trim(), ""));
        (first.to_owned(), rest.trim().to_owned(), lang)
    });
    let heading = NodeRef::<leptos::html::H1>::new();
    heading.on_load(|element| focus::give_to_heading(&element));
    document().set_title(&short_name);
    let navigate = use_navigate();
    let search = move |words: String| {
        if !words.is_empty() {
            navigate(&Route::Offers.href_with(&[(query::WORDS, &words)]), Default::default());
        }
    };
    view! {
        <div class="hero-words">
            <p class="hero-name">{name}</p>
            <h1 class="hero-title" tabindex="-1" lang=move || parts.get().2 node_ref=heading>
                {move || headline(&parts.read().0)}
            </h1>
            <p class="hero-lead" lang=move || parts.get().2>{move || parts.get().1}</p>
            <SearchField
                label=t("home-search")
                placeholder=t("home-search-example")
                value=Signal::stored(String::new())
                on_search=search
            />
            <p class="hero-glance">{move || in_numbers(glance)}</p>
        </div>
    }
    .into_any()
}

/// Each sentence of a headline has a line of its own.
fn headline(text: &str) -> Vec<AnyView> {
    text.split_inclusive(". ")
        .map(|sentence| view! { <span>{sentence.to_owned()}</span> }.into_any())
        .collect()
}

/// How much there is, in a sentence; the place is kept until it is known.
fn in_numbers(glance: Glance) -> String {
    glance.data().map_or_else(String::new, |data| {
        let (offers, members) = (data.offers.total_count, data.members.total_count);
        text_with("home-glance", &[("offers", offers.into()), ("members", members.into())])
    })
}

/// The values of a facet, each with the address of its offers.
fn values(glance: Glance, facet: DirectoryFacet) -> Vec<(directory_glance::FacetPartsValues, String)> {
    let Some(data) = glance.data() else { return Vec::new() };
    let found = data.offers.facets.iter().find(|candidate| candidate.kind == facet);
    let values = found.map(|facet| facet.values.clone()).unwrap_or_default();
    values
        .into_iter()
        .map(|value| {
            let href = Route::Offers.href_with(&[(facet.parameter(), &value.key)]);
            (value, href)
        })
        .collect()
}

fn name_of(value: &directory_glance::FacetPartsValues) -> String {
    value.name.as_ref().map(|name| pick(&name.de, &name.en).0).unwrap_or_default()
}

/// The districts with a place on the map, each leading to its offers.
fn map(glance: Glance) -> AnyView {
    let tiles = Signal::derive(move || {
        let values = values(glance, DirectoryFacet::District).into_iter();
        values
            .filter_map(|(value, href)| {
                Some(Tile {
                    name: name_of(&value),
                    x: value.tile_x?,
                    y: value.tile_y?,
                    count: Some(value.count),
                    href,
                    current: false,
                })
            })
            .collect::<Vec<_>>()
    });
    view! {
        <h2 class="hero-map-title">{t("home-map")}</h2>
        <TileMap label=t("home-map") tiles/>
    }
    .into_any()
}

/// The topics, each leading to its offers.
fn topics(glance: Glance) -> AnyView {
    let items = move || {
        let values = values(glance, DirectoryFacet::Topic).into_iter();
        let list: Vec<AnyView> = values
            .map(|(value, href)| {
                let name = name_of(&value);
                view! { <li><a href=href>{name}</a> <span class="numeric muted">{number(value.count)}</span></li> }
                    .into_any()
            })
            .collect();
        list
    };
    view! { <ul class="topics">{items}</ul> }.into_any()
}

/// The offers that were confirmed last.
fn newest(glance: Glance) -> AnyView {
    (move || {
        let data = glance.data()?;
        let list: Vec<AnyView> = data
            .offers
            .edges
            .iter()
            .map(|edge| {
                let offer = &edge.node;
                let title = view! { <Localized de=offer.title.de.clone() en=offer.title.en.clone()/> };
                let href = Route::Offer(offer.id.clone()).href();
                let member = Route::Member(offer.organisation.id.clone()).href();
                view! {
                    <li class="entry">
                        <h3 class="entry-title"><a href=href>{title}</a></h3>
                        <p class="entry-meta"><a href=member>{offer.organisation.name.clone()}</a></p>
                    </li>
                }
                .into_any()
            })
            .collect();
        (!list.is_empty()).then(|| {
            view! {
                <section class="home-part">
                    <SectionHeading title=t("home-newest")>
                        <TextLink href=Route::Offers.href()>{t("home-all-offers")}</TextLink>
                    </SectionHeading>
                    <ul class="entries newest">{list}</ul>
                </section>
            }
            .into_any()
        })
    })
    .into_any()
}

/// Each paragraph is a principle; its first sentence is the short form.
fn principles(de: String, en: String) -> AnyView {
    let items = move || {
        let (text, lang) = pick(&de, &en);
        let list: Vec<AnyView> = text
            .replace("\r\n", "\n")
            .split("\n\n")
            .filter(|paragraph| !paragraph.trim().is_empty())
            .map(|paragraph| {
                let (short, rest) = paragraph.trim().split_once(". ").unwrap_or((paragraph.trim(), ""));
                let short = if rest.is_empty() { short.to_owned() } else { format!("{short}.") };
                view! { <li lang=lang><strong>{short}</strong> <span>{rest.to_owned()}</span></li> }
                    .into_any()
            })
            .collect();
        list
    };
    view! { <ul class="principles">{items}</ul> }.into_any()
}
