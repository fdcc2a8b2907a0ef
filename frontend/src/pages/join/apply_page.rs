//! The application for membership.

use leptos::prelude::*;

use crate::{components::PageHeader, i18n::t};

/// The application for membership.
#[component]
pub fn ApplyPage() -> AnyView {
    view! { <PageHeader title=t("app-nav-join")/> }.into_any()
}
