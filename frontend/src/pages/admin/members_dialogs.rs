//! Changing a membership, and making a member without an application.

use leptos::prelude::*;
use verbund_shared::{
    operations::{
        MembershipEnd, MembershipReactivate, MembershipSuspend, OrganisationCreate, membership_end,
        membership_reactivate, membership_suspend, organisation_create,
    },
    organisations::{MembershipState, OrganisationKind},
};

use super::members_page::List;
use crate::{
    api::Submission,
    components::{
        Actions, Button, ButtonKind, Choice, DateField, Dialog, Form, RadioGroup, SelectField, TextAreaField,
        TextField,
    },
    i18n::{t, text, today},
    pages::labels::kind_choices,
    state::toasts::toast_done,
};

/// The dialog that suspends, reactivates or ends a membership.
pub(super) fn membership_dialog(
    open: RwSignal<bool>,
    id: String,
    name: String,
    state: Option<MembershipState>,
    list: List,
) -> AnyView {
    let id = StoredValue::new(id);
    view! {
        <Dialog open title=Signal::stored(name)>{membership_form(open, id, state, list)}</Dialog>
    }
    .into_any()
}

fn membership_form(
    open: RwSignal<bool>,
    id: StoredValue<String>,
    state: Option<MembershipState>,
    list: List,
) -> AnyView {
    let (suspend, reactivate, end) = ("suspend", "reactivate", "end");
    let possible: &[&str] = match state {
        Some(MembershipState::Active) => &[suspend, end, reactivate],
        Some(MembershipState::Suspended) => &[reactivate, end],
        Some(MembershipState::Ended) | None => &[reactivate],
    };
    let act = RwSignal::new(possible.first().copied().unwrap_or(reactivate).to_owned());
    let choices = possible.to_vec();
    let choices = Signal::derive(move || {
        let choice = |word: &&str| Choice::new(*word, text(&format!("organisations-act-{word}")));
        choices.iter().map(choice).collect::<Vec<_>>()
    });
    let (from, reason) = (RwSignal::new(today()), RwSignal::new(String::new()));
    let submission = Submission::new();
    let done = move || {
        open.set(false);
        toast_done(text("organisations-membership-changed"));
        list.refetch();
    };
    let save = move |()| {
        let (organisation_id, day, reason) = (id.get_value(), from.get_untracked(), reason.get_untracked());
        match act.get_untracked().as_str() {
            "suspend" => {
                let input = membership_suspend::MembershipSuspendInput { organisation_id, from: day, reason };
                submission
                    .send::<MembershipSuspend>(membership_suspend::Variables { input }, move |_| done());
            }
            "end" => {
                let input = membership_end::MembershipEndInput { organisation_id, last_day: day, reason };
                submission.send::<MembershipEnd>(membership_end::Variables { input }, move |_| done());
            }
            _ => {
                let input =
                    membership_reactivate::MembershipReactivateInput { organisation_id, from: day, reason };
                let variables = membership_reactivate::Variables { input };
                submission.send::<MembershipReactivate>(variables, move |_| done());
            }
        }
    };
    let day_field = move || {
        let (label, name) = match act.get().as_str() {
            "end" => ("organisations-last-day-member", "lastDay"),
            _ => ("organisations-from", "from"),
        };
        view! { <DateField label=t(label) name value=from required=true/> }.into_any()
    };
    view! {
        <Form id="membership" errors=submission.errors() on_submit=save>
            <RadioGroup label=t("organisations-act") name="act" value=act choices required=true/>
            {day_field}
            <TextAreaField label=t("applications-reason") name="reason" value=reason rows=3 hint=t("organisations-reason-hint")/>
            <Actions>
                <Button submit=true kind=ButtonKind::Primary pending=submission.pending()>{t("organisations-save")}</Button>
            </Actions>
        </Form>
    }
    .into_any()
}

/// The dialog that makes a member without an application.
pub(super) fn create_dialog(open: RwSignal<bool>, list: List) -> AnyView {
    view! {
        <Dialog open title=t("organisations-create")>{create_form(open, list)}</Dialog>
    }
    .into_any()
}

fn create_form(open: RwSignal<bool>, list: List) -> AnyView {
    let empty = || RwSignal::new(String::new());
    let (name, purpose, city, reason) = (empty(), empty(), empty(), empty());
    let kind = RwSignal::new(OrganisationKind::Association.as_str().to_owned());
    let since = RwSignal::new(today());
    let submission = Submission::new();
    let create = move |()| {
        let profile = organisation_create::OrganisationProfileInput {
            name: name.get_untracked(),
            short_name: String::new(),
            kind: OrganisationKind::parse(&kind.get_untracked()).unwrap_or(OrganisationKind::Other),
            purpose: organisation_create::LocalizedTextInput {
                de: purpose.get_untracked(),
                en: String::new(),
            },
            website: String::new(),
            email: String::new(),
            phone: String::new(),
            street: String::new(),
            postal_code: String::new(),
            city: city.get_untracked(),
            statewide: false,
            terms: Vec::new(),
        };
        let input = organisation_create::OrganisationCreateInput {
            profile,
            member_since: Some(since.get_untracked()).filter(|day| !day.is_empty()),
            reason: reason.get_untracked(),
        };
        submission.send::<OrganisationCreate>(organisation_create::Variables { input }, move |_| {
            open.set(false);
            toast_done(text("organisations-created"));
            list.refetch();
        });
    };
    view! {
        <Form id="create" errors=submission.errors() on_submit=create>
            <TextField label=t("applications-organisation-name") name="name" value=name required=true/>
            <SelectField label=t("applications-kind") name="kind" value=kind choices=Signal::derive(kind_choices) required=true/>
            <TextAreaField label=t("applications-purpose") name="purpose.de" value=purpose required=true/>
            <TextField label=t("applications-city") name="city" value=city/>
            <DateField label=t("organisations-member-since") name="memberSince" value=since/>
            <TextField label=t("applications-reason") name="reason" value=reason/>
            <Actions>
                <Button submit=true kind=ButtonKind::Primary pending=submission.pending()>{t("organisations-create")}</Button>
            </Actions>
        </Form>
    }
    .into_any()
}
