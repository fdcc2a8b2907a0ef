//! Signing in.

use leptos::prelude::*;

use crate::{components::PageHeader, i18n::t};

/// Signing in.
#[component]
pub fn SignInPage() -> AnyView {
    view! { <PageHeader title=t("app-nav-sign-in")/> }.into_any()
}
