//! Making the first coordinator by a one-time link.

use leptos::prelude::*;

use crate::{components::PageHeader, i18n::t};

/// Making the first coordinator by a one-time link.
#[component]
pub fn FirstStartPage(
    /// From the address.
    token: String,
) -> AnyView {
    let _ = token;
    view! { <PageHeader title=t("app-nav-sign-in")/> }.into_any()
}
