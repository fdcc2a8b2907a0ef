//! The people of the network: found by name, role and state; the coordination office invites here.

use std::sync::Arc;

use crate::state::address::{use_navigate, use_query_map};
use leptos::prelude::*;
use verbund_shared::{
    operations::{PeoplePage as PeopleOperation, people_page},
    people::{AffiliationRole, NetworkRole, PersonState},
};

use super::{
    people_words as words,
    person_invite::InviteForm,
    support::{crumbs, for_coordinators},
};
use crate::{
    api::{Submission, use_query},
    components::{
        Badge, Button, ButtonKind, Cell, Dialog, EmptyState, IconName, PageHeader, Pager, Row, SearchField,
        SelectField, SkeletonShape, Table, TextLink, breakable,
    },
    i18n::{errors, t, t_with},
    pages::{labels::role_label, support::show},
    routes::{AdminPage, Route, query},
};

type Entry = people_page::PersonRecordParts;

/// What is looked for, as it stands in the address.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Filter {
    words: String,
    role: String,
    state: String,
}

impl Filter {
    fn variables(&self, after: Option<String>) -> people_page::Variables {
        people_page::Variables {
            text: self.words.clone(),
            state: PersonState::parse(&self.state),
            network_role: NetworkRole::parse(&self.role),
            affiliation_role: AffiliationRole::parse(&self.role),
            first: None,
            after,
        }
    }

    fn href(&self) -> String {
        Route::Admin(AdminPage::People).href_with(&[
            (query::WORDS, &self.words),
            (query::ROLE, &self.role),
            (query::STATE, &self.state),
        ])
    }
}

/// The people of the network.
#[component]
pub fn PeoplePage() -> AnyView {
    view! {
        <PageHeader title=t("app-nav-people") intro=t("admin-people-intro") crumbs=crumbs()/>
        {for_coordinators(|| view! { <People/> }.into_any())}
    }
    .into_any()
}

#[component]
fn People() -> AnyView {
    let parameters = use_query_map();
    let filter = Memo::new(move |_| {
        let parameters = parameters.read();
        let value = |name: &str| parameters.get(name).unwrap_or_default();
        Filter { words: value(query::WORDS), role: value(query::ROLE), state: value(query::STATE) }
    });
    let navigate = use_navigate();
    let look_for = Callback::new(move |filter: Filter| navigate(&filter.href(), Default::default()));
    let people = use_query::<PeopleOperation>(move || filter.read().variables(None));
    let inviting = RwSignal::new(false);
    let role = RwSignal::new(filter.read_untracked().role.clone());
    let state = RwSignal::new(filter.read_untracked().state.clone());
    // The fields follow the address, and the address the fields.
    Effect::new(move |_| {
        let Filter { role: chosen_role, state: chosen_state, .. } = filter.get();
        role.set(chosen_role);
        state.set(chosen_state);
    });
    Effect::new(move |_| {
        let now = filter.get_untracked();
        let chosen = Filter { role: role.get(), state: state.get(), ..now.clone() };
        if chosen != now {
            look_for.run(chosen);
        }
    });
    let search = move |words| look_for.run(Filter { words, ..filter.get_untracked() });
    view! {
        <div class="actions">
            <Button kind=ButtonKind::Primary icon=IconName::UserPlus on_press=move |()| inviting.set(true)>
                {t("admin-people-invite")}
            </Button>
        </div>
        <SearchField
            label=t("admin-people-search")
            value=Signal::derive(move || filter.read().words.clone())
            on_search=search
        />
        <div class="bilingual">
            <SelectField
                label=t("admin-people-role")
                name="role"
                value=role
                choices=Signal::derive(words::role_choices)
                empty=t("admin-people-any")
            />
            <SelectField
                label=t("admin-people-state")
                name="state"
                value=state
                choices=Signal::derive(words::state_choices)
                empty=t("admin-people-any")
            />
        </div>
        {show(people, SkeletonShape::List, move |data| {
            view! { <Found data filter=filter.get_untracked()/> }.into_any()
        })}
        <Dialog open=inviting title=t("admin-people-invite-title")>
            <InviteForm on_done=move |()| inviting.set(false)/>
        </Dialog>
    }
    .into_any()
}

/// The people that were found: the first page, and more on demand.
#[component]
fn Found(
    /// The first page.
    data: Arc<people_page::ResponseData>,
    /// What was looked for.
    filter: Filter,
) -> AnyView {
    let first = data.people.edges.iter().map(|edge| edge.node.clone()).collect::<Vec<Entry>>();
    if first.is_empty() {
        return view! {
            <EmptyState title=t("admin-people-none") text=t("admin-people-none-text") icon=IconName::Users/>
        }
        .into_any();
    }
    let total = data.people.total_count;
    let entries = RwSignal::new(first);
    let next = RwSignal::new(data.people.page_info.clone());
    let submission = Submission::new();
    let more = move |()| {
        let variables = filter.variables(next.get_untracked().end_cursor);
        submission.run(crate::api::send::<PeopleOperation>(variables), move |answer| {
            next.set(answer.people.page_info);
            entries.update(|entries| entries.extend(answer.people.edges.into_iter().map(|edge| edge.node)));
        });
    };
    let columns = vec![
        t("admin-people-name"),
        t("admin-people-email"),
        t("admin-people-roles"),
        t("admin-people-state"),
    ];
    let failure = move || submission.failure().get().map(|failure| errors::failure_text(&failure));
    view! {
        <Table caption=t("app-nav-people") columns>
            {move || entries.read().iter().map(row).collect::<Vec<_>>()}
        </Table>
        <p class="field-error" role="alert">{failure}</p>
        <Pager
            shown=Signal::derive(move || entries.read().len())
            total=Some(total)
            has_more=Signal::derive(move || next.read().has_next_page)
            pending=submission.pending()
            on_more=more
        />
    }
    .into_any()
}

fn row(entry: &Entry) -> AnyView {
    let person = &entry.person;
    let name = format!("{} {}", person.given_name, person.family_name);
    let href = Route::Admin(AdminPage::Person(person.id.clone())).href();
    let email = person.email.clone();
    let (state, tone) = words::state(person.state);
    let network = entry
        .network_roles
        .iter()
        .filter(|role| role.current)
        .map(|role| view! { <li>{t(words::network_role(role.role))}</li> }.into_any());
    let elsewhere = entry.affiliations.iter().filter(|role| role.current).map(|role| {
        let (kind, organisation) = (role.role, role.organisation_name.clone());
        let words = t_with("admin-people-role-in", &[("organisation", organisation.into())]);
        view! { <li>{move || role_label(kind)} " " {words}</li> }.into_any()
    });
    let roles: Vec<AnyView> = network.chain(elsewhere).collect();
    view! {
        <Row>
            <Cell><TextLink href>{name}</TextLink></Cell>
            <Cell label=t("admin-people-email")>{email.as_deref().map(breakable)}</Cell>
            <Cell label=t("admin-people-roles")><ul>{roles}</ul></Cell>
            <Cell label=t("admin-people-state")><Badge tone>{t(state)}</Badge></Cell>
        </Row>
    }
    .into_any()
}
