//! The own account with its tabs.

use crate::state::address::{NavigateOptions, use_navigate};
use leptos::{prelude::*, task::spawn_local};

use super::{
    data_tab::DataTab, profile_tab::ProfileTab, security_tab::SecurityTab, sessions_tab::SessionsTab,
};
use crate::{
    components::{Button, IconName, PageHeader, Tab, Tabs},
    i18n::{errors, t, text},
    routes::{AccountTab, Route},
    state::{
        session,
        toasts::{toast_done, toast_failed},
    },
};

/// The own account.
#[component]
pub fn AccountPage(
    /// Which part is shown.
    tab: AccountTab,
) -> AnyView {
    let one =
        |key, this| Tab { label: t(key), href: Route::Account(this).href(), current: (tab == this).into() };
    let tabs = vec![
        one("accounts-tab-profile", AccountTab::Profile),
        one("accounts-tab-security", AccountTab::Security),
        one("accounts-tab-sessions", AccountTab::Sessions),
        one("accounts-tab-data", AccountTab::Data),
    ];
    let content = match tab {
        AccountTab::Profile => view! { <ProfileTab/> }.into_any(),
        AccountTab::Security => view! { <SecurityTab/> }.into_any(),
        AccountTab::Sessions => view! { <SessionsTab/> }.into_any(),
        AccountTab::Data => view! { <DataTab/> }.into_any(),
    };
    let sign_out = sign_out_act();
    view! {
        <PageHeader title=t("accounts-title")>
            <Button icon=IconName::LogOut on_press=move |()| sign_out.run(false)>{t("app-sign-out")}</Button>
        </PageHeader>
        <Tabs label=t("accounts-tabs") tabs/>
        <div class="account">{content}</div>
    }
    .into_any()
}

/// Signs out, here or everywhere, and goes to the start page.
pub(super) fn sign_out_act() -> Callback<bool> {
    let navigate = use_navigate();
    Callback::new(move |everywhere| {
        spawn_local(async move {
            match session::sign_out(everywhere).await {
                Ok(()) => {
                    navigate(&Route::Home.href(), NavigateOptions::default());
                    toast_done(text("accounts-signed-out"));
                }
                Err(failure) => toast_failed(errors::failure_text(&failure)),
            }
        });
    })
}
