//! One group: where it stands, what it is for, who works in it, what it wants to reach, what happened.

use std::sync::Arc;

use leptos::prelude::*;
use verbund_shared::operations::{
    GroupHistory, GroupPage as GroupQuery, group_history,
    group_page::{self, GroupFullParts},
};

use super::{
    act::Shown,
    charter::charter,
    edit::{CHARTER, TEXT, charter_form, form_href, text_form},
    history::history,
    joining::mine,
    milestones::milestones,
    people::people,
    steps::{SECTION, steps},
    waiting::{awaited, consents},
    words::{joining_text, kind_label, name_of, state_badge},
};
use crate::{
    api::use_query,
    components::{
        Badge, ButtonLink, Crumb, Fact, Facts, IconName, PageHeader, SectionHeading, Tab, Tabs, Tone, pick,
    },
    i18n::t,
    pages::act::section,
    pages::support::show_page,
    routes::{GroupTab, Route, query},
    state::address::use_query_map,
};

/// The tabs of a group in their order, with their words; those with pages elsewhere too.
const TABS: [(GroupTab, &str); 5] = [
    (GroupTab::Overview, "groups-tab-overview"),
    (GroupTab::Tasks, "groups-tab-tasks"),
    (GroupTab::Meetings, "groups-tab-meetings"),
    (GroupTab::Resolutions, "groups-tab-resolutions"),
    (GroupTab::Files, "groups-tab-files"),
];

/// One group.
#[component]
pub fn GroupPage(
    /// From the address.
    id: String,
) -> AnyView {
    let id = StoredValue::new(id);
    let group = use_query::<GroupQuery>(move || group_page::Variables { id: id.get_value() });
    let past = use_query::<GroupHistory>(move || group_history::Variables { id: id.get_value() });
    let shown = Shown::new(group, past);
    let parameters = use_query_map();
    let edited = Memo::new(move |_| parameters.read().get(query::EDIT));
    show_page(group, move |data: Arc<group_page::ResponseData>| {
        let group = data.group.clone();
        view! {
            {head(&group)}
            {tabs(&group.id, GroupTab::Overview)}
            {move || match edited.get().as_deref() {
                Some(TEXT) if group.viewer_can.edit => text_form(&group, shown),
                Some(CHARTER) if group.viewer_can.edit => charter_form(&group, shown),
                _ => overview(&group, shown),
            }}
        }
        .into_any()
    })
}

fn head(group: &GroupFullParts) -> AnyView {
    let (de, en) = (group.name.de.clone(), group.name.en.clone());
    let title = Signal::derive(move || pick(&de, &en).0);
    let crumbs = vec![Crumb::new(t("app-nav-groups"), Route::Groups.href())];
    view! { <PageHeader title crumbs/> }.into_any()
}

/// The tabs of a group.
pub fn tabs(id: &str, current: GroupTab) -> AnyView {
    let tabs: Vec<Tab> = TABS
        .into_iter()
        .map(|(tab, key)| Tab {
            label: t(key),
            href: Route::Group(id.to_owned(), tab).href(),
            current: (tab == current).into(),
        })
        .collect();
    view! { <Tabs label=t("groups-tabs") tabs/> }.into_any()
}

fn overview(group: &GroupFullParts, shown: Shown) -> AnyView {
    view! {
        {consents(group, shown)}
        {mine(group, shown)}
        {state(group, shown)}
        {awaited(group, shown)}
        {charter(group, shown.history)}
        {milestones(group, shown)}
        {people(group, shown)}
        {history(group, shown)}
    }
    .into_any()
}

/// Where the group stands and what it is, in a few lines.
fn state(group: &GroupFullParts, shown: Shown) -> AnyView {
    let edit = group.viewer_can.edit.then(|| {
        let href = form_href(&group.id, TEXT);
        view! { <ButtonLink icon=IconName::Pencil href>{t("groups-edit")}</ButtonLink> }
    });
    let (kind, joining) = (group.kind, group.joining);
    let topics: Vec<(String, String)> =
        group.topics.iter().map(|topic| (topic.name.de.clone(), topic.name.en.clone())).collect();
    let topics = (!topics.is_empty()).then(|| {
        let words = move || topics.iter().map(|(de, en)| pick(de, en).0).collect::<Vec<_>>().join(", ");
        view! { <Fact label=t("groups-topics")>{words}</Fact> }
    });
    let chairs = group.chairs.clone();
    let chairs = match chairs.is_empty() {
        true => view! { <Badge tone=Tone::Waiting>{t("groups-no-chair")}</Badge> }.into_any(),
        false => (move || chairs.iter().map(|chair| name_of(&chair.person)).collect::<Vec<_>>().join(", "))
            .into_any(),
    };
    let organisations: Vec<AnyView> = group
        .organisations
        .iter()
        .map(|organisation| {
            let href = Route::Member(organisation.id.clone()).href();
            view! { <li><a class="link" href=href>{organisation.name.clone()}</a></li> }.into_any()
        })
        .collect();
    // Whoever sees the people finds the organisations there.
    let organisations = (group.places.is_none() && !organisations.is_empty()).then(|| {
        view! { <Fact label=t("groups-organisations")><ul class="plain-list">{organisations}</ul></Fact> }
    });
    let (stands, short_name) = (state_badge(group.state), group.short_name.clone());
    let content = view! {
        <SectionHeading title=t("groups-state-title")>{edit}</SectionHeading>
        <Facts>
            <Fact label=t("groups-state")>{stands}</Fact>
            <Fact label=t("groups-kind")>{move || kind_label(kind)} " (" {short_name} ")"</Fact>
            {topics}
            <Fact label=t("groups-chair")>{chairs}</Fact>
            {organisations}
            <Fact label=t("groups-joining")>{move || joining_text(joining)}</Fact>
        </Facts>
        {steps(group, shown)}
    };
    section(SECTION, content)
}
