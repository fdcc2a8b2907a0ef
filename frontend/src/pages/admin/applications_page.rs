//! The applications that wait for a decision, and those decided.

use leptos::prelude::*;

use crate::{components::PageHeader, i18n::t};

/// The applications that wait for a decision, and those decided.
#[component]
pub fn ApplicationsPage() -> AnyView {
    view! { <PageHeader title=t("app-nav-applications")/> }.into_any()
}
