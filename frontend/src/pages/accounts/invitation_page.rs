//! Accepting an invitation by a link: with a new account, or as the person who is signed in.

use std::sync::Arc;

use crate::state::address::use_navigate;
use leptos::prelude::*;
use verbund_shared::{
    error::ErrorCode,
    operations::{InvitationAccept, InvitationByLink, invitation_accept, invitation_by_link},
};

use super::{
    new_account::NewAccount,
    roles::{affiliation_role, network_role, period},
    support::{go_instead, invalid_link},
};
use crate::{
    api::{QueryState, Submission, use_query},
    components::{
        Actions, Button, ButtonKind, ButtonLink, Fact, Facts, Form, FormSection, Notice, PageHeader,
        Skeleton, SkeletonShape, Tone,
    },
    i18n::{day, t, t_with, text},
    pages::support::failure_view,
    routes::{Route, query},
    state::{
        session::{self, viewer},
        toasts::toast_done,
    },
};

type Shown = invitation_by_link::InvitationByLinkInvitation;

/// Accepting an invitation.
#[component]
pub fn InvitationPage(
    /// From the address.
    token: String,
) -> AnyView {
    let variables_token = token.clone();
    let invitation = use_query::<InvitationByLink>(move || invitation_by_link::Variables {
        token: variables_token.clone(),
    });
    let content = move || match invitation.state() {
        QueryState::Loading => view! { <Skeleton shape=SkeletonShape::Page/> }.into_any(),
        QueryState::Ready(data) => view! { <Invited data token=token.clone()/> }.into_any(),
        QueryState::Failed(failure) if failure.code() == Some(ErrorCode::LinkInvalid) => invalid(),
        QueryState::Failed(failure) => failure_view(failure, move || invitation.refetch()),
    };
    view! {
        <PageHeader title=t("accounts-invitation-title")/>
        <div class="narrow">{content}</div>
    }
    .into_any()
}

fn invalid() -> AnyView {
    let home = view! { <ButtonLink href=Route::Home.href()>{t("app-to-home")}</ButtonLink> };
    invalid_link("accounts-invitation-invalid", home.into_any())
}

#[component]
fn Invited(data: Arc<invitation_by_link::ResponseData>, token: String) -> AnyView {
    let shown = data.invitation.clone();
    let parts = &shown.invitation_parts;
    let account = NewAccount::new(&parts.given_name, &parts.family_name);
    let submission = Submission::new();
    let navigate = use_navigate();
    let back = Route::Invitation(token.clone()).href();
    let token = StoredValue::new(token);
    let accept = Callback::new(move |with_account: bool| {
        let new = with_account.then(|| invitation_accept::NewAccountInput {
            given_name: account.given_name.get_untracked(),
            family_name: account.family_name.get_untracked(),
            password: account.password.get_untracked(),
            locale: account.locale(),
        });
        let input = invitation_accept::InvitationAcceptInput { token: token.get_value(), account: new };
        submission.send::<InvitationAccept>(invitation_accept::Variables { input }, move |data| {
            match data.invitation_accept.session {
                Some(session) => session::sign_in(session.into()),
                None => leptos::task::spawn_local(session::reload_viewer()),
            }
            toast_done(text("accounts-invitation-accepted"));
            go_instead(&navigate, &Route::Today.href());
        });
    });
    let has_account = shown.has_account == Some(true);
    let email = parts.email.clone();
    let facts = facts(&shown);
    let way = move || match viewer() {
        Some(viewer) => as_signed_in(viewer.name, submission, accept),
        None if has_account => sign_in_first(&email, &back),
        None => new_account(account, &email, submission, accept),
    };
    view! { <div class="stack">{facts} {way}</div> }.into_any()
}

fn facts(shown: &Shown) -> AnyView {
    let parts = shown.invitation_parts.clone();
    let inviter = (!parts.inviter.is_empty()).then(|| {
        view! { <p>{t_with("accounts-invitation-by", &[("inviter", (&parts.inviter).into())])}</p> }
    });
    let role = match (parts.affiliation_role, parts.network_role) {
        (Some(role), _) => affiliation_role(role),
        (None, Some(role)) => network_role(role),
        (None, None) => Signal::stored(String::new()),
    };
    let (from, until) = (parts.from_day, parts.until_day);
    let expires = parts.expires_at;
    view! {
        {inviter}
        <Facts>
            <Fact label=t("accounts-invitation-into")>{parts.into_what}</Fact>
            <Fact label=t("accounts-invitation-role")>{role}</Fact>
            <Fact label=t("accounts-invitation-time")>{move || period(&from, until.as_deref())}</Fact>
            <Fact label=t("accounts-invitation-until")>{move || day(&expires)}</Fact>
        </Facts>
    }
    .into_any()
}

fn as_signed_in(name: String, submission: Submission, accept: Callback<bool>) -> AnyView {
    view! {
        <Form id="invitation" errors=submission.errors() on_submit=move |()| accept.run(false)>
            <p>{t_with("accounts-invitation-as", &[("name", name.into())])}</p>
            <Actions>
                <Button kind=ButtonKind::Primary submit=true pending=submission.pending()>
                    {t("accounts-invitation-accept")}
                </Button>
            </Actions>
        </Form>
    }
    .into_any()
}

fn sign_in_first(email: &str, back: &str) -> AnyView {
    let href = Route::SignIn.href_with(&[(query::NEXT, back)]);
    view! {
        <Notice tone=Tone::Neutral title=t_with("accounts-invitation-sign-in", &[("email", email.into())])>
            <div class="actions">
                <ButtonLink kind=ButtonKind::Primary href>{t("accounts-sign-in-do")}</ButtonLink>
            </div>
        </Notice>
    }
    .into_any()
}

fn new_account(account: NewAccount, email: &str, submission: Submission, accept: Callback<bool>) -> AnyView {
    let hint = t_with("accounts-invitation-account-hint", &[("email", email.into())]);
    view! {
        <Form id="invitation" errors=submission.errors() on_submit=move |()| accept.run(true)>
            <FormSection title=t("accounts-invitation-account-title") hint>
                {account.fields(None)}
            </FormSection>
            <Actions>
                <Button kind=ButtonKind::Primary submit=true pending=submission.pending()>
                    {t("accounts-invitation-accept")}
                </Button>
            </Actions>
        </Form>
    }
    .into_any()
}
