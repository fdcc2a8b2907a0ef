//! All memberships, with their periods: find, suspend, reactivate, end.

use crate::state::address::{use_navigate, use_query_map};
use leptos::prelude::*;
use verbund_shared::{
    operations::{OrganisationsAdmin, organisations_admin},
    organisations::MembershipState,
};

use super::{
    members_dialogs::{create_dialog, membership_dialog},
    parts::choose,
};
use crate::{
    api::{Query, Submission, use_query},
    components::{
        Button, ButtonKind, Cell, Choice, EmptyState, IconName, PageHeader, Pager, Row, SearchField,
        SkeletonShape, Table,
    },
    i18n::{day_short, t, text},
    pages::{
        labels::{kind_label, membership_badge, membership_label},
        support::show,
    },
    routes::{AdminPage, Route, query},
};

type Entry = organisations_admin::OrganisationsAdminOrganisationsEdgesNode;
/// The list behind the page.
pub(super) type List = Query<organisations_admin::ResponseData>;
const PAGE: i64 = 50;

/// All memberships, with their periods.
#[component]
pub fn MembersPage() -> AnyView {
    let address = use_query_map();
    let state = Memo::new(move |_| address.read().get(query::STATE).unwrap_or_default());
    let words = Memo::new(move |_| address.read().get(query::WORDS).unwrap_or_default());
    let variables = move |after: Option<String>| organisations_admin::Variables {
        state: MembershipState::parse(&state.get()),
        kind: None,
        text: words.get(),
        first: Some(PAGE),
        after,
    };
    let list = use_query::<OrganisationsAdmin>(move || variables(None));
    let added = RwSignal::new(Vec::<Entry>::new());
    let next = RwSignal::new(None::<String>);
    Effect::new(move |_| {
        let Some(data) = list.data() else { return };
        let info = &data.organisations.page_info;
        added.set(Vec::new());
        next.set(info.end_cursor.clone().filter(|_| info.has_next_page));
    });
    let more = Submission::new();
    let load_more = move |()| {
        more.send::<OrganisationsAdmin>(untrack(move || variables(next.get())), move |data| {
            let info = data.organisations.page_info;
            next.set(info.end_cursor.filter(|_| info.has_next_page));
            added.update(|added| added.extend(data.organisations.edges.into_iter().map(|edge| edge.node)));
        });
    };
    let navigate = use_navigate();
    let go = Callback::new(move |(state, words): (String, String)| {
        let href =
            Route::Admin(AdminPage::Members).href_with(&[(query::STATE, &state), (query::WORDS, &words)]);
        navigate(&href, Default::default());
    });
    let choices = Signal::derive(|| {
        let mut choices = vec![Choice::new("", text("organisations-all-states"))];
        let states = MembershipState::ALL.iter();
        choices.extend(states.map(|state| Choice::new(state.as_str(), membership_label(*state))));
        choices
    });
    let creating = RwSignal::new(false);
    view! {
        <PageHeader title=t("app-nav-memberships") intro=t("organisations-admin-intro")>
            <Button icon=IconName::Plus on_press=move |()| creating.set(true)>{t("organisations-create")}</Button>
        </PageHeader>
        {create_dialog(creating, list)}
        <div class="list-tools">
            <SearchField
                label=t("organisations-search")
                value=words
                on_search=move |found: String| go.run((state.get_untracked(), found))
            />
            {choose(t("organisations-membership"), query::STATE, state.into(), choices, Callback::new(move |chosen: String| {
                go.run((chosen, words.get_untracked()));
            }))}
        </div>
        {show(list, SkeletonShape::List, move |data| {
            let connection = &data.organisations;
            let total = connection.total_count;
            let first: Vec<Entry> = connection.edges.iter().map(|edge| edge.node.clone()).collect();
            if first.is_empty() {
                return view! { <EmptyState title=t("directory-members-none") text=t("directory-none-hint")/> }.into_any();
            }
            let count = first.len();
            view! {
                <Table caption=t("app-nav-memberships") columns=columns()>
                    {first.into_iter().map(|entry| row(entry, list)).collect::<Vec<_>>()}
                    {move || added.get().into_iter().map(|entry| row(entry, list)).collect::<Vec<_>>()}
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
        t("organisations-membership"),
        t("organisations-member-since"),
        t("applications-kind"),
        t("applications-city"),
        t("organisations-act"),
    ]
}

fn row(entry: Entry, list: List) -> AnyView {
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
                {membership_dialog(open, id, name, state, list)}
            </Cell>
        </Row>
    }
    .into_any()
}
