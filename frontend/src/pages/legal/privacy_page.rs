//! The privacy notice.

use leptos::prelude::*;

use crate::{components::PageHeader, i18n::t};

/// The privacy notice.
#[component]
pub fn PrivacyPage() -> AnyView {
    view! { <PageHeader title=t("app-nav-privacy")/> }.into_any()
}
