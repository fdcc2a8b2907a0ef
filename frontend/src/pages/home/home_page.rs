//! Who the network is.

use leptos::prelude::*;

use crate::{components::PageHeader, i18n::t};

/// Who the network is.
#[component]
pub fn HomePage() -> AnyView {
    view! { <PageHeader title=t("app-nav-home")/> }.into_any()
}
