//! Topics, target groups, districts and languages.

use leptos::prelude::*;

use crate::{components::PageHeader, i18n::t};

/// Topics, target groups, districts and languages.
#[component]
pub fn TermsPage() -> AnyView {
    view! { <PageHeader title=t("app-nav-terms")/> }.into_any()
}
