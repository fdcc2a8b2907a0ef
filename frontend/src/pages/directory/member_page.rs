//! One member organisation.

use leptos::prelude::*;

use crate::{components::PageHeader, i18n::t};

/// One member organisation.
#[component]
pub fn MemberPage(
    /// From the address.
    id: String,
) -> AnyView {
    let _ = id;
    view! { <PageHeader title=t("app-nav-members")/> }.into_any()
}
