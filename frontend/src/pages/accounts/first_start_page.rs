//! Making the first coordinator by the one-time link that the server prints.

use crate::state::address::use_navigate;
use leptos::prelude::*;
use verbund_shared::{
    operations::{FirstCoordinatorCreate, first_coordinator_create},
    people::LinkKind,
};

use super::{
    new_account::NewAccount,
    support::{go_instead, invalid_link, with_working_link},
};
use crate::{
    api::Submission,
    components::{Actions, Button, ButtonKind, ButtonLink, Form, PageHeader, TextField},
    i18n::{t, text},
    routes::{AdminPage, Route},
    state::{session, toasts::toast_done},
};

/// Making the first coordinator.
#[component]
pub fn FirstStartPage(
    /// From the address.
    token: String,
) -> AnyView {
    let form_token = token.clone();
    let content = move || view! { <FirstForm token=form_token.clone()/> }.into_any();
    view! {
        <PageHeader title=t("accounts-first-title")/>
        <div class="narrow">{with_working_link(LinkKind::FirstCoordinator, token, content, invalid)}</div>
    }
    .into_any()
}

fn invalid() -> AnyView {
    let sign_in =
        view! { <ButtonLink href=Route::SignIn.href()>{t("accounts-back-to-sign-in")}</ButtonLink> };
    invalid_link("accounts-first-invalid", sign_in.into_any())
}

#[component]
fn FirstForm(token: String) -> AnyView {
    let account = NewAccount::new("", "");
    let email = RwSignal::new(String::new());
    let submission = Submission::new();
    let navigate = use_navigate();
    let token = StoredValue::new(token);
    let send = move |()| {
        let input = first_coordinator_create::FirstCoordinatorCreateInput {
            token: token.get_value(),
            given_name: account.given_name.get_untracked(),
            family_name: account.family_name.get_untracked(),
            email: email.get_untracked(),
            password: account.password.get_untracked(),
            locale: account.locale(),
        };
        submission.send::<FirstCoordinatorCreate>(
            first_coordinator_create::Variables { input },
            move |data| {
                session::sign_in(data.first_coordinator_create.session.into());
                toast_done(text("accounts-first-done"));
                go_instead(&navigate, &Route::Admin(AdminPage::Network).href());
            },
        );
    };
    let address = view! {
        <TextField
            label=t("accounts-email")
            name="email"
            kind="email"
            value=email
            required=true
            autocomplete="username"
        />
    };
    view! {
        <Form id="first" errors=submission.errors() on_submit=send>
            <p>{t("accounts-first-intro")}</p>
            {account.fields(Some(address.into_any()))}
            <Actions>
                <Button kind=ButtonKind::Primary submit=true pending=submission.pending()>
                    {t("accounts-first-do")}
                </Button>
            </Actions>
        </Form>
    }
    .into_any()
}
