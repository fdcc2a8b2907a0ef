//! The open invitations into the own organisation: sending, sending again, withdrawing.

use leptos::prelude::*;
use verbund_shared::{
    operations::{
        InvitationResend, InvitationWithdraw, OpenInvitations, PersonInvite, invitation_resend,
        invitation_withdraw, open_invitations, person_invite,
    },
    people::AffiliationRole,
};

use crate::{
    api::{Query, Submission, use_query},
    components::{
        Actions, Badge, Button, ButtonKind, ConfirmDialog, DateField, Dialog, Form, IconName, SectionHeading,
        SelectField, SkeletonShape, TextField, Tone,
    },
    i18n::{day_short, errors, locale, t, t_with, text, text_with},
    pages::{
        labels::{role_choices, role_label},
        support::show,
    },
    state::toasts::toast_done,
};

type Open = Query<open_invitations::ResponseData>;
type Invitation = open_invitations::InvitationParts;

/// The open invitations, for those who manage the organisation's people.
pub(super) fn invitations(organisation: String) -> AnyView {
    let open = RwSignal::new(false);
    let id = StoredValue::new(organisation);
    let query = use_query::<OpenInvitations>(move || open_invitations::Variables {
        organisation_id: Some(id.get_value()),
    });
    view! {
        <SectionHeading title=t("organisations-invitations")>
            <Button icon=IconName::UserPlus on_press=move |()| open.set(true)>{t("organisations-invite")}</Button>
        </SectionHeading>
        {show(query, SkeletonShape::List, move |data| {
            let entries: Vec<AnyView> =
                data.open_invitations.iter().map(|invitation| entry(invitation.clone(), query)).collect();
            match entries.is_empty() {
                true => view! { <p class="muted">{t("organisations-invitations-none")}</p> }.into_any(),
                false => view! { <ul class="entries">{entries}</ul> }.into_any(),
            }
        })}
        <Dialog open title=t("organisations-invite")>
            {invite_form(id, open, query)}
        </Dialog>
    }
    .into_any()
}

fn entry(invitation: Invitation, query: Open) -> AnyView {
    let Invitation { id, email, given_name, family_name, affiliation_role, expires_at, expired, .. } =
        invitation;
    let (resending, withdrawing) = (RwSignal::new(false), RwSignal::new(false));
    let (resend, withdraw) = (Submission::new(), Submission::new());
    let (id, address) = (StoredValue::new(id), StoredValue::new(email.clone()));
    let send_again = move |_: String| {
        let input = invitation_resend::InvitationResendInput { invitation_id: id.get_value() };
        resend.send::<InvitationResend>(invitation_resend::Variables { input }, move |_| {
            resending.set(false);
            toast_done(text_with(
                "organisations-invitation-resent",
                &[("email", address.get_value().into())],
            ));
            query.refetch();
        });
    };
    let take_back = move |_: String| {
        let input = invitation_withdraw::InvitationWithdrawInput { invitation_id: id.get_value() };
        withdraw.send::<InvitationWithdraw>(invitation_withdraw::Variables { input }, move |_| {
            withdrawing.set(false);
            toast_done(text("organisations-invitation-withdrawn"));
            query.refetch();
        });
    };
    let why = |submission: Submission| {
        Signal::derive(move || submission.failure().get().map(|failure| errors::failure_text(&failure)))
    };
    let ask = |submission: Submission, open: RwSignal<bool>| {
        move |()| {
            submission.clear();
            open.set(true);
        }
    };
    let about = |key| t_with(key, &[("email", email.clone().into())]);
    let (resend_text, withdraw_text) =
        (about("organisations-invitation-resend-text"), about("organisations-invitation-withdraw-text"));
    let name = format!("{given_name} {family_name}");
    let title = match name.trim() {
        "" => email,
        name => format!("{name}, {email}"),
    };
    let until = match expired {
        true => {
            view! { <Badge tone=Tone::Waiting>{t("organisations-invitation-expired")}</Badge> }.into_any()
        }
        false => view! { {t("organisations-invited-until")} " " {move || day_short(&expires_at)} }.into_any(),
    };
    view! {
        <li class="entry">
            <div class="entry-body">
                <h3 class="entry-title">{title}</h3>
                <p class="muted">{move || affiliation_role.map(role_label)} " · " {until}</p>
                <Actions>
                    <Button icon=IconName::Send on_press=ask(resend, resending)>
                        {t("organisations-invitation-resend")}
                    </Button>
                    <Button kind=ButtonKind::Quiet icon=IconName::Trash on_press=ask(withdraw, withdrawing)>
                        {t("organisations-invitation-withdraw")}
                    </Button>
                </Actions>
            </div>
            <ConfirmDialog
                open=resending
                title=t("organisations-invitation-resend-title")
                text=resend_text
                confirm=t("organisations-invitation-resend")
                pending=resend.pending()
                error=why(resend)
                on_confirm=send_again
            />
            <ConfirmDialog
                open=withdrawing
                title=t("organisations-invitation-withdraw-title")
                text=withdraw_text
                confirm=t("organisations-invitation-withdraw")
                danger=true
                pending=withdraw.pending()
                error=why(withdraw)
                on_confirm=take_back
            />
        </li>
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
