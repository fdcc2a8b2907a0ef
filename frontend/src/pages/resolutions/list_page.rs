//! The register: every resolution one may see, by number, text, group, status and day.

use leptos::prelude::*;
use verbund_shared::{
    operations::{
        ResolutionsPage as List, TaskGroups,
        resolutions_page::{self, ResolutionEntryParts},
        task_groups,
    },
    resolutions::{ResolutionLife, ResolutionStatus},
};

use super::words::{stand_badge, stand_choices};
use crate::{
    api::use_query,
    components::{Badge, Cell, Choice, DateField, PageHeader, Row, Tone, pick},
    i18n::{day_short, t, text},
    pages::list_frame::{Filters, Frame, PAGE, Page, list},
    routes::{Route, query},
};

const FILTERS: [&str; 5] = [query::GROUP, query::STATE, query::FROM, query::UNTIL, query::WORDS];
/// So many groups are offered to choose from, which is all that the server gives at once.
const MOST_GROUPS: i64 = 100;

/// The register.
#[component]
pub fn ResolutionsPage() -> AnyView {
    let filters = Filters::new(Route::Resolutions, &FILTERS);
    view! {
        <PageHeader title=t("app-nav-resolutions") intro=t("resolutions-intro")>
            {filters.export("resolutions.csv")}
        </PageHeader>
        <div class="list-tools">
            {filters.search(t("resolutions-search"))}
            {filters.choice(t("resolutions-group"), query::GROUP, groups())}
            {filters.choice(t("resolutions-stand"), query::STATE, Signal::derive(stands))}
            {days(filters)}
        </div>
        {register(filters, None)}
    }
    .into_any()
}

/// From which day until which; each takes hold as soon as it is a day.
fn days(filters: Filters) -> AnyView {
    let field = move |label: &'static str, name: &'static str| {
        let value = RwSignal::new(untrack(|| filters.get(name)));
        Effect::new(move |before: Option<String>| {
            let now = value.get();
            if before.is_some_and(|before| before != now) {
                filters.set(name, now.clone());
            }
            now
        });
        view! { <DateField label=t(label) name value/> }
    };
    view! {
        {field("resolutions-from", query::FROM)}
        {field("resolutions-until", query::UNTIL)}
    }
    .into_any()
}

fn stands() -> Vec<Choice> {
    let mut choices = vec![Choice::new("", text("resolutions-stand-any"))];
    choices.extend(stand_choices());
    choices
}

fn groups() -> Signal<Vec<Choice>> {
    let groups = use_query::<TaskGroups>(|| task_groups::Variables { first: Some(MOST_GROUPS) });
    Signal::derive(move || {
        let mut choices = vec![Choice::new("", text("resolutions-group-any"))];
        let known = groups.data();
        let edges = known.iter().flat_map(|data| data.groups.edges.iter());
        choices.extend(
            edges.map(|edge| Choice::new(&edge.node.id, pick(&edge.node.name.de, &edge.node.name.en).0)),
        );
        choices
    })
}

/// The list as the address filters it; of one group where one is named.
pub(super) fn register(filters: Filters, group: Option<String>) -> AnyView {
    let group = StoredValue::new(group);
    let some = move |name| Some(filters.get(name)).filter(|value| !value.is_empty());
    let variables = move |after: Option<String>| {
        let stand = filters.get(query::STATE);
        resolutions_page::Variables {
            filter: resolutions_page::ResolutionFilterInput {
                group_id: group.get_value().or_else(|| some(query::GROUP)),
                status: ResolutionStatus::parse(&stand),
                life: ResolutionLife::parse(&stand),
                from: some(query::FROM),
                until: some(query::UNTIL),
                text: filters.get(query::WORDS),
            },
            first: Some(PAGE),
            after,
        }
    };
    let found = use_query::<List>(move || variables(None));
    let narrowed = move || FILTERS.iter().any(|name| !filters.get(name).is_empty());
    let nothing =
        Signal::derive(move || text(if narrowed() { "resolutions-none-found" } else { "resolutions-none" }));
    let hint = Signal::derive(move || {
        text(if narrowed() { "resolutions-none-found-hint" } else { "resolutions-none-hint" })
    });
    // On a group's own page its name would stand in every row.
    let with_group = group.with_value(Option::is_none);
    let columns = if with_group { columns } else { columns_of_group };
    let frame = Frame { caption: t("app-nav-resolutions"), columns, nothing: (nothing, hint) };
    list::<List, ResolutionEntryParts>(found, frame, variables, page, move |entry| row(entry, with_group))
}

fn columns_of_group() -> Vec<Signal<String>> {
    ["resolutions-title", "resolutions-number", "resolutions-decided-on", "resolutions-stand"]
        .into_iter()
        .map(t)
        .collect()
}

fn columns() -> Vec<Signal<String>> {
    [
        "resolutions-title",
        "resolutions-number",
        "resolutions-decided-on",
        "resolutions-group",
        "resolutions-stand",
    ]
    .into_iter()
    .map(t)
    .collect()
}

fn page(data: &resolutions_page::ResponseData) -> Page<ResolutionEntryParts> {
    let page = &data.resolutions;
    Page {
        entries: page.edges.iter().map(|edge| edge.node.clone()).collect(),
        total: page.total_count,
        next: page.page_info.end_cursor.clone().filter(|_| page.page_info.has_next_page),
    }
}

fn row(entry: ResolutionEntryParts, with_group: bool) -> AnyView {
    let href = Route::Resolution(entry.id.clone()).href();
    let decided = entry.decided_on.clone();
    let group = entry.group.clone();
    let group =
        move || group.as_ref().map(|group| pick(&group.name.de, &group.name.en).0).unwrap_or_default();
    let internal =
        entry.internal.then(|| view! { <Badge tone=Tone::Neutral>{t("resolutions-internal")}</Badge> });
    view! {
        <Row>
            <Cell>
                <a class="link" href=href>{entry.title.clone()}</a>
                " "
                {internal}
            </Cell>
            <Cell label=t("resolutions-number")><span class="nowrap">{entry.label.clone()}</span></Cell>
            <Cell label=t("resolutions-decided-on")>{move || day_short(&decided)}</Cell>
            {with_group.then(|| view! { <Cell label=t("resolutions-group")>{group}</Cell> })}
            <Cell label=t("resolutions-stand")>{stand_badge(entry.status, entry.life)}</Cell>
        </Row>
    }
    .into_any()
}
