//! The tasks of all groups one sees the inside of: mine, those I am asked to take, made by me, overdue, all.

use leptos::prelude::*;
use verbund_shared::{
    operations::{
        MemberNames, TaskGroups, TasksPage as List, member_names, task_groups,
        tasks_page::{self, TaskEntryParts},
    },
    tasks::{TaskAssignment, TaskOrder, TaskState},
};

use super::words::{
    assignment_badge, blocked_badge, name_of, organisation_name, priority_badge, state_badge, state_choices,
};
use crate::{
    api::use_query,
    components::{Badge, Cell, Choice, Localized, PageHeader, Row, Tab, Tabs, Tone, pick},
    i18n::{day_short, t, text},
    pages::list_frame::{Filters, Frame, PAGE, Page, list},
    routes::{GroupTab, Route, query},
};

const FILTERS: [&str; 7] = [
    query::VIEW,
    query::GROUP,
    query::ORGANISATION,
    query::STATE,
    query::BLOCKED,
    query::ORDER,
    query::WORDS,
];
/// The views by their words in the address; the first one is there without.
const VIEWS: [(&str, &str); 5] = [
    ("", "tasks-list-mine"),
    (ASKED, "tasks-list-asked"),
    (CREATED, "tasks-list-created"),
    (OVERDUE, "tasks-list-overdue"),
    (EVERY, "tasks-list-every"),
];
const ASKED: &str = "angefragt";
const CREATED: &str = "erstellt";
const OVERDUE: &str = query::OVERDUE;
const EVERY: &str = "alle";
/// So many groups are offered to choose from, which is all that the server gives at once.
const MOST_GROUPS: i64 = 100;
/// What is set in the address where something holds.
const YES: &str = "1";
/// The states of a filter by its word in the address; without one, what is still to be done.
const UNFINISHED: [TaskState; 2] = [TaskState::Open, TaskState::InProgress];

/// The list.
#[component]
pub fn TasksPage() -> AnyView {
    let filters = Filters::new(Route::Tasks, &FILTERS);
    let some = move |name| Some(filters.get(name)).filter(|value| !value.is_empty());
    let variables = move |after: Option<String>| {
        let view = filters.get(query::VIEW);
        tasks_page::Variables {
            filter: tasks_page::TaskFilterInput {
                group_id: some(query::GROUP),
                states: states(&filters.get(query::STATE)),
                responsible_id: None,
                assignment: (view == ASKED).then_some(TaskAssignment::Asked),
                organisation_id: some(query::ORGANISATION),
                mine: view.is_empty() || view == ASKED,
                created_by_me: view == CREATED,
                watched_by_me: false,
                overdue: view == OVERDUE,
                blocked: (filters.get(query::BLOCKED) == YES).then_some(true),
                text: filters.get(query::WORDS),
            },
            order: TaskOrder::parse(&filters.get(query::ORDER)).unwrap_or(TaskOrder::Due),
            first: Some(PAGE),
            after,
        }
    };
    let tasks = use_query::<List>(move || variables(None));
    let narrowed = move || FILTERS[1..].iter().any(|name| !filters.get(name).is_empty());
    let nothing = Signal::derive(move || match narrowed() {
        true => text("tasks-list-none-found"),
        false => text(&format!("tasks-list-none-{}", word_of(&filters.get(query::VIEW)))),
    });
    let hint = Signal::derive(move || {
        text(if narrowed() { "tasks-list-none-found-hint" } else { "tasks-list-none-hint" })
    });
    let frame = Frame { caption: t("app-nav-tasks"), columns, nothing: (nothing, hint) };
    let tabs = VIEWS.map(|(view, key)| Tab {
        label: t(key),
        href: Route::Tasks.href_with(&[(query::VIEW, view)]),
        current: Signal::derive(move || filters.get(query::VIEW) == view),
    });
    view! {
        <PageHeader title=t("app-nav-tasks") intro=t("tasks-list-intro")>
            {filters.export_as("tasks.csv", export)}
        </PageHeader>
        <Tabs label=t("tasks-list-views") tabs=tabs.to_vec()/>
        {tools(filters)}
        {list::<List, TaskEntryParts>(tasks, frame, variables, page, row)}
    }
    .into_any()
}

/// The fields that filter and order; those that are needed now and then are folded away.
fn tools(filters: Filters) -> AnyView {
    const MORE: [&str; 3] = [query::ORGANISATION, query::BLOCKED, query::ORDER];
    let open = MORE.iter().any(|name| !untrack(|| filters.get(name)).is_empty());
    let blocked = || {
        let only = text("tasks-list-blocked-only");
        vec![Choice::new("", text("tasks-list-blocked-any")), Choice::new(YES, only)]
    };
    let orders = || {
        let newest = Choice::new(TaskOrder::Newest.as_str(), text("tasks-list-order-newest"));
        vec![Choice::new("", text("tasks-list-order-due")), newest]
    };
    view! {
        <div class="list-tools">
            {filters.search(t("tasks-list-search"))}
            {filters.choice(t("tasks-list-state"), query::STATE, Signal::derive(stands))}
            {filters.choice(t("tasks-list-group"), query::GROUP, groups())}
            <details class="list-more" open=open>
                <summary>{t("tasks-list-more")}</summary>
                <div class="list-tools">
                    {filters.choice(t("tasks-list-organisation"), query::ORGANISATION, organisations())}
                    {filters.choice(t("tasks-list-blocked"), query::BLOCKED, Signal::derive(blocked))}
                    {filters.choice(t("tasks-list-order"), query::ORDER, Signal::derive(orders))}
                </div>
            </details>
        </div>
    }
    .into_any()
}

