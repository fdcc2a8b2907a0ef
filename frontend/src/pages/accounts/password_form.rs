//! Changing the own password.

use leptos::prelude::*;
use verbund_shared::operations::{PasswordChange, password_change};

use super::support::password_hint;
use crate::{
    api::Submission,
    components::{Actions, Button, ButtonKind, Form, FormSection, PasswordField},
    i18n::{t, text_with},
    state::toasts::toast_done,
};

/// Changes the own password.
#[component]
pub fn PasswordForm(
    /// The own address, for the password manager.
    email: String,
) -> AnyView {
    let current = RwSignal::new(String::new());
    let new = RwSignal::new(String::new());
    let submission = Submission::new();
    let send = move |()| {
        let input = password_change::PasswordChangeInput {
            current_password: current.get_untracked(),
            new_password: new.get_untracked(),
        };
        submission.send::<PasswordChange>(password_change::Variables { input }, move |data| {
            current.set(String::new());
            new.set(String::new());
            let count = data.password_change.ended_sessions;
            toast_done(text_with("accounts-security-password-done", &[("count", count.into())]));
        });
    };
    view! {
        <Form id="password" errors=submission.errors() on_submit=send>
            // A password manager stores the new password under this name.
            <input type="text" name="username" autocomplete="username" value=email hidden=true/>
            <FormSection title=t("accounts-security-password-title")>
                <PasswordField label=t("accounts-current-password") name="currentPassword" value=current/>
                <PasswordField
                    label=t("accounts-new-password")
                    name="newPassword"
                    value=new
                    hint=password_hint()
                    new=true
                />
            </FormSection>
            <Actions>
                <Button kind=ButtonKind::Primary submit=true pending=submission.pending()>
                    {t("accounts-security-password-do")}
                </Button>
            </Actions>
        </Form>
    }
    .into_any()
}
