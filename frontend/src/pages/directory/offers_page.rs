//! The list of offers with its filters.

use leptos::prelude::*;

use crate::{components::PageHeader, i18n::t};

/// The list of offers with its filters.
#[component]
pub fn OffersPage() -> AnyView {
    view! { <PageHeader title=t("app-nav-offers")/> }.into_any()
}
