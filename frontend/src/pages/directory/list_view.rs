//! The page of a list: search, filters beside it, what is chosen, entries or map.

use leptos::prelude::*;
use verbund_shared::directory::DirectoryFacet;

use super::{
    listing::{List, Listing},
    selection::{Address, use_address, use_choose},
};
use crate::{
    components::{
        Button, ButtonKind, ButtonLink, Chip, Chips, EmptyState, ErrorState, FacetGroup, FacetOption,
        FilterPanel, Icon, IconName, Notice, PageHeader, Pager, SearchField, Skeleton, Tile, TileMap,
    },
    i18n::{errors, locale, t, text_with},
    routes::with_query,
};

/// Facets that are unfolded at the start.
const UNFOLDED: usize = 2;

/// The page of a list.
pub(super) fn list_page(list: List) -> AnyView {
    let address = use_address();
    let listing = Listing::new(list, address);
    let choose = use_choose((list.route)());
    let go = StoredValue::new_local(choose);
    let go_to = move |next: Address| go.with_value(|go| go(&next));
    let words = list.words;
    let search = move |typed: String| {
        let now = address.get_untracked();
        go_to(now.with(now.selection.with_text(&typed)));
    };
    let text = Signal::derive(move || address.read().selection.text.clone());
    let chosen = Signal::derive(move || address.read().selection.count());
    let facets: Vec<AnyView> = list
        .facets
        .iter()
        .enumerate()
        .map(|(at, facet)| facet_group(*facet, at < UNFOLDED, listing, address, go_to))
        .collect();
    view! {
        <PageHeader title=t(words.title) intro=t(words.intro)/>
        <div class="directory-search">
            <SearchField label=t(words.search) placeholder=t(words.example) value=text on_search=search/>
        </div>
        <div class="with-filters">
            <FilterPanel chosen>{facets}</FilterPanel>
            <section class="results" aria-label=t(words.entries) aria-busy=move || listing.loading.get().to_string()>
                {head(list, listing, address)}
                {chips(listing, address, go_to)}
                {body(list, listing, address, go_to)}
            </section>
        </div>
    }
    .into_any()
}

fn facet_group<G>(
    facet: DirectoryFacet,
    open: bool,
    listing: Listing,
    address: Memo<Address>,
    go_to: G,
) -> AnyView
where
    G: Fn(Address) + Copy + Send + Sync + 'static,
{
    let selected = Signal::derive(move || address.read().selection.of(facet).to_vec());
    // A long list of languages shows only those that help here is given in.
    let hides_none = facet == DirectoryFacet::Language;
    let options = Signal::derive(move || {
        let shown = listing.shown.read();
        let values = shown.as_ref().map(|shown| shown.values(facet)).unwrap_or_default();
        let chosen = selected.read();
        let option = |value: &super::listing::Value| FacetOption {
            value: value.key.clone(),
            label: value.label(facet),
            count: value.count,
        };
        values
            .iter()
            .filter(|value| !hides_none || value.count > 0 || chosen.contains(&value.key))
            .map(option)
            .collect::<Vec<_>>()
    });
    let change = move |keys: Vec<String>| {
        let now = address.get_untracked();
        go_to(now.with(now.selection.with(facet, keys)));
    };
    let name = facet.parameter();
    let label = facet_label(facet);
    view! { <FacetGroup label name options selected on_change=change open/> }.into_any()
}

fn facet_label(facet: DirectoryFacet) -> Signal<String> {
    t(match facet {
        DirectoryFacet::Topic => "directory-facet-topic",
        DirectoryFacet::District => "directory-facet-district",
        DirectoryFacet::TargetGroup => "directory-facet-target-group",
        DirectoryFacet::Language => "directory-facet-language",
        DirectoryFacet::Form => "directory-facet-form",
        DirectoryFacet::Cost => "directory-facet-cost",
        DirectoryFacet::Kind => "directory-facet-kind",
    })
}

/// How many there are, list or map, and the export of what is shown.
fn head(list: List, listing: Listing, address: Memo<Address>) -> AnyView {
    let count = move || {
        let total = listing.shown.read().as_ref().map(|shown| shown.total)?;
        Some(text_with(list.words.count, &[("count", total.into())]))
    };
    let corrected = move || {
        let shown = listing.shown.read();
        let corrected = shown.as_ref()?.corrected.clone()?;
        let text = address.read().selection.text.clone();
        Some(view! {
            <Notice>
                <p>{text_with("directory-corrected", &[("text", text.into()), ("corrected", corrected.into())])}</p>
            </Notice>
        })
    };
    let export = Signal::derive(move || {
        let address = address.read();
        let mut parameters = address.selection.parameters();
        parameters.push(("lang", locale().tag()));
        with_query(list.export, &parameters)
    });
    let view_link = move |map: bool, key: &'static str, icon: IconName| {
        let href = move || Address { map, ..address.get() }.href(&(list.route)());
        let current = move || (address.read().map == map).then_some("true");
        view! {
            <li>
                <a class="view-link" href=href aria-current=current>
                    <Icon name=icon/>
                    <span>{t(key)}</span>
                </a>
            </li>
        }
    };
    view! {
        <div class="results-head">
            <div role="status">
                <h2 class="results-count">{count}</h2>
            </div>
            <nav class="view-switch" aria-label=t("directory-view")>
                <ul>
                    {view_link(false, "directory-view-list", IconName::List)}
                    {view_link(true, "directory-view-map", IconName::Map)}
                </ul>
            </nav>
            <div class="actions">
                <ButtonLink kind=ButtonKind::Quiet icon=IconName::Download href=export download=true>
                    {t("app-export")}
                </ButtonLink>
            </div>
        </div>
        <div role="status">{corrected}</div>
    }
    .into_any()
}