/// The view as its messages name it.
fn word_of(view: &str) -> &'static str {
    match view {
        ASKED => "asked",
        CREATED => "created",
        OVERDUE => "overdue",
        EVERY => "every",
        _ => "mine",
    }
}

fn states(word: &str) -> Vec<TaskState> {
    match TaskState::parse(word) {
        Some(state) => vec![state],
        None if word == EVERY => Vec::new(),
        None => UNFINISHED.to_vec(),
    }
}

fn stands() -> Vec<Choice> {
    let mut choices = vec![Choice::new("", text("tasks-list-state-unfinished"))];
    choices.extend(state_choices());
    choices.push(Choice::new(EVERY, text("tasks-list-state-every")));
    choices
}

fn groups() -> Signal<Vec<Choice>> {
    let known = use_query::<TaskGroups>(|| task_groups::Variables { first: Some(MOST_GROUPS) });
    Signal::derive(move || {
        let mut choices = vec![Choice::new("", text("tasks-list-any"))];
        if let Some(data) = known.data() {
            let groups = data.groups.edges.iter().map(|edge| &edge.node);
            let seen = groups.filter(|group| group.viewer_can.read_internal);
            choices.extend(seen.map(|group| Choice::new(&group.id, pick(&group.name.de, &group.name.en).0)));
        }
        choices
    })
}

fn organisations() -> Signal<Vec<Choice>> {
    let known = use_query::<MemberNames>(|| member_names::Variables {});
    Signal::derive(move || {
        let mut choices = vec![Choice::new("", text("tasks-list-any"))];
        if let Some(data) = known.data() {
            choices.extend(data.members.edges.iter().map(|edge| Choice::new(&edge.node.id, &edge.node.name)));
        }
        choices
    })
}

/// The file's parameters: it knows no views without a name, and all states where none is named.
fn export(chosen: Vec<(&'static str, String)>) -> Vec<(&'static str, String)> {
    let mut parameters = Vec::new();
    for (name, value) in chosen {
        match name {
            query::VIEW if value.is_empty() => parameters.push((name, "meine".to_owned())),
            query::VIEW if value == OVERDUE => parameters.push((OVERDUE, YES.to_owned())),
            query::STATE => {
                let states = states(&value);
                parameters.extend(states.into_iter().map(|state| (name, state.as_str().to_owned())));
            }
            _ => parameters.push((name, value)),
        }
    }
    parameters
}

fn page(data: &tasks_page::ResponseData) -> Page<TaskEntryParts> {
    let found = &data.tasks;
    Page {
        entries: found.edges.iter().map(|edge| edge.node.clone()).collect(),
        total: found.total_count,
        next: found.page_info.end_cursor.clone().filter(|_| found.page_info.has_next_page),
    }
}

fn columns() -> Vec<Signal<String>> {
    vec![
        t("tasks-list-task"),
        t("tasks-list-state"),
        t("tasks-list-due"),
        t("tasks-list-responsible"),
        t("tasks-list-organisation"),
    ]
}

fn row(entry: TaskEntryParts) -> AnyView {
    let TaskEntryParts { group, task_card_parts: task } = entry;
    let group = group.map(|group| {
        let href = Route::Group(group.id, GroupTab::Tasks).href();
        view! { <p class="task-group"><a href=href><Localized de=group.name.de en=group.name.en/></a></p> }
    });
    let person = task.responsible.map(|person| view! { <span>{move || name_of(&person)}</span> });
    let organisation = task.organisation.map(|one| organisation_name(&one.name, &one.short_name));
    let unfinished = !task.state.is_final();
    view! {
        <Row>
            <Cell>
                <a class="link" href=Route::Task(task.id).href()>{task.title}</a>
                {group}
            </Cell>
            <Cell label=t("tasks-list-state")>
                <div class="task-badges">
                    {state_badge(task.state)}
                    {task.blocked.then(blocked_badge)}
                    {unfinished.then(|| priority_badge(task.priority))}
                </div>
            </Cell>
            <Cell label=t("tasks-list-due")>{due(task.due, task.overdue)}</Cell>
            <Cell label=t("tasks-list-responsible")>
                <div class="task-badges">{person} {assignment(task.assignment)}</div>
            </Cell>
            <Cell label=t("tasks-list-organisation")>{organisation}</Cell>
        </Row>
    }
    .into_any()
}

fn due(due: Option<String>, overdue: bool) -> Option<AnyView> {
    let iso = due?;
    let datetime = iso.clone();
    let mark = overdue.then(|| view! { <Badge tone=Tone::Wrong>{t("tasks-overdue")}</Badge> });
    Some(
        view! {
            <div class="task-badges"><time datetime=datetime>{move || day_short(&iso)}</time> {mark}</div>
        }
        .into_any(),
    )
}

/// What is confirmed needs no more words.
fn assignment(assignment: TaskAssignment) -> Option<AnyView> {
    (assignment != TaskAssignment::Confirmed).then(|| assignment_badge(assignment))
}
