//! The own account with its tabs.

use leptos::prelude::*;

use crate::{components::PageHeader, i18n::t, routes::AccountTab};

/// The own account with its tabs.
#[component]
pub fn AccountPage(
    /// Which part is shown.
    tab: AccountTab,
) -> AnyView {
    let _ = tab;
    view! { <PageHeader title=t("app-nav-account")/> }.into_any()
}
