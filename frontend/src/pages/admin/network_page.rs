//! The network's profile.

use leptos::prelude::*;

use crate::{components::PageHeader, i18n::t};

/// The network's profile.
#[component]
pub fn NetworkPage() -> AnyView {
    view! { <PageHeader title=t("app-nav-network")/> }.into_any()
}
