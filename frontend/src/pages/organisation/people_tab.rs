//! The people of the own organisation: who has which role from when to when.

use leptos::prelude::*;
use verbund_shared::operations::{AffiliationEnd, OrganisationPeople, affiliation_end, organisation_people};

use super::{frame::in_organisation, group_consent::group_consent, invitations::invitations};
use crate::{
    api::{Query, Submission, use_query},
    components::{
        Actions, Button, ButtonKind, Cell, DateField, Dialog, Form, Row, SkeletonShape, Table, breakable,
    },
    i18n::{day_short, t, text, today},
    pages::{labels::role_label, support::show},
    routes::OrganisationTab,
    state::toasts::toast_done,
};

type People = Query<organisation_people::ResponseData>;
type Role = organisation_people::OrganisationPeoplePartsPeople;

/// The people of the own organisation.
#[component]
pub fn PeopleTab() -> AnyView {
    in_organisation(OrganisationTab::People, |own| {
        let id = own.id.clone();
        let query =
            use_query::<OrganisationPeople>(move || organisation_people::Variables { id: id.clone() });
        let manages = own.viewer_can.manage_people;
        let edits = own.viewer_can.edit;
        let id = own.id;
        let of_groups = edits.then(|| group_consent(id.clone()));
        view! {
            {show(query, SkeletonShape::List, move |data| {
                let people = data.organisation.people.clone().unwrap_or_default();
                list(people, data.organisation.viewer_can.manage_people, query)
            })}
            {manages.then(|| invitations(id))}
            {of_groups}
        }
        .into_any()
    })
}

fn list(people: Vec<Role>, can_manage: bool, query: People) -> AnyView {
    let columns = vec![
        t("organisations-person"),
        t("organisations-role"),
        t("organisations-from"),
        t("organisations-until"),
        t("organisations-act"),
    ];
    let rows: Vec<AnyView> = people.into_iter().map(|role| row(role, can_manage, query)).collect();
    view! {
        <p class="muted">{t("organisations-people-hint")}</p>
        <Table caption=t("app-nav-people") columns>{rows}</Table>
    }
    .into_any()
}

fn row(held: Role, can_manage: bool, query: People) -> AnyView {
    let ending = RwSignal::new(false);
    let Role { id, role, from, until, version, person, .. } = held;
    let over = until.as_ref().is_some_and(|until| *until < today());
    let name = format!("{} {}", person.given_name, person.family_name);
    let last_day = match until {
        Some(until) => (move || day_short(&until)).into_any(),
        None => t("organisations-open-end").into_any(),
    };
    let id = StoredValue::new(id);
    view! {
        <Row>
            <Cell>{name} <br/> <span class="muted">{breakable(&person.email)}</span></Cell>
            <Cell label=t("organisations-role")>{move || role_label(role)}</Cell>
            <Cell label=t("organisations-from")>{move || day_short(&from)}</Cell>
            <Cell label=t("organisations-until")>{last_day}</Cell>
            <Cell label=t("organisations-act")>
                {(can_manage && !over).then(|| view! {
                    <Button on_press=move |()| ending.set(true)>{t("organisations-role-end")}</Button>
                    <Dialog open=ending title=t("organisations-role-end")>{end_form(id, version, ending, query)}</Dialog>
                })}
            </Cell>
        </Row>
    }
    .into_any()
}

fn end_form(id: StoredValue<String>, version: i64, open: RwSignal<bool>, query: People) -> AnyView {
    let last_day = RwSignal::new(today());
    let submission = Submission::new();
    let end = move |()| {
        let input = affiliation_end::AffiliationEndInput {
            id: id.get_value(),
            version,
            last_day: last_day.get_untracked(),
        };
        submission.send::<AffiliationEnd>(affiliation_end::Variables { input }, move |_| {
            open.set(false);
            toast_done(text("organisations-role-ended"));
            query.refetch();
        });
    };
    view! {
        <Form id="end-role" errors=submission.errors() on_submit=end>
            <DateField label=t("organisations-last-day") name="lastDay" value=last_day hint=t("organisations-last-day-hint") required=true/>
            <Actions>
                <Button submit=true kind=ButtonKind::Danger pending=submission.pending()>{t("organisations-role-end")}</Button>
            </Actions>
        </Form>
    }
    .into_any()
}
