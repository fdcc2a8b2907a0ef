//! Setting a new password by a link.

use leptos::prelude::*;

use crate::{components::PageHeader, i18n::t};

/// Setting a new password by a link.
#[component]
pub fn ResetPage(
    /// From the address.
    token: String,
) -> AnyView {
    let _ = token;
    view! { <PageHeader title=t("app-nav-sign-in")/> }.into_any()
}
