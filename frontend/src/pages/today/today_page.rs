//! What needs me, by when.

use leptos::prelude::*;

use crate::{components::PageHeader, i18n::t};

/// What needs me, by when.
#[component]
pub fn TodayPage() -> AnyView {
    view! { <PageHeader title=t("app-nav-today")/> }.into_any()
}
