//! Asking for a link to set a new password.

use leptos::prelude::*;
use verbund_shared::operations::{PasswordResetRequest, password_reset_request};

use crate::{
    api::Submission,
    components::{
        Actions, Button, ButtonKind, ButtonLink, Form, Notice, PageHeader, TextField, TextLink, Tone,
    },
    i18n::{t, t_with},
    routes::Route,
};

/// Asking for a link to set a new password.
#[component]
pub fn ForgotPage() -> AnyView {
    let email = RwSignal::new(String::new());
    let sent = RwSignal::new(None::<i64>);
    let submission = Submission::new();
    let send = move |()| {
        let input = password_reset_request::PasswordResetRequestInput { email: email.get_untracked() };
        submission.send::<PasswordResetRequest>(password_reset_request::Variables { input }, move |data| {
            sent.set(Some(data.password_reset_request.link_hours));
        });
    };
    let content = move || match sent.get() {
        Some(hours) => told(hours),
        None => view! {
            <Form id="forgot" errors=submission.errors() on_submit=send>
                <p>{t("accounts-forgot-intro")}</p>
                <TextField
                    label=t("accounts-email")
                    name="email"
                    kind="email"
                    value=email
                    required=true
                    autocomplete="username"
                />
                <Actions>
                    <Button kind=ButtonKind::Primary submit=true pending=submission.pending()>
                        {t("accounts-forgot-do")}
                    </Button>
                    <TextLink href=Route::SignIn.href()>{t("accounts-back-to-sign-in")}</TextLink>
                </Actions>
            </Form>
        }
        .into_any(),
    };
    view! {
        <PageHeader title=t("accounts-forgot-title")/>
        <div class="narrow">{content}</div>
    }
    .into_any()
}

fn told(hours: i64) -> AnyView {
    view! {
        <div role="status">
            <Notice tone=Tone::Good title=t("accounts-forgot-sent-title")>
                <p>{t_with("accounts-forgot-sent-text", &[("hours", hours.into())])}</p>
                <p>{t("accounts-forgot-sent-nothing")}</p>
                <div class="actions">
                    <ButtonLink href=Route::SignIn.href()>{t("accounts-back-to-sign-in")}</ButtonLink>
                </div>
            </Notice>
        </div>
    }
    .into_any()
}
