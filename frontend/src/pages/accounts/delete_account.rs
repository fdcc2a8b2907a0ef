//! Leaving: deleting the own account.

use crate::state::address::{NavigateOptions, use_navigate};
use leptos::prelude::*;
use verbund_shared::operations::{AccountSecurity, PersonDelete, account_security, person_delete};

use super::second_factor::proof_fields;
use crate::{
    api::{Submission, use_query_when},
    components::{Actions, Button, ButtonKind, Dialog, Form, IconName, PasswordField, SectionHeading},
    i18n::{t, text},
    routes::Route,
    state::{session, toasts::toast_done},
};

/// Deletes the own account, after password and second factor.
#[component]
pub fn DeleteAccount() -> AnyView {
    let open = RwSignal::new(false);
    view! {
        <section class="account-part">
            <SectionHeading title=t("accounts-data-delete-title")/>
            <div class="stack">
                <p class="account-text">{t("accounts-data-delete-text")}</p>
                <Actions>
                    <Button kind=ButtonKind::Danger icon=IconName::Trash on_press=move |()| open.set(true)>
                        {t("accounts-data-delete-do")}
                    </Button>
                </Actions>
            </div>
        </section>
        <Dialog open title=t("accounts-data-delete-title")>
            <DeleteForm open/>
        </Dialog>
    }
    .into_any()
}

#[component]
fn DeleteForm(open: RwSignal<bool>) -> AnyView {
    let (password, code) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let security =
        use_query_when::<AccountSecurity>(move || open.get().then_some(account_security::Variables {}));
    let submission = Submission::new();
    let navigate = use_navigate();
    let send = move |()| {
        let input = person_delete::PersonDeleteInput {
            person_id: None,
            password: Some(password.get_untracked()),
            code: Some(code.get_untracked()),
        };
        submission.send::<PersonDelete>(person_delete::Variables { input }, move |_| {
            open.set(false);
            navigate(&Route::Home.href(), NavigateOptions::default());
            session::ended();
            toast_done(text("accounts-data-deleted"));
        });
    };
    let fields = move || {
        let second_factor_on = security
            .data()
            .is_some_and(|data| data.viewer.as_ref().is_some_and(|viewer| viewer.second_factor.on));
        match second_factor_on {
            true => proof_fields(password, code),
            false => view! { <PasswordField label=t("accounts-password") name="password" value=password/> }
                .into_any(),
        }
    };
    view! {
        <Form id="delete" errors=submission.errors() on_submit=send>
            <p>{t("accounts-data-delete-text")}</p>
            {fields}
            <Actions>
                <Button kind=ButtonKind::Danger submit=true pending=submission.pending()>
                    {t("accounts-data-delete-confirm")}
                </Button>
                <Button kind=ButtonKind::Quiet on_press=move |()| open.set(false)>{t("app-cancel")}</Button>
            </Actions>
        </Form>
    }
    .into_any()
}
