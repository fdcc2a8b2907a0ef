//! Tables, filters, tabs, facts, text.

use leptos::prelude::*;

use super::gallery_page::Example;
use crate::{
    components::{
        Badge, Breadcrumb, Cell, Chip, Chips, Crumb, FacetGroup, FacetOption, Fact, Facts, FilterPanel,
        Localized, Pager, Prose, Row, SearchField, SectionHeading, Tab, Table, Tabs, Tone,
    },
    i18n::{day, day_short, days_until, month_year, number, time_stamp, today},
};

fn words(text: &str) -> Signal<String> {
    Signal::stored(text.to_owned())
}

/// Tables, filters, tabs, facts, text.
#[component]
pub fn Lists() -> AnyView {
    let shown = RwSignal::new(20_usize);
    let tab = |label, href: &str, current: bool| Tab {
        label: words(label),
        href: href.to_owned(),
        current: current.into(),
    };
    let tabs = vec![tab("Profile", "/organisation", true), tab("Offers", "/organisation/angebote", false)];
    let rows: Vec<AnyView> = ["Sprachcafé am Markt", "Anerkennungsberatung", "Werkstatt für Betriebe"]
        .into_iter()
        .map(|name| {
            view! {
                <Row>
                    <Cell>{name}</Cell>
                    <Cell label="State"><Badge tone=Tone::Good>"Published"</Badge></Cell>
                    <Cell label="Checked on">{day_short("2026-03-03")}</Cell>
                    <Cell label="Views" numeric=true>{number(12_345)}</Cell>
                </Row>
            }
            .into_any()
        })
        .collect();
    view! {
        <Example title="Table">
            <Table
                caption="Offers"
                columns=vec![words("Offer"), words("State"), words("Checked on"), words("Views")]
            >
                {rows}
            </Table>
            <Pager
                shown
                total=Some(60)
                has_more=Signal::derive(move || shown.get() < 60)
                on_more=move |()| shown.update(|shown| *shown += 20)
            />
        </Example>
        <Filters/>
        <Example title="Ways">
            <Breadcrumb crumbs=vec![Crumb::new(words("Members"), "/mitglieder".to_owned())]/>
            <Tabs label="Own organisation" tabs/>
            <SectionHeading title="A part of a page"/>
        </Example>
        <Example title="Facts and text">
            <Facts>
                <Fact label="Today">{move || day(&today())}</Fact>
                <Fact label="A moment">{move || time_stamp("2026-03-03T13:05:00Z")}</Fact>
                <Fact label="A month">{move || month_year("2026-03-03")}</Fact>
                <Fact label="Days until 1 January 2030">{move || days_until("2030-01-01").map(number)}</Fact>
                <Fact label="Short text"><Localized de="Nur auf Deutsch".to_owned() en=String::new()/></Fact>
            </Facts>
            <Prose
                de="Ein Absatz.\nMit einem Umbruch.\n\nEin zweiter Absatz.".to_owned()
                en="One paragraph.\nWith a break.\n\nA second paragraph.".to_owned()
            />
        </Example>
    }
    .into_any()
}

#[component]
fn Filters() -> AnyView {
    let query = RwSignal::new(String::new());
    let selected = RwSignal::new(vec!["language".to_owned()]);
    let option = |value: &str, label: &str, count| FacetOption {
        value: value.to_owned(),
        label: label.to_owned(),
        count,
    };
    let options = vec![
        option("language", "Language", 12),
        option("training", "Training", 7),
        option("family", "Family", 0),
    ];
    let chips = Signal::derive(move || {
        let chip = |value: String| Chip {
            label: value.clone(),
            on_remove: Callback::new(move |()| selected.update(|list| list.retain(|other| *other != value))),
        };
        selected.get().into_iter().map(chip).collect::<Vec<_>>()
    });
    view! {
        <Example title="Filters">
            <SearchField label="Search the offers" value=query on_search=move |words| query.set(words)/>
            <Chips chips on_clear=move |()| selected.set(Vec::new())/>
            <FilterPanel chosen=Signal::derive(move || selected.read().len())>
                <FacetGroup
                    label="Topic"
                    name="topic"
                    options=options.clone()
                    selected
                    on_change=move |values| selected.set(values)
                    open=true
                />
            </FilterPanel>
        </Example>
    }
    .into_any()
}
