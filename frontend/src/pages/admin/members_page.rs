//! All memberships, with their periods: find, suspend, reactivate, end.

use leptos::prelude::*;
use verbund_shared::{
    operations::{OrganisationsAdmin, organisations_admin},
    organisations::{MembershipState, OrganisationKind},
};

use super::members_dialogs::{create_dialog, membership_dialog};
use crate::{
    api::{Query, use_query},
    components::{Button, ButtonKind, Cell, Choice, IconName, PageHeader, Row},
    i18n::{day_short, t, text},
    pages::{
        labels::{kind_choices, kind_label, membership_badge, membership_label},
        list_frame::{Filters, Frame, PAGE, Page, list},
    },
    routes::{AdminPage, Route, query},
};

type Entry = organisations_admin::OrganisationsAdminOrganisationsEdgesNode;
/// The list behind the page.
pub(super) type List = Query<organisations_admin::ResponseData>;

/// All memberships, with their periods.
#[component]
pub fn MembersPage() -> AnyView {
    let filters = Filters::new(Route::Admin(AdminPage::Members), &[query::STATE, query::KIND, query::WORDS]);
    let variables = move |after: Option<String>| organisations_admin::Variables {
        state: MembershipState::parse(&filters.get(query::STATE)),
        kind: OrganisationKind::parse(&filters.get(query::KIND)),
        text: filters.get(query::WORDS),
        first: Some(PAGE),
        after,
    };
    let members = use_query::<OrganisationsAdmin>(move || variables(None));
    let states = Signal::derive(|| {
        let states = MembershipState::ALL.iter();
        all_and(states.map(|state| Choice::new(state.as_str(), membership_label(*state))))
    });
    let kinds = Signal::derive(|| all_and(kind_choices()));
    let creating = RwSignal::new(false);
    let frame = Frame {
        caption: t("app-nav-memberships"),
        columns,
        nothing: (t("directory-members-none"), t("directory-none-hint")),
    };
    view! {
        <PageHeader title=t("app-nav-memberships") intro=t("organisations-admin-intro")>
            <Button icon=IconName::Plus on_press=move |()| creating.set(true)>{t("organisations-create")}</Button>
            {filters.export("memberships.csv")}
        </PageHeader>
        {create_dialog(creating, members)}
        <div class="list-tools">
            {filters.search(t("organisations-search"))}
            {filters.choice(t("organisations-membership"), query::STATE, states)}
            {filters.choice(t("applications-kind"), query::KIND, kinds)}
        </div>
        {list::<OrganisationsAdmin, Entry>(members, frame, variables, page, move |entry| row(entry, members))}
    }
    .into_any()
}

fn all_and(choices: impl IntoIterator<Item = Choice>) -> Vec<Choice> {
    std::iter::once(Choice::new("", text("organisations-all-states"))).chain(choices).collect()
}

fn page(data: &organisations_admin::ResponseData) -> Page<Entry> {
    let found = &data.organisations;
    Page {
        entries: found.edges.iter().map(|edge| edge.node.clone()).collect(),
        total: found.total_count,
        next: found.page_info.end_cursor.clone().filter(|_| found.page_info.has_next_page),
    }
}

fn columns() -> Vec<Signal<String>> {
    vec![
        t("applications-organisation-name"),
        t("organisations-membership"),
        t("organisations-member-since"),
        t("applications-kind"),
        t("applications-city"),
        t("organisations-act"),
    ]
}

fn row(entry: Entry, members: List) -> AnyView {
    let href = Route::Member(entry.id.clone()).href();
    let kind = entry.kind;
    let open = RwSignal::new(false);
    let since = entry.member_since;
    let (id, name, state) = (entry.id, entry.name.clone(), entry.membership_state);
    view! {
        <Row>
            <Cell><a class="link" href=href>{entry.name}</a></Cell>
            <Cell label=t("organisations-membership")>{state.map(membership_badge)}</Cell>
            <Cell label=t("organisations-member-since")>{move || since.as_deref().map(day_short)}</Cell>
            <Cell label=t("applications-kind")>{move || kind_label(kind)}</Cell>
            <Cell label=t("applications-city")>{entry.city}</Cell>
            <Cell label=t("organisations-act")>
                <Button kind=ButtonKind::Quiet icon=IconName::Pencil on_press=move |()| open.set(true)>{t("organisations-membership-change")}</Button>
                {membership_dialog(open, id, name, state, members)}
            </Cell>
        </Row>
    }
    .into_any()
}
