//! The applications that wait for a decision, and those decided.

use crate::state::address::{use_navigate, use_query_map};
use leptos::prelude::*;
use verbund_shared::{
    operations::{ApplicationsPage as List, applications_page},
    organisations::ApplicationState,
};

use super::parts::choose;
use crate::{
    api::{Submission, use_query},
    components::{Cell, Choice, EmptyState, PageHeader, Pager, Row, SearchField, SkeletonShape, Table},
    i18n::{day_short, t, text},
    pages::{
        labels::{application_badge, application_state_label, kind_label},
        support::show,
    },
    routes::{AdminPage, Route, query},
};

type Entry = applications_page::ApplicationsPageApplicationsEdgesNode;
const PAGE: i64 = 50;

/// The word in the address for what waits; nothing in the address means the same.
const WAITING: [ApplicationState; 3] =
    [ApplicationState::Confirmed, ApplicationState::InReview, ApplicationState::QuestionOpen];
const ALL: &str = "alle";

fn states(word: &str) -> Vec<ApplicationState> {
    match (word, ApplicationState::parse(word)) {
        (ALL, _) => Vec::new(),
        (_, Some(state)) => vec![state],
        _ => WAITING.to_vec(),
    }
}

/// The applications that wait for a decision, and those decided.
#[component]
pub fn ApplicationsPage() -> AnyView {
    let address = use_query_map();
    let state = Memo::new(move |_| address.read().get(query::STATE).unwrap_or_default());
    let words = Memo::new(move |_| address.read().get(query::WORDS).unwrap_or_default());
    let variables = move |after: Option<String>| applications_page::Variables {
        states: states(&state.get()),
        text: words.get(),
        first: Some(PAGE),
        after,
    };
    let list = use_query::<List>(move || variables(None));
    let added = RwSignal::new(Vec::<Entry>::new());
    let next = RwSignal::new(None::<String>);
    Effect::new(move |_| {
        let Some(data) = list.data() else { return };
        let info = &data.applications.page_info;
        added.set(Vec::new());
        next.set(info.end_cursor.clone().filter(|_| info.has_next_page));
    });
    let more = Submission::new();
    let load_more = move |()| {
        more.send::<List>(untrack(move || variables(next.get())), move |data| {
            let info = data.applications.page_info;
            next.set(info.end_cursor.filter(|_| info.has_next_page));
            added.update(|added| added.extend(data.applications.edges.into_iter().map(|edge| edge.node)));
        });
    };
    let navigate = use_navigate();
    let go = Callback::new(move |(state, words): (String, String)| {
        let href = Route::Admin(AdminPage::Applications)
            .href_with(&[(query::STATE, &state), (query::WORDS, &words)]);
        navigate(&href, Default::default());
    });
    let choices = Signal::derive(|| {
        let mut choices =
            vec![Choice::new("", text("applications-waiting")), Choice::new(ALL, text("applications-all"))];
        let states = ApplicationState::ALL.iter();
        choices.extend(states.map(|state| Choice::new(state.as_str(), application_state_label(*state))));
        choices
    });
    view! {
        <PageHeader title=t("app-nav-applications") intro=t("applications-admin-intro")/>
        <div class="list-tools">
            <SearchField
                label=t("applications-search")
                value=words
                on_search=move |found: String| go.run((state.get_untracked(), found))
            />
            {choose(t("applications-state"), query::STATE, state.into(), choices, Callback::new(move |chosen: String| {
                go.run((chosen, words.get_untracked()));
            }))}
        </div>
        {show(list, SkeletonShape::List, move |data| {
            let connection = &data.applications;
            let total = connection.total_count;
            let first: Vec<Entry> = connection.edges.iter().map(|edge| edge.node.clone()).collect();
            if first.is_empty() {
                return view! { <EmptyState title=t("applications-none") text=t("applications-none-text")/> }.into_any();
            }
            let count = first.len();
            view! {
                <Table caption=t("app-nav-applications") columns=columns()>
                    {first.into_iter().map(row).collect::<Vec<_>>()}
                    {move || added.get().into_iter().map(row).collect::<Vec<_>>()}
                </Table>
                <Pager
                    shown=Signal::derive(move || count + added.read().len())
                    total=Signal::stored(Some(total))
                    has_more=Signal::derive(move || next.read().is_some())
                    pending=more.pending()
                    on_more=load_more
                />
            }
            .into_any()
        })}
    }
    .into_any()
}

fn columns() -> Vec<Signal<String>> {
    vec![
        t("applications-organisation-name"),
        t("applications-state"),
        t("applications-kind"),
        t("applications-city"),
        t("applications-contact"),
        t("applications-submitted-at"),
    ]
}

fn row(entry: Entry) -> AnyView {
    let href = Route::Admin(AdminPage::Application(entry.id)).href();
    let (kind, at) = (entry.kind, entry.submitted_at);
    let contact = format!("{} {}", entry.contact_given_name, entry.contact_family_name);
    view! {
        <Row>
            <Cell><a class="link" href=href>{entry.organisation_name}</a></Cell>
            <Cell label=t("applications-state")>{application_badge(entry.state)}</Cell>
            <Cell label=t("applications-kind")>{move || kind_label(kind)}</Cell>
            <Cell label=t("applications-city")>{entry.city}</Cell>
            <Cell label=t("applications-contact")>{contact}</Cell>
            <Cell label=t("applications-submitted-at")>{move || day_short(&at)}</Cell>
        </Row>
    }
    .into_any()
}
