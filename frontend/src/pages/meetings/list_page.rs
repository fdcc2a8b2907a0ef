//! The meetings of all groups one sees: those to come, those that are over.

use leptos::prelude::*;
use verbund_shared::{
    meetings::{MeetingReply, MeetingTime},
    operations::{
        MeetingsPage as List, TaskGroups,
        meetings_page::{self, MeetingEntryParts},
        task_groups,
    },
};

use super::words::{reply_badge, state_badge, when_short};
use crate::{
    api::use_query,
    components::{Cell, Choice, DateField, PageHeader, Row, Tab, Tabs, pick},
    i18n::{t, text},
    pages::list_frame::{Filters, Frame, PAGE, Page, list},
    routes::{GroupTab, Route, query},
};

const FILTERS: [&str; 6] = [query::VIEW, query::GROUP, query::MINE, query::FROM, query::UNTIL, query::WORDS];
/// The views by their words in the address; the first one is there without.
const VIEWS: [(&str, &str); 3] =
    [("", "meetings-view-ahead"), (PAST, "meetings-view-past"), (EVERY, "meetings-view-every")];
/// The value of `query::VIEW` for what is over.
pub(super) const PAST: &str = "vergangen";
const EVERY: &str = "alle";
/// What is set in the address where something holds.
const YES: &str = "1";
/// So many groups are offered to choose from, which is all that the server gives at once.
const MOST_GROUPS: i64 = 100;

/// The list.
#[component]
pub fn MeetingsPage() -> AnyView {
    let filters = Filters::new(Route::Meetings, &FILTERS);
    let some = move |name| Some(filters.get(name)).filter(|value| !value.is_empty());
    let variables = move |after: Option<String>| meetings_page::Variables {
        filter: meetings_page::MeetingFilterInput {
            group_id: some(query::GROUP),
            time: match filters.get(query::VIEW).as_str() {
                PAST => Some(MeetingTime::Past),
                EVERY => None,
                _ => Some(MeetingTime::Ahead),
            },
            mine: filters.get(query::MINE) == YES,
            from: some(query::FROM),
            until: some(query::UNTIL),
            text: filters.get(query::WORDS),
        },
        first: Some(PAGE),
        after,
    };
    let found = use_query::<List>(move || variables(None));
    let narrowed = move || FILTERS[1..].iter().any(|name| !filters.get(name).is_empty());
    let nothing = Signal::derive(move || match (narrowed(), filters.get(query::VIEW).as_str()) {
        (true, _) => text("meetings-none-found"),
        (false, PAST) => text("meetings-none-past"),
        (false, EVERY) => text("meetings-none"),
        (false, _) => text("meetings-none-ahead"),
    });
    let hint = Signal::derive(move || {
        text(if narrowed() { "meetings-none-found-hint" } else { "meetings-none-hint" })
    });
    let frame = Frame { caption: t("app-nav-meetings"), columns, nothing: (nothing, hint) };
    let tabs = VIEWS.map(|(view, key)| Tab {
        label: t(key),
        href: Route::Meetings.href_with(&[(query::VIEW, view)]),
        current: Signal::derive(move || filters.get(query::VIEW) == view),
    });
    view! {
        <PageHeader title=t("app-nav-meetings") intro=t("meetings-intro")/>
        <Tabs label=t("meetings-views") tabs=tabs.to_vec()/>
        <div class="list-tools">
            {filters.search(t("meetings-search"))}
            {filters.choice(t("meetings-group"), query::GROUP, groups())}
            {days(filters)}
            <div class="list-switches">{filters.switch(t("meetings-mine"), query::MINE, YES)}</div>
        </div>
        {list::<List, MeetingEntryParts>(found, frame, variables, page, row)}
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
        {field("meetings-from", query::FROM)}
        {field("meetings-until", query::UNTIL)}
    }
    .into_any()
}

fn groups() -> Signal<Vec<Choice>> {
    let groups = use_query::<TaskGroups>(|| task_groups::Variables { first: Some(MOST_GROUPS) });
    Signal::derive(move || {
        let mut choices = vec![Choice::new("", text("meetings-group-any"))];
        let known = groups.data();
        let edges = known.iter().flat_map(|data| data.groups.edges.iter());
        choices.extend(
            edges.map(|edge| Choice::new(&edge.node.id, pick(&edge.node.name.de, &edge.node.name.en).0)),
        );
        choices
    })
}

fn columns() -> Vec<Signal<String>> {
    ["meetings-title", "meetings-when", "meetings-where", "meetings-state", "meetings-my-reply"]
        .into_iter()
        .map(t)
        .collect()
}

fn page(data: &meetings_page::ResponseData) -> Page<MeetingEntryParts> {
    let found = &data.meetings;
    Page {
        entries: found.edges.iter().map(|edge| edge.node.clone()).collect(),
        total: found.total_count,
        next: found.page_info.end_cursor.clone().filter(|_| found.page_info.has_next_page),
    }
}

fn row(entry: MeetingEntryParts) -> AnyView {
    let href = Route::Meeting(entry.id.clone()).href();
    let (starts, ends) = (entry.starts_at.clone(), entry.ends_at.clone());
    let group = entry.group.clone().map(|group| {
        let href = Route::Group(group.id.clone(), GroupTab::Meetings).href();
        let name = move || pick(&group.name.de, &group.name.en).0;
        view! { <p class="task-group"><a href=href>{name}</a></p> }
    });
    let reply = entry.my_reply.filter(|reply| *reply != MeetingReply::None).map(reply_badge);
    view! {
        <Row>
            <Cell>
                <a class="link" href=href>{entry.title.clone()}</a>
                {group}
            </Cell>
            <Cell label=t("meetings-when")>{move || when_short(&starts, &ends)}</Cell>
            <Cell label=t("meetings-where")>{place_text(&entry.place, &entry.online_url)}</Cell>
            <Cell label=t("meetings-state")>{state_badge(entry.state)}</Cell>
            <Cell label=t("meetings-my-reply")>{reply}</Cell>
        </Row>
    }
    .into_any()
}

/// Where it is held, in a few words.
pub(super) fn place_text(place: &str, online_url: &str) -> Option<AnyView> {
    let online = !online_url.is_empty();
    match (place.is_empty(), online) {
        (true, false) => None,
        (true, true) => Some(view! { <span>{t("meetings-online")}</span> }.into_any()),
        (false, false) => Some(view! { <span>{place.to_owned()}</span> }.into_any()),
        (false, true) => {
            Some(view! { <span>{place.to_owned()} " " {t("meetings-and-online")}</span> }.into_any())
        }
    }
}
