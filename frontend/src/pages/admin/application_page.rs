//! One application: what was filed, likely duplicates, the decision.

use leptos::prelude::*;

use crate::{components::PageHeader, i18n::t};

/// One application: what was filed, likely duplicates, the decision.
#[component]
pub fn ApplicationPage(
    /// From the address.
    id: String,
) -> AnyView {
    let _ = id;
    view! { <PageHeader title=t("app-nav-applications")/> }.into_any()
}
