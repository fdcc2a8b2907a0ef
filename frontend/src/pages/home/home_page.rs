//! Who the network is: what it does, where it helps, how it works, how to join.

use std::sync::Arc;

use leptos::prelude::*;
use leptos_router::hooks::use_navigate;
use verbund_shared::{
    operations::{NetworkProfile, Terms, network_profile, terms},
    terms::TermKind,
};

use crate::{
    api::{Query, use_query},
    components::{
        ButtonKind, ButtonLink, IconName, Prose, SearchField, SectionHeading, SkeletonShape, Tile, TileMap,
        pick,
    },
    i18n::t,
    pages::support::show,
    routes::{Route, query},
    state::focus,
};

type Profile = network_profile::NetworkProfileNetwork;

/// The start page.
#[component]
pub fn HomePage() -> AnyView {
    let profile = use_query::<NetworkProfile>(|| network_profile::Variables {});
    let terms = use_query::<Terms>(|| terms::Variables { archived_too: false });
    show(profile, SkeletonShape::Page, move |data| whole(data, terms))
}

fn whole(data: Arc<network_profile::ResponseData>, terms: Query<terms::ResponseData>) -> AnyView {
    let profile = &data.network;
    view! {
        <section class="hero">
            {welcome(profile)}
            <div class="hero-map">{map(terms)}</div>
        </section>
        <section class="home-part">
            <SectionHeading title=t("home-topics")/>
            {topics(terms)}
        </section>
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
fn welcome(profile: &Profile) -> AnyView {
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

/// The districts with a place on the map, each leading to its offers.
fn map(query: Query<terms::ResponseData>) -> AnyView {
    let tiles = Signal::derive(move || {
        let Some(data) = query.data() else { return Vec::new() };
        let terms = data.terms.iter().filter(|term| term.kind == TermKind::District);
        terms
            .filter_map(|term| {
                Some(Tile {
                    name: pick(&term.name.de, &term.name.en).0,
                    x: term.tile_x?,
                    y: term.tile_y?,
                    count: None,
                    href: Route::Offers.href_with(&[(query::DISTRICT, &term.key)]),
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
fn topics(query: Query<terms::ResponseData>) -> AnyView {
    let items = move || {
        let data = query.data()?;
        let terms = data.terms.iter().filter(|term| term.kind == TermKind::Topic);
        let list: Vec<AnyView> = terms
            .map(|term| {
                let href = Route::Offers.href_with(&[(query::TOPIC, &term.key)]);
                let name = pick(&term.name.de, &term.name.en).0;
                view! { <li><a href=href>{name}</a></li> }.into_any()
            })
            .collect();
        Some(list)
    };
    view! { <ul class="topics">{items}</ul> }.into_any()
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
