//! Importing organisations, people and offers.

use leptos::prelude::*;

use crate::{components::PageHeader, i18n::t};

/// Importing organisations, people and offers.
#[component]
pub fn ImportPage() -> AnyView {
    view! { <PageHeader title=t("app-nav-import")/> }.into_any()
}
