//! The imprint.

use leptos::prelude::*;

use crate::{components::PageHeader, i18n::t};

/// The imprint.
#[component]
pub fn ImprintPage() -> AnyView {
    view! { <PageHeader title=t("app-nav-imprint")/> }.into_any()
}
