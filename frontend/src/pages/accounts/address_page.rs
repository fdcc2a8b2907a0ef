//! Confirming a new address by the link that was sent there.

use leptos::prelude::*;
use verbund_shared::{
    operations::{EmailChangeConfirm, email_change_confirm},
    people::LinkKind,
};

use super::support::{invalid_link, with_working_link};
use crate::{
    api::Submission,
    components::{Actions, Button, ButtonKind, ButtonLink, Form, Notice, PageHeader, Tone},
    i18n::{t, t_with},
    routes::{AccountTab, Route},
    state::session,
};

/// Confirming a new address.
#[component]
pub fn AddressPage(
    /// From the address.
    token: String,
) -> AnyView {
    let confirm_token = token.clone();
    let content = move || view! { <Confirm token=confirm_token.clone()/> }.into_any();
    view! {
        <PageHeader title=t("accounts-address-title")/>
        <div class="narrow">{with_working_link(LinkKind::EmailChange, token, content, invalid)}</div>
    }
    .into_any()
}

fn to_account() -> AnyView {
    view! {
        <ButtonLink href=Route::Account(AccountTab::Profile).href()>{t("accounts-address-to-account")}</ButtonLink>
    }
    .into_any()
}

fn invalid() -> AnyView {
    invalid_link("accounts-link-invalid-text", to_account())
}

/// A button and not the link itself does it, because mail programs open links to look at them.
#[component]
fn Confirm(token: String) -> AnyView {
    let done = RwSignal::new(None::<String>);
    let submission = Submission::new();
    let token = StoredValue::new(token);
    let send = move |()| {
        let input = email_change_confirm::EmailChangeConfirmInput { token: token.get_value() };
        submission.send::<EmailChangeConfirm>(email_change_confirm::Variables { input }, move |data| {
            done.set(Some(data.email_change_confirm.email));
            leptos::task::spawn_local(session::reload_viewer());
        });
    };
    (move || match done.get() {
        Some(email) => view! {
            <div role="status">
                <Notice tone=Tone::Good title=t("accounts-address-done-title")>
                    <p>{t_with("accounts-address-done-text", &[("email", email.into())])}</p>
                    <div class="actions">{to_account()}</div>
                </Notice>
            </div>
        }
        .into_any(),
        None => view! {
            <Form id="address" errors=submission.errors() on_submit=send>
                <p>{t("accounts-address-intro")}</p>
                <Actions>
                    <Button kind=ButtonKind::Primary submit=true pending=submission.pending()>
                        {t("accounts-address-do")}
                    </Button>
                </Actions>
            </Form>
        }
        .into_any(),
    })
    .into_any()
}
