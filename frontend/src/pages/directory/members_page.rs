//! The list and map of members.

use leptos::prelude::*;

use crate::{components::PageHeader, i18n::t};

/// The list and map of members.
#[component]
pub fn MembersPage() -> AnyView {
    view! { <PageHeader title=t("app-nav-members")/> }.into_any()
}
