//! The applications that wait for a decision, and those decided.

use leptos::prelude::*;
use verbund_shared::{
    operations::{ApplicationsPage as List, applications_page},
    organisations::ApplicationState,
};

use crate::{
    api::use_query,
    components::{Cell, Choice, PageHeader, Row},
    i18n::{day_short, t, text},
    pages::{
        labels::{application_badge, application_state_label, kind_label},
        list_frame::{Filters, Frame, PAGE, Page, list},
    },
    routes::{AdminPage, Route, query},
};

type Entry = applications_page::ApplicationsPageApplicationsEdgesNode;

/// The applications that wait for a decision, and those decided.
#[component]
pub fn ApplicationsPage() -> AnyView {
    let filters = Filters::new(Route::Admin(AdminPage::Applications), &[query::STATE, query::WORDS]);
    let variables = move |after: Option<String>| applications_page::Variables {
        states: ApplicationState::chosen(&filters.get(query::STATE)),
        text: filters.get(query::WORDS),
        first: Some(PAGE),
        after,
    };
    let applications = use_query::<List>(move || variables(None));
    let choices = Signal::derive(|| {
        let mut choices = vec![
            Choice::new("", text("applications-waiting")),
            Choice::new(ApplicationState::ALL_WORD, text("applications-all")),
        ];
        let states = ApplicationState::ALL.iter();
        choices.extend(states.map(|state| Choice::new(state.as_str(), application_state_label(*state))));
        choices
    });
    let frame = Frame {
        caption: t("app-nav-applications"),
        columns,
        nothing: (t("applications-none"), t("applications-none-text")),
    };
    view! {
        <PageHeader title=t("app-nav-applications") intro=t("applications-admin-intro")>
            {filters.export("applications.csv")}
        </PageHeader>
        <div class="list-tools">
            {filters.search(t("applications-search"))}
            {filters.choice(t("applications-state"), query::STATE, choices)}
        </div>
        {list::<List, Entry>(applications, frame, variables, page, row)}
    }
    .into_any()
}

fn page(data: &applications_page::ResponseData) -> Page<Entry> {
    let found = &data.applications;
    Page {
        entries: found.edges.iter().map(|edge| edge.node.clone()).collect(),
        total: found.total_count,
        next: found.page_info.end_cursor.clone().filter(|_| found.page_info.has_next_page),
    }
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
