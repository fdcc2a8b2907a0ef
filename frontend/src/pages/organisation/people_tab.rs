//! The people of the own organisation.

use leptos::prelude::*;

use crate::{components::PageHeader, i18n::t};

/// The people of the own organisation.
#[component]
pub fn PeopleTab() -> AnyView {
    view! { <PageHeader title=t("app-nav-organisation")/> }.into_any()
}