/// What is chosen, each to be taken away.
fn chips<G>(listing: Listing, address: Memo<Address>, go_to: G) -> AnyView
where
    G: Fn(Address) + Copy + Send + Sync + 'static,
{
    let chips = Signal::derive(move || {
        let now = address.get();
        let shown = listing.shown.read();
        let mut chips = Vec::new();
        if !now.selection.text.is_empty() {
            let next = now.with(now.selection.with_text(""));
            let label = text_with("directory-word", &[("text", (&now.selection.text).into())]);
            chips.push(Chip { label, on_remove: Callback::new(move |()| go_to(next.clone())) });
        }
        for (facet, keys) in &now.selection.chosen {
            for key in keys {
                let values = shown.as_ref().map(|shown| shown.values(*facet)).unwrap_or_default();
                let label = values
                    .iter()
                    .find(|value| value.key == *key)
                    .map_or_else(|| key.clone(), |value| value.label(*facet));
                let next = now.with(now.selection.toggled(*facet, key));
                chips.push(Chip { label, on_remove: Callback::new(move |()| go_to(next.clone())) });
            }
        }
        chips
    });
    view! { <Chips chips on_clear=move |()| go_to(cleared(address))/> }.into_any()
}

fn cleared(address: Memo<Address>) -> Address {
    Address { map: address.read_untracked().map, ..Address::default() }
}

/// Map and entries, or what stands in their place.
fn body<G>(list: List, listing: Listing, address: Memo<Address>, go_to: G) -> AnyView
where
    G: Fn(Address) + Copy + Send + Sync + 'static,
{
    let shows_map = Memo::new(move |_| address.read().map);
    let has_data = Memo::new(move |_| listing.shown.read().is_some());
    let failure = move || {
        let failure = listing.failure.get()?;
        let text = Signal::derive(move || errors::failure_text(&failure));
        Some(view! { <ErrorState text on_retry=move |()| listing.retry()/> })
    };
    let content = move || {
        if !has_data.get() {
            return listing.failure.read().is_none().then(|| view! { <Skeleton count=8/> }.into_any());
        }
        let map = move || shows_map.get().then(|| map(list, listing, address));
        Some(view! { {map} {entries(list, listing, address, go_to)} }.into_any())
    };
    view! { {failure} {content} }.into_any()
}

fn map(list: List, listing: Listing, address: Memo<Address>) -> AnyView {
    let tiles = Signal::derive(move || {
        let now = address.get();
        let shown = listing.shown.read();
        let values = shown.as_ref().map(|shown| shown.values(DirectoryFacet::District)).unwrap_or_default();
        values
            .iter()
            .filter_map(|value| {
                let (x, y) = value.tile?;
                let next = now.with(now.selection.toggled(DirectoryFacet::District, &value.key));
                Some(Tile {
                    name: value.label(DirectoryFacet::District),
                    x,
                    y,
                    count: Some(value.count),
                    href: next.href(&(list.route)()),
                    current: now.selection.of(DirectoryFacet::District).contains(&value.key),
                })
            })
            .collect::<Vec<_>>()
    });
    view! {
        <div class="results-map">
            <TileMap label=t(list.words.map) tiles/>
            <p class="muted">{t(list.words.map_hint)}</p>
        </div>
    }
    .into_any()
}

fn entries<G>(list: List, listing: Listing, address: Memo<Address>, go_to: G) -> AnyView
where
    G: Fn(Address) + Copy + Send + Sync + 'static,
{
    let all = move || {
        let shown = listing.shown.get();
        shown.map(|shown| shown.entries).unwrap_or_default()
    };
    let is_empty = Memo::new(move |_| listing.shown.read().as_ref().is_some_and(|shown| shown.total == 0));
    let nothing = move || {
        is_empty.get().then(|| {
            let clears = !address.read_untracked().selection.is_empty();
            view! {
                <EmptyState icon=IconName::Search title=t(list.words.none) text=t("directory-none-hint")>
                    {clears.then(|| view! {
                        <Button on_press=move |()| go_to(cleared(address))>{t("directory-none-clear")}</Button>
                    })}
                </EmptyState>
            }
        })
    };
    let count = Signal::derive(move || listing.shown.read().as_ref().map_or(0, |shown| shown.entries.len()));
    let total = Signal::derive(move || listing.shown.read().as_ref().map(|shown| shown.total));
    let more =
        Signal::derive(move || listing.shown.read().as_ref().is_some_and(|shown| shown.next.is_some()));
    let pager = move || {
        (!is_empty.get()).then(|| {
            view! {
                <Pager shown=count total has_more=more pending=listing.adding on_more=move |()| listing.more()/>
            }
        })
    };
    view! {
        {nothing}
        <ul class="entries" class:entries-none=is_empty>
            <For each=all key=|(id, _)| id.clone() children=|(_, entry)| entry()/>
        </ul>
        {pager}
    }
    .into_any()
}
