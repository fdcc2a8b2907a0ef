//! Changing the address one signs in with.

use leptos::prelude::*;
use verbund_shared::operations::{EmailChangeRequest, email_change_request};

use crate::{
    api::Submission,
    components::{Actions, Button, Form, FormSection, Notice, PasswordField, TextField, Tone},
    i18n::{t, t_with},
};

/// Asks for a link to the new address.
#[component]
pub fn EmailForm(
    /// The address so far.
    email: String,
) -> AnyView {
    let new = RwSignal::new(String::new());
    let password = RwSignal::new(String::new());
    let sent = RwSignal::new(false);
    let submission = Submission::new();
    let send = move |()| {
        sent.set(false);
        let input = email_change_request::EmailChangeRequestInput {
            email: new.get_untracked(),
            password: password.get_untracked(),
        };
        submission.send::<EmailChangeRequest>(email_change_request::Variables { input }, move |_| {
            password.set(String::new());
            new.set(String::new());
            sent.set(true);
        });
    };
    let told = move || sent.get().then(|| view! { <Notice tone=Tone::Good title=t("accounts-email-sent")/> });
    view! {
        <Form id="email-change" errors=submission.errors() on_submit=send>
            <FormSection
                title=t("accounts-email-title")
                hint=t_with("accounts-email-now", &[("email", email.into())])
            >
                <TextField
                    label=t("accounts-email-new")
                    name="email"
                    kind="email"
                    value=new
                    required=true
                    hint=t("accounts-email-hint")
                    autocomplete="email"
                />
                <PasswordField label=t("accounts-password") name="password" value=password/>
            </FormSection>
            <div role="status">{told}</div>
            <Actions>
                <Button submit=true pending=submission.pending()>{t("accounts-email-do")}</Button>
            </Actions>
        </Form>
    }
    .into_any()
}
