//! One person: how to reach them, their roles, where they are signed in, and what can be done.

use crate::state::address::use_navigate;
use leptos::prelude::*;
use verbund_shared::{
    operations::{
        PersonDelete, PersonDisable, PersonEnable, PersonShow, person_delete, person_disable, person_enable,
        person_show,
    },
    people::PersonState,
};

use super::{
    people_words as words,
    person_roles::{AffiliationList, NetworkRoleList},
    support::{crumbs, for_coordinators},
};
use crate::{
    api::{Submission, use_query},
    components::{
        Badge, Button, ButtonKind, ConfirmDialog, Crumb, Fact, Facts, Notice, PageHeader, SectionHeading,
    },
    i18n::{errors, number, t, text, text_with, time_stamp},
    pages::support::show_page,
    routes::{AdminPage, Route},
    state::{session::viewer, toasts::toast_done},
};

pub(super) type Record = person_show::PersonRecordParts;

/// One person.
#[component]
pub fn PersonPage(
    /// From the address.
    id: String,
) -> AnyView {
    for_coordinators(move || {
        let id = id.clone();
        let query = use_query::<PersonShow>(move || person_show::Variables { id: id.clone() });
        show_page(query, move |data| person_view(&data.person, Callback::new(move |()| query.refetch())))
    })
}

fn person_view(detail: &person_show::PersonShowPerson, reload: Callback<()>) -> AnyView {
    let record = detail.record.clone();
    let name = format!("{} {}", record.person.given_name, record.person.family_name);
    let mut way = crumbs();
    way.push(Crumb::new(t("app-nav-people"), Route::Admin(AdminPage::People).href()));
    let (state, tone) = words::state(record.person.state);
    let email = record.person.email.clone().unwrap_or_default();
    let devices = detail.devices;
    let last_used = detail.last_used_at.clone();
    let own = viewer().is_some_and(|viewer| viewer.id == record.person.id);
    let may_receive = record.person.state == PersonState::Active;
    let last_used = last_used.map(|moment| {
        view! { <Fact label=t("admin-people-last-used")>{move || time_stamp(&moment)}</Fact> }
    });
    view! {
        <PageHeader title=name.clone() crumbs=way/>
        <Facts>
            <Fact label=t("admin-people-state")><Badge tone>{t(state)}</Badge></Fact>
            <Fact label=t("admin-people-email")><a href=format!("mailto:{email}")>{email.clone()}</a></Fact>
            <Fact label=t("admin-people-devices")>{move || number(devices)}</Fact>
            {last_used}
        </Facts>
        <NetworkRoleList record=record.clone() may_receive reload/>
        <AffiliationList record=record.clone()/>
        <SectionHeading title=t("admin-people-account")/>
        {if own {
            view! { <Notice title=t("admin-people-own")/> }.into_any()
        } else {
            view! { <AccountActions person=record.person name reload/> }.into_any()
        }}
    }
    .into_any()
}

#[component]
fn AccountActions(
    /// Whose account it is.
    person: person_show::PersonRecordPartsPerson,
    /// Given and family name.
    name: String,
    /// Shows the person anew.
    reload: Callback<()>,
) -> AnyView {
    let (disabling, deleting) = (RwSignal::new(false), RwSignal::new(false));
    let submission = Submission::new();
    let error =
        Signal::derive(move || submission.failure().get().map(|failure| errors::failure_text(&failure)));
    let navigate = use_navigate();
    let (id, version) = (StoredValue::new(person.id), person.version);
    let name = StoredValue::new(name);
    let done = move |key: &'static str| {
        toast_done(text_with(key, &[("name", name.get_value().into())]));
        disabling.set(false);
        reload.run(());
    };
    let disable = move |_: String| {
        let input = person_disable::PersonDisableInput { id: id.get_value(), version };
        submission.send::<PersonDisable>(person_disable::Variables { input }, move |_| {
            done("admin-people-was-disabled");
        });
    };
    let enable = move |()| {
        let input = person_enable::PersonEnableInput { id: id.get_value(), version };
        submission.send::<PersonEnable>(person_enable::Variables { input }, move |_| {
            done("admin-people-was-enabled");
        });
    };
    let delete = move |_: String| {
        // Deleting somebody else needs no password of one's own.
        let input =
            person_delete::PersonDeleteInput { person_id: Some(id.get_value()), password: None, code: None };
        submission.send::<PersonDelete>(person_delete::Variables { input }, move |_| {
            toast_done(text("admin-people-was-deleted"));
            navigate(&Route::Admin(AdminPage::People).href(), Default::default());
        });
    };
    let open = move |dialog: RwSignal<bool>| {
        submission.clear();
        dialog.set(true);
    };
    let change = if person.state == PersonState::Disabled {
        view! { <Button pending=submission.pending() on_press=enable>{t("admin-people-enable")}</Button> }
            .into_any()
    } else {
        view! { <Button on_press=move |()| open(disabling)>{t("admin-people-disable")}</Button> }.into_any()
    };
    view! {
        <div class="actions">
            {change}
            <Button kind=ButtonKind::Danger on_press=move |()| open(deleting)>{t("admin-people-delete")}</Button>
        </div>
        <p class="field-error" role="alert">
            {move || (!disabling.get() && !deleting.get()).then(|| error.get()).flatten()}
        </p>
        <ConfirmDialog
            open=disabling
            title=t("admin-people-disable")
            text=t("admin-people-disable-text")
            confirm=t("admin-people-disable")
            danger=true
            pending=submission.pending()
            error
            on_confirm=disable
        />
        <ConfirmDialog
            open=deleting
            title=t("admin-people-delete")
            text=t("admin-people-delete-text")
            confirm=t("admin-people-delete")
            danger=true
            pending=submission.pending()
            error
            on_confirm=delete
        />
    }
    .into_any()
}
