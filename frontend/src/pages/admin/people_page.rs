//! All people and their roles.

use leptos::prelude::*;

use crate::{components::PageHeader, i18n::t};

/// All people and their roles.
#[component]
pub fn PeoplePage() -> AnyView {
    view! { <PageHeader title=t("app-nav-people")/> }.into_any()
}
