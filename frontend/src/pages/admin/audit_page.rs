//! Who did what.

use leptos::prelude::*;

use crate::{components::PageHeader, i18n::t};

/// Who did what.
#[component]
pub fn AuditPage() -> AnyView {
    view! { <PageHeader title=t("app-nav-audit")/> }.into_any()
}
