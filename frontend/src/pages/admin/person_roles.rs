//! The roles of a person: those in the network are given and ended here.

use leptos::prelude::*;
use verbund_shared::{
    operations::{NetworkRoleEnd, NetworkRoleGive, network_role_end, network_role_give},
    people::NetworkRole,
};

use super::{people_words as words, person_invite::day_of, person_page::Record};
use crate::{
    api::Submission,
    components::{
        Actions, Badge, Button, ButtonKind, DateField, Dialog, Form, SectionHeading, SelectField, TextLink,
        Tone,
    },
    i18n::{day, t, text, text_with, today},
    pages::labels::role_label,
    routes::Route,
    state::toasts::toast_done,
};

/// From when until when, in words.
fn period(from: &str, until: Option<&str>) -> String {
    match until {
        Some(until) => {
            text_with("admin-people-from-until", &[("from", day(from).into()), ("until", day(until).into())])
        }
        None => text_with("admin-people-since", &[("from", day(from).into())]),
    }
}

/// The roles in the network, with what can be done about them.
#[component]
pub(super) fn NetworkRoleList(
    /// The person with their roles.
    record: Record,
    /// Whether they can be given a role.
    may_receive: bool,
    /// Shows the person anew.
    reload: Callback<()>,
) -> AnyView {
    let giving = RwSignal::new(false);
    let ending = RwSignal::new(None::<(String, i64)>);
    let end_open = RwSignal::new(false);
    let person_id = StoredValue::new(record.person.id.clone());
    let items: Vec<AnyView> = record
        .network_roles
        .into_iter()
        .map(|role| {
            let name = t(words::network_role(role.role));
            let (from, until) = (role.from_day.clone(), role.until_day.clone());
            let over = until.clone().is_some_and(|until| until < today());
            let id = role.id.clone();
            let end = move |()| {
                ending.set(Some((id.clone(), role.version)));
                end_open.set(true);
            };
            view! {
                <li class="entry">
                    <p class="entry-title">{name}</p>
                    <p class="entry-meta">
                        <span>{move || period(&from, until.as_deref())}</span>
                        {role.current.then(|| view! { <Badge tone=Tone::Good>{t("admin-people-current")}</Badge> })}
                    </p>
                    {(!over).then(|| view! {
                        <div class="actions"><Button on_press=end>{t("admin-people-end")}</Button></div>
                    })}
                </li>
            }
            .into_any()
        })
        .collect();
    let list = if items.is_empty() {
        view! { <p class="muted">{t("admin-people-no-network-roles")}</p> }.into_any()
    } else {
        view! { <ul class="entries">{items}</ul> }.into_any()
    };
    let finish = move |key: &'static str| {
        giving.set(false);
        end_open.set(false);
        toast_done(text(key));
        reload.run(());
    };
    view! {
        <SectionHeading title=t("admin-people-network-roles")>
            {may_receive.then(|| view! {
                <Button on_press=move |()| giving.set(true)>{t("admin-people-give")}</Button>
            })}
        </SectionHeading>
        {list}
        <Dialog open=giving title=t("admin-people-give")>
            <GiveForm person_id=person_id.get_value() on_done=move |()| finish("admin-people-given")/>
        </Dialog>
        <Dialog open=end_open title=t("admin-people-end")>
            {ending.get_untracked().map(|(id, version)| view! {
                <EndForm id version on_done=move |()| finish("admin-people-ended")/>
            })}
        </Dialog>
    }
    .into_any()
}

#[component]
fn GiveForm(
    /// To whom.
    person_id: String,
    /// Told when it is given.
    #[prop(into)]
    on_done: Callback<()>,
) -> AnyView {
    let role = RwSignal::new(NetworkRole::SteeringGroupMember.as_str().to_owned());
    let from = RwSignal::new(today());
    let until = RwSignal::new(String::new());
    let submission = Submission::new();
    let give = move |()| {
        let input = network_role_give::NetworkRoleGiveInput {
            person_id: person_id.clone(),
            role: NetworkRole::parse(&role.get_untracked()).unwrap_or(NetworkRole::SteeringGroupMember),
            from_day: day_of(from),
            until_day: day_of(until),
        };
        submission.send::<NetworkRoleGive>(network_role_give::Variables { input }, move |_| on_done.run(()));
    };
    view! {
        <Form id="give" errors=submission.errors() on_submit=give>
            <SelectField
                label=t("admin-people-role")
                name="role"
                value=role
                choices=Signal::derive(words::network_role_choices)
                required=true
            />
            <DateField label=t("admin-people-from") name="fromDay" value=from/>
            <DateField label=t("admin-people-until") name="untilDay" value=until/>
            <Actions>
                <Button kind=ButtonKind::Primary submit=true pending=submission.pending()>
                    {t("admin-people-give")}
                </Button>
            </Actions>
        </Form>
    }
    .into_any()
}

#[component]
fn EndForm(
    /// The role.
    id: String,
    /// The version that is shown.
    version: i64,
    /// Told when its end is set.
    #[prop(into)]
    on_done: Callback<()>,
) -> AnyView {
    let last = RwSignal::new(today());
    let submission = Submission::new();
    let end = move |()| {
        let last_day = day_of(last).unwrap_or_else(today);
        let input = network_role_end::NetworkRoleEndInput { id: id.clone(), version, last_day };
        submission.send::<NetworkRoleEnd>(network_role_end::Variables { input }, move |_| on_done.run(()));
    };
    view! {
        <Form id="end" errors=submission.errors() on_submit=end>
            <DateField
                label=t("admin-people-last-day")
                name="lastDay"
                value=last
                hint=t("admin-people-last-day-hint")
                required=true
            />
            <Actions>
                <Button kind=ButtonKind::Danger submit=true pending=submission.pending()>
                    {t("admin-people-end")}
                </Button>
            </Actions>
        </Form>
    }
    .into_any()
}

/// The roles in organisations; they are managed with the organisation.
#[component]
pub(super) fn AffiliationList(
    /// The person with their roles.
    record: Record,
) -> AnyView {
    let items: Vec<AnyView> = record
        .affiliations
        .into_iter()
        .map(|role| {
            let (from, until) = (role.from_day.clone(), role.until_day.clone());
            let href = Route::Member(role.organisation_id.clone()).href();
            view! {
                <li class="entry">
                    <p class="entry-title"><TextLink href>{role.organisation_name}</TextLink></p>
                    <p class="entry-meta">
                        <span>{move || role_label(role.role)}</span>
                        <span>{move || period(&from, until.as_deref())}</span>
                        {role.current.then(|| view! { <Badge tone=Tone::Good>{t("admin-people-current")}</Badge> })}
                    </p>
                </li>
            }
            .into_any()
        })
        .collect();
    let list = if items.is_empty() {
        view! { <p class="muted">{t("admin-people-no-affiliations")}</p> }.into_any()
    } else {
        view! { <ul class="entries">{items}</ul> }.into_any()
    };
    view! { <SectionHeading title=t("admin-people-affiliations")/> {list} }.into_any()
}
