//! The people of the own organisation: who has which role from when to when.

use leptos::prelude::*;
use verbund_shared::{
    operations::{
        AffiliationEnd, OpenInvitations, OrganisationPeople, PersonInvite, affiliation_end, open_invitations,
        organisation_people, person_invite,
    },
    people::AffiliationRole,
};

use super::frame::in_organisation;
use crate::{
    api::{Query, Submission, use_query},
    components::{
        Actions, Button, ButtonKind, Cell, DateField, Dialog, Form, IconName, Row, SectionHeading,
        SelectField, SkeletonShape, Table, TextField,
    },
    i18n::{day_short, locale, t, text, today},
    pages::{
        labels::{role_choices, role_label},
        support::show,
    },
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
        let id = own.id;
        view! {
            {show(query, SkeletonShape::List, move |data| {
                let people = data.organisation.people.clone().unwrap_or_default();
                list(people, data.organisation.viewer_can.manage_people, query)
            })}
            {manages.then(|| invitations(id))}
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
            <Cell>{name} <br/> <span class="muted">{person.email}</span></Cell>
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

fn invitations(organisation: String) -> AnyView {
    let open = RwSignal::new(false);
    let id = StoredValue::new(organisation);
    let query = use_query::<OpenInvitations>(move || open_invitations::Variables {
        organisation_id: Some(id.get_value()),
    });
    view! {
        <SectionHeading title=t("organisations-invitations")>
            <Button icon=IconName::UserPlus on_press=move |()| open.set(true)>{t("organisations-invite")}</Button>
        </SectionHeading>
        {show(query, SkeletonShape::List, |data| {
            let items: Vec<AnyView> = data
                .open_invitations
                .iter()
                .map(|invitation| {
                    let (email, until) = (invitation.email.clone(), invitation.expires_at.clone());
                    view! {
                        <li>{email} <span class="muted">" " {t("organisations-invited-until")} " " {move || day_short(&until)}</span></li>
                    }
                    .into_any()
                })
                .collect();
            match items.is_empty() {
                true => view! { <p class="muted">{t("organisations-invitations-none")}</p> }.into_any(),
                false => view! { <ul class="plain-list">{items}</ul> }.into_any(),
            }
        })}
        <Dialog open title=t("organisations-invite")>
            {invite_form(id, open, query)}
        </Dialog>
    }
    .into_any()
}

fn invite_form(
    organisation: StoredValue<String>,
    open: RwSignal<bool>,
    query: Query<open_invitations::ResponseData>,
) -> AnyView {
    let empty = || RwSignal::new(String::new());
    let (email, given_name, family_name, from, until) = (empty(), empty(), empty(), empty(), empty());
    let role = RwSignal::new(AffiliationRole::Staff.as_str().to_owned());
    let submission = Submission::new();
    let invite = move |()| {
        let input = person_invite::PersonInviteInput {
            organisation_id: organisation.get_value(),
            role: AffiliationRole::parse(&role.get_untracked()).unwrap_or(AffiliationRole::Staff),
            email: email.get_untracked(),
            given_name: given_name.get_untracked(),
            family_name: family_name.get_untracked(),
            locale: locale(),
            from_day: Some(from.get_untracked()).filter(|day| !day.is_empty()),
            until_day: Some(until.get_untracked()).filter(|day| !day.is_empty()),
        };
        submission.send::<PersonInvite>(person_invite::Variables { input }, move |_| {
            open.set(false);
            toast_done(text("organisations-invited"));
            query.refetch();
        });
    };
    view! {
        <Form id="invite" errors=submission.errors() on_submit=invite>
            <TextField label=t("applications-email") name="email" value=email kind="email" required=true/>
            <TextField label=t("applications-given-name") name="givenName" value=given_name/>
            <TextField label=t("applications-family-name") name="familyName" value=family_name/>
            <SelectField label=t("organisations-role") name="role" value=role choices=Signal::derive(role_choices) required=true/>
            <DateField label=t("organisations-from") name="fromDay" value=from/>
            <DateField label=t("organisations-until") name="untilDay" value=until/>
            <Actions>
                <Button submit=true kind=ButtonKind::Primary icon=IconName::Send pending=submission.pending()>{t("organisations-invite-send")}</Button>
            </Actions>
        </Form>
    }
    .into_any()
}
