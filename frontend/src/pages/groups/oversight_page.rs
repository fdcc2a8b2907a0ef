//! The overview of all groups for the steering group: who leads, what is open and overdue, what
//! happened last, and what waits for its decision.

use leptos::prelude::*;
use verbund_shared::{
    groups::GroupState,
    operations::{GroupOversightPage, group_oversight_page},
};

use super::words::{name_of, state_badge, state_choices, step_label};
use crate::{
    api::use_query,
    components::{Badge, Cell, Localized, PageHeader, Row, Tone},
    i18n::{day_short, number, t, text, text_with},
    pages::list_frame::{Filters, Frame, PAGE, Page, list},
    routes::{AdminPage, GroupTab, Route, query},
};

type Entry = group_oversight_page::GroupOversightPageGroupOversightEdgesNode;

/// The overview of all groups.
#[component]
pub fn OversightPage() -> AnyView {
    let filters = Filters::new(Route::Admin(AdminPage::Groups), &[query::STATE, query::WORDS]);
    let variables = move |after: Option<String>| group_oversight_page::Variables {
        filter: group_oversight_page::GroupFilterInput {
            states: GroupState::parse(&filters.get(query::STATE)).into_iter().collect(),
            kind: None,
            joining: None,
            topic_id: None,
            text: filters.get(query::WORDS),
        },
        first: Some(PAGE),
        after,
    };
    let groups = use_query::<GroupOversightPage>(move || variables(None));
    let frame = Frame {
        caption: t("app-nav-group-oversight"),
        columns,
        nothing: (t("groups-none"), t("groups-none-hint")),
    };
    view! {
        <PageHeader title=t("app-nav-group-oversight") intro=t("groups-oversight-intro")>
            {filters.export("groups.csv")}
        </PageHeader>
        <div class="list-tools">
            {filters.search(t("groups-search"))}
            {filters.choice(t("groups-state"), query::STATE, Signal::derive(state_choices))}
        </div>
        {list::<GroupOversightPage, Entry>(groups, frame, variables, page, row)}
    }
    .into_any()
}

fn page(data: &group_oversight_page::ResponseData) -> Page<Entry> {
    let found = &data.group_oversight;
    Page {
        entries: found.edges.iter().map(|edge| edge.node.clone()).collect(),
        total: found.total_count,
        next: found.page_info.end_cursor.clone().filter(|_| found.page_info.has_next_page),
    }
}

fn columns() -> Vec<Signal<String>> {
    vec![
        t("groups-group"),
        t("groups-state"),
        t("groups-chair"),
        t("groups-members"),
        t("groups-milestones"),
        t("groups-oversight-tasks"),
        t("groups-oversight-meetings"),
        t("groups-last-event"),
    ]
}

fn row(entry: Entry) -> AnyView {
    let group = entry.group;
    let href = Route::Group(group.id, GroupTab::Overview).href();
    let waits = match (&group.pending_change, group.state) {
        (Some(change), _) => {
            let step = change.step;
            Some(Signal::derive(move || {
                text_with("groups-waits-change", &[("step", text(step_label(step)).into())])
            }))
        }
        (None, GroupState::Proposed) => Some(t("groups-waits-charter")),
        (None, _) => None,
    };
    let waits = waits.map(|words| view! { <p class="muted">{words}</p> });
    let chairs: Vec<AnyView> = entry
        .chairs
        .into_iter()
        .map(|chair| {
            let person = chair.person;
            view! { <li>{move || name_of(&person)}</li> }.into_any()
        })
        .collect();
    let chairs = match chairs.is_empty() {
        true => view! { <Badge tone=Tone::Waiting>{t("groups-no-chair")}</Badge> }.into_any(),
        false => view! { <ul>{chairs}</ul> }.into_any(),
    };
    let (members, organisations) = (entry.members, entry.organisations);
    let people = move || {
        let counts = [("members", members.into()), ("organisations", organisations.into())];
        text_with("groups-members-count", &counts)
    };
    let (open, overdue) = (entry.open_milestones, entry.overdue_milestones);
    let overdue = (overdue > 0).then(|| {
        let words = move || text_with("groups-overdue-count", &[("count", overdue.into())]);
        view! { <Badge tone=Tone::Wrong>{words}</Badge> }
    });
    let open = move || text_with("groups-open-count", &[("count", open.into())]);
    let meeting = |key: &'static str, at: Option<String>| {
        at.map(|at| {
            let words = move || text_with(key, &[("day", day_short(&at).into())]);
            view! { <li>{words}</li> }
        })
    };
    let met = meeting("groups-oversight-meeting-last", entry.last_meeting);
    let meets = meeting("groups-oversight-meeting-next", entry.next_meeting);
    let meetings = (met.is_some() || meets.is_some()).then(|| view! { <ul>{meets} {met}</ul> });
    let last = entry.last_event.map(|event| {
        let (kind, at) = (event.kind, event.at.clone());
        view! {
            {move || text(&format!("groups-event-{}", kind.as_str()))}
            <br/>
            <time class="muted" datetime=event.at>{move || day_short(&at)}</time>
        }
    });
    view! {
        <Row>
            <Cell>
                <a class="link" href=href><Localized de=group.name.de en=group.name.en/></a>
                {waits}
            </Cell>
            <Cell label=t("groups-state")>{state_badge(group.state)}</Cell>
            <Cell label=t("groups-chair")>{chairs}</Cell>
            <Cell label=t("groups-members")>{people}</Cell>
            <Cell label=t("groups-milestones")>{open} " " {overdue}</Cell>
            <Cell label=t("groups-oversight-tasks")>{move || number(entry.open_tasks)}</Cell>
            <Cell label=t("groups-oversight-meetings")>{meetings}</Cell>
            <Cell label=t("groups-last-event")>{last}</Cell>
        </Row>
    }
    .into_any()
}
