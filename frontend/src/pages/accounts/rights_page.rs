//! Who may see and do what, and why.

use leptos::prelude::*;

use crate::{components::PageHeader, i18n::t};

/// Who may see and do what, and why.
#[component]
pub fn RightsPage() -> AnyView {
    view! { <PageHeader title=t("app-nav-rights")/> }.into_any()
}
