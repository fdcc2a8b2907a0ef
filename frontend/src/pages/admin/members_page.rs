//! All memberships, with their periods.

use leptos::prelude::*;

use crate::{components::PageHeader, i18n::t};

/// All memberships, with their periods.
#[component]
pub fn MembersPage() -> AnyView {
    view! { <PageHeader title=t("app-nav-memberships")/> }.into_any()
}
