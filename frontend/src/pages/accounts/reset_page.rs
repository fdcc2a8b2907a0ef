//! Setting a new password by a link.

use crate::state::address::use_navigate;
use leptos::prelude::*;
use verbund_shared::{
    error::ErrorCode,
    operations::{PasswordReset, password_reset},
    people::LinkKind,
};

use super::support::{go_instead, invalid_link, password_hint, with_working_link};
use crate::{
    api::Submission,
    components::{Actions, Button, ButtonKind, ButtonLink, Form, PageHeader, PasswordField},
    i18n::{t, text},
    routes::Route,
    state::toasts::toast_done,
};

/// Setting a new password by a link.
#[component]
pub fn ResetPage(
    /// From the address.
    token: String,
) -> AnyView {
    let form_token = token.clone();
    let content = move || view! { <ResetForm token=form_token.clone()/> }.into_any();
    view! {
        <PageHeader title=t("accounts-reset-title")/>
        <div class="narrow">{with_working_link(LinkKind::PasswordReset, token, content, invalid)}</div>
    }
    .into_any()
}

fn invalid() -> AnyView {
    let again = view! {
        <ButtonLink href=Route::ForgotPassword.href()>{t("accounts-link-invalid-again")}</ButtonLink>
    };
    invalid_link("accounts-link-invalid-text", again.into_any())
}

#[component]
fn ResetForm(token: String) -> AnyView {
    let password = RwSignal::new(String::new());
    let submission = Submission::new();
    let navigate = use_navigate();
    let token = StoredValue::new(token);
    let send = move |()| {
        let input = password_reset::PasswordResetInput {
            token: token.get_value(),
            new_password: password.get_untracked(),
        };
        submission.send::<PasswordReset>(password_reset::Variables { input }, move |_| {
            toast_done(text("accounts-reset-done"));
            go_instead(&navigate, &Route::SignIn.href());
        });
    };
    let used_up = move || {
        submission
            .failure()
            .get()
            .is_some_and(|failure| failure.code() == Some(ErrorCode::LinkInvalid))
            .then(invalid)
    };
    view! {
        <Form id="reset" errors=submission.errors() on_submit=send>
            <p>{t("accounts-reset-intro")}</p>
            <PasswordField
                label=t("accounts-new-password")
                name="newPassword"
                value=password
                hint=password_hint()
                new=true
            />
            <Actions>
                <Button kind=ButtonKind::Primary submit=true pending=submission.pending()>
                    {t("accounts-reset-do")}
                </Button>
            </Actions>
        </Form>
        {used_up}
    }
    .into_any()
}
