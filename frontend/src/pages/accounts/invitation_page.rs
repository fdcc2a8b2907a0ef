//! Accepting an invitation by a link.

use leptos::prelude::*;

use crate::{components::PageHeader, i18n::t};

/// Accepting an invitation by a link.
#[component]
pub fn InvitationPage(
    /// From the address.
    token: String,
) -> AnyView {
    let _ = token;
    view! { <PageHeader title=t("app-nav-sign-in")/> }.into_any()
}
