//! The groups of the network: what they are for, who leads them, and the own place in them.

use leptos::prelude::*;
use verbund_shared::{
    groups::{GroupKind, GroupState},
    operations::{GroupsPage as List, Terms, groups_page, terms},
    terms::TermKind,
};

use super::words::{all_and, kind_choices, kind_label, name_of, state_badge, state_choices};
use crate::{
    api::{Query, use_query},
    components::{
        Badge, ButtonKind, ButtonLink, Cell, Choice, IconName, Localized, PageHeader, Row, Tone, pick,
    },
    i18n::{t, text},
    pages::{
        group_roles::group_role_label,
        list_frame::{Filters, Frame, PAGE, Page, list},
    },
    routes::{GroupTab, Route, query},
    state::session::viewer,
};

type Entry = groups_page::GroupCardParts;

/// The groups of the network.
#[component]
pub fn GroupsPage() -> AnyView {
    let filters = Filters::new(Route::Groups, &[query::STATE, query::KIND, query::TOPIC, query::WORDS]);
    let variables = move |after: Option<String>| groups_page::Variables {
        filter: groups_page::GroupFilterInput {
            states: GroupState::parse(&filters.get(query::STATE)).into_iter().collect(),
            kind: GroupKind::parse(&filters.get(query::KIND)),
            joining: None,
            topic_id: Some(filters.get(query::TOPIC)).filter(|id| !id.is_empty()),
            text: filters.get(query::WORDS),
        },
        first: Some(PAGE),
        after,
    };
    let groups = use_query::<List>(move || variables(None));
    let frame =
        Frame { caption: t("app-nav-groups"), columns, nothing: (t("groups-none"), t("groups-none-hint")) };
    view! {
        <PageHeader title=t("app-nav-groups") intro=t("groups-intro")>
            {move || acts(filters)}
        </PageHeader>
        <div class="list-tools">
            {filters.search(t("groups-search"))}
            {filters.choice(t("groups-state"), query::STATE, Signal::derive(state_choices))}
            {filters.choice(t("groups-kind"), query::KIND, Signal::derive(|| all_and(kind_choices(true))))}
            {filters.choice(t("groups-topic"), query::TOPIC, topics(use_query::<Terms>(|| terms::Variables { archived_too: false })))}
        </div>
        {list::<List, Entry>(groups, frame, variables, page, row)}
    }
    .into_any()
}

/// What one can do with the whole list.
fn acts(filters: Filters) -> Option<AnyView> {
    let viewer = viewer()?;
    let oversees = viewer.is_coordinator || viewer.is_steering;
    let may_propose = viewer.has_organisation || viewer.is_coordinator;
    Some(
        view! {
            {may_propose.then(|| view! {
                <ButtonLink kind=ButtonKind::Primary icon=IconName::Plus href=Route::GroupNew.href()>
                    {t("groups-propose")}
                </ButtonLink>
            })}
            {oversees.then(|| filters.export("groups.csv"))}
        }
        .into_any(),
    )
}

/// All topics, to choose from.
pub(super) fn topics(known: Query<terms::ResponseData>) -> Signal<Vec<Choice>> {
    Signal::derive(move || all_and(topic_choices(known)))
}

/// The topics of the network; views follow them.
pub(super) fn topic_choices(known: Query<terms::ResponseData>) -> Vec<Choice> {
    let Some(data) = known.data() else { return Vec::new() };
    let topics = data.terms.iter().filter(|term| term.kind == TermKind::Topic);
    topics.map(|term| Choice::new(&term.id, pick(&term.name.de, &term.name.en).0)).collect()
}

fn page(data: &groups_page::ResponseData) -> Page<Entry> {
    let found = &data.groups;
    Page {
        entries: found.edges.iter().map(|edge| edge.node.clone()).collect(),
        total: found.total_count,
        next: found.page_info.end_cursor.clone().filter(|_| found.page_info.has_next_page),
    }
}

fn columns() -> Vec<Signal<String>> {
    vec![t("groups-group"), t("groups-state"), t("groups-topics"), t("groups-chair"), t("groups-my-place")]
}

fn row(group: Entry) -> AnyView {
    let href = Route::Group(group.id, GroupTab::Overview).href();
    let (kind, state) = (group.kind, group.state);
    let goal = group.charter.map(|charter| {
        view! { <p class="muted group-goal"><Localized de=charter.goal.de en=charter.goal.en/></p> }
    });
    let topics: Vec<(String, String)> =
        group.topics.into_iter().map(|topic| (topic.name.de, topic.name.en)).collect();
    let topics = move || topics.iter().map(|(de, en)| pick(de, en).0).collect::<Vec<_>>().join(", ");
    let chairs: Vec<AnyView> = group
        .chairs
        .into_iter()
        .map(|chair| {
            let organisation = chair.organisation.map(|organisation| {
                let name = match organisation.short_name.as_str() {
                    "" => organisation.name,
                    _ => organisation.short_name,
                };
                view! { <span class="muted">{format!(", {name}")}</span> }
            });
            let person = chair.person;
            view! { <li>{move || name_of(&person)} {organisation}</li> }.into_any()
        })
        .collect();
    let chairs = match chairs.is_empty() {
        true => view! { <Badge tone=Tone::Waiting>{t("groups-no-chair")}</Badge> }.into_any(),
        false => view! { <ul>{chairs}</ul> }.into_any(),
    };
    let mine = group.my_place.map(|place| {
        let awaited = place.state.is_pending().then(|| {
            view! { <span class="muted">" (" {move || text("groups-awaited")} ")"</span> }
        });
        view! { <span>{move || group_role_label(place.role)} {awaited}</span> }
    });
    view! {
        <Row>
            <Cell>
                <a class="link" href=href><Localized de=group.name.de en=group.name.en/></a>
                {goal}
            </Cell>
            <Cell label=t("groups-state")>
                {state_badge(state)} <p class="muted group-kind">{move || kind_label(kind)}</p>
            </Cell>
            <Cell label=t("groups-topics")>{topics}</Cell>
            <Cell label=t("groups-chair")>{chairs}</Cell>
            <Cell label=t("groups-my-place")>{mine}</Cell>
        </Row>
    }
    .into_any()
}
